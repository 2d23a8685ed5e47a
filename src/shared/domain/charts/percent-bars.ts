import { formatNumber, formatPercent } from '../text/format.ts'
import {
  BEHIND,
  type ChartFrame,
  DONE,
  drawChart,
  drawLine,
  drawRect,
  drawText,
  FAINT_INK,
  fitText,
  GRID,
  INK,
  scaleSteps,
  TRACK,
} from './svg.ts'

export interface PercentBar {
  readonly name: string
  readonly target: number | null
  readonly result: number | null
  /** Rounded to one decimal; null: nothing to measure by. */
  readonly percent: number | null
  readonly isBehind: boolean
  /** Said in place of a bar: "chưa báo cáo". */
  readonly remark: string | null
}

export interface PercentBarsInput extends ChartFrame {
  readonly bars: readonly PercentBar[]
  /** How much of the plan's time has gone by, in percent; null draws no mark. */
  readonly elapsed: number | null
  readonly words: { readonly elapsed: (percent: string) => string }
}

const ROW = 20
const BAR = 12
const TOP = 30
const BOTTOM = 22

/**
 * One bar a unit: how far it is of its target, with the mark of the time gone by. Bars past 100 % run on: nothing is
 * capped. Who is behind is drawn in outline and light, who is not in full: told apart without colour.
 */
export function drawPercentBars(input: PercentBarsInput): string {
  const { bars, elapsed, width } = input
  const names = Math.round(width * 0.34)
  const values = 116
  const room = width - names - values
  const most = Math.max(100, ...bars.map(({ percent }) => percent ?? 0))
  const steps = scaleSteps(most, most > 400 ? 4 : 5)
  const last = steps.at(-1) ?? 100
  const at = (percent: number): number => names + (room * percent) / last
  const height = TOP + bars.length * ROW + BOTTOM
  const foot = height - BOTTOM
  const body: string[] = []
  for (const step of steps) {
    body.push(drawLine(at(step), TOP - 4, at(step), foot, { stroke: step === 100 ? INK : GRID }))
    body.push(drawText(at(step), foot + 14, formatPercent(step), { anchor: 'middle', fill: FAINT_INK, size: 11 }))
  }
  bars.forEach((bar, index) => {
    const y = TOP + index * ROW
    const base = y + ROW / 2 + 4
    body.push(drawText(names - 6, base, fitText(bar.name, names - 8), { anchor: 'end' }))
    if (bar.percent === null) {
      body.push(drawText(names + 4, base, bar.remark ?? '', { fill: FAINT_INK }))
      return
    }
    const top = y + (ROW - BAR) / 2
    body.push(drawRect(names, top, at(100) - names, BAR, TRACK))
    body.push(drawRect(names, top, at(bar.percent) - names, BAR, bar.isBehind ? BEHIND : DONE, INK))
    body.push(drawText(width - 2, base, valueText(bar), { anchor: 'end' }))
  })
  if (elapsed !== null && bars.length > 0) {
    body.push(drawLine(at(elapsed), TOP - 6, at(elapsed), foot, { width: 1.5, dash: '4 3' }))
    const label = input.words.elapsed(formatPercent(Math.round(elapsed)))
    const anchor = elapsed > 0.6 * last ? 'end' : 'start'
    body.push(drawText(at(elapsed) + (anchor === 'end' ? -4 : 4), 16, label, { anchor, fill: FAINT_INK, size: 11 }))
  }
  return drawChart(input, height, body)
}

function valueText({ percent, result, target }: PercentBar): string {
  const whole = result === null || target === null ? '' : `${formatNumber(result)}/${formatNumber(target)}; `
  return `${whole}${percent === null ? '' : formatPercent(percent)}`
}
