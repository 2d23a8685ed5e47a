import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSqlite, type SqliteDatabase } from '#main/db/load-sqlite.ts'
import { migrate, readMigrations } from '#main/db/migrate.ts'
import { installRecording, listRecordedTables } from '#main/db/recording.ts'
import type { Store } from '#main/db/store.ts'
import { RESOURCES } from '#tests/support/resources.ts'
import { createTestStore } from '#tests/support/store.ts'

interface Change {
  readonly table_name: string
  readonly row_id: string
  readonly column_name: string
  readonly before: unknown
  readonly after: unknown
}

function changesOf(store: Store): Change[] {
  return store.sqlite
    .prepare<[], Change>('SELECT table_name, row_id, column_name, before, after FROM changes ORDER BY sequence')
    .all()
}

function operationsOf(store: Store): unknown[] {
  return store.sqlite.prepare('SELECT kind, label, origin, who, at, sequence FROM operations ORDER BY sequence').all()
}

/** A row that a table takes: for every column some value of its kind; references are not looked at here. */
function anyRow(
  sqlite: SqliteDatabase,
  table: string,
  id: string,
): { columns: string[]; values: (string | number | null)[] } {
  const columns = sqlite
    .prepare<[string], { name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)')
    .all(table)
  const sql = sqlite.prepare<[string], { sql: string }>(`SELECT sql FROM sqlite_schema WHERE name = ?`).get(table)?.sql
  // Of several columns exactly one of which has to be filled, the first is.
  const [exclusive = ''] = /(?:\(\w+ IS NOT NULL\)[ +]*){2,}= 1/.exec(sql ?? '') ?? []
  const unfilled = [...exclusive.matchAll(/\((\w+) IS NOT NULL\)/g)].map(([, name]) => name).slice(1)
  return {
    columns: columns.map((column) => column.name),
    values: columns.map((column) => {
      if (column.name === 'id') return id
      if (unfilled.includes(column.name)) return null
      // Of two columns only one of which may be filled, the first is.
      if (new RegExp(`<> \\(${column.name} IS NULL\\)`).test(sql ?? '')) return null
      // A column with a closed list of words takes one of them, as its CHECK says.
      const words = new RegExp(`\\b${column.name} (?:TEXT|INTEGER)[^,]*CHECK \\(${column.name} IN \\(([^)]*)\\)`).exec(
        sql ?? '',
      )
      const first = words?.[1]?.split(',')[0]?.trim()
      if (first !== undefined) return first.startsWith("'") ? first.slice(1, -1) : Number(first)
      if (column.type !== 'TEXT') return 1
      return /(_on|_from|_to|_date|as_of)$/.test(column.name) ? '2024-01-01' : `${column.name} ${id}`
    }),
  }
}

function insertAny(sqlite: SqliteDatabase, table: string, id: string): void {
  const { columns, values } = anyRow(sqlite, table, id)
  const names = columns.map((name) => `"${name}"`).join(', ')
  sqlite.prepare(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`).run(...values)
}

const TABLES = listShippedTables()

function listShippedTables(): string[] {
  const sqlite = openSqlite(':memory:')
  migrate(sqlite, readMigrations(path.join(RESOURCES, 'migrations')))
  const tables = listRecordedTables(sqlite)
  sqlite.close()
  return tables
}

describe.for(TABLES)('writes to %s', (table) => {
  test('are recorded: birth and removal whole, an update cell by cell', () => {
    const store = createTestStore()
    store.sqlite.pragma('foreign_keys = OFF')
    store.write({ kind: 'test', label: 'thêm' }, ({ sqlite }) => insertAny(sqlite, table, 'a'))
    const { columns, values } = anyRow(store.sqlite, table, 'a')
    const image = Object.fromEntries(columns.map((name, at) => [name, values[at]]))
    const [born] = changesOf(store)
    expect(born).toMatchObject({ table_name: table, row_id: 'a', column_name: '', before: null })
    expect(JSON.parse(String(born?.after))).toEqual(image)

    const column = columns.find((name, at) => name !== 'id' && `${values[at]}`.includes(' '))
    if (column === undefined) throw new Error(`${table} has no column of free text`)
    store.write({ kind: 'test', label: 'sửa' }, ({ sqlite }) => {
      sqlite.prepare(`UPDATE "${table}" SET "${column}" = 'mới'`).run()
    })
    expect(changesOf(store).slice(1)).toEqual([
      { table_name: table, row_id: 'a', column_name: column, before: image[column], after: 'mới' },
    ])

    store.write({ kind: 'test', label: 'xóa' }, ({ sqlite }) => {
      sqlite.prepare(`DELETE FROM "${table}"`).run()
    })
    const gone = changesOf(store).at(-1)
    expect(gone).toMatchObject({ table_name: table, row_id: 'a', column_name: '', after: null })
    expect(JSON.parse(String(gone?.before))).toEqual({ ...image, [column]: 'mới' })
  })

  test('are refused by SQLite itself outside an operation', () => {
    const store = createTestStore()
    store.sqlite.pragma('foreign_keys = OFF')
    expect(() => insertAny(store.sqlite, table, 'a')).toThrow('write outside an operation')
    store.write({ kind: 'test', label: 'thêm' }, ({ sqlite }) => insertAny(sqlite, table, 'a'))
    expect(() => store.sqlite.prepare(`DELETE FROM "${table}"`).run()).toThrow('write outside an operation')
    expect(() => store.sqlite.prepare(`UPDATE "${table}" SET id = 'b'`).run()).toThrow('write outside an operation')
  })
})

describe('an operation', () => {
  const addSetting = (store: Store, id: string, value: string): void =>
    store.write({ kind: 'settings.set', label: 'Sửa cài đặt' }, ({ sqlite }) => {
      sqlite.prepare('INSERT INTO settings (id, key, value) VALUES (?, ?, ?)').run(id, id, value)
    })

  test('carries what, who, where from and when, and a rising number', () => {
    const store = createTestStore()
    addSetting(store, 'a', '1')
    addSetting(store, 'b', '2')
    expect(operationsOf(store)).toEqual([
      {
        kind: 'settings.set',
        label: 'Sửa cài đặt',
        origin: 'test',
        who: 'Người thử',
        at: new Date('2024-10-05T12:00:00').toISOString(),
        sequence: 1,
      },
      expect.objectContaining({ sequence: 2 }),
    ])
  })

  test('that changes nothing leaves no trace', () => {
    const store = createTestStore()
    addSetting(store, 'a', '1')
    store.write({ kind: 'test', label: 'không đổi' }, ({ sqlite }) => {
      sqlite.prepare(`UPDATE settings SET value = '1' WHERE id = 'a'`).run()
    })
    store.write({ kind: 'test', label: 'không làm gì' }, () => null)
    expect(operationsOf(store)).toHaveLength(1)
    expect(changesOf(store)).toHaveLength(1)
  })

  test('that throws leaves nothing, and the next one works', () => {
    const store = createTestStore()
    expect(() =>
      store.write({ kind: 'test', label: 'hỏng' }, ({ sqlite }) => {
        sqlite.prepare(`INSERT INTO settings (id, key, value) VALUES ('a', 'a', '1')`).run()
        throw new Error('giữa chừng')
      }),
    ).toThrow('giữa chừng')
    expect(operationsOf(store)).toEqual([])
    expect(store.sqlite.prepare('SELECT * FROM settings').all()).toEqual([])
    expect(() => store.sqlite.prepare(`INSERT INTO settings (id, key, value) VALUES ('a', 'a', '1')`).run()).toThrow(
      'write outside an operation',
    )
    addSetting(store, 'a', '1')
    expect(operationsOf(store)).toHaveLength(1)
  })

  test('replaces a row seen: REPLACE is a removal and a birth', () => {
    const store = createTestStore()
    addSetting(store, 'a', '1')
    store.write({ kind: 'test', label: 'thay' }, ({ sqlite }) => {
      sqlite.prepare(`REPLACE INTO settings (id, key, value) VALUES ('b', 'a', '2')`).run()
    })
    expect(changesOf(store).map(({ row_id, before, after }) => [row_id, before === null, after === null])).toEqual([
      ['a', true, false],
      ['a', false, true],
      ['b', true, false],
    ])
  })

  test('never changes an id', () => {
    const store = createTestStore()
    addSetting(store, 'a', '1')
    expect(() =>
      store.write({ kind: 'test', label: 'đổi mã' }, ({ sqlite }) => {
        sqlite.prepare(`UPDATE settings SET id = 'b'`).run()
      }),
    ).toThrow('an id never changes')
  })

  test('sets a cell to nothing and back, both recorded', () => {
    const store = createTestStore()
    store.sqlite.pragma('foreign_keys = OFF')
    store.write({ kind: 'test', label: 'thêm' }, ({ sqlite }) => insertAny(sqlite, 'units', 'u'))
    for (const note of [null, 'ghi chú'])
      store.write({ kind: 'test', label: 'sửa' }, ({ sqlite }) => {
        sqlite.prepare('UPDATE units SET note = ?').run(note)
      })
    expect(
      changesOf(store)
        .slice(1)
        .map(({ before, after }) => [before, after]),
    ).toEqual([
      ['note u', null],
      [null, 'ghi chú'],
    ])
  })
})

test('putting the triggers in place again changes nothing', () => {
  const { sqlite } = createTestStore()
  const triggers = (): unknown[] =>
    sqlite.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name`).all()
  const before = triggers()
  installRecording(sqlite)
  expect(triggers()).toEqual(before)
  const recording = before.filter((row) => (row as { name: string }).name.startsWith('record_'))
  expect(recording).toHaveLength(TABLES.length * 3)
})
