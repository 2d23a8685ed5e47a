/** A cell by its place on screen: row index and index among the shown columns. */
export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** `anchor` is where the selection began and stays; `head` is the corner that moves. */
export interface CellRange {
  readonly anchor: CellPlace
  readonly head: CellPlace
}

export interface RangeBounds {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface GridSize {
  readonly rows: number
  readonly columns: number
}

export type Direction = 'up' | 'down' | 'left' | 'right'

export function boundsOf({ anchor, head }: CellRange): RangeBounds {
  return {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    right: Math.max(anchor.column, head.column),
  }
}

export function isInside(bounds: RangeBounds, place: CellPlace): boolean {
  return (
    place.row >= bounds.top && place.row <= bounds.bottom && place.column >= bounds.left && place.column <= bounds.right
  )
}

export function countCells(bounds: RangeBounds): number {
  return (bounds.bottom - bounds.top + 1) * (bounds.right - bounds.left + 1)
}

export function isSingle(bounds: RangeBounds): boolean {
  return bounds.top === bounds.bottom && bounds.left === bounds.right
}

/**
 * Which clipboard cell goes where: a single value fills the whole range; a block starts at the range's corner
 * and repeats when the range is a whole multiple of it, as in Excel; what falls off the table is left out.
 */
export function placePaste(
  block: readonly (readonly string[])[],
  range: RangeBounds,
  size: GridSize,
): { readonly cells: readonly (CellPlace & { readonly text: string })[]; readonly cut: boolean } {
  const height = block.length
  const width = Math.max(0, ...block.map((row) => row.length))
  if (height === 0 || width === 0) return { cells: [], cut: false }
  const rangeHeight = range.bottom - range.top + 1
  const rangeWidth = range.right - range.left + 1
  const repeats = rangeHeight % height === 0 && rangeWidth % width === 0
  const rows = repeats ? rangeHeight : height
  const columns = repeats ? rangeWidth : width
  const cells: (CellPlace & { text: string })[] = []
  let cut = false
  for (let down = 0; down < rows; down += 1) {
    for (let across = 0; across < columns; across += 1) {
      const text = block[down % height]?.[across % width]
      if (text === undefined) continue
      const place = { row: range.top + down, column: range.left + across }
      if (place.row < size.rows && place.column < size.columns) cells.push({ ...place, text })
      else cut = true
    }
  }
  return { cells, cut }
}
