import { daysBetween, type IsoDate } from '../../kit/dates.ts'
import type { IndicatorKind } from '../indicators/indicator.ts'

/**
 * behind    fewer percent than days gone by of the plan
 * pace      at least as many
 * reached   exactly 100 %; exceeded: more
 */
export type Pace = 'behind' | 'pace' | 'reached' | 'exceeded'

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
  if (percent === null) return null
  if (percent > 100) return 'exceeded'
  if (percent === 100) return 'reached'
  const isLevel = kind === 'stock' || kind === 'ratio'
  if (isLevel && day < plan.to) return 'pace'
  return percent < elapsedPercent(plan, day) ? 'behind' : 'pace'
}
