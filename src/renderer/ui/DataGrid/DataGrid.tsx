import type {
  CellContextMenuEvent,
  CellDoubleClickedEvent,
  CellEditRequestEvent,
  CellFocusedEvent,
  GridApi,
  GridReadyEvent,
  SuppressKeyboardEventParams,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useCallback, useEffect, useId, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react'
import { gridText } from '#renderer/text/grid.ts'
import { TAKE_FOCUS } from '../state/regions.ts'
import { showSelection, showUnsaved } from '../state/status.ts'
import { CellStates } from './cell-states.ts'
import { formatCell } from './cell-text.ts'
import { writeTexts } from './cell-writer.ts'
import { flattenColumns, type CellValue } from './column.ts'
import { isEditable, makeColumnDefs, type ColumnContext } from './column-defs.ts'
import './grid.css'
import { GridMenu, type OpenGridMenu } from './GridMenu.tsx'
import type { DataGridHandle, DataGridProps } from './grid-model.ts'
import { gridLocale } from './locale.ts'
import { registerGridModules } from './modules.ts'
import { RangeController } from './range-controller.ts'
import { makeDatasource, PAGE_ROWS } from './row-source.ts'
import { summarizeRange } from './selection-summary.ts'
import { gridTheme } from './theme.ts'
import { openRows, parentIds } from './tree-rows.ts'
import { clearRange, fillRange, useClipboard, type GridHands } from './use-clipboard.ts'

registerGridModules()

const DEFAULT_COLUMN = { resizable: true, suppressMovable: true, suppressHeaderMenuButton: true } as const
const NO_ROWS: readonly never[] = []

/**
 * The one table of the program: flat, nested or brought by pages; typed columns edited in place; ranges,
 * clipboard and fill by Excel's keys; wrong values marked where they stand. Screens give rows and columns and
 * get back edits; nothing outside this folder knows AG Grid.
 */
export function DataGrid<Row>(props: DataGridProps<Row> & { readonly ref?: Ref<DataGridHandle> }) {
  const { name, label, columns, rowId, rows, source, version, totals, tree, ref } = props
  const root = useRef<HTMLDivElement>(null)
  const hands = useRef<GridHands<Row> | null>(null)
  // Handlers given to AG Grid once must see the newest props.
  const latest = useRef(props)
  latest.current = props
  const footId = useId()
  const [states] = useState(() => new CellStates())
  const [api, setApi] = useState<GridApi<Row> | null>(null)
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [menu, setMenu] = useState<OpenGridMenu | null>(null)
  const [foot, setFoot] = useState<string | null>(null)

  const flat = useMemo(() => new Map(flattenColumns(columns).map((column) => [column.id, column])), [columns])
  const parents = useMemo(
    () => (tree === undefined || rows === undefined ? new Set<string>() : parentIds(rows, tree)),
    [rows, tree],
  )
  const shownRows = useMemo(
    () => (tree === undefined ? rows : openRows(rows ?? NO_ROWS, tree, rowId, closed)),
    [rows, tree, rowId, closed],
  )
  const toggle = useCallback(
    (row: Row) =>
      setClosed((before) => {
        const after = new Set(before)
        if (!after.delete(rowId(row))) after.add(rowId(row))
        return after
      }),
    [rowId],
  )
  const canWrite = props.write !== undefined
  const context = useMemo<ColumnContext<Row>>(
    () => ({
      rowId,
      states,
      canWrite,
      isGroup: (row) => latest.current.isGroup?.(row) ?? false,
      tree:
        tree === undefined
          ? null
          : {
              depthOf: tree.depthOf,
              isParent: (row) => parents.has(rowId(row)),
              isClosed: (row) => closed.has(rowId(row)),
              toggle,
            },
    }),
    [rowId, states, canWrite, tree, parents, closed, toggle],
  )
  const columnDefs = useMemo(() => makeColumnDefs(columns, context), [columns, context])
  const datasource = useMemo(
    () => (source === undefined ? undefined : makeDatasource(source, () => states.dropSettled())),
    [source, states],
  )

  const showStates = useCallback((): void => {
    const grid = hands.current?.setup.api
    if (grid === undefined || grid.isDestroyed()) return
    grid.refreshCells({ force: true })
    hands.current?.range.paint()
    showUnsaved(name, states.countProblems())
    setFoot(describeProblem(grid, flat, rowId, states))
  }, [flat, name, rowId, states])

  useEffect(() => {
    if (api === null || root.current === null) return
    const range =
      hands.current?.range ??
      new RangeController<Row>(api, root.current, (bounds) => {
        if (hands.current !== null) showSelection(summarizeRange(hands.current.setup, bounds))
      })
    const write = latest.current.write
    hands.current = {
      range,
      setup: {
        api,
        columns: flat,
        context,
        onStatesChanged: showStates,
        write: write === undefined ? null : (edits, origin, added) => (latest.current.write ?? write)(edits, origin, added),
      },
    }
  }, [api, flat, context, showStates])

  useEffect(() => {
    states.dropSettled()
  }, [rows, states])
  useEffect(() => {
    if (version !== undefined && api?.isDestroyed() === false) api.refreshInfiniteCache()
  }, [api, version])
  useEffect(
    () => () => {
      showSelection(null)
      showUnsaved(name, 0)
    },
    [name],
  )
  useEffect(() => {
    const element = root.current
    const press = (event: MouseEvent): void => hands.current?.range.mouseDown(event)
    const pass = (event: MouseEvent): void => hands.current?.range.mouseOver(event)
    const release = (): void => hands.current?.range.mouseUp()
    element?.addEventListener('mousedown', press, { capture: true })
    element?.addEventListener('mouseover', pass)
    document.addEventListener('mouseup', release)
    return () => {
      element?.removeEventListener('mousedown', press, { capture: true })
      element?.removeEventListener('mouseover', pass)
      document.removeEventListener('mouseup', release)
    }
  }, [])
  // F6 asks a part of the window to take the focus; a table gives it to a cell.
  useEffect(() => {
    const element = root.current
    const take = (): void => focusCell(hands.current?.setup.api ?? null)
    element?.addEventListener(TAKE_FOCUS, take)
    return () => element?.removeEventListener(TAKE_FOCUS, take)
  }, [])
  useClipboard(hands, root)

  useImperativeHandle(ref, () => ({
    showRow: (id) => {
      const node = api?.getRowNode(id)
      const first = api?.getAllDisplayedColumns()[0]
      if (api === null || node === undefined || first === undefined || node.rowIndex === null) return
      api.ensureNodeVisible(node, 'middle')
      api.setFocusedCell(node.rowIndex, first)
    },
  }))

  const openMenu = (row: Row, column: string, x: number, y: number): void => {
    const items = latest.current.menu?.(row, column) ?? []
    if (items.length > 0) setMenu({ items, x, y })
  }

  /** True: the key was ours and AG Grid shall leave it. */
  const handleKey = (params: SuppressKeyboardEventParams<Row>): boolean => {
    const { event, editing, data, column, node } = params
    const current = hands.current
    current?.range.noteKey()
    if (editing || current === null || node.rowPinned) return false
    const definition = flat.get(column.getColId())
    if (current.range.keyDown(event)) return true
    if (data === undefined || definition === undefined) return false
    const ctrl = event.ctrlKey || event.metaKey
    if (event.key === 'Delete') {
      clearRange(current)
      return true
    }
    if (ctrl && (event.key === 'd' || event.key === 'r')) {
      event.preventDefault()
      fillRange(current, event.key === 'd' ? 'down' : 'right')
      return true
    }
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault()
      const box = document.activeElement?.getBoundingClientRect()
      if (box !== undefined) openMenu(data, definition.id, box.left + 16, box.bottom)
      return true
    }
    if (event.key === ' ' && definition.tree === true && parents.has(rowId(data))) {
      event.preventDefault()
      toggle(data)
      return true
    }
    if (event.key === 'Enter' && !isEditable(definition, data, context) && latest.current.onOpen !== undefined) {
      event.preventDefault()
      latest.current.onOpen(data)
      return true
    }
    return false
  }

  const takeEdit = (event: CellEditRequestEvent<Row>): void => {
    const column = flat.get(event.column.getColId())
    const setup = hands.current?.setup
    if (column === undefined || setup === undefined || setup.write === null) return
    const value = (event.newValue ?? null) as CellValue
    const text = typeof value === 'string' && column.kind !== 'choice' ? value : formatCell(column, value)
    void writeTexts({ ...setup, write: setup.write }, [{ row: event.data, column, text }], 'type')
  }

  const takeFocus = (event: CellFocusedEvent<Row>): void => {
    hands.current?.range.focused(event)
    const column = event.column === null || typeof event.column === 'string' ? null : event.column.getColId()
    const node =
      event.rowIndex === null || event.rowPinned ? undefined : event.api.getDisplayedRowAtIndex(event.rowIndex)
    latest.current.onFocusRow?.(node?.data ?? null, column)
    setFoot(describeProblem(event.api, flat, rowId, states))
  }

  const repaint = (): void => hands.current?.range.paint()

  return (
    <div className="data-grid" ref={root} data-grid={name} data-region="grid">
      <div className="data-grid-body">
        <AgGridReact<Row>
          theme={gridTheme}
          localeText={gridLocale(props.noRowsText ?? gridText.noRows)}
          {...(datasource === undefined
            ? { rowData: (shownRows ?? null) as Row[] | null }
            : { rowModelType: 'infinite' as const, datasource, cacheBlockSize: PAGE_ROWS, maxBlocksInCache: 30 })}
          columnDefs={columnDefs}
          defaultColDef={{ ...DEFAULT_COLUMN, suppressKeyboardEvent: handleKey }}
          getRowId={({ data }) => rowId(data)}
          rowClassRules={{ 'grid-group': ({ data }) => data !== undefined && (props.isGroup?.(data) ?? false) }}
          {...(totals === undefined ? {} : { pinnedBottomRowData: totals as Row[] })}
          readOnlyEdit
          stopEditingWhenCellsLoseFocus
          enterNavigatesVertically
          enterNavigatesVerticallyAfterEdit
          animateRows={false}
          suppressColumnMoveAnimation
          suppressScrollOnNewData
          suppressDragLeaveHidesColumns
          tooltipShowDelay={400}
          onGridReady={(event: GridReadyEvent<Row>) => {
            root.current?.querySelector('[role="grid"],[role="treegrid"]')?.setAttribute('aria-label', label)
            setApi(event.api)
          }}
          onCellFocused={takeFocus}
          onCellEditRequest={takeEdit}
          onCellDoubleClicked={({ data, column }: CellDoubleClickedEvent<Row>) => {
            const definition = flat.get(column.getColId())
            if (data !== undefined && definition !== undefined && !isEditable(definition, data, context))
              props.onOpen?.(data)
          }}
          onCellContextMenu={({ data, column, event }: CellContextMenuEvent<Row>) => {
            if (!(event instanceof MouseEvent) || data === undefined || column === undefined) return
            event.preventDefault()
            openMenu(data, column.getColId(), event.clientX, event.clientY)
          }}
          preventDefaultOnContextMenu
          onBodyScroll={repaint}
          onModelUpdated={repaint}
          onViewportChanged={repaint}
          onDisplayedColumnsChanged={repaint}
        />
      </div>
      {foot === null ? null : (
        <div className="data-grid-foot" id={footId} role="alert">
          {foot}
        </div>
      )}
      {menu === null ? null : <GridMenu menu={menu} onClose={() => setMenu(null)} />}
    </div>
  )
}

/** The cell that had it last, or the first one. */
function focusCell<Row>(api: GridApi<Row> | null): void {
  const first = api?.getAllDisplayedColumns()[0]
  if (api === null || first === undefined) return
  const at = api.getFocusedCell()
  api.setFocusedCell(at?.rowIndex ?? 0, at?.column ?? first)
}

/** The reason of the focused cell's problem, for the line at the foot: hovering must not be needed to read it. */
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
