import { and, eq } from '../db/orm.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import { defaultBasis } from '#shared/domain/targets/target.ts'
import type { TreeUnit } from '#shared/domain/units/tree.ts'
import { ok } from '#shared/kit/result.ts'
import { findTarget, readAssigners } from '../db/queries/targets.ts'
import { targets } from '../db/schema/index.ts'
import type { ReadStore, Transaction } from '../db/store.ts'
import { findWritableVersion, type VersionRef } from './find-version.ts'
import { checkActive, checkValue, createLookup, ensureAssigner, findPlan, matchAssigner } from './lookup.ts'

export type CellInput = ParsedInput<'targets.setMany'>['cells'][number]

export interface StagedCell extends Omit<CellInput, 'unit' | 'indicator'> {
  readonly unit: TreeUnit
  readonly indicator: IndicatorRow
}

export interface StagedCells {
  readonly plan: PlanRow
  /** Number of the version they go into. */
  readonly version: number
  readonly cells: readonly StagedCell[]
}

/** Finds and checks everything before the write, so that a refused cell leaves the others unwritten too. */
export function stageCells(
  store: ReadStore,
  planCode: string | null,
  ref: VersionRef,
  cells: readonly CellInput[],
): AppResult<StagedCells> {
  const plan = findPlan(store, planCode)
  if (!plan.ok) return plan
  const version = findWritableVersion(store, plan.value, ref)
  if (!version.ok) return version
  const staged = checkCells(store, plan.value, version.value.number, cells)
  return staged.ok ? ok({ plan: plan.value, version: version.value.number, cells: staged.value }) : staged
}

/** The checks alone. `version` null: locks do not matter. */
export function checkCells(
  store: ReadStore,
  plan: PlanRow,
  version: number | null,
  cells: readonly CellInput[],
): AppResult<readonly StagedCell[]> {
  const check = createCellCheck(store, plan, version)
  const staged: StagedCell[] = []
  for (const cell of cells) {
    const checked = check(cell)
    if (!checked.ok) return checked
    staged.push(checked.value)
  }
  return ok(staged)
}

/** Which cells could not be written, by their place among them, and why. */
export function refuseCells(
  store: ReadStore,
  planCode: string | null,
  ref: VersionRef,
  cells: readonly CellInput[],
): AppResult<{ readonly cell: number; readonly reason: string }[]> {
  const plan = findPlan(store, planCode)
  if (!plan.ok) return plan
  const version = findWritableVersion(store, plan.value, ref)
  if (!version.ok) return version
  const check = createCellCheck(store, plan.value, version.value.number)
  return ok(
    cells.flatMap((cell, at) => {
      const checked = check(cell)
      return checked.ok ? [] : [{ cell: at, reason: checked.error.message }]
    }),
  )
}

function createCellCheck(
  store: ReadStore,
  plan: PlanRow,
  version: number | null,
): (cell: CellInput) => AppResult<StagedCell> {
  const { unitOf, indicatorOf } = createLookup(store)
  const lockedValue = version === null ? () => undefined : readLocks(store, plan.id, version)
  return (cell) => {
    const unit = unitOf(cell.unit)
    if (!unit.ok) return unit
    const indicator = indicatorOf(cell.indicator)
    if (!indicator.ok) return indicator
    const active = checkActive(unit.value, plan.from, plan.to)
    if (!active.ok) return active
    const value = checkValue(indicator.value, cell.value)
    if (!value.ok) return value
    const one = { ...cell, unit: unit.value, indicator: indicator.value }
    const kept = lockedValue(one)
    // The note of a locked cell may be written, its number is kept.
    if (kept !== undefined && (cell.remove || kept !== cell.value))
      return fail('TARGET_LOCKED', { name: indicator.value.shortName, unit: unit.value.name })
    return ok(one)
  }
}

function readLocks(store: ReadStore, planId: string, version: number): (cell: StagedCell) => number | null | undefined {
  const locked = store.db
    .select()
    .from(targets)
    .where(and(eq(targets.planId, planId), eq(targets.version, version), eq(targets.locked, true)))
    .all()
  if (locked.length === 0) return () => undefined
  const known = readAssigners(store)
  const byKey = new Map(locked.map((row) => [keyOf(row), row.value]))
  return ({ unit, indicator, assigner, kind }) => {
    const assignerId = matchAssigner(known, assigner)?.id ?? ''
    return byKey.get(keyOf({ unitId: unit.id, indicatorId: indicator.id, assignerId, kind }))
  }
}

function keyOf(key: Pick<typeof targets.$inferSelect, 'unitId' | 'indicatorId' | 'assignerId' | 'kind'>): string {
  return [key.unitId, key.indicatorId, key.assignerId, key.kind].join('|')
}

/** From so many cells reading the whole version is quicker than looking each up. */
const MANY_CELLS = 100

function readStanding(tx: Transaction, planId: string, version: number): Map<string, typeof targets.$inferSelect> {
  const rows = tx.db
    .select()
    .from(targets)
    .where(and(eq(targets.planId, planId), eq(targets.version, version)))
    .all()
  return new Map(rows.map((row) => [keyOf(row), row]))
}

/**
 * Writes cells one by one inside a write, each answered by its row id (of the removed row when it was taken away).
 * Each assigner is looked up once, and for many cells what stands in the version is read at once: a paste has
 * thousands.
 */
export function createCellWriter(
  tx: Transaction,
  plan: PlanRow,
  version: number,
  count: number,
): (cell: StagedCell) => string {
  const assignerIds = new Map<string, string>()
  const assignerIdOf = (name: string): string => {
    const known = assignerIds.get(name) ?? ensureAssigner(tx, name).id
    assignerIds.set(name, known)
    return known
  }
  const standing = count < MANY_CELLS ? null : readStanding(tx, plan.id, version)
  const insert = tx.sqlite.prepare(
    `INSERT INTO targets (id, plan_id, unit_id, indicator_id, assigner_id, kind, basis, value, version, note)
     VALUES (:id, :planId, :unitId, :indicatorId, :assignerId, :kind, :basis, :value, :version, :note)`,
  )
  const update = tx.sqlite.prepare('UPDATE targets SET value = :value, basis = :basis, note = :note WHERE id = :id')
  const remove = tx.sqlite.prepare<[string]>('DELETE FROM targets WHERE id = ?')

  return (cell) => {
    const assignerId = assignerIdOf(cell.assigner)
    const key = { unitId: cell.unit.id, indicatorId: cell.indicator.id, assignerId, kind: cell.kind }
    const current = standing === null ? findTarget(tx, { ...key, planId: plan.id, version }) : standing.get(keyOf(key))
    if (cell.remove) {
      if (current !== undefined) remove.run(current.id)
      standing?.delete(keyOf(key))
      return current?.id ?? ''
    }
    const basis = cell.basis ?? current?.basis ?? defaultBasis(plan.kind)
    const note = cell.note === null ? (current?.note ?? null) : cell.note.trim() === '' ? null : cell.note.trim()
    const id = current?.id ?? tx.newId()
    if (current === undefined) insert.run({ id, planId: plan.id, ...key, basis, value: cell.value, version, note })
    else update.run({ id, value: cell.value, basis, note })
    const row = { planId: plan.id, version, locked: false, decision: null, ...current, ...key }
    standing?.set(keyOf(key), { ...row, id, basis, note, value: cell.value })
    return id
  }
}
