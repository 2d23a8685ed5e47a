import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { TargetNote } from '#shared/domain/documents/facts.ts'
import type { NamedUnit } from '#shared/domain/documents/from-progress.ts'
import { buildProgress } from '#shared/domain/results/progress.ts'
import type { ProgressRow } from '#shared/domain/results/progress-row.ts'
import { reportingYearOf } from '#shared/domain/results/reporting-year.ts'
import { buildUnitTree, subtreeOf, type TreeUnitType, type UnitTree } from '#shared/domain/units/tree.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { readExclusions } from '../../db/queries/campaigns.ts'
import { readAssigners } from '../../db/queries/targets.ts'
import type { PlanTree } from '../../db/queries/unit-tree.ts'
import type { ReadStore } from '../../db/store.ts'
import { gatherFigures, windowOf } from '../figures.ts'
import { readTargetsIn } from '../plan-facts.ts'
import type { SharedReads } from './shared-reads.ts'

/** The tree as the unit sees it: itself at the root. Figures are computed on the whole tree all the same. */
export function rerootAt(
  whole: UnitTree,
  id: string,
  types: readonly TreeUnitType[],
  named: (unit: UnitTree['units'][number]) => NamedUnit,
): UnitTree<NamedUnit> {
  const units = subtreeOf(whole, id).map((unit) => named(unit.id === id ? { ...unit, parentId: null } : unit))
  return buildUnitTree(units, types, whole.on)
}

/** Every row of a plan on a day, in the tree of the unit that issues the document. */
export function progressIn(
  store: ReadStore,
  plan: PlanRow,
  planTree: PlanTree,
  tree: UnitTree<NamedUnit>,
  asOf: IsoDate,
  share: SharedReads,
): {
  rows: readonly ProgressRow[]
  indicators: readonly IndicatorRow[]
  notes: ReadonlyMap<string, readonly TargetNote[]>
} {
  const window = share(`window ${plan.id}`, () => windowOf(store, plan))
  const { figures, entriesOf, indicators } = share(`figures ${plan.id} ${asOf}`, () =>
    gatherFigures(store, planTree.tree, window, asOf),
  )
  const targets = share(`targets ${plan.id} ${asOf}`, () => readTargetsIn(store, plan, planTree, asOf))
  const { rows } = buildProgress({
    tree,
    unitTypes: planTree.types,
    indicators,
    assigners: share('assigners', () => readAssigners(store)),
    targets: targets.map((target) => ({ ...target, assigner: target.assignerCode })),
    figures,
    entriesOf,
    window,
    day: asOf,
    basisMatters: window.from !== reportingYearOf(window.from, window.calendar).from,
    unranked: new Set(readExclusions(store, plan.id).map(({ unitId }) => unitId)),
  })
  const notes = new Map<string, TargetNote[]>()
  for (const { unit, indicator, assignerCode, note } of targets)
    if (note !== null) notes.set(unit, [...(notes.get(unit) ?? []), { indicator, assigner: assignerCode, text: note }])
  return { rows, indicators, notes }
}
