import { formatNumber } from '../text/format.ts'
import {
  type Chart,
  DONE,
  dotShape,
  FAINT_INK,
  GRID,
  type Lettering,
  lineShape,
  type Point,
  polylineShape,
  scaleSteps,
  type Shape,
  textLength,
  textShape,
} from './drawing.ts'

export interface LinePoint {
  /** 0 at the plan's first day, 1 on the evening of its last. */
  readonly at: number
  readonly value: number | null
}

export interface ProgressLinesInput {
  readonly title: string
  readonly description: string
  readonly width: number
  readonly lettering?: Lettering
  /** Cumulative results, in order. */
  readonly now: readonly LinePoint[]
  /** The same of the year before; empty where nothing is known of it. */
  readonly before: readonly LinePoint[]
  readonly target: number | null
  /** Marks along the foot: months, with where they end. */
  readonly marks: readonly { readonly at: number; readonly label: string }[]
  readonly words: { readonly now: string; readonly before: string; readonly even: string }
  /** Id of the figure behind the last point. */
  readonly figure?: string
  /** The last point's number as the text prints it: "hơn 7.000"; left out: the number alone. */
  readonly printed?: string
}

const LEFT = 52
const RIGHT = 14
const TOP = 26
const PLOT = 150
const FOOT = 20
const SMALL = 11

const NOW = { stroke: DONE, width: 2.4 } as const
const BEFORE = { stroke: FAINT_INK, width: 1.5, dash: [1.5, 3] } as const
const EVEN = { stroke: FAINT_INK, width: 1.2, dash: [6, 4] } as const

/**
 * How a figure grew: a full line with dots for this plan, a dotted one for the year before, a dashed straight one for
 * an even pace to the target. Lines differ by their stroke, not by colour alone.
 */
export function progressLines(input: ProgressLinesInput): Chart {
  const { now, before, target, marks, width, title, description } = input
  const room = width - LEFT - RIGHT
  const known = [...now, ...before].flatMap(({ value }) => (value === null ? [] : [value]))
  const steps = scaleSteps(Math.max(1, target ?? 0, ...known))
  const most = steps.at(-1) ?? 1
  const x = (at: number): number => LEFT + room * at
  const y = (value: number): number => TOP + PLOT - (PLOT * Math.max(0, value)) / most
  const pointsOf = (line: readonly LinePoint[]): Point[] =>
    line.flatMap(({ at, value }) => (value === null ? [] : [[x(at), y(value)] as const]))
  const shapes: Shape[] = []
  for (const step of steps) {
    shapes.push(lineShape([LEFT, y(step)], [width - RIGHT, y(step)], { stroke: GRID }))
    shapes.push(textShape(LEFT - 6, y(step) + 4, formatNumber(step), { anchor: 'end', fill: FAINT_INK, size: SMALL }))
  }
  for (const mark of marks) {
    shapes.push(lineShape([x(mark.at), TOP + PLOT], [x(mark.at), TOP + PLOT + 4], { stroke: FAINT_INK }))
    shapes.push(textShape(x(mark.at), TOP + PLOT + 16, mark.label, { anchor: 'end', fill: FAINT_INK, size: SMALL }))
  }
  if (target !== null) {
    const even: readonly Point[] = [
      [x(0), y(0)],
      [x(1), y(target)],
    ]
    shapes.push(polylineShape(even, EVEN))
  }
  const earlier = pointsOf(before)
  if (earlier.length > 0) shapes.push(polylineShape(earlier, BEFORE))
  const points = pointsOf(now)
  if (points.length > 0) shapes.push(polylineShape(points, NOW))
  shapes.push(...points.map((point) => dotShape(point, 2.6, DONE)))
  const last = now.findLast(({ value }) => value !== null)
  if (last !== undefined && last.value !== null) {
    const anchor = last.at > 0.8 ? 'end' : 'start'
    const style = { anchor, bold: true, figure: input.figure ?? null } as const
    const left = x(last.at) + (anchor === 'end' ? -6 : 6)
    shapes.push(textShape(left, y(last.value) - 6, input.printed ?? formatNumber(last.value), style))
  }
  shapes.push(...legend(input))
  return { title, description, width, height: TOP + PLOT + FOOT, shapes }
}

function legend({ before, target, words, lettering = 'screen' }: ProgressLinesInput): readonly Shape[] {
  const entries = [
    { word: words.now, style: NOW },
    ...(before.some(({ value }) => value !== null) ? [{ word: words.before, style: BEFORE }] : []),
    ...(target === null ? [] : [{ word: words.even, style: EVEN }]),
  ]
  let at = LEFT
  return entries.flatMap(({ word, style }): Shape[] => {
    const start = at
    at += 34 + textLength(word, SMALL, lettering) * 1.05 + 14
    return [lineShape([start, 12], [start + 26, 12], style), textShape(start + 32, 16, word, { size: SMALL })]
  })
}
