import { and, eq, inArray } from '../db/orm.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { AssignerRow, TargetRow, targetsContract } from '#shared/contract/targets.ts'
import { TOTAL_NAME } from '#shared/domain/results/progress.ts'
import { buildTargetTable } from '#shared/domain/targets/target-table.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { ok } from '#shared/kit/result.ts'
import { readIndicators } from '../db/queries/indicators.ts'
import { readAssigners, readTargets, type StoredTarget } from '../db/queries/targets.ts'
import { readUnitTree } from '../db/queries/unit-tree.ts'
import { assigners, targets } from '../db/schema/index.ts'
import { allocationHandlers } from './allocation.ts'
import { findVersion, findWritableVersion } from './find-version.ts'
import { createLookup, findPlan, matchAssigner } from './lookup.ts'
import type { CommandContext, Service } from './service.ts'
import { createCellWriter, refuseCells, stageCells } from './target-cells.ts'
import { originHandlers } from './target-origin.ts'
import { sheetHandlers } from './target-sheet.ts'

export const targetsService: Service<keyof typeof targetsContract> = {
  ...allocationHandlers,
  ...originHandlers,
  ...sheetHandlers,

  'assigners.list': ({ store }) => ok(readAssigners(store)),
  'assigners.save': saveAssigner,

  'targets.list': ({ store, today }, input) => {
    const plan = findPlan(store, input.plan)
    if (!plan.ok) return plan
    const version = findVersion(store, plan.value, input.version, input.asOf ?? today())
    if (!version.ok) return version
    return ok(
      readTargets(store, plan.value.id, version.value.number)
        .filter((row) => input.unit === null || row.unit === input.unit)
        .map(publish),
    )
  },

  'targets.table': ({ store, today }, input) => {
    const plan = findPlan(store, input.plan)
    if (!plan.ok) return plan
    const version = findVersion(store, plan.value, input.version, today())
    if (!version.ok) return version
    const assigner = matchAssigner(readAssigners(store), input.assigner)
    const { tree, types } = readUnitTree(store, plan.value.from)
    const own = readTargets(store, plan.value.id, version.value.number).filter(
      (row) => row.assignerId === assigner?.id && row.kind === input.kind,
    )
    const rows = buildTargetTable(tree, types, readIndicators(store), own, TOTAL_NAME)
    return ok({ plan: plan.value.code, rows: rows.map((row) => ({ ...row, cells: { ...row.cells } })) })
  },

  'targets.set': (context, input) => {
    const staged = stageCells(context.store, input.plan, input.version, [{ ...input, remove: false }])
    if (!staged.ok) return staged
    const [cell] = staged.value.cells
    if (cell === undefined) throw new Error('one cell was staged')
    const label = `Giao chỉ tiêu ${cell.indicator.shortName} cho ${cell.unit.name}`
    const { plan, version } = staged.value
    const id = context.store.write({ kind: 'targets.set', label }, (tx) => createCellWriter(tx, plan, version, 1)(cell))
    const row = readTargets(context.store, plan.id, version).find((target) => target.id === id)
    return row === undefined ? fail('ROW_UNKNOWN') : ok(publish(row))
  },

  'targets.setMany': ({ store }, input) => {
    if (input.dryRun) {
      const refused = refuseCells(store, input.plan, input.version, input.cells)
      return refused.ok ? ok({ written: input.cells.length - refused.value.length, refused: refused.value }) : refused
    }
    const staged = stageCells(store, input.plan, input.version, input.cells)
    if (!staged.ok) return staged
    const { plan, version, cells } = staged.value
    const label = input.label ?? `Nhập ${cells.length} chỉ tiêu`
    store.write({ kind: 'targets.set', label }, (tx) => {
      const write = createCellWriter(tx, plan, version, cells.length)
      for (const cell of cells) write(cell)
      return null
    })
    return ok({ written: cells.length })
  },

  'targets.lock': ({ store }, { ids, locked }) => {
    lockRows({ store }, ids, locked, lockLabel(locked))
    return ok({})
  },

  'targets.lockArea': ({ store }, input) => {
    const plan = findPlan(store, input.plan)
    if (!plan.ok) return plan
    const version = findWritableVersion(store, plan.value, input.version)
    if (!version.ok) return version
    const { unitOf, indicatorOf } = createLookup(store)
    for (const code of input.units ?? []) {
      const unit = unitOf(code)
      if (!unit.ok) return unit
    }
    for (const code of input.indicators ?? []) {
      const indicator = indicatorOf(code)
      if (!indicator.ok) return indicator
    }
    const known = readAssigners(store)
    const sets = input.sets?.map(({ assigner, kind }) => ({ assigner: matchAssigner(known, assigner)?.id, kind }))
    const rows = readTargets(store, plan.value.id, version.value.number).filter(
      (row) =>
        row.locked !== input.locked &&
        input.units?.includes(row.unit) !== false &&
        input.indicators?.includes(row.indicator) !== false &&
        sets?.some(({ assigner, kind }) => assigner === row.assignerId && kind === row.kind) !== false,
    )
    const ids = rows.map(({ id }) => id)
    lockRows({ store }, ids, input.locked, input.label ?? `${lockLabel(input.locked)}: ${ids.length} ô`)
    return ok({ changed: ids.length })
  },
}

function lockLabel(locked: boolean): string {
  return locked ? 'Khóa chỉ tiêu' : 'Mở khóa chỉ tiêu'
}

/** Below the number of parameters SQLite takes in one statement. */
const IDS_AT_ONCE = 500

function lockRows(
  { store }: Pick<CommandContext, 'store'>,
  ids: readonly string[],
  locked: boolean,
  label: string,
): void {
  store.write({ kind: 'targets.lock', label }, (tx) => {
    for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
      const some = ids.slice(at, at + IDS_AT_ONCE)
      // Only cells that change: a lock put on twice is no step of the history.
      tx.db
        .update(targets)
        .set({ locked })
        .where(and(inArray(targets.id, some), eq(targets.locked, !locked)))
        .run()
    }
    return null
  })
}

/** The row as callers see it, without ids of other tables. */
function publish({ unitId: _, indicatorId: _i, assignerId: _a, ...row }: StoredTarget): TargetRow {
  return row
}

function saveAssigner({ store, newId }: CommandContext, input: ParsedInput<'assigners.save'>): AppResult<AssignerRow> {
  const known = readAssigners(store)
  if (input.id !== null && !known.some((row) => row.id === input.id)) return fail('ROW_UNKNOWN')
  const twin = known.find((row) => row.code === input.code && row.id !== input.id)
  if (twin !== undefined) return fail('ASSIGNER_CODE_TAKEN', { code: input.code, name: twin.name })
  const { id, code, name, aliases } = input
  const row = { code, name, shortName: input.shortName ?? name, nameFolded: foldText(name), aliases }
  const savedId = id ?? newId()
  store.write({ kind: 'assigners.save', label: `${id === null ? 'Thêm' : 'Sửa'} nơi giao ${row.shortName}` }, (tx) => {
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
