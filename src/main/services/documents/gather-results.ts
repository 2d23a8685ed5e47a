import type { PlanRow } from '#shared/contract/plans.ts'
import type { Measure, PeriodFact, PreviousFact, ReportPeriod } from '#shared/domain/documents/facts.ts'
import { measureOf, type NamedUnit } from '#shared/domain/documents/from-progress.ts'
import type { CountWindow } from '#shared/domain/results/as-of.ts'
import { buildProgress } from '#shared/domain/results/progress.ts'
import { reportingYearOf } from '#shared/domain/results/reporting-year.ts'
import type { TreeUnitType, UnitTree } from '#shared/domain/units/tree.ts'
import { yearBefore } from '#shared/domain/overview/clock.ts'
import { periodRange } from '#shared/domain/wording/report-period.ts'
import { addDays, type IsoDate, yearOf } from '#shared/kit/dates.ts'
import type { ReadStore } from '../../db/store.ts'
import { gatherFigures, windowOf } from '../figures.ts'
import type { SharedReads } from './shared-reads.ts'

/** Where results are counted: the whole tree of the day, and the tree as the issuing unit sees it. */
export interface CountedTree {
  readonly whole: UnitTree
  readonly tree: UnitTree<NamedUnit>
  readonly types: readonly TreeUnitType[]
  readonly share: SharedReads
}

/** Results without targets inside a window, by unit code. */
function resultsIn(
  store: ReadStore,
  { whole, tree, types, share }: CountedTree,
  window: CountWindow,
  day: IsoDate,
): ReadonlyMap<string, readonly Measure[]> {
  const { figures, entriesOf, indicators } = share(`figures ${JSON.stringify(window)} ${day}`, () =>
    gatherFigures(store, whole, window, day),
  )
  const { rows } = buildProgress({
    tree,
    unitTypes: types,
    indicators,
    assigners: [],
    targets: [],
    figures,
    entriesOf,
    window,
    day,
    basisMatters: window.basis === 'increment',
  })
  const byUnit = new Map<string, Measure[]>()
  for (const row of rows) {
    if (row.level !== 'unit' || row.unit === null) continue
    const measures = byUnit.get(row.unit) ?? []
    measures.push(measureOf(row, row.unit))
    byUnit.set(row.unit, measures)
  }
  return byUnit
}

/** Results of the year before and levels on the day before the plan; none for a campaign, which has no "year before". */
export function gatherPrevious(
  store: ReadStore,
  plan: PlanRow,
  counted: CountedTree,
): { fact: PreviousFact | null; byUnit: ReadonlyMap<string, readonly Measure[]> } {
  if (plan.kind !== 'year' && plan.kind !== 'term') return { fact: null, byUnit: new Map() }
  const lastDay = addDays(plan.from, -1)
  const { calendar = '01-01' } = counted.share(`window ${plan.id}`, () => windowOf(store, plan))
  const year = reportingYearOf(lastDay, calendar)
  const byUnit = resultsIn(store, counted, { from: year.from, to: lastDay, basis: 'cumulative', calendar }, lastDay)
  const own = byUnit.get(counted.tree.roots[0]?.code ?? '') ?? []
  return { fact: own.length === 0 ? null : { label: String(yearOf(lastDay)), asOf: lastDay, own }, byUnit }
}

/** What was done inside a reporting period, and where the issuing unit stood on the same day a year before. */
export function gatherPeriod(
  store: ReadStore,
  plan: PlanRow,
  counted: CountedTree,
  kind: ReportPeriod,
  asOf: IsoDate,
): PeriodFact {
  const { calendar = '01-01' } = counted.share(`window ${plan.id}`, () => windowOf(store, plan))
  const { from, to } = periodRange(kind, plan, asOf)
  const opensPlan = from === reportingYearOf(from, calendar).from
  const within = resultsIn(
    store,
    counted,
    { from, to, basis: opensPlan ? 'cumulative' : 'increment', calendar },
    asOf < to ? asOf : to,
  )
  const sameDay = yearBefore(asOf)
  const year = reportingYearOf(sameDay, calendar)
  const before = resultsIn(store, counted, { from: year.from, to: sameDay, basis: 'cumulative', calendar }, sameDay)
  return { kind, from, to, within, yearBefore: before.get(counted.tree.roots[0]?.code ?? '') ?? [] }
}
