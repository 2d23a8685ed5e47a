import type { GridTree } from './grid-model.ts'

/** Rows whose parents are all open, in the order given (parents before children). */
export function openRows<Row>(
  rows: readonly Row[],
  tree: GridTree<Row>,
  rowId: (row: Row) => string,
  closed: ReadonlySet<string>,
): readonly Row[] {
  if (closed.size === 0) return rows
  const hidden = new Set<string>()
  return rows.filter((row) => {
    const parent = tree.parentOf(row)
    const isHidden = parent !== null && (hidden.has(parent) || closed.has(parent))
    if (isHidden) hidden.add(rowId(row))
    return !isHidden
  })
}

/** Rows that have others below them. */
export function parentIds<Row>(rows: readonly Row[], tree: GridTree<Row>): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => tree.parentOf(row) ?? []))
}
