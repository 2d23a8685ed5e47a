import { gridText } from '#renderer/text/grid.ts'
import type { FieldTarget } from './cell-field.ts'
import { formatCell } from './cell-text.ts'
import { columnsOf } from './cell-writer.ts'
import type { GridColumn } from './column.ts'
import { isEditable, shownValue, type ColumnContext } from './column-defs.ts'
import type { GridHands } from './hands.ts'
import { peekRow } from './loaded-rows.ts'
import { isDraft, shownColumns } from './places.ts'
import type { TypingPlace } from './take-typed.ts'

/** Row and column of the active cell; the empty line is a row here. */
export function placeOfTyping<Row>({ range, setup }: GridHands<Row>): TypingPlace<Row> | null {
  const active = range.active()
  const row = active === null ? undefined : peekRow(setup.api, active.row)
  const column = active === null ? undefined : columnsOf(setup, active.column, active.column)[0]
  return row === undefined || column === undefined ? null : { row, column }
}

/** The active cell as the text field needs to know it. */
export function fieldTarget<Row>(hands: GridHands<Row>): FieldTarget | null {
  const at = placeOfTyping(hands)
  if (at === null) return null
  const { context } = hands.setup
  const { row, column } = at
  const shown = shownColumns(hands.setup.api).find((one) => one.getColId() === column.id)
  return {
    kind: column.kind,
    multiline: column.multiline === true,
    right: shown?.getColDef().headerClass === 'grid-right',
    choices: column.choices ?? [],
    editable: isEditable(column, row, context),
    text: textForEditing(column, row, context),
  }
}

/** What F2 shows: the value; where the column reads its own words back ("hơn 7.000"), those words. */
function textForEditing<Row>(column: GridColumn<Row>, row: Row, context: ColumnContext<Row>): string {
  const isTouched = context.states.valueOf(context.rowId(row), column.id) !== undefined
  const words = isTouched || isDraft(row) || column.edit?.parse === undefined ? null : column.display?.(row)
  return words ?? formatCell(column, shownValue(column, row, context))
}

/** For the line at the foot: hovering must not be needed to read why a cell was not taken. */
export function describeProblem<Row>(hands: GridHands<Row>): string | null {
  const at = placeOfTyping(hands)
  if (at === null) return null
  const { states, rowId } = hands.setup.context
  const problem = states.problemOf(rowId(at.row), at.column.id)
  return problem === null ? null : gridText.problemAt(at.column.title, problem.reason)
}
