import { describe, expect, test } from 'vitest'
import { readMonthDay, showMonthDay } from '#shared/domain/campaigns/preset.ts'

describe('a day of any year', () => {
  test.each([
    ['1/5', '05-01', '01/5'],
    ['01/05', '05-01', '01/5'],
    ['31.7', '07-31', '31/7'],
    ['5-1', '01-05', '05/01'],
    ['29/2', '02-29', '29/02'],
    [' 30/10 ', '10-30', '30/10'],
  ])('%s', (typed, kept, shown) => {
    expect(readMonthDay(typed)).toBe(kept)
    expect(showMonthDay(kept)).toBe(shown)
    expect(readMonthDay(showMonthDay(kept))).toBe(kept)
  })

  test.each(['', '5', '31/4', '30/2', '0/5', '1/13', '1/5/2024', 'tháng 5'])('“%s” is none', (typed) => {
    expect(readMonthDay(typed)).toBeNull()
  })
})
