import type { ColDef, ColGroupDef, ColumnResizedEvent, GridApi } from 'ag-grid-community'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import { countValues, filterRows, otherFilters } from '#shared/domain/table/filter.ts'
import type { TableColumns } from '#shared/domain/table/column.ts'
import { tablesText } from '#renderer/text/tables.ts'
import { showTable, type ShownTable } from '../state/shown-tables.ts'
import { formatCell } from './cell-text.ts'
import { applyLayout } from './columns/apply-layout.ts'
import { ColumnsPanel } from './columns/ColumnsPanel.tsx'
import { useColumnDrag } from './columns/use-column-drag.ts'
import type { ColumnLayouts } from './columns/use-column-layout.ts'
import type { ColumnContext } from './column-defs.ts'
import type { GridColumn, GridColumns } from './column.ts'
import { sheetOfGrid } from './export/sheet-of-grid.ts'
import { plainRows } from './filter/arrange-rows.ts'
import { withFilter, withSort } from './filter/change-view.ts'
import { describeFilter, describeSort, fullTitles, labelOf, natureOf } from './filter/describe-filter.ts'
import { FilterBar, type BarTag } from './filter/FilterBar.tsx'
import { FilterPanel } from './filter/FilterPanel.tsx'
import type { ListedValue } from './filter/ValueList.tsx'
import { FindBar } from './find/FindBar.tsx'
import { ReplacePreview } from './find/ReplacePreview.tsx'
import { useFind } from './find/use-find.ts'
import './grid-tools.css'
import type { DataGridProps } from './grid-model.ts'
import type { GridHands, MenuProvider } from './hands.ts'
import { shownColumns } from './places.ts'
import { fitAll, makeTableMenu } from './table-menu.ts'
import type { TableRows } from './use-table-rows.ts'

export interface ToolParts<Row> {
  readonly api: GridApi<Row> | null
  readonly root: RefObject<HTMLDivElement | null>
  readonly hands: RefObject<GridHands<Row> | null>
  readonly props: DataGridProps<Row>
  readonly columns: ReadonlyMap<string, GridColumn<Row>>
  readonly tableColumns: TableColumns<Row>
  readonly layouts: ColumnLayouts<Row>
  readonly context: ColumnContext<Row>
  readonly rows: TableRows<Row>
}

export interface TableTools<Row> {
  /** Stands above the cells: what is searched, what is filtered. */
  readonly bars: ReactNode
  /** Panels and dialogs that are open. */
  readonly panels: ReactNode
  readonly menuItems: MenuProvider<Row>
  readonly openFilter: (column: string, below: DOMRect) => void
  readonly finish: (defs: readonly (ColDef<Row> | ColGroupDef<Row>)[]) => (ColDef<Row> | ColGroupDef<Row>)[]
  readonly onColumnResized: (event: ColumnResizedEvent<Row>) => void
}

type OpenPanel =
  | { readonly kind: 'filter'; readonly column: string; readonly target: DOMRect }
  | { readonly kind: 'columns'; readonly target: DOMRect }

/** Filters, order, finding, columns and what goes to Excel and paper: what a table offers beside its cells. */
export function useTableTools<Row>(parts: ToolParts<Row>): TableTools<Row> {
  const { api, root, hands, props, columns, layouts, context, rows, tableColumns } = parts
  const { view, setView } = rows
  const [panel, setPanel] = useState<OpenPanel | null>(null)
  const find = useFind(hands, rows, props.version)
  const titles = useMemo(() => fullTitles(props.columns), [props.columns])
  const titleOf = (id: string): string => titles.get(id) ?? id
  const newest = useRef(parts)
  newest.current = parts

  const filterTags = view.filters.flatMap((filter): BarTag[] => {
    const column = columns.get(filter.column)
    if (column === undefined) return []
    return [
      {
        id: filter.column,
        label: describeFilter(filter, column, titleOf(filter.column)),
        open: (from) => setPanel({ kind: 'filter', column: filter.column, target: from.getBoundingClientRect() }),
        remove: () => setView(withFilter(view, filter.column, null)),
      },
    ]
  })
  const sortTags = view.sort.flatMap((sort): BarTag[] =>
    columns.has(sort.column)
      ? [
          {
            id: sort.column,
            label: describeSort(sort, titleOf(sort.column)),
            open: (from) => setPanel({ kind: 'filter', column: sort.column, target: from.getBoundingClientRect() }),
            remove: () => setView(withSort(view, sort.column, null, true)),
          },
        ]
      : [],
  )
  const described = filterTags.map(({ label }) => label).join(' · ')

  const tools = useRef<Pick<ShownTable, 'sheet' | 'find' | 'chooseColumns'> | null>(null)
  tools.current = {
    sheet: () => {
      const { api: grid } = newest.current
      if (grid === null) throw new Error('the table is not ready')
      return sheetOfGrid<Row>({
        api: grid,
        columns,
        titles: groupTitles(props.columns),
        context,
        props,
        rows,
        filters: described,
      })
    },
    find: find.open,
    chooseColumns: (target) => setPanel({ kind: 'columns', target }),
  }
  const { name, label } = props
  useEffect(() => {
    if (api === null) return
    return showTable({
      name,
      label,
      element: () => root.current,
      sheet: () => {
        if (tools.current === null) throw new Error('the table is gone')
        return tools.current.sheet()
      },
      find: (withReplace) => tools.current?.find(withReplace),
      chooseColumns: (target) => tools.current?.chooseColumns(target),
    })
  }, [api, root, name, label])

  const shownOrder = layouts.columns
  useColumnDrag(hands, root, shownOrder, (order) => layouts.change({ order }))

  const loadValues = (column: GridColumn<Row>): (() => Promise<readonly ListedValue[]>) | null => {
    const { source } = props
    const own = tableColumns.get(column.id)
    if (source === undefined)
      return own === undefined
        ? null
        : () => {
            const others = otherFilters(view.filters, column.id)
            const shape = { rowId: props.rowId, tree: props.tree, isGroup: props.isGroup ?? ((): boolean => false) }
            const plain = filterRows(plainRows(props.rows ?? [], shape), others, tableColumns)
            const texts = new Map(plain.map((row) => [own.value(row), own.text(row)]))
            return Promise.resolve(
              countValues(plain, own).map(({ value, count }) => ({
                value,
                count,
                text: (value === null ? '' : texts.get(value)) || labelOf(column, value),
              })),
            )
          }
    const { valuesOf } = source
    if (valuesOf === undefined) return null
    return async () =>
      (await valuesOf(column.id, { sort: [], filters: otherFilters(view.filters, column.id) })).map(
        ({ value, count, text }) => ({ value, count, text: text ?? labelOf(column, value) }),
      )
  }
  const canSort = (column: GridColumn<Row>): boolean =>
    column.filter !== false && (props.source === undefined ? column.sortable !== false : column.sortable === true)

  const openFilter = (id: string, target: DOMRect): void => {
    if (columns.get(id)?.filter !== false) setPanel({ kind: 'filter', column: id, target })
  }

  const { marks } = find
  const isPaged = props.source !== undefined
  // A new function means new columns for AG Grid: only when their looks changed.
  const finish = useCallback<TableTools<Row>['finish']>(
    (defs) => applyLayout(defs, { looks: layouts.looks, columns, marks, rowId: context.rowId, isPaged }),
    [layouts.looks, columns, marks, context.rowId, isPaged],
  )

  const panelColumn = panel?.kind === 'filter' ? columns.get(panel.column) : undefined
  const matched = rows.arranged.matched
  const count =
    props.source !== undefined
      ? rows.total === null
        ? ''
        : tablesText.bar.shownPaged(rows.total)
      : matched === null
        ? ''
        : tablesText.bar.shown(matched.size, countPlain(props))

  return {
    bars: (
      <>
        {find.isOpen ? (
          <FindBar
            query={find.query}
            by={find.by}
            column={find.column}
            columns={findColumns(api, titles)}
            canReplace={
              props.write !== undefined && (props.source === undefined || props.source.finder?.replace !== undefined)
            }
            showsReplace={find.showsReplace}
            found={find.found}
            problem={find.problem}
            asked={find.asked}
            onQuery={find.setQuery}
            onBy={find.setBy}
            onColumn={find.setColumn}
            onStep={find.step}
            onShowReplace={() => find.open(true)}
            onReplaceOne={find.replaceOne}
            onReplaceAll={find.planAll}
            onClose={find.close}
          />
        ) : null}
        {filterTags.length + sortTags.length === 0 ? null : (
          <FilterBar
            filters={filterTags}
            sorts={sortTags}
            count={count}
            isStale={rows.arranged.isStale}
            onAgain={rows.arranged.arrangeAgain}
            onClearFilters={() => setView({ ...view, filters: [] })}
            onClearSorts={() => setView({ ...view, sort: [] })}
          />
        )}
      </>
    ),
    panels: (
      <>
        {panel?.kind === 'filter' && panelColumn !== undefined ? (
          <FilterPanel
            key={panel.column}
            column={panel.column}
            title={titleOf(panel.column)}
            nature={natureOf(panelColumn)}
            filter={view.filters.find((filter) => filter.column === panel.column) ?? null}
            sort={view.sort.find((sort) => sort.column === panel.column) ?? null}
            canSort={canSort(panelColumn)}
            hasOtherSort={view.sort.some((sort) => sort.column !== panel.column)}
            loadValues={loadValues(panelColumn)}
            show={(edge) => formatCell(panelColumn, edge)}
            target={panel.target}
            onSort={(descending, keepOthers) => setView(withSort(view, panel.column, descending, keepOthers))}
            onFilter={(filter) => setView(withFilter(view, panel.column, filter))}
            onClose={() => setPanel(null)}
          />
        ) : null}
        {panel?.kind === 'columns' ? (
          <ColumnsPanel
            layouts={layouts}
            titles={titles}
            target={panel.target}
            onFit={() => fitAll(api, layouts)}
            onClose={() => setPanel(null)}
          />
        ) : null}
        {find.preview === null ? null : (
          <ReplacePreview
            answer={find.preview}
            titleOf={titleOf}
            onReplace={find.replaceAll}
            onClose={find.closePreview}
          />
        )}
      </>
    ),
    menuItems: makeTableMenu({
      ...parts,
      openFilter,
      chooseColumns: (target) => setPanel({ kind: 'columns', target }),
    }),
    openFilter,
    finish,
    onColumnResized: ({ finished, source, columns: resized }) => {
      if (!finished || !BY_HAND.has(source) || resized === null) return
      layouts.setWidths(Object.fromEntries(resized.map((column) => [column.getColId(), column.getActualWidth()])))
    },
  }
}

/** Widths the clerk set; those AG Grid works out by itself are not kept. */
const BY_HAND: ReadonlySet<string> = new Set(['uiColumnResized', 'autosizeColumns'])

function countPlain<Row>({ rows, rowId, tree, isGroup }: DataGridProps<Row>): number {
  return plainRows(rows ?? [], { rowId, tree, isGroup: isGroup ?? ((): boolean => false) }).length
}

function findColumns<Row>(
  api: GridApi<Row> | null,
  titles: ReadonlyMap<string, string>,
): readonly { readonly id: string; readonly title: string }[] {
  return api === null
    ? []
    : shownColumns(api).map((column) => ({ id: column.getColId(), title: titles.get(column.getColId()) ?? '' }))
}

function groupTitles<Row>(
  columns: GridColumns<Row>,
): ReadonlyMap<string, { readonly title: string; readonly group: string | null }> {
  return new Map(
    columns.flatMap((column) =>
      'columns' in column
        ? column.columns.map((child): [string, { title: string; group: string | null }] => [
            child.id,
            { title: child.title, group: column.title },
          ])
        : [[column.id, { title: column.title, group: null }]],
    ),
  )
}
