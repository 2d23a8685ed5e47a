import type { GridApi } from 'ag-grid-community'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { TableColumns } from '#shared/domain/table/column.ts'
import type { TableView } from '#shared/domain/table/view.ts'
import { setTableView, useTableViews, viewOf } from '../state/table-views.ts'
import type { CellStates } from './cell-states.ts'
import { useArrangedRows, type KeptRows } from './filter/use-arranged-rows.ts'
import { withDraft } from './draft-place.ts'
import type { DataGridProps } from './grid-model.ts'
import type { DraftPlace } from './hands.ts'
import { PagedRows } from './row-source.ts'
import type { TreeCellContext } from './tree-cell.ts'
import { openRows, parentIds } from './tree-rows.ts'

const NO_PARENTS: ReadonlySet<string> = new Set()
const NEVER = (): boolean => false

export interface TableRows<Row> {
  readonly shown: readonly Row[] | undefined
  /** With a source. */
  readonly pages: PagedRows<Row> | null
  readonly view: TableView
  readonly setView: (view: TableView) => void
  readonly tree: TreeCellContext<Row> | null
  /** The rows under the view, whether their branch is open or not. */
  readonly arranged: KeptRows<Row>
  /** With a source: how many rows its view has; null until the first page came. */
  readonly total: number | null
  /** Opens the branches above a row. True when some were folded: the row is there after the next drawing. */
  readonly reveal: (rowId: string) => boolean
  /** Where the empty line for a new row stands; null: at the end. */
  readonly placeDraft: (beside: DraftPlace | null) => void
}

/** Which rows the table shows, in what order: filtered and sorted by the view, those of open branches. */
export function useTableRows<Row>(
  props: DataGridProps<Row>,
  states: CellStates,
  tableColumns: TableColumns<Row>,
  api: GridApi<Row> | null,
): TableRows<Row> {
  const { name, rows, source, tree, rowId } = props
  const view = useTableViews(({ views }) => viewOf(views, name))
  const setView = useCallback((changed: TableView) => setTableView(name, changed), [name])
  const [total, setTotal] = useState<number | null>(null)
  const takesNew = props.canAddRows === true && props.write !== undefined
  const [draftAt, setDraftAt] = useState<DraftPlace | null>(null)
  const [closed, setClosed] = useState<ReadonlySet<string>>(NO_PARENTS)
  // What is found is shown even in branches that were folded; folding again while filtering is its own affair.
  const [closedInFilter, setClosedInFilter] = useState<ReadonlySet<string>>(NO_PARENTS)
  useEffect(() => setClosedInFilter(NO_PARENTS), [view.filters])
  const isFiltered = view.filters.length > 0
  const folded = isFiltered ? closedInFilter : closed
  const fold = isFiltered ? setClosedInFilter : setClosed
  const arranged = useArrangedRows(rows, view, tableColumns, { rowId, tree, isGroup: props.isGroup ?? NEVER })
  const parents = useMemo(
    () => (tree === undefined || rows === undefined ? NO_PARENTS : parentIds(arranged.rows, tree)),
    [rows, arranged.rows, tree],
  )
  const shown = useMemo(
    () =>
      rows === undefined
        ? undefined
        : tree === undefined
          ? arranged.rows
          : openRows(arranged.rows, tree, rowId, folded),
    [rows, arranged.rows, tree, rowId, folded],
  )
  const newestColumns = useRef(tableColumns)
  newestColumns.current = tableColumns
  const dropSaid = useCallback(
    (read: readonly Row[]): void => {
      if (!states.hasSettled()) return
      const byId = new Map(read.map((row) => [rowId(row), row]))
      states.dropSaid((id, column) => {
        const row = byId.get(id)
        return row === undefined ? undefined : newestColumns.current.get(column)?.value(row)
      })
    },
    [states, rowId],
  )
  const paged = useRef<PagedRows<Row> | null>(null)
  if (paged.current === null && source !== undefined)
    paged.current = new PagedRows({ source, view, takesNew }, rowId, (found, read) => {
      setTotal(found)
      dropSaid(read)
    })
  useEffect(() => {
    if (api?.isDestroyed() === false && source !== undefined) paged.current?.show(api, { source, view, takesNew })
  }, [api, source, view, takesNew])
  const toggle = useCallback(
    (row: Row) =>
      fold((before) => {
        const after = new Set(before)
        if (!after.delete(rowId(row))) after.add(rowId(row))
        return after
      }),
    [rowId, fold],
  )
  const reveal = useCallback(
    (id: string): boolean => {
      if (tree === undefined || folded.size === 0) return false
      const byId = new Map(arranged.rows.map((row) => [rowId(row), row]))
      const above = new Set<string>()
      for (let at = byId.get(id); at !== undefined;) {
        const parent = tree.parentOf(at)
        if (parent === null || above.has(parent)) break
        above.add(parent)
        at = byId.get(parent)
      }
      const isFolded = [...above].some((parent) => folded.has(parent))
      if (isFolded) fold((before) => new Set([...before].filter((parent) => !above.has(parent))))
      return isFolded
    },
    [tree, folded, fold, arranged.rows, rowId],
  )
  const treeContext = useMemo(
    () =>
      tree === undefined
        ? null
        : {
            depthOf: tree.depthOf,
            isParent: (row: Row) => parents.has(rowId(row)),
            isClosed: (row: Row) => folded.has(rowId(row)),
            toggle,
          },
    [tree, parents, folded, rowId, toggle],
  )
  useLayoutEffect(() => dropSaid(rows ?? []), [rows, dropSaid])
  const listed = useMemo(
    () => (takesNew && shown !== undefined ? withDraft(shown, draftAt, rowId) : shown),
    [takesNew, shown, draftAt, rowId],
  )
  return {
    shown: listed,
    pages: paged.current,
    view,
    setView,
    tree: treeContext,
    arranged,
    total,
    reveal,
    placeDraft: setDraftAt,
  }
}
