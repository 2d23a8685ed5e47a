import fs from 'node:fs'
import path from 'node:path'
import type { AppResult } from '#shared/contract/errors.ts'
import type { HostEnvironment } from './host-operations.ts'

/** Opens the sample province of this user, made when it is asked for first. */
export async function openSample({
  backend,
  sampleFile,
}: Pick<HostEnvironment, 'backend' | 'sampleFile'>): Promise<AppResult<unknown>> {
  if (fs.existsSync(sampleFile)) return backend.call('file.open', { file: sampleFile }, null)
  fs.mkdirSync(path.dirname(sampleFile), { recursive: true })
  return backend.call('file.createSample', { file: sampleFile }, null)
}
