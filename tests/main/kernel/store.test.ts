import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openSqlite } from '#main/db/load-sqlite.ts'
import { verifyStore } from '#main/db/verify.ts'
import { openTestBackend } from '#tests/support/backend.ts'
import { createTestStore, openTestStore } from '#tests/support/store.ts'

describe('what is accepted is on the disk', () => {
  const pragmas = (sqlite: { pragma(source: string, options: { simple: true }): unknown }): unknown[] =>
    ['journal_mode', 'synchronous', 'foreign_keys', 'recursive_triggers'].map((name) =>
      sqlite.pragma(name, { simple: true }),
    )

  test('a new file and one opened again are written through: WAL, synchronous FULL, foreign keys on', () => {
    const store = createTestStore()
    expect(pragmas(store.sqlite)).toEqual(['wal', 2, 1, 1])
    store.close()
    const again = openTestStore(store.file)
    if (!again.ok) throw new Error(again.error.message)
    expect(pragmas(again.value.sqlite)).toEqual(['wal', 2, 1, 1])
  })

  test('a program that dies right after the answer has lost nothing', () => {
    const store = createTestStore()
    store.write({ kind: 'test', label: 'thêm' }, ({ sqlite }) => {
      sqlite.prepare(`INSERT INTO settings (id, key, value) VALUES ('a', 'a', '1')`).run()
    })
    // Copying file and WAL while the program has them open is what the disk holds when it dies now.
    const copy = `${store.file}.sau`
    for (const suffix of ['', '-wal']) fs.copyFileSync(store.file + suffix, copy + suffix)
    const survivor = openSqlite(copy)
    expect(survivor.prepare('SELECT value FROM settings').all()).toEqual([{ value: '1' }])
    expect(survivor.pragma('integrity_check', { simple: true })).toBe('ok')
    survivor.close()
  })

  test('a write that is under way when the program dies is not there at all', () => {
    const store = createTestStore()
    const copy = `${store.file}.sau`
    store.write({ kind: 'test', label: 'thêm' }, ({ sqlite }) => {
      sqlite.prepare(`INSERT INTO settings (id, key, value) VALUES ('a', 'a', '1')`).run()
      for (const suffix of ['', '-wal']) fs.copyFileSync(store.file + suffix, copy + suffix)
    })
    const survivor = openSqlite(copy)
    expect(survivor.prepare('SELECT COUNT(*) AS n FROM settings').get()).toEqual({ n: 0 })
    expect(survivor.prepare('SELECT operation_id FROM write_context').all()).toEqual([{ operation_id: null }])
    survivor.close()
  })

  test('a reference to nothing is refused by the file', () => {
    const store = createTestStore()
    expect(() =>
      store.write({ kind: 'test', label: 'thêm' }, ({ sqlite }) => {
        sqlite
          .prepare(`INSERT INTO unit_aliases (id, unit_id, alias, alias_folded) VALUES ('a', 'không có', 'A', 'a')`)
          .run()
      }),
    ).toThrow('FOREIGN KEY')
  })
})

describe('verify', () => {
  test('finds everything in order in the sample', async () => {
    const { call } = await openTestBackend({ province: 'sample' })
    const report = await call('file.verify', {})
    expect(report.checks.filter((check) => !check.ok)).toEqual([])
    expect(report.ok).toBe(true)
  })

  test('finds a row somebody wrote past the program', async () => {
    const { backend, file } = await openTestBackend()
    backend.close()
    const sqlite = openSqlite(file)
    sqlite.exec(`DROP TRIGGER record_insert_settings; INSERT INTO settings (id, key, value) VALUES ('x', 'x', '1')`)
    const failing = verifyStore(sqlite).filter((check) => !check.ok)
    expect(failing.map((check) => check.name)).toEqual(['recording', 'history'])
    expect(failing[1]?.message).toContain('settings')
    sqlite.close()
  })

  test('finds a broken reference', async () => {
    const { backend, file } = await openTestBackend()
    backend.close()
    const sqlite = openSqlite(file)
    sqlite.pragma('foreign_keys = OFF')
    sqlite.exec(`UPDATE write_context SET operation_id = (SELECT id FROM operations LIMIT 1);
      UPDATE letterheads SET unit_id = 'không có'; UPDATE write_context SET operation_id = NULL`)
    const failing = verifyStore(sqlite).filter((check) => !check.ok)
    expect(failing.map((check) => check.name)).toEqual(['references'])
    expect(failing[0]?.message).toContain('letterheads (1)')
    sqlite.close()
  })
})
