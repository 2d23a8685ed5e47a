import type { GridColumn, GridColumns } from '../column.ts'

/**
 * All of the columns that is no answer about a row: ids, titles, widths, which rules there are. Equal shapes can stand
 * for each other if the rules are asked anew.
 */
export function shapeOf<Row>(columns: GridColumns<Row>): string {
  return JSON.stringify(columns, (name, value: unknown) =>
    name === 'choices' ? undefined : typeof value === 'function' ? 'rule' : value,
  )
}

/** The same columns, whose rules and choices are at every moment those of the newest column of their id. */
export function followColumns<Row>(
  columns: GridColumns<Row>,
  newest: (id: string) => GridColumn<Row> | undefined,
): GridColumns<Row> {
  const follow = (column: GridColumn<Row>): GridColumn<Row> => followColumn(column, () => newest(column.id) ?? column)
  return columns.map((column) =>
    'columns' in column ? { ...column, columns: column.columns.map(follow) } : follow(column),
  )
}

function followColumn<Row>(column: GridColumn<Row>, now: () => GridColumn<Row>): GridColumn<Row> {
  const { display, hint, tone, locked, edit } = column
  return {
    ...column,
    value: (row) => now().value(row),
    ...(display === undefined ? {} : { display: (row, shown) => now().display?.(row, shown) ?? null }),
    ...(hint === undefined ? {} : { hint: (row) => now().hint?.(row) ?? null }),
    ...(tone === undefined ? {} : { tone: (row, shown) => now().tone?.(row, shown) ?? null }),
    ...(locked === undefined ? {} : { locked: (row) => now().locked?.(row) ?? false }),
    ...(edit?.allowed === undefined ? {} : { edit: { ...edit, allowed: (row) => now().edit?.allowed?.(row) ?? true } }),
    get choices() {
      return now().choices ?? []
    },
  }
}
