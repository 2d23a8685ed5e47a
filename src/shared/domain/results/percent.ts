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

/** Result ÷ target, exact, for percents and ranks; null without a target or with a zero target. */
export function achievedFraction(result: number | Fraction | null, target: number | Fraction | null): Fraction | null {
  if (result === null || target === null) return null
  const whole = toFraction(target)
  return whole.numerator === 0n ? null : divideFractions(toFraction(result), whole)
}

function toFraction(value: number | Fraction): Fraction {
  return typeof value === 'number' ? decimalFraction(value) : value
}

/** 100 × the fraction, half up to one decimal: 657/1000 → 65.7. Never capped at 100. */
export function percentOf(achieved: Fraction): number {
  return roundHalfUp(multiplyFractions(achieved, HUNDRED), 1)
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
