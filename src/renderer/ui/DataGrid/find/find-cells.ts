import { findInCell, makeMatcher, replaceInCell, type FindQuery, type TextMatcher } from '#shared/domain/table/find.ts'
import { formatCell } from '../cell-text.ts'
import type { CellText, WriterSetup } from '../cell-writer.ts'
import { readTexts, type ReadTexts } from '../cell-writer.ts'
import { shownValue, type ColumnContext } from '../column-defs.ts'
import type { GridColumn } from '../column.ts'
import type { ReplacedCell } from '../grid-model.ts'

/** One place where something was found. `row` counts from 0 in the view. */
export interface FoundCell {
  readonly row: number
  /** Null in tables that come by pages. */
  readonly rowId: string | null
  readonly column: string
}

/** A cell as one would type it, and as it stands there. */
export function cellTexts<Row>(
  column: GridColumn<Row>,
  row: Row,
  context: ColumnContext<Row>,
): { readonly typed: string; readonly shown: string } {
  const value = shownValue(column, row, context)
  const shown = column.display?.(row) ?? formatCell(column, value)
  const isNumber = typeof value === 'number' && column.kind !== 'percent'
  return { typed: isNumber ? String(value).replace('.', ',') : shown, shown }
}

/** Along each row, row by row, in the columns given. */
export function findInRows<Row>(
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
  query: FindQuery,
  context: ColumnContext<Row>,
): readonly FoundCell[] {
  const matcher = makeMatcher(query)
  return rows.flatMap((row, index) =>
    columns.flatMap((column): FoundCell[] => {
      const { typed, shown } = cellTexts(column, row, context)
      return findInCell(matcher, typed, shown) ? [{ row: index, rowId: context.rowId(row), column: column.id }] : []
    }),
  )
}

export interface ReplacePlan<Row> {
  readonly read: ReadTexts<Row>
  readonly changes: readonly ReplacedCell[]
}

/** What replacing would do: nothing is written. Cells that come to the same are left out. */
export function planReplace<Row>(
  setup: Pick<WriterSetup<Row>, 'context'>,
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
  query: FindQuery,
  by: string,
): ReplacePlan<Row> {
  const { context } = setup
  const matcher = makeMatcher(query)
  const places = new Map<string, number>()
  const texts: CellText<Row>[] = []
  rows.forEach((row, index) => {
    places.set(context.rowId(row), index)
    for (const column of columns) {
      const text = replacedText(matcher, column, row, by, context)
      if (text !== null) texts.push({ row, column, text })
    }
  })
  const read = readTexts(setup, texts)
  const list = (cell: CellText<Row>, reason: string | null): ReplacedCell => ({
    row: places.get(context.rowId(cell.row)) ?? 0,
    column: cell.column.id,
    before: cellTexts(cell.column, cell.row, context).shown,
    after: cell.text,
    reason,
  })
  const byId = new Map(texts.map((cell) => [`${context.rowId(cell.row)}\u0000${cell.column.id}`, cell]))
  const changes = [
    ...read.edits.flatMap((edit) => {
      const cell = byId.get(`${edit.rowId}\u0000${edit.column}`)
      return cell === undefined
        ? []
        : [{ ...list(cell, null), after: formatCell(cell.column, edit.value) || edit.text }]
    }),
    ...read.refused.map((cell) => list(cell, cell.reason)),
  ].toSorted((a, b) => a.row - b.row)
  return { read, changes }
}

export function replacedText<Row>(
  matcher: TextMatcher,
  column: GridColumn<Row>,
  row: Row,
  by: string,
  context: ColumnContext<Row>,
): string | null {
  const { typed, shown } = cellTexts(column, row, context)
  return replaceInCell(matcher, typed, shown, by)
}
