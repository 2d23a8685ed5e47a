import type {
  CellContextMenuEvent,
  CellDoubleClickedEvent,
  CellEditRequestEvent,
  CellFocusedEvent,
  GridApi,
  GridReadyEvent,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react'
import { gridText } from '#renderer/text/grid.ts'
import { TAKE_FOCUS } from '../state/regions.ts'
import { CellStates } from './cell-states.ts'
import { formatCell } from './cell-text.ts'
import { writeTexts } from './cell-writer.ts'
import { flattenColumns, type CellValue } from './column.ts'
import { isEditable, makeColumnDefs, type ColumnContext } from './column-defs.ts'
import './grid.css'
import { GridMenu } from './GridMenu.tsx'
import type { DataGridHandle, DataGridProps } from './grid-model.ts'
import type { GridHands } from './hands.ts'
import { gridLocale } from './locale.ts'
import { registerGridModules } from './modules.ts'
import { PAGE_ROWS } from './row-source.ts'
import { gridTheme } from './theme.ts'
import { handleFillKeys, useClipboard } from './use-clipboard.ts'
import { useGridHands } from './use-grid-hands.ts'
import { handleRangeKeys, handleRowKeys, useGridKeys } from './use-grid-keys.ts'
import { screenItems, useGridMenu } from './use-grid-menu.ts'
import { useGridMouse } from './use-grid-mouse.ts'
import { useTableRows } from './use-table-rows.ts'

registerGridModules()

const DEFAULT_COLUMN = { resizable: true, suppressMovable: true, suppressHeaderMenuButton: true } as const

/**
 * The one table of the program: flat, nested or brought by pages; typed columns edited in place; ranges,
 * clipboard and fill by Excel's keys; wrong values marked where they stand. Screens give rows and columns and
 * get back edits; nothing outside this folder knows AG Grid.
 *
 * Behaviour is put together from parts that share `GridHands` (hands.ts): a chain of key handlers, a chain of
 * menu providers, listeners of painting.
 */
export function DataGrid<Row>(props: DataGridProps<Row> & { readonly ref?: Ref<DataGridHandle> }) {
  const { name, label, columns, rowId, version, totals, ref } = props
  const root = useRef<HTMLDivElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  // Handlers given to AG Grid once must see the newest props.
  const latest = useRef<DataGridProps<Row>>(props)
  latest.current = props
  const [states] = useState(() => new CellStates())
  const [api, setApi] = useState<GridApi<Row> | null>(null)

  const flat = useMemo(() => new Map(flattenColumns(columns).map((column) => [column.id, column])), [columns])
  const rows = useTableRows(props, states)
  const canWrite = props.write !== undefined
  const context = useMemo<ColumnContext<Row>>(
    () => ({
      rowId,
      states,
      canWrite,
      isGroup: (row) => latest.current.isGroup?.(row) ?? false,
      tree: rows.tree,
    }),
    [rowId, states, canWrite, rows.tree],
  )
  const columnDefs = useMemo(() => makeColumnDefs(columns, context), [columns, context])
  const { hands, foot, showFoot } = useGridHands({
    api,
    root,
    layer,
    props: latest,
    columns: flat,
    context,
    states,
    rows,
  })

  useGridMouse(hands, root)
  useClipboard(hands, root)
  // HOOK (menu): entries for cells, ranges, rows and headers; a group per provider.
  const menus = useGridMenu<Row>(hands, [screenItems])
  // HOOK (keys): the first handler that answers true has dealt with the key.
  const handleKey = useGridKeys<Row>(hands, [
    handleRangeKeys,
    handleFillKeys,
    (event) => (isMenuKey(event) ? openMenuAtCell(event) : false),
    handleRowKeys,
  ])

  useEffect(() => {
    if (version !== undefined && api?.isDestroyed() === false) api.refreshInfiniteCache()
  }, [api, version])
  // F6 asks a part of the window to take the focus; a table gives it to a cell.
  useEffect(() => {
    const element = root.current
    const take = (): void => focusCell(hands.current?.setup.api ?? null)
    element?.addEventListener(TAKE_FOCUS, take)
    return () => element?.removeEventListener(TAKE_FOCUS, take)
  }, [hands])

  useImperativeHandle(ref, () => ({
    showRow: (id) => {
      const node = api?.getRowNode(id)
      const first = api?.getAllDisplayedColumns()[0]
      if (api === null || node === undefined || first === undefined || node.rowIndex === null) return
      api.ensureNodeVisible(node, 'middle')
      api.setFocusedCell(node.rowIndex, first)
    },
  }))

  const openMenuAtCell = (event: KeyboardEvent): boolean => {
    event.preventDefault()
    const box = document.activeElement?.getBoundingClientRect()
    const target = hands.current === null ? null : targetOfFocus(hands.current)
    if (box !== undefined && target !== null) menus.open(target, box.left + 16, box.bottom)
    return true
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
    showFoot()
  }

  const repaint = (): void => hands.current?.range.paint()

  return (
    <div className="data-grid" ref={root} data-grid={name} data-region="grid">
      {/* HOOK (bars): find, filters in force and the columns' button stand here, above the cells. */}
      <div className="data-grid-body">
        <AgGridReact<Row>
          theme={gridTheme}
          localeText={gridLocale(props.noRowsText ?? gridText.noRows)}
          {...(rows.datasource === undefined
            ? { rowData: (rows.shown ?? null) as Row[] | null }
            : {
                rowModelType: 'infinite' as const,
                datasource: rows.datasource,
                cacheBlockSize: PAGE_ROWS,
                maxBlocksInCache: 30,
              })}
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
          onCellContextMenu={({ data, column, rowIndex, event }: CellContextMenuEvent<Row>) => {
            const definition = column === undefined ? undefined : flat.get(column.getColId())
            if (!(event instanceof MouseEvent) || data === undefined || definition === undefined) return
            event.preventDefault()
            const at = event.target instanceof Element ? hands.current?.range.placeOfElement(event.target) : null
            const place = at ?? { row: rowIndex ?? 0, column: 0 }
            menus.open({ kind: 'cells', place, row: data, column: definition }, event.clientX, event.clientY)
          }}
          preventDefaultOnContextMenu
          onBodyScroll={repaint}
          onModelUpdated={repaint}
          onViewportChanged={repaint}
          onDisplayedColumnsChanged={repaint}
        />
        <div className="data-grid-layer" ref={layer} />
      </div>
      {/* HOOK (totals): sums of the rows shown stand here, below the cells. */}
      {foot === null ? null : (
        <div className="data-grid-foot" role="alert">
          {foot}
        </div>
      )}
      {menus.menu === null ? null : <GridMenu menu={menus.menu} onClose={menus.close} />}
    </div>
  )
}

function isMenuKey(event: KeyboardEvent): boolean {
  return event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)
}

function targetOfFocus<Row>({ setup }: GridHands<Row>) {
  const at = setup.api.getFocusedCell()
  const row = at === null ? undefined : setup.api.getDisplayedRowAtIndex(at.rowIndex)?.data
  const column = setup.columns.get(at?.column.getColId() ?? '')
  if (at === null || row === undefined || column === undefined) return null
  const place = { row: at.rowIndex, column: setup.api.getAllDisplayedColumns().indexOf(at.column) }
  return { kind: 'cells' as const, place, row, column }
}

/** The cell that had it last, or the first one. */
function focusCell<Row>(api: GridApi<Row> | null): void {
  const first = api?.getAllDisplayedColumns()[0]
  if (api === null || first === undefined) return
  const at = api.getFocusedCell()
  api.setFocusedCell(at?.rowIndex ?? 0, at?.column ?? first)
}
