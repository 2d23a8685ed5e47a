import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, isIsoDate, isValidOn, makeIsoDate, yearOf } from '#shared/kit/dates.ts'

describe('days of the calendar', () => {
  test.for([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2024-06-31', false],
    ['2024-13-01', false],
    ['2024-00-10', false],
    ['2024-1-1', false],
    ['2024-01-01T00:00:00Z', false],
    [' 2024-01-01', false],
    ['0001-01-01', true],
    ['0000-01-01', false],
    ['', false],
  ] as const)('%s: %s', ([text, exists]) => expect(isIsoDate(text)).toBe(exists))

  test('a day is made from its parts or not at all', () => {
    expect(makeIsoDate(2024, 2, 29)).toBe('2024-02-29')
    expect(makeIsoDate(2023, 2, 29)).toBeNull()
    expect(makeIsoDate(50, 3, 1)).toBe('0050-03-01')
    expect(makeIsoDate(10_000, 1, 1)).toBeNull()
    expect(makeIsoDate(2024, 12, 32)).toBeNull()
  })

  test('days are added over months, leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01')
    expect(addDays('2024-01-01', -1)).toBe('2023-12-31')
    expect(daysBetween('2024-07-01', '2024-07-31')).toBe(30)
    expect(daysBetween('2024-08-01', '2024-07-31')).toBe(-1)
    expect(yearOf('2019-08-15')).toBe(2019)
  })

  test('adding and counting days are each other backwards', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (at, days) => {
        const from = at.toISOString().slice(0, 10)
        const to = addDays(from, days)
        expect(isIsoDate(to)).toBe(true)
        expect(daysBetween(from, to)).toBe(days)
        expect(to > from).toBe(days > 0)
      }),
    )
  })
})

test.for([
  ['2025-06-30', null, '2025-06-30', true],
  ['2025-07-01', null, '2025-06-30', false],
  ['2025-07-01', '2025-07-01', null, true],
  ['2025-06-30', '2025-07-01', null, false],
  ['2024-01-01', null, null, true],
  ['2024-06-30', '2024-06-30', '2024-06-30', true],
] as const)('on %s something valid %s..%s is valid: %s', ([day, from, to, valid]) => {
  expect(isValidOn(day, from, to)).toBe(valid)
})
