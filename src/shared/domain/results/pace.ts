import { addDays, daysBetween, type IsoDate } from '../../kit/dates.ts'
import type { IndicatorKind } from '../indicators/indicator.ts'

/**
 * behind    fewer percent than days gone by of the plan
 * pace      at least as many
 * reached   exactly 100 %; exceeded: more
 */
export const PACES = ['behind', 'pace', 'reached', 'exceeded'] as const
export type Pace = (typeof PACES)[number]

export interface PlanDays {
  readonly from: IsoDate
  readonly to: IsoDate
}

/** How much of the plan's time has gone by on the evening of `day`, in percent from 0 to 100, not rounded. */
export function elapsedPercent({ from, to }: PlanDays, day: IsoDate): number {
  if (day < from) return 0
  if (day >= to) return 100
  return (100 * (daysBetween(from, day) + 1)) / (daysBetween(from, to) + 1)
}

/**
 * Where a percent stands against the time gone by. Null without a percent. A level (stock, ratio) does not grow
 * with the days: before the plan is over it is behind only by being below its target on the last day.
 */
export function paceOf(percent: number | null, kind: IndicatorKind, plan: PlanDays, day: IsoDate): Pace | null {
  return percent === null ? null : paceAt(percent, kind, elapsedPercent(plan, day))
}

/** The same for a whole table, of which the share of days gone by is known. */
export function paceAt(percent: number, kind: IndicatorKind, elapsed: number): Pace {
  if (percent > 100) return 'exceeded'
  if (percent === 100) return 'reached'
  const isLevel = kind === 'stock' || kind === 'ratio'
  if (isLevel && elapsed < 100) return 'pace'
  return percent < elapsed ? 'behind' : 'pace'
}

/** An average month; 28 February is as good a month as 31 July. */
const MONTH_DAYS = 365 / 12

/**
 * What each month still to come has to bring, so that a count reaches its target on the plan's last day: rounded up to
 * whole ones. Less than a month left counts as one month. Null where nothing is left to do, no day is left, or the
 * figure is no count (a ratio does not come in by the month).
 */
export function neededPerMonth(
  remaining: number | null,
  kind: IndicatorKind,
  plan: PlanDays,
  day: IsoDate,
): number | null {
  if (remaining === null || remaining <= 0 || kind === 'ratio' || day >= plan.to) return null
  return neededIn(remaining, monthsLeft(plan, day))
}

/** Average months from the evening of a day to the plan's end, of a plan that has not begun all of its own; at least one. */
export function monthsLeft(plan: PlanDays, day: IsoDate): number {
  const from = day < plan.from ? addDays(plan.from, -1) : day
  return Math.max(1, daysBetween(from, plan.to) / MONTH_DAYS)
}

/** What is left, spread over months and rounded up to whole ones. */
export function neededIn(remaining: number, months: number): number {
  return Math.ceil(remaining / months - 1e-9)
}
