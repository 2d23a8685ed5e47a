import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatCountInProse,
  formatDate,
  formatDateOfficial,
  formatDatePadded,
  formatNumber,
  formatPercent,
} from '#shared/domain/text/format.ts'

describe('numbers as offices print them', () => {
  test.for([
    [0, '0'],
    [7, '7'],
    [999, '999'],
    [1348, '1.348'],
    [10_800, '10.800'],
    [1_234_567, '1.234.567'],
    [-1234, '-1.234'],
    [83.5, '83,5'],
    [1234.56, '1.234,56'],
    [-0.5, '-0,5'],
  ] as const)('%d → %s', ([value, text]) => expect(formatNumber(value)).toBe(text))

  test('agrees with the language for every whole number', () => {
    const vi = new Intl.NumberFormat('vi-VN')
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(formatNumber(value)).toBe(vi.format(value))
      }),
    )
  })

  test.for([
    [0, '0'],
    [1, '01'],
    [9, '09'],
    [10, '10'],
    [1348, '1.348'],
    [9.5, '9,5'],
  ] as const)('in running text %d → %s', ([value, text]) => expect(formatCountInProse(value)).toBe(text))

  test.for([
    [65.7, '65,7%'],
    [80, '80%'],
    [104.4, '104,4%'],
    [1250, '1.250%'],
  ] as const)('percent %d → %s', ([value, text]) => expect(formatPercent(value)).toBe(text))
})

describe('dates as offices print them', () => {
  test('in prose and in columns', () => {
    expect(formatDate('2024-06-05')).toBe('5/6/2024')
    expect(formatDatePadded('2024-06-05')).toBe('05/06/2024')
  })

  // NĐ 30/2020, Phụ lục I, mục II.4: days below 10 and months 1 and 2 take a zero.
  test.for([
    ['2020-01-05', 'ngày 05 tháng 01 năm 2020'],
    ['2019-06-29', 'ngày 29 tháng 6 năm 2019'],
    ['2024-02-10', 'ngày 10 tháng 02 năm 2024'],
    ['2024-03-09', 'ngày 09 tháng 3 năm 2024'],
    ['2024-12-31', 'ngày 31 tháng 12 năm 2024'],
  ] as const)('on a document %s → %s', ([date, text]) => expect(formatDateOfficial(date)).toBe(text))
})
