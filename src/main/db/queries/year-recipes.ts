import { type AskedYear, type Period, planYear, type YearPlan } from '#shared/domain/results/compact.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import type { HeldReports } from '../report-memory.ts'
import { placeIn, type Shape } from '../report-shape.ts'

/** An indicator with its number in `ReportMemory`. */
export interface AskedIndicator {
  readonly id: string
  readonly number: number
}

/** How the figure of one indicator is put together from reports of one shape. */
export interface YearRecipe {
  /** Of all reports, those of a second calendar year after those of the first. */
  readonly periods: readonly Period[]
  /** Places of those in the reporting year that tell the indicator. */
  readonly told: readonly number[]
  /** Null: they stay as they were told. */
  readonly plan: YearPlan | null
}

/**
 * Recipes of a reporting year, made once for all units whose reports are of the same shape: of five hundred that report
 * every month on one form there is one to be made, and numbers to be filled in.
 */
export class YearRecipes {
  private readonly year: AskedYear
  private readonly last: IsoDate
  private readonly opening: IsoDate
  private readonly indicators: readonly AskedIndicator[]
  private readonly known = new Map<Shape, Map<Shape | null, readonly YearRecipe[]>>()

  constructor(year: AskedYear, opening: IsoDate, indicators: readonly AskedIndicator[]) {
    this.year = year
    this.last = year.days.reduce((latest, day) => (day > latest ? day : latest), '')
    this.opening = opening
    this.indicators = indicators
  }

  /** `parts`: what one unit reported in one calendar year, or in two; `at`: place of the indicator. */
  of(parts: readonly Pick<HeldReports, 'shape'>[], at: number): YearRecipe {
    const [first, second] = parts
    if (first === undefined) return NOTHING
    const one = this.known.get(first.shape) ?? new Map<Shape | null, readonly YearRecipe[]>()
    this.known.set(first.shape, one)
    const key = second?.shape ?? null
    const recipes = one.get(key) ?? this.make(parts.map(({ shape }) => shape))
    one.set(key, recipes)
    return recipes[at] ?? NOTHING
  }

  private make(shapes: readonly Shape[]): readonly YearRecipe[] {
    const periods = shapes.flatMap((shape) => shape.periods)
    // Indicators of one form are told by the same reports, and have one plan.
    const plans = new Map<string, Omit<YearRecipe, 'periods'>>()
    return this.indicators.map(({ number }) => {
      const told = this.toldIn(shapes, number)
      const key = told.join()
      const known = plans.get(key) ?? { told, plan: planYear(periods, told, this.year, this.opening) }
      plans.set(key, known)
      return { periods, ...known }
    })
  }

  private toldIn(shapes: readonly Shape[], indicator: number): readonly number[] {
    const told: number[] = []
    let before = 0
    for (const shape of shapes) {
      for (const [at, { from, asOf }] of shape.periods.entries()) {
        const isInside = from >= this.year.from && asOf <= this.last
        if (isInside && placeIn(shape, at, indicator) >= 0) told.push(before + at)
      }
      before += shape.periods.length
    }
    return told
  }
}

const NOTHING: YearRecipe = { periods: [], told: [], plan: null }
