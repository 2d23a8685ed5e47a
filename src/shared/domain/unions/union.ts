import type { IsoDate } from '#shared/kit/dates.ts'

/**
 * active  on that day it existed
 * ended   its last day is that day or lies before it
 * future  its decision is of a later day
 */
export type UnionState = 'active' | 'ended' | 'future'

/** A grassroots union (CĐCS, nghiệp đoàn) as lists show it. Codes name units, types and reasons. */
export interface UnionFacts {
  readonly id: string
  readonly name: string
  /** Code of a unit type of level grassroots: CDCS, NGHIEP_DOAN. */
  readonly type: string
  readonly typeName: string
  /** The unit that manages it. */
  readonly unit: string | null
  readonly unitName: string | null
  readonly unitShortName: string | null
  readonly enterpriseId: string | null
  readonly enterpriseName: string | null
  /** Sector of the enterprise's legal form; null where there is none. */
  readonly sector: string | null
  readonly ward: string | null
  readonly zone: string | null
  readonly foundedOn: IsoDate | null
  readonly decisionNumber: string | null
  readonly decisionOn: IsoDate | null
  readonly decisionIssuer: string | null
  readonly membersAtFounding: number | null
  readonly chair: string | null
  readonly phone: string | null
  readonly endedOn: IsoDate | null
  /** Code of a reason of kind ending. */
  readonly endReason: string | null
  readonly endReasonName: string | null
  /** Ended by restructuring, which is counted apart from what ends by itself. */
  readonly restructured: boolean
  readonly endDecisionNumber: string | null
  readonly endDecisionOn: IsoDate | null
  readonly successorId: string | null
  readonly successorName: string | null
  readonly previousId: string | null
  readonly previousName: string | null
  readonly note: string | null
  /** Newest count not later than the day asked for. */
  readonly members: number | null
  readonly womenMembers: number | null
  readonly membersOn: IsoDate | null
  readonly membersSource: string | null
  /** Of the enterprise. */
  readonly workers: number | null
}

type Dates = Pick<UnionFacts, 'foundedOn' | 'decisionOn' | 'endedOn'>

/**
 * The day a union counts from: that of the recognition decision, not of the ceremony or of the typing (domain,
 * "Open questions" 6). Null where nobody knows; it then counts as having been there always.
 */
export function countedFrom(union: Dates): IsoDate | null {
  return union.decisionOn ?? union.foundedOn
}

/**
 * On its ending day a union is ended, as the report of that day counts it among the lost: so opening + founded −
 * ended = closing holds for any two days.
 */
export function stateOn(union: Dates, day: IsoDate): UnionState {
  if (union.endedOn !== null && union.endedOn <= day) return 'ended'
  const from = countedFrom(union)
  return from !== null && from > day ? 'future' : 'active'
}
