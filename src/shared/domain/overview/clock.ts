import { addDays, daysBetween, type IsoDate, makeIsoDate } from '../../kit/dates.ts'
import { elapsedOf, type PlanDays } from '../results/pace.ts'

export const CLOCK_STATES = ['waiting', 'running', 'over'] as const
export type ClockState = (typeof CLOCK_STATES)[number]

/** How a plan stands in time on the evening of a day. */
export interface Clock {
  readonly state: ClockState
  /** 0 to 100, as it is printed. */
  readonly elapsed: number
  readonly days: number
  /** Whole days after this one up to the plan's last; before it begins, until its first. */
  readonly daysLeft: number
}

export function clockOf(plan: PlanDays, day: IsoDate): Clock {
  const state = day < plan.from ? 'waiting' : day < plan.to ? 'running' : 'over'
  return {
    state,
    elapsed: elapsedOf(plan, day),
    days: daysBetween(plan.from, plan.to) + 1,
    daysLeft: state === 'over' ? 0 : daysBetween(day, state === 'waiting' ? plan.from : plan.to),
  }
}

/**
 * The days a curve of the plan is drawn through: the last day of each of its months, and its own last day. A term of
 * several years is drawn by quarters: sixty dots would be a caterpillar.
 */
export function curveDays({ from, to }: PlanDays): readonly IsoDate[] {
  const step = daysBetween(from, to) > 800 ? 3 : 1
  const days: IsoDate[] = []
  let year = Number(from.slice(0, 4))
  let month = Number(from.slice(5, 7))
  for (;;) {
    const next = month === 12 ? makeIsoDate(year + 1, 1, 1) : makeIsoDate(year, month + 1, 1)
    if (next === null) break
    const last = addDays(next, -1)
    if (last >= to) break
    if (month % step === 0) days.push(last)
    if (month === 12) year += 1
    month = month === 12 ? 1 : month + 1
  }
  return [...days, to]
}

/** The same day a year before; 29 February becomes 28 February. */
export function yearBefore(day: IsoDate): IsoDate {
  const year = Number(day.slice(0, 4)) - 1
  return makeIsoDate(year, Number(day.slice(5, 7)), Number(day.slice(8))) ?? `${String(year).padStart(4, '0')}-02-28`
}
