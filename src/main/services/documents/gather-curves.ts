import type { PlanRow } from '#shared/contract/plans.ts'
import type { CurveFact, CurvePoint } from '#shared/domain/documents/facts.ts'
import { curveDays, yearBefore } from '#shared/domain/overview/clock.ts'
import type { CountWindow } from '#shared/domain/results/as-of.ts'
import type { Figures } from '#shared/domain/results/figures.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { remember } from '../../db/remembered.ts'
import type { ReadStore } from '../../db/store.ts'
import { gatherFigures, windowOf } from '../figures.ts'
import { placeUnits } from '../progress/count.ts'
import type { SharedReads } from './shared-reads.ts'

export interface CurvesWanted {
  /** Codes of those that grow from nothing, of any unit; read together, since a batch asks for unit after unit. */
  readonly indicators: readonly string[]
  /** Those of them the unit's curves are wanted of. */
  readonly wanted: ReadonlySet<string>
  readonly unitId: string
  readonly asOf: IsoDate
}

/**
 * How a unit's results grew over the plan's days up to a day; of a year plan beside the whole year before. A draft asks
 * for it at every change of a word, so that it is kept until somebody writes.
 */
export function gatherCurves(
  store: ReadStore,
  plan: PlanRow,
  { indicators, wanted, unitId, asOf }: CurvesWanted,
  share: SharedReads,
): readonly CurveFact[] {
  const codes = indicators.filter((code) => wanted.has(code))
  if (codes.length === 0 || asOf < plan.from) return []
  return remember(store.sqlite, `paper curves ${plan.id} ${asOf} ${unitId} ${codes.join(' ')}`, () => {
    const { now, before } = share(`curves ${plan.id} ${asOf}`, () => daysOf(store, plan, asOf, indicators))
    return codes.map((indicator) => {
      const earlier = valuesOf(before, indicator, unitId)
      return {
        indicator,
        now: valuesOf(now, indicator, unitId),
        // A line of nothing but gaps is no year before.
        before: earlier.every(({ value }) => value === null) ? [] : earlier,
      }
    })
  })
}

interface CountedDay {
  readonly day: IsoDate
  readonly window: CountWindow
  readonly figures: Figures
}

/** The ends of months up to a day, and of a year plan those of the whole year before, ready to be asked. */
function daysOf(
  store: ReadStore,
  plan: PlanRow,
  asOf: IsoDate,
  indicators: readonly string[],
): { readonly now: readonly CountedDay[]; readonly before: readonly CountedDay[] } {
  const window = windowOf(store, plan)
  const last = asOf < plan.to ? asOf : plan.to
  const days = curveDays(plan)
  const count = (within: CountWindow, unitsOf: IsoDate, counted: readonly IsoDate[]): CountedDay[] => {
    // The units of the newest day, who have what those before them reported.
    const { tree } = placeUnits(store, within, { asOf: unitsOf, unitsOn: null })
    return counted.map((day) => ({
      day,
      window: within,
      figures: gatherFigures(store, tree, within, day, indicators).figures,
    }))
  }
  const earlier: CountWindow = { ...window, from: yearBefore(window.from), to: yearBefore(window.to) }
  return {
    now: count(window, asOf, [...days.filter((day) => day < last), last]),
    before: plan.kind === 'year' ? count(earlier, earlier.to, days.map(yearBefore)) : [],
  }
}

function valuesOf(days: readonly CountedDay[], indicator: string, unitId: string): CurvePoint[] {
  return days.map(({ day, window, figures }) => ({
    day,
    value: figures.of(indicator, window.basis).get(unitId)?.figure?.amount.value ?? null,
  }))
}
