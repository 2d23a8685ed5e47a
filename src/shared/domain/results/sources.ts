import { addDays, type IsoDate } from '../../kit/dates.ts'
import type { IndicatorKind } from '../indicators/indicator.ts'
import { type CountWindow, isWithinOneYear } from './as-of.ts'
import type { ReportedEntry } from './reported-entry.ts'
import { DEFAULT_CALENDAR, reportingYearsIn, startOfReportingYear } from './reporting-year.ts'

/**
 * counted  its value is added
 * opening  its value is taken off, since the window opens inside the year
 * covered  speaks of days a later cumulative report, or a later level, speaks of as well
 */
export const SOURCE_USES = ['counted', 'opening', 'covered'] as const
export type SourceUse = (typeof SOURCE_USES)[number]

export interface UsedEntry<E extends ReportedEntry> {
  readonly entry: E
  readonly use: SourceUse
}

/**
 * Which of a unit's entries its figure rests on: Σ counted − Σ opening is the figure `countedInWindow` or `latestLevel`
 * gives, entry by entry. An entry that is counted and taken off again (told before the window opened, nothing since)
 * is left out, as are those outside the years the window touches.
 */
export function usedEntries<E extends ReportedEntry>(
  entries: readonly E[],
  kind: IndicatorKind,
  window: CountWindow,
  day: IsoDate,
): readonly UsedEntry<E>[] {
  const last = day < window.to ? day : window.to
  if (kind === 'stock' || kind === 'ratio') return usedLevels(entries, last)
  const calendar = window.calendar ?? DEFAULT_CALENDAR
  if (window.basis === 'cumulative' && isWithinOneYear(window)) {
    const from = startOfReportingYear(window.from, calendar)
    return label(entries, from, last, countedBy(entries, from, last), [])
  }
  return reportingYearsIn(window.from, last, calendar).flatMap((year) => {
    const until = last < year.to ? last : year.to
    const closing = countedBy(entries, year.from, until)
    if (window.from <= year.from) return label(entries, year.from, until, closing, [])
    const isTold = closing.some((entry) => entry.asOf >= window.from)
    if (!isTold) return []
    return label(entries, year.from, until, closing, countedBy(entries, year.from, addDays(window.from, -1)))
  })
}

/** The same choice as `countedInYear` makes. */
function countedBy<E extends ReportedEntry>(entries: readonly E[], yearStart: IsoDate, day: IsoDate): readonly E[] {
  let base: E | null = null
  for (const entry of entries) {
    if (entry.basis !== 'cumulative' || entry.from !== yearStart || entry.asOf > day) continue
    if (base === null || entry.asOf > base.asOf) base = entry
  }
  const { asOf } = base ?? { asOf: null }
  const added = entries.filter(
    (entry) =>
      entry.basis === 'increment' && entry.asOf <= day && (asOf === null ? entry.from >= yearStart : entry.from > asOf),
  )
  return base === null ? added : [base, ...added]
}

function label<E extends ReportedEntry>(
  entries: readonly E[],
  from: IsoDate,
  until: IsoDate,
  closing: readonly E[],
  opening: readonly E[],
): readonly UsedEntry<E>[] {
  return entries.flatMap((entry): UsedEntry<E>[] => {
    if (entry.from < from || entry.asOf > until) return []
    const isCounted = closing.includes(entry)
    const isOpening = opening.includes(entry)
    if (isCounted && isOpening) return []
    return [{ entry, use: isCounted ? 'counted' : isOpening ? 'opening' : 'covered' }]
  })
}

function usedLevels<E extends ReportedEntry>(entries: readonly E[], last: IsoDate): readonly UsedEntry<E>[] {
  let latest: E | null = null
  for (const entry of entries) {
    if (entry.asOf > last) continue
    if (latest === null || entry.asOf > latest.asOf || (entry.asOf === latest.asOf && entry.from < latest.from))
      latest = entry
  }
  return entries.flatMap((entry): UsedEntry<E>[] =>
    entry.asOf > last ? [] : [{ entry, use: entry === latest ? 'counted' : 'covered' }],
  )
}
