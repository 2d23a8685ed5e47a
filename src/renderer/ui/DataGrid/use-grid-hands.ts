import type { GridApi } from 'ag-grid-community'
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { gridText } from '#renderer/text/grid.ts'
import { showSelection, showUnsaved } from '../state/status.ts'
import type { CellPlace } from './cell-range.ts'
import type { CellStates } from './cell-states.ts'
import type { GridColumn } from './column.ts'
import type { ColumnContext } from './column-defs.ts'
import type { DataGridProps } from './grid-model.ts'
import type { GridHands } from './hands.ts'
import { RangeController } from './range-controller.ts'
import { summarizeRange } from './selection-summary.ts'
import type { TableRows } from './use-table-rows.ts'

export interface HandsParts<Row> {
  readonly api: GridApi<Row> | null
  readonly root: RefObject<HTMLElement | null>
  readonly layer: RefObject<HTMLElement | null>
  readonly props: RefObject<DataGridProps<Row>>
  readonly columns: ReadonlyMap<string, GridColumn<Row>>
  readonly context: ColumnContext<Row>
  readonly states: CellStates
  readonly rows: TableRows<Row>
}

export interface OpenHands<Row> {
  readonly hands: RefObject<GridHands<Row> | null>
  /** The reason of the focused cell's problem; null when it has none. */
  readonly foot: string | null
  readonly showFoot: () => void
}

/** Puts together what the table's behaviour works on, once AG Grid is ready. */
export function useGridHands<Row>(parts: HandsParts<Row>): OpenHands<Row> {
  const { api, root, layer, props, columns, context, states, rows } = parts
  const name = props.current.name
  const hands = useRef<GridHands<Row> | null>(null)
  const newest = useRef(rows)
  newest.current = rows
  const [painted] = useState(() => new Set<() => void>())
  const [foot, setFoot] = useState<string | null>(null)

  const showFoot = useCallback((): void => {
    const grid = hands.current?.setup.api
    if (grid !== undefined && !grid.isDestroyed()) setFoot(describeProblem(grid, columns, context.rowId, states))
  }, [columns, context, states])
  const onStatesChanged = useCallback((): void => {
    const grid = hands.current?.setup.api
    if (grid === undefined || grid.isDestroyed()) return
    grid.refreshCells({ force: true })
    hands.current?.range.paint()
    showUnsaved(name, states.countProblems())
    showFoot()
  }, [name, states, showFoot])

  useEffect(() => {
    if (api === null || root.current === null || layer.current === null) return
    const write = props.current.write
    const range =
      hands.current?.range ??
      new RangeController<Row>(
        api,
        root.current,
        (bounds) => {
          if (hands.current !== null) showSelection(summarizeRange(hands.current.setup, bounds))
        },
        () => {
          for (const listener of painted) listener()
        },
      )
    hands.current = {
      range,
      setup: {
        api,
        columns,
        context,
        onStatesChanged,
        write:
          write === undefined ? null : (edits, origin, added) => (props.current.write ?? write)(edits, origin, added),
      },
      props: () => props.current,
      view: () => newest.current.view,
      setView: (view) => newest.current.setView(view),
      layer: layer.current,
      onPaint: (listener) => {
        painted.add(listener)
        return () => painted.delete(listener)
      },
      isEditing: () => api.getEditingCells().length > 0,
      focus: (place) => focusPlace(api, place),
    }
  }, [api, root, layer, props, columns, context, onStatesChanged, painted])

  useEffect(
    () => () => {
      showSelection(null)
      showUnsaved(name, 0)
    },
    [name],
  )
  return { hands, foot, showFoot }
}

function focusPlace<Row>(api: GridApi<Row>, place: CellPlace): void {
  const column = api.getAllDisplayedColumns()[place.column]
  if (column === undefined) return
  api.ensureIndexVisible(place.row)
  api.ensureColumnVisible(column)
  api.setFocusedCell(place.row, column)
}

/** For the line at the foot: hovering must not be needed to read why a cell was not taken. */
function describeProblem<Row>(
  api: GridApi<Row>,
  columns: ReadonlyMap<string, { readonly id: string; readonly title: string }>,
  rowId: (row: Row) => string,
  states: CellStates,
): string | null {
  const focused = api.getFocusedCell()
  if (focused === null || focused.rowPinned) return null
  const row = api.getDisplayedRowAtIndex(focused.rowIndex)?.data
  const column = columns.get(focused.column.getColId())
  if (row === undefined || column === undefined) return null
  const problem = states.problemOf(rowId(row), column.id)
  return problem === null ? null : gridText.problemAt(column.title, problem.reason)
}
