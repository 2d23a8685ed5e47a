import { addDays, daysBetween, type IsoDate, makeIsoDate, yearOf } from '../../kit/dates.ts'
import { toRoman } from '../text/roman.ts'
import { type CalendarStart, DEFAULT_CALENDAR, reportingYearOf } from '../results/reporting-year.ts'

/** How often reports come: half and nine are the first six and nine months of a reporting year. */
export const PERIOD_KINDS = ['week', 'month', 'quarter', 'half', 'nine', 'year'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/**
 * A row of the reporting calendar: reports of this kind are due, from one day to another (both included, null =
 * open). `dueDays` counts from the period's last day: 5 = five days after it, -2 = two days before, 0 = on it.
 */
export interface CalendarRule {
  readonly kind: PeriodKind
  /** First day of the reporting year, MM-DD: "01-01" or "12-01". */
  readonly yearStart: CalendarStart
  readonly dueDays: number
  readonly validFrom: IsoDate | null
  readonly validTo: IsoDate | null
}

/** One period of a reporting year; both days included. */
export interface ReportingPeriod {
  readonly kind: PeriodKind
  /** Within one calendar unique: "2024-W25", "2024-06", "2024-Q2", "2024-6T", "2024-9T", "2024". */
  readonly code: string
  /** "tháng 6/2024", "quý II/2024", "6 tháng đầu năm 2024", "năm 2024". */
  readonly name: string
  readonly from: IsoDate
  readonly to: IsoDate
  /** First day of its reporting year: what a cumulative figure of it counts from. */
  readonly yearFrom: IsoDate
}

export interface DuePeriod extends ReportingPeriod {
  readonly dueOn: IsoDate
}

/**
 * The period of a kind a day lies in. Months, quarters and halves are counted from the reporting year's first day
 * (of a year from 01/12 the first six months end 31/5); weeks run from Monday to Sunday. A day behind the sixth
 * or ninth month has no such period any more: null.
 */
export function periodOf(
  kind: PeriodKind,
  day: IsoDate,
  yearStart: CalendarStart = DEFAULT_CALENDAR,
): ReportingPeriod | null {
  const year = reportingYearOf(day, yearStart)
  if (kind === 'week') return weekOf(day, year.from)
  const length = MONTHS[kind]
  const fixed = kind === 'half' || kind === 'nine' || kind === 'year'
  for (let first = 0; first < (fixed ? 1 : 12); first += length) {
    const from = addMonths(year.from, first)
    const to = addDays(addMonths(year.from, first + length), -1)
    if (from <= day && day <= to) return describe(kind, from, to, year)
  }
  return null
}

/** Every period of a kind that ends between two days, both included, in order. */
export function periodsEnding(
  kind: PeriodKind,
  from: IsoDate,
  to: IsoDate,
  yearStart: CalendarStart = DEFAULT_CALENDAR,
): readonly ReportingPeriod[] {
  const periods: ReportingPeriod[] = []
  for (let day = from; day <= to;) {
    const period = periodOf(kind, day, yearStart)
    if (period !== null && period.to >= from && period.to <= to) periods.push(period)
    day = addDays(period?.to ?? reportingYearOf(day, yearStart).to, 1)
  }
  return periods
}

/** The periods the calendar asks for that end between two days, with the day each is due, in order of that day. */
export function duePeriods(rules: readonly CalendarRule[], from: IsoDate, to: IsoDate): readonly DuePeriod[] {
  const periods = rules.flatMap((rule) =>
    periodsEnding(rule.kind, from, to, rule.yearStart)
      .filter(
        (period) =>
          (rule.validFrom === null || rule.validFrom <= period.to) &&
          (rule.validTo === null || period.to <= rule.validTo),
      )
      .map((period): DuePeriod => ({ ...period, dueOn: addDays(period.to, rule.dueDays) })),
  )
  const known = new Set<string>()
  return periods
    .filter((period) => {
      const key = `${period.kind}|${period.from}|${period.to}`
      return !known.has(key) && known.add(key) !== undefined
    })
    .toSorted((a, b) => compare(a.dueOn, b.dueOn) || compare(a.to, b.to) || compare(b.from, a.from))
}

/** The last period the calendar asked for that was over on a day; null when it asks for none by then. */
export function lastDuePeriod(rules: readonly CalendarRule[], day: IsoDate): DuePeriod | null {
  // A year and a month back is far enough for every kind.
  const over = duePeriods(rules, addDays(day, -400), day)
  return over.reduce<DuePeriod | null>(
    (last, period) =>
      last === null || period.to > last.to || (period.to === last.to && period.from > last.from) ? period : last,
    null,
  )
}

/** Reads a code as `ReportingPeriod.code` writes it; null for text that is none. */
export function parsePeriodCode(code: string, yearStart: CalendarStart = DEFAULT_CALENDAR): ReportingPeriod | null {
  const match = /^(\d{4})(?:-(?:W(\d{1,2})|Q([1-4])|(6T|9T)|(\d{1,2})))?$/i.exec(code.trim())
  if (match === null) return null
  const year = Number(match[1])
  if (match[2] !== undefined) {
    // The 4th of January always lies in the first week.
    const first = makeIsoDate(year, 1, 4)
    const week = first === null ? null : weekOf(addDays(first, (Number(match[2]) - 1) * 7), first)
    return week?.code.endsWith(`-W${(match[2] ?? '').padStart(2, '0')}`) === true
      ? periodOf('week', week.to, yearStart)
      : null
  }
  if (match[5] !== undefined) {
    const month = Number(match[5])
    const from = makeIsoDate(year, month, 1)
    if (from === null) return null
    // Months that begin on another day than the first are named by the day they end on.
    return (
      [periodOf('month', from, yearStart), periodOf('month', addDays(addMonths(from, 1), -1), yearStart)].find(
        (period) => period?.code === `${match[1]}-${String(month).padStart(2, '0')}`,
      ) ?? null
    )
  }
  const end = endOfYearNamed(year, yearStart)
  if (end === null) return null
  const begin = reportingYearOf(end, yearStart).from
  if (match[3] !== undefined) return periodOf('quarter', addMonths(begin, (Number(match[3]) - 1) * 3), yearStart)
  const kind = match[4] === undefined ? 'year' : match[4].toUpperCase() === '6T' ? 'half' : 'nine'
  return periodOf(kind, begin, yearStart)
}

const MONTHS = { month: 1, quarter: 3, half: 6, nine: 9, year: 12 } as const

function describe(
  kind: Exclude<PeriodKind, 'week'>,
  from: IsoDate,
  to: IsoDate,
  year: { readonly from: IsoDate; readonly to: IsoDate },
): ReportingPeriod {
  // A year from 01/12/2023 to 30/11/2024 is the year 2024.
  const label = String(yearOf(year.to))
  const period = { kind, from, to, yearFrom: year.from }
  switch (kind) {
    case 'month':
      return { ...period, code: to.slice(0, 7), name: `tháng ${Number(to.slice(5, 7))}/${to.slice(0, 4)}` }
    case 'quarter': {
      const number = Math.round(monthsBetween(year.from, from) / 3) + 1
      return { ...period, code: `${label}-Q${number}`, name: `quý ${toRoman(number)}/${label}` }
    }
    case 'half':
      return { ...period, code: `${label}-6T`, name: `6 tháng đầu năm ${label}` }
    case 'nine':
      return { ...period, code: `${label}-9T`, name: `9 tháng đầu năm ${label}` }
    case 'year':
      return { ...period, code: label, name: `năm ${label}` }
  }
}

/** Weeks are numbered as ISO 8601 does: the first is the one with the year's first Thursday. */
function weekOf(day: IsoDate, yearFrom: IsoDate): ReportingPeriod {
  // 1/1/2024 was a Monday.
  const sinceMonday = ((daysBetween('2024-01-01', day) % 7) + 7) % 7
  const from = addDays(day, -sinceMonday)
  const year = yearOf(addDays(from, 3))
  const firstThursday = addDays(`${String(year).padStart(4, '0')}-01-04`, 0)
  const firstMonday = addDays(firstThursday, -(((daysBetween('2024-01-01', firstThursday) % 7) + 7) % 7))
  const number = Math.round(daysBetween(firstMonday, from) / 7) + 1
  return {
    kind: 'week',
    code: `${year}-W${String(number).padStart(2, '0')}`,
    name: `tuần ${number}/${year}`,
    from,
    to: addDays(from, 6),
    yearFrom,
  }
}

/** A day of the reporting year that is named after `year`: the year its last day lies in. */
function endOfYearNamed(year: number, yearStart: CalendarStart): IsoDate | null {
  const begin = yearStart === DEFAULT_CALENDAR ? `${String(year).padStart(4, '0')}-01-01` : null
  if (begin !== null) return begin
  const start = makeIsoDate(year, Number(yearStart.slice(0, 2)), Number(yearStart.slice(3)))
  return start === null ? null : addDays(start, -1)
}

/** The same day some months later; day 31 becomes the last day of a shorter month. */
function addMonths(day: IsoDate, months: number): IsoDate {
  const total = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(total / 12), (total % 12) + 1]
  for (let date = Number(day.slice(8)); date > 27; date--) {
    const made = makeIsoDate(year, month, date)
    if (made !== null) return made
  }
  return makeIsoDate(year, month, Math.min(Number(day.slice(8)), 27)) ?? day
}

function monthsBetween(from: IsoDate, to: IsoDate): number {
  return (yearOf(to) - yearOf(from)) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
