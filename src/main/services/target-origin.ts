import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { TargetOrigin } from '#shared/contract/target-origin.ts'
import type { targetsContract } from '#shared/contract/targets.ts'
import { TOTAL_NAME } from '#shared/domain/results/progress.ts'
import { isAdjustment, isPublished } from '#shared/domain/targets/plan-version.ts'
import type { TargetKind } from '#shared/domain/targets/target.ts'
import { buildTargetTable } from '#shared/domain/targets/target-table.ts'
import type { TreeUnit } from '#shared/domain/units/tree.ts'
import { ok } from '#shared/kit/result.ts'
import { readVersions, type StoredVersion } from '../db/queries/plan-versions.ts'
import { readWritingStep } from '../db/queries/target-steps.ts'
import {
  findTarget,
  readAllocations,
  readAssigners,
  readTargets,
  type StoredAllocation,
  type TargetKey,
} from '../db/queries/targets.ts'
import { type DatedTree, readUnitTree } from '../db/queries/unit-tree.ts'
import type { ReadStore } from '../db/store.ts'
import type { AllocationRecord } from './allocation-record.ts'
import { findVersion } from './find-version.ts'
import { createLookup, findPlan, matchAssigner } from './lookup.ts'
import type { QueryContext, Service } from './service.ts'

export const originHandlers: Pick<Service<keyof typeof targetsContract>, 'targets.why' | 'targets.origin'> = {
  'targets.why': ({ store, today }, input) => {
    const plan = findPlan(store, input.plan)
    if (!plan.ok) return plan
    const version = findVersion(store, plan.value, input.version, today())
    if (!version.ok) return version
    const lookup = createLookup(store)
    const unit = lookup.unitOf(input.unit)
    if (!unit.ok) return unit
    const indicator = lookup.indicatorOf(input.indicator)
    if (!indicator.ok) return indicator
    const assigner = matchAssigner(readAssigners(store), input.assigner)
    if (assigner === undefined) return ok(null)
    const key = {
      planId: plan.value.id,
      version: version.value.number,
      indicatorId: indicator.value.id,
      assignerId: assigner.id,
    }
    const line = findLine(store, key, unit.value, input.kind)
    return ok(line === null ? null : publishWhy(store, key, unit.value, line))
  },

  'targets.origin': readOrigin,
}

type RecordKey = Omit<TargetKey, 'unitId' | 'kind'>

interface AllocatedLine {
  readonly made: StoredAllocation
  readonly record: AllocationRecord
  readonly line: AllocationRecord['units'][number]
}

/** The newest allocation that gave this unit its share: a later one over other units only is passed over. */
function findLine(store: ReadStore, key: RecordKey, unit: TreeUnit, kind: TargetKind | null): AllocatedLine | null {
  if (unit.parentId === null) return null
  for (const made of readAllocations(store, { ...key, unitId: unit.parentId })) {
    const record = made.record as AllocationRecord
    if (kind !== null && record.kind !== kind) continue
    const line = record.units.find((share) => share.unit === unit.code)
    if (line !== undefined) return { made, record, line }
  }
  return null
}

function publishWhy(
  store: ReadStore,
  key: RecordKey,
  unit: TreeUnit,
  { made, record, line }: AllocatedLine,
): NonNullable<Output<'targets.why'>> {
  const current = findTarget(store, { ...key, unitId: unit.id, kind: record.kind })
  return {
    why: line.why,
    allocated: line.value,
    total: made.total,
    by: record.by,
    madeAt: made.madeAt,
    changedSince: current?.value !== line.value,
  }
}

function readOrigin(
  { store, today }: QueryContext,
  input: ParsedInput<'targets.origin'>,
): AppResult<Output<'targets.origin'>> {
  const plan = findPlan(store, input.plan)
  if (!plan.ok) return plan
  const version = findVersion(store, plan.value, input.version, today())
  if (!version.ok) return version
  const indicator = createLookup(store).indicatorOf(input.indicator)
  if (!indicator.ok) return indicator
  const dated = readUnitTree(store, plan.value.from)
  const members = membersOf(dated, input.level, input.unit)
  if (!members.ok) return members
  const { unit, parts } = members.value

  const assigner = matchAssigner(readAssigners(store), input.assigner)
  const own = readTargets(store, plan.value.id, version.value.number).filter(
    (row) => row.assignerId === assigner?.id && row.kind === input.kind && row.indicatorId === indicator.value.id,
  )
  const rows = buildTargetTable(dated.tree, dated.types, [indicator.value], own, TOTAL_NAME)
  const row = rows.find((one) => one.level === input.level && one.unit === input.unit)
  const cell = row?.cells[indicator.value.code]
  const cellOf = new Map(
    rows.flatMap((one) => (one.level === 'unit' ? [[one.unit, one.cells[indicator.value.code]] as const] : [])),
  )
  const answer: TargetOrigin = {
    value: cell?.value ?? null,
    own: cell?.own ?? null,
    locked: cell?.locked ?? false,
    note: own.find((one) => one.unitId === unit?.id)?.note ?? null,
    typed: null,
    allocated: null,
    adjusted: null,
    parts: parts.flatMap(({ code, name }) => {
      const part = cellOf.get(code)
      return part?.value == null ? [] : [{ unit: code, name, value: part.value, own: part.own !== null }]
    }),
    ofChildren: cell?.ofChildren ?? null,
  }
  if (unit === null || assigner === undefined) return ok(answer)
  const key = {
    planId: plan.value.id,
    unitId: unit.id,
    indicatorId: indicator.value.id,
    assignerId: assigner.id,
    kind: input.kind,
    version: version.value.number,
  }
  const line = findLine(store, key, unit, input.kind)
  return ok({
    ...answer,
    typed: readTyping(store, plan.value, version.value, key),
    allocated:
      line === null || cell?.id == null
        ? null
        : {
            ...publishWhy(store, key, unit, line),
            weight: line.line.weight,
            exact: line.line.exact,
            floor: line.line.floor,
            cap: line.line.cap,
            reason: line.line.reason,
            units: line.record.units.length,
          },
    adjusted: readAdjustment(store, plan.value, version.value, key),
  })
}

/** The unit asked for and what its figure may be summed from; for a group or TỔNG CỘNG only the latter. */
function membersOf(
  { tree, types, all }: DatedTree,
  level: 'unit' | 'group' | 'total',
  code: string | null,
): AppResult<{ readonly unit: TreeUnit | null; readonly parts: readonly TreeUnit[] }> {
  if (level === 'unit') {
    const unit = tree.units.find((one) => one.code === code) ?? all.find((one) => one.code === code)
    return unit === undefined
      ? fail('UNIT_UNKNOWN', { code: code ?? '' })
      : ok({ unit, parts: tree.childrenOf(unit.id) })
  }
  const listed = tree.roots.flatMap((root) => tree.childrenOf(root.id))
  if (level === 'total') return ok({ unit: null, parts: listed })
  const type = types.find((one) => one.code === code)
  return ok({ unit: null, parts: listed.filter(({ typeId }) => typeId === type?.id) })
}

/** Versions from this one back over those it was copied from. */
function* copiedFrom(versions: readonly StoredVersion[], from: StoredVersion): Generator<StoredVersion> {
  const seen = new Set<number>()
  for (let at: StoredVersion | undefined = from; at !== undefined && !seen.has(at.number);) {
    yield at
    seen.add(at.number)
    const { basedOn }: StoredVersion = at
    at = versions.find(({ number }) => number === basedOn)
  }
}

/** The step that wrote the number, looked for in the version it was copied from where this one only copied it. */
function readTyping(store: ReadStore, plan: PlanRow, version: StoredVersion, key: TargetKey): TargetOrigin['typed'] {
  let newest: TargetOrigin['typed'] = null
  for (const { number } of copiedFrom(readVersions(store, plan.id), version)) {
    const row = findTarget(store, { ...key, version: number })
    if (row === undefined) break
    const step = readWritingStep(store, row.id)
    if (step === null) break
    newest = { label: step.label, who: step.who, at: step.at }
    if (!step.copied) break
  }
  return newest
}

/** The last decision on the way back at which the number became another. */
function readAdjustment(
  store: ReadStore,
  plan: PlanRow,
  version: StoredVersion,
  key: TargetKey,
): TargetOrigin['adjusted'] {
  const chain = [...copiedFrom(readVersions(store, plan.id), version)]
  const valueIn = (number: number): number | null => findTarget(store, { ...key, version: number })?.value ?? null
  for (const [at, one] of chain.entries()) {
    const base = chain[at + 1]
    if (!isAdjustment(one) || base === undefined) return null
    const before = valueIn(base.number)
    if (before === valueIn(one.number)) continue
    const { name, decisionNumber, decidedOn, decidedBy, effectiveOn, reason } = one
    const issued = isPublished(one)
    return { before, version: name, decisionNumber, decidedOn, decidedBy, effectiveOn, reason, issued }
  }
  return null
}
