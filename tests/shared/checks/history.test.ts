import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findJump, findUnusual, LEAST_HISTORY, stepsOf } from '#shared/domain/checks/history.ts'
import { addDays, daysBetween } from '#shared/kit/dates.ts'

const cumulative = (asOf: string, value: number, from = `${asOf.slice(0, 4)}-01-01`) => ({
  from,
  asOf,
  basis: 'cumulative' as const,
  value,
})

const MONTHS = ['01-31', '02-29', '03-31', '04-30', '05-31', '06-30', '07-31', '08-31']

describe('steps', () => {
  test('cumulative figures are taken apart at each report, anew every year', () => {
    const steps = stepsOf([
      cumulative('2024-02-29', 90),
      cumulative('2024-01-31', 31),
      cumulative('2023-12-31', 700),
      { from: '2024-03-01', asOf: '2024-03-31', basis: 'increment', value: 40 },
    ])
    expect(steps).toEqual([
      { asOf: '2023-12-31', days: 365, amount: 700 },
      { asOf: '2024-01-31', days: 31, amount: 31 },
      { asOf: '2024-02-29', days: 29, amount: 59 },
      { asOf: '2024-03-31', days: 31, amount: 40 },
    ])
  })

  test('add up to what was reported, whatever the days', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ gap: fc.integer({ min: 1, max: 60 }), more: fc.integer({ min: 0, max: 500 }) }), {
          minLength: 1,
          maxLength: 10,
        }),
        (gaps) => {
          let day = '2023-12-31'
          let value = 0
          const entries = gaps.map(({ gap, more }) => {
            day = addDays(day, gap)
            value += more
            return cumulative(day, value, '2024-01-01')
          })
          const steps = stepsOf(entries.toReversed())
          expect(steps.reduce((sum, { amount }) => sum + amount, 0)).toBe(value)
          expect(steps.reduce((sum, { days }) => sum + days, 0)).toBe(daysBetween('2023-12-31', day))
        },
      ),
    )
  })
})

describe('unlike its own history', () => {
  const grow = (amounts: readonly number[]) => {
    let sum = 0
    return stepsOf(
      amounts.map((amount, at) => {
        sum += amount
        return cumulative(`2024-${MONTHS[at] ?? ''}`, sum)
      }),
    )
  }

  test.each([
    ['a digit too many', [31, 28, 40, 33, 30, 28, 310], true],
    ['a good month', [31, 28, 40, 33, 30, 28, 75], false],
    ['a month without anything', [31, 28, 40, 33, 30, 28, 0], false],
    ['nothing ever, then a few', [0, 0, 0, 0, 0, 0, 4], false],
    ['nothing ever, then very many', [0, 0, 0, 0, 0, 0, 400], false],
    ['too little known', [31, 28, 40, 310], false],
    ['a small unit with one more', [1, 1, 2, 1, 1, 1, 8], false],
  ])('%s', (_, amounts, found) => {
    expect(findUnusual(grow(amounts)) !== null).toBe(found)
  })

  test('what repeats itself is never unusual', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 2, max: 20 }), (amount, count) => {
        const steps = Array.from({ length: count }, (_, at) => ({ asOf: addDays('2024-01-01', at), days: 30, amount }))
        expect(findUnusual(steps)).toBeNull()
      }),
    )
  })

  test('ten times the largest of any even history is found, and says what was usual', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 50, max: 99 }), { minLength: LEAST_HISTORY, maxLength: 20 }),
        (amounts) => {
          const before = amounts.map((amount, at) => ({ asOf: addDays('2024-01-01', at), days: 30, amount }))
          const found = findUnusual([...before, { asOf: '2024-12-31', days: 30, amount: 1000 }])
          expect(found?.amount).toBe(1000)
          expect(found?.usual).toBeGreaterThanOrEqual(50)
          expect(found?.usual).toBeLessThanOrEqual(99)
        },
      ),
    )
  })

  test.each([
    [1000, 116, true],
    [1000, 3100, true],
    [1000, 700, false],
    [10, 40, false],
    [0, 400, false],
  ])('a level that was %s and is %s', (before, now, found) => {
    expect(findJump([cumulative('2024-06-30', now), cumulative('2024-05-31', before)]) !== null).toBe(found)
  })
})
