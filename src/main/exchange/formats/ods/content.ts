import type { CellStyle, CellValue, ForeignRow, MergedArea } from '#shared/domain/exchange/foreign-sheet.ts'
import { addDays, daysBetween, isIsoDate } from '#shared/kit/dates.ts'
import { ForeignFailure, refuseUnsafe } from '../../foreign-failure.ts'
import { LIMITS } from '../../limits.ts'
import { makeRow } from '../xlsx/worksheet.ts'
import { readXml, type Attributes } from '../xlsx/xml.ts'
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

const LAST_ROW = 1_048_576
/** What stands in a cell and is not its text: notes, pictures with text boxes, ruby. */
const ASIDE = new Set(['annotation', 'frame', 'note', 'ruby-text', 'custom-shape', 'control'])
const ERROR = /^(?:#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)|Err:\d{3})$/

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

/** One cell, or several that are alike. Text may be in pieces of several fonts. */
class OpenCell {
  readonly repeated: number
  readonly style: string
  readonly hasFormula: boolean
  readonly spans: { readonly rows: number; readonly columns: number } | null
  private readonly styles: OdsStyles
  private readonly isCovered: boolean
  private readonly type: string | undefined
  private readonly stated: string | undefined
  private readonly runs: { text: string; font: string | null }[] = []
  private readonly fonts: (string | null)[] = []
  private paragraphs = 0
  private inParagraph = false
  private length = 0

  constructor(attributes: Attributes, isCovered: boolean, styles: OdsStyles) {
    this.styles = styles
    this.isCovered = isCovered
    this.repeated = repeatOf(attributes.get('number-columns-repeated'))
    this.style = attributes.get('style-name') ?? ''
    this.hasFormula = attributes.get('formula') !== undefined
    this.type = attributes.get('value-type')
    this.stated = attributes.get(
      this.type === 'date' || this.type === 'time' || this.type === 'boolean' || this.type === 'string'
        ? `${this.type}-value`
        : 'value',
    )
    const rows = repeatOf(attributes.get('number-rows-spanned'))
    const columns = repeatOf(attributes.get('number-columns-spanned'))
    this.spans = rows > 1 || columns > 1 ? { rows, columns } : null
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'p' || name === 'h') {
      if (this.paragraphs++ > 0) this.add('\n')
      this.inParagraph = true
    } else if (name === 'span') this.fonts.push(this.styles.fontOfText(attributes.get('style-name')))
    else if (name === 's') this.add(' '.repeat(Math.min(repeatOf(attributes.get('c')), 1000)))
    else if (name === 'tab') this.add('\t')
    else if (name === 'line-break') this.add('\n')
  }

  close(name: string): void {
    if (name === 'p' || name === 'h') this.inParagraph = false
    else if (name === 'span') this.fonts.pop()
  }

  text(text: string): void {
    // Spaces in a row are written as elements; line ends and indents of the file itself mean one space.
    if (this.inParagraph) this.add(text.replace(/[\t\n\r ]+/g, ' '))
  }

  private add(text: string): void {
    const room = LIMITS.cellText - this.length
    if (room <= 0 || text === '') return
    const kept = text.slice(0, room)
    this.length += kept.length
    const font = this.fonts.findLast((one) => one !== null) ?? null
    const last = this.runs.at(-1)
    if (last?.font === font) last.text += kept
    else this.runs.push({ text: kept, font })
  }

  finish(): CellValue {
    if (this.isCovered) return null
    const text = this.runs.map((run) => run.text).join('')
    if (this.hasFormula && ERROR.test(text)) return { error: text }
    switch (this.type) {
      case 'float':
      case 'currency':
      case 'percentage':
        return readNumber(this.stated, text)
      case 'date':
        return readDate(this.stated, text)
      case 'time':
        return readTime(this.stated) ?? (text === '' ? null : text)
      case 'boolean':
        return this.stated === 'true'
      default:
        if (text === '') return this.stated === undefined || this.stated === '' ? null : this.stated
        return this.runs.some(({ font }) => font !== null) ? { runs: this.runs } : text
    }
  }
}

function repeatOf(text: string | undefined): number {
  const count = Number(text ?? 1)
  return Number.isInteger(count) && count >= 1 ? Math.min(count, LAST_ROW) : 1
}

function readNumber(stated: string | undefined, text: string): CellValue {
  const number = stated === undefined || stated.trim() === '' ? Number.NaN : Number(stated)
  if (Number.isFinite(number)) return number
  return text === '' ? null : text
}

/** "2024-06-30", "2024-06-30T00:00:00": the serial is that of the 1900 system, which has a 29/02/1900. */
function readDate(stated: string | undefined, text: string): CellValue {
  const day = (stated ?? '').slice(0, 10)
  if (!isIsoDate(day) || day < '1900-01-01') return text === '' ? null : text
  const serial = daysBetween(day < '1900-03-01' ? addDays('1899-12-30', 1) : '1899-12-30', day)
  return { date: day, serial }
}

/** "PT08H30M00S" as the part of a day it is. */
function readTime(stated: string | undefined): number | null {
  const found = /^PT(\d{1,9})H(\d{1,9})M(\d{1,9}(?:\.\d{1,9})?)S$/.exec(stated ?? '')
  if (found === null) return null
  const [, hours = '0', minutes = '0', seconds = '0'] = found
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400
}
