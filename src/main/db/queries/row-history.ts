import { TABLE_WORDS } from '#shared/domain/history/words.ts'
import { takeTogether, type CellValue, type NetChange, type RecordedChange } from '#shared/domain/history/net-change.ts'
import type { RowHistoryEntry } from '#shared/contract/history.ts'
import type { SqliteDatabase } from '../load-sqlite.ts'
import { listRecordedTables } from '../recording.ts'
import { isSeen, sayRows, type RowWords } from './row-words.ts'

export interface RowKey {
  readonly table: string
  readonly row: string
}

interface OperationOfRow {
  readonly id: string
  readonly sequence: number
  readonly label: string
  readonly who: string
  readonly at: string
  readonly origin: string
}

export interface RowHistory {
  readonly name: string
  readonly entries: readonly RowHistoryEntry[]
  readonly total: number
}

/** What was done to rows and to their parts, newest first. Null when the history knows none of them. */
export function readRowHistory(
  sqlite: SqliteDatabase,
  keys: readonly RowKey[],
  page: { readonly limit: number; readonly offset: number },
): RowHistory | null {
  const tables = new Set(listRecordedTables(sqlite))
  const asked = keys.filter(({ table }) => tables.has(table))
  const first = asked[0]
  if (first === undefined) return null
  const changes = new Map<string, RecordedChange[]>()
  for (const { table, row } of withParts(sqlite, asked)) collect(sqlite, table, row, changes)
  if (changes.size === 0) return null
  const words = sayRows(sqlite)
  const readOperation = sqlite.prepare<[string], OperationOfRow>(
    'SELECT id, sequence, label, who, at, origin FROM operations WHERE id = ?',
  )
  const operations = [...changes.keys()]
    .flatMap((id) => readOperation.get(id) ?? [])
    .toSorted((a, b) => b.sequence - a.sequence)
  const entries = operations.flatMap((operation) =>
    takeTogether(changes.get(operation.id) ?? []).flatMap((change) => entryOf(operation, change, words)),
  )
  return {
    name: words.nameOf(first.table, first.row),
    entries: entries.slice(page.offset, page.offset + page.limit),
    total: entries.length,
  }
}

const CODES: readonly (readonly [table: string, column: string])[] = [
  ['units', 'code'],
  ['enterprises', 'tax_code'],
  ['plans', 'code'],
  ['indicators', 'code'],
  ['assigners', 'code'],
  ['unit_types', 'code'],
  ['legal_forms', 'code'],
  ['stages', 'code'],
  ['reasons', 'code'],
]

/** The row a code or an id means; a row that is gone too, by its id. */
export function findRow(sqlite: SqliteDatabase, text: string): RowKey | null {
  for (const [table, column] of CODES) {
    const row = sqlite.prepare<[string], { id: string }>(`SELECT id FROM "${table}" WHERE "${column}" = ?`).get(text)
    if (row !== undefined) return { table, row: row.id }
  }
  const known = sqlite.prepare<[string, string]>('SELECT 1 FROM changes WHERE table_name = ? AND row_id = ? LIMIT 1')
  const table = listRecordedTables(sqlite).find((name) => known.get(name, text) !== undefined)
  return table === undefined ? null : { table, row: text }
}

/** Targets or reports of a unit, those that are gone too. */
export function rowsOfUnit(sqlite: SqliteDatabase, unitId: string, table: 'targets' | 'reports'): RowKey[] {
  const living = sqlite.prepare<[string], { id: string }>(`SELECT id FROM "${table}" WHERE unit_id = ?`).all(unitId)
  const ids = new Set([...living.map(({ id }) => id), ...removedParts(sqlite, table, 'unit_id', unitId)])
  return [...ids].map((row) => ({ table, row }))
}

/** From so many changes of a table on, parts that are gone are not looked for: each would have to be read. */
const MOST_READ = 20_000

function withParts(sqlite: SqliteDatabase, keys: readonly RowKey[]): readonly RowKey[] {
  const found = new Map<string, RowKey>()
  const add = (key: RowKey): void => void found.set(`${key.table} ${key.row}`, key)
  for (const key of keys) {
    add(key)
    for (const [part, column] of TABLE_WORDS[key.table]?.parts ?? []) {
      const living = sqlite
        .prepare<[string], { id: string }>(`SELECT id FROM "${part}" WHERE "${column}" = ?`)
        .all(key.row)
      for (const { id } of living) add({ table: part, row: id })
      for (const id of removedParts(sqlite, part, column, key.row)) add({ table: part, row: id })
    }
  }
  return [...found.values()]
}

/** Parts a row had once: another name of a unit that was taken away belongs to its history. */
function removedParts(sqlite: SqliteDatabase, part: string, column: string, row: string): string[] {
  const count = sqlite
    .prepare<[string, number], { n: number }>(
      'SELECT COUNT(*) AS n FROM (SELECT 1 FROM changes WHERE table_name = ? LIMIT ?)',
    )
    .get(part, MOST_READ)
  if ((count?.n ?? 0) >= MOST_READ) return []
  return sqlite
    .prepare<[string, string], { id: string }>(
      `SELECT DISTINCT row_id AS id FROM changes
       WHERE table_name = ? AND column_name = '' AND after IS NULL AND json_extract(before, '$."${column}"') = ?`,
    )
    .all(part, row)
    .map(({ id }) => id)
}

function collect(sqlite: SqliteDatabase, table: string, row: string, changes: Map<string, RecordedChange[]>): void {
  const rows = sqlite
    .prepare<[string, string], RecordedChange & { readonly operation: string }>(
      `SELECT operation_id AS operation, table_name AS "table", row_id AS "row", column_name AS "column", before, after
       FROM changes WHERE table_name = ? AND row_id = ? ORDER BY sequence`,
    )
    .all(table, row)
  for (const change of rows) changes.set(change.operation, [...(changes.get(change.operation) ?? []), change])
}

function entryOf(operation: OperationOfRow, change: NetChange, words: RowWords): RowHistoryEntry[] {
  const { table, row, kind } = change
  const cells = cellsOf(change).flatMap(({ column, before, after }) => {
    if (!isSeen(table, column)) return []
    const said = { before: words.textOf(table, column, before), after: words.textOf(table, column, after) }
    return said.before === said.after ? [] : [{ column, title: titleOf(table, column), ...said }]
  })
  // Only what the program keeps for itself was touched.
  if (cells.length === 0 && kind === 'edited') return []
  const { id: operationId, sequence, label, who, at, origin } = operation
  return [
    { operationId, sequence, label, who, at, origin, kind, table, row, what: words.placeOf(table, row, ''), cells },
  ]
}

function titleOf(table: string, column: string): string {
  const words = TABLE_WORDS[table]?.columns[column]
  return words === undefined || words === null ? column : typeof words === 'string' ? words : words.title
}

function cellsOf(change: NetChange): readonly { column: string; before: CellValue; after: CellValue }[] {
  if (change.kind === 'edited') return change.cells
  return Object.entries(change.image).map(([column, value]) =>
    change.kind === 'born' ? { column, before: null, after: value } : { column, before: value, after: null },
  )
}
