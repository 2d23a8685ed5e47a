import type { MeasuredRow } from '#shared/contract/results.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import { yearBefore } from '#shared/domain/overview/clock.ts'
import { achievedFraction, percentOf } from '#shared/domain/results/percent.ts'
import type { ProgressRow } from '#shared/domain/results/progress-row.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { subtractDecimals } from '#shared/kit/fraction.ts'
import { readPlans } from '../../db/queries/plans.ts'
import type { ReadStore } from '../../db/store.ts'
import { windowOf } from '../figures.ts'
import type { CountedPlan } from './count.ts'

/** No plan of an office is looked for further back. */
const MOST_YEARS = 60

/**
 * What a day is read from: the plan itself when the day lies in it, else the plan of the same kind whose days are
 * these of an earlier year, else those days without a plan, whose results are there all the same.
 */
export function planAround(store: ReadStore, plan: PlanRow, day: IsoDate): CountedPlan {
  const window = windowOf(store, plan)
  let { from, to } = plan
  for (let years = 0; years < MOST_YEARS && day < from; years += 1) {
    from = yearBefore(from)
    to = yearBefore(to)
  }
  if (from === plan.from) return { plan, window }
  const same = readPlans(store).find(
    (row) => row.kind === plan.kind && row.from === from && (plan.kind === 'year' || row.to === to),
  )
  return same === undefined
    ? { plan: null, window: { ...window, from, to } }
    : { plan: same, window: windowOf(store, same) }
}

/**
 * The day `--compare last-year` means: a year before the day the figures speak of, which of a plan that is over is its
 * last one, whatever later day it is looked at.
 */
export function comparedDay(compare: string, asOf: IsoDate, { to }: Pick<PlanRow, 'to'>): IsoDate {
  return compare === 'last-year' ? yearBefore(asOf < to ? asOf : to) : compare
}

/**
 * Puts beside each row what the same unit had on the other day, under the same assigner where it had a target. In a
 * phase a figure of its own days is only held against such a figure, one of the whole year against one of the year.
 */
export function compareRows(
  rows: readonly MeasuredRow[],
  before: readonly ProgressRow[],
  on: { readonly asOf: IsoDate; readonly plan: string | null; readonly basisMatters: boolean },
): MeasuredRow[] {
  const figureOf = (row: ProgressRow): string =>
    `${row.indicator}|${row.level}|${row.unit ?? ''}|${on.basisMatters ? row.basis : ''}`
  const exact = new Map<string, ProgressRow>()
  const any = new Map<string, ProgressRow>()
  for (const row of before) {
    const figure = figureOf(row)
    exact.set(`${figure}|${row.assignerCode ?? ''}|${row.kind ?? ''}`, row)
    if (!any.has(figure)) any.set(figure, row)
  }
  return rows.map((row) => {
    const figure = figureOf(row)
    const same = exact.get(`${figure}|${row.assignerCode ?? ''}|${row.kind ?? ''}`)
    const then = same ?? any.get(figure)
    const result = then?.result ?? null
    const change = row.result === null || result === null ? null : subtractDecimals(row.result, result)
    const growth = achievedFraction(change, result)
    return {
      ...row,
      compared: {
        asOf: on.asOf,
        plan: on.plan,
        target: same?.target ?? null,
        result,
        resultAsOf: then?.resultAsOf ?? null,
        percent: same?.percent ?? null,
        percentText: same?.percentText ?? null,
        change,
        changePercent: growth === null ? null : percentOf(growth),
      },
    }
  })
}
