import { personSortKey, sortKey } from '../text/sort-key.ts'
import { isBlankValue, type ColumnOrder, type TableColumn, type TableColumns } from './column.ts'
import type { RowSort, TableValue } from './view.ts'

/** What a cell is ordered by; null for an empty one. Comparable with `compareKeys`. */
export type OrderKey = string | number | null

/**
 * The key of one cell. Text goes by `sortKey`, the very key the data file keeps beside its names, so that a table
 * held in memory and one brought by pages stand in the same order.
 */
export function orderKey(order: ColumnOrder, value: TableValue, text: string): OrderKey {
  if (order === 'value') {
    if (isBlankValue(value)) return null
    return typeof value === 'boolean' ? Number(value) : value
  }
  if (text === '') return null
  return order === 'person' ? personSortKey(text) : sortKey(text)
}

/** Numbers stand before text, as in Excel. Null is not compared here: it is last in both directions. */
export function compareKeys(a: string | number, b: string | number): number {
  if (typeof a === 'number') return typeof b === 'number' ? a - b : -1
  if (typeof b === 'number') return 1
  return a < b ? -1 : a > b ? 1 : 0
}

/** Two cells, as a column sorted up or down puts them; empty ones last in both directions. */
export function compareValues(
  a: TableValue,
  b: TableValue,
  { order = 'text', descending = false }: { readonly order?: ColumnOrder; readonly descending?: boolean } = {},
): number {
  return compareOrderKeys(orderKey(order, a, plainText(a)), orderKey(order, b, plainText(b)), descending)
}

/** Keys of two cells; the ends of the order do not turn with it: empty cells stay last. */
export function compareOrderKeys(a: OrderKey, b: OrderKey, descending: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  const compared = compareKeys(a, b)
  return descending ? -compared : compared
}

/**
 * The rows in the order asked for. The first column decides, the next settle what is equal, and what is equal in
 * all of them keeps the order it came in. A column that is not there any more is passed over.
 */
export function sortRows<Row>(
  rows: readonly Row[],
  sort: readonly RowSort[],
  columns: TableColumns<Row>,
): readonly Row[] {
  const known = sort.flatMap(({ column, descending }) => {
    const found = columns.get(column)
    return found === undefined ? [] : [{ column: found, descending }]
  })
  if (known.length === 0) return rows
  // Keys are made once a row, not once a comparison: 50,000 names are compared about a million times.
  const keyed = rows.map((row) => ({ row, keys: known.map(({ column }) => keyOf(column, row)) }))
  keyed.sort((a, b) => {
    for (let at = 0; at < known.length; at++) {
      const compared = compareOrderKeys(a.keys[at] ?? null, b.keys[at] ?? null, known[at]?.descending === true)
      if (compared !== 0) return compared
    }
    return 0
  })
  return keyed.map(({ row }) => row)
}

function keyOf<Row>(column: TableColumn<Row>, row: Row): OrderKey {
  return orderKey(column.order, column.value(row), column.order === 'value' ? '' : column.text(row))
}

function plainText(value: TableValue): string {
  return value === null ? '' : String(value)
}
