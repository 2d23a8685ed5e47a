import type { ClipboardCell } from './clipboard-cell.ts'
import { cellOfFormat, cellOfNumber, readCellFormat, type CellFormat } from './clipboard-format.ts'
import { CellText } from './clipboard-html-text.ts'
import { addClassStyles, styleOf, type ClassStyles } from './clipboard-html-style.ts'
import { decodeEntities } from './clipboard-html-entities.ts'
import { readHtmlTokens } from './clipboard-html-tokens.ts'

/** Tables of a copied page or spreadsheet. */
export interface HtmlTable {
  readonly rows: readonly (readonly ClipboardCell[])[]
  /** The first row is made of header cells (<th>). */
  readonly headed: boolean
  /** Words stand around the tables: not all of what was copied is in `rows`. */
  readonly wordsAround: boolean
}

/** More than this is no copy of anybody's; rows beyond are left out. */
const MOST_CELLS = 4_000_000

interface OpenCell {
  readonly text: CellText
  readonly attributes: ReadonlyMap<string, string>
  readonly format: CellFormat | null
  readonly hidden: boolean
  readonly isHeader: boolean
  readonly nested: OpenTable[]
}

interface OpenRow {
  readonly hidden: boolean
  readonly cells: OpenCell[]
}

interface OpenTable {
  readonly rows: OpenRow[]
  /** By place: whether <col> hides the column. */
  readonly hiddenColumns: boolean[]
  row: OpenRow | null
  cell: OpenCell | null
}

/**
 * Reads the tables of copied HTML as Excel, LibreOffice, Google Sheets, Word and pages write them: merged cells
 * take their room with the text in the first, <br> and paragraphs are newlines, hidden rows, columns and cells
 * are left out, values come from x:num, sdval or data-sheets-value where they are given. Null when there is no
 * table with a cell.
 */
export function readHtmlTable(html: string): HtmlTable | null {
  if (!/<t[dh][\s>]/i.test(html)) return null
  const styles: ClassStyles = new Map()
  const top: OpenTable[] = []
  const stack: OpenTable[] = []
  let around = false
  /** Inside an element that is not shown: its name and how many of that name are open. */
  let unseen: { readonly name: string; depth: number } | null = null

  for (const token of readHtmlTokens(html)) {
    if (token.kind === 'style') {
      addClassStyles(styles, token.text)
      continue
    }
    if (unseen !== null) {
      if (token.kind === 'open' && token.name === unseen.name && !token.selfClosed) unseen.depth += 1
      else if (token.kind === 'close' && token.name === unseen.name) {
        unseen.depth -= 1
        if (unseen.depth === 0) unseen = null
      }
      continue
    }
    const table = stack.at(-1)
    if (token.kind === 'text') {
      if (table?.cell !== null && table?.cell !== undefined) table.cell.text.add(token.text)
      else if (!around && /[^\s]/.test(decodeEntities(token.text))) around = true
      continue
    }
    const { name } = token
    if (token.kind === 'close') {
      if (table === undefined) continue
      if (name === 'td' || name === 'th') table.cell = null
      else if (name === 'tr') closeRow(table)
      else if (name === 'table') {
        closeRow(table)
        stack.pop()
        // Where it stands in a cell of a larger table, its words are that cell's.
        const around = stack.at(-1)?.cell
        if (around !== null && around !== undefined)
          around.text.addLines(layOut(table).map((row) => row.map(({ text }) => text).join(' ')))
      } else table.cell?.text.close(name)
      continue
    }
    const { attributes } = token
    if (name === 'table') {
      const opened: OpenTable = { rows: [], hiddenColumns: [], row: null, cell: null }
      if (table === undefined) top.push(opened)
      else if (table.cell !== null) {
        table.cell.nested.push(opened)
        table.cell.text.open('div')
      } else continue
      stack.push(opened)
    } else if (table === undefined) continue
    else if (name === 'col') {
      const { hidden } = styleOf(attributes, styles)
      const count = numberOf(attributes.get('span'), 1, 16_384)
      for (let at = 0; at < count; at += 1) table.hiddenColumns.push(hidden)
    } else if (name === 'tr') {
      closeRow(table)
      table.row = { hidden: styleOf(attributes, styles).hidden, cells: [] }
      table.rows.push(table.row)
    } else if (name === 'td' || name === 'th') {
      if (table.row === null) {
        table.row = { hidden: false, cells: [] }
        table.rows.push(table.row)
      }
      const { hidden, format } = styleOf(attributes, styles)
      table.cell = { text: new CellText(), attributes, format, hidden, isHeader: name === 'th', nested: [] }
      table.row.cells.push(table.cell)
    } else if (table.cell !== null) {
      if (!token.selfClosed && !CellText.isVoid(name) && styleOf(attributes, styles).hidden) unseen = { name, depth: 1 }
      else table.cell.text.open(name)
    }
  }
  const chosen = chooseTables(top)
  const rows = chosen.flatMap(layOut)
  if (!rows.some((row) => row.length > 0)) return null
  const [first] = chosen[0]?.rows.filter((row) => !row.hidden && row.cells.length > 0) ?? []
  return { rows, headed: first?.cells.every((cell) => cell.isHeader) === true, wordsAround: around }
}

function closeRow(table: OpenTable): void {
  table.cell = null
  table.row = null
}

/** A page may hold its table inside another that only places it: one cell, and the table in it. */
function chooseTables(tables: readonly OpenTable[]): readonly OpenTable[] {
  const filled = tables.filter((table) => table.rows.some((row) => row.cells.length > 0))
  return filled.flatMap((table) => {
    const cells = table.rows
      .flatMap((row) => row.cells)
      .filter((cell) => cell.nested.length > 0 || cell.text.read() !== '')
    const [only] = cells
    return cells.length === 1 && only !== undefined && only.nested.length > 0 ? chooseTables(only.nested) : [table]
  })
}

/** Cells at their places, merged ones taking theirs; what is hidden is taken out. */
function layOut(table: OpenTable): ClipboardCell[][] {
  const grid: ClipboardCell[][] = []
  /** By column: rows still covered by a merged cell above. */
  const covered: number[] = []
  let count = 0
  for (const row of table.rows) {
    const line: ClipboardCell[] = []
    let column = 0
    const skipCovered = (): void => {
      while ((covered[column] ?? 0) > 0) {
        covered[column] = (covered[column] ?? 0) - 1
        line[column] = EMPTY
        column += 1
      }
    }
    for (const cell of row.cells) {
      skipCovered()
      const wide = numberOf(cell.attributes.get('colspan'), 1, 1000)
      const tall = numberOf(cell.attributes.get('rowspan'), 1, 65_534)
      const read = cell.hidden ? null : readCell(cell)
      if (read === null) continue
      for (let across = 0; across < wide; across += 1) {
        line[column] = across === 0 ? read : EMPTY
        if (tall > 1) covered[column] = tall - 1
        column += 1
      }
    }
    while (column < covered.length) {
      if ((covered[column] ?? 0) > 0) {
        covered[column] = (covered[column] ?? 0) - 1
        line[column] ??= EMPTY
      }
      column += 1
    }
    if (row.hidden || line.length === 0) continue
    const whole = Array.from(line, (cell: ClipboardCell | undefined) => cell ?? EMPTY)
    const shown = table.hiddenColumns.includes(true) ? whole.filter((_, at) => table.hiddenColumns[at] !== true) : whole
    count += shown.length
    if (count > MOST_CELLS) break
    grid.push(shown)
  }
  return grid
}

const EMPTY: ClipboardCell = { text: '' }

function readCell({ text, attributes, format }: OpenCell): ClipboardCell {
  const shown = text.read()
  if (attributes.size === 0 || shown === '') return { text: shown }
  const sdval = attributes.get('sdval')
  if (sdval !== undefined) {
    // "1033;0;#,##0": language of the value (it may have a decimal comma), language of the format, format.
    const [, , ...code] = (attributes.get('sdnum') ?? '').split(';')
    return cellOfNumber(shown, Number(sdval.replace(',', '.')), readCellFormat(code.join(';')))
  }
  const num = attributes.get('x:num')
  if (num !== undefined) {
    const value = num === '' ? Number(shown.replaceAll(',', '')) : Number(num)
    return cellOfNumber(shown, value, format ?? readCellFormat(''))
  }
  const sheets = attributes.get('data-sheets-value')
  if (sheets !== undefined) {
    const value = numberOfSheets(sheets)
    if (value !== null) return cellOfNumber(shown, value, formatOfSheets(attributes.get('data-sheets-numberformat')))
  }
  return format === null ? { text: shown } : cellOfFormat(shown, format)
}

/** Google Sheets: {"1":3,"3":1348} is a number, {"1":2,"2":"…"} a text. */
function numberOfSheets(json: string): number | null {
  const value = /^\{"1":3,"3":(-?[\d.]+(?:[eE][-+]?\d+)?)\}$/.exec(json.trim())?.[1]
  return value === undefined ? null : Number(value)
}

/** {"1":5,"2":"dd/mm/yyyy"}: 5 is a date, 7 a date with its time. */
function formatOfSheets(json: string | undefined): CellFormat {
  const [, kind = '', code = ''] = /"1":(\d+)(?:,"2":"([^"]*)")?/.exec(json ?? '') ?? []
  return readCellFormat(kind === '5' || kind === '7' ? code || 'Short Date' : code)
}

function numberOf(text: string | undefined, least: number, most: number): number {
  const value = text === undefined ? least : Number.parseInt(text, 10)
  return Number.isFinite(value) ? Math.min(Math.max(value, least), most) : least
}
