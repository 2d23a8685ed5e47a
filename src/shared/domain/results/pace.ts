import { addDays, addMonths, daysBetween, type IsoDate } from '../../kit/dates.ts'
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

/**
 * How much of the plan's time has gone by on the evening of `day`, in percent from 0 to 100, not rounded: what a percent
 * is held against. Both ends count as whole days.
 */
export function elapsedPercent(plan: PlanDays, day: IsoDate): number {
  const { gone, all } = daysGone(plan, day)
  return (100 * gone) / all
}

/** The same as it is printed, half up to one decimal: half a year is 49,7 % of a leap year on the 30th of June. */
export function elapsedOf(plan: PlanDays, day: IsoDate): number {
  const { gone, all } = daysGone(plan, day)
  // Rounded on whole numbers: 1000 · gone / all, then one decimal back.
  return Math.floor((gone * 2000 + all) / (2 * all)) / 10
}

function daysGone({ from, to }: PlanDays, day: IsoDate): { readonly gone: number; readonly all: number } {
  const all = Math.max(1, daysBetween(from, to) + 1)
  return { gone: day < from ? 0 : day >= to ? all : daysBetween(from, day) + 1, all }
}

/**
 * Where a percent stands against the share of time gone by (`elapsedPercent`). Null without a percent. A level (stock,
 * ratio) does not grow with the days: it is behind only by being below its target when the plan is over.
 */
export function paceOf(percent: number | null, kind: IndicatorKind, elapsed: number): Pace | null {
  if (percent === null) return null
  if (percent > 100) return 'exceeded'
  if (percent === 100) return 'reached'
  const isLevel = kind === 'stock' || kind === 'ratio'
  if (isLevel && elapsed < 100) return 'pace'
  return percent < elapsed ? 'behind' : 'pace'
}

/**
 * What each month still to come has to bring, so that a count reaches its target on the plan's last day: rounded up to
 * whole ones. Less than a month left counts as one month. Null where nothing is left to do, no day is left, or the
 * figure is no count (a ratio does not come in by the month). `decimals` of a figure that has parts: 2,7 tỷ in six months
 * is 0,45 tỷ a month, not a whole one.
 */
export function neededPerMonth(
  remaining: number | null,
  kind: IndicatorKind,
  months: number | null,
  decimals = 0,
): number | null {
  if (remaining === null || remaining <= 0 || kind === 'ratio' || months === null) return null
  const parts = 10 ** decimals
  return Math.ceil((remaining / months) * parts - 1e-9) / parts
}

/**
 * Months of the calendar from the evening of a day to the plan's end, of a plan that has not begun all of its own; at
 * least one. The part of a month is told in days of that month: from 30 June to 31 December there are six, from 15 July
 * to 31 December five and 17 of 31 days. Null when no day is left.
 */
export function monthsLeft(plan: PlanDays, day: IsoDate): number | null {
  if (day >= plan.to) return null
  const first = day < plan.from ? plan.from : addDays(day, 1)
  let whole = 0
  let rest = first
  for (;;) {
    const next = addMonths(first, whole + 1)
    // Past the calendar's end no month is known; the longest does for a plan nobody lives to see the end of.
    const days = next === null ? 31 : daysBetween(rest, next)
    const left = daysBetween(rest, plan.to) + 1
    if (next === null || left < days) return Math.max(1, whole + left / days)
    whole += 1
    rest = next
  }
}
