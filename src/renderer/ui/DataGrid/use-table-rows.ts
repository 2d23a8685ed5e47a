import type { IDatasource } from 'ag-grid-community'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { WHOLE_TABLE, type TableView } from '#shared/domain/table/view.ts'
import type { CellStates } from './cell-states.ts'
import type { DataGridProps } from './grid-model.ts'
import { makeDatasource } from './row-source.ts'
import type { TreeCellContext } from './tree-cell.ts'
import { openRows, parentIds } from './tree-rows.ts'

const NO_ROWS: readonly never[] = []
const NO_PARENTS: ReadonlySet<string> = new Set()

export interface TableRows<Row> {
  readonly shown: readonly Row[] | undefined
  readonly datasource: IDatasource | undefined
  readonly view: TableView
  readonly setView: (view: TableView) => void
  readonly tree: TreeCellContext<Row> | null
}

/** Which rows the table shows, in what order: those of open branches, filtered and sorted by the view. */
export function useTableRows<Row>(props: DataGridProps<Row>, states: CellStates): TableRows<Row> {
  const { rows, source, tree, rowId } = props
  const [view, setView] = useState<TableView>(WHOLE_TABLE)
  const [closed, setClosed] = useState<ReadonlySet<string>>(NO_PARENTS)
  const parents = useMemo(
    () => (tree === undefined || rows === undefined ? NO_PARENTS : parentIds(rows, tree)),
    [rows, tree],
  )
  // HOOK (filters, sort): `view` is applied to whole tables here, between the rows given and the branches shown.
  const shown = useMemo(
    () => (tree === undefined ? rows : openRows(rows ?? NO_ROWS, tree, rowId, closed)),
    [rows, tree, rowId, closed],
  )
  // HOOK (filters, sort): tables that come by pages ask the source with the same view.
  const datasource = useMemo(
    () => (source === undefined ? undefined : makeDatasource(source, () => states.dropSettled())),
    [source, states],
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
  const treeContext = useMemo(
    () =>
      tree === undefined
        ? null
        : {
            depthOf: tree.depthOf,
            isParent: (row: Row) => parents.has(rowId(row)),
            isClosed: (row: Row) => closed.has(rowId(row)),
            toggle,
          },
    [tree, parents, closed, rowId, toggle],
  )
  // New rows are here: what the backend already has is in them.
  useEffect(() => states.dropSettled(), [rows, states])
  return { shown, datasource, view, setView, tree: treeContext }
}
