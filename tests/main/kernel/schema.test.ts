import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { is } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import * as schema from '#main/db/schema/index.ts'
import { listRecordedTables } from '#main/db/recording.ts'
import { createTestStore } from '#tests/support/store.ts'

interface RealColumn {
  readonly name: string
  readonly type: string
  readonly notnull: number
  readonly pk: number
}

const tables = Object.values(schema).filter((value) => is(value, SQLiteTable))
/** What drizzle calls a column's kind, as STRICT tables spell it. */
const STORED_AS: Readonly<Record<string, string>> = { integer: 'INTEGER', text: 'TEXT', real: 'REAL', blob: 'BLOB' }

describe('the schema drizzle writes with is the one the file has', () => {
  test.for(tables.map((table) => [getTableConfig(table).name, table] as const))('%s', ([name, table]) => {
    const { sqlite } = createTestStore()
    const real = sqlite.prepare<[string], RealColumn>('SELECT * FROM pragma_table_info(?)').all(name)
    const said = getTableConfig(table).columns.map((column) => ({
      name: column.name,
      type: STORED_AS[column.getSQLType()] ?? column.getSQLType(),
      required: column.notNull || column.primary,
      primary: column.primary,
    }))
    expect(said).toEqual(
      real.map((column) => ({
        name: column.name,
        type: column.type,
        // A TEXT PRIMARY KEY of a STRICT table may not be NULL in practice: recording needs every row's id.
        required: column.notnull === 1 || column.pk === 1,
        primary: column.pk === 1,
      })),
    )
  })

  test('no table of the file is unknown to it', () => {
    const { sqlite } = createTestStore()
    const known = new Set(tables.map((table) => getTableConfig(table).name))
    expect(listRecordedTables(sqlite).filter((name) => !known.has(name))).toEqual([])
  })
})

describe('every table of the file', () => {
  test('is STRICT, so that no column takes a value of another kind', () => {
    const { sqlite } = createTestStore()
    const loose = sqlite
      .prepare<[], { name: string }>(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'`,
      )
      .all()
    expect(loose).toEqual([])
  })

  test('has a text id of its own', () => {
    const { sqlite } = createTestStore()
    const without = listRecordedTables(sqlite).filter((name) => {
      const id = sqlite.prepare<[string], RealColumn>(`SELECT * FROM pragma_table_info(?) WHERE name = 'id'`).get(name)
      return id?.type !== 'TEXT' || id.pk !== 1
    })
    expect(without).toEqual([])
  })
})
