import {
  compareFractions,
  decimalFraction,
  divideFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  roundHalfUp,
  subtractDecimals,
  subtractFractions,
  ZERO,
} from '../../kit/fraction.ts'
import { formatPercent } from '../text/format.ts'
import type { Qualifier } from './qualifier.ts'

const HUNDRED = fraction(100n)
/** A stated percent further from ours than this many points is a finding. */
const TOLERANCE = fraction(1n, 10n)
const JUST_SHORT = 100 - 1e-9
const JUST_OVER = 100 + 1e-9

/**
 * Result ÷ target of whole numbers, kept as the two: nearly every row of a table is one, and fractions of big integers for
 * ten thousand of them take longer than all else about them. The target is above zero, neither beyond `MOST_WHOLE`.
 */
export interface WholeShare {
  readonly result: number
  readonly target: number
}

/** Result ÷ target, exact. */
export type Share = WholeShare | Fraction

/** Two thousand times as much is still an exact number. */
const MOST_WHOLE = 4e12

/** The share of two whole numbers; null where they are none, or too large to be reckoned with as numbers. */
export function wholeShare(result: number, target: number): WholeShare | null {
  const isWhole = Number.isInteger(result) && Number.isInteger(target)
  return isWhole && target > 0 && target <= MOST_WHOLE && Math.abs(result) <= MOST_WHOLE ? { result, target } : null
}

/** Result ÷ target, exact, for percents and ranks; null without a target or with a zero target. */
export function achievedFraction(result: number | Fraction | null, target: number | Fraction | null): Fraction | null {
  if (result === null || target === null) return null
  const whole = toFraction(target)
  return whole.numerator === 0n ? null : divideFractions(toFraction(result), whole)
}

function toFraction(value: number | Fraction): Fraction {
  return typeof value === 'number' ? decimalFraction(value) : value
}

/** 100 × the share, half up to one decimal: 657/1000 → 65.7. Never capped at 100. */
export function percentOf(achieved: Share): number {
  if ('denominator' in achieved) return roundHalfUp(multiplyFractions(achieved, HUNDRED), 1)
  const { result, target } = achieved
  // Halves away from zero, as `roundHalfUp` has them.
  const tenths = Math.floor((Math.abs(result) * 2000 + target) / (2 * target))
  return result < 0 && tenths !== 0 ? -tenths / 10 : tenths / 10
}

/** Negative when a < b, zero when they are the same share, positive when a > b. */
export function compareShares(a: Share, b: Share): number {
  if (!('denominator' in a) && !('denominator' in b)) {
    const left = a.result * b.target
    const right = b.result * a.target
    if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left < right ? -1 : left > right ? 1 : 0
  }
  return compareFractions(fractionOf(a), fractionOf(b))
}

function fractionOf(share: Share): Fraction {
  return 'denominator' in share ? share : fraction(BigInt(share.result), BigInt(share.target))
}

/**
 * The percent a target is judged by, which is not the printed one: 9.996 of 10.000 is printed "100%" and is not reached,
 * 10.004 passes it, and "gần 5.000" has not come to 5.000. Only for comparing, never for print.
 */
export function judgedPercent(
  result: number | null,
  target: number | null,
  qualifier: Qualifier | null = null,
): number | null {
  if (result === null || target === null || target === 0) return null
  if (result === target) return qualifier === '≤' ? JUST_SHORT : 100
  const percent = (100 * result) / target
  // A quotient of decimals may come to 100 by its last bit; which side it is on is known.
  return result > target ? Math.max(percent, JUST_OVER) : Math.min(percent, JUST_SHORT)
}

/** "80%", "65,7%", and for an approximate result "≥64,8%". */
export function percentTextOf(percent: number, qualifier: Qualifier | null = null): string {
  return `${qualifier ?? ''}${formatPercent(percent)}`
}

/** "vượt 12,5%": by how much the target was passed; null when it was not. */
export function exceededPercent(percent: number): number | null {
  return percent > 100 ? subtractDecimals(percent, 100) : null
}

/** "Còn lại": what is still missing, never below zero; null without a target or a result. */
export function remainingOf(result: number | null, target: number | null): number | null {
  if (result === null || target === null) return null
  return Math.max(0, subtractDecimals(target, result))
}

/** True when a percent somebody stated differs from ours by more than 0,1 point; both as printed. */
export function differsFromStated(percent: number, stated: number): boolean {
  const difference = subtractFractions(decimalFraction(percent), decimalFraction(stated))
  const magnitude = compareFractions(difference, ZERO) < 0 ? subtractFractions(ZERO, difference) : difference
  return compareFractions(magnitude, TOLERANCE) > 0
}
