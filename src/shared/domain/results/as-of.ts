import { addDays, type IsoDate } from '../../kit/dates.ts'
import { addAmounts, type Amount, exactAmount, subtractAmounts } from './amount.ts'
import { amountOf, type ReportedEntry } from './reported-entry.ts'
import {
  type CalendarStart,
  DEFAULT_CALENDAR,
  type ReportingYear,
  reportingYearsIn,
  startOfReportingYear,
} from './reporting-year.ts'

/** What a reader of the figure must be told. Days are ISO. */
export type FigureNote =
  /** The opening of a campaign or phase was read from an earlier report: none stands on the day before it. */
  | { readonly code: 'OPENING_FROM_EARLIER'; readonly wanted: IsoDate; readonly used: IsoDate | null }
  /** The plan has not begun on the day asked for. */
  | { readonly code: 'NOT_BEGUN'; readonly from: IsoDate }

/** A figure read from one unit's reports. `asOf` is the last day they speak of; null amount = nothing reported. */
export interface ReportedFigure {
  readonly amount: Amount | null
  readonly asOf: IsoDate | null
  readonly notes: readonly FigureNote[]
}

const NOTHING: ReportedFigure = { amount: null, asOf: null, notes: [] }

/**
 * Flow and loss within one reporting year, as of a day: the latest cumulative report that starts at the year's
 * start, plus the increments that begin after it; without one, all increments since that start.
 * The latest cumulative wins over everything inside it, so increments it covers are not counted twice.
 */
export function countedInYear(entries: readonly ReportedEntry[], yearStart: IsoDate, day: IsoDate): ReportedFigure {
  const base = baseOf(entries, yearStart, day)
  let amount: Amount | null = base === null ? null : amountOf(base)
  let asOf: IsoDate | null = base === null ? null : base.asOf
  for (const entry of entries) {
    if (!isAdded(entry, base, yearStart, day)) continue
    amount = addAmounts(amount ?? exactAmount(0), amountOf(entry))
    if (asOf === null || entry.asOf > asOf) asOf = entry.asOf
  }
  return amount === null ? NOTHING : { amount, asOf, notes: NOTHING.notes }
}

/** The latest cumulative entry of the year by the day. */
function baseOf(entries: readonly ReportedEntry[], yearStart: IsoDate, day: IsoDate): ReportedEntry | null {
  let base: ReportedEntry | null = null
  for (const entry of entries) {
    if (entry.basis !== 'cumulative' || entry.from !== yearStart || entry.asOf > day) continue
    if (base === null || entry.asOf > base.asOf) base = entry
  }
  return base
}

/** Whether an increment is counted on top of the base. */
function isAdded(entry: ReportedEntry, base: ReportedEntry | null, yearStart: IsoDate, day: IsoDate): boolean {
  if (entry.basis !== 'increment' || entry.asOf > day) return false
  return base === null ? entry.from >= yearStart : entry.from > base.asOf
}

/** The window a plan counts in. */
export interface CountWindow {
  readonly from: IsoDate
  readonly to: IsoDate
  /**
   * cumulative: all since the reporting year began, as a year total is counted in the middle of a campaign.
   * increment: only what happened from `from` on.
   */
  readonly basis: 'cumulative' | 'increment'
  readonly calendar?: CalendarStart
}

/**
 * Flow and loss as a plan counts them on day A. Basis increment counts C(min(A, to)) − C(the day before from);
 * a window over several reporting years (a term) is the sum over its years.
 */
export function countedInWindow(entries: readonly ReportedEntry[], window: CountWindow, day: IsoDate): ReportedFigure {
  const { last, totalFrom, years, dayBefore } = daysOf(window, day)
  // Before a phase begins its year's total runs already; before its year begins there is nothing of it.
  if (totalFrom !== null && last >= totalFrom) return countedInYear(entries, totalFrom, last)
  if (last < window.from) return { ...NOTHING, notes: [{ code: 'NOT_BEGUN', from: window.from }] }

  let total = NOTHING
  for (const year of years) {
    const until = last < year.to ? last : year.to
    const closing = countedInYear(entries, year.from, until)
    const counted =
      window.from > year.from
        ? takeOpening(entries, year.from, { from: window.from, dayBefore, last: until }, closing)
        : closing
    total = addFigures(total, counted)
  }
  return total
}

interface WindowDays {
  readonly window: CountWindow
  readonly day: IsoDate
  readonly last: IsoDate
  /** First day of the year's total where that is what the window counts. */
  readonly totalFrom: IsoDate | null
  readonly years: readonly ReportingYear[]
  readonly dayBefore: IsoDate
}
let lastDays: WindowDays | null = null

/** Asked with the same window and day for every unit and indicator of a table; the calendar is only asked once. */
function daysOf(window: CountWindow, day: IsoDate): WindowDays {
  if (lastDays?.window === window && lastDays.day === day) return lastDays
  const { from, to, basis, calendar = DEFAULT_CALENDAR } = window
  const last = day < to ? day : to
  lastDays = {
    window,
    day,
    last,
    totalFrom: basis === 'cumulative' && isWithinOneYear(window) ? startOfReportingYear(from, calendar) : null,
    years: last < from ? [] : reportingYearsIn(from, last, calendar),
    dayBefore: addDays(from, -1),
  }
  return lastDays
}

/** A term runs over several reporting years; whatever its basis, it counts all since its own first day. */
export function isWithinOneYear({ from, to, calendar }: Pick<CountWindow, 'from' | 'to' | 'calendar'>): boolean {
  return startOfReportingYear(from, calendar) === startOfReportingYear(to, calendar)
}

/** Closing minus what stood before the window opened inside the year. */
function takeOpening(
  entries: readonly ReportedEntry[],
  yearStart: IsoDate,
  { from, dayBefore, last }: { readonly from: IsoDate; readonly dayBefore: IsoDate; readonly last: IsoDate },
  closing: ReportedFigure,
): ReportedFigure {
  const opening = countedInYear(entries, yearStart, dayBefore)
  // Nobody has reported since the window opened: the closing is the opening, and says nothing of the window.
  if (closing.amount === null || closing.asOf === null || closing.asOf < from) return NOTHING
  const notes: readonly FigureNote[] =
    opening.asOf === dayBefore || !reachesBefore(entries, yearStart, from, closing.asOf)
      ? []
      : [{ code: 'OPENING_FROM_EARLIER', wanted: dayBefore, used: opening.asOf }]
  const amount =
    opening.amount === null
      ? closing.amount
      : (addedSince(entries, yearStart, dayBefore, last) ?? subtractAmounts(closing.amount, opening.amount))
  return { amount, asOf: closing.asOf, notes }
}

/**
 * Where closing and opening rest on the same cumulative report, the window has exactly the increments added since:
 * "hơn 7.000" to 30/6 and 5.000 in July are 5.000 in July, not about 5.000. Null where they do not.
 */
function addedSince(
  entries: readonly ReportedEntry[],
  yearStart: IsoDate,
  dayBefore: IsoDate,
  last: IsoDate,
): Amount | null {
  const base = baseOf(entries, yearStart, last)
  if (base !== baseOf(entries, yearStart, dayBefore)) return null
  let amount = exactAmount(0)
  for (const entry of entries) {
    const isSince = isAdded(entry, base, yearStart, last) && !isAdded(entry, base, yearStart, dayBefore)
    if (isSince) amount = addAmounts(amount, amountOf(entry))
  }
  return amount
}

/** Whether the closing rests on a report that also speaks of days before the window; then the opening matters. */
function reachesBefore(
  entries: readonly ReportedEntry[],
  yearStart: IsoDate,
  from: IsoDate,
  closingDay: IsoDate,
): boolean {
  return entries.some(
    (entry) => entry.asOf >= from && entry.asOf <= closingDay && entry.from < from && entry.from >= yearStart,
  )
}

function addFigures(a: ReportedFigure, b: ReportedFigure): ReportedFigure {
  if (a === NOTHING) return b
  if (b === NOTHING) return a
  const notes = [...a.notes, ...b.notes]
  if (a.amount === null) return { ...b, notes }
  if (b.amount === null) return { ...a, notes }
  const asOf = a.asOf !== null && (b.asOf === null || a.asOf > b.asOf) ? a.asOf : b.asOf
  return { amount: addAmounts(a.amount, b.amount), asOf, notes }
}

/** Stock: the latest level on or before the day, whatever period the report was about. */
export function latestLevel(entries: readonly ReportedEntry[], day: IsoDate): ReportedFigure {
  let latest: ReportedEntry | null = null
  for (const entry of entries) {
    if (entry.asOf > day) continue
    // Of two statements about the same day the one over the longer period is the fuller report.
    if (latest === null || entry.asOf > latest.asOf || (entry.asOf === latest.asOf && entry.from < latest.from)) {
      latest = entry
    }
  }
  return latest === null ? NOTHING : { amount: amountOf(latest), asOf: latest.asOf, notes: NOTHING.notes }
}
