import { eq } from '../db/orm.ts'
import type { Fraction } from '#shared/kit/fraction.ts'
import { defaultBasis, type TargetKind } from '#shared/domain/targets/target.ts'
import { type AllocationWeights, explainShare } from '#shared/domain/targets/why.ts'
import { findTarget } from '../db/queries/targets.ts'
import { allocations, targets } from '../db/schema/index.ts'
import type { Transaction } from '../db/store.ts'
import type { StagedAllocation } from './allocation.ts'
import { ensureAssigner } from './lookup.ts'

/** What `allocations.record` holds: enough to make the same numbers again and to say why. */
export interface AllocationRecord {
  readonly by: AllocationWeights
  readonly threshold: number
  readonly kind: TargetKind
  /** It was spread over some of the owner's children only. */
  readonly partial?: boolean
  readonly locked: number
  readonly rest: number
  /** λ as "numerator/denominator"; null when floors alone made the sum. */
  readonly lambda: string | null
  readonly units: readonly {
    readonly unit: string
    readonly name: string
    readonly value: number
    readonly weight: number
    readonly floor: number
    readonly cap: number | null
    readonly reason: string
    readonly exact: string
    readonly raised: boolean
    readonly why: string
  }[]
}

/** Writes the children's targets, the owner's own where it follows the total, and the record of how. */
export function writeAllocation(tx: Transaction, staged: StagedAllocation): void {
  const { plan, version, indicator, owner, children, input, allocation } = staged
  const assigner = ensureAssigner(tx, input.assigner)
  const key = { planId: plan.id, version, indicatorId: indicator.id, assignerId: assigner.id, kind: input.kind }
  const put = (unitId: string, value: number): void => {
    const current = findTarget(tx, { ...key, unitId })
    if (current === undefined) {
      tx.db
        .insert(targets)
        .values({ id: tx.newId(), ...key, unitId, basis: defaultBasis(plan.kind), value })
        .run()
    } else if (current.value !== value) tx.db.update(targets).set({ value }).where(eq(targets.id, current.id)).run()
  }
  allocation.shares.forEach((share, index) => {
    const child = children[index]
    if (child !== undefined) put(child.id, share.value)
  })
  if (staged.writesOwner) put(owner.id, allocation.total)
  const record: AllocationRecord = {
    by: input.by,
    threshold: input.threshold,
    kind: input.kind,
    ...(input.units === null ? {} : { partial: true }),
    locked: allocation.locked,
    rest: allocation.rest,
    lambda: allocation.lambda === null ? null : fractionText(allocation.lambda),
    units: allocation.shares.map((share, index) => ({
      ...share,
      name: children[index]?.name ?? share.unit,
      exact: fractionText(share.exact),
      why: explainShare(share, allocation, input),
    })),
  }
  const { planId, indicatorId, assignerId } = key
  tx.db
    .insert(allocations)
    .values({
      id: tx.newId(),
      planId,
      indicatorId,
      assignerId,
      unitId: owner.id,
      total: allocation.total,
      weights: input.by,
      record,
      madeAt: tx.at,
      version,
    })
    .run()
}

/** Exact fractions are stored as text: JSON has no big integers. */
function fractionText({ numerator, denominator }: Fraction): string {
  return `${numerator}/${denominator}`
}
