import { SqliteError, type SqliteDatabase } from './load-sqlite.ts'
import { imageOf, listColumns, recordBirthsTogether, removeTogether } from './recording.ts'

/** Tables whose rows stay once their version of a plan is issued; each of their rows is looked at by itself. */
export const ISSUED_WITH_PLAN: ReadonlySet<string> = new Set(['targets', 'allocations'])

/** Tables whose rows stay once their period is closed; each is looked at by itself where any period was. */
const CLOSED_WITH_PERIOD: ReadonlySet<string> = new Set(['reports', 'report_values'])

/** Rows of an operation that went back with their table; only inside the transaction of an undo. */
const TAKEN = 'temp.rows_taken_back'

/**
 * Takes back what is plain in a large operation, a table at a time: born rows that nothing touched or refers to go,
 * removed rows come back. Fifty thousand rows one by one take ten times as long. Whatever is not plain is left
 * alone; `rest` gets the SQL condition on `changes` that names it, and decides row by row.
 */
export function takeBackTables<T>(sqlite: SqliteDatabase, operationId: string, rest: (untaken: string) => T): T {
  sqlite.exec(
    `CREATE TEMP TABLE IF NOT EXISTS rows_taken_back
       (table_name TEXT NOT NULL, row_id TEXT NOT NULL, PRIMARY KEY (table_name, row_id)) WITHOUT ROWID`,
  )
  try {
    const tables = childrenFirst(sqlite, touchedTables(sqlite, operationId))
    for (const table of tables) removeBorn(sqlite, operationId, table)
    for (const table of tables.toReversed()) restoreRemoved(sqlite, operationId, table)
    return rest(
      `NOT EXISTS (SELECT 1 FROM ${TAKEN} t WHERE t.table_name = changes.table_name AND t.row_id = changes.row_id)`,
    )
  } finally {
    sqlite.exec(`DELETE FROM ${TAKEN}`)
  }
}

function touchedTables(sqlite: SqliteDatabase, operationId: string): string[] {
  const anyClosed = sqlite.prepare('SELECT 1 FROM period_closings LIMIT 1').get() !== undefined
  return sqlite
    .prepare<[string], { name: string }>('SELECT DISTINCT table_name AS name FROM changes WHERE operation_id = ?')
    .all(operationId)
    .map(({ name }) => name)
    .filter((name) => !ISSUED_WITH_PLAN.has(name) && !(anyClosed && CLOSED_WITH_PERIOD.has(name)))
}

interface Reference {
  readonly child: string
  readonly column: string
  readonly parent: string
}

function listReferences(sqlite: SqliteDatabase): Reference[] {
  return sqlite
    .prepare<[], Reference>(
      `SELECT s.name AS child, f."from" AS "column", f."table" AS parent
       FROM sqlite_schema s, pragma_foreign_key_list(s.name) f WHERE s.type = 'table'`,
    )
    .all()
}

/** Tables in an order in which rows can go: those that refer to others before these. */
function childrenFirst(sqlite: SqliteDatabase, tables: readonly string[]): string[] {
  const references = listReferences(sqlite)
  const placed: string[] = []
  const place = (table: string, above: readonly string[]): void => {
    if (placed.includes(table) || above.includes(table)) return
    for (const { child, parent } of references) if (parent === table) place(child, [...above, table])
    placed.push(table)
  }
  for (const table of tables) place(table, [])
  return placed.filter((table) => tables.includes(table))
}

/** The only thing the operation did to the row: a change among others of the same row is not plain. */
const ALONE = `NOT EXISTS (SELECT 1 FROM changes o WHERE o.table_name = c.table_name AND o.row_id = c.row_id
  AND o.operation_id = c.operation_id AND o.sequence <> c.sequence)`

function removeBorn(sqlite: SqliteDatabase, operationId: string, table: string): void {
  const references = listReferences(sqlite).filter(({ parent }) => parent === table)
  const unused = references.map(
    ({ child, column }) => `AND NOT EXISTS (SELECT 1 FROM "${child}" child WHERE child."${column}" = row.id)`,
  )
  const { changes } = sqlite
    .prepare<[string]>(
      `INSERT INTO ${TAKEN} (table_name, row_id)
       SELECT c.table_name, c.row_id FROM changes c JOIN "${table}" AS row ON row.id = c.row_id
       WHERE c.operation_id = ? AND c.table_name = '${table}' AND c.column_name = '' AND c.before IS NULL
         AND c.after = ${imageOf(sqlite, table, 'row')} AND ${ALONE} ${unused.join(' ')}`,
    )
    .run(operationId)
  if (changes > 0) removeTogether(sqlite, table, `SELECT row_id FROM ${TAKEN} WHERE table_name = '${table}'`)
}

function restoreRemoved(sqlite: SqliteDatabase, operationId: string, table: string): void {
  const names = listColumns(sqlite, table)
  const columns = names.map((column) => `"${column}"`).join(', ')
  const values = names.map((column) => `json_extract(c.before, '$."${column}"')`).join(', ')
  const plain = `FROM changes c WHERE c.operation_id = ? AND c.table_name = '${table}' AND c.column_name = ''
    AND c.after IS NULL AND ${ALONE} AND NOT EXISTS (SELECT 1 FROM "${table}" WHERE id = c.row_id)`
  // Nested, so that a refused table leaves neither rows nor a trigger put aside.
  const restore = sqlite.transaction(() => {
    const { changes } = sqlite
      .prepare<[string]>(`INSERT INTO ${TAKEN} (table_name, row_id) SELECT c.table_name, c.row_id ${plain}`)
      .run(operationId)
    if (changes === 0) return
    recordBirthsTogether(sqlite, [table], () =>
      sqlite
        // What something else has taken the place of is left out, and named when it is its turn.
        .prepare<[string]>(
          `INSERT OR IGNORE INTO "${table}" (${columns}) SELECT ${values} ${plain} ORDER BY c.sequence DESC`,
        )
        .run(operationId),
    )
    sqlite
      .prepare<[string]>(
        `DELETE FROM ${TAKEN} WHERE table_name = '${table}' AND row_id NOT IN (SELECT id FROM "${table}")
         AND row_id IN (SELECT c.row_id ${plain})`,
      )
      .run(operationId)
  })
  try {
    restore()
  } catch (thrown) {
    // A row refers to one that is gone: they come back one by one, as far as they can.
    if (thrown instanceof SqliteError && thrown.code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return
    throw thrown
  }
}
