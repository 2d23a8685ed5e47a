import { describe, expect, test } from 'vitest'
import { TABLE_WORDS, UNSEEN_COLUMNS } from '#shared/domain/history/words.ts'
import { listColumns, listRecordedTables } from '#main/db/recording.ts'
import { openTestBackend } from '#tests/support/backend.ts'
import { createTestStore } from '#tests/support/store.ts'

const HUYEN = { type: 'LDLD_HUYEN', parent: 'TINH' }

test('every column of a data file has a word for its history, or is left out on purpose', () => {
  const { sqlite } = createTestStore()
  const wordless = listRecordedTables(sqlite).flatMap((table) =>
    listColumns(sqlite, table)
      .filter((column) => !UNSEEN_COLUMNS.has(column) && TABLE_WORDS[table]?.columns[column] === undefined)
      .map((column) => `${table}.${column}`),
  )
  // A new one is a line in src/shared/domain/history/words-*.ts.
  expect(wordless).toEqual([])
})

test('every reference is found by an index: undoing a large import asks each row who refers to it', () => {
  const { sqlite } = createTestStore()
  const references = sqlite
    .prepare<[], { child: string; column: string; parent: string }>(
      `SELECT s.name AS child, f."from" AS "column", f."table" AS parent
       FROM sqlite_schema s, pragma_foreign_key_list(s.name) f WHERE s.type = 'table'`,
    )
    .all()
  // Only rows of these tables are born by the ten thousand.
  const large = new Set(['enterprises', 'observations', 'grassroots_unions', 'targets', 'reports', 'survey_rounds'])
  const slow = references.filter(({ child, column, parent }) => {
    if (!large.has(parent)) return false
    const plan = sqlite
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN SELECT 1 FROM "${child}" WHERE "${column}" = 'x'`)
      .all()
    return plan.some(({ detail }) => detail.startsWith('SCAN'))
  })
  expect(slow).toEqual([])
})

describe('the history of a row', () => {
  test('says who changed which column from what to what, in words: names, days, no ids', async () => {
    const { call } = await openTestBackend()
    await call('settings.set', { userName: 'Nguyễn Thị An' })
    const unit = await call('units.add', { ...HUYEN, code: 'HL', name: 'LĐLĐ huyện Hải Lăng' })
    await call('units.add', { ...HUYEN, code: 'DH', name: 'LĐLĐ thành phố Đông Hà' })
    await call('units.update', { id: unit.id, patch: { parent: 'DH', validFrom: '2024-07-01', note: 'chuyển' } })
    const { name, entries } = await call('history.row', { table: 'units', row: unit.id })
    expect(name).toBe('LĐLĐ huyện Hải Lăng')
    expect(entries.map(({ kind, who }) => [kind, who])).toEqual([
      ['edited', 'Nguyễn Thị An'],
      ['born', 'Nguyễn Thị An'],
    ])
    expect(entries[0]?.cells).toEqual([
      {
        column: 'parent_id',
        title: 'Đơn vị cấp trên',
        before: 'Liên đoàn Lao động tỉnh Thử Nghiệm',
        after: 'LĐLĐ thành phố Đông Hà',
      },
      { column: 'valid_from', title: 'Hoạt động từ', before: null, after: '01/07/2024' },
      { column: 'note', title: 'Ghi chú', before: null, after: 'chuyển' },
    ])
    const text = JSON.stringify(entries.map(({ cells }) => cells.map(({ before, after }) => [before, after])))
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/)
  })

  test('takes in its parts, those that are gone too, and is found by code or MST', async () => {
    const { call, refuse } = await openTestBackend()
    const unit = await call('units.add', { ...HUYEN, code: 'HL', name: 'Hải Lăng', aliases: ['Hai Lang'] })
    await call('units.update', { id: unit.id, patch: { aliases: ['Huyện Hải Lăng'] } })
    const found = await call('history.find', { code: 'HL' })
    const aliases = found.entries.flatMap(({ kind, table, cells }) =>
      table === 'unit_aliases' ? [[kind, ...cells.map(({ before, after }) => after ?? before)]] : [],
    )
    expect(aliases).toContainEqual(['removed', 'Hải Lăng', 'Hai Lang'])
    expect(aliases).toContainEqual(['born', 'Hải Lăng', 'Huyện Hải Lăng'])
    const firm = await call('enterprises.add', {
      cells: [
        { column: 'name', value: 'Công ty May Hải Lăng' },
        { column: 'taxCode', value: '0100109106' },
      ],
    })
    await call('enterprises.update', { id: firm.id, patch: { workers: 120 } })
    const byTaxCode = await call('history.find', { code: '0100109106' })
    expect(byTaxCode.name).toBe('Công ty May Hải Lăng')
    expect(byTaxCode.entries.flatMap(({ cells }) => cells)).toContainEqual(
      expect.objectContaining({ title: 'Lao động', after: '120' }),
    )
    expect(await refuse('history.find', { code: 'KHÔNG CÓ' })).toBe('HISTORY_ROW_UNKNOWN')
  })

  test('of a row that is gone is still told by its id', async () => {
    const { call } = await openTestBackend()
    const unit = await call('units.add', { ...HUYEN, code: 'HL', name: 'Hải Lăng' })
    await call('units.remove', { id: unit.id })
    const { name, entries } = await call('history.find', { code: unit.id })
    expect([name, ...entries.map(({ kind }) => kind)]).toEqual(['Hải Lăng', 'removed', 'born'])
  })

  test('comes by pages, and several rows of one line of a screen together', async () => {
    const { call } = await openTestBackend({ province: 'sample' })
    const targets = (await call('targets.list', { plan: '2024', unit: 'TP-HAISON' })).slice(0, 3)
    const keys = targets.map(({ id }) => ({ table: 'targets', row: id }))
    const [first, ...also] = keys
    if (first === undefined) throw new Error('the sample has targets')
    const all = await call('history.row', { ...first, also })
    expect(all.total).toBe(3)
    const page = await call('history.row', { ...first, also, limit: 1, offset: 2 })
    expect(page.entries).toEqual(all.entries.slice(2))
  })
})

test('of a unit as a screen shows it: what it was given, what it reported', async () => {
  const { call, refuse } = await openTestBackend({ province: 'sample' })
  const entry = { unit: 'TP-HAISON', indicator: 'DV_MOI', from: '2024-01-01', asOf: '2024-03-31', value: 77 }
  await call('reports.add', { ...entry, basis: 'cumulative' })
  const reported = await call('history.row', { table: 'units', row: 'TP-HAISON', of: 'results' })
  expect(reported.name).toBe('Liên đoàn Lao động thành phố Hải Sơn')
  expect(reported.entries[0]?.cells).toContainEqual(expect.objectContaining({ title: 'Số báo cáo', after: '77' }))
  await call('targets.set', { plan: '2024', unit: 'TP-HAISON', indicator: 'DV_MOI', assigner: 'BCH', value: 801 })
  const given = await call('history.row', { table: 'units', row: 'TP-HAISON', of: 'targets' })
  expect(given.entries[0]?.cells).toContainEqual(expect.objectContaining({ title: 'Số giao', after: '801' }))
  expect(await refuse('history.row', { table: 'units', row: 'KHÔNG-CÓ', of: 'targets' })).toBe('ROW_UNKNOWN')
})
