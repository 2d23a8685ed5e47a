import type { Result } from '../kit/result.ts'
import { ERROR_SENTENCES } from './error-sentences.ts'

/** Codes are stable (tests, scripts and other versions speak them); sentences may be reworded. */
export type ErrorCode = keyof typeof ERROR_SENTENCES

/**
 * An expected failure. `message` is the whole Vietnamese sentence, ready to be shown;
 * `details` carries what a screen needs to offer the mend (a sheet list, a free file name).
 */
export interface AppError {
  readonly code: ErrorCode
  readonly message: string
  readonly details?: Readonly<Record<string, unknown>>
}

export type AppResult<T> = Result<T, AppError>

/** Places that hold what somebody typed or named. Lists the program makes itself stay whole. */
const TYPED_PLACES = new Set(['code', 'file', 'folder', 'label', 'name', 'other', 'sheet', 'text', 'type', 'word'])
/** Longer than any name an office gives; a sentence of thousands of letters is read by nobody. */
const LONGEST_PLACE = 300

/** Fills `{name}` places of the code's sentence. A place without a value is a bug and throws. */
export function appError(
  code: ErrorCode,
  places: Readonly<Record<string, string | number>> = {},
  details?: Readonly<Record<string, unknown>>,
): AppError {
  const message = ERROR_SENTENCES[code].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = places[name]
    if (value === undefined) throw new Error(`error ${code}: no value for {${name}}`)
    const text = String(value)
    return TYPED_PLACES.has(name) && text.length > LONGEST_PLACE ? `${text.slice(0, LONGEST_PLACE - 1)}…` : text
  })
  return details === undefined ? { code, message } : { code, message, details }
}

/** `return fail('UNIT_UNKNOWN', { code })` reads better than building the value by hand. */
export function fail(
  code: ErrorCode,
  places: Readonly<Record<string, string | number>> = {},
  details?: Readonly<Record<string, unknown>>,
): { readonly ok: false; readonly error: AppError } {
  return { ok: false, error: appError(code, places, details) }
}
