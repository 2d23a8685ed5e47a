import { useMemo } from 'react'
import { keepLayout, useTableLayouts } from '../../state/table-layouts.ts'
import { flattenColumns, type GridColumns } from '../column.ts'
import { layOutColumns, moveColumn, readLayout, type ColumnLayout, type LaidOutColumns } from './column-layout.ts'

export interface ColumnLayouts<Row> extends LaidOutColumns<Row> {
  readonly layout: ColumnLayout
  readonly isDefault: boolean
  readonly change: (patch: ColumnLayout) => void
  readonly reset: () => void
  readonly setHidden: (id: string, hidden: boolean) => void
  readonly setWidths: (widths: Readonly<Record<string, number>>) => void
  readonly move: (id: string, step: 1 | -1) => void
}

/** The table's columns as the clerk laid them out on this PC. */
export function useColumnLayout<Row>(table: string, columns: GridColumns<Row>): ColumnLayouts<Row> {
  const kept = useTableLayouts(({ layouts }) => layouts[table])
  const layout = useMemo(() => readLayout(kept), [kept])
  const laidOut = useMemo(() => layOutColumns(columns, layout), [columns, layout])
  return useMemo(() => {
    const change = (patch: ColumnLayout): void => keepLayout(table, { ...layout, ...patch })
    return {
      ...laidOut,
      layout,
      isDefault: kept === undefined,
      change,
      reset: () => keepLayout(table, null),
      setHidden: (id, hidden) => {
        const before = flattenColumns(laidOut.columns).flatMap((column) =>
          laidOut.looks.get(column.id)?.hidden === true ? [column.id] : [],
        )
        // Hidden columns that are not in the table just now (another plan's indicators) stay hidden.
        const absent = (layout.hidden ?? []).filter((one) => !laidOut.looks.has(one))
        const shown = before.filter((one) => one !== id)
        change({ hidden: [...absent, ...shown, ...(hidden ? [id] : [])] })
      },
      setWidths: (widths) => change({ widths: { ...layout.widths, ...widths } }),
      move: (id, step) => {
        const order = moveColumn(laidOut.columns, id, step)
        if (order !== null) change({ order })
      },
    }
  }, [table, laidOut, layout, kept])
}
