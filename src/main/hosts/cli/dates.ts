import { fail, type AppResult } from '#shared/contract/errors.ts'
import { parseDateText } from '#shared/domain/text/parse-date.ts'
import { isIsoDate, type IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import type { Arguments } from './arguments.ts'

/** A date as people type it on the line: 2024-06-30, 30/6/2024, 30-6-2024 or 30.6.24; day first, a whole day only. */
export function readDate(text: string): AppResult<IsoDate> {
  const trimmed = text.trim()
  if (isIsoDate(trimmed)) return ok(trimmed)
  const parsed = parseDateText(trimmed)
  return parsed.kind === 'day' ? ok(parsed.date) : fail('DATE_INVALID', { text })
}

/** The same for an option that may be left out. */
export function readOptionalDate(text: string | undefined): AppResult<IsoDate | null> {
  return text === undefined ? ok(null) : readDate(text)
}

/** Several such options by their names, null where one is left out; the first wrong one is the refusal. */
export function readDates<const N extends string>(
  args: Arguments,
  names: readonly N[],
): AppResult<Readonly<Record<N, IsoDate | null>>> {
  const dates: Partial<Record<N, IsoDate | null>> = {}
  for (const name of names) {
    const date = readOptionalDate(args.value(name))
    if (!date.ok) return date
    dates[name] = date.value
  }
  // Every name was given its date above.
  return ok(dates as Record<N, IsoDate | null>)
}
