import type { CellClassRules, ColDef, ColGroupDef, ValueGetterParams } from 'ag-grid-community'
import type { CellStates } from './cell-states.ts'
import { headerWidth } from './columns/header-width.ts'
import { formatCell } from './cell-text.ts'
import { flattenColumns, isNumeric, type CellValue, type GridColumn, type GridColumns } from './column.ts'
import { HeaderCell, type HeaderContext } from './header-cell.ts'
import { handsText } from '#renderer/text/grid-hands.ts'
import { isDraft } from './places.ts'
import { makeRowNumbers } from './row-number.ts'
import type { LiveTotals } from './totals/live-totals.ts'
import { TreeCell, type TreeCellContext } from './tree-cell.ts'

export interface ColumnContext<Row> {
  readonly rowId: (row: Row) => string
  readonly states: CellStates
  readonly isGroup: (row: Row) => boolean
  readonly canWrite: boolean
  /** How rows are nested; null in a flat table. */
  readonly tree: TreeCellContext<Row> | null
  readonly headers: HeaderContext
  /** Figures of group rows and totals while rows are typed into or filtered. */
  readonly totals: LiveTotals<Row>
}

export function makeColumnDefs<Row>(
  columns: GridColumns<Row>,
  context: ColumnContext<Row>,
): (ColDef<Row> | ColGroupDef<Row>)[] {
  const first = flattenColumns(columns).find((column) => column.edit !== undefined)?.id
  const make = (column: GridColumn<Row>): ColDef<Row> => makeColumnDef(column, context, column.id === first)
  return [
    makeRowNumbers(),
    ...columns.map((column) =>
      'columns' in column
        ? {
            headerName: column.title,
            headerTooltip: column.titleHint ?? column.title,
            marryChildren: true,
            children: column.columns.map(make),
          }
        : make(column),
    ),
  ]
}

/** Whether the cell of this row takes typing. */
export function isEditable<Row>(column: GridColumn<Row>, row: Row, context: ColumnContext<Row>): boolean {
  if (!context.canWrite || column.edit === undefined) return false
  if (isDraft(row)) return true
  return column.edit.allowed === undefined ? !context.isGroup(row) : column.edit.allowed(row)
}

/** What the cell shows: what was typed and is not yet, or not rightly, in the row comes first. */
export function shownValue<Row>(column: GridColumn<Row>, row: Row, context: ColumnContext<Row>): CellValue {
  const state = column.edit === undefined ? undefined : context.states.valueOf(context.rowId(row), column.id)
  if (state !== undefined) return state
  if (isDraft(row)) return null
  const live = context.totals.valueOf(column, row)
  return live === undefined ? column.value(row) : live
}

function makeColumnDef<Row>(column: GridColumn<Row>, context: ColumnContext<Row>, invitesRows: boolean): ColDef<Row> {
  /** A rule about rows of data: never asked of the empty line, nor of rows that are not loaded. */
  const forData = <Answer>(data: Row | undefined | null, rule: (row: Row) => Answer): Answer | undefined =>
    data === undefined || data === null || isDraft(data) ? undefined : rule(data)
  const right = column.align === 'right' || (column.align === undefined && isNumeric(column.kind))
  const align = right ? 'grid-right' : column.align === 'center' ? 'grid-center' : undefined
  return {
    colId: column.id,
    headerName: column.title,
    ...(column.titleHint === undefined ? {} : { headerTooltip: column.titleHint }),
    ...(align === undefined ? {} : { headerClass: align }),
    cellClass: [align ?? '', column.strong === true ? 'grid-strong' : ''].filter((name) => name !== ''),
    ...(column.width === undefined ? {} : { initialWidth: Math.max(column.width, headerWidth(column.title)) }),
    ...(column.flex === undefined ? {} : { flex: column.flex }),
    minWidth:
      column.flex === undefined ? (column.minWidth ?? 48) : Math.max(column.minWidth ?? 48, headerWidth(column.title)),
    ...(column.pinned === true ? { pinned: 'left' as const } : {}),
    // The view orders rows, not AG Grid.
    sortable: false,
    headerComponent: HeaderCell,
    headerComponentParams: { headers: context.headers },
    valueGetter: ({ data }: ValueGetterParams<Row>): CellValue =>
      data === undefined ? null : shownValue(column, data, context),
    valueFormatter: ({ value, data }): string => {
      if (data === undefined) return ''
      const shown = (value ?? null) as CellValue
      if (isDraft(data) && shown === null) return invitesRows ? handsText.typeToAdd : ''
      const text = forData(data, (row) => column.display?.(row, shown)) ?? formatCell(column, shown)
      return column.tree === true ? context.totals.nameOf(data, text) : text
    },
    tooltipValueGetter: ({ data }) =>
      data === undefined || data === null
        ? null
        : (context.states.problemOf(context.rowId(data), column.id)?.reason ??
          forData(data, (row) => column.hint?.(row)) ??
          null),
    cellClassRules: classRules(column, context, forData),
    ...(column.tree === true && context.tree !== null
      ? { cellRenderer: TreeCell, cellRendererParams: { tree: context.tree } }
      : {}),
  }
}

const TONES = ['behind', 'pace', 'reached', 'exceeded', 'muted', 'warning'] as const

/** Asked of each cell at each drawing: a column has only the rules that can ever hold for it. */
function classRules<Row>(
  column: GridColumn<Row>,
  context: ColumnContext<Row>,
  forData: <Answer>(data: Row | undefined | null, rule: (row: Row) => Answer) => Answer | undefined,
): CellClassRules<Row> {
  const rules: CellClassRules<Row> = {}
  if (column.edit !== undefined) {
    rules['grid-problem'] = ({ data }) =>
      data !== undefined && context.states.problemOf(context.rowId(data), column.id) !== null
    rules['grid-pending'] = ({ data }) => data !== undefined && context.states.isPending(context.rowId(data), column.id)
    rules['grid-editable'] = ({ data }) => data !== undefined && isEditable(column, data, context)
  }
  const { locked, tone } = column
  if (locked !== undefined) rules['grid-locked'] = ({ data }) => forData(data, locked) === true
  if (tone !== undefined)
    for (const name of TONES)
      rules[`grid-tone-${name}`] = ({ data }) =>
        forData(data, (row) => tone(row, shownValue(column, row, context))) === name
  return rules
}
