import {
  addDecimals,
  addFractions,
  compareFractions,
  decimalFraction,
  divideFractions,
  type Fraction,
  multiplyFractions,
  roundHalfUp,
  ZERO,
} from '../../kit/fraction.ts'

/** A target as shown, with the exact number behind it. `value` null: there is one, its number is not known. */
export interface TargetFigure {
  readonly value: number | null
  readonly exact: Fraction | null
}

/** A target of a ratio with what it is a ratio of, where that is known. */
export interface RatioTarget {
  readonly target: TargetFigure
  readonly denominator: number | null
}

export const UNKNOWN_TARGET: TargetFigure = { value: null, exact: null }

export function targetFigure(value: number | null): TargetFigure {
  return value === null ? UNKNOWN_TARGET : { value, exact: decimalFraction(value) }
}

/** Σ of counts and levels; targets whose number is not known are left out, and all unknown stays unknown. */
export function addTargets(targets: readonly TargetFigure[]): TargetFigure {
  const known = targets.flatMap((target) => (target.value === null ? [] : [target.value]))
  return known.length === 0 ? UNKNOWN_TARGET : targetFigure(known.reduce(addDecimals, 0))
}

/**
 * The target of a ratio over several units: percents do not add up, so each counts as often as its
 * denominator says: 100 % of 10 enterprises and 80 % of 30 is 34 of 40, 85 %. Equal targets stay as they are;
 * unequal ones without denominators have no common target.
 */
export function combineRatioTargets(targets: readonly RatioTarget[]): TargetFigure {
  const known = targets.flatMap(({ target, denominator }) =>
    target.exact === null ? [] : [{ exact: target.exact, figure: target, denominator }],
  )
  const [first] = known
  if (first === undefined) return UNKNOWN_TARGET
  if (known.every(({ exact }) => compareFractions(exact, first.exact) === 0)) return first.figure
  let numerator = ZERO
  let denominator = ZERO
  for (const part of known) {
    if (part.denominator === null) return UNKNOWN_TARGET
    const weight = decimalFraction(part.denominator)
    numerator = addFractions(numerator, multiplyFractions(part.exact, weight))
    denominator = addFractions(denominator, weight)
  }
  if (denominator.numerator === 0n) return UNKNOWN_TARGET
  const exact = divideFractions(numerator, denominator)
  return { value: roundHalfUp(exact, 1), exact }
}
