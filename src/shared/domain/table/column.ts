import type { TableValue } from './view.ts'

/**
 * How a column's cells are put in order.
 * text    what the cell shows, in Vietnamese order; numbers within it by value: "Tổ 2" before "Tổ 10"
 * person  what the cell shows, a person's name: by given name, then family and middle names
 * value   the value itself: numbers by size, ISO dates by day
 */
export type ColumnOrder = 'text' | 'person' | 'value'

/** What sorting, filtering and searching need to know of a column. */
export interface TableColumn<Row> {
  readonly id: string
  readonly order: ColumnOrder
  readonly value: (row: Row) => TableValue
  /** The cell as it is shown: "1.348", "05/02/2024", the label of a choice. */
  readonly text: (row: Row) => string
}

export type TableColumns<Row> = ReadonlyMap<string, TableColumn<Row>>

/** Nothing in the cell. Zero and false are something. */
export function isBlankValue(value: TableValue): value is null | '' {
  return value === null || value === ''
}
