import {
  addFractions,
  decimalFraction,
  divideFractions,
  floorFraction,
  type Fraction,
  fraction,
  multiplyFractions,
  subtractFractions,
} from '../../kit/fraction.ts'
import { formatNumber } from '../text/format.ts'
import type { Qualifier } from './qualifier.ts'

/** Whole targets from `low` to `high`, both included; null = open on that side. */
export interface ImpliedTarget {
  readonly low: number | null
  readonly high: number | null
}

/**
 * The targets under which `result` would be stated as `statedPercent`: the union of what rounding and what
 * truncation allow, for offices do both. 41 stated as 58 % → 70..71; 7.965 as 66 % → 11.889..12.160.
 *
 * With p stated to a step s (58 → 1, 65,7 → 0,1) rounding admits p − s/2 ≤ x < p + s/2 and truncation
 * p ≤ x < p + s; together p − s/2 ≤ x < p + s for x = 100·result/target.
 * Null when no whole target fits (result 1 stated as 58 %), which is a mistake in the report.
 * Shown as "suy ra", never stored as a target.
 */
export function impliedTarget(
  result: number,
  statedPercent: number,
  qualifier: Qualifier | null = null,
): ImpliedTarget | null {
  if (result <= 0 || statedPercent < 0) return null
  const hundredfold = multiplyFractions(decimalFraction(result), fraction(100n))
  const stated = decimalFraction(statedPercent)
  const step = stepOf(statedPercent)
  const above = addFractions(stated, step)
  const least = subtractFractions(stated, divideFractions(step, fraction(2n)))
  // x < p + s gives target > 100·result/(p + s); p − s/2 ≤ x gives target ≤ 100·result/(p − s/2).
  const low = Number(floorFraction(divideFractions(hundredfold, above)) + 1n)
  const high = least.numerator <= 0n ? null : Number(floorFraction(divideFractions(hundredfold, least)))
  if (high !== null && high < low) return null
  // "hơn 7.000" may be any number above, so the target may be any above as well.
  return { low: qualifier === '≤' ? null : low, high: qualifier === '≥' ? null : high }
}

/** "70–71", "từ 70", "71" for a single one. */
export function impliedTargetText({ low, high }: ImpliedTarget): string {
  if (low === null) return high === null ? '' : `đến ${formatNumber(high)}`
  if (high === null) return `từ ${formatNumber(low)}`
  return low === high ? formatNumber(low) : `${formatNumber(low)}–${formatNumber(high)}`
}

/** 1 for 58, 1/10 for 65.7: the last digit the office wrote. */
function stepOf(stated: number): Fraction {
  const { denominator } = decimalFraction(stated)
  let step = 1n
  while (step % denominator !== 0n) step *= 10n
  return fraction(1n, step)
}
