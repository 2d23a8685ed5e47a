import type { PlanRow } from '#shared/contract/plans.ts'
import { inheritTargets } from '#shared/domain/targets/inherit-targets.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { readTargetMoves } from '../db/queries/dated-units.ts'
import { readIndicators } from '../db/queries/indicators.ts'
import { readNumberInForce, readVersions } from '../db/queries/plan-versions.ts'
import { readTargets, type StoredTarget } from '../db/queries/targets.ts'
import type { PlanTree } from '../db/queries/unit-tree.ts'
import { rememberFacts } from '../db/remembered.ts'
import type { ReadStore } from '../db/store.ts'

/** Progress holds what it counts with of each plan (`readAsked`); the rows as stored are asked for again by few. */
const MOST_PLANS = 2

/**
 * The targets of a plan that count on a day, each with its assigner's code, as they count in the tree: a successor
 * has the sum of what the merged units were given, the receiver of a split what it was given of the split one's.
 */
export function readTargetsIn(
  store: Pick<ReadStore, 'db' | 'sqlite'>,
  plan: Pick<PlanRow, 'id' | 'from'>,
  { tree, takeovers, dated }: PlanTree,
  asOf: IsoDate,
): readonly StoredTarget[] {
  const number = readNumberInForce(store, plan.id, asOf)
  const targets = rememberFacts(
    store.sqlite,
    `targets ${plan.id} ${number}`,
    () => readTargets(store, plan.id, number),
    MOST_PLANS,
  )
  const moves = readTargetMoves(store).filter((move) => move.planId === plan.id && move.on <= tree.on)
  if (takeovers.length === 0 && moves.length === 0) return targets
  const ratios = new Set(readIndicators(store).flatMap(({ id, kind }) => (kind === 'ratio' ? [id] : [])))
  // By ids, since an assigner's short name may be anything.
  const keyed = targets.map((row) => ({ row, unitId: row.unitId, kind: row.kind, value: row.value, ...keysOf(row) }))
  return inheritTargets(keyed, {
    takeovers,
    moves: moves.map((move) => ({ ...move, ...keysOf(move) })),
    versionFrom: readVersions(store, plan.id).find((version) => version.number === number)?.effectiveOn ?? null,
    beganOn: (id) => dated.get(id)?.validFrom ?? null,
    isRatio: (indicator) => ratios.has(indicator),
  }).map(({ row, unitId, value }) =>
    unitId === row.unitId && value === row.value ? row : { ...row, ...unitOf(dated, unitId), value },
  )
}

function keysOf(row: { readonly indicatorId: string; readonly assignerId: string }) {
  return { indicator: row.indicatorId, assigner: row.assignerId }
}

function unitOf(dated: PlanTree['dated'], unitId: string) {
  const unit = dated.get(unitId)
  return { unitId, unit: unit?.code ?? '', unitName: unit?.name ?? '' }
}
