import type { PlanRow } from '#shared/contract/plans.ts'
import type { CurveFact, CurvePoint } from '#shared/domain/documents/facts.ts'
import { curveDays, yearBefore } from '#shared/domain/overview/clock.ts'
import type { CountWindow } from '#shared/domain/results/as-of.ts'
import type { UnitTree } from '#shared/domain/units/tree.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { readPlanTree } from '../../db/queries/unit-tree.ts'
import type { ReadStore } from '../../db/store.ts'
import { gatherFigures, windowOf } from '../figures.ts'
import type { SharedReads } from './shared-reads.ts'

export interface CurvesWanted {
  /** Codes of indicators that grow from nothing. */
  readonly indicators: readonly string[]
  readonly unitId: string
  readonly asOf: IsoDate
  /** The units as they are on the document's day. */
  readonly tree: UnitTree
}

/** How a unit's results grew over the plan's days up to a day; of a year plan beside the whole year before. */
export function gatherCurves(
  store: ReadStore,
  plan: PlanRow,
  { indicators, unitId, asOf, tree }: CurvesWanted,
  share: SharedReads,
): readonly CurveFact[] {
  if (indicators.length === 0 || asOf < plan.from) return []
  const window = share(`window ${plan.id}`, () => windowOf(store, plan))
  const last = asOf < plan.to ? asOf : plan.to
  const days = curveDays(plan)
  const now = valuesOf(store, tree, window, [...days.filter((day) => day < last), last], indicators, unitId)
  const before = plan.kind === 'year' ? yearBeforeOf(store, window, days, indicators, unitId, share) : null
  return indicators.map((indicator) => ({
    indicator,
    now: now(indicator),
    // A line of nothing but gaps is no year before.
    before: before === null || before(indicator).every(({ value }) => value === null) ? [] : before(indicator),
  }))
}

type ValuesOf = (indicator: string) => readonly CurvePoint[]

function yearBeforeOf(
  store: ReadStore,
  now: CountWindow,
  days: readonly IsoDate[],
  indicators: readonly string[],
  unitId: string,
  share: SharedReads,
): ValuesOf {
  const window: CountWindow = { ...now, from: yearBefore(now.from), to: yearBefore(now.to) }
  // The units of then: what has since been merged away had its own results.
  const { tree } = share(`tree ${window.to} ${window.from}`, () => readPlanTree(store, window.to, window.from))
  return valuesOf(store, tree, window, days.map(yearBefore), indicators, unitId)
}

function valuesOf(
  store: ReadStore,
  tree: UnitTree,
  window: CountWindow,
  days: readonly IsoDate[],
  indicators: readonly string[],
  unitId: string,
): ValuesOf {
  const gathered = days.map((day) => ({ day, ...gatherFigures(store, tree, window, day, indicators) }))
  return (indicator) =>
    gathered.map(({ day, figures }) => ({
      day,
      value: figures.of(indicator, window.basis).get(unitId)?.figure?.amount.value ?? null,
    }))
}
