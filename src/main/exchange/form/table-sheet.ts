import {
  CLEAR_WORD,
  DELETE_COLUMN,
  ID_COLUMN,
  keyMark,
  writeStamp,
  type FormBook,
  type FormColumn,
  type FormRow,
  type FormTable,
  type FormValue,
} from '#shared/domain/exchange/form/form-book.ts'
import { FORM_WORDS } from '#shared/domain/exchange/form/form-words.ts'
import { columnLetters, linesIn, numberFormat, serialOf, textCell } from '../formats/xlsx/write-cells.ts'
import { escapeXml, type CellLook, type StyleSheet } from '../formats/xlsx/write-styles.ts'
import { MAIN } from './form-parts.ts'

/** Text a program may take for a formula, the wide forms of the signs too. Numbers below zero are numbers, not text. */
const LIKE_FORMULA = /^[=+\-@\t\r＝＋－＠]/
const ROW_POINTS = 16.5
const MOST_LINES = 12
/** Wider than this, in widths of a digit, a page lies on its side. */
const UPRIGHT_WIDTH = 92
const PIXELS_A_CHARACTER = 7.2

/** The hidden column of ids, the columns of the table, and the one for marks. */
interface Layout {
  readonly keys: readonly string[]
  readonly columns: readonly FormColumn[]
  readonly letterOf: (key: string) => string
  readonly last: string
}

export interface TableSheet {
  readonly xml: string
  readonly titles: { readonly first: number; readonly last: number }
}

/**
 * One table as a protected sheet. Line by line: office, title, notes, the hidden line of keys, titles (two lines where
 * some have a common one), rows, empty rows to be filled in. Column A is hidden and holds the ids.
 */
export function writeTableSheet(
  book: FormBook,
  table: FormTable,
  styles: StyleSheet,
  listOf: (column: FormColumn) => string | null,
): TableSheet {
  const layout = layOut(table)
  const lines: string[] = []
  const merges: string[] = []
  let next = 1
  const put = (text: string, look: CellLook, isAcross: boolean): void => {
    if (isAcross && layout.last !== 'B') merges.push(`B${next}:${layout.last}${next}`)
    lines.push(`<row r="${next}">${textCell(`B${next}`, styles.indexOf(look), text)}</row>`)
    next += 1
  }
  put(book.office, { format: null, bold: true }, false)
  put(table.title, { format: null, bold: true, size: 14, align: 'center' }, true)
  for (const note of table.notes) put(note, { format: null, italic: true, align: 'center' }, true)
  const keysAt = next
  const keyLook = styles.indexOf({ format: '@' })
  const keys = layout.keys.map((key) => textCell(`${layout.letterOf(key)}${keysAt}`, keyLook, keyMark(table.key, key)))
  // The stamp stands here too, for a file in which only this sheet is left.
  const stamp = textCell(`${columnLetters(layout.keys.length)}${keysAt}`, keyLook, writeStamp(book.stamp))
  lines.push(`<row r="${keysAt}" hidden="1">${keys.join('')}${stamp}</row>`)
  next += 1
  const head = writeHead(layout, styles, next, merges)
  lines.push(...head.lines)
  const first = next
  next += head.lines.length
  const below = next
  const writer = new RowWriter(table, layout, styles)
  for (const row of table.rows) lines.push(writer.row(next++, row))
  for (let index = 0; index < table.spareRows; index++) lines.push(writer.row(next++, null))
  const last = Math.max(below, next - 1)
  const rules = writeRules(table, layout, { from: below, to: last }, listOf)
  return {
    xml: frame(book, table, layout, { below, first, last, lines, merges, rules }),
    titles: { first, last: below - 1 },
  }
}

function layOut(table: FormTable): Layout {
  const marks: readonly FormColumn[] = table.isDeletable
    ? [{ key: DELETE_COLUMN, title: FORM_WORDS.deleteTitle, kind: 'choice', isOpen: true, width: 7 }]
    : []
  const columns = [...table.columns, ...marks]
  const keys = [ID_COLUMN, ...columns.map(({ key }) => key)]
  const letters = new Map(keys.map((key, index) => [key, columnLetters(index)]))
  return {
    keys,
    columns,
    letterOf: (key) => letters.get(key) ?? 'A',
    last: columnLetters(keys.length - 1),
  }
}

function writeHead(
  { columns, letterOf }: Layout,
  styles: StyleSheet,
  row: number,
  merges: string[],
): { readonly lines: readonly string[] } {
  const look = styles.indexOf({ format: null, bold: true, align: 'center', wrap: true, border: true, fill: 'header' })
  const cell = (key: string, at: number, text: string): string => textCell(`${letterOf(key)}${at}`, look, text)
  const tall = (lines: number): string =>
    lines > 1 ? ` ht="${ROW_POINTS * Math.min(lines, MOST_LINES)}" customHeight="1"` : ''
  const linesOf = ({ title, width }: FormColumn): number => linesIn(title, width * PIXELS_A_CHARACTER)
  const id = cell(ID_COLUMN, row, FORM_WORDS.idTitle)
  if (columns.every(({ group }) => group === undefined)) {
    const titles = columns.map((column) => cell(column.key, row, column.title)).join('')
    return { lines: [`<row r="${row}"${tall(Math.max(...columns.map(linesOf)))}>${id}${titles}</row>`] }
  }
  const upper: string[] = []
  const lower: string[] = []
  columns.forEach((column, index) => {
    const { group, key, title } = column
    const isFirst = group === undefined || columns[index - 1]?.group !== group
    upper.push(cell(key, row, group === undefined ? title : isFirst ? group : ''))
    lower.push(cell(key, row + 1, group === undefined ? '' : title))
    if (group === undefined) merges.push(`${letterOf(key)}${row}:${letterOf(key)}${row + 1}`)
    else if (isFirst) {
      let end = index
      while (columns[end + 1]?.group === group) end += 1
      const last = columns[end]
      if (end > index && last !== undefined) merges.push(`${letterOf(key)}${row}:${letterOf(last.key)}${row}`)
    }
  })
  const below = Math.max(
    ...columns.map((column) => (column.group === undefined ? Math.ceil(linesOf(column) / 2) : linesOf(column))),
  )
  return {
    lines: [
      `<row r="${row}">${id}${upper.join('')}</row>`,
      `<row r="${row + 1}"${tall(below)}>${lower.join('')}</row>`,
    ],
  }
}

class RowWriter {
  private readonly table: FormTable
  private readonly layout: Layout
  private readonly styles: StyleSheet

  constructor(table: FormTable, layout: Layout, styles: StyleSheet) {
    this.table = table
    this.layout = layout
    this.styles = styles
  }

  /** `row` null: an empty one for the unit to fill in. */
  row(number: number, row: FormRow | null): string {
    const isHeading = row?.isHeading === true
    let lines = 1
    const cells = this.layout.columns.map((column) => {
      const value = row?.cells[column.key] ?? null
      if (typeof value === 'string' && column.kind === 'text')
        lines = Math.max(lines, linesIn(value, column.width * PIXELS_A_CHARACTER))
      const isOpen = !isHeading && (row === null ? (column.isOpenInNew ?? column.isOpen) : column.isOpen)
      return this.cell(`${this.layout.letterOf(column.key)}${number}`, column, value, { isOpen, isHeading })
    })
    // Where rows are added they may be sorted too, which a locked cell would forbid.
    const idLook = this.styles.indexOf({ format: '@', ...(this.table.spareRows > 0 ? { unlocked: true } : {}) })
    const id = row === null ? `<c r="A${number}" s="${idLook}"/>` : textCell(`A${number}`, idLook, row.id)
    const height = lines > 1 ? ` ht="${ROW_POINTS * Math.min(lines, MOST_LINES)}"` : ''
    return `<row r="${number}"${height}>${id}${cells.join('')}</row>`
  }

  private cell(
    ref: string,
    column: FormColumn,
    value: FormValue,
    { isOpen, isHeading }: { readonly isOpen: boolean; readonly isHeading: boolean },
  ): string {
    const base: CellLook = {
      format: emptyFormat(column),
      border: true,
      align: alignOf(column),
      ...(column.kind === 'text' || column.kind === 'choice' ? { wrap: true } : {}),
      ...(isOpen ? { unlocked: true, fill: 'input' as const } : {}),
      ...(isHeading ? { bold: true, fill: 'group' as const } : {}),
    }
    if (value === null || value === '') return `<c r="${ref}" s="${this.styles.indexOf(base)}"/>`
    if (typeof value === 'number') {
      const style = this.styles.indexOf({ ...base, format: numberFormat('number', value) })
      return `<c r="${ref}" s="${style}"><v>${value}</v></c>`
    }
    const serial = column.kind === 'date' ? serialOf(value) : null
    if (serial !== null) return `<c r="${ref}" s="${this.styles.indexOf(base)}"><v>${serial}</v></c>`
    const text = column.kind === 'choice' ? (column.choices?.find((one) => one.value === value)?.label ?? value) : value
    const look: CellLook = { ...base, format: '@', ...(LIKE_FORMULA.test(text) ? { quoted: true } : {}) }
    return textCell(ref, this.styles.indexOf(look), text)
  }
}

/** What an empty cell is ready for: a tax code typed in keeps its first zero. */
function emptyFormat({ kind }: FormColumn): string {
  if (kind === 'date') return 'dd/mm/yyyy'
  return kind === 'count' ? '#,##0' : kind === 'number' ? 'General' : '@'
}

function alignOf({ kind }: FormColumn): 'left' | 'right' | 'center' {
  if (kind === 'count' || kind === 'number') return 'right'
  return kind === 'date' || kind === 'choice' ? 'center' : 'left'
}

/** What may be typed where. Every rule lets the word through that clears a cell. */
function writeRules(
  table: FormTable,
  { columns, letterOf }: Layout,
  rows: { readonly from: number; readonly to: number },
  listOf: (column: FormColumn) => string | null,
): string {
  const rules: string[] = []
  for (const column of columns) {
    if (!column.isOpen && column.isOpenInNew !== true) continue
    const letter = letterOf(column.key)
    const area = `${letter}${rows.from}:${letter}${rows.to}`
    const cell = `${letter}${rows.from}`
    const list = listOf(column)
    if (column.key === DELETE_COLUMN)
      rules.push(rule('list', area, '"x"', FORM_WORDS.deletePrompt, FORM_WORDS.deleteError))
    else if (list !== null) rules.push(rule('list', area, list, null, FORM_WORDS.choiceError))
    else if (column.kind === 'count' || column.kind === 'number') {
      const least = column.least === undefined ? 0 : column.least
      const parts = [
        `ISNUMBER(${cell})`,
        ...(column.kind === 'count' ? [`${cell}=INT(${cell})`] : []),
        ...(least === null ? [] : [`${cell}>=${least}`]),
      ]
      // A text compared as a number would be an error, so the kind is asked first.
      const formula = `IF(ISNUMBER(${cell}),AND(${parts.join(',')}),${cell}="${CLEAR_WORD}")`
      rules.push(rule('custom', area, formula, FORM_WORDS.numberPrompt(column), FORM_WORDS.numberError(column)))
    } else if (column.kind === 'date') {
      const formula = `IF(ISNUMBER(${cell}),AND(${cell}>=1,${cell}<2958466),${cell}="${CLEAR_WORD}")`
      rules.push(rule('custom', area, formula, FORM_WORDS.datePrompt, FORM_WORDS.dateError))
    }
  }
  return rules.length === 0 || table.rows.length + table.spareRows === 0
    ? ''
    : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
}

interface Message {
  readonly title: string
  readonly text: string
}

function rule(type: 'list' | 'custom', area: string, formula: string, prompt: Message | null, error: Message): string {
  const shown =
    prompt === null
      ? ''
      : ` showInputMessage="1" promptTitle="${escapeXml(prompt.title)}" prompt="${escapeXml(prompt.text)}"`
  return (
    `<dataValidation type="${type}" errorStyle="stop" allowBlank="1"${shown} showErrorMessage="1"` +
    ` errorTitle="${escapeXml(error.title)}" error="${escapeXml(error.text)}" sqref="${area}"><formula1>${escapeXml(formula)}</formula1></dataValidation>`
  )
}

interface Written {
  /** First row under the titles. */
  readonly below: number
  /** First line of titles. */
  readonly first: number
  readonly last: number
  readonly lines: readonly string[]
  readonly merges: readonly string[]
  readonly rules: string
}

function frame(book: FormBook, table: FormTable, { columns, letterOf, last }: Layout, written: Written): string {
  const { below, merges, lines, rules } = written
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 2}" max="${index + 2}" width="${width}" customWidth="1"/>`,
  )
  const wide = columns.reduce((sum, { width }) => sum + width, 0)
  const corner = `${columnLetters(Math.min(3, columns.length))}${below}`
  const split = Math.min(3, columns.length)
  const firstOpen = columns.find(({ isOpen }) => isOpen) ?? columns[0]
  const active = `${letterOf(firstOpen?.key ?? ID_COLUMN)}${below}`
  const filter = table.spareRows > 0 ? `<autoFilter ref="B${below - 1}:${last}${Math.max(below, written.last)}"/>` : ''
  return (
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane xSplit="${split}" ySplit="${below - 1}" topLeftCell="${corner}"` +
    ` activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="${active}" sqref="${active}"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="${ROW_POINTS}"/><cols><col min="1" max="1" width="4" hidden="1" customWidth="1"/>${widths.join('')}</cols>` +
    `<sheetData>${lines.join('')}</sheetData>` +
    // Without a password: it keeps from slips of the hand, not from anybody who means it.
    `<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="0" sort="0" autoFilter="0"/>` +
    filter +
    (merges.length === 0
      ? ''
      : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`) +
    rules +
    `<printOptions horizontalCentered="1"/><pageMargins left="0.6" right="0.4" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="9" orientation="${wide > UPRIGHT_WIDTH ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>` +
    `<headerFooter><oddFooter>${escapeXml(`&L&8${FORM_WORDS.footer(book.stamp).replaceAll('&', '&&')}&R&P/&N`)}</oddFooter></headerFooter>` +
    `<ignoredErrors><ignoredError sqref="A1:${last}${written.last}" numberStoredAsText="1"/></ignoredErrors></worksheet>`
  )
}
