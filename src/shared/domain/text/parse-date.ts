import { addDays, makeIsoDate, yearOf, type IsoDate } from '../../kit/dates.ts'

/**
 * Dates as offices write them: always the day first (domain: text, numbers, sorting), a year alone, a month
 * and a year. What is no whole date keeps its text.
 */
export type ParsedDate =
  | { readonly kind: 'day'; readonly date: IsoDate; readonly note?: 'shortYear' }
  /** "2015", "tháng 6/2015": known, but not a day. `text` is how it is kept. */
  | { readonly kind: 'period'; readonly text: string; readonly year: number }
  /** "31/02/2020" and whatever looks like a date but is none. */
  | { readonly kind: 'invalid' }

const OLDEST_YEAR = 1850
const NEWEST_YEAR = 2150

/** Reads a date from text; two-digit years below 50 are of this century. */
export function parseDateText(text: string): ParsedDate {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .replace(/^'/, '')
    .replace(/^ngày /i, '')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(plain)
  if (iso) return toDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const day = /^(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/.exec(plain)
  if (day) return toDay(Number(day[3]), Number(day[2]), Number(day[1]), day[3]?.length === 2)
  const words = /^(\d{1,2}) tháng (\d{1,2}) năm (\d{4})$/i.exec(plain)
  if (words) return toDay(Number(words[3]), Number(words[2]), Number(words[1]))
  const month = /^(?:tháng |t)?(\d{1,2}) ?(?:[-/.]|năm) ?(\d{4})$/i.exec(plain)
  if (month)
    return Number(month[1]) >= 1 && Number(month[1]) <= 12 ? toPeriod(plain, Number(month[2])) : { kind: 'invalid' }
  const year = /^(?:năm )?(\d{4})$/i.exec(plain)
  if (year) return toPeriod(year[1] ?? plain, Number(year[1]))
  const english = /^(\d{1,2})[- ]([a-z]{3})[a-z]*[-, ]+(\d{4}|\d{2})$/i.exec(plain)
  if (english) {
    const number = MONTHS.indexOf((english[2] ?? '').toLowerCase()) + 1
    return toDay(Number(english[3]), number, Number(english[1]), english[3]?.length === 2)
  }
  const run = /^(\d{2})(\d{2})(\d{4})$/.exec(plain)
  if (run) return toDay(Number(run[3]), Number(run[2]), Number(run[1]))
  return { kind: 'invalid' }
}

/**
 * Reads what a clerk types into a date cell: like `parseDateText`, and a day and month alone are of `year`:
 * "5/2", "05-02", "5.2".
 */
export function parseTypedDate(text: string, year: number): ParsedDate {
  const short = /^\s*(?:ngày )?(\d{1,2})\s?[-/.]\s?(\d{1,2})\s*$/i.exec(text.normalize('NFKC'))
  return short === null ? parseDateText(text) : toDay(year, Number(short[2]), Number(short[1]))
}

/** As an Excel set to English writes them: "6-May-19". */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function toDay(year: number, month: number, day: number, isShort = false): ParsedDate {
  const full = isShort ? year + (year < 50 ? 2000 : 1900) : year
  const date = full >= OLDEST_YEAR && full <= NEWEST_YEAR ? makeIsoDate(full, month, day) : null
  if (date === null) return { kind: 'invalid' }
  return isShort ? { kind: 'day', date, note: 'shortYear' } : { kind: 'day', date }
}

function toPeriod(text: string, year: number): ParsedDate {
  return year >= OLDEST_YEAR && year <= NEWEST_YEAR ? { kind: 'period', text, year } : { kind: 'invalid' }
}

/**
 * Reads a date from a number without a date format: a year (1850–2150), a serial of Excel's 1900 system in
 * the span offices use (years 1954–2119), or a day typed without signs (06052018, 6052018).
 */
export function parseDateNumber(value: number): ParsedDate {
  if (!Number.isFinite(value) || value <= 0) return { kind: 'invalid' }
  if (Number.isInteger(value) && value >= OLDEST_YEAR && value <= NEWEST_YEAR)
    return { kind: 'period', text: String(value), year: value }
  if (value >= 20_000 && value < 80_000) {
    const date = dateOfSerial(value)
    return date === null ? { kind: 'invalid' } : { kind: 'day', date }
  }
  return Number.isInteger(value) && value >= 1_011_900 && value <= 31_122_150
    ? parseDateText(String(value).padStart(8, '0'))
    : { kind: 'invalid' }
}

/**
 * Day of a serial number; the time of day is dropped. Excel counts a 29/02/1900 that never was: serial 60
 * has no day, and serials below it are one day off against the rest. `is1904`: the Macintosh system, whose
 * 0 is 1/1/1904. Null outside 1900–9999.
 */
export function dateOfSerial(serial: number, is1904 = false): IsoDate | null {
  const days = Math.floor(serial + (is1904 ? 1462 : 0) + 1e-9)
  if (!(days >= 1) || days > 2_958_465 || days === 60) return null
  const known = DAYS.get(days)
  if (known !== undefined) return known
  const date = addDays(days < 60 ? '1899-12-31' : '1899-12-30', days)
  if (DAYS.size < 50_000) DAYS.set(days, date)
  return date
}

/** Days met before: in a list they repeat. */
const DAYS = new Map<number, IsoDate>()

/** A year typed into a cell formatted as a date: 2018 shows as 10/07/1905. Null for a real date. */
export function yearHiddenInSerial(serial: number): number | null {
  return Number.isInteger(serial) && serial >= 1900 && serial <= 2100 ? serial : null
}

/**
 * The first day named in running text, as in "(Số liệu tính đến ngày 31/12/2023)" or "ngày 15 tháng 01 năm
 * 2024"; null when there is none that exists.
 */
export function findDateInText(text: string): IsoDate | null {
  const plain = text.normalize('NFC').replace(/[\s\u00a0]+/g, ' ')
  for (const match of plain.matchAll(
    /(\d{1,2}) tháng (\d{1,2}) năm (\d{4})|(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})/gi,
  )) {
    const date = makeIsoDate(Number(match[3] ?? match[6]), Number(match[2] ?? match[5]), Number(match[1] ?? match[4]))
    if (date !== null && yearOf(date) >= OLDEST_YEAR && yearOf(date) <= NEWEST_YEAR) return date
  }
  return null
}
