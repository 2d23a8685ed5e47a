import { describe, expect, it } from 'vitest'
import { elapsedOf, elapsedPercent, paceOf } from '#shared/domain/results/pace.ts'

const YEAR = { from: '2024-01-01', to: '2024-12-31' }

describe('pace', () => {
  it.each([
    ['2023-12-31', 0],
    ['2024-06-30', (100 * 182) / 366],
    ['2024-12-31', 100],
    ['2025-03-01', 100],
  ])('on %s so much of the year has gone by', (day, percent) => {
    expect(elapsedPercent(YEAR, day)).toBeCloseTo(percent, 10)
    expect(elapsedOf(YEAR, day)).toBe(Math.round(percent * 10) / 10)
  })

  it.each([
    [49.7, '2024-06-30', 'behind'],
    [49.8, '2024-06-30', 'pace'],
    [100, '2024-06-30', 'reached'],
    [104.4, '2024-06-30', 'exceeded'],
    [99.9, '2024-12-31', 'behind'],
    [null, '2024-06-30', null],
  ] as const)('%s percent on %s is %s', (percent, day, pace) => {
    expect(paceOf(percent, 'flow', elapsedPercent(YEAR, day))).toBe(pace)
  })

  it('does not hold a level against the days before the last one', () => {
    expect(paceOf(10, 'stock', elapsedPercent(YEAR, '2024-06-30'))).toBe('pace')
    expect(paceOf(98, 'ratio', elapsedPercent(YEAR, '2024-12-31'))).toBe('behind')
    expect(paceOf(101, 'stock', elapsedPercent(YEAR, '2024-06-30'))).toBe('exceeded')
  })
})
