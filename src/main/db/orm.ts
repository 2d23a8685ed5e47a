/**
 * What the program uses of drizzle-orm, imported in this one place: Node reads a package's manifest again for
 * every file that imports it, and drizzle's is so large that twenty files cost half a second of every command.
 */
export { and, asc, desc, eq, getTableColumns, inArray, isNull } from 'drizzle-orm'
export { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
export { integer, real, sqliteTable, text, type SQLiteTable } from 'drizzle-orm/sqlite-core'
