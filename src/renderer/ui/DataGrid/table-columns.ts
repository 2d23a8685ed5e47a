import type { TableColumn, TableColumns } from '#shared/domain/table/column.ts'
import { formatCell } from './cell-text.ts'
import { isNumeric, type GridColumn } from './column.ts'

/** The columns as sorting, filtering and searching see them: what is in the data, not what is being typed. */
export function makeTableColumns<Row>(columns: ReadonlyMap<string, GridColumn<Row>>): TableColumns<Row> {
  return new Map([...columns].map(([id, column]) => [id, makeTableColumn(column)]))
}

function makeTableColumn<Row>(column: GridColumn<Row>): TableColumn<Row> {
  return {
    id: column.id,
    order: column.sortAs ?? (isNumeric(column.kind) || column.kind === 'date' ? 'value' : 'text'),
    value: column.value,
    text: (row) => column.display?.(row) ?? formatCell(column, column.value(row)),
  }
}
