import type { ColumnFilter, RowSort } from '#shared/domain/table/view.ts'
import { tablesText } from '#renderer/text/tables.ts'
import { formatCell } from '../cell-text.ts'
import { flattenColumns, isNumeric, type CellValue, type GridColumn, type GridColumns } from '../column.ts'

const text = tablesText.bar
/** More values than this are counted, not named. */
const NAMED_VALUES = 2

/** Which words a column's order and filters are spoken of in. */
export type ValueNature = 'text' | 'person' | 'number' | 'date'

export function natureOf<Row>({ kind, sortAs }: GridColumn<Row>): ValueNature {
  if (sortAs === 'person') return 'person'
  return kind === 'date' ? 'date' : isNumeric(kind) ? 'number' : 'text'
}

/** Titles this short say nothing alone: "CT", "%". */
const SHORT = 3

/** "ĐV mới – CT": a column's title together with the one above it, where it is not clear by itself. */
export function fullTitles<Row>(columns: GridColumns<Row>): ReadonlyMap<string, string> {
  const all = flattenColumns(columns).map(({ title }) => title)
  const isClear = (title: string): boolean =>
    title.length > SHORT && all.filter((other) => other === title).length === 1
  return new Map(
    columns.flatMap((column) =>
      'columns' in column
        ? column.columns.map((child): [string, string] => [
            child.id,
            isClear(child.title) ? child.title : `${column.title} – ${child.title}`,
          ])
        : [[column.id, column.title]],
    ),
  )
}

/** A filter in the words of its tag: "Lao động từ 25", "CĐCS: để trống". */
export function describeFilter<Row>(filter: ColumnFilter, column: GridColumn<Row>, title: string): string {
  switch (filter.kind) {
    case 'values':
      return filter.values.length > NAMED_VALUES
        ? text.manyValues(title, filter.values.length)
        : text.values(title, filter.values.map((value) => labelOf(column, value)).join(', '))
    case 'contains':
      return text.contains(title, filter.text)
    case 'between': {
      const from = filter.from === null ? null : formatCell(column, filter.from)
      const to = filter.to === null ? null : formatCell(column, filter.to)
      if (from === null) return to === null ? text.filled(title) : text.to(title, to)
      return to === null ? text.from(title, from) : text.between(title, from, to)
    }
    case 'empty':
      return text.empty(title)
    case 'filled':
      return text.filled(title)
  }
}

export function describeSort({ descending }: RowSort, title: string): string {
  return descending ? text.down(title) : text.up(title)
}

/** A value as its cells show it. */
export function labelOf<Row>(column: GridColumn<Row>, value: CellValue): string {
  const label = formatCell(column, value)
  return label === '' ? tablesText.filters.blank : label
}
