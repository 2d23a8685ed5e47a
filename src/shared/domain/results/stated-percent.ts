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
  return wordLeavesRoom(statement, target, statement.percent) ? null : computed
}

/**
 * Whether a percent can be of a figure that is told by a word: "hơn 7.000" may be up to 8.000, "hơn 128" up to a tenth
 * more; "gần" goes as far down, "khoảng" both ways. A claim beyond that is wrong whatever the word.
 */
export function wordLeavesRoom(
  { result, qualifier }: Pick<Statement, 'result' | 'qualifier'>,
  target: number | null,
  percent: number,
): boolean {
  if (qualifier === null || target === null || target === 0) return false
  // The zeros it ends in say how it was rounded: 7000 to the thousand.
  const step = 10 ** (/[1-9](0*)$/.exec(String(result))?.[1]?.length ?? 0)
  const room = Math.max(step, Math.abs(result) / 10)
  // A tenth of a point for how the percent was rounded.
  const [least, most] = [((percent - 0.1) * target) / 100, ((percent + 0.1) * target) / 100]
  const from = qualifier === '≥' ? result : result - room
  const to = qualifier === '≤' ? result : result + room
  return most >= from && least <= to
}
