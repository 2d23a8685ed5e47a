import type { SqliteDatabase } from './load-sqlite.ts'

/** Statements whose text is made at run time, as for the columns a row happens to have, each prepared once. */
export function prepareOnce(sqlite: SqliteDatabase) {
  const statements = new Map<string, ReturnType<typeof sqlite.prepare<unknown[]>>>()
  return (sql: string) => {
    const known = statements.get(sql) ?? sqlite.prepare(sql)
    statements.set(sql, known)
    return known
  }
}
