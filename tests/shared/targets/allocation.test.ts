import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate, type Allocation, type AllocationUnit } from '#shared/domain/targets/allocation.ts'
import {
  addFractions,
  compareFractions,
  decimalFraction,
  type Fraction,
  fraction,
  multiplyFractions,
  subtractFractions,
  ZERO,
} from '#shared/kit/fraction.ts'

/** `unit` by position, weights given; more columns by name. */
function unitsOf(
  weights: readonly number[],
  more: Readonly<Record<number, Partial<AllocationUnit>>> = {},
): AllocationUnit[] {
  return weights.map((weight, index) => ({ unit: `u${index}`, sortOrder: index, weight, ...more[index] }))
}

function valuesOf(total: number, units: readonly AllocationUnit[]): number[] {
  const result = allocate(total, units)
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return result.value.shares.map((share) => share.value)
}

describe('cases', () => {
  test.each<[string, number, AllocationUnit[], number[]]>([
    ['largest fraction takes the missing one', 10, unitsOf([3, 2, 1]), [5, 3, 2]],
    ['ties go to the first in official order', 10, unitsOf([1, 1, 1]), [4, 3, 3]],
    ['weight 0 gets its floor', 10, unitsOf([0, 1, 1], { 0: { floor: 2 } }), [2, 4, 4]],
    ['weight 0 without a floor gets nothing', 10, unitsOf([0, 3, 2]), [0, 6, 4]],
    ['a floor above the share is taken out of the others', 10, unitsOf([1, 9, 90], { 0: { floor: 3 } }), [3, 1, 6]],
    ['a cap below the share is given to the others', 100, unitsOf([98, 1, 1], { 0: { cap: 50 } }), [50, 25, 25]],
    ['locked units keep their number', 100, unitsOf([1, 1, 1], { 1: { locked: 70 } }), [15, 70, 15]],
    ['a locked unit is outside floors and caps', 10, unitsOf([1, 1], { 0: { locked: 9, cap: 5 } }), [9, 1]],
    ['floors alone make the sum', 6, unitsOf([1, 5], { 0: { floor: 3 }, 1: { floor: 3 } }), [3, 3]],
    ['caps alone make the sum', 6, unitsOf([1, 5], { 0: { cap: 3 }, 1: { cap: 3 } }), [3, 3]],
    ['a floor that is also the cap fixes the unit', 9, unitsOf([1, 1, 1], { 0: { floor: 1, cap: 1 } }), [1, 4, 4]],
    ['nothing to give', 0, unitsOf([1, 2]), [0, 0]],
    ['everything locked', 5, unitsOf([1, 2], { 0: { locked: 2 }, 1: { locked: 3 } }), [2, 3]],
    ['decimal weights are taken as written', 10, unitsOf([0.1, 0.2]), [3, 7]],
    ['the province of the article', 10_800, unitsOf([1240, 860, 0, 415, 77]), [5167, 3583, 0, 1729, 321]],
  ])('%s', (_, total, units, expected) => {
    expect(valuesOf(total, units)).toEqual(expected)
  })

  test('a unit that reached its cap does not take a missing one', () => {
    // Shares 2 (capped), 4, 4: nothing missing; with 11 to give: 2, 4½, 4½, the first of the two gets it.
    expect(valuesOf(11, unitsOf([1, 1, 1], { 0: { cap: 2 } }))).toEqual([2, 5, 4])
  })

  test('the same units in another order get the same numbers', () => {
    const units = unitsOf([7, 5, 3, 3], { 2: { floor: 4 } })
    const byUnit = (result: ReturnType<typeof allocate>): unknown =>
      result.ok ? Object.fromEntries(result.value.shares.map((share) => [share.unit, share.value])) : null
    expect(byUnit(allocate(29, units.toReversed()))).toEqual(byUnit(allocate(29, units)))
  })
})

describe('refusals name the shortfall', () => {
  test.each<[string, number, AllocationUnit[], object]>([
    ['all weights zero', 10, unitsOf([0, 0], { 0: { floor: 4 } }), { code: 'ALL_WEIGHTS_ZERO', shortfall: 6 }],
    [
      'floors above',
      10,
      unitsOf([1, 1], { 0: { floor: 8 }, 1: { floor: 5 } }),
      { code: 'FLOORS_ABOVE', shortfall: 3, floors: 13, rest: 10 },
    ],
    [
      'caps below',
      10,
      unitsOf([1, 1], { 0: { cap: 4 }, 1: { cap: 5 } }),
      { code: 'CAPS_BELOW', shortfall: 1, caps: 9, rest: 10 },
    ],
    [
      'a weight of 0 cannot fill up to its cap',
      10,
      unitsOf([0, 1], { 0: { cap: 9 }, 1: { cap: 5 } }),
      { code: 'CAPS_BELOW', shortfall: 5, caps: 5, rest: 10 },
    ],
    [
      'locked above the total',
      10,
      unitsOf([1, 1], { 0: { locked: 11 } }),
      { code: 'LOCKED_ABOVE', shortfall: 1, locked: 11 },
    ],
    [
      'floors above what locks leave',
      10,
      unitsOf([1, 1], { 0: { locked: 8 }, 1: { floor: 5 } }),
      { code: 'FLOORS_ABOVE', shortfall: 3, floors: 5, rest: 2 },
    ],
    ['no unit to give to', 10, [], { code: 'NO_UNITS', shortfall: 10 }],
    ['all locked and something left', 10, unitsOf([1], { 0: { locked: 4 } }), { code: 'NO_UNITS', shortfall: 6 }],
    [
      'a floor above the cap of the same unit',
      10,
      unitsOf([1, 1], { 1: { floor: 5, cap: 3 } }),
      { code: 'FLOOR_ABOVE_CAP', shortfall: 2, unit: 'u1' },
    ],
  ])('%s', (_, total, units, expected) => {
    expect(allocate(total, units)).toEqual({ ok: false, error: expected })
  })

  test('wrong input is a bug of the caller', () => {
    expect(() => allocate(1.5, unitsOf([1]))).toThrow('whole number')
    expect(() => allocate(1, unitsOf([-1]))).toThrow('wrong weight')
    expect(() => allocate(1, unitsOf([1], { 0: { floor: 0.5 } }))).toThrow('wrong bound')
  })
})

const someUnits = fc
  .array(
    fc.record({
      weight: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 5, arbitrary: fc.nat(5000) }),
      floor: fc.oneof(fc.constant(0), fc.nat(20)),
      room: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(600) }),
      locked: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(50) }),
      sortOrder: fc.nat(5),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((rows) =>
    rows.map(({ weight, floor, room, locked, sortOrder }, index): AllocationUnit => ({
      unit: `u${index}`,
      sortOrder,
      weight,
      floor,
      cap: room === null ? null : floor + room,
      locked,
    })),
  )
const someTotal = fc.nat(4000)

/** Runs a property over what can be allocated; what is refused is checked by its own property. */
function forEveryAllocation(
  check: (allocation: Allocation, total: number, units: readonly AllocationUnit[]) => void,
): void {
  let reached = 0
  fc.assert(
    fc.property(someTotal, someUnits, (total, units) => {
      const result = allocate(total, units)
      if (!result.ok) return
      reached += 1
      check(result.value, total, units)
    }),
    { numRuns: 600 },
  )
  expect(reached).toBeGreaterThan(200)
}

function sumOf(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce(addFractions, ZERO)
}

describe('properties', () => {
  test('the sum is exact, locks are kept, floors and caps are respected, all are whole numbers', () => {
    forEveryAllocation(({ shares }, total, units) => {
      expect(shares.reduce((sum, share) => sum + share.value, 0)).toBe(total)
      const outside = shares.filter((share, index) => {
        const { locked = null, floor = 0, cap = null } = units[index] ?? { unit: '', sortOrder: 0, weight: 0 }
        if (locked !== null) return share.value !== locked
        return !Number.isSafeInteger(share.value) || share.value < floor || (cap !== null && share.value > cap)
      })
      expect(outside).toEqual([])
    })
  })

  test('the shares before rounding are clamp(λ·w) and sum to the rest without any error', () => {
    forEveryAllocation(({ shares, lambda, rest }) => {
      const free = shares.filter((share) => share.reason !== 'locked')
      expect(compareFractions(sumOf(free.map((share) => share.exact)), decimalFraction(rest))).toBe(0)
      for (const share of free) {
        const floor = decimalFraction(share.floor)
        const wanted = lambda === null ? floor : multiplyFractions(lambda, decimalFraction(share.weight))
        const above = compareFractions(wanted, floor) < 0 || share.weight === 0 ? floor : wanted
        const cap = share.cap === null ? above : decimalFraction(share.cap)
        const clamped = compareFractions(above, cap) > 0 ? cap : above
        expect(compareFractions(share.exact, clamped)).toBe(0)
      }
    })
  })

  test('each number is its share rounded down or up, up for the largest fractions, ties by sort_order', () => {
    forEveryAllocation(({ shares }, _, units) => {
      const rounded = shares.flatMap((share, index) => {
        if (share.reason === 'locked') return []
        const whole = share.exact.numerator / share.exact.denominator
        const part = subtractFractions(share.exact, fraction(whole))
        const isRounded = share.value === Number(whole) + (share.raised ? 1 : 0)
        return [{ part, isRounded, raised: share.raised, sortOrder: units[index]?.sortOrder ?? 0 }]
      })
      expect(rounded.filter((share) => !share.isRounded)).toEqual([])
      for (const up of rounded.filter((share) => share.raised)) {
        for (const down of rounded.filter((share) => !share.raised)) {
          const order = compareFractions(up.part, down.part)
          expect(order > 0 || (order === 0 && up.sortOrder <= down.sortOrder)).toBe(true)
        }
      }
    })
  })

  test('more to give never lowers a share before rounding, nor a number by more than the rounding', () => {
    fc.assert(
      fc.property(someTotal, fc.nat(50), someUnits, (total, more, units) => {
        const less = allocate(total, units)
        const greater = allocate(total + more, units)
        if (!less.ok || !greater.ok) return
        less.value.shares.forEach((share, index) => {
          const later = greater.value.shares[index]
          if (later === undefined) throw new Error('same units, same shares')
          expect(compareFractions(share.exact, later.exact)).toBeLessThanOrEqual(0)
          expect(later.value).toBeGreaterThanOrEqual(share.value - 1)
        })
      }),
      { numRuns: 400 },
    )
  })

  test('the order of the list and the scale of the weights do not matter', () => {
    forEveryAllocation((allocation, total, units) => {
      const numbers = (list: readonly AllocationUnit[]): Record<string, number> => {
        const result = allocate(total, list)
        if (!result.ok) throw new Error('was allocated before')
        return Object.fromEntries(result.value.shares.map((share) => [share.unit, share.value]))
      }
      const expected = Object.fromEntries(allocation.shares.map((share) => [share.unit, share.value]))
      expect(numbers(units.toReversed())).toEqual(expected)
      expect(numbers(units.map((unit) => ({ ...unit, weight: unit.weight * 7 })))).toEqual(expected)
      expect(numbers(units.map((unit) => ({ ...unit, weight: unit.weight / 8 })))).toEqual(expected)
    })
  })

  test('what is refused cannot be given, and by exactly the shortfall named', () => {
    let refused = 0
    fc.assert(
      fc.property(someTotal, someUnits, (total, units) => {
        const result = allocate(total, units)
        if (result.ok) return
        refused += 1
        const free = units.filter((unit) => unit.locked == null)
        const rest = total - units.reduce((sum, unit) => sum + (unit.locked ?? 0), 0)
        const least = free.reduce((sum, unit) => sum + (unit.floor ?? 0), 0)
        const most = free.reduce(
          (sum, unit) => sum + (unit.weight === 0 ? (unit.floor ?? 0) : (unit.cap ?? Number.POSITIVE_INFINITY)),
          0,
        )
        expect(rest < least || rest > most).toBe(true)
        const missing = rest < 0 ? -rest : rest < least ? least - rest : rest - most
        expect(result.error.shortfall).toBe(missing)
      }),
      { numRuns: 600 },
    )
    expect(refused).toBeGreaterThan(50)
  })
})
