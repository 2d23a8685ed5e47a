import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { migrate, readMigrations, readSchemaVersion, type Migration } from '#main/db/migrate.ts'
import { openSqlite, type SqliteDatabase } from '#main/db/load-sqlite.ts'
import { openDataFile } from '#main/db/open.ts'
import { RESOURCES } from '#tests/support/resources.ts'
import { createTestStore, testIdentity } from '#tests/support/store.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'

const shipped = readMigrations(path.join(RESOURCES, 'migrations'))

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = makeTempFolder()
  for (const [name, sql] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), sql)
  return folder
}

function memory(): SqliteDatabase {
  const sqlite = openSqlite(':memory:')
  sqlite.pragma('foreign_keys = ON')
  return sqlite
}

function tablesOf(sqlite: SqliteDatabase): string[] {
  return sqlite
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .all()
    .map((row) => row.name)
}

/** Resources with the shipped migrations and one more. */
function resourcesWith(sql: string): string {
  const resources = makeTempFolder()
  fs.cpSync(path.join(RESOURCES, 'migrations'), path.join(resources, 'migrations'), { recursive: true })
  const number = String(shipped.length + 1).padStart(4, '0')
  fs.writeFileSync(path.join(resources, 'migrations', `${number}_more.sql`), sql)
  return resources
}

describe('reading migrations', () => {
  test('takes the numbered files in order and nothing else', () => {
    const folder = folderOf({
      '0002_second.sql': '-- two',
      '0001_first.sql': '-- one',
      'notes.md': 'not a migration',
      '3_third.sql': 'not numbered as the others',
    })
    expect(readMigrations(folder)).toEqual([
      { version: 1, name: 'first', sql: '-- one' },
      { version: 2, name: 'second', sql: '-- two' },
    ])
  })

  test('refuses a gap', () => {
    expect(() => readMigrations(folderOf({ '0001_first.sql': '', '0003_third.sql': '' }))).toThrow('2 is missing')
  })

  test('the shipped ones begin at 1', () => {
    expect(shipped.map((migration) => migration.version)).toEqual(shipped.map((_, index) => index + 1))
    expect(shipped.length).toBeGreaterThan(0)
  })
})

describe('migrating', () => {
  const first: Migration = {
    version: 1,
    name: 'first',
    sql: `CREATE TABLE write_context (only_row INTEGER PRIMARY KEY, operation_id TEXT);
      INSERT INTO write_context VALUES (1, NULL);
      CREATE TABLE changes (sequence INTEGER PRIMARY KEY, operation_id TEXT, table_name TEXT, row_id TEXT,
        column_name TEXT, before ANY, after ANY);
      CREATE TABLE parents (id TEXT PRIMARY KEY, name TEXT);
      CREATE TABLE children (id TEXT PRIMARY KEY, parent_id TEXT NOT NULL REFERENCES parents (id) ON DELETE CASCADE);`,
  }

  test('an empty file gets all steps at once', () => {
    const sqlite = memory()
    migrate(sqlite, shipped)
    expect(readSchemaVersion(sqlite)).toBe(shipped.length)
    expect(tablesOf(sqlite)).toEqual(expect.arrayContaining(['units', 'targets', 'reports', 'operations', 'changes']))
  })

  test('a rebuilt parent table keeps its children', () => {
    const sqlite = memory()
    migrate(sqlite, [first])
    sqlite.exec(`UPDATE write_context SET operation_id = 'o';
      INSERT INTO parents VALUES ('p', 'cũ'); INSERT INTO children VALUES ('c', 'p');
      UPDATE write_context SET operation_id = NULL;`)
    const rebuild = {
      version: 2,
      name: 'rebuild',
      sql: `CREATE TABLE parents_new (id TEXT PRIMARY KEY, name TEXT, note TEXT);
        INSERT INTO parents_new (id, name) SELECT id, name FROM parents;
        DROP TABLE parents; ALTER TABLE parents_new RENAME TO parents;`,
    }
    migrate(sqlite, [first, rebuild])
    expect(sqlite.prepare('SELECT id, parent_id FROM children').all()).toEqual([{ id: 'c', parent_id: 'p' }])
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  test('a column added later is recorded from its first day', () => {
    const sqlite = memory()
    migrate(sqlite, [first])
    migrate(sqlite, [first, { version: 2, name: 'note', sql: 'ALTER TABLE parents ADD COLUMN note TEXT' }])
    sqlite.exec(`UPDATE write_context SET operation_id = 'o'; INSERT INTO parents VALUES ('p', 'A', 'trước');
      UPDATE parents SET note = 'sau';`)
    expect(sqlite.prepare(`SELECT before, after FROM changes WHERE column_name = 'note'`).all()).toEqual([
      { before: 'trước', after: 'sau' },
    ])
  })

  test('a step that breaks references undoes all of them', () => {
    const sqlite = memory()
    migrate(sqlite, [first])
    sqlite.exec(`UPDATE write_context SET operation_id = 'o';
      INSERT INTO parents VALUES ('p', 'A'); INSERT INTO children VALUES ('c', 'p');
      UPDATE write_context SET operation_id = NULL;`)
    const good = { version: 2, name: 'good', sql: 'CREATE TABLE more (id TEXT PRIMARY KEY);' }
    const breaking = {
      version: 3,
      name: 'breaking',
      sql: `DROP TABLE parents; CREATE TABLE parents (id TEXT PRIMARY KEY);`,
    }
    expect(() => migrate(sqlite, [first, good, breaking])).toThrow('breaks references')
    expect(readSchemaVersion(sqlite)).toBe(1)
    expect(tablesOf(sqlite)).not.toContain('more')
    expect(sqlite.prepare('SELECT name FROM parents').all()).toEqual([{ name: 'A' }])
  })

  test('a step with a mistake leaves nothing of the steps before it', () => {
    const sqlite = memory()
    migrate(sqlite, [first])
    const good = { version: 2, name: 'good', sql: 'CREATE TABLE more (id TEXT PRIMARY KEY);' }
    expect(() => migrate(sqlite, [first, good, { version: 3, name: 'bad', sql: 'CREATE TABEL x' }])).toThrow('syntax')
    expect(readSchemaVersion(sqlite)).toBe(1)
    expect(tablesOf(sqlite)).not.toContain('more')
  })
})

describe('opening an older file', () => {
  test('backs it up first and then brings it up to date', () => {
    const store = createTestStore()
    store.write({ kind: 'test', label: 'thử' }, (tx) => {
      tx.sqlite.prepare(`INSERT INTO settings (id, key, value) VALUES ('s', 'area', 'tỉnh Thử')`).run()
    })
    store.close()
    const resources = resourcesWith('CREATE TABLE more (id TEXT PRIMARY KEY) STRICT;')

    const opened = openDataFile(store.file, { resources, identity: testIdentity() })
    if (!opened.ok) throw new Error(opened.error.message)
    expect(readSchemaVersion(opened.value.sqlite)).toBe(shipped.length + 1)
    expect(tablesOf(opened.value.sqlite)).toContain('more')
    opened.value.close()

    const backup = openSqlite(`${store.file}.truoc-nang-cap-${shipped.length}.bak`, { readonly: true })
    expect(readSchemaVersion(backup)).toBe(shipped.length)
    expect(backup.prepare('SELECT value FROM settings').all()).toEqual([{ value: 'tỉnh Thử' }])
    backup.close()
  })

  test('a migration that fails leaves the file as it was, readable by the program it came from', () => {
    const store = createTestStore()
    store.close()
    const resources = resourcesWith('CREATE TABLE more (id TEXT PRIMARY KEY) STRICT; INSERT INTO nowhere VALUES (1);')
    expect(() => openDataFile(store.file, { resources, identity: testIdentity() })).toThrow('nowhere')
    const again = openDataFile(store.file, { resources: RESOURCES, identity: testIdentity() })
    if (!again.ok) throw new Error(again.error.message)
    expect(tablesOf(again.value.sqlite)).not.toContain('more')
    again.value.close()
  })

  test('a file of a newer program is refused and stays as it is', () => {
    const resources = resourcesWith('CREATE TABLE more (id TEXT PRIMARY KEY) STRICT;')
    const store = createTestStore()
    store.close()
    const upgraded = openDataFile(store.file, { resources, identity: testIdentity() })
    if (!upgraded.ok) throw new Error(upgraded.error.message)
    upgraded.value.close()
    const before = fs.readFileSync(store.file)
    const refused = openDataFile(store.file, { resources: RESOURCES, identity: testIdentity() })
    expect(refused.ok ? null : refused.error.code).toBe('DATA_FILE_NEWER')
    expect(fs.readFileSync(store.file).equals(before)).toBe(true)
  })
})
