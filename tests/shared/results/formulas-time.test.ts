import { describe, expect, test } from 'vitest'
import { bandOf, bandsOn, DEFAULT_BANDS, type StatusBand } from '#shared/domain/results/bands.ts'
import { elapsedPercent, monthsLeft, neededPerMonth, paceOf } from '#shared/domain/results/pace.ts'
import { hasReached } from '#shared/domain/documents/reached.ts'
import type { Measure } from '#shared/domain/documents/facts.ts'
import { judgedPercent } from '#shared/domain/results/percent.ts'

// How a result stands in time: share of the days gone, what each month has to bring, and the word for it. The other
// formulas are in formulas.test.ts.

describe('a target is judged by the numbers, not by the printed percent', () => {
  test.each([
    // Printed "100%", with 4 left to do.
    [9996, 10_000, null, 'behind'],
    [10_000, 10_000, null, 'reached'],
    // Printed "100%" as well, and more than asked.
    [10_004, 10_000, null, 'exceeded'],
    [96.4, 96.4, null, 'reached'],
    [5000, 5000, '≥', 'reached'],
    // "gần 5.000" has not come to 5.000.
    [5000, 5000, '≤', 'behind'],
    [17, 0, null, null],
    [17, null, null, null],
    [null, 74, null, null],
  ] as const)('%s of %s (%s) on the last day is %s', (result, target, qualifier, pace) => {
    expect(paceOf(judgedPercent(result, target, qualifier), 'flow', 100)).toBe(pace)
  })
})

test.each([
  [9996, 10_000, 100, false],
  [10_000, 10_000, 100, true],
  [120, 100, 120, true],
  [0, 0, null, false],
])('a paper says that %s of %s is reached: %s %% → %s', (value, target, percent, reached) => {
  const measure = { result: { value, qualifier: null, word: null }, target, percent } as Measure
  expect(hasReached(measure)).toBe(reached)
})

describe('share of time gone and what each month has to bring', () => {
  test.each([
    ['2024-01-01', '2024-12-31', '2023-12-31', 0],
    ['2024-01-01', '2024-12-31', '2024-12-31', 100],
    ['2024-01-01', '2024-12-31', '2025-02-01', 100],
    ['2023-01-01', '2023-12-31', '2023-07-02', (100 * 183) / 365],
    // The two phases of 2024: 31 and 91 days, the second to 30/10.
    ['2024-07-01', '2024-07-31', '2024-07-15', (100 * 15) / 31],
    ['2024-08-01', '2024-10-30', '2024-08-31', (100 * 31) / 91],
  ])('%s…%s on %s', (from, to, day, expected) => {
    expect(elapsedPercent({ from, to }, day)).toBeCloseTo(expected, 10)
  })

  test.each([
    [52, '2024-06-30', 9],
    // Six months of the calendar, not 184 average days: 6 × 634 = 3.804, and 6 × 633 would fall short.
    [3800, '2024-06-30', 634],
    [3798, '2024-06-30', 633],
    // Five months and 17 of 31 days.
    [100, '2024-07-14', 19],
    [52, '2024-12-31', null],
    [0, '2024-06-30', null],
    [null, '2024-06-30', null],
    [5, '2024-12-20', 5],
    [120, '2023-11-01', 10],
  ])('%s left on %s is %s a month', (remaining, day, expected) => {
    expect(neededPerMonth(remaining, 'flow', monthsLeft({ from: '2024-01-01', to: '2024-12-31' }, day))).toBe(expected)
  })

  test.each([
    ['2024-06-30', 6],
    ['2024-07-14', 5 + 17 / 31],
    ['2024-01-30', 11 + 1 / 31],
    ['2024-01-31', 11],
    ['2023-05-01', 12],
    ['2024-11-30', 1],
    // Never less than one: a week that has to bring 5 brings 5.
    ['2024-12-20', 1],
  ])('months left of 2024 on the evening of %s: %s', (day, expected) => {
    expect(monthsLeft({ from: '2024-01-01', to: '2024-12-31' }, day)).toBeCloseTo(expected, 10)
  })

  test('months are counted to the end of the calendar', () => {
    expect(monthsLeft({ from: '9998-01-01', to: '9999-12-31' }, '9998-12-31')).toBe(12)
  })

  test('money in thousands and more has parts', () => {
    const year = { from: '2024-01-01', to: '2024-12-31' }
    expect(neededPerMonth(2.7, 'flow', monthsLeft(year, '2024-06-30'), 2)).toBe(0.45)
    expect(neededPerMonth(100, 'flow', monthsLeft(year, '2024-06-30'), 2)).toBe(16.67)
  })

  test('a ratio does not come in by the month', () => {
    expect(neededPerMonth(12, 'ratio', monthsLeft({ from: '2024-01-01', to: '2024-12-31' }, '2024-06-30'))).toBeNull()
  })
})

describe('bands of progress', () => {
  test.each([
    [120, 50, 'VUOT'],
    [100, 50, 'DAT'],
    [50, 50, 'DUNG'],
    [49.9, 50, 'DONDOC'],
    [35, 50, 'DONDOC'],
    [34.9, 50, 'CHAM'],
    // Nobody is late before the first day, nor urged on after the last.
    [0, 0, undefined],
    [120, 0, 'VUOT'],
    [0, 100, 'CHUA_DAT'],
    [99.9, 100, 'CHUA_DAT'],
    [100, 100, 'DAT'],
    [100.1, 100, 'VUOT'],
    [null, 50, undefined],
  ])('%s %% at %d %% of the time is %s', (percent, elapsed, code) => {
    expect(bandOf(percent, 'flow', elapsed, DEFAULT_BANDS)?.code).toBe(code)
  })

  test('a level is on pace until the plan is over', () => {
    expect(bandOf(60, 'stock', 90, DEFAULT_BANDS)?.code).toBe('DUNG')
    expect(bandOf(60, 'stock', 100, DEFAULT_BANDS)?.code).toBe('CHUA_DAT')
  })

  test('bands have days: "trên 50%" at mid-year was good in 2024 and not before', () => {
    const good: StatusBand = {
      code: 'TOT',
      name: 'Khá',
      measure: 'percent',
      bound: 50,
      above: true,
      tone: 'pace',
      sortOrder: 1,
      validFrom: '2024-01-01',
      validTo: '2024-12-31',
    }
    const on = (day: string, percent: number) =>
      bandOf(percent, 'flow', 50, bandsOn([...DEFAULT_BANDS, good], day))?.code
    expect(on('2024-06-30', 50)).toBe('DUNG')
    expect(on('2024-06-30', 50.1)).toBe('TOT')
    expect(on('2023-06-30', 50.1)).toBe('DUNG')
  })
})
