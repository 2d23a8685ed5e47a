import type { IsoDate } from '../../kit/dates.ts'
import { yearBefore } from '../overview/clock.ts'
import { formatDate, formatNumber, formatPercent } from '../text/format.ts'
import { type PercentBar, percentBars } from './percent-bars.ts'
import { progressCurve } from './progress-curve.ts'
import { type SvgFrame, writeSvg } from './svg.ts'

interface Frame extends SvgFrame {
  readonly width: number
}

interface Period {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly asOf: IsoDate
}

interface Curve {
  readonly name: string
  readonly unitLabel: string
  /** The figure's own word or sign stands at the last point as well: "hơn 7.000". */
  readonly result?: number | null
  readonly qualifier?: string | null
  readonly qualifierWord?: string | null
  readonly curve: readonly { readonly day: IsoDate; readonly value: number | null }[]
  readonly curveBefore: readonly { readonly day: IsoDate; readonly value: number | null }[]
}

/** How one figure grew over the plan's days, beside the year before and an even pace to the target. */
export function drawCurve(
  period: Period,
  figure: Curve,
  standing: { readonly target: number | null } | null,
  frame: Frame,
): string {
  const last = figure.curve.findLast(({ value }) => value !== null)
  const target = standing?.target ?? null
  const description = [
    ...(last === undefined
      ? []
      : [`Đến ${formatDate(last.day)}: ${formatNumber(last.value ?? 0)} ${figure.unitLabel}.`]),
    ...(target === null ? [] : [`Chỉ tiêu ${formatNumber(target)}.`]),
    ...earlier(figure),
  ].join(' ')
  const chart = progressCurve(
    period,
    { now: figure.curve, before: figure.curveBefore },
    {
      width: frame.width,
      title: `${figure.name} đến ngày ${formatDate(period.asOf)}`,
      description,
      target,
      ...(last?.value === figure.result ? { printed: printAmount(figure) } : {}),
    },
  )
  return writeSvg(chart, frame)
}

/** "hơn 7.000", "≥ 7.000" where no word was written. */
function printAmount({ result, qualifier, qualifierWord }: Pick<Curve, 'result' | 'qualifier' | 'qualifierWord'>) {
  const number = formatNumber(result ?? 0)
  const word = qualifierWord ?? qualifier ?? null
  return word === null ? number : `${word} ${number}`
}

/** "Cùng ngày năm trước: 560." where it is known. */
function earlier(figure: Curve): readonly string[] {
  const last = curveRows(figure).findLast(({ now }) => now !== null)
  return last === undefined || last.before === null ? [] : [`Cùng ngày năm trước: ${formatNumber(last.before)}.`]
}

/** A day of a curve with what was reached by it, and by the same day of the year before. */
export interface CurveRow {
  readonly day: IsoDate
  readonly now: number | null
  readonly before: number | null
}

/** The points of a curve as rows, those nobody reported anything for left out. */
export function curveRows({ curve, curveBefore }: Pick<Curve, 'curve' | 'curveBefore'>): readonly CurveRow[] {
  const before = new Map(curveBefore.map(({ day, value }) => [day, value]))
  return curve
    .map(({ day, value }) => ({ day, now: value, before: before.get(yearBefore(day)) ?? null }))
    .filter(({ now, before: then }) => now !== null || then !== null)
}

interface ChartUnit {
  readonly name: string
  readonly target: number | null
  readonly result: number | null
  readonly percent: number | null
  readonly percentText?: string | null
  readonly qualifier?: string | null
  readonly qualifierWord?: string | null
  readonly reported: boolean
  readonly pace: string | null
}

/** What full and hatched bars are. */
export const PACE_LEGEND = { onPace: 'bằng hoặc vượt tiến độ thời gian', behind: 'chậm so với tiến độ thời gian' }

/** More would not be read on one page: the furthest and the last are what a meeting looks at. */
const MOST_BARS = 24

/** How far each unit is, the furthest first. Of many units the first and the last dozen. */
export function drawUnitBars(
  period: Period & { readonly clock: { readonly elapsed: number } },
  figure: { readonly name: string; readonly kind: string },
  standing: { readonly units: readonly ChartUnit[] },
  frame: Frame,
): string {
  // Who was given none has nothing to be far of.
  const asked = standing.units.filter(({ target }) => target !== null)
  const bars = asked.map((unit): PercentBar => ({
    name: unit.name,
    target: unit.target,
    result: unit.result,
    percent: unit.reported ? unit.percent : null,
    isBehind: unit.pace === 'behind',
    remark: !unit.reported ? 'chưa báo cáo' : unit.percent === null ? 'chỉ tiêu bằng 0' : null,
    ...((unit.qualifier ?? null) === null || unit.target === null
      ? {}
      : { printed: `${printAmount(unit)}/${formatNumber(unit.target)}; ${unit.percentText ?? ''}` }),
  }))
  const left = bars.length - MOST_BARS
  const half = MOST_BARS / 2
  const shown =
    left <= 0
      ? bars
      : [
          ...bars.slice(0, half),
          { name: `… ${left} đơn vị ở giữa`, target: null, result: null, percent: null, isBehind: false, remark: '' },
          ...bars.slice(-half),
        ]
  const isLevel = figure.kind === 'stock' || figure.kind === 'ratio'
  const behind = bars.filter(({ isBehind }) => isBehind).length
  const chart = percentBars({
    width: frame.width,
    title: `${figure.name}: tỷ lệ đạt của các đơn vị đến ngày ${formatDate(period.asOf)}`,
    description: [
      `${formatNumber(bars.length)} đơn vị, ${formatNumber(behind)} đơn vị chậm so với thời gian.`,
      ...extremes(bars),
    ].join(' '),
    bars: shown,
    elapsed: isLevel ? null : period.clock.elapsed,
    words: {
      elapsed: (percent) => `đã qua ${percent} thời gian`,
      ...(isLevel ? {} : { legend: PACE_LEGEND }),
    },
  })
  return writeSvg(chart, frame)
}

/** "Cao nhất: LĐLĐ thị xã Bình Sơn 101%." and who is last. */
function extremes(bars: readonly PercentBar[]): readonly string[] {
  const told = bars.filter(({ percent }) => percent !== null)
  const say = (word: string, bar: PercentBar | undefined): readonly string[] =>
    bar === undefined ? [] : [`${word}: ${bar.name} ${formatPercent(bar.percent ?? 0)}.`]
  return [...say('Cao nhất', told[0]), ...(told.length < 2 ? [] : say('Thấp nhất', told.at(-1)))]
}
