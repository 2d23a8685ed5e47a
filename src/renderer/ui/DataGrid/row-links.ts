import type { GridApi } from 'ag-grid-community'
import { useEffect, type RefObject } from 'react'
import { WHOLE_TABLE } from '#shared/domain/table/view.ts'
import { historyText } from '#renderer/text/history.ts'
import { openRowHistory } from '../state/history-view.ts'
import { notify } from '../state/notices.ts'
import { isDialogOpen } from '../state/open-dialog.ts'
import { dropRowRequest, useRowRequest } from '../state/row-request.ts'
import type { GridHands, MenuTarget } from './hands.ts'
import type { GridMenuItem } from './grid-model.ts'
import { isDraft } from './places.ts'

/** "Lịch sử dòng này": who changed what of it, where the screen says which row of the data file it is. */
export function rowHistoryItems<Row>(
  target: MenuTarget<Row>,
  _: unknown,
  hands: GridHands<Row>,
): readonly GridMenuItem[] {
  if (target.kind === 'header' || isDraft(target.row)) return []
  const row = hands.props().historyOf?.(target.row) ?? null
  return row === null ? [] : [{ label: historyText.ofRow, run: () => openRowHistory(row) }]
}

/** How long a table waits for its rows before it says that the one asked for is not among them. */
const PATIENCE_MS = 4000

/** Shows the row the rest of the window asked this table for, as soon as it has it; filters give way to it. */
export function useAskedRow<Row>(
  name: string,
  api: GridApi<Row> | null,
  hands: RefObject<GridHands<Row> | null>,
): void {
  const wanted = useRowRequest(({ grid, rowId }) => (grid === name ? rowId : null))
  useEffect(() => {
    if (wanted === null || api === null) return
    let left = false
    let asked = false
    // Of rows that come by pages: where it stands in the view.
    let place: number | null = null
    const show = (row: number): void => {
      left = true
      dropRowRequest()
      const current = hands.current
      if (current === null) return
      // A dialog or the search was opened since: the keyboard is theirs, and the row only comes into sight.
      if (isDialogOpen()) {
        current.range.moveTo({ row, column: 0 })
        current.reveal({ row, column: 0 })
      } else current.focus({ row, column: 0 })
    }
    const seek = (): void => {
      const current = hands.current
      if (left || current === null || api.isDestroyed()) return
      const node = api.getRowNode(wanted)
      if (node !== undefined && node.rowIndex !== null) show(node.rowIndex)
      // How many rows there are is known with the first page.
      else if (place !== null && place < api.getDisplayedRowCount()) show(place)
      else if (!asked) void locate(current)
    }
    const locate = async (current: GridHands<Row>): Promise<void> => {
      const ask = current.props().source?.locate
      if (ask === undefined) return
      asked = true
      place = await ask(wanted, current.view())
      if (place === null && !left) {
        place = await ask(wanted, WHOLE_TABLE)
        if (place !== null) current.setView(WHOLE_TABLE)
      }
      seek()
    }
    seek()
    api.addEventListener('modelUpdated', seek)
    const timer = setTimeout(() => {
      if (left) return
      dropRowRequest()
      notify('info', historyText.rowNotShown)
    }, PATIENCE_MS)
    return () => {
      left = true
      clearTimeout(timer)
      if (!api.isDestroyed()) api.removeEventListener('modelUpdated', seek)
    }
  }, [wanted, api, hands])
}
