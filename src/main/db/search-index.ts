import { searchText } from '#shared/domain/text/search.ts'
import type { SqliteDatabase } from './load-sqlite.ts'

// Texts of the large tables as search looks through them, in one narrow table: reading the rows themselves for every
// letter typed would take ten times as long. What each table gives is one line here.

interface Searched {
  readonly table: string
  /** What the row is called; a match here counts more. */
  readonly title: readonly string[]
  /** Numbers people look things up by, each findable by its beginning. */
  readonly codes: readonly string[]
  readonly others: readonly string[]
}

const SEARCHED: readonly Searched[] = [
  {
    table: 'enterprises',
    title: ['name'],
    codes: ['tax_code'],
    others: [
      'short_name',
      'foreign_name',
      'address',
      'ward',
      'district',
      'zone',
      'director',
      'contact_person',
      'industry',
    ],
  },
  {
    table: 'grassroots_unions',
    title: ['name'],
    codes: ['decision_number'],
    others: ['chair', 'ward', 'zone'],
  },
  { table: 'people', title: ['full_name'], codes: ['phone'], others: ['position'] },
  { table: 'documents', title: ['title'], codes: ['number'], others: ['type'] },
]

/** What else a row of a table is found by, of the columns this file has: shown where the title does not tell why. */
export function readSearchedBeside(sqlite: SqliteDatabase, table: string, id: string): readonly string[] {
  const searched = SEARCHED.find((known) => known.table === table)
  if (searched === undefined) return []
  const row = sqlite.prepare<[string], Record<string, unknown>>(`SELECT * FROM "${table}" WHERE id = ?`).get(id)
  return [...searched.codes, ...searched.others].flatMap((column) => {
    const text = row?.[column]
    // The type of a document is a code of the program's own, which tells people nothing.
    return typeof text === 'string' && text !== '' && column !== 'type' ? [text] : []
  })
}

/** Rows that an operation touched are written anew into the index; in its own transaction. */
export type KeepSearch = (operationId: string) => void

/** Prepares the keeping of the index on a connection that writes. */
export function prepareSearch(sqlite: SqliteDatabase): KeepSearch {
  const tables = searchedTables(sqlite).map((searched) => {
    const { table } = searched
    // The plus keeps SQLite from walking through everything ever changed in the table instead of the one operation.
    const columns = ['', ...searched.columns].map((column) => `'${column}'`).join(', ')
    const touched = `SELECT row_id FROM changes WHERE operation_id = ? AND +table_name = '${table}' AND column_name IN (${columns})`
    return {
      table,
      add: sqlite.prepare<[string]>(
        `INSERT OR REPLACE INTO search_entries (table_name, row_id, text)
         SELECT '${table}', row.id, ${searched.text} FROM "${table}" AS row WHERE row.id IN (${touched}) ORDER BY row.id`,
      ),
      remove: sqlite.prepare<[string]>(
        `DELETE FROM search_entries WHERE table_name = '${table}' AND row_id IN (${touched} AND after IS NULL)
         AND row_id NOT IN (SELECT id FROM "${table}")`,
      ),
    }
  })
  const names = tables.map(({ table }) => `'${table}'`).join(', ')
  const touchedTables = sqlite.prepare<[string], { name: string }>(
    `SELECT DISTINCT table_name AS name FROM changes WHERE operation_id = ? AND +table_name IN (${names})`,
  )
  return (operationId) => {
    const touched = new Set(touchedTables.all(operationId).map(({ name }) => name))
    for (const { table, add, remove } of tables) {
      if (!touched.has(table)) continue
      remove.run(operationId)
      add.run(operationId)
    }
  }
}

/** Makes the whole index anew: after a migration, when rows may have come or changed unseen. */
export function rebuildSearch(sqlite: SqliteDatabase): void {
  sqlite.exec('DELETE FROM search_entries')
  for (const { table, text } of searchedTables(sqlite))
    sqlite.exec(
      `INSERT INTO search_entries (table_name, row_id, text)
       SELECT '${table}', row.id, ${text} FROM "${table}" AS row ORDER BY row.id`,
    )
}

/** The tables and columns of the list that this file has, with the SQL that makes a row's text. */
function searchedTables(sqlite: SqliteDatabase): { table: string; columns: readonly string[]; text: string }[] {
  sqlite.function('search_text', { deterministic: true }, (text: unknown) =>
    typeof text === 'string' ? searchText(text) : '',
  )
  return SEARCHED.flatMap(({ table, title, codes, others }) => {
    const known = sqlite
      .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
      .all(table)
      .map(({ name }) => name)
    const parts = [title, codes, others].map((part) => part.filter((column) => known.includes(column)))
    if (parts[0]?.length === 0) return []
    return [{ table, columns: parts.flat(), text: parts.map(textOfPart).join(' || char(10) || ') }]
  })
}

/** " cong ty may ha long " and so on, one line a part: a word begins after a space, the title ends at the first line. */
function textOfPart(columns: readonly string[]): string {
  if (columns.length === 0) return `' '`
  const joined = columns.map((column) => `coalesce(row."${column}", '')`).join(` || ' ' || `)
  return `' ' || search_text(${joined}) || ' '`
}
