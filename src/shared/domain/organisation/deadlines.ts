import { daysBetween, isValidOn, type IsoDate } from '../../kit/dates.ts'
import type { FollowUpState } from './words.ts'

export interface Deadline {
  readonly dueOn: IsoDate | null
  readonly state: FollowUpState
  readonly doneOn: IsoDate | null
}

export interface DeadlineNow {
  /** As it was on the day: what was done later was still open then. */
  readonly state: FollowUpState
  readonly overdue: boolean
  readonly dueSoon: boolean
  /** Days until it is due, negative when late; null without a day or when nothing is to do. */
  readonly daysLeft: number | null
}

/** On its last day something is due, the day after it is late. `within`: how many days ahead count as soon. */
export function deadlineOn({ dueOn, state, doneOn }: Deadline, day: IsoDate, within: number): DeadlineNow {
  const wasOpen = state === 'open' || (state === 'done' && doneOn !== null && doneOn > day)
  const daysLeft = wasOpen && dueOn !== null ? daysBetween(day, dueOn) : null
  return {
    state: wasOpen ? 'open' : state,
    overdue: daysLeft !== null && daysLeft < 0,
    dueSoon: daysLeft !== null && daysLeft >= 0 && daysLeft <= within,
    daysLeft,
  }
}

/** Late ones first, then by the day they are due; without a day after those, what is done last. */
export function compareDeadlines(
  a: { readonly daysLeft: number | null; readonly state: FollowUpState },
  b: { readonly daysLeft: number | null; readonly state: FollowUpState },
): number {
  const place = (one: typeof a): number => (one.state !== 'open' ? 2 : one.daysLeft === null ? 1 : 0)
  return place(a) - place(b) || (a.daysLeft ?? 0) - (b.daysLeft ?? 0)
}

export type ChargeState = 'current' | 'ended' | 'future'

export function chargeStateOn(from: IsoDate | null, to: IsoDate | null, day: IsoDate): ChargeState {
  if (isValidOn(day, from, to)) return 'current'
  return to !== null && to < day ? 'ended' : 'future'
}
