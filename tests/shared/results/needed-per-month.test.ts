import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { monthsLeft, neededPerMonth } from '#shared/domain/results/pace.ts'
import { addDays } from '#shared/kit/dates.ts'

const YEAR = { from: '2024-01-01', to: '2024-12-31' }

describe('what each month has to bring', () => {
  test.each([
    // 10.800 − 7.000 in six months, as the fourth article stands at mid-year.
    [3800, 'flow', '2024-06-30', 634],
    [52, 'flow', '2024-06-30', 9],
    [1200, 'flow', '2023-11-15', 100],
    [5, 'flow', '2024-12-20', 5],
    [0, 'flow', '2024-06-30', null],
    [null, 'flow', '2024-06-30', null],
    [5, 'flow', '2024-12-31', null],
    [5, 'ratio', '2024-06-30', null],
  ] as const)('%s of a %s on %s: %s', (remaining, kind, day, needed) => {
    expect(neededPerMonth(remaining, kind, monthsLeft(YEAR, day))).toBe(needed)
  })

  test('kept up, it reaches the target, and one fewer a month does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 330 }), (remaining, gone) => {
        const day = addDays(YEAR.from, gone)
        const needed = neededPerMonth(remaining, 'flow', monthsLeft(YEAR, day)) ?? 0
        const months = monthsLeft(YEAR, day) ?? 0
        // A month is a month: never more than two days from the average one.
        expect(Math.abs(months - (365 - gone) / (365 / 12))).toBeLessThan(0.1)
        expect(needed * months).toBeGreaterThanOrEqual(remaining - 1e-6)
        expect((needed - 1) * months).toBeLessThan(remaining)
      }),
    )
  })
})
