import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFormFile, writeFormFile, type FormFile } from '#main/exchange/form/carrier.ts'
import type { ContentRow, PackageContent } from '#shared/domain/exchange/content.ts'
import { readWholeWorkbook } from '#tests/support/exchange/read-workbook.ts'
import {
  contentOf,
  FACTS,
  opinionsContent,
  reportContent,
  surveyContent,
  UNIT,
} from '#tests/support/exchange/sample-form.ts'
import { editInOffice, type SavedAs } from '#tests/support/exchange/spreadsheet-office.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'

// What an office does to a form in LibreOffice, done there for real, and what is read out of it.

async function writeTo(content: PackageContent): Promise<string> {
  const made = await writeFormFile(content, FACTS, { made: new Date('2024-06-20T08:00:00Z') })
  if (!made.ok) throw new Error(made.error.message)
  const file = path.join(makeTempFolder(), 'biểu.xlsx')
  fs.writeFileSync(file, made.value.bytes)
  return file
}

async function readBack(file: string): Promise<FormFile> {
  const read = readFormFile(await readWholeWorkbook(file), { readAt: '2024-07-01T08:00:00.000Z' })
  if (read === null) throw new Error('not known as a form')
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

async function fill(content: PackageContent, edits: readonly string[], as: SavedAs = 'xlsx'): Promise<FormFile> {
  return readBack(await editInOffice(await writeTo(content), edits, as))
}

const rowsOf = (form: FormFile, table: string): readonly ContentRow[] => form.content.tables[table] ?? []
const cellsOf = (form: FormFile, table: string, id: string) => rowsOf(form, table).find((row) => row.id === id)?.cells

describe('a form that went through LibreOffice', { timeout: 120_000 }, () => {
  it.each(['xlsx', 'xls', 'ods'] as const)('says nothing new when it was only opened and saved as .%s', async (as) => {
    for (const content of [reportContent(), surveyContent(), opinionsContent()]) {
      const form = await fill(content, [], as)
      expect(form.content.problems).toEqual([])
      expect(form.content.missing).toEqual([])
      expect(form.content.head).toMatchObject({ answers: content.head.id, from: UNIT, to: content.head.from })
      for (const [table, rows] of Object.entries(form.content.tables))
        for (const row of rows) {
          const sent = content.tables[table]?.find(({ id }) => id === row.id)
          // A draft that comes back is a report.
          const expected =
            table === 'reports' ? { ...sent?.cells, status: 'received', received_on: '2024-07-01' } : sent?.cells
          expect([table, row.cells, row.stamp]).toEqual([table, expected, sent?.stamp])
        }
    }
  })

  it.each(['xlsx', 'ods'] as const)(
    'reads figures as numbers, as text and the word that clears from .%s',
    async (as) => {
      const form = await fill(
        reportContent(),
        [
          'Put(Sheet(1), "H7", 320)',
          'Put(Sheet(1), "H8", "1.007")',
          'Put(Sheet(1), "I8", "hơn")',
          'Put(Sheet(1), "H9", "0")',
        ],
        as,
      )
      expect(form.content.problems).toEqual([])
      expect(cellsOf(form, 'report_values', 'value-dv')).toMatchObject({ value: 320, indicator: 'DV_MOI' })
      const made = rowsOf(form, 'report_values').filter(({ id }) => id !== 'value-dv')
      expect(made.map(({ cells }) => cells)).toEqual([
        { report: 'report-1', indicator: 'CDCS_MOI', value: 1007, qualifier: '≥', qualifier_word: 'hơn' },
        { report: 'report-1', indicator: 'DV_GIAM', value: 0, qualifier: null, qualifier_word: null },
      ])
      const cleared = await fill(reportContent(), ['Put(Sheet(1), "H7", "[Xóa]")'], as)
      expect(rowsOf(cleared, 'report_values')).toMatchObject([{ id: 'value-dv', deleted: true }])
    },
  )

  it.each(['xlsx', 'ods'] as const)('takes rows in another order, added, marked and gone from .%s', async (as) => {
    const edits = [
      // Rows 6 to 9 are the four enterprises: the last goes to the top, the second is deleted as a row.
      'page = Sheet(1)',
      'page.Rows.insertByIndex(5, 1)',
      'page.copyRange(page.getCellRangeByName("A6").CellAddress, page.getCellRangeByName("A10:R10").RangeAddress)',
      'page.Rows.removeByIndex(9, 1)',
      'page.Rows.removeByIndex(7, 1)',
      'Put(page, "K6", 15)',
      'Put(page, "R7", "x")',
      // Two lines are added below: one whole, one whose zero was lost.
      'Put(page, "D10", "Công ty TNHH May Mặc Hải Hà")',
      'Put(page, "C10", "0100233488")',
      'Put(page, "K10", "1.250")',
      'Put(page, "N10", "Chưa")',
      'Put(page, "D12", "Công ty CP Thủy sản Cửa Việt")',
      'Put(page, "C12", 101248141)',
      'Put(page, "E12", "công ty cổ phần")',
      'Put(page, "C13", "0100109106-001")',
    ]
    const form = await fill(surveyContent(), edits, as)
    expect(form.content.missing).toEqual([{ table: 'enterprises', id: 'e-2', title: 'Công ty TNHH Cơ khí Hòa Bình' }])
    const rows = rowsOf(form, 'enterprises')
    expect(rows.find(({ id }) => id === 'e-1')).toMatchObject({ deleted: true })
    expect(cellsOf(form, 'enterprises', 'e-3')).toMatchObject({
      name: '=Công ty Bằng Dấu Bằng',
      note: '-5 so với năm trước',
    })
    const added = rows.filter(({ base }) => base === undefined)
    expect(added.map(({ cells }) => [cells['tax_code'], cells['name'], cells['legal_form'], cells['unit']])).toEqual([
      ['0100233488', 'Công ty TNHH May Mặc Hải Hà', undefined, UNIT.unit],
      ['0101248141', 'Công ty CP Thủy sản Cửa Việt', 'CTCP', UNIT.unit],
    ])
    const observations = rowsOf(form, 'observations').filter(({ deleted }) => deleted !== true)
    // What was said of the marked one goes with it.
    expect(
      rowsOf(form, 'observations')
        .filter(({ deleted }) => deleted === true)
        .map(({ id }) => id),
    ).toEqual(['o-1'])
    expect(
      observations.map(({ cells }) => [cells['enterprise'], cells['workers'], cells['has_union'] ?? null]),
    ).toEqual([
      ['e-4', 15, null],
      [added[0]?.id, 1250, 0],
    ])
    expect(rowsOf(form, 'survey_rounds')).toMatchObject([{ cells: { surveyed_on: '2024-06-30' } }])
    // A line with a tax code and no name is told, not taken.
    expect(form.content.problems.map(({ message }) => message)).toEqual([
      'Dòng 13: chưa có tên doanh nghiệp nên dòng này không được nhận.',
    ])
  })

  it('finds its columns where they were moved, its sheets by whatever name, its days in whatever format', async () => {
    const content = contentOf('commitment', {
      commitments: [
        {
          id: 'c-1',
          cells: { plan: '2024', unit: UNIT.unit, signed_by: null, signed_on: null, number: '05/CK' },
          stamp: 's',
        },
      ],
      targets: [],
    })
    const edits = (day: string): string[] => [
      'page = Sheet(1)',
      'page.Name = "Trang của tôi"',
      // A column of their own stands first, and the signer's column is moved behind the last.
      'page.Columns.insertByIndex(1, 1)',
      'Put(page, "B5", "Riêng")',
      'Put(page, "B6", "của cơ quan")',
      'page.Columns.insertByIndex(10, 1)',
      'page.moveRange(page.getCellRangeByName("K1").CellAddress, page.getCellRangeByName("E1:E20").RangeAddress)',
      'Put(page, "K6", "Trần Văn Hải")',
      day,
      'doc.Sheets.moveByName("Trang của tôi", 0)',
    ]
    for (const day of [
      'Put(page, "G6", 45350)',
      'Put(page, "G6", "28/02/2024")',
      'Put(page, "G6", "ngày 28 tháng 02 năm 2024")',
    ]) {
      const form = await fill(content, edits(day))
      expect(cellsOf(form, 'commitments', 'c-1')).toMatchObject({
        signed_by: 'Trần Văn Hải',
        signed_on: '2024-02-28',
        number: '05/CK',
      })
      expect(form.content.problems.map(({ message }) => message)).toEqual([
        'Cột “Riêng” không thuộc biểu mẫu nên không được đọc (trang “Trang của tôi”).',
      ])
    }
  })

  it('tells of edited headers, locked cells that were changed and merged cells, and reads on', async () => {
    const form = await fill(reportContent(), [
      'page = Sheet(1)',
      'Put(page, "H6", "Số của em")',
      'Put(page, "H7", 300)',
      'Put(page, "F7", 9999)',
      'page.getCellRangeByName("I7:I8").merge(True)',
      'Put(page, "H9", "rất nhiều")',
    ])
    expect(cellsOf(form, 'report_values', 'value-dv')).toMatchObject({ value: 300 })
    expect(form.content.problems.map(({ message }) => message)).toEqual([
      'Cột H: tiêu đề “Lũy kế đến 30/6/2024” đã bị sửa thành “Số của em”. Số liệu vẫn được đọc vào “Lũy kế đến 30/6/2024” theo mã cột ẩn; hãy xem lại cho đúng (trang “Báo cáo”).',
      'Ô I7 bị gộp (dòng 7–8); chỉ dòng đầu có số liệu, các dòng sau giữ nguyên (trang “Báo cáo”).',
      'Ô F7: cột “Chỉ tiêu năm” là phần đã khóa nhưng bị đổi thành “9999”; thay đổi này không được nhận (trang “Báo cáo”).',
      'Ô H9: cột “Lũy kế đến 30/6/2024” cần số nguyên, trong ô đang ghi “rất nhiều”. Hãy sửa lại thành số (trang “Báo cáo”).',
    ])
  })

  it('refuses titles that were exchanged, since nobody can tell whose figures stand below them', async () => {
    const file = await editInOffice(await writeTo(reportContent()), [
      'Put(Sheet(1), "H6", "Chỉ tiêu năm")',
      'Put(Sheet(1), "F6", "Lũy kế đến 30/6/2024")',
    ])
    const read = readFormFile(await readWholeWorkbook(file), { readAt: '2024-07-01T08:00:00.000Z' })
    expect(read).toMatchObject({ ok: false, error: { code: 'FORM_TABLE_UNREADABLE' } })
  })

  it('is read by its titles when the hidden line of keys is gone, and by what was sent when the hidden sheet is', async () => {
    const content = reportContent()
    const made = await writeFormFile(content, FACTS, { made: new Date('2024-06-20T08:00:00Z') })
    if (!made.ok) throw new Error(made.error.message)
    const { hidden } = made.value
    const file = path.join(makeTempFolder(), 'biểu.xlsx')
    fs.writeFileSync(file, made.value.bytes)
    const edited = await editInOffice(file, [
      'page = Sheet(1)',
      'page.Rows.removeByIndex(4, 1)',
      'Put(page, "H6", 333)',
      'Put(page, "H7", 4)',
      'doc.Sheets.removeByName("Dữ liệu ẩn")',
    ])
    const workbook = await readWholeWorkbook(edited)
    const lost = readFormFile(workbook, { readAt: '2024-07-01T08:00:00.000Z' })
    expect(lost).toMatchObject({ ok: false, error: { code: 'FORM_HIDDEN_LOST' } })
    const asked: string[] = []
    const read = readFormFile(workbook, {
      readAt: '2024-07-01T08:00:00.000Z',
      findSent: (id) => {
        asked.push(id)
        return hidden
      },
    })
    expect(asked).toEqual([content.head.id])
    if (read?.ok !== true) throw new Error('not read')
    expect(cellsOf(read.value, 'report_values', 'value-dv')).toMatchObject({ value: 333 })
    expect(rowsOf(read.value, 'report_values')).toHaveLength(2)
    expect(read.value.content.problems.map(({ message }) => message.slice(0, 30))).toEqual([
      'Phần ẩn của biểu mẫu không còn',
      'Dòng mã cột ẩn không còn; các ',
    ])
  })

  it('knows its rows by what they say when the hidden column of ids was deleted, and says so once', async () => {
    const form = await fill(
      reportContent(),
      ['page = Sheet(1)', 'page.Columns.removeByIndex(0, 1)', 'Put(page, "G7", 12)'],
      'ods',
    )
    expect(cellsOf(form, 'report_values', 'value-dv')).toMatchObject({ value: 12 })
    expect(form.content.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Cột mã dòng ẩn không còn; \d+ dòng được nhận ra theo nội dung/),
    ])
  })

  it('is no report when nobody filled it in', async () => {
    const asked = contentOf('report-form', { reports: reportContent().tables['reports'] ?? [], report_values: [] })
    const form = await readBack(await writeTo(asked))
    expect(form.content.tables).toEqual({})
    expect(form.content.problems.map(({ message }) => message)).toEqual(['Biểu mẫu chưa được điền số liệu nào.'])
  })

  it('gives the same content for the same answers, whatever the file looks like', async () => {
    const edits = ['Put(Sheet(1), "H7", 320)']
    const first = await fill(reportContent(), edits)
    const again = await fill(reportContent(), [...edits, 'Sheet(1).Name = "Khác"'], 'xls')
    expect(again.sha256).not.toBe(first.sha256)
    expect(again.content.head.id).toBe(first.content.head.id)
    const other = await fill(reportContent(), ['Put(Sheet(1), "H7", 321)'])
    expect(other.content.head.id).not.toBe(first.content.head.id)
  })
})
