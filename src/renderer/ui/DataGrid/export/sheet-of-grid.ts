import type { GridApi } from 'ag-grid-community'
import type { SheetCell, SheetColumn, SheetRow } from '#shared/domain/table/sheet.ts'
import { isIsoDate } from '#shared/kit/dates.ts'
import type { TableSheet } from '../../state/shown-tables.ts'
import { formatCell } from '../cell-text.ts'
import { isNumeric, type GridColumn } from '../column.ts'
import { shownValue, type ColumnContext } from '../column-defs.ts'
import type { DataGridProps } from '../grid-model.ts'
import { shownColumns } from '../places.ts'
import type { TableRows } from '../use-table-rows.ts'

/** One page of a table that comes by pages; the backend answers so many at once. */
const PAGE_ROWS = 1000
/** A sign and a space, two of them at most: "▲ ≥". */
const LONGEST_SIGN = 3
/** Width a column has whose own is not known. */
const USUAL_WIDTH = 100

export interface SheetScope<Row> {
  readonly api: GridApi<Row>
  readonly columns: ReadonlyMap<string, GridColumn<Row>>
  readonly titles: ReadonlyMap<string, { readonly title: string; readonly group: string | null }>
  readonly context: ColumnContext<Row>
  readonly props: DataGridProps<Row>
  readonly rows: TableRows<Row>
  readonly filters: string
}

/**
 * The table as it is shown: the columns on screen in their order, the rows under the view, totals last. Folded
 * branches are written out too: paper cannot be unfolded.
 */
export function sheetOfGrid<Row>(scope: SheetScope<Row>): TableSheet {
  const { api, columns, titles, props, rows } = scope
  const shown = shownColumns(api).flatMap((column) => {
    const definition = columns.get(column.getColId())
    return definition === undefined ? [] : [{ column, definition }]
  })
  const sheetColumns = shown.map(({ column, definition }): SheetColumn => {
    const named = titles.get(definition.id)
    return {
      title: definition.title,
      group: named?.group ?? null,
      kind: definition.kind === 'choice' ? 'text' : definition.kind,
      width: column.getActualWidth() || USUAL_WIDTH,
      align: definition.align ?? (isNumeric(definition.kind) ? 'right' : 'left'),
    }
  })
  const definitions = shown.map(({ definition }) => definition)
  const totals = (props.totals ?? []).map((row) => rowOf(row, definitions, scope, 'total'))
  const count = props.source === undefined ? rows.arranged.rows.length : (rows.total ?? 0)
  return {
    columns: sheetColumns,
    frozen: shown.filter(({ column }) => column.getPinned() === 'left').length,
    filters: scope.filters,
    count,
    read: async (give) => {
      const { source } = props
      if (source === undefined) {
        const all = [...rows.arranged.rows.map((row) => rowOf(row, definitions, scope, kindOf(row, props))), ...totals]
        for (let at = 0; at < all.length; at += PAGE_ROWS) {
          const part = all.slice(at, at + PAGE_ROWS)
          if (!(await give(part, Math.min(all.length, at + part.length), all.length))) return
        }
        return
      }
      // The next page is read while this one is being written.
      let coming = source.load(0, PAGE_ROWS, rows.view)
      for (let start = 0; ; start += PAGE_ROWS) {
        const page = await coming
        const done = start + page.rows.length
        const isLast = done >= page.total || page.rows.length === 0
        if (!isLast) coming = source.load(start + PAGE_ROWS, start + 2 * PAGE_ROWS, rows.view)
        // Should the rest not be wanted any more, nobody waits for it.
        coming.catch(() => undefined)
        const part = page.rows.map((row) => rowOf(row, definitions, scope, kindOf(row, props)))
        if (!(await give(isLast ? [...part, ...totals] : part, done, page.total)) || isLast) return
      }
    },
  }
}

function kindOf<Row>(row: Row, { isGroup }: DataGridProps<Row>): SheetRow['kind'] {
  return isGroup?.(row) === true ? 'group' : 'row'
}

function rowOf<Row>(
  row: Row,
  columns: readonly GridColumn<Row>[],
  scope: SheetScope<Row>,
  kind: SheetRow['kind'],
): SheetRow {
  const { context, props } = scope
  return {
    kind,
    depth: kind === 'total' ? 0 : (props.tree?.depthOf(row) ?? 0),
    cells: columns.map((column) => {
      const cell = cellOf(column, row, context)
      return column.tree === true && typeof cell === 'string' ? context.totals.nameOf(row, cell) : cell
    }),
  }
}

/** A number or a day where the cell shows just that; otherwise what it says: "còn 120 chưa giao". */
function cellOf<Row>(column: GridColumn<Row>, row: Row, context: ColumnContext<Row>): SheetCell {
  const value = shownValue(column, row, context)
  const said = column.display?.(row, value) ?? null
  const plain = formatCell(column, value)
  if (said !== null && said !== plain) {
    const isSigned = isNumeric(column.kind) && typeof value === 'number' && plain !== '' && said.endsWith(plain)
    // "▼ 71,9%" is a number with a sign before it; "giao vượt 88" is a sentence.
    if (isSigned && said.length - plain.length <= LONGEST_SIGN) return { sign: said.slice(0, -plain.length), value }
    return said === '' ? null : said
  }
  if (isNumeric(column.kind) && typeof value === 'number') return value
  if (column.kind === 'date' && typeof value === 'string' && isIsoDate(value)) return value
  return plain === '' ? null : plain
}
