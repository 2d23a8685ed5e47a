import type { IndicatorKind } from '#shared/domain/indicators/indicator.ts'
import { type AskedYear, sumOverYears } from '#shared/domain/results/compact.ts'
import type { EntriesByUnit } from '#shared/domain/results/inherit.ts'
import type { ReportedEntry } from '#shared/domain/results/reported-entry.ts'
import type { Takeover } from '#shared/domain/units/organisation.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { addDecimals } from '#shared/kit/fraction.ts'
import { ReportMemory } from '../report-memory.ts'
import type { ReadStore } from '../store.ts'
import { lastDayOf, NO_ENTRIES, YearReading } from './year-reading.ts'
import type { AskedIndicator } from './year-recipes.ts'

/** Indicator id → unit id → entries. */
export type EntriesByIndicator = ReadonlyMap<string, EntriesByUnit>

export interface AskedCounts {
  readonly years: readonly AskedYear[]
  /** First day of the window; an increment that crosses it is told apart. */
  readonly opening: IsoDate
  readonly indicators: readonly { readonly id: string; readonly kind: IndicatorKind }[]
  /** What the units in these told is added day by day. */
  readonly takeovers: readonly Takeover[]
}

/** What counting (flow, loss, net) on the years' days can ask for, see `compactYear`. */
export function readCountedEntries(store: Pick<ReadStore, 'sqlite'>, asked: AskedCounts): EntriesByIndicator {
  const memory = ReportMemory.of(store.sqlite)
  const { years, opening, takeovers } = asked
  const indicators = asked.indicators.flatMap(({ id, kind }) =>
    kind === 'stock' || kind === 'ratio' ? [] : [{ id, number: memory.numberOf(id) }],
  )
  const last = years.at(-1)
  if (last === undefined) return new Map()
  const whole = unitsOf(takeovers)
  const readYear = (year: AskedYear): EntriesByIndicator =>
    readEntries(memory, indicators, new YearReading(year, { opening, indicators, whole }))
  const running = readYear(last)
  // Where the window opens inside its first year, what was told before is taken off there.
  const [first = last] = years
  const opensInside = years.length > 1 && opening > first.from
  const past = years.slice(opensInside ? 1 : 0, -1)
  const opened = opensInside ? joinEntries(readYear(first), running) : running
  return past.length === 0 ? opened : joinEntries(readPast(memory, past, indicators, takeovers), opened)
}

/**
 * Years of a term that are over, each counted from its first day to its last: one increment a unit, of what all of them
 * count together, in the year that was told last. They are the same on every day of the year that runs, and are held.
 * Figures with more to them than their number stay as they were told, those of units taken over in these years by year.
 */
function readPast(
  memory: ReportMemory,
  years: readonly AskedYear[],
  indicators: readonly AskedIndicator[],
  takeovers: readonly Takeover[],
): EntriesByIndicator {
  const from = years[0]?.from ?? ''
  const until = lastDayOf(years.at(-1))
  const within = takeovers.filter(({ on }) => on <= until)
  const readings = years.map((year) => {
    const day = lastDayOf(year)
    // Only in the year of a takeover are those before it and those after it told apart.
    const whole = unitsOf(within.filter(({ on }) => on > year.from && on <= day))
    return new YearReading(year, { opening: year.from, indicators, whole })
  })
  const apart = unitsOf(within)
  const ofUnit = (unitId: string, at: number): readonly ReportedEntry[] => {
    const plain = apart.has(unitId) ? null : plainTotal(memory, readings, unitId, at)
    if (plain !== null) return plain
    const told = readings.flatMap((reading) => reading.entriesOf(memory, unitId, at))
    return apart.has(unitId) ? told : (sumOverYears(told, years) ?? told)
  }
  const key = JSON.stringify(['past', years, indicators.map(({ id }) => id), within])
  return memory.keep(
    key,
    () => {
      const found = new Map<string, Map<string, readonly ReportedEntry[]>>()
      const units = new Set(readings.flatMap((reading) => reading.units(memory)))
      for (const [at, { id }] of indicators.entries()) {
        const byUnit = new Map<string, readonly ReportedEntry[]>()
        for (const unitId of units) {
          const entries = ofUnit(unitId, at)
          if (entries.length > 0) byUnit.set(unitId, entries)
        }
        found.set(id, byUnit)
      }
      return found
    },
    {
      days: [from, until],
      patch: (made, unitId) => {
        for (const [at, { id }] of indicators.entries()) {
          const entries = ofUnit(unitId, at)
          if (entries.length > 0) made.get(id)?.set(unitId, entries)
          else made.get(id)?.delete(unitId)
        }
      },
    },
  )
}

/**
 * What `sumOverYears` makes of a unit's years, from the numbers themselves where they are nothing but numbers, as nearly
 * all are: ten thousand times in a term.
 */
function plainTotal(
  memory: ReportMemory,
  readings: readonly YearReading[],
  unitId: string,
  at: number,
): readonly ReportedEntry[] | null {
  let value = 0
  let asOf: IsoDate | null = null
  let from: IsoDate = ''
  for (const reading of readings) {
    const total = reading.totalOf(memory, unitId, at)
    if (total === null) return null
    if (total.asOf === '') continue
    value = addDecimals(value, total.value)
    if (asOf !== null && total.asOf <= asOf) continue
    asOf = total.asOf
    from = reading.from
  }
  return asOf === null
    ? NO_ENTRIES
    : [{ from, asOf, basis: 'increment', value, qualifier: null, word: null, statedPercent: null }]
}

/** Both lists of a unit, without a list being made of the thousands that are only in one. */
function joinEntries(before: EntriesByIndicator, after: EntriesByIndicator): EntriesByIndicator {
  return new Map([...after].map(([id, later]) => [id, joinUnits(before.get(id) ?? NONE, later)]))
}

const NONE: EntriesByUnit & ReadonlyMap<string, readonly ReportedEntry[]> = new Map()

function joinUnits(before: EntriesByUnit, after: EntriesByUnit): EntriesByUnit {
  if (before.size === 0) return after
  return {
    size: Math.max(before.size, after.size),
    get: (unitId) => {
      const [earlier, later] = [before.get(unitId), after.get(unitId)]
      if (earlier === undefined || later === undefined) return earlier ?? later
      return [...earlier, ...later]
    },
  }
}

function readEntries(
  memory: ReportMemory,
  indicators: readonly AskedIndicator[],
  reading: YearReading,
): EntriesByIndicator {
  const units = reading.units(memory)
  return new Map(
    indicators.map(({ id }, at) => {
      const byUnit = new Map<string, readonly ReportedEntry[]>()
      for (const unitId of units) {
        const entries = reading.entriesOf(memory, unitId, at)
        if (entries.length > 0) byUnit.set(unitId, entries)
      }
      return [id, byUnit]
    }),
  )
}

function unitsOf(takeovers: readonly Takeover[]): ReadonlySet<string> {
  return new Set(takeovers.flatMap(({ heirId, sourceIds }) => [heirId, ...sourceIds]))
}
