import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockOf, curveDays, yearBefore } from '#shared/domain/overview/clock.ts'
import { addDays } from '#shared/kit/dates.ts'

const YEAR = { from: '2024-01-01', to: '2024-12-31' }

describe('the clock of a plan', () => {
  test.each([
    ['2023-12-30', 'waiting', 2, 0],
    ['2024-01-01', 'running', 365, 0.3],
    ['2024-06-30', 'running', 184, 49.7],
    ['2024-12-30', 'running', 1, 99.7],
    ['2024-12-31', 'over', 0, 100],
    ['2025-03-01', 'over', 0, 100],
  ])('on %s it is %s, %i days left', (day, state, daysLeft, elapsed) => {
    const clock = clockOf(YEAR, day)
    expect(clock).toMatchObject({ state, daysLeft, days: 366 })
    expect(clock.elapsed).toBeCloseTo(elapsed, 1)
  })

  test('the second phase of the fourth article has 91 days and ends on 30/10', () => {
    expect(clockOf({ from: '2024-08-01', to: '2024-10-30' }, '2024-07-31')).toMatchObject({ days: 91, daysLeft: 1 })
  })
})

describe('days a curve is drawn through', () => {
  test('month ends and the last day', () => {
    expect(curveDays({ from: '2024-01-01', to: '2024-03-31' })).toEqual(['2024-01-31', '2024-02-29', '2024-03-31'])
    expect(curveDays({ from: '2023-12-01', to: '2024-02-15' })).toEqual(['2023-12-31', '2024-01-31', '2024-02-15'])
  })

  test('are in order, inside the plan, and end with it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 2500 }), (start, length) => {
        const from = addDays('2020-01-01', start)
        const to = addDays(from, length)
        const days = curveDays({ from, to })
        expect(days).toEqual(days.toSorted())
        expect(new Set(days).size).toBe(days.length)
        expect(days.at(-1)).toBe(to)
        expect(days.every((day) => day >= from)).toBe(true)
        expect(days.length).toBeLessThanOrEqual(31)
      }),
    )
  })

  test('a leap day has its eve a year before', () => {
    expect(yearBefore('2024-02-29')).toBe('2023-02-28')
    expect(yearBefore('2024-06-30')).toBe('2023-06-30')
  })
})
