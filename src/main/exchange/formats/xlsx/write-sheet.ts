import { once } from 'node:events'
import fs from 'node:fs'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import {
  hasHeaderGroups,
  headerSpans,
  type SheetCell,
  type SheetLayout,
  type SheetRow,
} from '#shared/domain/table/sheet.ts'
import {
  columnLetters,
  exactShare,
  LIKE_FORMULA,
  linesIn,
  linesOf,
  numberFormat,
  serialOf,
  signFormat,
  textCell,
  WIDEST_PIXELS,
  type CellPlace,
} from './write-cells.ts'
import {
  APP_PROPERTIES,
  CONTENT_TYPES,
  coreProperties,
  HEAD,
  PACKAGE_RELATIONS,
  sheetNameOf,
  WORKBOOK_RELATIONS,
  workbookXml,
} from './write-parts.ts'
import { StyleSheet, type CellLook } from './write-styles.ts'

export interface SheetWriter {
  /** Resolves when the rows are on their way; wait for it before giving more. */
  readonly write: (rows: readonly SheetRow[]) => Promise<void>
  /** Rows so far. */
  readonly count: () => number
  /** Ends the workbook and syncs the file. Rejects with what the disk said. */
  readonly finish: () => Promise<void>
  /** Ends without a usable file; the file itself is the caller's to remove. */
  readonly abandon: () => Promise<void>
}

/** A pixel of the window in widths of the digit 0 of the sheet's font. */
const PIXELS_A_CHARACTER = 7.2
/** Height of a row, of one line; Excel allows 409 points. */
const ROW_POINTS = 16.5
const MOST_LINES = 24
/** Wider than this, a page lies on its side: a table up to here is read upright on A4. */
const UPRIGHT_PIXELS = 720

/**
 * Writes one table to a new .xlsx, rows in parts, never holding more than a part: 100,000 rows of 25 columns go
 * through in a few megabytes. The sheet is streamed into the zip; looks are collected on the way and come last.
 */
export function startSheet(file: string, layout: SheetLayout, made: Date): SheetWriter {
  const styles = new StyleSheet()
  const zip = new yazl.ZipFile()
  const sheet = new PassThrough({ highWaterMark: 1 << 20 })
  const form = new SheetForm(layout, styles)
  const disk = fs.createWriteStream(file, { flush: true })
  const written = pipeline(zip.outputStream, disk)
  // Somebody may ask only at the end; a failure in between must not bring the program down.
  written.catch(() => sheet.destroy())
  zip.addBuffer(Buffer.from(HEAD + CONTENT_TYPES), '[Content_Types].xml')
  zip.addBuffer(Buffer.from(HEAD + PACKAGE_RELATIONS), '_rels/.rels')
  zip.addBuffer(Buffer.from(HEAD + WORKBOOK_RELATIONS), 'xl/_rels/workbook.xml.rels')
  zip.addBuffer(Buffer.from(HEAD + coreProperties(layout.title, made)), 'docProps/core.xml')
  zip.addBuffer(Buffer.from(HEAD + APP_PROPERTIES), 'docProps/app.xml')
  const name = sheetNameOf(layout.title)
  zip.addBuffer(Buffer.from(HEAD + workbookXml(name, form.headerRows)), 'xl/workbook.xml')
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml', { compressionLevel: 5 })
  sheet.write(HEAD + form.top())
  let rows = 0

  const give = async (text: string): Promise<void> => {
    if (sheet.destroyed) await written
    // A disk that fails ends the waiting too.
    if (!sheet.write(text)) await Promise.race([once(sheet, 'drain'), written])
  }
  return {
    write: async (list) => {
      let text = ''
      for (const row of list) text += form.row(row)
      rows += list.length
      await give(text)
    },
    count: () => rows,
    finish: async () => {
      await give(form.bottom())
      sheet.end()
      zip.addBuffer(Buffer.from(HEAD + styles.toXml()), 'xl/styles.xml')
      zip.end()
      await written
    },
    abandon: async () => {
      sheet.destroy()
      disk.destroy()
      await written.catch(() => undefined)
    },
  }
}

/** The text of the sheet: what stands above the rows, each row, what comes after them. */
class SheetForm {
  /** First and last line of the column titles, as Excel counts. */
  readonly headerRows: { readonly first: number; readonly last: number }
  private readonly layout: SheetLayout
  private readonly styles: StyleSheet
  private readonly letters: readonly string[]
  private readonly merges: string[] = []
  private readonly known = new Map<string, number>()
  /** Lines of the row being written. */
  private lines = 1
  private readonly orientation: 'portrait' | 'landscape'
  private next = 1

  constructor(layout: SheetLayout, styles: StyleSheet) {
    this.layout = layout
    this.styles = styles
    const wide = layout.columns.reduce((sum, { width }) => sum + width, 0)
    this.orientation = wide > UPRIGHT_PIXELS ? 'landscape' : 'portrait'
    this.letters = layout.columns.map((_, index) => columnLetters(index))
    const above = (layout.office === null ? 0 : 1) + 1 + layout.notes.length + 1
    this.headerRows = { first: above + 1, last: above + (hasHeaderGroups(layout.columns) ? 2 : 1) }
  }

  top(): string {
    const { columns, frozen, office, title, notes } = this.layout
    const below = this.headerRows.last
    const corner = `${columnLetters(frozen)}${below + 1}`
    const pane = frozen > 0 ? 'bottomRight' : 'bottomLeft'
    const widths = columns.map(({ width }, index) => {
      const characters = Math.max(4, Math.round((Math.min(width, WIDEST_PIXELS) / PIXELS_A_CHARACTER) * 10) / 10)
      return `<col min="${index + 1}" max="${index + 1}" width="${characters}" customWidth="1"/>`
    })
    let text =
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
      `<sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane${frozen > 0 ? ` xSplit="${frozen}"` : ''} ySplit="${below}"` +
      ` topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>` +
      `<sheetFormatPr defaultRowHeight="${ROW_POINTS}"/><cols>${widths.join('')}</cols><sheetData>`
    if (office !== null) text += this.line(office, { format: null, bold: true })
    text += this.line(title, { format: null, bold: true, size: 14, align: 'center' }, true)
    for (const note of notes) text += this.line(note, { format: null, italic: true, align: 'center' }, true)
    this.next += 1
    return text + this.header()
  }

  row({ kind, depth, cells }: SheetRow): string {
    const number = this.next
    this.next += 1
    const isBold = kind !== 'row'
    let text = ''
    this.lines = 1
    // The first text of a row carries its depth: "LĐLĐ huyện" below "LĐLĐ tỉnh".
    const indented = depth === 0 ? -1 : this.layout.columns.findIndex(({ align }) => align === 'left')
    const { columns } = this.layout
    for (let index = 0; index < columns.length; index++) {
      const column = columns[index]
      if (column === undefined) continue
      const place: CellPlace = { column, index, isBold, indent: index === indented ? depth : 0 }
      text += this.cell(`${this.letters[index] ?? ''}${number}`, place, cells[index] ?? null)
    }
    // As tall as its longest text needs; without customHeight, so that typing later makes it fit again.
    const height = this.lines > 1 ? ` ht="${ROW_POINTS * Math.min(this.lines, MOST_LINES)}"` : ''
    return `<row r="${number}"${height}>${text}</row>`
  }

  bottom(): string {
    const last = this.letters.at(-1) ?? 'A'
    const merges = this.merges.map((ref) => `<mergeCell ref="${ref}"/>`)
    return (
      `</sheetData>` +
      (merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`) +
      `<printOptions horizontalCentered="1"/><pageMargins left="0.6" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>` +
      `<pageSetup paperSize="9" orientation="${this.orientation}" fitToWidth="1" fitToHeight="0"/>` +
      `<headerFooter><oddFooter>&amp;R&amp;P/&amp;N</oddFooter></headerFooter>` +
      // A tax code is text on purpose: no green corner shall say that it should be a number.
      `<ignoredErrors><ignoredError sqref="A1:${last}${Math.max(1, this.next - 1)}" numberStoredAsText="1"/></ignoredErrors>` +
      `</worksheet>`
    )
  }

  /** A line above the table; `across` lays it over all columns. */
  private line(text: string, look: CellLook, across = false): string {
    const number = this.next
    this.next += 1
    const last = this.letters.at(-1) ?? 'A'
    if (across && last !== 'A') this.merges.push(`A${number}:${last}${number}`)
    return `<row r="${number}">${this.text(`A${number}`, text, look)}</row>`
  }

  private header(): string {
    const { columns } = this.layout
    const { first, last } = this.headerRows
    const look: CellLook = { format: null, bold: true, align: 'center', wrap: true, border: true, fill: 'header' }
    const blank = this.styles.indexOf(look)
    this.next = last + 1
    const tall = (lines: number): string => (lines > 1 ? ` ht="${ROW_POINTS * Math.min(lines, MOST_LINES)}"` : '')
    if (first === last)
      return `<row r="${first}"${tall(Math.max(...columns.map(({ title, width }) => linesIn(title, width))))}>${columns.map(({ title }, index) => this.text(`${this.letters[index] ?? ''}${first}`, title, look)).join('')}</row>`
    const upper: string[] = []
    const lower: string[] = []
    let above = 1
    let below = 1
    for (const { group, start, count } of headerSpans(columns)) {
      for (let index = start; index < start + count; index++) {
        const letter = this.letters[index] ?? ''
        const title = columns[index]?.title ?? ''
        const empty = (row: number): string => `<c r="${letter}${row}" s="${blank}"/>`
        if (group === null) upper.push(this.text(`${letter}${first}`, title, look))
        else upper.push(index === start ? this.text(`${letter}${first}`, group, look) : empty(first))
        lower.push(group === null ? empty(last) : this.text(`${letter}${last}`, title, look))
      }
      const under = columns.slice(start, start + count)
      if (group !== null)
        above = Math.max(
          above,
          linesIn(
            group,
            under.reduce((sum, { width }) => sum + width, 0),
          ),
        )
      // A title over both lines has half its lines in each.
      const lines = Math.max(...under.map(({ title, width }) => linesIn(title, width)))
      below = Math.max(below, group === null ? Math.ceil(lines / 2) : lines)
      const from = this.letters[start] ?? ''
      if (group === null) this.merges.push(`${from}${first}:${from}${last}`)
      else if (count > 1) this.merges.push(`${from}${first}:${this.letters[start + count - 1] ?? ''}${first}`)
    }
    return `<row r="${first}"${tall(above)}>${upper.join('')}</row><row r="${last}"${tall(below)}>${lower.join('')}</row>`
  }

  private cell(ref: string, place: CellPlace, cell: SheetCell): string {
    if (cell === null || cell === '') return `<c r="${ref}" s="${this.styleOf(place, 'blank', null)}"/>`
    const { kind } = place.column
    if (typeof cell === 'object') return this.number(ref, place, cell.value, signFormat(cell.sign))
    if (typeof cell === 'number' && Number.isFinite(cell)) return this.number(ref, place, cell, '')
    const serial = kind === 'date' ? serialOf(String(cell)) : null
    if (serial !== null) return `<c r="${ref}" s="${this.styleOf(place, 'number', 'dd/mm/yyyy')}"><v>${serial}</v></c>`
    const text = String(cell)
    this.lines = Math.max(this.lines, linesOf(text, place))
    const style = this.styleOf(place, LIKE_FORMULA.test(text) ? 'quoted' : 'text', '@')
    return textCell(ref, style, text)
  }

  private number(ref: string, place: CellPlace, value: number, sign: string): string {
    const { kind } = place.column
    const style = this.styleOf(place, 'number', sign + numberFormat(kind, value))
    return `<c r="${ref}" s="${style}"><v>${kind === 'percent' ? exactShare(value) : value}</v></c>`
  }

  /** Looks are few and cells by the million: each is put together once. */
  private styleOf(
    { column, index, isBold, indent }: CellPlace,
    content: 'blank' | 'number' | 'text' | 'quoted',
    format: string | null,
  ): number {
    const key = `${index} ${isBold} ${indent} ${content} ${format}`
    let style = this.known.get(key)
    if (style === undefined) {
      style = this.styles.indexOf({
        format,
        border: true,
        ...(isBold ? { bold: true, fill: 'group' as const } : {}),
        ...(indent > 0 ? { indent } : {}),
        ...(content === 'blank' ? {} : { align: column.align }),
        ...(content === 'text' || content === 'quoted' ? { wrap: column.kind === 'text' } : {}),
        ...(content === 'quoted' ? { quoted: true } : {}),
      })
      this.known.set(key, style)
    }
    return style
  }

  private text(ref: string, text: string, look: CellLook): string {
    return textCell(ref, this.styles.indexOf(LIKE_FORMULA.test(text) ? { ...look, quoted: true } : look), text)
  }
}
