import type { CellPlace, Direction, GridSize, RangeBounds } from './cell-range.ts'

/**
 * What is selected: `anchor` and `head` are opposite corners, `active` is the cell that typing goes into. It is
 * the anchor, unless Enter or Tab went round inside the range.
 */
export interface Selection {
  readonly anchor: CellPlace
  readonly head: CellPlace
  readonly active: CellPlace
}

export type Motion =
  | { readonly kind: 'step' | 'jump' | 'page'; readonly direction: Direction }
  | { readonly kind: 'rowStart' | 'rowEnd' | 'first' | 'last' }

/** Whether a cell holds something; null: not known, because its row is not loaded. */
export type IsFilled = (place: CellPlace) => boolean | null

export interface MoveWorld {
  readonly size: GridSize
  readonly isFilled: IsFilled
  /** Rows that fit on the screen. */
  readonly pageRows: number
}

export function selectOnly(place: CellPlace): Selection {
  return { anchor: place, head: place, active: place }
}

/** The motion a key means, as in Excel; null for other keys. Shift is not looked at: it only extends. */
export function motionOf(key: string, ctrl: boolean): Motion | null {
  const direction = DIRECTIONS[key]
  if (direction !== undefined) return { kind: ctrl ? 'jump' : 'step', direction }
  switch (key) {
    case 'PageUp':
      return { kind: 'page', direction: 'up' }
    case 'PageDown':
      return { kind: 'page', direction: 'down' }
    case 'Home':
      return { kind: ctrl ? 'first' : 'rowStart' }
    case 'End':
      return { kind: ctrl ? 'last' : 'rowEnd' }
    default:
      return null
  }
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

const STEPS: Readonly<Record<Direction, readonly [down: number, across: number]>> = {
  up: [-1, 0],
  down: [1, 0],
  left: [0, -1],
  right: [0, 1],
}

export interface Moved {
  readonly place: CellPlace
  /**
   * Set when a jump came to a row that is not loaded: the way from there on has to be read. `wantsFilled` says
   * what it looks for: the next filled cell, or the last one before an empty one.
   */
  readonly unknown?: { readonly wantsFilled: boolean }
}

/** Where a motion ends; never off the table. */
export function movePlace(place: CellPlace, motion: Motion, world: MoveWorld): Moved {
  const { rows, columns } = world.size
  switch (motion.kind) {
    case 'rowStart':
      return { place: { ...place, column: 0 } }
    case 'rowEnd':
      return { place: { ...place, column: columns - 1 } }
    case 'first':
      return { place: { row: 0, column: 0 } }
    case 'last':
      return { place: { row: rows - 1, column: columns - 1 } }
    case 'step':
      return { place: shift(place, motion.direction, 1, world.size) }
    case 'page':
      return { place: shift(place, motion.direction, Math.max(1, world.pageRows), world.size) }
    case 'jump':
      return jump(place, motion.direction, world)
  }
}

function shift(place: CellPlace, direction: Direction, by: number, { rows, columns }: GridSize): CellPlace {
  const [down, across] = STEPS[direction]
  return {
    row: Math.max(0, Math.min(rows - 1, place.row + down * by)),
    column: Math.max(0, Math.min(columns - 1, place.column + across * by)),
  }
}

/**
 * Ctrl+arrow: inside a filled block to its edge; from its edge or from an empty cell to the next filled one;
 * when there is none, to the edge of the table.
 */
function jump(from: CellPlace, direction: Direction, world: MoveWorld): Moved {
  const next = shift(from, direction, 1, world.size)
  if (isSame(next, from)) return { place: from }
  const here = world.isFilled(from)
  const there = world.isFilled(next)
  if (there === null) return { place: from, unknown: { wantsFilled: here !== true } }
  return seek(next, direction, world, !(here === true && there))
}

/**
 * Goes on from `at` until a filled cell (`wantsFilled`), or until the last filled one before an empty one.
 */
export function seek(at: CellPlace, direction: Direction, world: MoveWorld, wantsFilled: boolean): Moved {
  let place = at
  for (;;) {
    const filled = world.isFilled(place)
    if (filled === null) return { place, unknown: { wantsFilled } }
    if (wantsFilled && filled) return { place }
    const next = shift(place, direction, 1, world.size)
    if (isSame(next, place)) return { place }
    if (!wantsFilled && world.isFilled(next) === false) return { place }
    place = next
  }
}

/** One step of Enter or Tab inside a range: by columns or by rows, round again at its end. */
export function stepInside(at: CellPlace, bounds: RangeBounds, by: 'rows' | 'columns', backwards: boolean): CellPlace {
  const height = bounds.bottom - bounds.top + 1
  const width = bounds.right - bounds.left + 1
  const down = at.row - bounds.top
  const across = at.column - bounds.left
  const index = by === 'rows' ? across * height + down : down * width + across
  const count = height * width
  const next = (index + (backwards ? count - 1 : 1)) % count
  return by === 'rows'
    ? { row: bounds.top + (next % height), column: bounds.left + Math.floor(next / height) }
    : { row: bounds.top + Math.floor(next / width), column: bounds.left + (next % width) }
}

/** Tab and Shift+Tab outside a range: on to the next row at the end of one; null at the ends of the table. */
export function stepAlong(at: CellPlace, { rows, columns }: GridSize, backwards: boolean): CellPlace | null {
  const next = at.row * columns + at.column + (backwards ? -1 : 1)
  if (next < 0 || next >= rows * columns) return null
  return { row: Math.floor(next / columns), column: next % columns }
}

/** The selection kept inside a table that has become smaller; null when nothing is left. */
export function clampSelection({ anchor, head, active }: Selection, { rows, columns }: GridSize): Selection | null {
  if (rows === 0 || columns === 0) return null
  const clamp = (place: CellPlace): CellPlace => ({
    row: Math.min(place.row, rows - 1),
    column: Math.min(place.column, columns - 1),
  })
  return { anchor: clamp(anchor), head: clamp(head), active: clamp(active) }
}

export function isSame(a: CellPlace, b: CellPlace): boolean {
  return a.row === b.row && a.column === b.column
}
