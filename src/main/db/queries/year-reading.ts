import {
  allEntries,
  type AskedYear,
  compactYear,
  entriesOfPlan,
  type ToldFigure,
} from '#shared/domain/results/compact.ts'
import type { ReportedEntry } from '#shared/domain/results/reported-entry.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { addDecimals } from '#shared/kit/fraction.ts'
import { type HeldReports, type ReportMemory, toldBy } from '../report-memory.ts'
import { placeIn } from '../report-shape.ts'
import { type AskedIndicator, type YearRecipe, YearRecipes } from './year-recipes.ts'

interface Reading {
  readonly opening: IsoDate
  readonly indicators: readonly AskedIndicator[]
  /** Units whose reports are wanted as they were told. */
  readonly whole: ReadonlySet<string>
}

/** Reads the few entries of units in one reporting year, which may lie in two calendar years. */
export class YearReading {
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

  get from(): IsoDate {
    return this.year.from
  }

  /**
   * What a unit counts in the year up to its last day, and the last day that speaks of ('': nothing was told). Null where
   * there is more to it than numbers.
   */
  totalOf(memory: ReportMemory, unitId: string, at: number): { readonly value: number; readonly asOf: IsoDate } | null {
    const indicator = this.asked.indicators[at]
    const parts = this.partsOf(memory, unitId)
    if (parts.length === 0 || indicator === undefined) return NO_TOTAL
    const { plan, periods, told } = this.recipes.of(parts, at)
    if (told.length === 0) return NO_TOTAL
    if (plan === null || parts.some(({ words }) => words !== null)) return null
    let value = 0
    let asOf: IsoDate = ''
    for (const entry of plan.bases) {
      value = addDecimals(value, numberIn(parts, entry, indicator))
      asOf = periods[entry]?.asOf ?? ''
    }
    for (const sum of plan.sums) {
      for (const report of sum.of) value = addDecimals(value, numberIn(parts, report, indicator))
      if (sum.asOf > asOf) asOf = sum.asOf
    }
    return { value, asOf }
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

export const NO_ENTRIES: readonly ReportedEntry[] = []
const NO_TOTAL = { value: 0, asOf: '' }

function plainEntries(
  { plan, periods }: YearRecipe,
  parts: readonly HeldReports[],
  indicator: AskedIndicator,
): readonly ReportedEntry[] {
  return plan === null ? NO_ENTRIES : entriesOfPlan(plan, periods, (report) => numberIn(parts, report, indicator))
}

/** Only of a report that tells the indicator, and without words. */
function numberIn(parts: readonly HeldReports[], report: number, { number }: AskedIndicator): number {
  const [only] = parts
  const [part, place] = only !== undefined && parts.length === 1 ? [only, report] : partOf(parts, report)
  return part === undefined ? 0 : (part.numbers[part.offset + placeIn(part.shape, place, number)] ?? 0)
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

export function lastDayOf(year: AskedYear | undefined): IsoDate {
  return year?.days.reduce((latest, day) => (day > latest ? day : latest), '') ?? ''
}

function calendarYearsOf(from: IsoDate, last: IsoDate): readonly number[] {
  const first = Number(from.slice(0, 4))
  return Array.from({ length: Number(last.slice(0, 4)) - first + 1 }, (_, at) => first + at)
}
