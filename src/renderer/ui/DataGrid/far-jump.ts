import type { CellPlace, Direction } from './cell-range.ts'
import type { GridHands } from './hands.ts'
import { moveWorld } from './move-world.ts'
import { shownColumns } from './places.ts'
import { seek } from './range-moves.ts'

/** Cells of one column read at a time while looking for the edge of a block. */
const CHUNK_ROWS = 5_000

/**
 * Goes on with a Ctrl+arrow over rows that are not loaded: the backend is asked for the column piece by piece.
 * Null when the clerk has moved on meanwhile; without a backend that can be asked, the edge of the table.
 */
export async function jumpFar<Row>(
  hands: GridHands<Row>,
  from: CellPlace,
  direction: Direction,
  wantsFilled: boolean,
): Promise<CellPlace | null> {
  const { range } = hands
  if (direction === 'left' || direction === 'right') return from
  const size = range.size()
  const back = direction === 'up'
  const read = hands.props().source?.spans?.read
  const column = shownColumns(hands.setup.api)[from.column]?.getColId()
  if (read === undefined || column === undefined) return { ...from, row: back ? 0 : size.rows - 1 }
  const before = range.selection()
  const world = moveWorld(hands)
  const known = new Map<number, boolean>()
  const isFilled = (place: CellPlace): boolean | null => world.isFilled(place) ?? known.get(place.row) ?? null
  let moved = seek(from, direction, { ...world, isFilled }, wantsFilled)
  while (moved.unknown !== undefined) {
    const at = moved.place.row
    // One row of overlap: the last filled cell is known only by the empty one behind it.
    const start = Math.max(0, back ? at - CHUNK_ROWS : at - 1)
    const end = Math.min(size.rows, back ? at + 2 : at + CHUNK_ROWS)
    const texts = await read({ view: hands.view(), start, end, columns: [column] })
    if (range.selection() !== before) return null
    texts.forEach((row, index) => known.set(start + index, (row[0] ?? '') !== ''))
    // A shorter answer than the rows asked for: the table has become smaller.
    if (isFilled(moved.place) === null) return moved.place
    moved = seek(moved.place, direction, { ...world, isFilled }, moved.unknown.wantsFilled)
  }
  return moved.place
}
