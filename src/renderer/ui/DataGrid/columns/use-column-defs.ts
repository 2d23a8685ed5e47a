import type { ColDef, ColGroupDef, GridApi } from 'ag-grid-community'
import { useEffect, useMemo, useRef } from 'react'
import { flattenColumns, type GridColumn, type GridColumns } from '../column.ts'
import { makeColumnDefs, type ColumnContext } from '../column-defs.ts'
import { followColumns, shapeOf } from './column-shape.ts'
import type { LaidOutColumns } from './column-layout.ts'

type Defs<Row> = (ColDef<Row> | ColGroupDef<Row>)[]

interface DefsParts<Row> {
  readonly api: GridApi<Row> | null
  readonly layouts: LaidOutColumns<Row>
  readonly context: ColumnContext<Row>
  readonly isPaged: boolean
  /** Puts the clerk's layout on them; another function means another layout. */
  readonly finish: (defs: Defs<Row>) => Defs<Row>
}

/**
 * The columns as AG Grid wants them. It takes another list as other columns: headers are made anew, all cells drawn and
 * the table laid out several times. A table by pages opens before the lists are there that its codes stand for; when
 * they come, its columns are the same and only their words are others.
 */
export function useColumnDefs<Row>({ api, layouts, context, isPaged, finish }: DefsParts<Row>): Defs<Row> {
  const newest = useRef(new Map<string, GridColumn<Row>>())
  const kept = useRef<{ readonly from: readonly unknown[]; readonly defs: Defs<Row> } | null>(null)
  const drawn = useRef(layouts.columns)
  const { columns, looks } = layouts
  newest.current = new Map(flattenColumns(columns).map((column) => [column.id, column]))
  const shape = useMemo(
    () => (isPaged ? shapeOf(columns) + JSON.stringify([...looks]) : null),
    [isPaged, columns, looks],
  )
  const from: readonly unknown[] = isPaged ? [context, shape] : [context, columns, finish]
  let { current } = kept
  if (current === null || from.some((part, index) => part !== current?.from[index])) {
    const own: GridColumns<Row> = isPaged ? followColumns(columns, (id) => newest.current.get(id)) : columns
    current = { from, defs: finish(makeColumnDefs(own, context)) }
    kept.current = current
  }
  const { defs } = current
  useEffect(() => {
    if (drawn.current === columns) return
    drawn.current = columns
    // Draws the cells whose words are others now; what they hold is the same.
    if (isPaged && api?.isDestroyed() === false) api.refreshCells()
  }, [api, columns, isPaged])
  return defs
}
