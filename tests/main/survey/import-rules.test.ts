import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openTestBackend } from '#tests/support/backend.ts'
import { PROJECT } from '#tests/support/resources.ts'
import { firm, HEADER, openWithDistricts, writeRows } from '#tests/support/survey-files.ts'
import { taxCode } from '#tests/support/tax-codes.ts'
import { writeWorkbook, type SheetSpec } from '#tests/support/workbook-file.ts'

describe('what is known already', () => {
  test('a blank never wipes', async () => {
    const opened = await openWithDistricts()
    await opened.call('survey.import', {
      file: await writeRows(opened, '31/12/2023', [firm(1, 'Công ty A', 'Thành phố Đông Hà', 30, 'x', 20, 'tốt')]),
    })
    const blank = [[1, 'Công ty A', taxCode(1), 'Thành phố Đông Hà', '', '', '', '', '']]
    const report = await opened.call('survey.import', { file: await writeRows(opened, '30/6/2024', blank) })
    expect(report).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
    const { rows } = await opened.call('enterprises.list', {})
    expect(rows).toMatchObject([
      { workers: 30, hasUnion: true, members: 20, note: 'tốt', address: 'đường 9', surveyedOn: '2024-06-30' },
    ])
  })

  test('a newer survey updates, an older one does not overwrite', async () => {
    const opened = await openWithDistricts()
    await opened.call('survey.import', {
      file: await writeRows(opened, '31/12/2023', [firm(1, 'Công ty A', 'Thành phố Đông Hà', 30)]),
    })
    const newer = await opened.call('survey.import', {
      file: await writeRows(opened, '30/6/2024', [firm(1, 'Công ty A mới', 'TX Quảng Trị', 40, 'x', 25)]),
    })
    expect(newer).toMatchObject({ updated: 1 })
    const older = await opened.call('survey.import', {
      file: await writeRows(opened, '30/6/2023', [
        firm(1, 'Công ty A cũ', 'Thành phố Đông Hà', 10, '', '', 'ghi chú cũ'),
      ]),
    })
    // The one thing nobody had said yet is taken.
    expect(older).toMatchObject({ updated: 1, totals: { workers: 10 } })
    expect(older.hints.some((hint) => hint.includes('mới hơn'))).toBe(true)
    const { rows } = await opened.call('enterprises.list', {})
    expect(rows).toMatchObject([
      { name: 'Công ty A mới', unitCode: 'TX-QT', workers: 40, hasUnion: true, members: 25, note: 'ghi chú cũ' },
    ])
  })

  test('what a newer survey left blank an older one may still put right', async () => {
    const opened = await openWithDistricts()
    const write = async (date: string, workers: number | string) =>
      opened.call('survey.import', {
        file: await writeRows(opened, date, [firm(1, 'Công ty A', 'Thành phố Đông Hà', workers)]),
      })
    await write('31/12/2023', 20)
    await write('30/6/2024', '')
    const corrected = await write('31/12/2023', 21)
    expect(corrected).toMatchObject({ updated: 1, unchanged: 0 })
    expect(corrected.hints.some((hint) => hint.includes('mới hơn'))).toBe(false)
    expect((await opened.call('enterprises.list', {})).rows).toMatchObject([{ workers: 21, surveyedOn: '2024-06-30' }])
  })

  test('without an MST the key is name and place', async () => {
    const opened = await openWithDistricts()
    await opened.call('survey.import', {
      file: await writeRows(opened, '31/12/2023', [firm(0, 'Cty TNHH MTV An Phát', 'Thành phố Đông Hà', 10)]),
    })
    const same = await opened.call('survey.import', {
      file: await writeRows(opened, '30/6/2024', [
        firm(0, 'Công ty TNHH một thành viên An Phát', 'TP. Đông Hà', 12),
        firm(0, 'Công ty TNHH MTV An Phát', 'TX. Quảng Trị', 5),
      ]),
    })
    expect(same).toMatchObject({ created: 1, updated: 1 })
    // An MST that comes later is given to the enterprise that had none.
    const coded = await opened.call('survey.import', {
      file: await writeRows(opened, '31/12/2024', [firm(9, 'Công ty TNHH MTV An Phát', 'TP. Đông Hà', 12)]),
    })
    expect(coded).toMatchObject({ created: 0, updated: 1 })
    expect((await opened.call('enterprises.list', { search: taxCode(9) })).rows).toMatchObject([
      { workers: 12, unitCode: 'TP-DH' },
    ])
  })

  test('the same list under another name and day counts as unchanged', async () => {
    const opened = await openWithDistricts()
    const rows = [firm(1, 'A', 'Thành phố Đông Hà', 30), firm(2, 'B', 'Thành phố Đông Hà', 20)]
    await opened.call('survey.import', { file: await writeRows(opened, '31/12/2023', rows) })
    expect(await opened.call('survey.import', { file: await writeRows(opened, '31/12/2023', rows) })).toMatchObject({
      unchanged: 2,
    })
    expect((await opened.call('history.list', {})).filter(({ kind }) => kind === 'survey.import')).toHaveLength(1)
    expect(await opened.call('survey.import', { file: await writeRows(opened, '30/6/2024', rows) })).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
    })
    // The newer day is news all the same: it says the figures still hold.
    expect((await opened.call('enterprises.list', {})).rows.map(({ surveyedOn }) => surveyedOn)).toEqual([
      '2024-06-30',
      '2024-06-30',
    ])
  })

  test('an import can be undone and redone', async () => {
    const opened = await openTestBackend()
    const file = await writeRows(opened, '31/12/2023', [firm(1, 'A', 'Huyện Cam Lộ', 30)])
    const units = await opened.call('units.list', { asOf: null })
    await opened.call('survey.import', { file, createUnits: true })
    await opened.call('history.undo', {})
    expect((await opened.call('enterprises.list', {})).count).toBe(0)
    expect(await opened.call('units.list', { asOf: null })).toEqual(units)
    expect(await opened.call('survey.import', { file, createUnits: true })).toMatchObject({ created: 1 })
  })
})

describe('duplicates', () => {
  test('same MST, same name without one, a pair to review', async () => {
    const opened = await openWithDistricts()
    const place = 'Thành phố Đông Hà'
    const file = await writeRows(opened, '31/12/2023', [
      firm(1, 'Công ty A', place, 10),
      firm(1, 'CÔNG TY A', place, 99),
      firm(0, 'Cty TNHH B', place, 5),
      firm(0, 'Công ty TNHH B', place, 6),
      firm(2, 'Công ty C', place, 7),
      firm(3, 'Công ty C', place, 8),
      firm(1, 'Công ty A lần ba', place, 1),
    ])
    const report = await opened.call('survey.import', { file })
    expect(report).toMatchObject({ rows: 7, created: 4, totals: { workers: 10 + 5 + 7 + 8 } })
    expect(report.duplicates).toEqual([
      { mst: taxCode(1), name: 'Công ty A', rows: [3, 4, 9] },
      { mst: null, name: 'Cty TNHH B', rows: [5, 6] },
    ])
    expect(report.hints.some((hint) => hint.includes('Dòng 8') && hint.includes('mã số thuế khác'))).toBe(true)
  })

  test('a first row with an error does not hide a good second one', async () => {
    const opened = await openWithDistricts()
    const place = 'Thành phố Đông Hà'
    const file = await writeRows(opened, '31/12/2023', [
      firm(1, 'Công ty A', place, 'khoảng 20'),
      firm(1, 'Công ty A', place, 20),
    ])
    expect(await opened.call('survey.import', { file })).toMatchObject({
      rows: 2,
      created: 1,
      duplicates: [],
      totals: { workers: 20 },
    })
  })
})

describe('choices', () => {
  test('all or nothing', async () => {
    const opened = await openWithDistricts()
    const bad = await writeRows(opened, '31/12/2023', [
      firm(1, 'A', 'Thành phố Đông Hà', 10),
      firm(2, '', 'Thành phố Đông Hà', 10),
    ])
    expect(await opened.refuse('survey.import', { file: bad, allOrNothing: true })).toBe('IMPORT_HAS_ERRORS')
    const unknown = await writeRows(opened, '31/12/2023', [firm(1, 'A', 'Huyện Cam Lộ', 10)])
    expect(await opened.refuse('survey.import', { file: unknown, allOrNothing: true })).toBe('IMPORT_LEAVES_OUT')
    expect((await opened.call('enterprises.list', {})).count).toBe(0)
    expect(await opened.call('survey.import', { file: bad })).toMatchObject({ rows: 2, created: 1 })
  })

  test('several sheets that look like lists are asked about, one is taken', async () => {
    const opened = await openWithDistricts()
    const list = (seed: number): SheetSpec => ({ rows: [HEADER, firm(seed, 'A', 'Thành phố Đông Hà')] })
    const two = await writeWorkbook(path.join(opened.folder, 'hai.xlsx'), {
      sheets: [
        { name: 'Đông Hà', ...list(1) },
        { name: 'Cam Lộ', ...list(2) },
      ],
    })
    expect(await opened.refuse('survey.import', { file: two, asOf: '2023-12-31' })).toBe('SHEET_NEEDED')
    expect(await opened.call('survey.import', { file: two, sheet: 'Cam Lộ', asOf: '2023-12-31' })).toMatchObject({
      sheet: 'Cam Lộ',
      created: 1,
    })
    expect(await opened.refuse('survey.import', { file: two, sheet: 'Gio Linh' })).toBe('SHEET_MISSING')
    const one = await writeWorkbook(path.join(opened.folder, 'một.xlsx'), {
      sheets: [
        { name: 'Hướng dẫn', rows: [['Cách điền']] },
        { name: 'DS', ...list(3) },
      ],
    })
    const report = await opened.call('survey.import', { file: one, asOf: '2023-12-31' })
    expect(report).toMatchObject({ sheet: 'DS', created: 1 })
    expect(report.hints.some((hint) => hint.includes('Hướng dẫn'))).toBe(true)
  })

  test('the sample province takes a list of its own districts', async () => {
    const opened = await openTestBackend({ province: 'sample' })
    const file = await writeRows(opened, '31/12/2023', [
      firm(1, 'A', 'TP Hải Sơn'),
      firm(2, 'B', 'Huyện Nhạn Sơn'),
      firm(3, 'C', 'Các khu công nghiệp'),
    ])
    const report = await opened.call('survey.preview', { file })
    expect(report.perUnit.map(({ code }) => code)).toEqual(['TP-HAISON', 'H-NHANSON', 'CDKCN'])
  })

  test('a backup precedes it', async () => {
    const opened = await openWithDistricts()
    const file = await writeRows(opened, '31/12/2023', [firm(1, 'A', 'Thành phố Đông Hà')])
    await opened.call('survey.preview', { file })
    expect(await opened.call('file.listBackups', {})).toHaveLength(0)
    await opened.call('survey.import', { file })
    expect(await opened.call('file.listBackups', {})).toHaveLength(1)
  })
})

test('nothing of a cancelled import stays', async () => {
  const opened = await openTestBackend()
  const signal = AbortSignal.abort()
  const file = path.join(PROJECT, 'tests/fixtures/survey/bhxh-quang-tri.xlsx')
  const result = await opened.backend.call('survey.import', { file, createUnits: true }, { signal })
  expect(result).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
  expect((await opened.call('enterprises.list', {})).count).toBe(0)
})
