import { takeTogether, type CellValue, type NetChange, type RecordedChange } from '#shared/domain/history/net-change.ts'
import { SqliteError, type SqliteDatabase } from './load-sqlite.ts'

/** A change that stayed because later work rests on it. */
export interface KeptChange {
  readonly table: string
  readonly row: string
  /** '' when the whole row is meant. */
  readonly column: string
  readonly reason: 'changed-later' | 'row-gone' | 'in-use'
}

export function readChanges(sqlite: SqliteDatabase, operationId: string): RecordedChange[] {
  return sqlite
    .prepare<[string], RecordedChange>(
      `SELECT table_name AS "table", row_id AS "row", column_name AS "column", before, after
       FROM changes WHERE operation_id = ? ORDER BY sequence`,
    )
    .all(operationId)
}

/**
 * Takes an operation back inside the open transaction: a cell returns only if it still holds what the
 * operation wrote, a born row goes only if nothing later touched it or refers to it, a removed row comes
 * back unless something has taken its place. What could not go back is returned, nothing is forced.
 */
export function takeBack(sqlite: SqliteDatabase, operationId: string): KeptChange[] {
  const kept: KeptChange[] = []
  // Backwards: children born after their parents go before them.
  for (const change of takeTogether(readChanges(sqlite, operationId)).toReversed())
    kept.push(...takeBackRow(sqlite, change))
  return kept
}

function takeBackRow(sqlite: SqliteDatabase, change: NetChange): KeptChange[] {
  const { table, row } = change
  const keep = (column: string, reason: KeptChange['reason']): KeptChange => ({ table, row, column, reason })
  const current = sqlite.prepare<[string], Record<string, CellValue>>(`SELECT * FROM "${table}" WHERE id = ?`).get(row)
  switch (change.kind) {
    case 'born': {
      if (current === undefined) return []
      if (!sameRow(current, change.image)) return [keep('', 'changed-later')]
      const gone = tryWrite(() => sqlite.prepare(`DELETE FROM "${table}" WHERE id = ?`).run(row))
      return gone ? [] : [keep('', 'in-use')]
    }
    case 'removed': {
      if (current !== undefined) return [keep('', 'changed-later')]
      const columns = Object.keys(change.image)
      const places = columns.map(() => '?').join(', ')
      const insert = `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${places})`
      const back = tryWrite(() => sqlite.prepare(insert).run(...columns.map((column) => change.image[column] ?? null)))
      return back ? [] : [keep('', 'in-use')]
    }
    case 'edited':
      if (current === undefined) return [keep('', 'row-gone')]
      return change.cells.flatMap(({ column, before, after }) => {
        if ((current[column] ?? null) !== after) return [keep(column, 'changed-later')]
        const back = tryWrite(() =>
          sqlite.prepare(`UPDATE "${table}" SET "${column}" = ? WHERE id = ?`).run(before, row),
        )
        return back ? [] : [keep(column, 'in-use')]
      })
  }
}

/** A constraint that later rows now rest on refuses the statement; anything else thrown is a bug. */
function tryWrite(write: () => void): boolean {
  try {
    write()
    return true
  } catch (thrown) {
    if (thrown instanceof SqliteError && thrown.code.startsWith('SQLITE_CONSTRAINT')) return false
    throw thrown
  }
}

/** A row born before a column was added has no entry for it: absent and null are the same. */
function sameRow(current: Readonly<Record<string, CellValue>>, image: Readonly<Record<string, CellValue>>): boolean {
  return Object.keys(current).every((column) => (current[column] ?? null) === (image[column] ?? null))
}
