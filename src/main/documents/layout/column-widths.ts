import type { TableBlock, TableColumn } from '#shared/domain/documents/tree.ts'
import { inlineText } from '#shared/domain/wording/parts.ts'
import { textWidth, widestWord, wrapText } from './text-width.ts'

/** Space Word keeps between a cell's border and its text, each side, twips. */
export const CELL_MARGIN = 70
const PADDING = 2 * CELL_MARGIN + 40
/** A header of more lines than this looks like a tower; the column is widened until it fits. */
const HEADER_LINES = { few: 2, many: 4 } as const
/** Up to here a table counts as one of few columns. */
const FEW_COLUMNS = 8
/** A column of names is never squeezed below this. */
const NAME_MINIMUM = 2000
/** In a table of few columns names below this stand in a tower of single words; a smaller size is taken first. */
const NAME_COMFORT = 2600
/** A title of so many words ("Chỉ tiêu", "Còn lại") looks broken on two lines. */
const SHORT_TITLE_WORDS = 2
/** A table of more rows is not measured again for the looks of its titles. */
const ROWS_TRIED = 60

export interface TableMeasure {
  /** Points. */
  readonly size: number
  /** Twips, one a column, summing to the width asked for. */
  readonly widths: readonly number[]
}

/**
 * Fixed widths for every column: numbers as wide as their widest number and header need, names and notes
 * take the rest. The largest of `sizes` at which no name wraps is used; else a table of few columns
 * lets its names wrap in the largest that fits, one of many takes the smallest, where the fewest wrap. Short titles
 * stand on one line where that makes no table longer, if need be in a smaller size.
 */
export function measureTable(table: TableBlock, available: number, sizes: readonly number[]): TableMeasure {
  let fitting: TableMeasure | null = null
  let last: TableMeasure | null = null
  const few = table.columns.length <= FEW_COLUMNS
  for (const size of sizes) {
    const needs = table.columns.map((column, index) => columnNeed(table, column, index, size))
    const least = needs.reduce((sum, need) => sum + need.minimum, 0)
    const calm = needs.reduce(
      (sum, need, index) => sum + (table.columns[index]?.grows === true ? need.natural : need.minimum),
      0,
    )
    last = { size, widths: spread(table.columns, needs, available) }
    if (calm <= available) return few ? titledMeasure(table, available, sizes, last) : last
    if (least > available) continue
    fitting = few ? (fitting ?? last) : last
  }
  const chosen = (few && fitting !== null ? titledMeasure(table, available, sizes, fitting) : fitting) ?? last
  if (chosen === null) throw new Error('a rule set names at least one table size')
  return chosen
}

/**
 * The largest size at which short titles stand on one line beside the one column of names, its names comfortable and
 * in no more lines than in `plain`; `plain` where there is none.
 */
function titledMeasure(
  table: TableBlock,
  available: number,
  sizes: readonly number[],
  plain: TableMeasure,
): TableMeasure {
  const [name, ...others] = indexes(table.columns, (column) => column.grows === true)
  if (name === undefined || others.length > 0 || table.rows.length > ROWS_TRIED) return plain
  const names = bodyTexts(table, name)
  const linesIn = ({ size, widths }: TableMeasure): number =>
    names.reduce((sum, value) => sum + wrapText(value, (widths[name] ?? 0) - PADDING, size).length, 0)
  const most = linesIn(plain)
  for (const size of sizes) {
    const needs = table.columns.map((column, index) => {
      const need = columnNeed(table, column, index, size)
      const least = index === name ? Math.min(NAME_COMFORT, need.natural) : titleNeed(table, index, size)
      return { ...need, minimum: Math.max(need.minimum, least) }
    })
    if (needs.reduce((sum, need) => sum + need.minimum, 0) > available) continue
    const measure = { size, widths: spread(table.columns, needs, available) }
    if (linesIn(measure) <= most) return measure
  }
  return plain
}

/** Width at which a column's short titles stand on one line. */
function titleNeed(table: TableBlock, index: number, size: number): number {
  const short = headerTexts(table, index).filter((value) => value.split(' ').length <= SHORT_TITLE_WORDS)
  return Math.max(0, ...short.map((value) => textWidth(value, size, 'bold'))) + PADDING
}

interface Need {
  readonly minimum: number
  /** Width at which nothing of the body wraps. */
  readonly natural: number
}

function columnNeed(table: TableBlock, column: TableColumn, index: number, size: number): Need {
  const body = bodyTexts(table, index)
  const header = headerTexts(table, index)
  const headerWords = Math.max(0, ...header.map((value) => widestWord(value, size, 'bold')))
  const widestBody = Math.max(0, ...body.map((value) => textWidth(value, size, 'bold')))
  if (column.grows === true) {
    const words = Math.max(0, ...body.map((value) => widestWord(value, size, 'bold')))
    // Titles of groups may wrap; there are few of them and they are long.
    const names = Math.max(0, ...bodyTexts(table, index, 'row').map((value) => textWidth(value, size)))
    return { minimum: Math.max(headerWords, words, NAME_MINIMUM - PADDING) + PADDING, natural: names + PADDING }
  }
  // A text column that does not grow ("ĐVT") may wrap between words; a number may not.
  const bodyNeed =
    column.align === 'left' ? Math.max(0, ...body.map((value) => widestWord(value, size, 'bold'))) : widestBody
  let width = Math.max(headerWords, bodyNeed)
  const lines = table.columns.length <= FEW_COLUMNS ? HEADER_LINES.few : HEADER_LINES.many
  while (header.some((value) => wrapText(value, width, size, 'bold').length > lines)) width += 40
  return { minimum: width + PADDING, natural: Math.max(width, widestBody) + PADDING }
}

/** Header cells standing over this column alone. */
function headerTexts(table: TableBlock, index: number): string[] {
  const texts: string[] = []
  const occupied: boolean[][] = table.header.map(() => [])
  table.header.forEach((cells, row) => {
    let at = 0
    for (const cell of cells) {
      while (occupied[row]?.[at] === true) at += 1
      const columns = cell.columns ?? 1
      for (let down = 0; down < (cell.rows ?? 1); down += 1) {
        for (let across = 0; across < columns; across += 1) {
          const line = occupied[row + down]
          if (line) line[at + across] = true
        }
      }
      if (columns === 1 && at === index) texts.push(inlineText(cell.text))
      at += columns
    }
  })
  return texts
}

/** Body cells standing in this column alone, of all rows or of those of one kind. */
function bodyTexts(table: TableBlock, index: number, kind?: 'row'): string[] {
  const texts: string[] = []
  for (const row of table.rows) {
    if (kind !== undefined && row.kind !== kind) continue
    let at = 0
    for (const cell of row.cells) {
      if ((cell.columns ?? 1) === 1 && at === index) texts.push(inlineText(cell.text))
      at += cell.columns ?? 1
    }
  }
  return texts
}

/**
 * Growing columns first get what their text needs; what is left over then goes to all number columns alike,
 * so that a table of few columns does not look lopsided. Rounding is settled on the last column.
 */
function spread(columns: readonly TableColumn[], needs: readonly Need[], available: number): number[] {
  const widths = needs.map((need) => need.minimum)
  let rest = available - widths.reduce((sum, width) => sum + width, 0)
  const growing = indexes(columns, (column) => column.grows === true)
  if (rest > 0) {
    const wanted = growing.map((index) => Math.max(0, (needs[index]?.natural ?? 0) - (widths[index] ?? 0)))
    const wish = wanted.reduce((sum, value) => sum + value, 0)
    const given = Math.min(rest, wish)
    growing.forEach((index, order) => {
      widths[index] = (widths[index] ?? 0) + (wish === 0 ? 0 : Math.floor((given * (wanted[order] ?? 0)) / wish))
    })
    rest -= given
    // The ordinal column ("TT") stays narrow; it has nothing to say in a wider cell.
    const sharing = indexes(columns, (column) => column.id !== 'tt')
    sharing.forEach((index) => {
      widths[index] = (widths[index] ?? 0) + Math.floor(rest / sharing.length)
    })
  } else if (rest < 0) {
    const scale = available / (available - rest)
    widths.forEach((width, index) => {
      widths[index] = Math.floor(width * scale)
    })
  }
  const last = widths.length - 1
  widths[last] = (widths[last] ?? 0) + available - widths.reduce((sum, width) => sum + width, 0)
  return widths
}

function indexes(columns: readonly TableColumn[], keep: (column: TableColumn) => boolean): number[] {
  return columns.flatMap((column, index) => (keep(column) ? [index] : []))
}
