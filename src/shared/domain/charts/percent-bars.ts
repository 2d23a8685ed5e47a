import { formatNumber, formatPercent } from '../text/format.ts'
import {
  type Chart,
  DONE,
  FAINT_INK,
  fitText,
  GRID,
  hatchedShapes,
  INK,
  type Lettering,
  lineShape,
  PAPER,
  rectShape,
  scaleSteps,
  type Shape,
  textLength,
  textShape,
  TRACK,
} from './drawing.ts'

export interface PercentBar {
  readonly name: string
  readonly target: number | null
  readonly result: number | null
  /** Rounded to one decimal; null: nothing to measure by. */
  readonly percent: number | null
  readonly isBehind: boolean
  /** Said in place of a bar: "chưa báo cáo". */
  readonly remark: string | null
  /** As printed, where a document prints otherwise than "450/600; 75%": "≥60,3%". */
  readonly printed?: string
  /** Id of the figure behind the percent. */
  readonly figure?: string
}

export interface PercentBarsInput {
  readonly title: string
  readonly description: string
  readonly width: number
  readonly lettering?: Lettering
  readonly bars: readonly PercentBar[]
  /** How much of the plan's time has gone by, in percent; null draws no mark. */
  readonly elapsed: number | null
  readonly words: {
    readonly elapsed: (percent: string) => string
    /** What full and hatched bars are; left out: no legend. */
    readonly legend?: { readonly onPace: string; readonly behind: string }
  }
}

const ROW = 20
const BAR = 12
const TOP = 30
const BOTTOM = 22
const LEGEND = 20
const SMALL = 11

/**
 * One bar a unit: how far it is of its target, with the mark of the time gone by. Bars past 100 % run on: nothing is
 * capped. Who is behind is hatched, who is not in full: told apart without colour.
 */
export function percentBars(input: PercentBarsInput): Chart {
  const { bars, elapsed, width, words, lettering = 'screen' } = input
  const { names, values } = sidesOf(bars, width, lettering)
  const room = width - names - values
  const most = Math.max(100, ...bars.map(({ percent }) => percent ?? 0))
  const steps = scaleSteps(most, most > 400 ? 4 : 5)
  const last = steps.at(-1) ?? 100
  const at = (percent: number): number => names + (room * Math.max(0, percent)) / last
  const foot = TOP + bars.length * ROW
  const shapes: Shape[] = []
  for (const step of steps) {
    shapes.push(lineShape([at(step), TOP - 4], [at(step), foot], { stroke: step === 100 ? INK : GRID }))
    shapes.push(textShape(at(step), foot + 14, formatPercent(step), { anchor: 'middle', fill: FAINT_INK, size: SMALL }))
  }
  bars.forEach((bar, index) => {
    const y = TOP + index * ROW
    const base = y + ROW / 2 + 4
    shapes.push(textShape(names - 6, base, fitText(bar.name, names - 8, undefined, lettering), { anchor: 'end' }))
    if (bar.percent === null) {
      // The scale's lines would run through the words.
      const remark = bar.remark ?? ''
      if (remark !== '') shapes.push(rectShape(names + 2, y + 2, textLength(remark, 12, lettering) + 4, ROW - 4, PAPER))
      shapes.push(textShape(names + 4, base, remark, { fill: FAINT_INK }))
      return
    }
    const top = y + (ROW - BAR) / 2
    shapes.push(rectShape(names, top, at(100) - names, BAR, TRACK))
    shapes.push(...barShapes(names, top, at(bar.percent) - names, bar.isBehind))
    shapes.push(textShape(width - 2, base, valueText(bar), { anchor: 'end', figure: bar.figure ?? null }))
  })
  if (elapsed !== null && bars.length > 0) {
    shapes.push(lineShape([at(elapsed), TOP - 6], [at(elapsed), foot], { width: 1.5, dash: [4, 3] }))
    const label = words.elapsed(formatPercent(Math.round(elapsed * 10) / 10))
    const anchor = elapsed > 0.6 * last ? 'end' : 'start'
    const x = at(elapsed) + (anchor === 'end' ? -4 : 4)
    shapes.push(textShape(x, 16, label, { anchor, fill: FAINT_INK, size: SMALL }))
  }
  const { legend } = words
  const hasLegend = legend !== undefined && bars.some(({ percent }) => percent !== null)
  if (hasLegend) shapes.push(...legendShapes({ x: names, y: foot + BOTTOM + 4, width }, legend, lettering))
  const { title, description } = input
  return { title, description, width, height: foot + BOTTOM + (hasLegend ? LEGEND : 0), shapes }
}

/** Room for the names on the left and the values on the right: as much as they need, and half the width for the bars. */
function sidesOf(bars: readonly PercentBar[], width: number, lettering: Lettering): { names: number; values: number } {
  const longest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map((text) => textLength(text, 12, lettering)))
  if (lettering === 'screen')
    return { names: Math.round(width * 0.34), values: Math.max(116, Math.round(longest(bars.map(valueText)) + 12)) }
  return {
    names: Math.round(Math.min(width * 0.4, Math.max(width * 0.2, longest(bars.map(({ name }) => name)) + 14))),
    values: Math.round(Math.min(width * 0.3, longest(bars.map(valueText)) + 16)),
  }
}

function barShapes(x: number, y: number, length: number, isBehind: boolean): Shape[] {
  return isBehind ? hatchedShapes(x, y, length, BAR) : [rectShape(x, y, length, BAR, DONE, INK)]
}

function legendShapes(
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  words: { readonly onPace: string; readonly behind: string },
  lettering: Lettering,
): Shape[] {
  const style = { size: SMALL } as const
  const length = (words: string): number => 32 + textLength(words, SMALL, lettering) + 14
  // Under the bars where there is room, else as far to the left as it takes.
  const first = Math.max(4, Math.min(x, width - length(words.onPace) - length(words.behind)))
  const second = first + length(words.onPace)
  return [
    ...barShapes(first, y - 6, 26, false),
    textShape(first + 32, y + 4, words.onPace, style),
    ...barShapes(second, y - 6, 26, true),
    textShape(second + 32, y + 4, words.behind, style),
  ]
}

function valueText({ percent, result, target, printed }: PercentBar): string {
  if (printed !== undefined) return printed
  const whole = result === null || target === null ? '' : `${formatNumber(result)}/${formatNumber(target)}; `
  return `${whole}${percent === null ? '' : formatPercent(percent)}`
}
