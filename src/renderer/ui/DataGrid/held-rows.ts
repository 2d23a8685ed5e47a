import { boundsOf, type CellPlace } from './cell-range.ts'
import { selectOnly, type Selection } from './range-moves.ts'

/** Which rows a selection was made over, by their ids: rows come, go and move without the clerk's doing. */
export interface HeldRows {
  readonly selection: Selection
  readonly anchor: string
  readonly head: string
  readonly active: string
  /** Every row of the selection, from its first to its last. */
  readonly all: ReadonlySet<string>
}

/** The rows of the table as they stand now. */
export interface StandingRows {
  /** Id of the row at an index; null for the empty line and for rows that are not loaded. */
  readonly idAt: (row: number) => string | null
  /** Where a row stands; null when it is gone or not loaded. */
  readonly indexOf: (id: string) => number | null
}

/** A larger selection stays where it is on screen: whole columns, thousands of rows of the registry. */
const MOST_ROWS = 500

/** Notes the rows under a selection; null where they are not all known, or too many to be meant one by one. */
export function holdRows(selection: Selection | null, rows: StandingRows): HeldRows | null {
  if (selection === null) return null
  const { top, bottom } = boundsOf(selection)
  if (bottom - top >= MOST_ROWS) return null
  const all = idsBetween(rows, top, bottom)
  const anchor = rows.idAt(selection.anchor.row)
  const head = rows.idAt(selection.head.row)
  const active = rows.idAt(selection.active.row)
  if (all === null || anchor === null || head === null || active === null) return null
  return { selection, anchor, head, active, all: new Set(all) }
}

/**
 * Where the selection belongs after the rows moved. A row added above by somebody else, or by an undo, must not
 * bring another row under the key that deletes. A range that would now take in a row the clerk has not seen in it
 * shrinks to its active cell. Null: nothing moved, or the rows are no longer known, and it stays where it is.
 */
export function followRows(held: HeldRows, rows: StandingRows): Selection | null {
  const { selection } = held
  const active = rows.indexOf(held.active)
  if (active === null) return null
  const anchor = rows.indexOf(held.anchor)
  const head = rows.indexOf(held.head)
  if (anchor === selection.anchor.row && head === selection.head.row && active === selection.active.row) return null
  const alone = selectOnly(inRow(selection.active, active))
  if (anchor === null || head === null) return alone
  const between = idsBetween(rows, Math.min(anchor, head), Math.max(anchor, head))
  if (between === null || between.some((id) => !held.all.has(id))) return alone
  return {
    anchor: inRow(selection.anchor, anchor),
    head: inRow(selection.head, head),
    active: inRow(selection.active, active),
  }
}

function inRow(place: CellPlace, row: number): CellPlace {
  return { ...place, row }
}

function idsBetween(rows: StandingRows, top: number, bottom: number): readonly string[] | null {
  const ids: string[] = []
  for (let row = top; row <= bottom; row += 1) {
    const id = rows.idAt(row)
    if (id === null) return null
    ids.push(id)
  }
  return ids
}
