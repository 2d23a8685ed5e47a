import type { IsoDate } from '../../kit/dates.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import type { IndicatorKind } from '../indicators/indicator.ts'
import { isSameStatement, type ReportedEntry } from './reported-entry.ts'
import { type CalendarStart, reportingYearOf } from './reporting-year.ts'

/** Why a figure is not taken: it could not be counted without counting some days twice or in two years. */
export type EntryRefusal =
  | { readonly code: 'OVERLAPS'; readonly other: ReportedEntry }
  | { readonly code: 'CROSSES_YEAR'; readonly boundary: IsoDate }
  | { readonly code: 'CROSSES_CUMULATIVE'; readonly other: ReportedEntry }
  | { readonly code: 'LEVEL_NOT_INCREMENT' }
  | { readonly code: 'NEGATIVE' }

/** Taken, and worth a look. */
export type EntryWarning =
  /** A cumulative figure is lower than an earlier one of the same year, or higher than a later one. */
  | { readonly code: 'CUMULATIVE_FALLS'; readonly earlier: ReportedEntry; readonly later: ReportedEntry }
  /** It starts on no reporting year's first day, so no plan counts it. */
  | { readonly code: 'NOT_FROM_YEAR_START'; readonly from: IsoDate }
  /** It ends inside an increment reported before, whose days after it are no longer counted. */
  | { readonly code: 'SPLITS_INCREMENT'; readonly other: ReportedEntry }
  /** An increment inside a year of one calendar over the last day of a year of another, whose plans do not count it. */
  | { readonly code: 'CROSSES_OTHER_YEAR'; readonly boundary: IsoDate }

export interface CheckedEntry {
  /** The earlier figure this one corrects, which history keeps. */
  readonly corrects: ReportedEntry | null
  readonly warnings: readonly EntryWarning[]
}

/**
 * Checks one figure against what the same unit reported of the same indicator before. `calendars` are those in
 * use; an increment must lie inside one reporting year of at least one of them.
 */
export function checkEntry(
  entry: ReportedEntry,
  existing: readonly ReportedEntry[],
  kind: IndicatorKind,
  calendars: readonly CalendarStart[],
): Result<CheckedEntry, EntryRefusal> {
  if (entry.value < 0 && kind !== 'net') return err({ code: 'NEGATIVE' })
  const corrects = existing.find((other) => isSameStatement(entry, other)) ?? null
  const others = existing.filter((other) => other !== corrects)
  if (kind === 'stock' || kind === 'ratio') {
    return entry.basis === 'increment' ? err({ code: 'LEVEL_NOT_INCREMENT' }) : ok({ corrects, warnings: [] })
  }
  if (entry.basis === 'increment') {
    const refusal = checkIncrement(entry, others, calendars)
    return refusal === null ? ok({ corrects, warnings: warnIncrement(entry, calendars) }) : err(refusal)
  }
  return ok({ corrects, warnings: warnCumulative(entry, others, kind, calendars) })
}

function checkIncrement(
  entry: ReportedEntry,
  others: readonly ReportedEntry[],
  calendars: readonly CalendarStart[],
): EntryRefusal | null {
  const years = calendars.map((calendar) => reportingYearOf(entry.from, calendar))
  const [first] = years
  if (first !== undefined && years.every((year) => entry.asOf > year.to)) {
    return { code: 'CROSSES_YEAR', boundary: first.to }
  }
  for (const other of others) {
    if (other.basis === 'increment') {
      if (other.from <= entry.asOf && entry.from <= other.asOf) return { code: 'OVERLAPS', other }
    } else if (endsInside(other, entry)) return { code: 'CROSSES_CUMULATIVE', other }
  }
  return null
}

/** Two calendars side by side: the fourth quarter is one increment of the one and lies over 1 December of the other. */
function warnIncrement(entry: ReportedEntry, calendars: readonly CalendarStart[]): readonly EntryWarning[] {
  return calendars.flatMap((calendar): EntryWarning[] => {
    const year = reportingYearOf(entry.from, calendar)
    return entry.asOf > year.to ? [{ code: 'CROSSES_OTHER_YEAR', boundary: year.to }] : []
  })
}

function warnCumulative(
  entry: ReportedEntry,
  others: readonly ReportedEntry[],
  kind: IndicatorKind,
  calendars: readonly CalendarStart[],
): readonly EntryWarning[] {
  const warnings: EntryWarning[] = []
  const starts = calendars.some((calendar) => {
    const year = reportingYearOf(entry.from, calendar)
    return year.from === entry.from && entry.asOf <= year.to
  })
  if (!starts) warnings.push({ code: 'NOT_FROM_YEAR_START', from: entry.from })
  const sameStart = others.filter((other) => other.basis === 'cumulative' && other.from === entry.from)
  const before = latestOf(sameStart.filter((other) => other.asOf < entry.asOf))
  if (kind !== 'net' && before !== null && before.value > entry.value) {
    warnings.push({ code: 'CUMULATIVE_FALLS', earlier: before, later: entry })
  }
  const after = sameStart.filter((other) => other.asOf > entry.asOf).toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1))[0]
  if (kind !== 'net' && after !== undefined && after.value < entry.value) {
    warnings.push({ code: 'CUMULATIVE_FALLS', earlier: entry, later: after })
  }
  for (const other of others) {
    if (other.basis === 'increment' && endsInside(entry, other)) warnings.push({ code: 'SPLITS_INCREMENT', other })
  }
  return warnings
}

function endsInside(cumulative: ReportedEntry, increment: ReportedEntry): boolean {
  return cumulative.from <= increment.from && increment.from <= cumulative.asOf && cumulative.asOf < increment.asOf
}

function latestOf(entries: readonly ReportedEntry[]): ReportedEntry | null {
  return entries.reduce<ReportedEntry | null>(
    (latest, entry) => (latest === null || entry.asOf > latest.asOf ? entry : latest),
    null,
  )
}
