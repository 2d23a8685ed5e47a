/**
 * Calendar days as ISO text `YYYY-MM-DD`. No time zones: a day in an office is a day.
 * ISO text compares correctly with `<`, so no Date object is needed to order days.
 */
export type IsoDate = string

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const DAY_MS = 86_400_000

/** True for a date that exists in the calendar ("2023-02-29" does not). */
export function isIsoDate(text: string): boolean {
  const match = ISO_DATE.exec(text)
  if (!match) return false
  return makeIsoDate(Number(match[1]), Number(match[2]), Number(match[3])) === text
}

/** The ISO text of a day, or null when there is no such day (31/6, 29/2 of a common year). */
export function makeIsoDate(year: number, month: number, day: number): IsoDate | null {
  if (year < 1 || year > 9999) return null
  const at = new Date(Date.UTC(2000, 0, 1))
  at.setUTCFullYear(year, month - 1, day)
  if (at.getUTCFullYear() !== year || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null
  return at.toISOString().slice(0, 10)
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/**
 * The same day so many months on; the last day of the month where it has no such day: 31 January, 28 February. Null
 * past the calendar's end.
 */
export function addMonths(date: IsoDate, months: number): IsoDate | null {
  const at = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(at / 12), (at % 12) + 1]
  for (let day = Number(date.slice(8)); day > 28; day -= 1) {
    const found = makeIsoDate(year, month, day)
    if (found !== null) return found
  }
  return makeIsoDate(year, month, Math.min(Number(date.slice(8)), 28))
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4))
}

/**
 * Whether something valid `from`..`to` (both inclusive, null = open) is valid on `date`.
 * Example: a district union ended 30/6/2025 has validTo 2025-06-30 and is still valid that day.
 */
export function isValidOn(date: IsoDate, from: IsoDate | null, to: IsoDate | null): boolean {
  return (from === null || from <= date) && (to === null || date <= to)
}
