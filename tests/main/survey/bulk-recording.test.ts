import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSqlite } from '#main/db/load-sqlite.ts'
import { openTestBackend } from '#tests/support/backend.ts'
import { PROJECT } from '#tests/support/resources.ts'

// More than 500 rows: their births are recorded together instead of one by one.
const MANY = path.join(PROJECT, 'tests/fixtures/survey/thue-quang-ninh.xlsx')

describe('an import of many rows', () => {
  test('records the birth of every row, whole and once, parents before children', async () => {
    const { call, file } = await openTestBackend()
    await call('survey.import', { file: MANY, createUnits: true })
    const sqlite = openSqlite(file, { readonly: true })
    const births = sqlite
      .prepare<[], { table_name: string; row_id: string; after: string }>(
        `SELECT table_name, row_id, after FROM changes WHERE operation_id = (SELECT id FROM operations WHERE kind = 'survey.import')
         AND column_name = '' ORDER BY sequence`,
      )
      .all()
    for (const table of ['units', 'enterprises', 'observations', 'survey_rounds']) {
      const stored = sqlite.prepare<[], { id: string }>(`SELECT * FROM ${table} ORDER BY id`).all()
      const recorded = births
        .filter(({ table_name: name }) => name === table)
        .map(({ after }) => JSON.parse(after) as { id: string })
      const born = stored.filter(({ id }) => recorded.some((row) => row.id === id))
      expect(recorded.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(born)
      expect(born.length).toBe(table === 'units' ? stored.length - 1 : stored.length)
    }
    const order = births.map(({ table_name: name }) => name)
    expect(order.lastIndexOf('enterprises')).toBeLessThan(order.indexOf('observations'))
    sqlite.close()
  })

  test('is undone and redone like any other', async () => {
    const { call } = await openTestBackend()
    const empty = await call('units.list', { asOf: null })
    await call('survey.import', { file: MANY, createUnits: true })
    const full = await call('enterprises.list', { limit: 2000 })
    await call('history.undo', {})
    expect(await call('enterprises.list', {})).toMatchObject({ count: 0 })
    expect(await call('units.list', { asOf: null })).toEqual(empty)
    await call('history.redo', {})
    expect(await call('enterprises.list', { limit: 2000 })).toEqual(full)
    expect(await call('file.verify', {})).toMatchObject({ ok: true })
  })

  test('leaves later writes recorded one by one', async () => {
    const { call, file } = await openTestBackend()
    await call('survey.import', { file: MANY, createUnits: true })
    const row = (await call('enterprises.list', { limit: 1 })).rows[0]
    if (row === undefined) throw new Error('nothing was imported')
    await call('enterprises.update', { id: row.id, patch: { workers: 77, note: 'đã gọi điện' } })
    const sqlite = openSqlite(file, { readonly: true })
    const changes = sqlite
      .prepare(
        `SELECT table_name, column_name, after FROM changes WHERE operation_id = (SELECT id FROM operations ORDER BY sequence DESC LIMIT 1) ORDER BY sequence`,
      )
      .all()
    expect(changes).toEqual([
      { table_name: 'enterprises', column_name: 'note', after: 'đã gọi điện' },
      { table_name: 'observations', column_name: 'workers', after: 77 },
    ])
    expect(
      sqlite
        .prepare(`SELECT COUNT(*) AS count FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'record_insert_%'`)
        .get(),
    ).toEqual(
      sqlite
        .prepare(`SELECT COUNT(*) AS count FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'record_delete_%'`)
        .get(),
    )
    sqlite.close()
  })
})
