import { appError, fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { recordOf, recordWord, type RecordId } from '#shared/domain/organisation/records.ts'
import { settleRecord, type RecordRow } from '#shared/domain/organisation/record-rules.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import { SqliteError } from '../../db/load-sqlite.ts'
import type { ReadStore, Transaction } from '../../db/store.ts'
import type { CommandContext } from '../service.ts'
import { createRowCheck } from './check-row.ts'
import { nameOfRecord } from './names.ts'
import { settleOfficers } from './officers.ts'
import { readRecordCell, type CellValue, type StoredCell } from './read-cell.ts'
import { readThings } from './things.ts'
import { insertRecord, twinsOf, updateRecord, usualCells } from './write-rows.ts'

interface Prepared {
  readonly id: string
  /** How refusals name it. */
  readonly named: string
  readonly before: RecordRow | null
  readonly cells: Record<string, StoredCell>
  /** The row as it will be. */
  whole: RecordRow
  count: number
}

/** Cells of many rows and new rows, as one step; a row with a wrong cell is left as it was and named. */
export function writeRecords(
  context: CommandContext,
  { table, edits, added, label, dryRun }: ParsedInput<'organisation.write'>,
): AppResult<Output<'organisation.write'>> {
  const { store } = context
  const things = readThings(store)
  const refused: { id: string; column: string; reason: string }[] = []
  const wrong = new Set<string>()
  const refuse = (row: { readonly named: string }, column: string, reason: string): void => {
    refused.push({ id: row.named, column, reason })
    wrong.add(row.named)
  }
  const take = (row: Prepared, column: string, value: CellValue): void => {
    const read = readRecordCell(table, column, value, { things, isNew: row.before === null })
    if (!read.ok) return refuse(row, column, read.error.message)
    row.cells[read.value.column.stored] = read.value.stored
    row.count += 1
  }

  const find = store.sqlite.prepare<[string], RecordRow>(`SELECT * FROM ${recordOf(table).table} WHERE id = ?`)
  const changed = new Map<string, Prepared>()
  for (const { id, column, value } of edits) {
    let row = changed.get(id)
    if (row === undefined) {
      const before = find.get(id)
      if (before === undefined) {
        refused.push({ id, column, reason: appError('ROW_UNKNOWN').message })
        continue
      }
      row = { id, named: id, before, cells: {}, whole: before, count: 0 }
      changed.set(id, row)
    }
    take(row, column, value)
  }
  const born = added.map(({ cells }, index): Prepared => {
    const row: Prepared = {
      id: context.newId(),
      named: `new:${index}`,
      before: null,
      cells: {},
      whole: usualCells(table),
      count: 0,
    }
    for (const { column, value } of cells) if (value !== null && value !== '') take(row, column, value)
    completeNew(store, table, row.cells)
    return row
  })

  const staged = new Map<string, RecordRow | null>()
  const check = createRowCheck(store, table, staged)
  const rows = [...changed.values(), ...born].filter((row) => row.count > 0 && !wrong.has(row.named))
  const good = rows.filter((row) => {
    const settled = settleRecord(table, { ...row.whole, ...row.cells }, row.cells, context.today())
    row.whole = { ...settled, ...twinsOf(table, settled) }
    for (const [column, value] of Object.entries(settled))
      if (value !== (row.before?.[column] ?? null)) row.cells[column] = value
    const problem = check(row.id, row.whole)
    if (problem !== null) refuse(row, problem.column, problem.error.message)
    else staged.set(row.id, row.whole)
    return problem === null
  })
  const written = good.reduce((sum, row) => sum + row.count, 0)
  if (good.length > 0 && !dryRun)
    store.write({ kind: 'organisation.write', label: label ?? labelOf(store, table, good, written) }, (tx) => {
      for (const { id, before, cells, whole } of good) {
        if (before === null) insertRecord(tx, table, id, whole)
        else updateRecord(tx, table, id, cells)
      }
      if (table === 'assignments') settleOfficers(tx, enterprisesOf(good), context.today())
      return null
    })
  const taken = new Set(good.map(({ id }) => id))
  return ok({
    written,
    refused,
    addedIds: born.map(({ id }) => (dryRun || !taken.has(id) ? null : id)),
  })
}

/** A commendation of somebody the file knows is called as he is called. */
function completeNew(store: Pick<ReadStore, 'sqlite'>, table: RecordId, cells: Record<string, StoredCell>): void {
  if (table !== 'commendations') return
  const from = (
    [
      ['person_id', 'SELECT full_name AS name, position FROM people WHERE id = ?', 'person'],
      ['unit_id', 'SELECT name, NULL AS position FROM units WHERE id = ?', 'group'],
      ['union_id', 'SELECT name, NULL AS position FROM grassroots_unions WHERE id = ?', 'group'],
    ] as const
  ).find(([column]) => typeof cells[column] === 'string')
  if (from === undefined) return
  const [column, sql, kind] = from
  const known = store.sqlite
    .prepare<[unknown], { readonly name: string; readonly position: string | null }>(sql)
    .get(cells[column])
  cells['kind'] ??= kind
  cells['name'] ??= known?.name ?? null
  cells['position'] ??= known?.position ?? null
}

function enterprisesOf(rows: readonly Pick<Prepared, 'before' | 'whole'>[]): string[] {
  const ids = rows.flatMap(({ before, whole }) => [before?.['enterprise_id'], whole['enterprise_id']])
  return [...new Set(ids.filter((id) => typeof id === 'string'))]
}

function labelOf(store: Pick<ReadStore, 'sqlite'>, table: RecordId, rows: readonly Prepared[], cells: number): string {
  const word = recordWord(table)
  const [only] = rows
  if (rows.length === 1 && only !== undefined) {
    const name = nameOfRecord(store, table, only.whole)
    return shorten(`${only.before === null ? 'Thêm' : 'Sửa'} ${word} ${name}`.trim())
  }
  return rows.every((row) => row.before === null)
    ? `Thêm ${formatNumber(rows.length)} ${word}`
    : `Sửa ${formatNumber(cells)} ô của ${word}`
}

export function shorten(label: string): string {
  return label.length > 200 ? `${label.slice(0, 199)}…` : label
}

/** Takes whole rows out, with what belongs to them alone. */
export function removeRecords(
  context: CommandContext,
  { table, ids, label }: ParsedInput<'organisation.removeRows'>,
): AppResult<Output<'organisation.removeRows'>> {
  const { store } = context
  const find = store.sqlite.prepare<[string], RecordRow>(`SELECT * FROM ${recordOf(table).table} WHERE id = ?`)
  const rows = [...new Set(ids)].map((id) => ({ id, row: find.get(id) }))
  const found = rows.flatMap(({ id, row }) => (row === undefined ? [] : [{ id, row }]))
  if (found.length < rows.length) return fail('ROW_UNKNOWN')
  const named = found.map(({ id, row }) => ({ id, row, name: nameOfRecord(store, table, row) }))
  const [only] = named
  const what = named.length === 1 && only !== undefined ? only.name : formatNumber(named.length)
  const kept: { id: string; name: string; reason: string }[] = []
  const word = recordWord(table)
  const usual = named.length === 1 ? shorten(`Xóa ${word} ${what}`.trim()) : `Xóa ${what} ${word}`
  store.write({ kind: 'organisation.removeRows', label: label ?? usual }, (tx) => {
    for (const { id, name } of named)
      if (!removeOne(tx, table, id)) kept.push({ id, name, reason: appError('RECORD_IN_USE', { name }).message })
    if (table === 'assignments')
      settleOfficers(tx, enterprisesOf(named.map(({ row }) => ({ before: row, whole: {} }))), context.today())
    return null
  })
  return ok({ removed: named.length - kept.length, kept })
}

/** False when another row refers to it; what belongs to it then stays too. */
function removeOne(tx: Transaction, table: RecordId, id: string): boolean {
  try {
    tx.sqlite.transaction(() => {
      for (const [part, column] of recordOf(table).parts ?? [])
        tx.sqlite.prepare(`DELETE FROM ${part} WHERE ${column} = ?`).run(id)
      tx.sqlite.prepare(`DELETE FROM ${recordOf(table).table} WHERE id = ?`).run(id)
    })()
    return true
  } catch (thrown) {
    if (thrown instanceof SqliteError && thrown.code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return false
    throw thrown
  }
}
