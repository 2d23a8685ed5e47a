import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { periodOf } from '#shared/domain/report-files/calendar.ts'
import type { ReadCell, ReadLine, ReadReport } from '#shared/domain/report-files/report-model.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { readPlans } from '../../db/queries/plans.ts'
import type { ReadStore } from '../../db/store.ts'
import { readCalendars, startOfYearOf } from '../figures.ts'
import type { DecideOptions } from './decide.ts'

export interface SettledPeriod {
  /** First day of what a cumulative figure counts. */
  readonly yearFrom: IsoDate
  /** First day of the period alone. */
  readonly from: IsoDate
  readonly basis: 'cumulative' | 'increment'
}

/** From which days a report's figures count, by what was asked, what it says itself, and the year's plan. */
export function settlePeriod(
  store: ReadStore,
  report: ReadReport,
  asOf: IsoDate,
  options: DecideOptions,
): SettledPeriod {
  const { period } = report
  const plans = readPlans(store).filter((row) => row.kind === 'year' && row.from <= asOf && asOf <= row.to)
  const office = plans.find(({ code }) => code === options.plan)?.from ?? startOfYearOf(store, asOf)
  const starts = new Set([...readCalendars(store), '01-01', '12-01'])
  // "từ 01/12/2023 đến 31/5/2024" says itself which year it counts.
  const own =
    period.from !== null && period.asOf === asOf && period.basis === 'cumulative' && starts.has(period.from.slice(5))
      ? period.from
      : null
  const yearFrom = (options.basis !== 'increment' ? options.from : null) ?? own ?? office
  const from =
    options.from ??
    (period.from !== null && period.from <= asOf && period.basis !== 'cumulative'
      ? period.from
      : (periodOf('month', asOf)?.from ?? asOf))
  return { yearFrom, from, basis: period.basis ?? 'cumulative' }
}

/** Which of a line's figures counts, and as what. A level of a day has no period: it is never an increment. */
export function chooseCell(
  line: ReadLine,
  indicator: Pick<IndicatorRow, 'kind'> | undefined,
  period: SettledPeriod,
  asked: 'cumulative' | 'increment' | null,
): { readonly cell: ReadCell; readonly basis: 'cumulative' | 'increment' } | null {
  const { cumulative, increment, value } = line.cells
  const isLevel = indicator?.kind === 'stock' || indicator?.kind === 'ratio'
  const as = (cell: ReadCell | undefined, basis: 'cumulative' | 'increment') =>
    cell === undefined ? null : { cell, basis }
  if (isLevel) return as(cumulative ?? value ?? increment, 'cumulative')
  if (asked === 'increment') return as(increment ?? value, 'increment')
  if (asked === 'cumulative') return as(cumulative ?? value, 'cumulative')
  return as(cumulative, 'cumulative') ?? as(value, period.basis) ?? as(increment, 'increment')
}
