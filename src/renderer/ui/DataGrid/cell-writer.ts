import type { GridApi } from 'ag-grid-community'
import { gridText } from '#renderer/text/grid.ts'
import { CellStates } from './cell-states.ts'
import { copyCell, parseCell } from './cell-text.ts'
import { isEditable, shownValue, type ColumnContext } from './column-defs.ts'
import type { RangeBounds, CellPlace } from './cell-range.ts'
import type { GridColumn } from './column.ts'
import type { CellEdit, EditOrigin, WriteCells } from './grid-model.ts'

/** Text for one cell, as typed or pasted. */
export interface CellText<Row> {
  readonly row: Row
  readonly column: GridColumn<Row>
  readonly text: string
}

export interface WriterSetup<Row> {
  readonly api: GridApi<Row>
  readonly columns: ReadonlyMap<string, GridColumn<Row>>
  readonly context: ColumnContext<Row>
  readonly write: WriteCells<Row>
  /** Called when marks of cells changed: something is on its way, taken or refused. */
  readonly onStatesChanged: () => void
}

/**
 * From text to data: reads each cell by its column, marks the wrong ones with the reason, sends the right ones
 * as one step and shows them at once. Answers how many cells were only to be looked at.
 */
export async function writeTexts<Row>(
  setup: WriterSetup<Row>,
  texts: readonly CellText<Row>[],
  origin: EditOrigin,
): Promise<{ readonly readOnly: number }> {
  const { context, write, onStatesChanged } = setup
  const { states, rowId } = context
  const edits: CellEdit<Row>[] = []
  let readOnly = 0
  for (const { row, column, text } of texts) {
    if (!isEditable(column, row, context)) {
      readOnly += 1
      continue
    }
    const id = rowId(row)
    const parsed = column.edit?.parse?.(text, row) ?? parseCell(column, text)
    if (!parsed.ok) {
      states.refuse(id, column.id, { text, reason: parsed.reason })
      continue
    }
    // Against what the cell shows: an edit under way is not in the row yet, and typing the old number back over
    // it is an edit too.
    if (parsed.value === shownValue(column, row, context)) {
      // Put back as it was: nothing to write, and a wrong text that stood there is gone.
      states.forgetProblem(id, column.id)
      continue
    }
    states.begin(id, column.id, parsed.value)
    edits.push({ row, rowId: id, column: column.id, value: parsed.value, text })
  }
  onStatesChanged()
  if (edits.length === 0) return { readOnly }
  const refusals = await write(edits, origin, [])
  const refused = new Map(refusals.map((refusal) => [CellStates.key(refusal.rowId, refusal.column), refusal.reason]))
  for (const edit of edits) {
    const reason = refused.get(CellStates.key(edit.rowId, edit.column))
    if (reason === undefined) states.settle(edit.rowId, edit.column, edit.value)
    else states.refuse(edit.rowId, edit.column, { text: edit.text, reason: reason || gridText.notSaved })
  }
  onStatesChanged()
  return { readOnly }
}

/** Row and column of a place on screen; null for rows that are not loaded. */
export function cellAt<Row>(
  { api, columns }: Pick<WriterSetup<Row>, 'api' | 'columns'>,
  place: CellPlace,
): { readonly row: Row; readonly column: GridColumn<Row> } | null {
  const row = api.getDisplayedRowAtIndex(place.row)?.data
  const shown = api.getAllDisplayedColumns()[place.column]
  const column = shown === undefined ? undefined : columns.get(shown.getColId())
  return row === undefined || column === undefined ? null : { row, column }
}

/** The texts of a range, row by row, as they go into the clipboard. */
export function copyRange<Row>(
  setup: Pick<WriterSetup<Row>, 'api' | 'columns' | 'context'>,
  bounds: RangeBounds,
): string[][] {
  const rows: string[][] = []
  for (let row = bounds.top; row <= bounds.bottom; row += 1) {
    const cells: string[] = []
    for (let column = bounds.left; column <= bounds.right; column += 1) {
      const cell = cellAt(setup, { row, column })
      cells.push(
        cell === null
          ? ''
          : (cell.column.display?.(cell.row) ??
              copyCell(cell.column, shownValue(cell.column, cell.row, setup.context))),
      )
    }
    rows.push(cells)
  }
  return rows
}

export function* placesOf(bounds: RangeBounds): Generator<CellPlace> {
  for (let row = bounds.top; row <= bounds.bottom; row += 1)
    for (let column = bounds.left; column <= bounds.right; column += 1) yield { row, column }
}
