import type { SuppressKeyboardEventParams } from 'ag-grid-community'
import type { RefObject } from 'react'
import { isEditable } from './column-defs.ts'
import type { GridHands, KeyHandler } from './hands.ts'

/** A key on a focused cell. Answers true when it was ours and AG Grid shall leave it. */
export function useGridKeys<Row>(
  hands: RefObject<GridHands<Row> | null>,
  chain: readonly KeyHandler<Row>[],
): (params: SuppressKeyboardEventParams<Row>) => boolean {
  return ({ event, editing, node }) => {
    const current = hands.current
    current?.range.noteKey()
    if (editing || current === null || node.rowPinned) return false
    return chain.some((handle) => handle(event, current))
  }
}

/** Shift+arrows, Ctrl+Shift+arrows, Ctrl+A. */
export function handleRangeKeys<Row>(event: KeyboardEvent, { range }: GridHands<Row>): boolean {
  return range.keyDown(event)
}

/** Space folds a branch; Enter opens what a cell that takes no typing stands for. */
export function handleRowKeys<Row>(event: KeyboardEvent, hands: GridHands<Row>): boolean {
  const { api, columns, context } = hands.setup
  const at = api.getFocusedCell()
  const row = at === null ? undefined : api.getDisplayedRowAtIndex(at.rowIndex)?.data
  const column = columns.get(at?.column.getColId() ?? '')
  if (row === undefined || column === undefined) return false
  if (event.key === ' ' && column.tree === true && context.tree?.isParent(row) === true) {
    event.preventDefault()
    context.tree.toggle(row)
    return true
  }
  const { onOpen } = hands.props()
  if (event.key === 'Enter' && onOpen !== undefined && !isEditable(column, row, context)) {
    event.preventDefault()
    onOpen(row)
    return true
  }
  return false
}
