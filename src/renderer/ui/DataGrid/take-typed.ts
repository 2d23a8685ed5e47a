import type { TypedContent } from './cell-field.ts'
import { isSingle } from './cell-range.ts'
import { columnsOf, writeTexts } from './cell-writer.ts'
import { putText } from './fill/fill-range.ts'
import type { GridColumn } from './column.ts'
import type { GridHands } from './hands.ts'
import { isDraft } from './places.ts'

/** The cell typing began in; kept, since rows may change places while somebody types. */
export interface TypingPlace<Row> {
  readonly row: Row
  readonly column: GridColumn<Row>
}

/** Writes what was typed into its cell. A wrong text stays there, marked, and the clerk goes on. */
export function takeTyped<Row>(hands: GridHands<Row>, at: TypingPlace<Row>, typed: TypedContent): void {
  const { setup } = hands
  const text = textOf(at.column, typed)
  if (isDraft(at.row)) {
    hands.draft.type(at.column, text)
    return
  }
  if (setup.write === null) return
  const { context } = setup
  const row = setup.api.getRowNode(context.rowId(at.row))?.data ?? at.row
  void writeTexts({ ...setup, write: setup.write }, [{ row, column: at.column, text }], 'type')
}

/**
 * Ctrl+Enter: the text goes into every cell of the range that takes typing, as one step; the selection stays.
 * Rows that are not loaded are written by the backend.
 */
export function fillTyped<Row>(hands: GridHands<Row>): void {
  const { field, range, setup } = hands
  const bounds = range.bounds()
  const active = range.active()
  if (bounds === null || active === null || isSingle(bounds) || range.isDraftAt(active)) {
    field.finish()
    return
  }
  const column = columnsOf(setup, active.column, active.column)[0]
  const typed = field.typed()
  field.cancel()
  if (column !== undefined) void putText(hands, textOf(column, typed))
}

/**
 * A picked choice goes by its id: two units may be called the same. Ids that are no text (có, chưa) go by their
 * words.
 */
function textOf<Row>(column: GridColumn<Row>, { text, choice }: TypedContent): string {
  if (choice === null || column.kind !== 'choice') return text
  return typeof choice.id === 'string' ? choice.id : choice.label
}
