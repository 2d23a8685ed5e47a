import type { ColDef, ColGroupDef, ValueGetterParams } from 'ag-grid-community'
import type { CellStates } from './cell-states.ts'
import { formatCell } from './cell-text.ts'
import { isNumeric, type CellValue, type GridColumn, type GridColumns } from './column.ts'
import { TreeCell, type TreeCellContext } from './tree-cell.ts'

const COLLATOR = new Intl.Collator('vi', { numeric: true })

export interface ColumnContext<Row> {
  readonly rowId: (row: Row) => string
  readonly states: CellStates
  readonly isGroup: (row: Row) => boolean
  readonly canWrite: boolean
  /** How rows are nested; null in a flat table. */
  readonly tree: TreeCellContext<Row> | null
}

export function makeColumnDefs<Row>(
  columns: GridColumns<Row>,
  context: ColumnContext<Row>,
): (ColDef<Row> | ColGroupDef<Row>)[] {
  return columns.map((column) =>
    'columns' in column
      ? {
          headerName: column.title,
          headerTooltip: column.titleHint ?? column.title,
          marryChildren: true,
          children: column.columns.map((child) => makeColumnDef(child, context)),
        }
      : makeColumnDef(column, context),
  )
}

/** Whether the cell of this row takes typing. */
export function isEditable<Row>(column: GridColumn<Row>, row: Row, context: ColumnContext<Row>): boolean {
  if (!context.canWrite || column.edit === undefined) return false
  return column.edit.allowed === undefined ? !context.isGroup(row) : column.edit.allowed(row)
}

/** What the cell shows: what was typed and is not yet, or not rightly, in the row comes first. */
export function shownValue<Row>(column: GridColumn<Row>, row: Row, context: ColumnContext<Row>): CellValue {
  const state = column.edit === undefined ? undefined : context.states.valueOf(context.rowId(row), column.id)
  return state === undefined ? column.value(row) : state
}

function makeColumnDef<Row>(column: GridColumn<Row>, context: ColumnContext<Row>): ColDef<Row> {
  const right = column.align === 'right' || (column.align === undefined && isNumeric(column.kind))
  const align = right ? 'grid-right' : column.align === 'center' ? 'grid-center' : undefined
  const choices = column.choices
  const editsChoice = column.kind === 'choice' && column.edit !== undefined && choices !== undefined
  return {
    colId: column.id,
    headerName: column.title,
    ...(column.titleHint === undefined ? {} : { headerTooltip: column.titleHint }),
    ...(align === undefined ? {} : { headerClass: align }),
    cellClass: [align ?? '', column.strong === true ? 'grid-strong' : ''].filter((name) => name !== ''),
    ...(column.width === undefined ? {} : { initialWidth: column.width }),
    ...(column.flex === undefined ? {} : { flex: column.flex }),
    minWidth: column.minWidth ?? 48,
    ...(column.pinned === true ? { pinned: 'left' as const } : {}),
    sortable: column.sortable ?? false,
    comparator: (a: CellValue, b: CellValue) => compareValues(a, b),
    valueGetter: ({ data }: ValueGetterParams<Row>): CellValue =>
      data === undefined ? null : shownValue(column, data, context),
    valueFormatter: ({ value, data }): string => {
      if (data === undefined) return ''
      const shown = (value ?? null) as CellValue
      return column.display?.(data) ?? formatCell(column, shown)
    },
    editable: ({ data }) => data !== undefined && isEditable(column, data, context),
    ...(editsChoice
      ? { cellEditor: 'agSelectCellEditor', cellEditorParams: { values: choices.map((choice) => choice.id) } }
      : { cellEditor: 'agTextCellEditor', cellEditorParams: { useFormatter: true } }),
    tooltipValueGetter: ({ data }) =>
      data === undefined || data === null
        ? null
        : (context.states.problemOf(context.rowId(data), column.id)?.reason ?? column.hint?.(data) ?? null),
    cellClassRules: {
      'grid-problem': ({ data }) =>
        data !== undefined && context.states.problemOf(context.rowId(data), column.id) !== null,
      'grid-pending': ({ data }) => data !== undefined && context.states.isPending(context.rowId(data), column.id),
      'grid-editable': ({ data }) => data !== undefined && isEditable(column, data, context),
      'grid-locked': ({ data }) => data !== undefined && column.locked?.(data) === true,
      'grid-tone-behind': ({ data }) => data !== undefined && column.tone?.(data) === 'behind',
      'grid-tone-pace': ({ data }) => data !== undefined && column.tone?.(data) === 'pace',
      'grid-tone-reached': ({ data }) => data !== undefined && column.tone?.(data) === 'reached',
      'grid-tone-exceeded': ({ data }) => data !== undefined && column.tone?.(data) === 'exceeded',
      'grid-tone-muted': ({ data }) => data !== undefined && column.tone?.(data) === 'muted',
      'grid-tone-warning': ({ data }) => data !== undefined && column.tone?.(data) === 'warning',
    },
    ...(column.tree === true && context.tree !== null
      ? { cellRenderer: TreeCell, cellRendererParams: { tree: context.tree } }
      : {}),
  }
}

/** Vietnamese order for text, empty cells last. */
function compareValues(a: CellValue, b: CellValue): number {
  if (a === b) return 0
  if (a === null || a === '') return 1
  if (b === null || b === '') return -1
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return COLLATOR.compare(String(a), String(b))
}
