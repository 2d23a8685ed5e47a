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
  const given = JSON.stringify(rows.map(({ id, values }) => [id, ...values]))
  const trigger = putAside(sqlite, `record_update_${table}`)
  const cells = columns.map(
    (column, at) => `SELECT row.id AS id, '${column}' AS name, row."${column}" AS old, wanted.v${at} AS new
      FROM wanted JOIN "${table}" AS row ON row.id = wanted.id WHERE row."${column}" IS NOT wanted.v${at}`,
  )
  sqlite
    .prepare<[string]>(
      `WITH ${wanted}
       INSERT INTO changes (operation_id, table_name, row_id, column_name, before, after)
       SELECT operation_id, '${table}', cell.id, cell.name, cell.old, cell.new
       FROM write_context, (${cells.join(' UNION ALL ')}) AS cell`,
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
