import type { AppResult } from '#shared/contract/errors.ts'
import type { Input, Output } from '#shared/contract/index.ts'
import { ok } from '#shared/kit/result.ts'
import type { Backend } from '../../backend.ts'

/** Writes rows of the organisation; the first cell that is refused refuses the command. */
export async function writeRecords(
  backend: Backend,
  input: Input<'organisation.write'>,
): Promise<AppResult<Output<'organisation.write'>>> {
  const written = await backend.call('organisation.write', input)
  if (!written.ok) return written
  const [refused] = written.value.refused
  if (refused === undefined) return ok(written.value)
  // The reason is a whole sentence of its own already.
  return { ok: false, error: { code: 'INPUT_INVALID', message: refused.reason } }
}
