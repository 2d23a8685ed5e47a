import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** A new empty folder that is removed when the running test ends. Its name has a space and accents on purpose. */
export function makeTempFolder(): string {
  const { folder, remove } = makeKeptFolder()
  onTestFinished(remove)
  return folder
}

/** The same for `beforeAll`: the caller removes it in `afterAll`. */
export function makeKeptFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'chỉ tiêu '))
  return { folder, remove: () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }
}
