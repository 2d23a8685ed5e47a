import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDecimals,
  ceilFraction,
  compareFractions,
  decimalFraction,
  floorFraction,
  fraction,
  roundHalfUp,
} from '#shared/kit/fraction.ts'

describe('a decimal is taken as written', () => {
  test.each([
    [65.7, 657n, 10n],
    [0.1, 1n, 10n],
    [-2.5, -5n, 2n],
    [1e21, 10n ** 21n, 1n],
    [1e-7, 1n, 10n ** 7n],
    [96_400_000_000, 96_400_000_000n, 1n],
  ])('%d is %d/%d', (value, numerator, denominator) => {
    expect(decimalFraction(value)).toEqual({ numerator, denominator })
  })

  test('what is not a number is a bug', () => {
    expect(() => decimalFraction(Number.NaN)).toThrow('not a finite number')
    expect(() => decimalFraction(Number.POSITIVE_INFINITY)).toThrow('not a finite number')
    expect(() => fraction(1n, 0n)).toThrow('denominator')
  })
})

describe('rounding half up', () => {
  // Every one of these comes out wrong when computed in binary floating point and rounded there.
  test.each([
    [6665n, 100n, 1, 66.7],
    [1005n, 1000n, 2, 1.01],
    [-5n, 100n, 1, -0.1],
    [-4n, 100n, 1, 0],
    [1n, 3n, 1, 0.3],
    [2n, 3n, 0, 1],
    [1n, 2n, 0, 1],
    [0n, 1n, 1, 0],
    [99_995n, 1000n, 2, 100],
  ])('%d/%d to %d decimals is %d', (numerator, denominator, digits, expected) => {
    expect(roundHalfUp(fraction(numerator, denominator), digits)).toBe(expected)
  })

  test('is never further than half a step from the number', () => {
    fc.assert(
      fc.property(fc.bigInt(-10_000n, 10_000n), fc.bigInt(1n, 10_000n), fc.nat(4), (numerator, denominator, digits) => {
        const exact = fraction(numerator, denominator)
        const rounded = decimalFraction(roundHalfUp(exact, digits))
        const difference = fraction(
          rounded.numerator * exact.denominator - exact.numerator * rounded.denominator,
          rounded.denominator * exact.denominator,
        )
        const magnitude =
          difference.numerator < 0n ? fraction(-difference.numerator, difference.denominator) : difference
        expect(compareFractions(magnitude, fraction(1n, 2n * 10n ** BigInt(digits)))).toBeLessThanOrEqual(0)
      }),
    )
  })
})

test('floor and ceiling stand around negative fractions too', () => {
  expect(floorFraction(fraction(-1n, 2n))).toBe(-1n)
  expect(ceilFraction(fraction(-1n, 2n))).toBe(0n)
  expect(floorFraction(fraction(7n, 2n))).toBe(3n)
  expect(ceilFraction(fraction(7n, 2n))).toBe(4n)
  expect(floorFraction(fraction(-4n, 2n))).toBe(-2n)
})

test('sums of decimals are those on paper', () => {
  expect(addDecimals(0.1, 0.2)).toBe(0.3)
  expect(addDecimals(96.4, 900.25)).toBe(996.65)
  const cents = fc.integer({ min: -1_000_000, max: 1_000_000 })
  fc.assert(
    fc.property(cents, cents, (a, b) => {
      expect(addDecimals(a / 100, b / 100)).toBe((a + b) / 100)
    }),
  )
})
