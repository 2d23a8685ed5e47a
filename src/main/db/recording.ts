import type { SqliteDatabase } from './load-sqlite.ts'

/**
 * Tables that describe the recording itself, those made from the others (search-index.ts, report-packs.ts), and the log
 * of what was exchanged with whom, which says what happened and is no data (docs/adr/0033).
 */
const UNRECORDED = new Set([
  'operations',
  'changes',
  'write_context',
  'search_entries',
  'report_packs',
  'report_pack_state',
  'own_site',
  'sites',
  'packages',
  'package_files',
  'sent_forms',
])

/**
 * (Re)creates the triggers that record every write into `changes`: each updated cell with before and
 * after, each born or removed row whole. Because they sit in the database no code path can write
 * past them, and a write outside `runWrite` is refused.
 * Called after migrations, so a new column is recorded from its first day.
 */
export function installRecording(sqlite: SqliteDatabase): void {
  for (const name of listTriggers(sqlite)) sqlite.exec(`DROP TRIGGER "${name}"`)
  for (const table of listRecordedTables(sqlite)) sqlite.exec(recordingTriggers(table, listColumns(sqlite, table)))
}

export function listRecordedTables(sqlite: SqliteDatabase): string[] {
  return sqlite
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .all()
    .map((row) => row.name)
    .filter((name) => !UNRECORDED.has(name))
}

function listTriggers(sqlite: SqliteDatabase): string[] {
  return sqlite
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'record\\_%' ESCAPE '\\'`,
    )
    .all()
    .map((row) => row.name)
}

export function listColumns(sqlite: SqliteDatabase, table: string): string[] {
  return sqlite
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map((row) => row.name)
}

function recordingTriggers(table: string, columns: readonly string[]): string {
  const image = (row: 'NEW' | 'OLD'): string =>
    `json_object(${columns.map((column) => `'${column}', ${row}."${column}"`).join(', ')})`
  const refuse = `SELECT RAISE(ABORT, 'write outside an operation') FROM write_context WHERE operation_id IS NULL;`
  const record = (row: 'NEW' | 'OLD', column: string, before: string, after: string, when = ''): string =>
    `INSERT INTO changes (operation_id, table_name, row_id, column_name, before, after)
       SELECT operation_id, '${table}', ${row}.id, '${column}', ${before}, ${after} FROM write_context ${when};`
  // One statement for all cells: a statement a column would open the tables again for each of them, and thousands of
  // rows are edited in one paste.
  const cells = columns
    .filter((column) => column !== 'id')
    .map((column) => `SELECT '${column}' AS name, OLD."${column}" AS old, NEW."${column}" AS new WHERE old IS NOT new`)
  const edits =
    cells.length === 0
      ? ''
      : `INSERT INTO changes (operation_id, table_name, row_id, column_name, before, after)
           SELECT operation_id, '${table}', NEW.id, cell.name, cell.old, cell.new
           FROM write_context, (${cells.join(' UNION ALL ')}) AS cell;`
  return `
    CREATE TRIGGER "record_insert_${table}" AFTER INSERT ON "${table}" BEGIN
      ${refuse} ${record('NEW', '', 'NULL', image('NEW'))}
    END;
    CREATE TRIGGER "record_delete_${table}" AFTER DELETE ON "${table}" BEGIN
      ${refuse} ${record('OLD', '', image('OLD'), 'NULL')}
    END;
    CREATE TRIGGER "record_update_${table}" AFTER UPDATE ON "${table}" BEGIN
      ${refuse}
      SELECT RAISE(ABORT, 'an id never changes') WHERE OLD.id IS NOT NEW.id;
      ${edits}
    END;`
}

/**
 * Runs a body that inserts many rows into `tables` and records their births in one statement a table instead of
 * one a row, which is twice as fast. Only inside `write`: the triggers are put aside and back in that transaction,
 * so a failure brings back rows and triggers alike. Updates and removals are recorded as ever.
 */
export function recordBirthsTogether<T>(sqlite: SqliteDatabase, tables: readonly string[], body: () => T): T {
  const put = tables.map((table) => {
    const newest = sqlite.prepare<[], { last: number }>(`SELECT COALESCE(MAX(rowid), 0) AS last FROM "${table}"`).get()
    return { table, last: newest?.last ?? 0, trigger: putAside(sqlite, `record_insert_${table}`) }
  })
  const value = body()
  for (const { table, last, trigger } of put) {
    sqlite
      .prepare(
        `INSERT INTO changes (operation_id, table_name, row_id, column_name, before, after)
         SELECT operation_id, '${table}', row.id, '', NULL, ${imageOf(sqlite, table, 'row')}
         FROM "${table}" AS row, write_context WHERE row.rowid > ? ORDER BY row.rowid`,
      )
      .run(last)
    sqlite.exec(trigger)
  }
  return value
}

/**
 * Removes the rows of a table whose ids a query gives, and records them in one statement. The same rules as for
 * `recordBirthsTogether`; the query must answer the same before and after the recording.
 */
export function removeTogether(sqlite: SqliteDatabase, table: string, ids: string): void {
  const trigger = putAside(sqlite, `record_delete_${table}`)
  sqlite.exec(
    `INSERT INTO changes (operation_id, table_name, row_id, column_name, before, after)
       SELECT operation_id, '${table}', row.id, '', ${imageOf(sqlite, table, 'row')}, NULL
       FROM "${table}" AS row, write_context WHERE row.id IN (${ids}) ORDER BY row.rowid;
     DELETE FROM "${table}" WHERE id IN (${ids});`,
  )
  sqlite.exec(trigger)
}

/** A row as the recording writes it down: SQL that makes its JSON. */
export function imageOf(sqlite: SqliteDatabase, table: string, row: string): string {
  const pairs = listColumns(sqlite, table).map((column) => `'${column}', ${row}."${column}"`)
  return `json_object(${pairs.join(', ')})`
}

/** Drops a trigger and answers the SQL that makes it again. */
export function putAside(sqlite: SqliteDatabase, name: string): string {
  const trigger = sqlite
    .prepare<[string], { sql: string }>(`SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?`)
    .get(name)
  if (trigger === undefined) throw new Error(`there is no trigger ${name}`)
  sqlite.exec(`DROP TRIGGER "${name}"`)
  return trigger.sql
}
