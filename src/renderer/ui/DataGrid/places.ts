import type { Column, GridApi } from 'ag-grid-community'
import type { CellPlace } from './cell-range.ts'
import { newRowId } from './grid-model.ts'

/** Id of the column of row numbers. It is no column of the data: no range, paste, filter or export knows it. */
export const ROW_NUMBERS = '#'

/** The columns of data on screen, from left to right: `CellPlace.column` counts these. */
export function shownColumns<Row>(api: GridApi<Row>): readonly Column[] {
  return api.getAllDisplayedColumns().filter((column) => column.getColId() !== ROW_NUMBERS)
}

/**
 * The empty line into which the clerk types a new row. It goes through AG Grid as a row among the others, but
 * it is no data: `cellAt` answers null for it. Its type is that of a row of whatever table it is in.
 */
export const DRAFT_ROW = Object.freeze({}) as never

/** Its id among AG Grid's rows, and what a refusal of a new row names it by. */
export const DRAFT_ID = newRowId(0)

export function isDraft(row: unknown): boolean {
  return row === DRAFT_ROW
}

/** Index of the row an element lies in; null outside the rows of data (header, totals). */
export function rowIndexOf(element: Element): number | null {
  const text = element.closest('.ag-row')?.getAttribute('row-index') ?? ''
  // Pinned rows have an index like "b-0".
  return /^\d+$/.test(text) ? Number(text) : null
}

export function cellElement<Row>(root: HTMLElement, api: GridApi<Row>, place: CellPlace): HTMLElement | null {
  const column = shownColumns(api)[place.column]
  if (column === undefined) return null
  const id = CSS.escape(column.getColId())
  return root.querySelector<HTMLElement>(`.ag-row[row-index="${place.row}"] .ag-cell[col-id="${id}"]`)
}
