import { subtractDecimals } from '../../kit/fraction.ts'
import { type Amount, sumAmounts } from '../results/amount.ts'
import type { DocumentFacts, RegistryCounts, UnitMeasures } from './facts.ts'
import { allUnits, findMeasure } from './facts.ts'

/** Registry counts of several units; null when none of them is in the survey. */
export function sumRegistry(units: readonly UnitMeasures[]): RegistryCounts | null {
  const counts = units.flatMap((unit) => (unit.registry === null ? [] : [unit.registry]))
  const [first, ...rest] = counts
  if (first === undefined) return null
  return rest.reduce(
    (sum, next) => ({
      enterprises: sum.enterprises + next.enterprises,
      workers: sum.workers + next.workers,
      members: sum.members + next.members,
      nonMembers: sum.nonMembers + next.nonMembers,
      withUnion: sum.withUnion + next.withUnion,
      threshold: sum.threshold,
      atLeast: sum.atLeast + next.atLeast,
      atLeastWithoutUnion: sum.atLeastWithoutUnion + next.atLeastWithoutUnion,
    }),
    first,
  )
}

/** Σ of what the units had of an indicator before the plan began; null when none is known. */
export function sumPrevious(units: readonly UnitMeasures[], indicator: string): Amount | null {
  const amounts = units.flatMap((unit) => {
    const result = findMeasure(unit.previous, indicator)?.result ?? null
    return result === null ? [] : [result]
  })
  return amounts.length === 0 ? null : sumAmounts(amounts)
}

/** What the units were given together beside what one assigner asks of the whole. */
export interface Coverage {
  readonly indicator: string
  /** Whose target on the whole is compared. */
  readonly assigner: string
  /** Whose targets on the units were summed; another one where the first gave nothing to the units. */
  readonly givenBy: string
  readonly own: number
  readonly given: number
  /** given − own: positive = more was given out than is asked of the whole. */
  readonly difference: number
}

/**
 * For every target on the whole, the sum the units were given. A target that its assigner did not spread
 * itself (TLĐ asks the province, the province's BCH asks the districts) is compared with the only one who did;
 * where several did, nothing can be said.
 */
export function coverageOf(facts: DocumentFacts): Coverage[] {
  return facts.own.flatMap((own): Coverage[] => {
    if (own.target === null || own.assigner === null) return []
    const spreaders = assignersOfUnits(facts, own.indicator)
    const givenBy = spreaders.includes(own.assigner) ? own.assigner : spreaders.length === 1 ? spreaders[0] : undefined
    if (givenBy === undefined) return []
    const given = findMeasure(facts.total, own.indicator, givenBy)?.target ?? null
    if (given === null) return []
    const difference = subtractDecimals(given, own.target)
    return [{ indicator: own.indicator, assigner: own.assigner, givenBy, own: own.target, given, difference }]
  })
}

/** Codes of the assigners that gave some unit a target of the indicator. */
export function assignersOfUnits(facts: DocumentFacts, indicator: string): string[] {
  const units = allUnits(facts)
  return facts.assigners
    .map((assigner) => assigner.code)
    .filter((code) => units.some(({ measures }) => (findMeasure(measures, indicator, code)?.target ?? null) !== null))
}
