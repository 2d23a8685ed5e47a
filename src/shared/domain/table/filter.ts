import { foldText } from '../text/fold.ts'
import { isBlankValue, type TableColumn, type TableColumns } from './column.ts'
import { compareOrderKeys, orderKey } from './compare.ts'
import { containsWords, foldedWords } from './words.ts'
import type { ColumnFilter, TableValue } from './view.ts'

/** Whether a cell passes. `shownText` is the cell as the clerk sees it; `contains` looks in nothing else. */
export function passesFilter(filter: ColumnFilter, value: TableValue, shownText: string): boolean {
  return makeTest(filter)(value, () => shownText)
}

export type CellTest = (value: TableValue, shown: () => string) => boolean

/** The filter made ready once for many rows. */
export function makeTest(filter: ColumnFilter): CellTest {
  switch (filter.kind) {
    case 'values': {
      const wanted = new Set(filter.values.map((value) => (value === '' ? null : value)))
      return (value) => wanted.has(value === '' ? null : value)
    }
    case 'contains': {
      const words = foldedWords(filter.text)
      return (_, shown) => containsWords(foldText(shown()), words)
    }
    case 'between':
      return (value) => isBetween(value, filter.from, filter.to)
    case 'empty':
      return (value) => isBlankValue(value)
    case 'filled':
      return (value) => !isBlankValue(value)
  }
}

/**
 * Both ends count. An empty cell lies between nothing, not even where both ends are open; neither does a text
 * between numbers, or a number between days.
 */
function isBetween(value: TableValue, from: number | string | null, to: number | string | null): boolean {
  if (isBlankValue(value) || typeof value === 'boolean') return false
  const isAtLeast = from === null || (typeof from === typeof value && value >= from)
  return isAtLeast && (to === null || (typeof to === typeof value && value <= to))
}

/** Rows that pass all filters, in the order they came. A filter on a column that is not there is passed over. */
export function filterRows<Row>(
  rows: readonly Row[],
  filters: readonly ColumnFilter[],
  columns: TableColumns<Row>,
): readonly Row[] {
  const passes = makeRowTest(filters, columns)
  return passes === null ? rows : rows.filter(passes)
}

/** Null when nothing is filtered. */
export function makeRowTest<Row>(
  filters: readonly ColumnFilter[],
  columns: TableColumns<Row>,
): ((row: Row) => boolean) | null {
  const tests = filters.flatMap((filter) => {
    const column = columns.get(filter.column)
    return column === undefined ? [] : [{ column, test: makeTest(filter) }]
  })
  if (tests.length === 0) return null
  return (row) => tests.every(({ column, test }) => test(column.value(row), () => column.text(row)))
}

/** The filters a list of a column's values counts under: all but the column's own, so that more can be ticked. */
export function otherFilters(filters: readonly ColumnFilter[], column: string): readonly ColumnFilter[] {
  return filters.filter((filter) => filter.column !== column)
}

export interface CountedValue {
  readonly value: TableValue
  readonly count: number
}

/** The different values of a column with how often, in the column's order, empty cells last. '' counts as null. */
export function countValues<Row>(rows: readonly Row[], column: TableColumn<Row>): readonly CountedValue[] {
  const counted = new Map<TableValue, { count: number; readonly row: Row }>()
  for (const row of rows) {
    const value = column.value(row)
    const known = counted.get(value === '' ? null : value)
    if (known === undefined) counted.set(value === '' ? null : value, { count: 1, row })
    else known.count += 1
  }
  return [...counted]
    .map(([value, { count, row }]) => ({ value, count, key: orderKey(column.order, value, column.text(row)) }))
    .sort((a, b) => Number(a.value === null) - Number(b.value === null) || compareOrderKeys(a.key, b.key, false))
    .map(({ value, count }) => ({ value, count }))
}
