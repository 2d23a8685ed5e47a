import type { AppResult } from '#shared/contract/errors.ts'

/** A form's own refusal, in the shape the backend's come: nothing was sent. */
export function refuse(message: string): AppResult<never> {
  return { ok: false, error: { code: 'INPUT_INVALID', message } }
}
