import { parseDecimal } from '#shared/domain/results/parse-value.ts'
import { parseDateText } from '#shared/domain/text/parse-date.ts'
import { formatHtmlTable, type CopiedCell } from '#shared/domain/table/clipboard-html-write.ts'
import { formatTsv } from '#shared/domain/table/clipboard-tsv.ts'
import { isIsoDate } from '#shared/kit/dates.ts'
import type { RangeBounds } from '../cell-range.ts'
import { copyCell } from '../cell-text.ts'
import { columnsOf, rowAt, textOfCell } from '../cell-writer.ts'
import { flattenColumns, isNumeric, type CellValue, type ColumnKind, type GridColumn } from '../column.ts'
import { shownValue } from '../column-defs.ts'
import type { GridHands } from '../hands.ts'

export interface CopiedRange {
  readonly text: string
  readonly html: string | null
}

/** A page of more cells than this takes programs minutes to read; the plain table goes alone then. */
const MOST_HTML_CELLS = 200_000

/** The cells of a range whose rows are all loaded; null when some are not. */
export function readLoadedCells<Row>({ setup }: GridHands<Row>, bounds: RangeBounds): CopiedCell[][] | null {
  const columns = columnsOf(setup, bounds.left, bounds.right)
  const rows: CopiedCell[][] = []
  for (let at = bounds.top; at <= bounds.bottom; at += 1) {
    const row = rowAt(setup.api, at)
    if (row === null) return null
    rows.push(
      columns.map((column) => {
        const text = textOfCell(column, row, setup.context)
        // Words in place of the value ("còn 120 chưa giao", "hơn 7.000") are what is copied.
        if (column.display?.(row) !== null && column.display !== undefined) return { text }
        return cellOfValue(column.kind, text, shownValue(column, row, setup.context))
      }),
    )
  }
  return rows
}

function cellOfValue(kind: ColumnKind, text: string, value: CellValue): CopiedCell {
  if (typeof value === 'number' && isNumeric(kind))
    return { text, value: { kind: kind === 'percent' ? 'percent' : 'number', number: value } }
  if (kind === 'date' && typeof value === 'string' && isIsoDate(value))
    return { text, value: { kind: 'date', date: value } }
  return { text }
}

/** Texts the backend gave for rows that are not loaded, with the values their columns have. */
export function cellsOfTexts<Row>(
  columns: readonly GridColumn<Row>[],
  texts: readonly (readonly string[])[],
): CopiedCell[][] {
  return texts.map((line) => line.map((text, at) => cellOfText(columns[at]?.kind ?? 'text', text)))
}

/** The backend shows "1.348"; a copy goes without the dot, as that of a loaded row does. */
function cellOfText(kind: ColumnKind, text: string): CopiedCell {
  if (text === '') return { text }
  if (isNumeric(kind)) {
    const number = parseDecimal(text.replace(/ ?%$/, ''))
    return number === null ? { text } : cellOfValue(kind, copyCell({ kind }, number), number)
  }
  if (kind !== 'date') return { text }
  const parsed = parseDateText(text)
  return parsed.kind === 'day' ? cellOfValue(kind, text, parsed.date) : { text }
}

/** Both forms of a table for the clipboard. */
export function formatCopy(
  rows: readonly (readonly CopiedCell[])[],
  titles: readonly string[] | null,
  token: string,
): CopiedRange {
  const lines = rows.map((cells) => cells.map(({ text }) => text))
  const text = formatTsv(titles === null ? lines : [titles, ...lines])
  const cells = rows.length * (rows[0]?.length ?? 0)
  if (cells > MOST_HTML_CELLS) return { text, html: null }
  return { text, html: formatHtmlTable({ rows, token, ...(titles === null ? {} : { titles }) }) }
}

/** Titles of a range's columns as they are copied: those under a common title carry it before their own. */
export function copiedTitles<Row>(hands: GridHands<Row>, bounds: RangeBounds): string[] {
  const names = titlesByColumn(hands)
  return columnsOf(hands.setup, bounds.left, bounds.right).map(({ id, title }) => names.get(id)?.[0] ?? title)
}

/** Everything each column may be called in a pasted header line; the first is the one that is copied. */
export function titlesByColumn<Row>({ props }: GridHands<Row>): ReadonlyMap<string, readonly string[]> {
  const { columns } = props()
  const names = new Map<string, string[]>()
  for (const column of flattenColumns(columns)) names.set(column.id, [column.title, column.titleHint ?? column.title])
  for (const group of columns) {
    if (!('columns' in group)) continue
    for (const { id, title } of group.columns)
      names.set(id, [`${group.title} – ${title}`, title, `${group.titleHint ?? group.title} – ${title}`])
  }
  return names
}
