import type { SqliteDatabase } from './load-sqlite.ts'
import { putAside } from './recording.ts'

export type DbValue = string | number | null

/** New values of some columns for one row, in the order of the columns. */
export interface RowUpdate {
  readonly id: string
  readonly values: readonly DbValue[]
}

/**
 * Sets the same columns of many rows in one statement and records the changed cells in another, which is three times as
 * fast as row by row for thousands of them. Only inside `write`, and not for columns whose values may not meet
 * (an MST passes from one row to another): the trigger is put aside and back in that transaction. Names of table
 * and columns come from the program, never from what was typed.
 */
export function updateTogether(
  sqlite: SqliteDatabase,
  table: string,
  columns: readonly string[],
  rows: readonly RowUpdate[],
): void {
  const wanted = `wanted AS MATERIALIZED (
    SELECT value ->> 0 AS id, ${columns.map((_, at) => `value ->> ${at + 1} AS v${at}`).join(', ')} FROM json_each(?))`
  // In the order of the file: a view shows its rows in any other, and each page would be brought in many times over.
  const inOrder = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const given = JSON.stringify(inOrder.map(({ id, values }) => [id, ...values]))
  const trigger = putAside(sqlite, `record_update_${table}`)
  const pick = (value: (column: string, at: number) => string): string =>
    `CASE cell.at ${columns.map((column, at) => `WHEN ${at} THEN ${value(column, at)}`).join(' ')} END`
  sqlite
    .prepare<[string]>(
      `WITH ${wanted}, cell (at, name) AS (VALUES ${columns.map((column, at) => `(${at}, '${column}')`).join(', ')})
       INSERT INTO changes (operation_id, table_name, row_id, column_name, before, after)
       SELECT operation_id, '${table}', row.id, cell.name,
         ${pick((column) => `row."${column}"`)} AS old, ${pick((_, at) => `wanted.v${at}`)} AS new
       FROM wanted CROSS JOIN "${table}" AS row ON row.id = wanted.id CROSS JOIN cell CROSS JOIN write_context
       WHERE old IS NOT new`,
    )
    .run(given)
  sqlite
    .prepare<[string]>(
      `WITH ${wanted}
       UPDATE "${table}" SET ${columns.map((column, at) => `"${column}" = wanted.v${at}`).join(', ')}
       FROM wanted WHERE "${table}".id = wanted.id`,
    )
    .run(given)
  sqlite.exec(trigger)
}
