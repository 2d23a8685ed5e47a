import type { IsoDate } from '../../kit/dates.ts'
import { achievedFraction, differsFromStated, percentOf } from './percent.ts'
import { type ImpliedTarget, impliedTarget } from './implied-target.ts'
import type { Qualifier } from './qualifier.ts'
import type { ReportedEntry } from './reported-entry.ts'

/** A percent a report claims, with the figure it claims it of. */
export interface Statement {
  readonly percent: number
  readonly asOf: IsoDate
  readonly result: number
  readonly qualifier: Qualifier | null
}

/** The newest claim on or before a day. `resultOn` answers the unit's figure on the day of the claim. */
export function latestStatement(
  entries: readonly ReportedEntry[],
  day: IsoDate,
  resultOn: (day: IsoDate) => { readonly value: number; readonly qualifier: Qualifier | null } | null,
): Statement | null {
  let latest: (ReportedEntry & { readonly statedPercent: number }) | null = null
  for (const entry of entries) {
    const { statedPercent } = entry
    if (statedPercent === null || entry.asOf > day) continue
    if (latest === null || entry.asOf > latest.asOf) latest = { ...entry, statedPercent }
  }
  if (latest === null) return null
  const result = resultOn(latest.asOf)
  return result === null
    ? null
    : { percent: latest.statedPercent, asOf: latest.asOf, result: result.value, qualifier: result.qualifier }
}

/** What the claim implies while no target is known. */
export function impliedBy(statement: Statement): ImpliedTarget | null {
  return impliedTarget(statement.result, statement.percent, statement.qualifier)
}

/** Our percent on the day of the claim, when it differs by more than 0,1 point; null when the claim holds. */
export function disagreement(statement: Statement, target: number | null): number | null {
  const achieved = achievedFraction(statement.result, target)
  if (achieved === null) return null
  const computed = percentOf(achieved)
  if (!differsFromStated(computed, statement.percent)) return null
  // "hơn 7.000" may be any number above, so a higher percent than ours is no mistake; "khoảng" allows both sides.
  const { qualifier, percent } = statement
  if (qualifier === '≈' || (qualifier === '≥' && percent > computed) || (qualifier === '≤' && percent < computed))
    return null
  return computed
}
