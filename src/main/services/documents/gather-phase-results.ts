import type { PlanRow } from '#shared/contract/plans.ts'
import { factsFromProgress, type NamedUnit } from '#shared/domain/documents/from-progress.ts'
import type { PhaseResultFact, UnrankedFact } from '#shared/domain/documents/phase-results.ts'
import type { ProgressRow } from '#shared/domain/results/progress-row.ts'
import type { TreeUnit, UnitTree } from '#shared/domain/units/tree.ts'
import { openingSentence } from '#shared/domain/wording/campaigns.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { readExclusions } from '../../db/queries/campaigns.ts'
import { readPlans } from '../../db/queries/plans.ts'
import { readPlanTree } from '../../db/queries/unit-tree.ts'
import type { ReadStore } from '../../db/store.ts'
import { phasesOf } from '../campaigns/list.ts'
import { openingsIn } from '../campaigns/openings.ts'
import { clamp } from './gather-defaults.ts'
import { progressIn, rerootAt } from './progress-in.ts'
import type { SharedReads } from './shared-reads.ts'

/** What came of each phase of a campaign by a day, for the unit that issues the document and those below it. */
export function gatherPhaseResults(
  store: ReadStore,
  campaign: PlanRow,
  unitCode: string,
  named: (unit: TreeUnit) => NamedUnit,
  asOf: IsoDate,
  share: SharedReads,
): PhaseResultFact[] {
  const plans = share('plans', () => readPlans(store))
  return phasesOf(plans, campaign).flatMap((phase): PhaseResultFact[] => {
    const day = asOf < phase.to ? asOf : phase.to
    const onTree = clamp(day, phase.from, phase.to)
    const planTree = share(`tree ${onTree} ${phase.from}`, () => readPlanTree(store, onTree, phase.from))
    const unit = planTree.tree.units.find(({ code }) => code === unitCode)
    // A unit that was not there in the phase has nothing to tell of it.
    if (unit === undefined) return []
    const tree = rerootAt(planTree.tree, unit.id, planTree.types, named)
    const { rows, indicators } = progressIn(store, phase, planTree, tree, day, share)
    const { code, kind, name, from, to } = phase
    return [
      {
        plan: { code, kind, name, from, to },
        asOf: day,
        ...factsFromProgress(rows, tree, planTree.types, {
          planFrom: phase.from,
          registryOf: () => null,
          previousOf: () => [],
          marksYear: true,
        }),
        unranked: unrankedIn(store, phase, tree),
        openings: openingsOf(rows, phase, new Map(indicators.map((row) => [row.code, row.shortName]))),
      },
    ]
  })
}

/** Units below the issuing one that the office left out of a ranking, with its reason. */
export function unrankedIn(store: ReadStore, plan: PlanRow, tree: UnitTree<NamedUnit>): UnrankedFact[] {
  return readExclusions(store, plan.id).flatMap(({ unitId, reason }) => {
    const unit = tree.byId.get(unitId)
    return unit === undefined ? [] : [{ name: unit.shortName, reason }]
  })
}

/** For each figure the unit has a target of. */
function openingsOf(rows: readonly ProgressRow[], phase: PlanRow, names: ReadonlyMap<string, string>): string[] {
  const told = rows.flatMap((row) =>
    row.level === 'unit' && row.depth === 0 && row.target !== null ? [row.indicator] : [],
  )
  return [...new Set(told)].flatMap(
    (indicator) => openingSentence(names.get(indicator) ?? indicator, phase, openingsIn(rows, indicator)) ?? [],
  )
}
