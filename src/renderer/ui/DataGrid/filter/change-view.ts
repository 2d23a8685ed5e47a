import { otherFilters } from '#shared/domain/table/filter.ts'
import type { ColumnFilter, TableView } from '#shared/domain/table/view.ts'

/** The view with another filter of a column, or without one (null); the others stay where they stand. */
export function withFilter(view: TableView, column: string, filter: ColumnFilter | null): TableView {
  const at = view.filters.findIndex((one) => one.column === column)
  if (filter === null) return { ...view, filters: otherFilters(view.filters, column) }
  return at < 0
    ? { ...view, filters: [...view.filters, filter] }
    : { ...view, filters: view.filters.map((one, index) => (index === at ? filter : one)) }
}

/** Keeping the others, a column that is sorted by already keeps its rank. */
export function withSort(view: TableView, column: string, descending: boolean | null, keepOthers: boolean): TableView {
  if (descending === null) return { ...view, sort: view.sort.filter((one) => one.column !== column) }
  if (!keepOthers) return { ...view, sort: [{ column, descending }] }
  return view.sort.some((one) => one.column === column)
    ? { ...view, sort: view.sort.map((one) => (one.column === column ? { column, descending } : one)) }
    : { ...view, sort: [...view.sort, { column, descending }] }
}
