import { type Colour, LEVELS, Palette } from './palette.ts'

/** Closed outlines, each a row of x, y, x, y… in dots; where they turn the same way they may lie over each other. */
export type Outline = readonly (readonly number[])[]

/** Dots of a picture, each the number of a colour in its palette. */
export interface Dots {
  readonly width: number
  readonly height: number
  /** Row by row. */
  readonly colours: Uint8Array
  readonly palette: Palette
}

/** White paper. */
export function createDots(width: number, height: number): Dots {
  const palette = new Palette()
  return { width, height, palette, colours: new Uint8Array(width * height).fill(palette.numberOf([255, 255, 255])) }
}

/**
 * Paints the inside of outlines, each dot as far as it is covered. The area of every edge is summed up in the dots it
 * runs through; summing along a row then gives how much of each dot lies inside (signed areas, as fonts are drawn).
 */
export function fillOutline(dots: Dots, outline: Outline, colour: Colour): void {
  const { palette, colours } = dots
  const ink = palette.numberOf(colour)
  const box = boxOf(outline, dots)
  if (box === null) return
  const wide = box.right - box.left + 2
  const area = new Float32Array(wide * (box.bottom - box.top) + 2)
  for (const points of outline)
    for (let at = 0; at < points.length; at += 2) {
      const next = (at + 2) % points.length
      addEdge(area, wide, box, [points[at] ?? 0, points[at + 1] ?? 0], [points[next] ?? 0, points[next + 1] ?? 0])
    }
  for (let y = box.top; y < box.bottom; y += 1) {
    let sum = 0
    for (let x = box.left; x < box.right; x += 1) {
      sum += area[(y - box.top) * wide + x - box.left] ?? 0
      const level = Math.round(Math.min(1, Math.abs(sum)) * LEVELS)
      if (level === 0) continue
      const at = y * dots.width + x
      colours[at] = level === LEVELS ? ink : palette.blend(colours[at] ?? 0, ink, level)
    }
  }
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The dots an outline touches, cut at the edges of the picture; null where it touches none. */
function boxOf(outline: Outline, { width, height }: Dots): Box | null {
  let [left, top, right, bottom] = [width, height, 0, 0]
  for (const points of outline)
    for (let at = 0; at < points.length; at += 2) {
      const [x = 0, y = 0] = [points[at], points[at + 1]]
      left = Math.min(left, Math.floor(x))
      right = Math.max(right, Math.ceil(x))
      top = Math.min(top, Math.floor(y))
      bottom = Math.max(bottom, Math.ceil(y))
    }
  const box = {
    left: Math.max(0, left),
    top: Math.max(0, top),
    right: Math.min(width, right),
    bottom: Math.min(height, bottom),
  }
  return box.left < box.right && box.top < box.bottom ? box : null
}

type Point = readonly [x: number, y: number]

function addEdge(area: Float32Array, wide: number, box: Box, from: Point, to: Point): void {
  const clampX = (x: number): number => Math.min(box.right, Math.max(box.left, x)) - box.left
  const [x0, y0, x1, y1] = [clampX(from[0]), from[1] - box.top, clampX(to[0]), to[1] - box.top]
  if (y0 === y1) return
  const sign = y0 < y1 ? 1 : -1
  const [topX, topY, bottomX, bottomY] = sign === 1 ? [x0, y0, x1, y1] : [x1, y1, x0, y0]
  const slope = (bottomX - topX) / (bottomY - topY)
  const last = Math.min(box.bottom - box.top, Math.ceil(bottomY))
  let x = topY < 0 ? topX - topY * slope : topX
  for (let row = Math.max(0, Math.floor(topY)); row < last; row += 1) {
    const high = Math.min(row + 1, bottomY) - Math.max(row, topY)
    const next = x + slope * high
    addPiece(area, row * wide, sign * high, Math.min(x, next), Math.max(x, next))
    x = next
  }
}

/** The piece of an edge within one row, from `left` to `right`; `high` is signed. */
function addPiece(area: Float32Array, row: number, high: number, left: number, right: number): void {
  const first = Math.floor(left)
  const end = Math.ceil(right)
  const add = (x: number, value: number): void => {
    area[row + x] = (area[row + x] ?? 0) + value
  }
  if (end <= first + 1) {
    const middle = (left + right) / 2 - first
    add(first, high * (1 - middle))
    add(first + 1, high * middle)
    return
  }
  // Covered share of each dot the piece crosses, and what of it was counted in the dot before.
  const share = 1 / (right - left)
  let counted = 0
  for (let x = first; x < end; x += 1) {
    const [from, to] = [Math.max(left, x), Math.min(right, x + 1)]
    const until = (to - left) * share
    const start = (from - left) * share
    // Right of the edge within this dot: all that came before, and half-way of what is crossed here.
    const covered = start * 1 + (until - start) * (1 - ((from + to) / 2 - x))
    add(x, high * (covered - counted))
    counted = covered
  }
  add(end, high * (1 - counted))
}
