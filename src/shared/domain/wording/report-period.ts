import { addDays, type IsoDate, yearOf } from '../../kit/dates.ts'
import type { ReportPeriod } from '../documents/facts.ts'
import { formatCountInProse } from '../text/format.ts'
import { toRoman } from '../text/roman.ts'
import { dateRef, type Inline, line, reference } from './parts.ts'
import { reportingDays } from './period.ts'

interface Span {
  readonly from: IsoDate
  readonly to: IsoDate
}

/**
 * First and last day of the period a report of `asOf` speaks of. A week is the seven days that end with it; months
 * and quarters are those of the calendar; six and nine months and the year begin with the plan.
 */
export function periodRange(kind: ReportPeriod, plan: Span, asOf: IsoDate): Span {
  const [year = '', month = '01'] = asOf.split('-')
  const inPlan = (from: IsoDate): IsoDate => (from < plan.from ? plan.from : from)
  switch (kind) {
    case 'week':
      return { from: inPlan(addDays(asOf, -6)), to: asOf }
    case 'month':
      return { from: inPlan(`${year}-${month}-01`), to: asOf }
    case 'quarter': {
      const first = Math.floor((Number(month) - 1) / 3) * 3 + 1
      return { from: inPlan(`${year}-${String(first).padStart(2, '0')}-01`), to: asOf }
    }
    case 'half':
    case 'nine':
    case 'year':
      return { from: plan.from, to: asOf }
  }
}

/** The day such a report is of when none is asked for: the close of six or nine months or of the plan; null: today. */
export function usualDay(kind: ReportPeriod, plan: Span): IsoDate | null {
  const days = reportingDays(plan)
  if (kind === 'half') return days.half
  if (kind === 'nine') return days.nine
  return kind === 'year' ? plan.to : null
}

/** "tháng 9 năm 2024", "quý III năm 2024", "06 tháng đầu năm 2024", "tuần (từ ngày … đến ngày …)". */
export function reportPeriodLabel(kind: ReportPeriod, span: Span, plan: Span): Inline {
  const year = reference(
    String(yearOf(kind === 'week' || kind === 'month' || kind === 'quarter' ? span.to : plan.to)),
    'year',
  )
  const month = Number(span.to.slice(5, 7))
  switch (kind) {
    case 'week':
      return line`tuần (từ ngày ${dateRef(span.from)} đến ngày ${dateRef(span.to)})`
    case 'month':
      return line`tháng ${reference(String(month), 'custom')} năm ${year}`
    case 'quarter':
      return line`quý ${reference(toRoman(Math.floor((month - 1) / 3) + 1), 'custom')} năm ${year}`
    case 'half':
      return line`${reference(formatCountInProse(6), 'custom')} tháng đầu năm ${year}`
    case 'nine':
      return line`${reference(formatCountInProse(9), 'custom')} tháng đầu năm ${year}`
    case 'year':
      return line`năm ${year}`
  }
}
