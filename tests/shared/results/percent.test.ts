import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { impliedTarget, impliedTargetText } from '#shared/domain/results/implied-target.ts'
import {
  achievedFraction,
  compareShares,
  differsFromStated,
  exceededPercent,
  percentOf,
  percentTextOf,
  remainingOf,
  wholeShare,
} from '#shared/domain/results/percent.ts'
import { disagreement } from '#shared/domain/results/stated-percent.ts'

function percent(result: number, target: number): number | null {
  const achieved = achievedFraction(result, target)
  return achieved === null ? null : percentOf(achieved)
}

describe('percent', () => {
  test.each([
    [657, 1000, 65.7, '65,7%'],
    [20, 25, 80, '80%'],
    [22, 74, 29.7, '29,7%'],
    [7000, 10_800, 64.8, '64,8%'],
    [8818, 8446, 104.4, '104,4%'],
    [0, 5, 0, '0%'],
    [300, 5, 6000, '6.000%'],
    // Halves go up, also where binary floating point stands just below them.
    [1, 800, 0.1, '0,1%'],
    [1, 2000, 0.1, '0,1%'],
    [2013, 2000, 100.7, '100,7%'],
    [1.005, 1, 100.5, '100,5%'],
    [35.85, 100, 35.9, '35,9%'],
    [161_636, 181_469, 89.1, '89,1%'],
  ])('%d of %d is %d', (result, target, expected, text) => {
    expect(percent(result, target)).toBe(expected)
    expect(percentTextOf(expected)).toBe(text)
  })

  test('there is none without a target, with a zero target or without a result', () => {
    expect(achievedFraction(5, null)).toBeNull()
    expect(achievedFraction(5, 0)).toBeNull()
    expect(achievedFraction(null, 5)).toBeNull()
  })

  test('agrees with whole-number arithmetic for every result and target', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), (result, target) => {
        const tenths = (BigInt(result) * 2000n + BigInt(target)) / (2n * BigInt(target))
        expect(Math.round((percent(result, target) ?? -1) * 10)).toBe(Number(tenths))
      }),
    )
  })

  test('a qualified percent carries its sign', () => {
    expect(percentTextOf(64.8, '≥')).toBe('≥64,8%')
  })
})

test('remaining is never negative, exceeded only above 100', () => {
  expect(remainingOf(22, 74)).toBe(52)
  expect(remainingOf(80, 74)).toBe(0)
  expect(remainingOf(64.3, 96.4)).toBe(32.1)
  expect(remainingOf(5, null)).toBeNull()
  expect(remainingOf(null, 5)).toBeNull()
  expect(exceededPercent(104.4)).toBe(4.4)
  expect(exceededPercent(100)).toBeNull()
})

describe('the target a stated percent implies', () => {
  test.each([
    [41, 58, 70, 71],
    [7965, 66, 11_889, 12_160],
    [657, 65.7, 999, 1000],
    [20, 80, 25, 25],
    [74, 100, 74, 74],
    [5, 0, 501, null],
  ])('%d stated as %d %% is %s to %s', (result, stated, low, high) => {
    expect(impliedTarget(result, stated)).toEqual({ low, high })
  })

  test('is none when no whole target fits, or nothing was done', () => {
    expect(impliedTarget(1, 58)).toBeNull()
    expect(impliedTarget(0, 58)).toBeNull()
  })

  test('is open on the side the result is open on', () => {
    expect(impliedTarget(7000, 65, '≥')).toEqual({ low: 10_607, high: null })
    expect(impliedTarget(7000, 65, '≤')).toEqual({ low: null, high: 10_852 })
  })

  test('is printed as an interval', () => {
    expect(impliedTargetText({ low: 11_889, high: 12_160 })).toBe('11.889–12.160')
    expect(impliedTargetText({ low: 25, high: 25 })).toBe('25')
    expect(impliedTargetText({ low: 501, high: null })).toBe('từ 501')
    expect(impliedTargetText({ low: null, high: 9 })).toBe('đến 9')
  })

  test('is exactly the targets under which rounding or truncation prints that percent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 150 }), (result, stated) => {
        const fits = (target: number): boolean => {
          const truncated = Math.floor((100 * result) / target)
          const rounded = Math.floor((200 * result + target) / (2 * target))
          return truncated === stated || rounded === stated
        }
        const interval = impliedTarget(result, stated)
        const wrong: number[] = []
        for (let target = 1; target <= 70_000 / stated; target += 1) {
          const inside = interval !== null && target >= (interval.low ?? 0) && target <= (interval.high ?? Infinity)
          if (inside !== fits(target)) wrong.push(target)
        }
        expect(wrong).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

describe('a stated percent', () => {
  test.each([
    [65.7, 65.7, false],
    [65.7, 65.8, false],
    [65.7, 65.6, false],
    [65.7, 65.9, true],
    [47.2, 54.5, true],
    [57.7, 58, true],
    [0.3, 0.2, false],
  ])('ours %d, stated %d: differs %s', (ours, stated, expected) => {
    expect(differsFromStated(ours, stated)).toBe(expected)
  })

  const statement = { percent: 54.5, asOf: '2024-06-30', result: 168, qualifier: null }
  test('is found wrong with our percent beside it', () => {
    expect(disagreement(statement, 356)).toBe(47.2)
    expect(disagreement({ ...statement, percent: 47.2 }, 356)).toBeNull()
    expect(disagreement(statement, null)).toBeNull()
    expect(disagreement(statement, 0)).toBeNull()
  })

  test.each([
    // 168 of 356 is 47,2 %. A word leaves room on its own side, as far as it may reach.
    ['≥', 50, null],
    ['≥', 54.5, 47.2],
    ['≥', 40, 47.2],
    ['≤', 44, null],
    ['≤', 54.5, 47.2],
    ['≤', 40, 47.2],
    ['≈', 50, null],
    ['≈', 44, null],
    ['≈', 60, 47.2],
  ] as const)('of a result told as %s 168: %d %%', (qualifier, percent, expected) => {
    expect(disagreement({ ...statement, qualifier, percent }, 356)).toBe(expected)
  })

  test('“hơn 7.000” of 10.800 may be 66 % and even 74 %, and is no 75 %', () => {
    const round = { ...statement, result: 7000, qualifier: '≥' } as const
    expect(disagreement({ ...round, percent: 66 }, 10_800)).toBeNull()
    expect(disagreement({ ...round, percent: 74 }, 10_800)).toBeNull()
    expect(disagreement({ ...round, percent: 75 }, 10_800)).toBe(64.8)
  })
})

describe('shares of whole numbers, which are reckoned with as numbers', () => {
  const whole = fc.oneof(fc.integer({ min: -50, max: 300 }), fc.integer({ min: -4e12, max: 4e12 }))
  const target = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 4e12 }))

  test('have the percent and the order of exact fractions', () => {
    fc.assert(
      fc.property(whole, target, whole, target, (result, of, other, ofOther) => {
        const [a, b] = [wholeShare(result, of), wholeShare(other, ofOther)]
        const [exactA, exactB] = [achievedFraction(result, of), achievedFraction(other, ofOther)]
        if (a === null || b === null || exactA === null || exactB === null) throw new Error('they are whole')
        expect(percentOf(a)).toBe(percentOf(exactA))
        const order = Math.sign(compareShares(exactA, exactB))
        expect(Math.sign(compareShares(a, b))).toBe(order)
        expect(Math.sign(compareShares(a, exactB))).toBe(order)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    [1.5, 3],
    [1, 0],
    [1, -5],
    [5e12, 7],
    [7, 5e12],
  ])('%d of %d is none', (result, of) => {
    expect(wholeShare(result, of)).toBeNull()
  })
})
