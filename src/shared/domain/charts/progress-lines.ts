import { formatNumber } from '../text/format.ts'
import {
  type ChartFrame,
  DONE,
  drawChart,
  drawLine,
  drawPath,
  drawText,
  FAINT_INK,
  GRID,
  INK,
  scaleSteps,
} from './svg.ts'

export interface LinePoint {
  /** 0 at the plan's first day, 1 on the evening of its last. */
  readonly at: number
  readonly value: number | null
}

export interface ProgressLinesInput extends ChartFrame {
  /** Cumulative results, in order. */
  readonly now: readonly LinePoint[]
  /** The same of the year before; empty where nothing is known of it. */
  readonly before: readonly LinePoint[]
  readonly target: number | null
  /** Marks along the foot: months, with where they end. */
  readonly marks: readonly { readonly at: number; readonly label: string }[]
  readonly words: { readonly now: string; readonly before: string; readonly even: string }
}

const LEFT = 52
const RIGHT = 14
const TOP = 26
const PLOT = 150
const FOOT = 20

/**
 * How a figure grew: a full line with dots for this plan, a dotted one for the year before, a dashed straight one for
 * an even pace to the target. Lines differ by their stroke, not by colour alone.
 */
export function drawProgressLines(input: ProgressLinesInput): string {
  const { now, before, target, marks, width, words } = input
  const room = width - LEFT - RIGHT
  const known = [...now, ...before].flatMap(({ value }) => (value === null ? [] : [value]))
  const steps = scaleSteps(Math.max(1, target ?? 0, ...known))
  const most = steps.at(-1) ?? 1
  const x = (at: number): number => LEFT + room * at
  const y = (value: number): number => TOP + PLOT - (PLOT * Math.max(0, value)) / most
  const body: string[] = []
  for (const step of steps) {
    body.push(drawLine(LEFT, y(step), width - RIGHT, y(step), { stroke: GRID }))
    body.push(drawText(LEFT - 6, y(step) + 4, formatNumber(step), { anchor: 'end', fill: FAINT_INK, size: 11 }))
  }
  for (const mark of marks) {
    body.push(drawLine(x(mark.at), TOP + PLOT, x(mark.at), TOP + PLOT + 4, { stroke: FAINT_INK }))
    body.push(drawText(x(mark.at), TOP + PLOT + 16, mark.label, { anchor: 'end', fill: FAINT_INK, size: 11 }))
  }
  if (target !== null) {
    const even: readonly (readonly [number, number])[] = [
      [x(0), y(0)],
      [x(1), y(target)],
    ]
    body.push(drawPath(even, { stroke: FAINT_INK, width: 1.2, dash: '6 4' }))
  }
  const earlier = pointsOf(before)
  if (earlier.length > 0) body.push(drawPath(earlier, { stroke: FAINT_INK, width: 1.5, dash: '1.5 3' }))
  const points = pointsOf(now)
  if (points.length > 0) body.push(drawPath(points, { stroke: DONE, width: 2.4 }))
  for (const [cx, cy] of points) {
    body.push(`<circle cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="2.6" fill="${DONE}"/>`)
  }
  const last = now.findLast(({ value }) => value !== null)
  if (last !== undefined && last.value !== null) {
    const anchor = last.at > 0.8 ? 'end' : 'start'
    const dx = anchor === 'end' ? -6 : 6
    body.push(drawText(x(last.at) + dx, y(last.value) - 6, formatNumber(last.value), { anchor, weight: 'bold' }))
  }
  body.push(...legend(input, words))
  return drawChart(input, TOP + PLOT + FOOT, body)

  function pointsOf(line: readonly LinePoint[]): readonly (readonly [number, number])[] {
    return line.flatMap(({ at, value }) => (value === null ? [] : [[x(at), y(value)] as const]))
  }
}

function legend({ before, target }: ProgressLinesInput, words: ProgressLinesInput['words']): readonly string[] {
  const entries = [
    { word: words.now, style: { stroke: DONE, width: 2.4 } },
    ...(before.some(({ value }) => value !== null)
      ? [{ word: words.before, style: { stroke: FAINT_INK, width: 1.5, dash: '1.5 3' } }]
      : []),
    ...(target === null ? [] : [{ word: words.even, style: { stroke: FAINT_INK, width: 1.2, dash: '6 4' } }]),
  ]
  let at = LEFT
  return entries.flatMap(({ word, style }) => {
    const start = at
    at += 34 + [...word].length * 6.2 + 14
    return [drawLine(start, 12, start + 26, 12, style), drawText(start + 32, 16, word, { size: 11, fill: INK })]
  })
}
