import fs from 'node:fs'
import path from 'node:path'
import * as XLSX from '@e965/xlsx'
import { describe, expect, test, vi } from 'vitest'
import type { TestBackend } from '#tests/support/backend.ts'
import { toTcvn3 } from '#tests/support/legacy-text.ts'
import { openQuangTri } from '#tests/support/quang-tri.ts'
import { writeWorkbook, type Cell, type SheetSpec } from '#tests/support/workbook-file.ts'

// Every file is read in a process of its own, which a busy machine takes its time to start.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

let made = 0
/** A form of the usual columns: label, target, in the month, since the year began, percent. */
function form(unit: string, day: string, rows: readonly (readonly Cell[])[], more: Partial<SheetSpec> = {}): SheetSpec {
  return {
    name: 'BC',
    rows: [
      [`LIÊN ĐOÀN LAO ĐỘNG ${unit.toUpperCase()}`],
      [`(Số liệu tính đến ngày ${day})`],
      ['TT', 'Chỉ tiêu', 'Kế hoạch năm', 'Trong tháng', 'Lũy kế từ đầu năm', 'Tỷ lệ (%)'],
      ...rows.map((row, at) => [at + 1, ...row]),
    ],
    ...more,
  }
}

function write({ folder }: TestBackend, sheets: readonly SheetSpec[], name = `bc ${++made}.xlsx`): Promise<string> {
  return writeWorkbook(path.join(folder, name), { sheets })
}

const CAM_LO = 'huyện Cam Lộ'

describe('files of other kinds', () => {
  test('a sheet a unit, one of them hidden, one no report', async () => {
    const opened = await openQuangTri()
    const file = await write(opened, [
      { name: 'Hướng dẫn', rows: [['Cách điền biểu'], ['Điền số vào cột Lũy kế']] },
      { ...form(CAM_LO, '30/6/2024', [['Kết nạp mới đoàn viên', 356, 25, 168, 47.2]]), name: 'Cam Lộ' },
      { ...form('huyện Gio Linh', '30/6/2024', [['Kết nạp mới đoàn viên', 127, 19, 77, 60.6]]), name: 'Gio Linh' },
      { ...form('huyện Hải Lăng', '30/6/2023', [['Kết nạp mới đoàn viên', 1, 1, 1, 1]]), name: 'Cũ', state: 'hidden' },
    ])
    const answer = await opened.call('reportFiles.import', { files: [file] })
    expect(answer.reports.map(({ unit, sheet }) => [unit, sheet])).toEqual([
      ['CLO', 'Cam Lộ'],
      ['GLI', 'Gio Linh'],
    ])
    expect(answer.files[0]?.ignored).toEqual(['Hướng dẫn', 'Cũ'])
    expect(answer.missing).toHaveLength(8)
  })

  test('an old font, formulas with their last values, and a total row that is one', async () => {
    const opened = await openQuangTri()
    const old = { font: '.VnTime' }
    const cell = (text: string): Cell => ({ v: toTcvn3(text), ...old })
    const file = await write(opened, [
      {
        name: 'TH',
        rows: [
          [cell('Liên đoàn Lao động tỉnh Quảng Trị')],
          [cell('Tổng hợp kết quả đến ngày 30/9/2024')],
          [cell('TT'), cell('Đơn vị'), cell('Kết nạp mới đoàn viên'), cell('Thành lập mới CĐCS')],
          [1, cell('Huyện Triệu Phong'), 600, 1],
          [2, cell('Huyện Hướng Hóa'), 350, 3],
          ['', cell('Tổng cộng'), { v: 950, f: 'SUM(C4:C5)' }, { v: 0, f: 'SUM(D4:D5)' }],
        ],
      },
    ])
    const answer = await opened.call('reportFiles.import', { files: [file] })
    expect(answer.units['Huyện Triệu Phong']?.cumulative).toEqual({ DV_MOI: 600, CDCS_MOI: 1 })
    expect(answer.asOf).toBe('2024-09-30')
    expect(answer.findings).toEqual([])
  })

  test('csv with semicolons; a file that is none of ours does not keep back the others', async () => {
    const opened = await openQuangTri()
    const csv = path.join(opened.folder, 'H. Đakrông T7 2024.csv')
    fs.writeFileSync(
      csv,
      '\ufeffTT;Chỉ tiêu;Kế hoạch;Lũy kế;%\r\n1;Kết nạp mới ĐV;589;gần 580;98,5\r\n2;Thành lập mới CĐCS;5;03;60,0\r\n',
    )
    const other = path.join(opened.folder, 'ghi chú.csv')
    fs.writeFileSync(other, 'xin chào;các đồng chí\r\n')
    const answer = await opened.call('reportFiles.import', {
      files: [csv, other, path.join(opened.folder, 'không có.xlsx')],
    })
    expect(answer.units['Huyện Đakrông']).toMatchObject({
      cumulative: { DV_MOI: 580, CDCS_MOI: 3 },
      qualifiers: { DV_MOI: '<=' },
    })
    expect(answer.reports[0]).toMatchObject({ asOf: '2024-07-31', asOfFrom: 'file', unitFrom: 'file' })
    expect(answer.failed.map(({ code }) => code).toSorted()).toEqual(['FILE_MISSING', 'REPORT_NOT_FOUND'])
    expect(await opened.refuse('reportFiles.import', { files: [other] })).toBe('REPORT_NOT_FOUND')
  })

  test('a workbook of Excel 97, and a name that says another unit and month than the table', async () => {
    const opened = await openQuangTri()
    const sheet = XLSX.utils.aoa_to_sheet([
      ['LIÊN ĐOÀN LAO ĐỘNG HUYỆN VĨNH LINH'],
      ['(Số liệu tính đến ngày 30/6/2024)'],
      ['TT', 'Chỉ tiêu', 'Kế hoạch năm', 'Lũy kế từ đầu năm'],
      [1, 'Kết nạp mới đoàn viên', 433, 270],
      [2, 'Thành lập mới CĐCS', 8, '10'],
    ])
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, sheet, 'BC')
    const file = path.join(opened.folder, 'BC thang 5 - Huyện Gio Linh.xls')
    fs.writeFileSync(file, XLSX.write(book, { bookType: 'biff8', type: 'buffer' }) as Buffer)
    const answer = await opened.call('reportFiles.import', { files: [file] })
    expect(answer.units['Huyện Vĩnh Linh']).toMatchObject({
      targets: { DV_MOI: 433, CDCS_MOI: 8 },
      cumulative: { DV_MOI: 270, CDCS_MOI: 10 },
    })
    expect(answer.findings.map(({ kind }) => kind)).toEqual(['unitDiffers', 'dayDiffers'])
  })

  test('a unit nobody knows is asked for, and --unit answers; so do a day and a basis', async () => {
    const opened = await openQuangTri()
    const rows = [
      ['TT', 'Chỉ tiêu', 'Kết quả'],
      [1, 'Kết nạp mới đoàn viên', 25],
      [2, 'Tổng số đoàn viên', 300],
    ]
    const file = await write(opened, [{ rows }])
    const asked = await opened.call('reportFiles.import', { files: [file] })
    expect(asked.questions.map(({ kind }) => kind)).toEqual(['unit'])
    expect(asked.taken).toBe(0)
    const day = await opened.call('reportFiles.import', { files: [file], unit: 'CLO' })
    expect(day.questions.map(({ kind }) => kind)).toEqual(['day'])
    const answer = await opened.call('reportFiles.import', {
      files: [file],
      unit: 'CLO',
      asOf: '2024-05-31',
      from: '2024-05-01',
      basis: 'increment',
    })
    expect(
      answer.reports[0]?.values.map(({ indicator, from, basis, state }) => [indicator, from, basis, state]),
    ).toEqual([
      ['DV_MOI', '2024-05-01', 'increment', 'new'],
      ['DV_TONG', '2024-01-01', 'cumulative', 'new'],
    ])
    const placed = await opened.call('reportFiles.preview', {
      files: [file],
      asOf: '2024-04-30',
      answers: [{ cell: '', code: 'GLI' }],
    })
    expect(placed.reports[0]?.unit).toBe('GLI')
  })

  test('a province that is a report’s only unit is not taken for a unit’s report', async () => {
    const opened = await openQuangTri()
    const file = await write(opened, [
      form('tỉnh Quảng Trị', '30/6/2024', [['Kết nạp mới đoàn viên', 3511, 300, 2675, 76.2]]),
    ])
    const answer = await opened.call('reportFiles.import', { files: [file] })
    expect(answer.questions.map(({ kind }) => kind)).toEqual(['unit'])
    expect(answer.taken).toBe(0)
  })
})

describe('what is there already', () => {
  test('the same period again is a correction, and history keeps what stood there', async () => {
    const opened = await openQuangTri()
    await opened.call('reportFiles.import', {
      files: [
        await write(
          opened,
          [
            form(CAM_LO, '30/6/2024', [
              ['Kết nạp mới đoàn viên', 356, 25, 168, 47.2],
              ['Thành lập mới CĐCS', 1, 0, 0, 0],
            ]),
          ],
          'lần 1.xlsx',
        ),
      ],
    })
    const second = await write(
      opened,
      [
        form(CAM_LO, '30/6/2024', [
          ['Kết nạp mới đoàn viên', 356, 30, 173, 48.6],
          ['Thành lập mới CĐCS', 1, 0, 0, 0],
        ]),
      ],
      'lần 2 (sửa).xlsx',
    )
    const answer = await opened.call('reportFiles.import', { files: [second] })
    expect(
      answer.reports[0]?.values.map(({ indicator, state, before, value }) => [indicator, state, before, value]),
    ).toEqual([
      ['DV_MOI', 'corrected', 168, 173],
      ['CDCS_MOI', 'unchanged', 0, 0],
    ])
    const [row] = await opened.call('reports.list', { unit: 'CLO', indicator: 'DV_MOI' })
    expect(row).toMatchObject({ value: 173, file: { name: 'lần 2 (sửa).xlsx'.normalize('NFC'), cell: 'E4' } })
    await opened.call('history.undo', {})
    const [back] = await opened.call('reports.list', { unit: 'CLO', indicator: 'DV_MOI' })
    expect(back).toMatchObject({ value: 168, file: { name: 'lần 1.xlsx'.normalize('NFC') } })
  })

  test('the office’s table never overrules what a unit sent, unless it is told to', async () => {
    const opened = await openQuangTri()
    await opened.call('reportFiles.import', {
      files: [await write(opened, [form(CAM_LO, '30/6/2024', [['Kết nạp mới đoàn viên', 356, 25, 168, 47.2]])])],
    })
    const table = await write(opened, [
      {
        rows: [
          ['Tổng hợp đến ngày 30/6/2024'],
          ['TT', 'Đơn vị', 'Kết nạp mới đoàn viên'],
          [1, 'Huyện Cam Lộ', 170],
          [2, 'Huyện Gio Linh', 77],
        ],
      },
    ])
    const answer = await opened.call('reportFiles.import', { files: [table] })
    expect(answer.reports.map(({ unit, values }) => [unit, values[0]?.state])).toEqual([
      ['CLO', 'kept'],
      ['GLI', 'new'],
    ])
    expect(answer.findings).toEqual([
      expect.objectContaining({ kind: 'differs', cell: 'C3', stated: 170, computed: 168 }),
    ])
    const told = await opened.call('reportFiles.import', { files: [table], overwrite: true })
    expect(told.reports[0]?.values[0]).toMatchObject({ state: 'corrected', before: 168, value: 170 })
  })

  test('targets stated in the report are held against ours and change nothing; in-month figures against the month before', async () => {
    const opened = await openQuangTri()
    await opened.call('plans.add', { code: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' })
    await opened.call('targets.set', {
      plan: '2024',
      unit: 'CLO',
      indicator: 'DV_MOI',
      assigner: 'BCH LĐLĐ tỉnh',
      value: 360,
    })
    const may = await write(opened, [form(CAM_LO, '31/5/2024', [['Kết nạp mới đoàn viên', 356, 20, 140, 39.3]])])
    const june = await write(opened, [form(CAM_LO, '30/6/2024', [['Kết nạp mới đoàn viên', 356, 25, 168, 47.2]])])
    await opened.call('reportFiles.import', { files: [may] })
    const answer = await opened.call('reportFiles.import', { files: [june] })
    expect(answer.findings.map(({ kind, stated, computed }) => [kind, stated, computed])).toEqual([
      ['increment', 25, 28],
      ['target', 356, 360],
    ])
    expect(answer.reports[0]?.stated).toEqual([expect.objectContaining({ value: 356, ours: 360 })])
    const [target] = await opened.call('targets.list', { plan: '2024' })
    expect(target?.value).toBe(360)
  })

  test('a cumulative figure that falls is told', async () => {
    const opened = await openQuangTri()
    await opened.call('reports.add', { unit: 'CLO', indicator: 'DV_MOI', asOf: '2024-05-31', value: 190 })
    const june = await write(opened, [form(CAM_LO, '30/6/2024', [['Kết nạp mới đoàn viên', 356, '', 168, '']])])
    const answer = await opened.call('reportFiles.import', { files: [june] })
    expect(answer.findings.map(({ kind }) => kind)).toEqual(['cumulative-falls'])
  })

  test('net figures and ratios are made here; a number in the file is only held against ours', async () => {
    const opened = await openQuangTri()
    const file = await write(opened, [
      form(CAM_LO, '30/6/2024', [
        ['Kết nạp mới đoàn viên', '', '', 168],
        ['Số đoàn viên giảm', '', '', 86],
        ['Đoàn viên tăng thực tế', '', '', 90],
        ['Tổng số đoàn viên', '', '', 2696],
        ['Lao động nơi có CĐCS', '', '', 3000],
        ['Tỷ lệ tập hợp đoàn viên', '', '', 89.9],
      ]),
    ])
    const answer = await opened.call('reportFiles.import', { files: [file] })
    expect(answer.findings.map(({ kind, cell, stated, computed }) => [kind, cell, stated, computed])).toEqual([
      ['computed', 'E6', 90, 82],
    ])
    expect((await opened.call('reports.list', {})).map(({ indicator }) => indicator).toSorted()).toEqual([
      'DV_GIAM',
      'DV_MOI',
      'DV_TONG',
      'LD_TONG_CDCS',
    ])
  })
})

describe('wordings the clerk explained', () => {
  test('of an indicator and of a unit, for every later file; forgotten, they are asked again', async () => {
    const opened = await openQuangTri()
    const file = await write(opened, [
      {
        rows: [
          ['Tổng hợp đến ngày 30/6/2024'],
          ['TT', 'Đơn vị', 'Kết nạp mới đoàn viên', 'Quân số công đoàn'],
          [1, 'Miền tây', 20, 300],
        ],
      },
    ])
    const asked = await opened.call('reportFiles.preview', { files: [file] })
    expect(asked.questions.map(({ kind, cell }) => [kind, cell])).toEqual([['unit', 'B3']])
    expect(asked.unmatched.map(({ cell }) => cell)).toEqual(['D2'])
    const [unit] = asked.questions
    await opened.call('reportFiles.learn', { kind: 'unit', key: unit?.key ?? '', wording: 'Miền tây', code: 'HHO' })
    await opened.call('reportFiles.learn', {
      kind: 'indicator',
      key: 'quan so cong doan',
      wording: 'Quân số công đoàn',
      code: 'DV_TONG',
    })
    const known = await opened.call('reportFiles.preview', { files: [file] })
    expect(known.units['Huyện Hướng Hóa']?.cumulative).toEqual({ DV_MOI: 20, DV_TONG: 300 })
    const wordings = await opened.call('reportFiles.wordings', {})
    expect(wordings.map(({ wording, code }) => [wording, code])).toEqual([
      ['Miền tây', 'HHO'],
      ['Quân số công đoàn', 'DV_TONG'],
    ])
    await opened.call('reportFiles.forget', { id: wordings[0]?.id ?? '' })
    expect((await opened.call('reportFiles.preview', { files: [file] })).questions).toHaveLength(1)
    expect(await opened.refuse('reportFiles.learn', { kind: 'unit', key: 'x', wording: 'x', code: 'LẠ' })).toBe(
      'UNIT_UNKNOWN',
    )
  })
})
