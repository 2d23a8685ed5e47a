import type { CellStyle, CellValue, ForeignRow, MergedArea } from '#shared/domain/exchange/foreign-sheet.ts'
import { ForeignFailure, refuseUnsafe } from '../../foreign-failure.ts'
import { LIMITS } from '../../limits.ts'
import { makeRow } from '../xlsx/worksheet.ts'
import { readXml, type Attributes } from '../xlsx/xml.ts'
import { LAST_ROW, OpenCell, repeatOf } from './cell.ts'
import type { OdsStyles } from './styles.ts'

export interface OdsSheet {
  readonly name: string
  readonly hidden: boolean
  readonly styles: readonly CellStyle[]
  readonly merges: readonly MergedArea[]
  readonly rows: readonly ForeignRow[]
}

export interface OdsContent {
  readonly sheets: readonly OdsSheet[]
  readonly hasUncomputed: boolean
  readonly isCut: boolean
  readonly hasExternalLinks: boolean
}

/** What stands in a cell and is not its text: notes, pictures with text boxes, ruby. */
const ASIDE = new Set(['annotation', 'frame', 'note', 'ruby-text', 'custom-shape', 'control'])

/**
 * Reads the content of an OpenDocument spreadsheet (OpenDocument 1.3, part 3, 9): tables of rows of cells, in which
 * rows and cells that are alike are written once with their number.
 */
export function readOdsContent(bytes: Buffer, styles: OdsStyles): OdsContent {
  const reader = new OdsReader(styles)
  readXml(bytes, {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name) => reader.close(name),
    text: (text) => reader.text(text),
  })
  const { sheets, hasUncomputed, isCut, hasExternalLinks } = reader
  return { sheets, hasUncomputed, isCut, hasExternalLinks }
}

interface OpenSheet {
  readonly name: string
  readonly hidden: boolean
  readonly styles: CellStyle[]
  readonly styleOf: Map<string, number>
  readonly merges: MergedArea[]
  readonly rows: ForeignRow[]
  /** Last column a default style holds for, and that style. */
  readonly columns: { readonly until: number; readonly style: string }[]
  isExternal: boolean
}

class OdsReader {
  readonly sheets: OdsSheet[] = []
  hasUncomputed = false
  isCut = false
  hasExternalLinks = false
  private readonly styles: OdsStyles
  private readonly budget = { cells: 0, rows: 0 }
  private sheet: OpenSheet | null = null
  /** Tables within tables: only the outermost is a sheet. */
  private tables = 0
  /** Inside something of a cell that is not its text. */
  private aside = 0
  private row = { number: 0, repeated: 1, hidden: false, style: '' }
  private column = 0
  private columnsSeen = 0
  private values: CellValue[] = []
  private looks: number[] = []
  private formulas: number[] = []
  private cell: OpenCell | null = null

  constructor(styles: OdsStyles) {
    this.styles = styles
  }

  open(name: string, attributes: Attributes): void {
    if (this.aside > 0 || (this.cell !== null && ASIDE.has(name))) {
      this.aside++
      return
    }
    if (name === 'table') {
      if (this.tables++ === 0) this.openSheet(attributes)
      return
    }
    const { sheet } = this
    if (this.tables === 0 || sheet === null) return this.styles.open(name, attributes)
    if (this.tables > 1) return
    if (this.cell !== null) return this.cell.open(name, attributes)
    if (name === 'table-source') sheet.isExternal = true
    else if (name === 'table-column') {
      const style = attributes.get('default-cell-style-name') ?? ''
      this.columnsSeen += repeatOf(attributes.get('number-columns-repeated'))
      sheet.columns.push({ until: this.columnsSeen, style })
    } else if (name === 'table-row') this.openRow(attributes)
    else if (name === 'table-cell' || name === 'covered-table-cell')
      this.cell = new OpenCell(attributes, name === 'covered-table-cell', this.styles)
  }

  close(name: string): void {
    if (this.aside > 0) {
      this.aside--
      return
    }
    if (name === 'table') {
      if (--this.tables === 0) this.closeSheet()
      return
    }
    if (this.tables === 0) return this.styles.close(name)
    if (this.tables > 1) return
    if (name === 'table-cell' || name === 'covered-table-cell') this.closeCell()
    else if (this.cell !== null) this.cell.close(name)
    else if (name === 'table-row') this.closeRow()
  }

  text(text: string): void {
    if (this.aside === 0 && this.tables === 1) this.cell?.text(text)
  }

  private openSheet(attributes: Attributes): void {
    if (this.sheets.length >= LIMITS.sheets) refuseUnsafe('quá nhiều trang tính')
    this.sheet = {
      name: attributes.get('name') ?? '',
      hidden: this.styles.isHiddenTable(attributes.get('style-name')),
      styles: [],
      styleOf: new Map(),
      merges: [],
      rows: [],
      columns: [],
      isExternal: false,
    }
    this.row = { number: 0, repeated: 1, hidden: false, style: '' }
    this.columnsSeen = 0
  }

  /** Sheets of other files that are kept beside are no sheets of this one. */
  private closeSheet(): void {
    const { sheet } = this
    this.sheet = null
    if (sheet === null) return
    if (sheet.isExternal) this.hasExternalLinks = true
    else this.sheets.push(sheet)
  }

  private openRow(attributes: Attributes): void {
    const { number, repeated } = this.row
    const visibility = attributes.get('visibility') ?? 'visible'
    this.row = {
      number: number + repeated,
      repeated: repeatOf(attributes.get('number-rows-repeated')),
      hidden: visibility !== 'visible',
      style: attributes.get('default-cell-style-name') ?? '',
    }
    // The first row follows nothing.
    if (number === 0) this.row.number = 1
    this.column = 0
    this.values = []
    this.looks = []
    this.formulas = []
  }

  private closeCell(): void {
    const { cell, sheet } = this
    this.cell = null
    if (cell === null || sheet === null) return
    const from = this.column
    this.column += cell.repeated
    const value = cell.finish()
    if (cell.hasFormula && value === null) this.hasUncomputed = true
    if (cell.spans !== null && sheet.merges.length < LIMITS.merges)
      sheet.merges.push({
        top: this.row.number,
        left: from,
        bottom: Math.min(this.row.number + cell.spans.rows - 1, LAST_ROW),
        right: from + cell.spans.columns - 1,
      })
    if (value === null && !cell.hasFormula) return
    if (this.column > LIMITS.columns) this.isCut = true
    const look = this.lookIndex(sheet, cell.style, from)
    for (let column = from; column < Math.min(this.column, LIMITS.columns); column++) {
      while (this.values.length < column) {
        this.values.push(null)
        this.looks.push(0)
      }
      this.values[column] = value
      this.looks[column] = look
      if (cell.hasFormula) this.formulas.push(column)
    }
  }

  /** A cell without a style of its own looks as its row says, else as its column. */
  private lookIndex(sheet: OpenSheet, own: string, column: number): number {
    const style = own || this.row.style || (sheet.columns.find(({ until }) => column < until)?.style ?? '')
    const known = sheet.styleOf.get(style)
    if (known !== undefined) return known
    const index = sheet.styles.push(this.styles.lookOf(style)) - 1
    sheet.styleOf.set(style, index)
    return index
  }

  private closeRow(): void {
    const { sheet, row, budget } = this
    const filled = this.values.filter((value) => value !== null).length
    if (sheet === null || this.values.length === 0) return
    for (let count = 0; count < row.repeated; count++) {
      budget.cells += filled
      if (budget.cells > LIMITS.cells)
        throw new ForeignFailure('FILE_TOO_LARGE', { limit: `${LIMITS.cells / 1_000_000} triệu ô` })
      if (++budget.rows > LIMITS.rows)
        throw new ForeignFailure('FILE_TOO_LARGE', { limit: `${LIMITS.rows / 1000} nghìn dòng` })
      sheet.rows.push(makeRow(row.number + count, row.hidden, this.values, this.looks, this.formulas))
    }
  }
}
