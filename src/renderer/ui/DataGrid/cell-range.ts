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
