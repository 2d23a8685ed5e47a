import yazl from 'yazl'
import type { AnnexCell, AnnexLine, AnnexRow, AnnexSheet } from '#shared/domain/table/annex-sheet.ts'
import { columnLetters, exactShare, LIKE_FORMULA, numberFormat, signFormat, textCell } from './write-cells.ts'
import { APP_PROPERTIES, coreProperties, HEAD, PACKAGE_RELATIONS, sheetNameOf } from './write-parts.ts'
import { type CellLook, escapeXml, StyleSheet } from './write-styles.ts'
import { endZip } from '../../zip-bytes.ts'

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const MM_AN_INCH = 25.4
/** Width of the digit 0 of the sheet's font, 12 pt, with the room Excel keeps: about 2.2 mm. */
const MM_A_CHARACTER = 2.2
/** Height of a line is a share of its size. */
const LINE = 1.3
const TALLEST = 409

interface WrittenSheet {
  readonly xml: string
  readonly name: string
  /** "$A$1:$M$40" and "$5:$6". */
  readonly area: string
  readonly titles: string
}

/** A workbook of a document's tables, one a sheet, ready to be printed as the document prints them. */
export function writeAnnexes(sheets: readonly AnnexSheet[], title: string, made: Date): Promise<Buffer> {
  const styles = new StyleSheet()
  const names = new Set<string>()
  const written = sheets.map((sheet) => writeSheet(sheet, freeName(sheet.name, names), styles))
  const zip = new yazl.ZipFile()
  const add = (name: string, text: string): void => zip.addBuffer(Buffer.from(HEAD + text), name, { mtime: made })
  add('[Content_Types].xml', contentTypes(written.length))
  add('_rels/.rels', PACKAGE_RELATIONS)
  add('docProps/core.xml', coreProperties(title, made))
  add('docProps/app.xml', APP_PROPERTIES)
  add('xl/workbook.xml', workbook(written))
  add('xl/_rels/workbook.xml.rels', relations(written.length))
  written.forEach(({ xml }, index) => add(`xl/worksheets/sheet${index + 1}.xml`, xml))
  add('xl/styles.xml', styles.toXml())
  return endZip(zip)
}

/** Excel holds names that differ only in case to be one. */
function freeName(wanted: string, taken: Set<string>): string {
  const plain = sheetNameOf(wanted)
  for (let number = 1; ; number += 1) {
    const tail = number === 1 ? '' : ` (${number})`
    const name = plain.slice(0, 31 - tail.length) + tail
    if (taken.has(name.toLocaleLowerCase('vi'))) continue
    taken.add(name.toLocaleLowerCase('vi'))
    return name
  }
}

function writeSheet(sheet: AnnexSheet, name: string, styles: StyleSheet): WrittenSheet {
  const last = columnLetters(Math.max(0, sheet.columnsMm.length - 1))
  const merges: string[] = []
  let rows = ''
  let at = 1
  const across = (line: AnnexLine): void => {
    if (last !== 'A') merges.push(`A${at}:${last}${at}`)
    const look: CellLook = { ...guard(line.text), ...lookOf(line), size: line.size, wrap: true }
    // A merged cell does not make its row fit its text: the height is said.
    rows += `<row r="${at}" ht="${heightOf(line.lines, line.size)}" customHeight="1">${textCell(`A${at}`, styles.indexOf(look), line.text)}</row>`
    at += 1
  }
  sheet.above.forEach(across)
  at += 1
  const first = at
  const heads = headRows(sheet, styles, first, merges)
  rows += heads
  at += sheet.header.length
  const header = at - 1
  for (const row of sheet.rows) {
    rows += bodyRow(row, sheet, styles, at, merges)
    at += 1
  }
  sheet.below.forEach(across)
  const bottom = Math.max(header, at - 1)
  const pane =
    `<pane ySplit="${header}" topLeftCell="A${header + 1}" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft" activeCell="A${header + 1}" sqref="A${header + 1}"/>`
  const columns = sheet.columnsMm.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${Math.max(4, Math.round((width / MM_A_CHARACTER) * 10) / 10)}" customWidth="1"/>`,
  )
  const inch = (mm: number): number => Math.round((mm / MM_AN_INCH) * 1000) / 1000
  const { page } = sheet
  return {
    name,
    area: `$A$1:$${last}$${bottom}`,
    titles: `$${first}:$${header}`,
    xml:
      `<worksheet ${MAIN}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}${bottom}"/>` +
      `<sheetViews><sheetView workbookViewId="0" showGridLines="0">${pane}</sheetView></sheetViews>` +
      `<sheetFormatPr defaultRowHeight="16.5"/><cols>${columns.join('')}</cols><sheetData>${rows}</sheetData>` +
      (merges.length === 0
        ? ''
        : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`) +
      `<printOptions horizontalCentered="1"/>` +
      `<pageMargins left="${inch(page.leftMm)}" right="${inch(page.rightMm)}" top="${inch(page.topMm)}" bottom="${inch(page.bottomMm)}" header="${inch(page.headerMm)}" footer="${inch(page.headerMm)}"/>` +
      `<pageSetup paperSize="9" orientation="${page.orientation}" fitToWidth="1" fitToHeight="0"/>` +
      // The number of the page is in the upper margin and not on the first page, as on paper.
      `<headerFooter differentFirst="1"><oddHeader>&amp;C&amp;"Times New Roman"&amp;14&amp;P</oddHeader></headerFooter>` +
      `<ignoredErrors><ignoredError sqref="A1:${last}${bottom}" numberStoredAsText="1"/></ignoredErrors></worksheet>`,
  }
}

/** Cells that reach over others leave bordered empty ones behind them, so that the frame is whole. */
function headRows(sheet: AnnexSheet, styles: StyleSheet, first: number, merges: string[]): string {
  const look: CellLook = {
    format: null,
    bold: true,
    align: 'center',
    wrap: true,
    border: true,
    fill: 'header',
    size: sheet.size,
  }
  const style = styles.indexOf(look)
  return sheet.header
    .map((row, index) => {
      const at = first + index
      const cells = new Map(sheet.columnsMm.map((_, column) => [column, emptyCell(column, at, style)]))
      for (const cell of row.cells) {
        const text = cell.value.kind === 'text' ? cell.value.text : ''
        cells.set(cell.column, textCell(`${columnLetters(cell.column)}${at}`, style, text))
        if (cell.columns > 1 || cell.rows > 1) merges.push(spanRef(cell, at))
      }
      return `<row r="${at}" ht="${heightOf(row.lines, sheet.size)}" customHeight="1">${[...cells.values()].join('')}</row>`
    })
    .join('')
}

function bodyRow(row: AnnexRow, sheet: AnnexSheet, styles: StyleSheet, at: number, merges: string[]): string {
  const cells = row.cells.map((cell) => {
    if (cell.columns > 1) merges.push(spanRef(cell, at))
    const { value } = cell
    const ref = `${columnLetters(cell.column)}${at}`
    const look = { ...lookOf({ ...cell, italic: false }), border: true, size: sheet.size }
    if (value.kind === 'text') {
      const style = styles.indexOf({ ...guard(value.text), ...look, wrap: true })
      const rest = Array.from({ length: cell.columns - 1 }, (_, next) => emptyCell(cell.column + next + 1, at, style))
      return (value.text === '' ? emptyCell(cell.column, at, style) : textCell(ref, style, value.text)) + rest.join('')
    }
    const format = signFormat(value.sign) + numberFormat(value.kind, value.value)
    const style = styles.indexOf({ ...look, format })
    return `<c r="${ref}" s="${style}"><v>${value.kind === 'percent' ? exactShare(value.value) : value.value}</v></c>`
  })
  // Without customHeight: typing later makes the row fit again.
  const height = row.lines > 1 ? ` ht="${heightOf(row.lines, sheet.size)}"` : ''
  return `<row r="${at}"${height}>${cells.join('')}</row>`
}

function lookOf({ bold, italic, align }: Pick<AnnexLine, 'bold' | 'italic'> & Pick<AnnexCell, 'align'>): CellLook {
  return { format: null, bold, italic, align }
}

/** Text that looks like a formula stays text even when somebody types over its first letter. */
function guard(text: string): Pick<CellLook, 'quoted'> {
  return LIKE_FORMULA.test(text) ? { quoted: true } : {}
}

function heightOf(lines: number, size: number): number {
  return Math.min(TALLEST, Math.round(lines * size * LINE * 10) / 10)
}

function emptyCell(column: number, at: number, style: number): string {
  return `<c r="${columnLetters(column)}${at}" s="${style}"/>`
}

function spanRef(cell: AnnexCell, at: number): string {
  return `${columnLetters(cell.column)}${at}:${columnLetters(cell.column + cell.columns - 1)}${at + cell.rows - 1}`
}

function contentTypes(sheets: number): string {
  const override = (part: string, type: string): string => `<Override PartName="${part}" ContentType="${type}"/>`
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', `${SHEET}.sheet.main+xml`)}` +
    Array.from({ length: sheets }, (_, index) =>
      override(`/xl/worksheets/sheet${index + 1}.xml`, `${SHEET}.worksheet+xml`),
    ).join('') +
    override('/xl/styles.xml', `${SHEET}.styles+xml`) +
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    override('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml') +
    `</Types>`
  )
}

function workbook(sheets: readonly WrittenSheet[]): string {
  const named = sheets.flatMap(({ name, area, titles }, index) => {
    const quoted = `'${name.replaceAll("'", "''")}'`
    return [
      `<definedName name="_xlnm.Print_Area" localSheetId="${index}">${escapeXml(`${quoted}!${area}`)}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(`${quoted}!${titles}`)}</definedName>`,
    ]
  })
  const listed = sheets.map(
    ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return (
    `<workbook ${MAIN} xmlns:r="${OFFICE}/relationships"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews>` +
    `<sheets>${listed.join('')}</sheets><definedNames>${named.join('')}</definedNames></workbook>`
  )
}

function relations(sheets: number): string {
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`
  return (
    `<Relationships xmlns="${PACKAGE}/relationships">` +
    Array.from({ length: sheets }, (_, index) =>
      relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`),
    ).join('') +
    `${relation(sheets + 1, 'styles', 'styles.xml')}</Relationships>`
  )
}
