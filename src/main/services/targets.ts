import { eq, inArray } from '../db/orm.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { AssignerRow, TargetRow, targetsContract } from '#shared/contract/targets.ts'
import { TOTAL_NAME } from '#shared/domain/results/progress.ts'
import { buildTargetTable } from '#shared/domain/targets/target-table.ts'
import { defaultBasis } from '#shared/domain/targets/target.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import type { TreeUnit } from '#shared/domain/units/tree.ts'
import { ok } from '#shared/kit/result.ts'
import { readIndicators } from '../db/queries/indicators.ts'
import { findTarget, readAssigners, readTargets, type StoredTarget } from '../db/queries/targets.ts'
import { readUnitTree } from '../db/queries/unit-tree.ts'
import { assigners, targets } from '../db/schema/index.ts'
import type { ReadStore, Transaction } from '../db/store.ts'
import { allocationHandlers } from './allocation.ts'
import { checkActive, checkValue, createLookup, ensureAssigner, findPlan, matchAssigner } from './lookup.ts'
import type { CommandContext, Service } from './service.ts'

export const targetsService: Service<keyof typeof targetsContract> = {
  ...allocationHandlers,

  'assigners.list': ({ store }) => ok(readAssigners(store)),
  'assigners.save': saveAssigner,

  'targets.list': ({ store }, input) => {
    const plan = findPlan(store, input.plan)
    if (!plan.ok) return plan
    return ok(
      readTargets(store, plan.value.id)
        .filter((row) => input.unit === null || row.unit === input.unit)
        .map(publish),
    )
  },

  'targets.table': ({ store }, input) => {
    const plan = findPlan(store, input.plan)
    if (!plan.ok) return plan
    const assigner = matchAssigner(readAssigners(store), input.assigner)
    const { tree, types } = readUnitTree(store, plan.value.from)
    const own = readTargets(store, plan.value.id).filter(
      (row) => row.assignerId === assigner?.id && row.kind === input.kind,
    )
    const rows = buildTargetTable(tree, types, readIndicators(store), own, TOTAL_NAME)
    return ok({ plan: plan.value.code, rows: rows.map((row) => ({ ...row, cells: { ...row.cells } })) })
  },

  'targets.set': (context, input) => {
    const staged = stageCells(context.store, input.plan, [{ ...input, remove: false }])
    if (!staged.ok) return staged
    const [cell] = staged.value.cells
    if (cell === undefined) throw new Error('one cell was staged')
    const label = `Giao chỉ tiêu ${cell.indicator.shortName} cho ${cell.unit.name}`
    const id = context.store.write({ kind: 'targets.set', label }, (tx) => writeCell(tx, staged.value.plan, cell))
    const row = readTargets(context.store, staged.value.plan.id).find((target) => target.id === id)
    return row === undefined ? fail('ROW_UNKNOWN') : ok(publish(row))
  },

  'targets.setMany': ({ store }, input) => {
    const staged = stageCells(store, input.plan, input.cells)
    if (!staged.ok) return staged
    const { plan, cells } = staged.value
    const label = input.label ?? `Nhập ${cells.length} chỉ tiêu`
    store.write({ kind: 'targets.set', label }, (tx) => {
      for (const cell of cells) writeCell(tx, plan, cell)
      return null
    })
    return ok({ written: cells.length })
  },

  'targets.lock': ({ store }, { ids, locked }) => {
    store.write({ kind: 'targets.lock', label: locked ? 'Khóa chỉ tiêu' : 'Mở khóa chỉ tiêu' }, (tx) => {
      tx.db.update(targets).set({ locked }).where(inArray(targets.id, ids)).run()
      return null
    })
    return ok({})
  },
}

/** The row as callers see it, without ids of other tables. */
function publish({ unitId: _, indicatorId: _i, assignerId: _a, ...row }: StoredTarget): TargetRow {
  return row
}

type CellInput = ParsedInput<'targets.setMany'>['cells'][number]

interface StagedCell extends Omit<CellInput, 'unit' | 'indicator'> {
  readonly unit: TreeUnit
  readonly indicator: IndicatorRow
}

/** Finds and checks everything before the write, so that a refused cell leaves the others unwritten too. */
function stageCells(
  store: ReadStore,
  planCode: string | null,
  cells: readonly CellInput[],
): AppResult<{ readonly plan: PlanRow; readonly cells: readonly StagedCell[] }> {
  const plan = findPlan(store, planCode)
  if (!plan.ok) return plan
  const { name, status, from, to } = plan.value
  // What was issued stays as it was issued; it is changed by a decision that makes a new version.
  if (status === 'issued' || status === 'closed') return fail('PLAN_ISSUED', { name })
  const { unitOf, indicatorOf } = createLookup(store)
  const staged: StagedCell[] = []
  for (const cell of cells) {
    const unit = unitOf(cell.unit)
    if (!unit.ok) return unit
    const indicator = indicatorOf(cell.indicator)
    if (!indicator.ok) return indicator
    const active = checkActive(unit.value, from, to)
    if (!active.ok) return active
    const value = checkValue(indicator.value, cell.value)
    if (!value.ok) return value
    staged.push({ ...cell, unit: unit.value, indicator: indicator.value })
  }
  return ok({ plan: plan.value, cells: staged })
}

/** Writes one cell and answers its row id (of the removed row when it was taken away). */
export function writeCell(tx: Transaction, plan: PlanRow, cell: StagedCell): string {
  const assigner = ensureAssigner(tx, cell.assigner)
  const key = {
    planId: plan.id,
    unitId: cell.unit.id,
    indicatorId: cell.indicator.id,
    assignerId: assigner.id,
    kind: cell.kind,
  }
  const current = findTarget(tx, key)
  if (cell.remove) {
    if (current !== undefined) tx.db.delete(targets).where(eq(targets.id, current.id)).run()
    return current?.id ?? ''
  }
  const basis = cell.basis ?? current?.basis ?? defaultBasis(plan.kind)
  const written = { value: cell.value, basis, note: cell.note ?? current?.note ?? null }
  if (current !== undefined) {
    tx.db.update(targets).set(written).where(eq(targets.id, current.id)).run()
    return current.id
  }
  const id = tx.newId()
  tx.db
    .insert(targets)
    .values({ id, ...key, ...written })
    .run()
  return id
}

function saveAssigner({ store, newId }: CommandContext, input: ParsedInput<'assigners.save'>): AppResult<AssignerRow> {
  const known = readAssigners(store)
  if (input.id !== null && !known.some((row) => row.id === input.id)) return fail('ROW_UNKNOWN')
  const twin = known.find((row) => row.code === input.code && row.id !== input.id)
  if (twin !== undefined) return fail('ASSIGNER_CODE_TAKEN', { code: input.code, name: twin.name })
  const { id, code, name, aliases } = input
  const row = { code, name, shortName: input.shortName ?? name, nameFolded: foldText(name), aliases }
  const savedId = id ?? newId()
  store.write({ kind: 'assigners.save', label: `Sửa nơi giao ${row.shortName}` }, (tx) => {
    const sortOrder = Math.max(0, ...known.map((other) => other.sortOrder)) + 10
    if (id === null)
      tx.db
        .insert(assigners)
        .values({ ...row, id: savedId, sortOrder })
        .run()
    else tx.db.update(assigners).set(row).where(eq(assigners.id, savedId)).run()
    return null
  })
  const saved = readAssigners(store).find((other) => other.id === savedId)
  return saved === undefined ? fail('ROW_UNKNOWN') : ok(saved)
}
