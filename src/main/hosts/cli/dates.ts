import { fail, type AppResult } from '#shared/contract/errors.ts'
import { isIsoDate, makeIsoDate, type IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'

/** A date as people type it on the line: 2024-06-30 or 30/6/2024 (also 30-6-2024, 30.6.2024); day first. */
export function readDate(text: string): AppResult<IsoDate> {
  const trimmed = text.trim()
  if (isIsoDate(trimmed)) return ok(trimmed)
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed)
  const date = match === null ? null : makeIsoDate(Number(match[3]), Number(match[2]), Number(match[1]))
  return date === null ? fail('DATE_INVALID', { text }) : ok(date)
}

/** The same for an option that may be left out. */
export function readOptionalDate(text: string | undefined): AppResult<IsoDate | null> {
  return text === undefined ? ok(null) : readDate(text)
}
