import type { ColDef, ColGroupDef } from 'ag-grid-community'
import type { GridColumn } from '../column.ts'
import type { FindMarks } from '../find/find-marks.ts'
import type { LaidOutColumn } from './column-layout.ts'

interface Looks<Row> {
  readonly looks: ReadonlyMap<string, LaidOutColumn>
  readonly columns: ReadonlyMap<string, GridColumn<Row>>
  readonly marks: FindMarks
  readonly rowId: (row: Row) => string
  /** Rows are known by their place, not by their id. */
  readonly isPaged: boolean
}

/** The columns as the clerk laid them out, cells that are found marked. Row numbers are left as they are. */
export function applyLayout<Row>(
  defs: readonly (ColDef<Row> | ColGroupDef<Row>)[],
  scope: Looks<Row>,
): (ColDef<Row> | ColGroupDef<Row>)[] {
  return defs.map((def) =>
    'children' in def ? { ...def, children: applyLayout(def.children, scope) } : applyToColumn(def, scope),
  )
}

function applyToColumn<Row>(def: ColDef<Row>, { looks, columns, marks, rowId, isPaged }: Looks<Row>): ColDef<Row> {
  const id = def.colId ?? ''
  const look = looks.get(id)
  const column = columns.get(id)
  if (look === undefined || column === undefined) return def
  const { initialWidth, ...rest } = def
  const width = look.width ?? initialWidth
  const key = (data: Row, index: number): string | number => (isPaged ? index : rowId(data))
  return {
    ...rest,
    hide: look.hidden,
    pinned: look.frozen ? 'left' : null,
    lockPinned: true,
    ...(width === undefined ? {} : { width }),
    flex: look.width === null ? (column.flex ?? null) : null,
    cellClassRules: {
      ...def.cellClassRules,
      'grid-found': ({ data, rowIndex, node }) =>
        data !== undefined && !node.rowPinned && marks.isMarked(key(data, rowIndex), id),
      'grid-found-current': ({ data, rowIndex, node }) =>
        data !== undefined && !node.rowPinned && marks.isCurrent(key(data, rowIndex), id),
    },
  }
}
