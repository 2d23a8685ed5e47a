import { addDays, type IsoDate } from '#shared/kit/dates.ts'
import { countedFrom, stateOn, type UnionFacts } from './union.ts'

export interface CountingRules {
  /** Whether a union that continues another one (merged, split, moved) counts as new; by default it does not. */
  readonly continued: boolean
  /** Also counts the new ones in enterprises of at least so many workers. */
  readonly minWorkers: number | null
}

/** What decisions say of a period: the days from `from` to `to`, both included. */
export interface UnionCounts {
  /** At the end of the day before. */
  readonly opening: number
  readonly founded: number
  readonly foundedNonState: number
  /** In enterprises of at least `minWorkers` workers; null without such a bound. */
  readonly foundedFromSize: number | null
  readonly foundedMembers: number
  /** Begun in the period as the continuation of another one: part of the stock, not of `founded`. */
  readonly continued: number
  readonly ended: number
  readonly endedNatural: number
  readonly endedRestructuring: number
  readonly closing: number
  /** Of `closing`, unions of a type that is no công đoàn cơ sở proper (nghiệp đoàn). */
  readonly closingOccupational: number
}

export const OCCUPATIONAL_TYPE = 'NGHIEP_DOAN'

/** closing = opening + founded + continued − ended, for any rules and days. */
export function countUnions(all: readonly UnionFacts[], from: IsoDate, to: IsoDate, rules: CountingRules): UnionCounts {
  const unions = all.filter(hasExisted)
  const begun = unions.filter((union) => isWithin(countedFrom(union), from, to))
  const founded = begun.filter((union) => rules.continued || union.previousId === null)
  const ended = unions.filter((union) => isWithin(union.endedOn, from, to))
  const closing = unions.filter((union) => stateOn(union, to) === 'active')
  const { minWorkers } = rules
  return {
    opening: unions.filter((union) => stateOn(union, addDays(from, -1)) === 'active').length,
    founded: founded.length,
    foundedNonState: founded.filter((union) => union.sector !== null && union.sector !== 'state').length,
    foundedFromSize: minWorkers === null ? null : founded.filter((union) => (union.workers ?? 0) >= minWorkers).length,
    foundedMembers: founded.reduce((sum, union) => sum + (union.membersAtFounding ?? 0), 0),
    continued: begun.length - founded.length,
    ended: ended.length,
    endedNatural: ended.filter((union) => !union.restructured).length,
    endedRestructuring: ended.filter((union) => union.restructured).length,
    closing: closing.length,
    closingOccupational: closing.filter((union) => union.type === OCCUPATIONAL_TYPE).length,
  }
}

function isWithin(day: IsoDate | null, from: IsoDate, to: IsoDate): boolean {
  return day !== null && day >= from && day <= to
}

/** One that is said to have ended before it began never existed, neither as new nor as lost. */
function hasExisted(union: UnionFacts): boolean {
  const from = countedFrom(union)
  return from === null || union.endedOn === null || union.endedOn >= from
}
