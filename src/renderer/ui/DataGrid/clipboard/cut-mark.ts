import type { RangeBounds } from '../cell-range.ts'
import { columnsOf, rowAt, type CellText } from '../cell-writer.ts'
import type { GridHands } from '../hands.ts'
import { readRows } from './load-rows.ts'

/** A range that was cut and waits for being pasted. Nothing has changed yet. */
export interface CutMark {
  /** The same as in the clipboard: another copy, here or elsewhere, ends the cut. */
  readonly token: string
  /** Ids, so that a new order of rows moves the frame along; null for rows that were not all loaded. */
  readonly rowIds: readonly string[] | null
  readonly columns: readonly string[]
  readonly bounds: RangeBounds
  readonly view: unknown
}

export function markCut<Row>(hands: GridHands<Row>, bounds: RangeBounds, token: string): CutMark {
  const ids: string[] = []
  let isLoaded = true
  for (let at = bounds.top; at <= bounds.bottom && isLoaded; at += 1) {
    const row = rowAt(hands.setup.api, at)
    if (row === null) isLoaded = false
    else ids.push(hands.setup.context.rowId(row))
  }
  return {
    token,
    rowIds: isLoaded ? ids : null,
    columns: columnsOf(hands.setup, bounds.left, bounds.right).map(({ id }) => id),
    bounds,
    view: hands.view(),
  }
}

/** The cells to be emptied when the cut is pasted; null when the table has changed too much to know them. */
export async function cellsOfCut<Row>(hands: GridHands<Row>, mark: CutMark): Promise<readonly CellText<Row>[] | null> {
  const { api, columns, context } = hands.setup
  if (!context.canWrite || mark.view !== hands.view()) return null
  const known = mark.rowIds?.map((id) => api.getRowNode(id)?.data)
  const isKnown = known?.every((row) => row !== undefined) === true
  // Rows of a source that were not loaded are known by their places in the same view.
  if (!isKnown && hands.props().source === undefined) return null
  const count = mark.bounds.bottom - mark.bounds.top + 1
  const rows = isKnown ? known.filter((row) => row !== undefined) : await readRows(hands, mark.bounds.top, count)
  const taken = mark.columns.flatMap((id) => columns.get(id) ?? []).filter(({ edit }) => edit !== undefined)
  return rows.flatMap((row) => taken.map((column) => ({ row, column, text: '' })))
}
