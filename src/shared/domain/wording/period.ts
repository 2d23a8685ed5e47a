import type { IsoDate } from '../../kit/dates.ts'
import { addDays, yearOf } from '../../kit/dates.ts'
import { elapsedOf } from '../results/pace.ts'
import { formatDate, formatPercent } from '../text/format.ts'
import { dateRef, figure, line, reference, text } from './parts.ts'
import type { Inline, Part } from './parts.ts'

interface Period {
  readonly kind: 'term' | 'year' | 'campaign' | 'phase'
  readonly code: string
  readonly name: string
  readonly from: IsoDate
  readonly to: IsoDate
}

/** "năm 2024", "giai đoạn 2023 - 2028", or for a campaign its dates "từ ngày 1/7/2024 đến ngày 31/7/2024". */
export function periodLabel(plan: Period): Inline {
  if (plan.kind === 'year') return line`năm ${reference(String(yearOf(plan.to)), 'year')}`
  if (plan.kind === 'term') {
    const [from, to] = [yearOf(plan.from), yearOf(plan.to)]
    if (from === to) return line`năm ${reference(String(to), 'year')}`
    return line`giai đoạn ${reference(`${from} - ${to}`, 'year')}`
  }
  return line`từ ngày ${dateRef(plan.from)} đến ngày ${dateRef(plan.to)}`
}

/** By when a level must be reached: "đến hết năm 2024", "đến năm 2023" for the last year of a term. */
export function byEndOf(plan: Period): Inline {
  if (plan.kind === 'term') return line`đến năm ${reference(String(yearOf(plan.to)), 'year')}`
  if (plan.kind === 'year') return line`đến hết năm ${reference(String(yearOf(plan.to)), 'year')}`
  return line`đến ngày ${dateRef(plan.to)}`
}

/** "tính đến ngày 30/6/2024" */
export function untilDay(asOf: IsoDate): Inline {
  return line`tính đến ngày ${dateRef(asOf)}`
}

export function elapsedFigure(plan: Period, asOf: IsoDate): Part {
  const value = elapsedOf(plan, asOf)
  return figure(value, formatPercent(value), {
    kind: 'elapsed',
    plan: plan.code,
    unit: '',
    indicator: null,
    assigner: null,
    asOf,
  })
}

/** Ends of the 6th, 9th and last month of a reporting year, whatever day it begins on. */
export function reportingDays(plan: Pick<Period, 'from' | 'to'>): { half: IsoDate; nine: IsoDate; end: IsoDate } {
  return { half: endOfMonths(plan.from, 6), nine: endOfMonths(plan.from, 9), end: plan.to }
}

function endOfMonths(from: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  const total = month - 1 + months
  const next = `${String(year + Math.floor(total / 12)).padStart(4, '0')}-${String((total % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return addDays(next, -1)
}

export function dateRange(from: IsoDate, to: IsoDate): Inline {
  return [text('từ ngày '), reference(formatDate(from), 'date'), text(' đến ngày '), reference(formatDate(to), 'date')]
}
