import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readForeignFile } from '#main/exchange/read-foreign-file.ts'
import { zipParts } from '#main/exchange/package/write-package.ts'
import { styleOf, type CellValue, type ForeignSheet } from '#shared/domain/exchange/foreign-sheet.ts'
import { readWholeWorkbook } from '#tests/support/exchange/read-workbook.ts'
import { editInOffice } from '#tests/support/exchange/spreadsheet-office.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'

// OpenDocument spreadsheets, as LibreOffice saves them and as somebody who means harm writes them.

const TYPE = 'application/vnd.oasis.opendocument.spreadsheet'
const NAMES =
  'xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x" xmlns:style="urn:s" xmlns:fo="urn:f" xmlns:number="urn:n" xmlns:svg="urn:v"'

async function write(parts: Readonly<Record<string, string>>, name = 'bảng.ods'): Promise<string> {
  const file = path.join(makeTempFolder(), name)
  const all = { mimetype: TYPE, ...parts }
  fs.writeFileSync(
    file,
    await zipParts(
      Object.entries(all).map(([part, text]) => [part, Buffer.from(text)]),
      new Date('2024-06-20T08:00:00Z'),
    ),
  )
  return file
}

const content = (tables: string, styles = ''): string =>
  `<?xml version="1.0"?><office:document-content ${NAMES}>${styles}<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`

/** What a sheet says, cell by cell, without what is drawn differently in two formats. */
function sayRows(sheet: ForeignSheet): unknown[] {
  return sheet.rows.map((row) => [row.number, row.hidden, trim(row.values.map(plain))])
}

function plain(value: CellValue): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(12))
  return typeof value === 'object' && value !== null && 'serial' in value ? Math.floor(value.serial) : value
}

function trim(values: readonly unknown[]): unknown[] {
  const last = values.findLastIndex((value) => value !== null && value !== undefined)
  return values.slice(0, last + 1).map((value) => value ?? null)
}

async function codeOf(file: string): Promise<string> {
  const read = await readForeignFile(
    file,
    { sheet: null },
    { names: () => undefined, note: () => undefined, sheet: () => undefined, row: () => undefined },
  )
  return read.ok ? 'read' : read.error.code
}

describe('what LibreOffice saves', { timeout: 180_000 }, () => {
  test.for(['survey/thue-quang-ninh.xlsx', 'bao-cao/HTP_T6_2024.xlsx', 'bao-cao/tong-hop.xlsx'])(
    '%s reads as the .xlsx it was made from',
    async (name) => {
      const file = path.join(import.meta.dirname, '../../fixtures', name)
      // Both go through LibreOffice, which itself changes a thing or two of what it opens.
      const [asXlsx, asOds] = [
        await readWholeWorkbook(await editInOffice(file, [], 'xlsx')),
        await readWholeWorkbook(await editInOffice(file, [], 'ods')),
      ]
      expect(asOds.format).toBe('ods')
      expect(asOds.sheetNames).toEqual(asXlsx.sheetNames)
      for (const [at, sheet] of asXlsx.sheets.entries()) {
        const twin = asOds.sheets[at]
        if (twin === undefined) throw new Error('a sheet is missing')
        expect(twin.hidden).toBe(sheet.hidden)
        expect(sayRows(twin)).toEqual(sayRows(sheet))
        const sort = (merges: ForeignSheet['merges']) =>
          merges.map((area) => [area.top, area.left, area.bottom, area.right].join(',')).toSorted()
        expect(sort(twin.merges)).toEqual(sort(sheet.merges))
        // Its own usual font it writes into .xlsx under the name Excel knows.
        const fonts = (one: ForeignSheet) =>
          one.rows.map((row) =>
            row.values.map((value, column) =>
              value === null ? null : styleOf(one, row, column)?.font?.replace('Liberation Sans', 'Arial'),
            ),
          )
        expect(fonts(twin).map(trim)).toEqual(fonts(sheet).map(trim))
      }
    },
  )
})

describe('what others write', () => {
  test('repeated rows and cells, spaces, notes, dates, errors, and pieces in another font', async () => {
    const styles =
      '<office:font-face-decls><style:font-face style:name="F1" svg:font-family="&apos;.VnTime&apos;"/></office:font-face-decls>' +
      '<office:automatic-styles><number:number-style style:name="N9"><number:number number:min-integer-digits="10" number:decimal-places="0"/></number:number-style>' +
      '<style:style style:name="mst" style:family="table-cell" style:data-style-name="N9"/>' +
      '<style:style style:name="old" style:family="table-cell"><style:text-properties style:font-name="F1"/></style:style>' +
      '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-family="VNI-Times"/></style:style>' +
      '<style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>'
    const cell = (attributes: string, inner = '') =>
      `<table:table-cell ${attributes}>${inner === '' ? '' : `<text:p>${inner}</text:p>`}</table:table-cell>`
    const table =
      '<table:table table:name="Một"><table:table-column table:number-columns-repeated="2" table:default-cell-style-name="old"/><table:table-column table:number-columns-repeated="1022"/>' +
      `<table:table-row>${cell('office:value-type="string"', 'a<text:s text:c="2"/>b<text:line-break/>c')}${cell('office:value-type="float" office:value="101248141" table:style-name="mst"', '0101248141')}${cell('table:number-columns-repeated="1000"')}</table:table-row>` +
      '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>' +
      `<table:table-row table:number-rows-repeated="2" table:visibility="filter">${cell('table:number-columns-repeated="2" office:value-type="percentage" office:value="0.5"', '50%')}${cell('office:value-type="date" office:date-value="2024-06-30T00:00:00"', '30/6')}${cell('table:formula="of:=1/0" office:value-type="string" office:string-value=""', '#DIV/0!')}${cell('office:value-type="boolean" office:boolean-value="true"', 'ĐÚNG')}</table:table-row>` +
      `<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2"><office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>x<text:span text:style-name="T1">y</text:span></text:p><text:p>z</text:p></table:table-cell><table:covered-table-cell/></table:table-row>` +
      '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table>' +
      '<table:table table:name="Hai" table:style-name="gone"><table:table-row/></table:table>' +
      `<table:table table:name="'file:///khac.ods'#$A"><table:table-source/><table:table-row>${cell('office:value-type="float" office:value="1"', '1')}</table:table-row></table:table>`
    const book = await readWholeWorkbook(await write({ 'content.xml': content(table, styles) }, 'tên là.xlsx'))
    expect(book.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Một', false],
      ['Hai', true],
    ])
    const [sheet] = book.sheets
    if (sheet === undefined) throw new Error('no sheet')
    const half = ['50', 0.5, { date: '2024-06-30', serial: 45473 }, { error: '#DIV/0!' }, true]
    expect(sheet.rows.map(({ number, hidden, values }) => [number, hidden, values])).toEqual([
      [1, false, ['a  b\nc', 101248141]],
      [5, true, [0.5, ...half.slice(1)]],
      [6, true, [0.5, ...half.slice(1)]],
      [
        7,
        false,
        [
          {
            runs: [
              { text: 'x', font: null },
              { text: 'y', font: 'VNI-Times' },
              { text: '\nz', font: null },
            ],
          },
        ],
      ],
    ])
    expect(sheet.rows[1]?.formulas).toEqual([3])
    expect(sheet.merges).toEqual([{ top: 7, left: 0, bottom: 7, right: 1 }])
    const [first] = sheet.rows
    if (first === undefined) throw new Error('no row')
    expect([styleOf(sheet, first, 0), styleOf(sheet, first, 1)]).toEqual([
      { font: '.VnTime', format: 'General' },
      { font: null, format: '0000000000' },
    ])
  })

  test('harm ends as a sentence: repeats without end, a DOCTYPE, a password, another document, nothing in it', async () => {
    const row =
      '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>'
    const table = (rows: string) => `<table:table table:name="A">${rows}</table:table>`
    const cases: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
      [{ 'content.xml': content(table(row)) }, 'FILE_TOO_LARGE'],
      [{ 'content.xml': `<!DOCTYPE x [<!ENTITY a "b">]>${content(table(''))}` }, 'FILE_UNSAFE'],
      [
        { 'META-INF/manifest.xml': '<m:manifest><m:encryption-data /></m:manifest>', 'content.xml': 'x' },
        'FILE_ENCRYPTED',
      ],
      [{ mimetype: 'application/vnd.oasis.opendocument.presentation', 'content.xml': 'x' }, 'FILE_NOT_TABLE'],
      [{ 'content.xml': content('') }, 'FILE_DAMAGED'],
      [{ 'content.xml': content(table('<table:table-row>')) }, 'FILE_DAMAGED'],
      [{}, 'FILE_DAMAGED'],
      [{ 'content.xml': content(Array.from({ length: 201 }, () => table('')).join('')) }, 'FILE_UNSAFE'],
    ]
    for (const [parts, code] of cases) expect([await codeOf(await write(parts)), parts]).toEqual([code, parts])
  })
})
