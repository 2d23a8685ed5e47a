import { addDays, type IsoDate } from '../../kit/dates.ts'
import { groupBy } from '../../kit/group-by.ts'
import type { IndicatorKind } from '../indicators/indicator.ts'
import type { Takeover } from '../units/organisation.ts'
import { addAmounts, type Amount } from './amount.ts'
import { countedInYear, latestLevel, type ReportedFigure } from './as-of.ts'
import type { ReportedEntry } from './reported-entry.ts'
import { type CalendarStart, DEFAULT_CALENDAR, startOfReportingYear } from './reporting-year.ts'

/** What units reported of one indicator, by unit id. */
export type EntriesByUnit = Pick<ReadonlyMap<string, readonly ReportedEntry[]>, 'get' | 'size'>

/**
 * What units reported of one indicator, with what those they took over reported before. Up to the day before a
 * takeover the successor has the sum of all, as if it had always been one unit; from the day on only its own reports
 * speak: its next cumulative report covers everything, its increments add to the sum. What the others reported stays
 * under them for whoever asks of an earlier day. `days`: figures are asked for on these alone, and the sums are made for
 * no others; null: on any day.
 */
export function inheritEntries(
  entries: EntriesByUnit,
  takeovers: readonly Takeover[],
  kind: IndicatorKind,
  calendar: CalendarStart = DEFAULT_CALENDAR,
  days: readonly IsoDate[] | null = null,
): EntriesByUnit {
  const inherited = new Map<string, readonly ReportedEntry[]>()
  const known: EntriesByUnit = {
    get: (unitId) => inherited.get(unitId) ?? entries.get(unitId),
    get size() {
      return entries.size + [...inherited.keys()].filter((id) => entries.get(id) === undefined).length
    },
  }
  for (const { heirId, on, sourceIds } of takeovers) {
    const own = known.get(heirId) ?? []
    const sources = sourceIds.flatMap((id) => {
      const list = (known.get(id) ?? []).filter((entry) => entry.asOf < on)
      return list.length === 0 ? [] : [list]
    })
    if (sources.length === 0) continue
    const before = own.filter((entry) => entry.asOf < on)
    const together = combine(before.length === 0 ? sources : [before, ...sources], kind, {
      calendar,
      last: addDays(on, -1),
      days,
    })
    inherited.set(heirId, [...together, ...own.filter((entry) => entry.asOf >= on)])
  }
  return inherited.size === 0 ? entries : known
}

interface Combining {
  readonly calendar: CalendarStart
  /** The day before the takeover. */
  readonly last: IsoDate
  readonly days: readonly IsoDate[] | null
}

/**
 * Of days something was told on, in order, those that figures of the asked days rest on: in each reporting year its last,
 * and the last by each day asked for.
 */
function lastOfYears(
  told: readonly IsoDate[],
  asked: readonly IsoDate[] | null,
  calendar: CalendarStart,
): readonly IsoDate[] {
  if (asked === null) return told
  return told.filter((day, at) => {
    const next = told[at + 1]
    if (next === undefined || startOfReportingYear(next, calendar) !== startOfReportingYear(day, calendar)) return true
    return asked.some((one) => day <= one && one < next)
  })
}

/** One cumulative entry for each day any of them speaks of: the sum of what each had by then. */
function combine(
  lists: readonly (readonly ReportedEntry[])[],
  kind: IndicatorKind,
  { calendar, last, days: asked }: Combining,
): readonly ReportedEntry[] {
  const [only] = lists
  if (only !== undefined && lists.length === 1) return only
  // Percents of unlike units have no sum; the successor's is not known until it reports one.
  if (kind === 'ratio') return []
  // Counting looks at nothing that began before its year; a term's lists are not gone through whole for every day.
  const byYear = lists.map((list) => groupBy(list, (entry) => startOfReportingYear(entry.from, calendar)))
  const days = [...new Set(lists.flatMap((list) => list.map((entry) => entry.asOf)))].filter((day) => day <= last)
  return lastOfYears(days.toSorted(), asked, calendar).flatMap((day) => {
    const from = startOfReportingYear(day, calendar)
    const told = kind === 'stock' ? lists : byYear.flatMap((years) => [years.get(from) ?? []])
    const read = (list: readonly ReportedEntry[]): ReportedFigure =>
      kind === 'stock' ? latestLevel(list, day) : countedInYear(list, from, day)
    const sum = told.reduce<Amount | null>((total, list) => {
      const { amount } = read(list)
      return amount === null ? total : total === null ? amount : addAmounts(total, amount)
    }, null)
    if (sum === null) return []
    const { value, qualifier, word } = sum
    return [{ from, asOf: day, basis: 'cumulative' as const, value, qualifier, word, statedPercent: null }]
  })
}
