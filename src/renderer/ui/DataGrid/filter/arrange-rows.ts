import type { TableColumns } from '#shared/domain/table/column.ts'
import { sortRows } from '#shared/domain/table/compare.ts'
import { makeRowTest } from '#shared/domain/table/filter.ts'
import { arrangeSections, keepWithParents, sortTree } from '#shared/domain/table/tree.ts'
import type { TableView } from '#shared/domain/table/view.ts'
import type { GridTree } from '../grid-model.ts'

export interface RowShape<Row> {
  readonly rowId: (row: Row) => string
  readonly isGroup: (row: Row) => boolean
  readonly tree: GridTree<Row> | undefined
}

export interface ArrangedRows<Row> {
  readonly rows: readonly Row[]
  /** Ids of the rows that pass the filters themselves; null when nothing is filtered. */
  readonly matched: ReadonlySet<string> | null
}

/**
 * A whole table under its view. A nested table keeps the way to what is found and sorts sisters among themselves;
 * group rows of a flat one stay above their own rows.
 */
export function arrangeRows<Row>(
  rows: readonly Row[],
  view: TableView,
  columns: TableColumns<Row>,
  shape: RowShape<Row>,
): ArrangedRows<Row> {
  const passes = makeRowTest(view.filters, columns)
  const sorts = view.sort.some(({ column }) => columns.has(column))
  if (passes === null && !sorts) return { rows, matched: null }
  const matched = new Set<string>()
  const links = linkRows(rows, shape)
  const arrange = (part: readonly Row[]): readonly Row[] => {
    const kept = passes === null ? null : keepWithParents(part, passes, links)
    for (const id of kept?.matched ?? []) matched.add(id)
    const left = kept?.rows ?? part
    return sorts ? sortTree(left, (sisters) => sortRows(sisters, view.sort, columns), links) : left
  }
  const isHeading = headingTest(rows, shape)
  const arranged = isHeading === null ? arrange(rows) : arrangeSections(rows, isHeading, arrange)
  return { rows: arranged, matched: passes === null ? null : matched }
}

/** Rows that are no headings: those that are counted and whose values are listed. */
export function plainRows<Row>(rows: readonly Row[], shape: RowShape<Row>): readonly Row[] {
  const isHeading = headingTest(rows, shape)
  return isHeading === null ? rows : rows.filter((row) => !isHeading(row))
}

/** Null in a table whose rows say themselves what they stand under: there a group row is a parent like any other. */
function headingTest<Row>(rows: readonly Row[], { isGroup, tree }: RowShape<Row>): ((row: Row) => boolean) | null {
  if (tree !== undefined && rows.some((row) => tree.parentOf(row) !== null)) return null
  return rows.some(isGroup) ? isGroup : null
}

/** Parents as the rows name them, else as their indents say: a row stands under the last one that is less indented. */
function linkRows<Row>(
  rows: readonly Row[],
  { rowId, isGroup, tree }: RowShape<Row>,
): { readonly rowId: (row: Row) => string; readonly parentOf: (row: Row) => string | null } {
  if (tree === undefined) return { rowId, parentOf: () => null }
  if (rows.some((row) => tree.parentOf(row) !== null)) return { rowId, parentOf: tree.parentOf }
  const parents = new Map<string, string | null>()
  let above: { readonly id: string; readonly depth: number }[] = []
  for (const row of rows) {
    const depth = tree.depthOf(row)
    above = isGroup(row) ? [] : above.filter((one) => one.depth < depth)
    parents.set(rowId(row), above.at(-1)?.id ?? null)
    if (!isGroup(row)) above.push({ id: rowId(row), depth })
  }
  return { rowId, parentOf: (row) => parents.get(rowId(row)) ?? null }
}

/**
 * The rows as they stood, with what they hold now: a row that was just typed into stays where it is, even if it
 * does not pass the filter any more, until the clerk filters again. Null when rows came or went: then they are
 * arranged anew.
 */
export function keepArrangement<Row>(
  rows: readonly Row[],
  before: readonly Row[],
  all: ReadonlySet<string>,
  rowId: (row: Row) => string,
): readonly Row[] | null {
  if (rows.length !== all.size || !rows.every((row) => all.has(rowId(row)))) return null
  const byId = new Map(rows.map((row) => [rowId(row), row]))
  return before.flatMap((row) => byId.get(rowId(row)) ?? [])
}
