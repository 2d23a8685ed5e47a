import { takeTogether } from '#shared/domain/history/net-change.ts'
import type { SqliteDatabase } from './load-sqlite.ts'
import { readChanges } from './undo.ts'

interface Counted {
  readonly changes: number
  readonly cells: number
  readonly births: number
}

/**
 * Makes the counter of a connection: it writes down how many rows and cells an operation touched, and answers
 * whether anything is different in the end. A cell put back as it was, or a row born and removed, is nothing.
 */
export function createCounter(sqlite: SqliteDatabase): (operationId: string) => boolean {
  const count = sqlite.prepare<[string], Counted>(
    `SELECT COUNT(*) AS changes, COALESCE(SUM(column_name <> ''), 0) AS cells,
       COALESCE(SUM(column_name = '' AND before IS NULL), 0) AS births FROM changes WHERE operation_id = ?`,
  )
  const countRows = sqlite.prepare<[string], { rows: number; cells: number }>(
    `SELECT COUNT(*) AS rows, COALESCE(SUM(cells), 0) AS cells FROM (
       SELECT COUNT(DISTINCT column_name) AS cells FROM changes WHERE operation_id = ? GROUP BY table_name, row_id)`,
  )
  const write = sqlite.prepare<[number, number, string]>(
    'UPDATE operations SET row_count = ?, cell_count = ? WHERE id = ?',
  )
  return (operationId) => {
    const counted = count.get(operationId)
    if (counted === undefined || counted.changes === 0) return false
    // One kind of change of every row leaves no doubt, and spares the reading of a large import.
    const isPlain = counted.births === counted.changes || counted.changes === 1
    const touched = isPlain ? undefined : countRows.get(operationId)
    const rows = touched?.rows ?? counted.changes
    // What was written once can't have been put back; only cells written again have to be looked at one by one.
    const isOnce = touched === undefined || touched.cells === counted.changes
    if (!isOnce && takeTogether(readChanges(sqlite, operationId)).length === 0) return false
    write.run(rows, counted.cells, operationId)
    return true
  }
}
