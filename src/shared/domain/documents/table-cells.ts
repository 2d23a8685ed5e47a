import { foldText } from '../text/fold.ts'
import { type Inline, inlineText } from '../wording/parts.ts'
import type { FieldBook, Template } from './draft-fields.ts'
import { toTemplate } from './draft-fields.ts'
import { type CellLine, readCellLine, readLines } from './draft-lines.ts'
import type { HeaderCell, TableBlock, TableCell } from './tree.ts'

/** A cell whose words a clerk may change, by row and column names that are the same on every day. */
export interface WordCell {
  readonly table: string
  readonly row: string
  readonly column: string
  /** "LĐLĐ huyện An Lạc" */
  readonly rowName: string
  /** Its column's heading. */
  readonly columnName: string
  /** As composed, its figures as fields. */
  readonly text: Template
}

/** A cell with the column it begins in. */
interface Placed<C> {
  readonly cell: C
  readonly column: string
}

/** Cells that say something in words: numbers and dashes are data, and stay so. */
export function wordCells(tables: readonly TableBlock[], book: FieldBook): WordCell[] {
  return tables.flatMap((table) =>
    rowsOf(table).flatMap(({ key, name, cells }) =>
      cells
        .filter(({ cell }) => hasWords(cell.text))
        .map(({ cell, column }) => ({
          table: table.id,
          row: key,
          column,
          rowName: name,
          columnName: headingOf(table, column),
          text: toTemplate(cell.text, book),
        })),
    ),
  )
}

/** The changed cells a section's text holds. */
export function changedCells(text: string): CellLine[] {
  return readLines(text).flatMap((line) => (line.kind === 'cell' ? (readCellLine(line.text) ?? []) : []))
}

/**
 * The table with the clerk's words in its cells; everything else is as composed for the day. A change of a row or
 * column that is not there on this day is told.
 */
export function withCells(
  table: TableBlock,
  changes: readonly CellLine[],
  bind: (template: Template) => Inline,
): { readonly table: TableBlock; readonly missing: readonly string[] } {
  const own = changes.filter((change) => change.table === table.id)
  if (own.length === 0) return { table, missing: [] }
  const wanted = new Map(own.map((change) => [`${change.row} ${change.column}`, change]))
  const texts = new Map<HeaderCell | TableCell, Inline>()
  for (const { key, cells } of rowsOf(table))
    for (const { cell, column } of cells) {
      const change = wanted.get(`${key} ${column}`)
      if (change === undefined) continue
      texts.set(cell, bind(change.text))
      wanted.delete(`${key} ${column}`)
    }
  const put = <C extends HeaderCell | TableCell>(cell: C): C => {
    const text = texts.get(cell)
    return text === undefined ? cell : { ...cell, text }
  }
  return {
    table: {
      ...table,
      header: table.header.map((cells) => cells.map(put)),
      rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(put) })),
    },
    missing: [...wanted.keys()],
  }
}

interface NamedRow {
  readonly key: string
  readonly name: string
  readonly cells: readonly Placed<HeaderCell | TableCell>[]
}

/** Head rows by their order; body rows by what they name, so that a row keeps its words when others come or go. */
function rowsOf(table: TableBlock): NamedRow[] {
  const used = new Map<string, number>()
  const head = table.header.map((cells, at): NamedRow => {
    const starts = headStarts(table, at)
    const key = `tieu-de-${at + 1}`
    return {
      key,
      name: 'Tiêu đề bảng',
      cells: cells.map((cell, index) => ({ cell, column: table.columns[starts[index] ?? 0]?.id ?? '' })),
    }
  })
  const naming = Math.max(
    0,
    table.columns.findIndex(({ grows }) => grows === true),
  )
  const body = table.rows.map((row): NamedRow => {
    let at = 0
    const cells = row.cells.map((cell): Placed<TableCell> & { readonly at: number } => {
      const start = at
      at += cell.columns ?? 1
      return { cell, column: table.columns[start]?.id ?? '', at: start }
    })
    const named = cells.find((one) => one.at === naming) ?? cells.findLast((one) => one.at < naming) ?? cells[0]
    const name = named === undefined ? '' : inlineText(named.cell.text)
    const wanted = `${row.kind === 'row' ? '' : `${row.kind}-`}${keyOf(name)}`
    const order = (used.get(wanted) ?? 0) + 1
    used.set(wanted, order)
    return { key: order === 1 ? wanted : `${wanted}-${order}`, name, cells }
  })
  return [...head, ...body]
}

/** Columns the cells of a head row begin in, past those that reach down from the rows above. */
function headStarts(table: TableBlock, row: number): number[] {
  const taken = new Set<string>()
  let starts: number[] = []
  table.header.slice(0, row + 1).forEach((cells, at) => {
    let column = 0
    starts = cells.map((cell) => {
      while (taken.has(`${at}:${column}`)) column += 1
      const start = column
      const columns = cell.columns ?? 1
      for (let down = 1; down < (cell.rows ?? 1); down += 1)
        for (let across = 0; across < columns; across += 1) taken.add(`${at + down}:${start + across}`)
      column += columns
      return start
    })
  })
  return starts
}

function headingOf(table: TableBlock, column: string): string {
  for (let row = table.header.length - 1; row >= 0; row -= 1) {
    const starts = headStarts(table, row)
    const at = starts.findIndex((start) => table.columns[start]?.id === column)
    const cell = table.header[row]?.[at]
    if (cell !== undefined) return inlineText(cell.text)
  }
  return column
}

function hasWords(text: Inline): boolean {
  return text.some((part) => !('figure' in part) && /\p{L}/u.test('text' in part ? part.text : inlineText([part])))
}

function keyOf(name: string): string {
  return foldText(name)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 80)
}
