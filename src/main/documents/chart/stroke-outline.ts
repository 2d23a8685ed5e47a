import type { Point } from '#shared/domain/charts/drawing.ts'
import type { Outline } from './fill-outline.ts'

/** The outline of a stroke along points, in the units of the points; dashes start anew with each stroke. */
export function strokeOutline(points: readonly Point[], width: number, dash: readonly number[]): Outline {
  const pieces = dash.length === 0 ? [points] : dashesOf(points, dash)
  return pieces.flatMap((piece) => {
    const outline: number[][] = []
    piece.forEach((to, index) => {
      const from = piece[index - 1]
      if (from === undefined) return
      const box = boxAround(from, to, width / 2)
      if (box !== null) outline.push(box)
      // A round joint where the stroke turns.
      if (index < piece.length - 1 && width > 1.2) outline.push(circle(to, width / 2))
    })
    return outline
  })
}

/** Turns the same way as `boxAround`, so that both may lie over each other. */
export function circle([x, y]: Point, r: number): number[] {
  const corners = Math.max(12, Math.ceil(r * 3))
  return Array.from({ length: corners }, (_, at) => (at * 2 * Math.PI) / corners).flatMap((turn) => [
    x + r * Math.cos(turn),
    y + r * Math.sin(turn),
  ])
}

/** A straight stroke as a box of four corners; null for one of no length. */
function boxAround([x0, y0]: Point, [x1, y1]: Point, half: number): number[] | null {
  const length = Math.hypot(x1 - x0, y1 - y0)
  if (length === 0) return null
  const [dx, dy] = [((x1 - x0) / length) * half, ((y1 - y0) / length) * half]
  return [x0 + dy, y0 - dx, x1 + dy, y1 - dx, x1 - dy, y1 + dx, x0 - dy, y0 + dx]
}

function dashesOf(points: readonly Point[], dash: readonly number[]): Point[][] {
  const pieces: Point[][] = []
  let turn = 0
  let left = dash[0] ?? 1
  let piece: Point[] = points[0] === undefined ? [] : [points[0]]
  points.forEach((to, index) => {
    let from = points[index - 1]
    if (from === undefined) return
    for (;;) {
      const length = Math.hypot(to[0] - from[0], to[1] - from[1])
      if (length <= left) {
        left -= length
        piece.push(to)
        return
      }
      const share: number = left / length
      from = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
      piece.push(from)
      if (turn % 2 === 0) pieces.push(piece)
      piece = [from]
      turn += 1
      left = Math.max(0.1, dash[turn % dash.length] ?? 1)
    }
  })
  if (turn % 2 === 0 && piece.length > 1) pieces.push(piece)
  return pieces
}
