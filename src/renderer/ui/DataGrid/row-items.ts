import { handsText } from '#renderer/text/grid-hands.ts'
import { notify } from '../state/notices.ts'
import { rowAt } from './cell-writer.ts'
import { readRows } from './clipboard/load-rows.ts'
import type { GridMenuItem } from './grid-model.ts'
import type { DraftPlace, GridHands, MenuProvider, MenuTarget } from './hands.ts'
import { loadedRows } from './loaded-rows.ts'
import { isDraft, shownColumns } from './places.ts'
import { isCtrl } from './use-grid-keys.ts'

/** Inserting and removing rows, in the menu of cells and row numbers. */
export function rowItems<Row>(
  target: MenuTarget<Row>,
  _: unknown,
  hands: GridHands<Row>,
): ReturnType<MenuProvider<Row>> {
  if (target.kind === 'header' || isDraft(target.row)) return []
  const items: GridMenuItem[] = []
  if (takesNewRows(hands)) {
    // Rows that come by pages stand where their order puts them: there is no above and below to insert at.
    if (hands.props().source !== undefined)
      items.push({ label: handsText.addRow, keys: 'Ctrl++', run: () => insertRow(hands, null) })
    else {
      const rowId = hands.setup.context.rowId(target.row)
      items.push(
        { label: handsText.insertAbove, run: () => insertRow(hands, { rowId, below: false }) },
        { label: handsText.insertBelow, keys: 'Ctrl++', run: () => insertRow(hands, { rowId, below: true }) },
      )
    }
  }
  if (hands.props().removeRows !== undefined) {
    const bounds = hands.range.bounds()
    const count = bounds === null ? 1 : Math.min(bounds.bottom, hands.range.size().rows - 1) - bounds.top + 1
    items.push({ label: handsText.removeRows(count), keys: 'Ctrl+-', run: () => void removeRows(hands) })
  }
  return items
}

/** Fits the column to its contents; the same as a double click on the edge of its header. */
export function headerItems<Row>(
  target: MenuTarget<Row>,
  _: unknown,
  hands: GridHands<Row>,
): ReturnType<MenuProvider<Row>> {
  if (target.kind !== 'header') return []
  return [{ label: handsText.fitColumn, run: () => hands.setup.api.autoSizeColumns([target.column.id]) }]
}

/**
 * Ctrl+- removes the selected rows, Ctrl++ opens an empty line below the active one, as in Excel: only where
 * whole rows are selected, for elsewhere the same keys change the size of everything on screen.
 */
export function handleRowCountKeys<Row>(event: KeyboardEvent, hands: GridHands<Row>): boolean {
  if (!isCtrl(event) || event.altKey || !hands.range.isWholeRows()) return false
  if (event.key === '-' && hands.props().removeRows !== undefined) {
    void removeRows(hands)
    return true
  }
  if ((event.key === '+' || (event.key === '=' && event.shiftKey)) && takesNewRows(hands)) {
    const active = hands.range.active()
    const row = active === null ? null : rowAt(hands.setup.api, active.row)
    const isPaged = hands.props().source !== undefined
    insertRow(hands, isPaged || row === null ? null : { rowId: hands.setup.context.rowId(row), below: true })
    return true
  }
  return false
}

function takesNewRows<Row>(hands: GridHands<Row>): boolean {
  return hands.props().canAddRows === true && hands.setup.write !== null
}

/** Brings the empty line there and goes to its first cell that takes typing. */
function insertRow<Row>(hands: GridHands<Row>, beside: DraftPlace | null): void {
  hands.placeDraft(beside)
  // The line is there after the table has been drawn anew.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const row = hands.range.draftIndex() ?? hands.range.reach().rows - 1
      const columns = shownColumns(hands.setup.api)
      const column = columns.findIndex((shown) => hands.setup.columns.get(shown.getColId())?.edit !== undefined)
      hands.focus({ row, column: Math.max(0, column) })
    }),
  )
}

/** More than anybody removes by hand; the rows themselves are handed over. */
const MOST_REMOVED = 10_000

async function removeRows<Row>(hands: GridHands<Row>): Promise<void> {
  const { removeRows: remove } = hands.props()
  const bounds = hands.range.bounds()
  if (remove === undefined || bounds === null) return
  const count = Math.min(bounds.bottom, hands.range.size().rows - 1) - bounds.top + 1
  if (count > MOST_REMOVED) {
    notify('warning', handsText.tooManyToRemove(MOST_REMOVED))
    return
  }
  const here = [...loadedRows(hands.setup.api, bounds.top, bounds.top + count - 1)]
  const missing = count - here.length - (isDraftWithin(hands, bounds.top, count) ? 1 : 0)
  const rows = missing === 0 ? here : await readRows(hands, bounds.top, count)
  if (rows.length === 0) return
  await remove(rows)
  hands.range.keepInside()
}

function isDraftWithin<Row>({ range }: GridHands<Row>, top: number, count: number): boolean {
  const draft = range.draftIndex()
  return draft !== null && draft >= top && draft < top + count
}
