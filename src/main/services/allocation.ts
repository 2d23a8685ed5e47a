import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { AllocationAnswer, AllocationInput, AssignerRow, targetsContract } from '#shared/contract/targets.ts'
import { allocate, type Allocation, type AllocationUnit } from '#shared/domain/targets/allocation.ts'
import { explainShare } from '#shared/domain/targets/why.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import type { TreeUnit } from '#shared/domain/units/tree.ts'
import { ok } from '#shared/kit/result.ts'
import { ownValue } from '#shared/kit/own-value.ts'
import { readAllocations, readAssigners, readTargets } from '../db/queries/targets.ts'
import { readUnitTree, type DatedTree } from '../db/queries/unit-tree.ts'
import type { ReadStore, Transaction } from '../db/store.ts'
import { type AllocationRecord, writeAllocation } from './allocation-record.ts'
import { refuseAllocation } from './allocation-refusal.ts'
import { readWeights } from './allocation-weights.ts'
import { findWritableVersion } from './find-version.ts'
import { createLookup, findPlan, matchAssigner } from './lookup.ts'
import type { QueryContext, Service } from './service.ts'

type AllocationOperation = Extract<keyof typeof targetsContract, `targets.${'previewAllocation' | 'allocate'}`>

export const allocationHandlers: Pick<Service<keyof typeof targetsContract>, AllocationOperation> = {
  'targets.previewAllocation': (context, input) => {
    const staged = stage(context, input)
    return staged.ok ? ok(publish(staged.value)) : staged
  },

  'targets.allocate': (context, input) => {
    const staged = stage(context, input)
    if (!staged.ok) return staged
    const { indicator, plan } = staged.value
    const label = `Phân bổ chỉ tiêu ${indicator.shortName}, ${plan.name}`
    context.store.write({ kind: 'targets.allocate', label }, (tx) => {
      writeAllocation(tx, staged.value)
      return null
    })
    return ok(publish(staged.value))
  },
}

/** An allocation decided and not yet written. */
export interface StagedAllocation {
  readonly plan: PlanRow
  /** Number of the version it goes into. */
  readonly version: number
  readonly indicator: IndicatorRow
  readonly owner: TreeUnit
  readonly children: readonly TreeUnit[]
  readonly input: AllocationInput
  readonly assigner: AssignerRow | undefined
  readonly allocation: Allocation
  /** Of each child now, by unit id. */
  readonly before: ReadonlyMap<string, number | null>
  /** The owner's own target after the allocation. */
  readonly ownerTarget: number | null
  readonly writesOwner: boolean
}

/** The same inside a write that does more than this: the sample province and later imports allocate as they fill. */
export function allocateWithin(tx: Transaction, store: ReadStore, input: AllocationInput): AppResult<AllocationAnswer> {
  const staged = stage({ store }, input)
  if (!staged.ok) return staged
  writeAllocation(tx, staged.value)
  return ok(publish(staged.value))
}

/** Gathers and decides; nothing is written yet. */
function stage({ store }: Pick<QueryContext, 'store'>, input: AllocationInput): AppResult<StagedAllocation> {
  const plan = findPlan(store, input.plan)
  if (!plan.ok) return plan
  const { from } = plan.value
  const found = findWritableVersion(store, plan.value, input.version)
  if (!found.ok) return found
  const version = found.value.number
  const lookup = createLookup(store)
  const indicator = lookup.indicatorOf(input.indicator)
  if (!indicator.ok) return indicator
  if (indicator.value.kind === 'ratio') return fail('ALLOCATION_RATIO', { name: indicator.value.shortName })
  const dated = readUnitTree(store, from)
  const owner = findOwner(dated, input.owner)
  if (!owner.ok) return owner
  const all = dated.tree.childrenOf(owner.value.id)
  const wanted = pickChildren(dated, all, input.units)
  if (!wanted.ok) return wanted
  const children = wanted.value
  const assigner = matchAssigner(readAssigners(store), input.assigner)
  const current = readTargets(store, plan.value.id, version).filter(
    (row) => row.indicatorId === indicator.value.id && row.assignerId === assigner?.id && row.kind === input.kind,
  )
  const requested = requestUnits(store, input, {
    plan: plan.value,
    indicator: indicator.value,
    dated,
    children,
    current,
  })
  if (!requested.ok) return requested
  const allocated = allocate(input.total, requested.value)
  if (!allocated.ok) {
    return refuseAllocation(allocated.error, input, { owner: owner.value, children, day: from })
  }
  const ownRow = current.find((row) => row.unitId === owner.value.id)
  const previous =
    assigner === undefined
      ? undefined
      : readAllocations(store, {
          planId: plan.value.id,
          version,
          indicatorId: indicator.value.id,
          assignerId: assigner.id,
          unitId: owner.value.id,
        }).find((made) => {
          const record = made.record as AllocationRecord
          return record.kind === input.kind && record.partial !== true
        })
  // The total asked of the units is the owner's own target while it has none, or while it still is what the
  // allocation before wrote; a target set apart (it may differ from what is given out) is left alone. What some of
  // the units share says nothing about the whole.
  const writesOwner =
    input.units === null &&
    (ownRow === undefined || (previous !== undefined && ownRow.value === previous.total && !ownRow.locked))
  return ok({
    plan: plan.value,
    version,
    indicator: indicator.value,
    owner: owner.value,
    children,
    input,
    assigner,
    allocation: allocated.value,
    before: new Map(current.map((row) => [row.unitId, row.value])),
    ownerTarget: writesOwner ? input.total : (ownRow?.value ?? null),
    writesOwner,
  })
}

function findOwner({ tree, all }: DatedTree, code: string | null): AppResult<TreeUnit> {
  const [root] = tree.roots
  if (code === null) {
    if (root === undefined) throw new Error('a data file always has a root unit')
    return ok(root)
  }
  const owner = tree.units.find((unit) => unit.code === code)
  if (owner !== undefined) return ok(owner)
  const known = all.find((unit) => unit.code === code)
  if (known === undefined) return fail('UNIT_UNKNOWN', { code })
  return fail('UNIT_NOT_ACTIVE', { name: known.name, when: `vào ngày ${formatDate(tree.on)}` })
}

/** The children that take part: all of them, or those named. */
function pickChildren(
  dated: DatedTree,
  children: readonly TreeUnit[],
  codes: readonly string[] | null,
): AppResult<readonly TreeUnit[]> {
  if (codes === null) return ok(children)
  const stranger = codes.find((code) => !children.some((child) => child.code === code))
  if (stranger === undefined) return ok(children.filter((child) => codes.includes(child.code)))
  const unit = dated.all.find((row) => row.code === stranger)
  return unit === undefined ? fail('UNIT_UNKNOWN', { code: stranger }) : fail('UNIT_NOT_CHILD', { name: unit.name })
}

interface RequestFacts {
  readonly plan: PlanRow
  readonly indicator: IndicatorRow
  readonly dated: DatedTree
  readonly children: readonly TreeUnit[]
  readonly current: readonly { readonly unitId: string; readonly value: number | null; readonly locked: boolean }[]
}

/** The children with weights, locks, floors and caps. */
function requestUnits(
  store: ReadStore,
  input: AllocationInput,
  facts: RequestFacts,
): AppResult<readonly AllocationUnit[]> {
  const { children, current } = facts
  const named = [input.locks, input.floors, input.caps, input.weights].flatMap((table) => Object.keys(table))
  const stranger = named.find((code) => !children.some((child) => child.code === code))
  if (stranger !== undefined) {
    const unit = facts.dated.all.find((row) => row.code === stranger)
    return unit === undefined ? fail('UNIT_UNKNOWN', { code: stranger }) : fail('UNIT_NOT_CHILD', { name: unit.name })
  }
  const lockedNow = new Map(
    current.flatMap((row) => (row.locked && row.value !== null ? [[row.unitId, row.value]] : [])),
  )
  const weights = readWeights(store, input, facts)
  if (!weights.ok) return weights
  return ok(
    children.map((child, index) => ({
      unit: child.code,
      // Children come in official order; that order decides ties also between units of different types.
      sortOrder: index,
      weight: weights.value.get(child.id) ?? 0,
      floor: ownValue(input.floors, child.code) ?? input.floor,
      cap: ownValue(input.caps, child.code) ?? input.cap,
      locked: ownValue(input.locks, child.code) ?? lockedNow.get(child.id) ?? null,
    })),
  )
}

function publish(staged: StagedAllocation): AllocationAnswer {
  const { allocation, children, input } = staged
  return {
    plan: staged.plan.code,
    indicator: staged.indicator.code,
    assigner: staged.assigner?.shortName ?? input.assigner,
    owner: staged.owner.code,
    total: allocation.total,
    by: input.by,
    units: allocation.shares.map((share, index) => ({
      unit: share.unit,
      name: children[index]?.name ?? share.unit,
      value: share.value,
      weight: share.weight,
      why: explainShare(share, allocation, input),
      floor: share.floor,
      cap: share.cap,
      locked: share.reason === 'locked',
      before: staged.before.get(children[index]?.id ?? '') ?? null,
    })),
    ownerTarget: staged.ownerTarget,
  }
}
