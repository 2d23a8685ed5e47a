import { daysBetween, type IsoDate } from '../../kit/dates.ts'
import { yearBefore } from '../overview/clock.ts'
import type { Chart } from './drawing.ts'
import { type LinePoint, progressLines, type ProgressLinesInput } from './progress-lines.ts'

export interface CurvePeriod {
  readonly from: IsoDate
  readonly to: IsoDate
}

interface DatedValue {
  readonly day: IsoDate
  readonly value: number | null
}

/** How one figure grew over a plan's days, beside the year before laid over it day by day and an even pace. */
export function progressCurve(
  period: CurvePeriod,
  { now, before }: { readonly now: readonly DatedValue[]; readonly before: readonly DatedValue[] },
  look: Pick<ProgressLinesInput, 'title' | 'description' | 'width' | 'lettering' | 'target' | 'figure' | 'printed'>,
): Chart {
  const length = daysBetween(period.from, period.to) + 1
  const at = (day: IsoDate, first = period.from): number => Math.min(1, (daysBetween(first, day) + 1) / length)
  const points = (values: readonly DatedValue[], first: IsoDate): LinePoint[] =>
    values.map(({ day, value }) => ({ at: at(day, first), value }))
  return progressLines({
    ...look,
    now: points(now, period.from),
    before: points(before, yearBefore(period.from)),
    marks: monthMarks(period).map(({ day, label }) => ({ at: at(day), label })),
    words: {
      now: 'Kết quả',
      before: `Năm ${Number(period.from.slice(0, 4)) - 1}`,
      even: 'Tiến độ đều đến chỉ tiêu',
    },
  })
}

/** Months as "T6"; a plan of several years by years. */
function monthMarks({ from, to }: CurvePeriod): readonly { readonly day: IsoDate; readonly label: string }[] {
  const first = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1
  const last = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - 1
  const isLong = last - first > 24
  const marks: { day: IsoDate; label: string }[] = []
  for (let at = first; at <= last; at += 1) {
    const year = Math.floor(at / 12)
    const month = (at % 12) + 1
    if (isLong && month !== 12) continue
    const day = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
    marks.push({ day: day < to ? day : to, label: isLong ? String(year) : `T${month}` })
  }
  return marks
}
