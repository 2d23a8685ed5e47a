import type { IndicatorKind } from '#shared/domain/indicators/indicator.ts'
import {
  allEntries,
  type AskedYear,
  compactYear,
  entriesOfPlan,
  sumOverYears,
  type ToldFigure,
} from '#shared/domain/results/compact.ts'
import type { EntriesByUnit } from '#shared/domain/results/inherit.ts'
import type { ReportedEntry } from '#shared/domain/results/reported-entry.ts'
import type { Takeover } from '#shared/domain/units/organisation.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { type HeldReports, ReportMemory, toldBy } from '../report-memory.ts'
import { placeIn } from '../report-shape.ts'
import type { ReadStore } from '../store.ts'
import { type AskedIndicator, type YearRecipe, YearRecipes } from './year-recipes.ts'

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

interface Reading {
  readonly opening: IsoDate
  readonly indicators: readonly AskedIndicator[]
  /** Units whose reports are wanted as they were told. */
  readonly whole: ReadonlySet<string>
}

/** Reads the few entries of units in one reporting year, which may lie in two calendar years. */
class YearReading {
  private readonly year: AskedYear
  private readonly asked: Reading
  private readonly recipes: YearRecipes
  private readonly calendarYears: readonly number[]

  constructor(year: AskedYear, asked: Reading) {
    this.year = year
    const opening = asked.opening > year.from ? asked.opening : year.from
    this.asked = { ...asked, opening }
    this.recipes = new YearRecipes(year, opening, asked.indicators)
    this.calendarYears = calendarYearsOf(year.from, lastDayOf(year))
  }

  /** Ids of the units that reported in it. */
  units(memory: ReportMemory): readonly string[] {
    return [...new Set(this.calendarYears.flatMap((year) => [...memory.ofYear(year).keys()]))]
  }

  /** `at`: place of the indicator among those asked. */
  entriesOf(memory: ReportMemory, unitId: string, at: number): readonly ReportedEntry[] {
    const indicator = this.asked.indicators[at]
    const parts = this.partsOf(memory, unitId)
    if (parts.length === 0 || indicator === undefined) return NO_ENTRIES
    const recipe = this.recipes.of(parts, at)
    if (recipe.told.length === 0) return NO_ENTRIES
    const isPlain = recipe.plan !== null && parts.every(({ words }) => words === null)
    if (isPlain && !this.asked.whole.has(unitId)) return plainEntries(recipe, parts, indicator)
    const told: (number | ToldFigure | undefined)[] = recipe.periods.map(() => undefined)
    for (const report of recipe.told) told[report] = toldIn(parts, report, indicator)
    return this.asked.whole.has(unitId)
      ? allEntries(recipe.periods, told)
      : compactYear(recipe.periods, told, this.year, this.asked.opening)
  }

  private partsOf(memory: ReportMemory, unitId: string): readonly HeldReports[] {
    const [only = 0] = this.calendarYears
    if (this.calendarYears.length > 1)
      return this.calendarYears.flatMap((year) => memory.ofYear(year).get(unitId) ?? [])
    const reports = memory.ofYear(only).get(unitId)
    return reports === undefined ? [] : [reports]
  }
}

const NO_ENTRIES: readonly ReportedEntry[] = []

function plainEntries(
  { plan, periods }: YearRecipe,
  parts: readonly HeldReports[],
  { number }: AskedIndicator,
): readonly ReportedEntry[] {
  if (plan === null) return NO_ENTRIES
  const [only] = parts
  if (only === undefined || parts.length > 1)
    return entriesOfPlan(plan, periods, (report) => {
      const [part, place] = partOf(parts, report)
      return part === undefined ? 0 : (part.numbers[part.offset + placeIn(part.shape, place, number)] ?? 0)
    })
  const { shape, numbers, offset } = only
  return entriesOfPlan(plan, periods, (report) => numbers[offset + placeIn(shape, report, number)] ?? 0)
}

function toldIn(
  parts: readonly HeldReports[],
  report: number,
  indicator: AskedIndicator,
): number | ToldFigure | undefined {
  const [part, place] = partOf(parts, report)
  return part === undefined ? undefined : toldBy(part, place, indicator)
}

/** Reports of the parts are counted through. */
function partOf(parts: readonly HeldReports[], report: number): readonly [HeldReports | undefined, number] {
  let place = report
  for (const part of parts) {
    const { length } = part.shape.periods
    if (place < length) return [part, place]
    place -= length
  }
  return [undefined, -1]
}

function unitsOf(takeovers: readonly Takeover[]): ReadonlySet<string> {
  return new Set(takeovers.flatMap(({ heirId, sourceIds }) => [heirId, ...sourceIds]))
}

function lastDayOf(year: AskedYear | undefined): IsoDate {
  return year?.days.reduce((latest, day) => (day > latest ? day : latest), '') ?? ''
}

function calendarYearsOf(from: IsoDate, last: IsoDate): readonly number[] {
  const first = Number(from.slice(0, 4))
  return Array.from({ length: Number(last.slice(0, 4)) - first + 1 }, (_, at) => first + at)
}
