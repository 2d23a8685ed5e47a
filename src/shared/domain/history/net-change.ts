/** A stored value of a cell. */
export type CellValue = string | number | null
export type RowImage = Readonly<Record<string, CellValue>>

/** One recorded change; `column` is '' where a whole row was born (after) or removed (before), as JSON. */
export interface RecordedChange {
  readonly table: string
  readonly row: string
  readonly column: string
  readonly before: CellValue
  readonly after: CellValue
}

/** What an operation did to one row, taken together. */
export type NetChange =
  | { readonly kind: 'born'; readonly table: string; readonly row: string; readonly image: RowImage }
  | { readonly kind: 'removed'; readonly table: string; readonly row: string; readonly image: RowImage }
  | { readonly kind: 'edited'; readonly table: string; readonly row: string; readonly cells: readonly NetCell[] }

export interface NetCell {
  readonly column: string
  readonly before: CellValue
  readonly after: CellValue
}

/**
 * Takes the changes of an operation, in the order they were made, together by row. A cell written twice
 * counts once (first before, last after); a row that was born and removed again is left out; a row removed
 * and born again under its id is a set of edits. The order is that of each row's first change.
 */
export function takeTogether(changes: readonly RecordedChange[]): readonly NetChange[] {
  const rows = new Map<string, { table: string; row: string; start: RowState; end: RowState }>()
  for (const change of changes) {
    const key = `${change.table} ${change.row}`
    const known = rows.get(key) ?? {
      table: change.table,
      row: change.row,
      start: startOf(change),
      end: startOf(change),
    }
    rows.set(key, { ...known, ...step(known, change) })
  }
  return [...rows.values()].flatMap(({ table, row, start, end }) => netOf(table, row, start, end))
}

/** Null: the row is not there. Of an edited row only the cells that were touched are known. */
type RowState = RowImage | null

function startOf(change: RecordedChange): RowState {
  if (change.column !== '') return {}
  return change.before === null ? null : readImage(change.before)
}

function step(known: { start: RowState; end: RowState }, change: RecordedChange): { start: RowState; end: RowState } {
  if (change.column === '' && change.after !== null) return { start: known.start, end: readImage(change.after) }
  if (change.column === '') {
    // What the removal saw is the row after earlier edits of this operation; those cells start as they were before.
    return { start: known.start === null ? null : { ...readImage(change.before), ...known.start }, end: null }
  }
  const { column, before, after } = change
  // The first time a column of an already living row is seen, its `before` belongs to the start.
  const start =
    known.start !== null && !Object.hasOwn(known.start, column) ? { ...known.start, [column]: before } : known.start
  return { start, end: { ...known.end, [column]: after } }
}

function netOf(table: string, row: string, start: RowState, end: RowState): NetChange[] {
  if (start === null && end === null) return []
  if (start === null) return [{ kind: 'born', table, row, image: end ?? {} }]
  if (end === null) return [{ kind: 'removed', table, row, image: start }]
  const cells = Object.keys(end)
    .map((column): NetCell => ({ column, before: start[column] ?? null, after: end[column] ?? null }))
    .filter((cell) => cell.before !== cell.after)
  return cells.length === 0 ? [] : [{ kind: 'edited', table, row, cells }]
}

function readImage(json: CellValue): RowImage {
  const image: unknown = JSON.parse(String(json))
  if (typeof image !== 'object' || image === null) throw new Error('a recorded row is not an object')
  return image as RowImage
}
