/**
 * Exact fractions of integers, for shares, percents and ranks: 0.1 + 0.2 and 657 / 1000 must come out
 * as a clerk with paper gets them, which binary floating point does not promise.
 * The denominator is positive and the two have no common divisor.
 */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

export const ZERO: Fraction = { numerator: 0n, denominator: 1n }

/** Reduced to lowest terms. A zero denominator is a bug of the caller and throws. */
export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (denominator === 0n) throw new Error('a fraction needs a denominator')
  const sign = denominator < 0n ? -1n : 1n
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator * sign)
  return { numerator: (numerator * sign) / divisor, denominator: (denominator * sign) / divisor }
}

/**
 * The decimal number a person meant, not its binary neighbour: 65.7 → 657/10 exactly.
 * Works from the shortest text that reads back as the same number. Not finite throws.
 */
export function decimalFraction(value: number): Fraction {
  if (Number.isSafeInteger(value)) return { numerator: BigInt(value), denominator: 1n }
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value))
  if (match === null) throw new Error(`not a finite number: ${value}`)
  const [, sign = '', whole = '0', decimals = '', exponent = '0'] = match
  const digits = BigInt(whole + decimals)
  const scale = Number(exponent) - decimals.length
  const numerator = sign === '-' ? -digits : digits
  return scale >= 0 ? fraction(numerator * 10n ** BigInt(scale)) : fraction(numerator, 10n ** BigInt(-scale))
}

export function addFractions(a: Fraction, b: Fraction): Fraction {
  if (a.denominator === 1n && b.denominator === 1n) return { numerator: a.numerator + b.numerator, denominator: 1n }
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
}

export function subtractFractions(a: Fraction, b: Fraction): Fraction {
  return addFractions(a, { numerator: -b.numerator, denominator: b.denominator })
}

export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator)
}

export function divideFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator)
}

/** Negative when a < b, zero when they are the same number, positive when a > b. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const left = a.numerator * b.denominator
  const right = b.numerator * a.denominator
  if (left === right) return 0
  return left < right ? -1 : 1
}

/** The largest integer not above the fraction; -1/2 → -1. */
export function floorFraction(value: Fraction): bigint {
  const quotient = value.numerator / value.denominator
  return value.numerator < 0n && quotient * value.denominator !== value.numerator ? quotient - 1n : quotient
}

/** The smallest integer not below the fraction. */
export function ceilFraction(value: Fraction): bigint {
  return -floorFraction({ numerator: -value.numerator, denominator: value.denominator })
}

/**
 * Rounded to `digits` decimals, halves away from zero as offices round by hand: 66.65 → 66.7, -0.05 → -0.1.
 * The result is the number that prints with those digits.
 */
export function roundHalfUp(value: Fraction, digits: number): number {
  const negative = value.numerator < 0n
  const scaled = (negative ? -value.numerator : value.numerator) * 10n ** BigInt(digits)
  const rounded = (2n * scaled + value.denominator) / (2n * value.denominator)
  const text = rounded.toString().padStart(digits + 1, '0')
  const point = text.length - digits
  const magnitude = Number(digits === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`)
  return negative && magnitude !== 0 ? -magnitude : magnitude
}

/** Sum of decimals as on paper: 0.1 + 0.2 → 0.3. Plain addition where both are integers, which most figures are. */
export function addDecimals(a: number, b: number): number {
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b)) return a + b
  const sum = addFractions(decimalFraction(a), decimalFraction(b))
  return Number(sum.numerator) / Number(sum.denominator)
}

export function subtractDecimals(a: number, b: number): number {
  return addDecimals(a, -b)
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x === 0n ? 1n : x
}
