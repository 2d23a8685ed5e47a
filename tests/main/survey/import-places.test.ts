import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openTestBackend } from '#tests/support/backend.ts'
import { firm, openWithDistricts, writeRows } from '#tests/support/survey-files.ts'
import { taxCode } from '#tests/support/tax-codes.ts'
import { writeWorkbook } from '#tests/support/workbook-file.ts'

describe('places', () => {
  test('by folded name with its prefix, and by alias; the town is never the province', async () => {
    const opened = await openWithDistricts()
    const file = await writeRows(opened, '31/12/2023', [
      firm(1, 'A', 'TX. Quảng Trị'),
      firm(2, 'B', 'thi xa quang tri'),
      firm(3, 'C', 'TP Đông Hà'),
      firm(4, 'D', 'Thị xã Đông Hà'),
      firm(5, 'E', 'LĐLĐ thành phố Đông Hà'),
      firm(6, 'G', 'Đông Hà'),
      firm(7, 'H', 'Tỉnh Quảng Trị'),
    ])
    const report = await opened.call('survey.import', { file })
    expect(report.perUnit.map(({ code, enterprises }) => [code, enterprises])).toEqual([
      ['TX-QT', 2],
      ['TP-DH', 4],
      [report.perUnit[2]?.code, 1],
    ])
    expect(report.perUnit[2]?.name).toBe('Liên đoàn Lao động tỉnh Quảng Trị')
    expect(report.unmatched).toEqual([])
  })

  test('units are those valid on the survey date', async () => {
    const opened = await openWithDistricts()
    const old = await writeRows(opened, '31/12/2023', [firm(1, 'A', 'Thành phố Đông Hà'), firm(2, 'B', 'Xã Cam Lộ')])
    expect(await opened.call('survey.preview', { file: old })).toMatchObject({
      perUnit: [{ code: 'TP-DH' }],
      unmatched: [{ nameInFile: 'Xã Cam Lộ', rows: [4] }],
    })
    const reformed = { file: old, asOf: '2025-12-31' }
    expect(await opened.call('survey.preview', reformed)).toMatchObject({
      surveyDateFrom: 'asked',
      perUnit: [{ code: 'X-CL' }],
      unmatched: [{ nameInFile: 'Thành phố Đông Hà' }],
    })
  })

  test('unknown places leave their rows out, or become units', async () => {
    const opened = await openWithDistricts()
    const file = await writeRows(opened, '31/12/2023', [
      firm(1, 'A', 'Thành phố Đông Hà', 30),
      firm(2, 'B', 'Huyện đảo Cồn Cỏ', 20),
      firm(3, 'C', 'H. Gio Linh', 5),
      firm(4, 'D', 'HUYỆN GIO LINH', 6),
    ])
    const left = await opened.call('survey.import', { file })
    expect(left).toMatchObject({ rows: 1, created: 1, leftOut: 3, totals: { workers: 30 } })
    expect(left.unmatched).toEqual([
      { nameInFile: 'Huyện đảo Cồn Cỏ', rows: [4] },
      { nameInFile: 'H. Gio Linh', rows: [5, 6] },
    ])
    const made = await opened.call('survey.import', { file, createUnits: true })
    expect(made).toMatchObject({ rows: 4, created: 3, unchanged: 1, leftOut: 0 })
    expect(made.newUnits).toEqual([
      {
        code: 'H-CONCO',
        name: 'Liên đoàn Lao động huyện đảo Cồn Cỏ',
        type: 'LDLD_HUYEN',
        nameInFile: 'Huyện đảo Cồn Cỏ',
      },
      { code: 'H-GIOLINH', name: 'Liên đoàn Lao động huyện Gio Linh', type: 'LDLD_HUYEN', nameInFile: 'H. Gio Linh' },
    ])
    expect((await opened.call('survey.import', { file, createUnits: true })).unchanged).toBe(4)
  })

  test('commune and district both named: the level of the day', async () => {
    const opened = await openTestBackend()
    const header = ['STT', 'Tên doanh nghiệp', 'MST', 'Huyện', 'Xã/phường', 'Số LĐ']
    const rows = [[1, 'A', taxCode(1), 'Huyện Cam Lộ', 'Xã Cam Thủy', 5]]
    const before = await writeRows(opened, '31/12/2023', rows, { header })
    expect((await opened.call('survey.preview', { file: before, createUnits: true })).newUnits).toMatchObject([
      { type: 'LDLD_HUYEN', nameInFile: 'Huyện Cam Lộ' },
    ])
    const after = await writeRows(opened, '31/12/2025', rows, { header })
    expect((await opened.call('survey.preview', { file: after, createUnits: true })).newUnits).toMatchObject([
      { type: 'CD_XA', nameInFile: 'Xã Cam Thủy' },
    ])
  })

  test('a list without places: by address, by title, else the province', async () => {
    const opened = await openWithDistricts()
    const header = ['STT', 'Tên doanh nghiệp', 'MST', 'Địa chỉ', 'Số LĐ']
    const byAddress = await writeRows(
      opened,
      '31/12/2023',
      [
        [1, 'A', taxCode(1), 'Số 1 Lê Duẩn, phường 5, TP. Đông Hà', 5],
        [2, 'B', taxCode(2), '', 6],
      ],
      { header },
    )
    expect((await opened.call('survey.preview', { file: byAddress })).perUnit).toMatchObject([
      { code: 'TP-DH', enterprises: 1 },
      { name: 'Liên đoàn Lao động tỉnh Quảng Trị', enterprises: 1 },
    ])
    const titled = await writeWorkbook(path.join(opened.folder, 'tiêu đề.xlsx'), {
      sheets: [
        {
          rows: [['DANH SÁCH DOANH NGHIỆP THỊ XÃ QUẢNG TRỊ ĐẾN NGÀY 31/12/2023'], header, [1, 'A', taxCode(1), '', 5]],
        },
      ],
    })
    expect((await opened.call('survey.preview', { file: titled })).perUnit).toMatchObject([
      { code: 'TX-QT', nameInFile: 'THỊ XÃ QUẢNG TRỊ' },
    ])
  })
})

test('a letterhead that names an unknown district: its rows are left out, or the unit is made', async () => {
  const opened = await openTestBackend()
  const file = await writeWorkbook(path.join(opened.folder, 'huyện.xlsx'), {
    sheets: [
      {
        rows: [
          ['LIÊN ĐOÀN LAO ĐỘNG HUYỆN CAM LỘ'],
          ['Trụ sở: thị trấn Cam Lộ'],
          ['(Số liệu tính đến ngày 31/12/2023)'],
          ['STT', 'Tên doanh nghiệp', 'MST', 'Số LĐ'],
          [1, 'A', taxCode(1), 5],
          [2, 'B', taxCode(2), 6],
        ],
      },
    ],
  })
  expect(await opened.call('survey.preview', { file })).toMatchObject({
    rows: 0,
    unmatched: [{ nameInFile: 'HUYỆN CAM LỘ', rows: [5, 6] }],
  })
  expect(await opened.call('survey.import', { file, createUnits: true })).toMatchObject({
    created: 2,
    perUnit: [{ code: 'H-CAMLO', enterprises: 2 }],
  })
})
