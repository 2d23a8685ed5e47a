import type { GridApi, GridOptions } from 'ag-grid-community'
import { useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState, type Ref } from 'react'
import { gridText } from '#renderer/text/grid.ts'
import { TAKE_FOCUS } from '../state/regions.ts'
import { askForRow } from '../state/row-request.ts'
import { AgGrid } from './AgGrid.tsx'
import { CellStates } from './cell-states.ts'
import { useColumnDefs } from './columns/use-column-defs.ts'
import { useColumnLayout } from './columns/use-column-layout.ts'
import { PastePreview } from './clipboard/PastePreview.tsx'
import { flattenColumns } from './column.ts'
import type { ColumnContext } from './column-defs.ts'
import './grid.css'
import './grid-hands.css'
import { GridMenu } from './GridMenu.tsx'
import type { DataGridHandle, DataGridProps } from './grid-model.ts'
import type { GridHands, MenuTarget } from './hands.ts'
import { gridLocale } from './locale.ts'
import { registerGridModules } from './modules.ts'
import { cellElement, DRAFT_ID, isDraft } from './places.ts'
import { handleRowCountKeys, headerItems, rowItems } from './row-items.ts'
import { rowHistoryItems, useAskedRow } from './row-links.ts'
import { MOST_PAGES, PAGE_ROWS } from './row-source.ts'
import { makeTableColumns } from './table-columns.ts'
import { gridTheme } from './theme.ts'
import { useClipboard } from './use-clipboard.ts'
import { fillItems, handleFillKeys, useFillHandle } from './use-fill.ts'
import { useGridHands } from './use-grid-hands.ts'
import { useSettledCells } from './use-settled-cells.ts'
import { handleEditKeys, handleGridKey, handleMoveKeys, handleRowKeys } from './use-grid-keys.ts'
import { screenItems, useGridMenu } from './use-grid-menu.ts'
import { targetOfActive, useGridMouse } from './use-grid-mouse.ts'
import { useTableRows } from './use-table-rows.ts'
import { useTableTools } from './use-table-tools.tsx'
import { useLiveTotals } from './totals/use-live-totals.ts'

registerGridModules()

/** How every table behaves. */
const STEADY = {
  defaultColDef: { resizable: true, suppressMovable: true, suppressHeaderMenuButton: true },
  // The text field of the table holds the focus; AG Grid neither takes it nor stops Tab.
  suppressCellFocus: true,
  suppressHeaderFocus: true,
  tabIndex: -1,
  animateRows: false,
  suppressColumnMoveAnimation: true,
  suppressScrollOnNewData: true,
  suppressDragLeaveHidesColumns: true,
  tooltipShowDelay: 400,
  preventDefaultOnContextMenu: true,
} as const
const NO_TOTALS: readonly never[] = []
/** Rows drawn above and below those in sight, where each has many cells. */
const ROWS_BEYOND = 4

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
  const tableColumns = useMemo(() => makeTableColumns(flat), [flat])
  const rows = useTableRows(props, states, tableColumns, api)
  const layouts = useColumnLayout(name, columns)
  const liveTotals = useLiveTotals<Row>()
  const canWrite = props.write !== undefined
  const view = useRef(rows.view)
  view.current = rows.view
  const openHeader = useRef<(column: string, below: DOMRect) => void>(() => undefined)
  const context = useMemo<ColumnContext<Row>>(
    () => ({
      rowId: (row) => (isDraft(row) ? DRAFT_ID : rowId(row)),
      states,
      canWrite,
      isGroup: (row) => !isDraft(row) && (latest.current.isGroup?.(row) ?? false),
      tree: rows.tree,
      totals: liveTotals.totals,
      headers: {
        sortOf: (column) => {
          const order = view.current.sort.find((one) => one.column === column)
          return order === undefined ? null : order.descending ? 'descending' : 'ascending'
        },
        isFiltered: (column) => view.current.filters.some((filter) => filter.column === column),
        open: (column, below) => openHeader.current(column, below),
      },
    }),
    [rowId, states, canWrite, rows.tree, liveTotals.totals],
  )
  const onKey = useRef<(event: KeyboardEvent) => void>(() => undefined)
  const { hands, foot } = useGridHands<Row>({
    api,
    root,
    layer,
    props: latest,
    columns: flat,
    context,
    states,
    rows,
    onKey,
  })

  liveTotals.follow({ api, root, hands, props, columns: flat, context, rows })
  const tools = useTableTools<Row>({ api, root, hands, props, columns: flat, tableColumns, layouts, context, rows })
  const columnDefs = useColumnDefs<Row>({ api, layouts, context, isPaged: rows.pages !== null, finish: tools.finish })

  const newest = useRef({ context, onColumnResized: tools.onColumnResized })
  newest.current = { context, onColumnResized: tools.onColumnResized }

  const clipboard = useClipboard(hands)
  // HOOK (menu): entries for cells, ranges, rows and headers; a group per provider. Headers open the same menu
  // by their button and by Alt+↓.
  const menus = useGridMenu<Row>(
    hands,
    [screenItems],
    [clipboard.menuItems, fillItems],
    [rowItems, headerItems, tools.menuItems, rowHistoryItems],
  )
  useGridMouse(hands, root, menus.open)
  useAskedRow(name, api, hands)
  useFillHandle(hands, api !== null)
  useSettledCells(hands, states)
  const { about = '' } = props
  useLayoutEffect(() => {
    if (states.turnTo(about)) hands.current?.setup.onStatesChanged()
  }, [states, hands, about])
  openHeader.current = (column, below) => {
    tools.openFilter(column, below)
  }
  // HOOK (keys): the first handler that answers true has dealt with the key; see KeyHandler in hands.ts.
  onKey.current = (event) => {
    if (hands.current === null) return
    handleGridKey(event, hands.current, [
      // A copied or cut range that is still framed takes Enter and Esc first.
      clipboard.handleKeys,
      handleRowKeys,
      handleEditKeys,
      handleFillKeys,
      handleRowCountKeys,
      (pressed, own) => openMenuBy(pressed, own, menus.open, openHeader.current),
      handleMoveKeys,
    ])
  }

  // Headers are made with the table; they say something else when its order or filters change.
  const titled = useRef(rows.view)
  useEffect(() => {
    if (titled.current === rows.view || api === null || api.isDestroyed()) return
    titled.current = rows.view
    api.refreshHeader()
  }, [api, rows.view])
  const readAt = useRef(version)
  useEffect(() => {
    if (readAt.current === version || api === null || api.isDestroyed()) return
    readAt.current = version
    void rows.pages?.refresh(api).then((isChanged) => {
      hands.current?.setup.onStatesChanged()
      if (isChanged) hands.current?.range.keepInside()
    })
  }, [api, version, rows.pages, hands])
  // F6 asks a part of the window to take the focus; a table gives it to its active cell.
  useEffect(() => {
    const element = root.current
    const take = (): void => hands.current?.field.focus()
    element?.addEventListener(TAKE_FOCUS, take)
    return () => element?.removeEventListener(TAKE_FOCUS, take)
  }, [hands])
  // Another screen is opened while a cell is being typed in: what was typed is taken while the table still is.
  useLayoutEffect(() => () => hands.current?.field.finish(), [hands])

  useImperativeHandle(ref, () => ({
    showRow: (id) => askForRow(props.name, id),
  }))

  const takesRows = canWrite && props.canAddRows === true
  // AG Grid counts the empty line for a new row as a row, and would not say that there is none.
  const isEmpty = takesRows && (props.source === undefined ? rows.shown?.length === 1 : rows.total === 0)

  const options: GridOptions<Row> = {
    ...STEADY,
    ...(rows.pages === null
      ? {}
      : {
          rowModelType: 'infinite' as const,
          datasource: rows.pages,
          cacheBlockSize: PAGE_ROWS,
          maxBlocksInCache: MOST_PAGES,
          // A bar that comes and goes with the number of rows has every cell styled and laid out twice more.
          alwaysShowVerticalScroll: true,
          rowBuffer: ROWS_BEYOND,
        }),
    theme: gridTheme,
    localeText: gridLocale(props.noRowsText ?? gridText.noRows),
    getRowId: ({ data }) => newest.current.context.rowId(data),
    rowClassRules: {
      'grid-group': ({ data }) => data !== undefined && newest.current.context.isGroup(data),
      'grid-draft': ({ data }) => isDraft(data),
    },
    onColumnResized: (event) => newest.current.onColumnResized(event),
  }
  const shown: GridOptions<Row> = {
    columnDefs,
    pinnedBottomRowData: (totals ?? NO_TOTALS) as Row[],
    ...(rows.pages === null ? { rowData: (rows.shown ?? null) as Row[] | null } : {}),
  }
  const onReady = (ready: GridApi<Row>): void => {
    root.current?.querySelector('[role="grid"],[role="treegrid"]')?.setAttribute('aria-label', label)
    setApi(ready)
  }

  return (
    <div className="data-grid" ref={root} data-grid={name} data-region="grid" data-takes-rows={takesRows}>
      {tools.bars}
      <div className="data-grid-body">
        <AgGrid<Row> options={options} shown={shown} onReady={onReady} />
        {isEmpty ? <div className="data-grid-empty">{props.noRowsText ?? gridText.noRowsYet}</div> : null}
        <div className="data-grid-layer" ref={layer} />
      </div>
      {foot === null ? null : (
        <div className="data-grid-foot" role="alert">
          {foot}
        </div>
      )}
      {clipboard.pending === null ? null : (
        <PastePreview
          paste={clipboard.pending}
          onChoose={clipboard.choose}
          onPaste={clipboard.paste}
          onClose={clipboard.close}
        />
      )}
      {tools.panels}
      {menus.menu === null ? null : <GridMenu menu={menus.menu} onClose={menus.close} />}
    </div>
  )
}

/** The menu key and Shift+F10 on the active cell; Alt+↓ the menu of its column. */
function openMenuBy<Row>(
  event: KeyboardEvent,
  hands: GridHands<Row>,
  open: (target: MenuTarget<Row>, x: number, y: number) => void,
  openHeader: (column: string, below: DOMRect) => void,
): boolean {
  const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)
  const isHeaderKey = event.altKey && event.key === 'ArrowDown'
  const target = isMenuKey || isHeaderKey ? targetOfActive(hands) : null
  if (target === null || target.kind === 'header') return isMenuKey
  if (isHeaderKey) {
    const id = CSS.escape(target.column.id)
    const header = hands.root.querySelector(`.ag-header-cell[col-id="${id}"]`)
    if (header !== null) openHeader(target.column.id, header.getBoundingClientRect())
    return true
  }
  const cell = cellElement(hands.root, hands.setup.api, target.place)?.getBoundingClientRect()
  if (cell !== undefined) open(target, cell.left + 16, cell.bottom)
  return true
}
