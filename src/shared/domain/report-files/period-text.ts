import { addDays, type IsoDate, makeIsoDate, yearOf } from '../../kit/dates.ts'
import { type CalendarStart, DEFAULT_CALENDAR } from '../results/reporting-year.ts'
import { foldText } from '../text/fold.ts'
import { parsePeriodCode, periodOf, type PeriodKind } from './calendar.ts'
import { readPeriodRange } from './period-range.ts'

/** A period as a text names it. `year` is wanting in "6 tháng đầu năm"; then `asOf` is null until one is known. */
export interface NamedPeriod {
  /** Null: only the last day is named. */
  readonly from: IsoDate | null
  readonly asOf: IsoDate
  /** increment: "tháng 6", "quý II"; cumulative: "6 tháng đầu năm", "đến ngày"; null: from–to says it. */
  readonly basis: 'cumulative' | 'increment' | null
  readonly kind: PeriodKind | null
  /** How surely: a day named outright wins over a month, a month over a year. */
  readonly strength: number
}

const DAY = String.raw`(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{4}|\d{2}))?`
const LONG_DAY = String.raw`(\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?`
const ONE_DAY = `(?:${LONG_DAY}|${DAY})`
/** "01/01/2024 - 30/6/2024": days with their years say it without "từ". */
const BARE_SPAN =
  /(?<![\d/.-])(\d{1,2})[/.](\d{1,2})[/.](\d{4})\s*(?:den|-|–|toi)\s*(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/
const FROM_TO = new RegExp(String.raw`tu (?:ngay )?${ONE_DAY}\s*(?:den|-|–|toi)\s*(?:het )?(?:ngay )?${ONE_DAY}`)
const UNTIL = new RegExp(
  String.raw`(?:(?:tinh |chot )?(?:den|toi)|thoi diem(?: bao cao)?|so lieu|chot(?= ngay)|tai ngay|luy ke den)\s*:?\s*(?:het )?(?:\d{1,2} ?(?:h|gio|g) ?(?:\d{2})?,? ?)?(?:ngay\s*:?\s*)?${ONE_DAY}`,
)
const UNTIL_MONTH = /(?:den|toi) (?:het )?(?:cuoi )?thang (\d{1,2})(?: nam |\s?[/.-]\s?)(\d{4})/
const UNTIL_QUARTER = /(?:den|toi) (?:het |cuoi )*(?:quy|q)[ .]?(iv|i{1,3}|[1-4])(?: nam |\s?[/.-]\s?)(\d{4})/
const YEAR = /(?<!\d)(20\d{2})(?!\d)/

/** "tháng Sáu", "sáu tháng", "quý hai"; May is left out, as "tháng năm 2024" may be any month of that year. */
const SPELLED: readonly (readonly [RegExp, string])[] = [
  ['muoi hai', 12],
  ['muoi mot', 11],
  ['muoi', 10],
  ['chin', 9],
  ['tam', 8],
  ['bay', 7],
  ['sau', 6],
  ['bon', 4],
  ['tu(?! (?:ngay|\\d))', 4],
  ['ba', 3],
  ['hai', 2],
  ['mot|nhat', 1],
].map(([word, number]) => [
  new RegExp(`(?<=\\b(?:thang|quy) )(?:${word})\\b|\\b(?:${word})(?= thang\\b)`, 'g'),
  String(number),
])

/**
 * Reads the period a line names: "(Số liệu từ ngày 01/01/2024 đến ngày 30/6/2024)", "6 tháng đầu năm 2024", "Quý II
 * năm 2024", "TxQT_T6_2024". `yearHint` is used where the line has none; null: such a line names nothing.
 */
export function readPeriodText(
  text: string,
  yearHint: number | null,
  yearStart: CalendarStart = DEFAULT_CALENDAR,
): NamedPeriod | null {
  const folded = SPELLED.reduce((so, [word, digits]) => so.replace(word, digits), foldText(text).replace(/_+/g, ' '))
  const bare = BARE_SPAN.exec(folded)?.slice(1).map(Number)
  if (bare !== undefined) {
    const [fromDay = 0, fromMonth = 0, fromYear = 0, toDay = 0, toMonth = 0, toYear = 0] = bare
    const [from, to] = [makeIsoDate(fromYear, fromMonth, fromDay), makeIsoDate(toYear, toMonth, toDay)]
    if (from !== null && to !== null && from <= to) return { from, asOf: to, basis: null, kind: null, strength: 6 }
  }
  const span = FROM_TO.exec(folded)
  if (span !== null) {
    const to = dayOf(span.slice(7, 13), yearHint)
    const from = to === null ? null : dayOf(span.slice(1, 7), yearOf(to))
    if (to !== null && from !== null && from <= to) return { from, asOf: to, basis: null, kind: null, strength: 6 }
  }
  const until = UNTIL.exec(folded)
  if (until !== null) {
    const day = dayOf(until.slice(1, 7), yearHint)
    if (day !== null) return { from: null, asOf: day, basis: 'cumulative', kind: null, strength: 5 }
  }
  const range = readPeriodRange(folded, yearHint, yearStart)
  if (range === 'broken') return null
  if (range !== null) return { ...range, basis: null, kind: null, strength: 3 }
  const untilMonth = UNTIL_MONTH.exec(folded)
  if (untilMonth !== null) {
    const month = monthOf(Number(untilMonth[2]), Number(untilMonth[1]))
    if (month !== null) return { from: null, asOf: month.to, basis: 'cumulative', kind: null, strength: 4 }
  }
  const untilQuarter = UNTIL_QUARTER.exec(folded)
  if (untilQuarter !== null) {
    const period = parsePeriodCode(`${untilQuarter[2] ?? ''}-Q${quarterNumber(untilQuarter[1])}`, yearStart)
    if (period !== null) return { from: null, asOf: period.to, basis: 'cumulative', kind: null, strength: 4 }
  }
  return readNamed(folded, yearHint, yearStart)
}

function readNamed(folded: string, yearHint: number | null, yearStart: CalendarStart): NamedPeriod | null {
  const year = Number(YEAR.exec(folded)?.[1] ?? yearHint ?? Number.NaN)
  if (!Number.isFinite(year)) return null
  const whole = parsePeriodCode(String(year), yearStart)
  const months = /(?<![a-z0-9])(0?6|0?9) ?(?:thang|t)(?![a-z])/.exec(folded)
  // "11 tháng đầu năm": any number of months counts from the year's first day; "3 tháng cao điểm" may be any three.
  const first = /(?<!ngay )(?<![a-z0-9/.-])(0?[2-9]|1[0-2]) ?thang(?! ?\d)(?= ?(?:dau|nam)\b|\s*(?:$|[^a-z\s]))/.exec(
    folded,
  )
  const later = /(?<![a-z0-9])(0?[2-9]|1[01]) ?thang cuoi nam/.exec(folded)
  const early = Math.min(months?.index ?? Infinity, first?.index ?? Infinity)
  // "Kết quả 6 tháng đầu năm, phương hướng 6 tháng cuối năm": what was done is said first.
  if (later !== null && whole !== null && later.index <= early) {
    const before = lastOfMonths(whole.from, 12 - Number(later[1]))
    if (before !== null)
      return { from: addDays(before, 1), asOf: whole.to, basis: 'increment', kind: null, strength: 3 }
  }
  if (months !== null && !folded.slice(0, months.index).endsWith('ngay ')) {
    const kind = Number(months[1]) === 9 ? 'nine' : 'half'
    return cumulativeOf(kind, parsePeriodCode(`${year}-${kind === 'nine' ? '9T' : '6T'}`, yearStart)?.to ?? null)
  }
  if (first !== null && whole !== null) return cumulativeOf(null, lastOfMonths(whole.from, Number(first[1])))
  const half = /(?<![a-z])(?:(hai|0?2) quy|(ba|0?3) quy|nua) dau nam|(?<![a-z])nua cuoi nam/.exec(folded)
  if (half !== null && whole !== null) {
    const end = lastOfMonths(whole.from, half[2] === undefined ? 6 : 9)
    if (end !== null && half[0].endsWith('cuoi nam'))
      return { from: addDays(end, 1), asOf: whole.to, basis: 'increment', kind: null, strength: 3 }
    return cumulativeOf(half[2] === undefined ? 'half' : 'nine', end)
  }
  const quarter = /(?<![a-z0-9])(?:quy|q)[ .]?(iv|i{1,3}|[1-4])(?![a-z0-9])/.exec(folded)
  if (quarter !== null) {
    const period = parsePeriodCode(`${year}-Q${quarterNumber(quarter[1])}`, yearStart)
    if (period !== null) return { from: period.from, asOf: period.to, basis: 'increment', kind: 'quarter', strength: 3 }
  }
  const week = /(?<![a-z0-9])tuan (?:thu )?(\d{1,2})(?!\d|\/(?!20\d\d))/.exec(folded)
  if (week !== null) {
    const period = parsePeriodCode(`${year}-W${week[1] ?? ''}`, yearStart)
    if (period !== null) return { from: period.from, asOf: period.to, basis: 'increment', kind: 'week', strength: 3 }
  }
  const month =
    /(?<![a-z0-9])(?:thang|th|t)[ .]?(0?[1-9]|1[0-2])(?![\d])/.exec(folded) ??
    /(?<!\d|\d[/.-])(0?[1-9]|1[0-2])[/.-]20\d{2}(?!\d)/.exec(folded) ??
    /(?<!\d)20\d{2}[-.](0[1-9]|1[0-2])(?![\d.-])/.exec(folded)
  if (month !== null) {
    const period = monthOf(year, Number(month[1]))
    if (period !== null) return { from: period.from, asOf: period.to, basis: 'increment', kind: 'month', strength: 3 }
  }
  if (/(?<![a-z])(?:ca )?nam (?:20\d{2})/.test(folded)) {
    if (whole !== null) return { from: null, asOf: whole.to, basis: 'cumulative', kind: 'year', strength: 1 }
  }
  return null
}

/** A whole day in a file's name: "den 30-6-2024", "20240630". */
export function readDayInName(name: string): IsoDate | null {
  const folded = foldText(name).replace(/_+/g, ' ')
  const run = /(?<!\d)(20\d{2})[-. ]?(0[1-9]|1[0-2])[-. ]?([0-2]\d|3[01])(?!\d)/.exec(folded)
  if (run !== null) return makeIsoDate(Number(run[1]), Number(run[2]), Number(run[3]))
  const day = /(?<!\d)(\d{1,2})[-. ](\d{1,2})[-. ](20\d{2})(?!\d)/.exec(folded)
  return day === null ? null : makeIsoDate(Number(day[3]), Number(day[2]), Number(day[1]))
}

/** The year a text names, for lines that name a period without one. */
export function yearInText(text: string): number | null {
  const match = YEAR.exec(foldText(text).replace(/_+/g, ' '))
  return match === null ? null : Number(match[1])
}

/** "Đông Hà, ngày 28 tháng 6 năm 2024": where a paper was signed and when; not what its figures are of. */
export function isSigningLine(text: string): boolean {
  return (
    /(?:^|, ?)ngay (?:\d{1,2}|\.+|…)? ?thang (?:\d{1,2}|\.+|…)? ?nam/.test(foldText(text)) &&
    !/tu ngay|den ngay|tinh den/.test(foldText(text))
  )
}

/** The day of such a line; null for one left open ("ngày … tháng … năm 2024") or another line. */
export function signingDay(text: string): IsoDate | null {
  const said = isSigningLine(text) ? /ngay (\d{1,2}) thang (\d{1,2}) nam (\d{4})/.exec(foldText(text)) : null
  return said === null ? null : makeIsoDate(Number(said[3]), Number(said[2]), Number(said[1]))
}

function quarterNumber(text: string | undefined): number {
  return { i: 1, ii: 2, iii: 3, iv: 4 }[text ?? ''] ?? Number(text)
}

/** The last day of the first so many months of a year. */
function lastOfMonths(begin: IsoDate, count: number): IsoDate | null {
  let end: IsoDate | null = null
  for (let month = 0, day: IsoDate = begin; month < count; month++) {
    // Years of offices begin on a month's first day, so that a month further is the next month's first.
    end = periodOf('month', day)?.to ?? null
    if (end === null) return null
    day = addDays(end, 1)
  }
  return end
}

function cumulativeOf(kind: PeriodKind | null, to: IsoDate | null): NamedPeriod | null {
  return to === null ? null : { from: null, asOf: to, basis: 'cumulative', kind, strength: 3 }
}

function monthOf(year: number, month: number): { readonly from: IsoDate; readonly to: IsoDate } | null {
  const from = makeIsoDate(year, month, 1)
  return from === null ? null : periodOf('month', from)
}

/** Six groups: day, month, year in words, then in figures. */
function dayOf(groups: readonly (string | undefined)[], yearHint: number | null): IsoDate | null {
  const [day, month, year] = groups[0] === undefined ? groups.slice(3) : groups
  const full = year === undefined ? yearHint : Number(year) < 100 ? 2000 + Number(year) : Number(year)
  return full === null ? null : makeIsoDate(full, Number(month), Number(day))
}
