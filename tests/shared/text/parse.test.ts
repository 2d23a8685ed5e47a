import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDate, formatDatePadded, formatNumber } from '#shared/domain/text/format.ts'
import {
  dateOfSerial,
  findDateInText,
  parseDateNumber,
  parseDateText,
  parseTypedDate,
  yearHiddenInSerial,
} from '#shared/domain/text/parse-date.ts'
import { isBlankText, parseCountNumber, parseCountText } from '#shared/domain/text/parse-number.ts'
import { addDays, daysBetween, isIsoDate } from '#shared/kit/dates.ts'

const day = fc.integer({ min: 0, max: 70_000 }).map((days) => addDays('1900-03-01', days))

describe('counts', () => {
  test.each([
    ['1000', 1000],
    ['1.000', 1000],
    ['1,000', 1000],
    ['1 000', 1000],
    ['1\u00a0000', 1000],
    ['12.345.678', 12345678],
    ['1.348,00', 1348],
    ['1,348.0', 1348],
    ['25,0', 25],
    ['007', 7],
    ['0', 0],
    [' 25 ', 25],
    ["'25", 25],
    ['25.', 25],
    ['25 người', 25],
    ['25người', 25],
    ['1.348 lao động', 1348],
    ['25 LĐ', 25],
    ['１２', 12],
    ['1O', 10],
    ['', null],
    ['khoảng 20', null],
    ['~20', null],
    ['>20', null],
    ['20-25', null],
    ['20 – 25', null],
    ['20/25', null],
    ['hai mươi', null],
    ['25,5', null],
    ['1.34', null],
    ['1.3480', null],
    ['1.348.2', null],
    ['-3', null],
    ['12 (nữ 5)', null],
    ['O', null],
    ['9'.repeat(20), null],
  ])('%j → %j', (text, value) => {
    expect(parseCountText(text)?.value ?? null).toBe(value)
  })

  test('whatever we print is read back, also with commas or spaces', () => {
    fc.assert(
      fc.property(fc.nat(), (value) => {
        const printed = formatNumber(value)
        for (const text of [printed, printed.replaceAll('.', ','), printed.replaceAll('.', ' '), `${printed} người`])
          expect(parseCountText(text)?.value).toBe(value)
        expect(parseCountNumber(value)).toEqual({ value })
      }),
    )
  })

  test('no text throws, and what is read is a count', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const value = parseCountText(text)?.value ?? 0
        expect(Number.isSafeInteger(value) && value >= 0).toBe(true)
      }),
    )
  })

  test('numeric cells', () => {
    expect(parseCountNumber(1.348)).toEqual({ value: 1348, note: 'thousandths' })
    expect(parseCountNumber(12.9999999999)).toEqual({ value: 13 })
    for (const value of [12.5, -1, Number.NaN, Number.POSITIVE_INFINITY, 0.348, 1.3485])
      expect(parseCountNumber(value)).toBeNull()
  })

  test('blank as offices write it', () => {
    for (const text of ['', ' ', '-', '–', '/', '...', 'Không có', 'chưa rõ', 'N/A'])
      expect(isBlankText(text), text).toBe(true)
    for (const text of ['0', 'không', 'x', '5']) expect(isBlankText(text), text).toBe(false)
  })
})

describe('dates', () => {
  const parsed = (text: string): string | null => {
    const date = parseDateText(text)
    return date.kind === 'day' ? date.date : date.kind === 'period' ? `~${date.text}` : null
  }

  test.each([
    ['06/05/2019', '2019-05-06'],
    ['6/5/2019', '2019-05-06'],
    ['6.5.2019', '2019-05-06'],
    ['6-5-2019', '2019-05-06'],
    ['6 / 5 / 2019', '2019-05-06'],
    ['2019-05-06', '2019-05-06'],
    ['2019-05-06T00:00:00', '2019-05-06'],
    ['06/05/2019 00:00:00', '2019-05-06'],
    ['ngày 6 tháng 5 năm 2019', '2019-05-06'],
    ['Ngày 6/5/2019', '2019-05-06'],
    ['ngày 06.05.19', '2019-05-06'],
    ['06/05/19', '2019-05-06'],
    ['06/05/98', '1998-05-06'],
    ['6-May-19', '2019-05-06'],
    ['06052019', '2019-05-06'],
    ['29/02/2020', '2020-02-29'],
    ['2018', '~2018'],
    ['năm 2018', '~2018'],
    ['6/2019', '~6/2019'],
    ['tháng 6 năm 2019', '~tháng 6 năm 2019'],
    ['29/02/2019', null],
    ['31/02/2020', null],
    ['12/31/2019', null],
    ['00/05/2019', null],
    ['24.2', null],
    ['không nhớ', null],
    ['13/2019', null],
    ['2999', null],
  ])('%j → %j', (text, date) => {
    expect(parsed(text)).toBe(date)
  })

  test.each([
    ['5/2', '2024-02-05'],
    ['ngày 5/2', '2024-02-05'],
    ['05-02', '2024-02-05'],
    ['5.2', '2024-02-05'],
    [' 5 / 2 ', '2024-02-05'],
    ['29/2', '2024-02-29'],
    ['5/2/2019', '2019-02-05'],
    ['05-02-2024', '2024-02-05'],
    ['5.2.24', '2024-02-05'],
    ['5/2/24', '2024-02-05'],
    ['05022024', '2024-02-05'],
    ['31/4', null],
    ['5/13', null],
    ['0/2', null],
    ['5/', null],
    ['52', null],
  ])('typed into a date cell of 2024: %j → %j', (text, date) => {
    const read = parseTypedDate(text, 2024)
    expect(read.kind === 'day' ? read.date : null).toBe(date)
  })

  test('whatever we print is read back', () => {
    fc.assert(
      fc.property(day, (date) => {
        const texts = [
          formatDate(date),
          formatDatePadded(date),
          formatDate(date).replaceAll('/', '.'),
          formatDate(date).replaceAll('/', '-'),
          date,
        ]
        for (const text of texts) expect(parsed(text)).toBe(date)
        expect(findDateInText(`(Số liệu tính đến ngày ${formatDate(date)})`)).toBe(date)
      }),
    )
  })

  test('no text throws, and a day read is in the calendar', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const date = parseDateText(text)
        expect(date.kind !== 'day' || isIsoDate(date.date)).toBe(true)
      }),
    )
  })

  test('serial numbers of both systems', () => {
    expect(dateOfSerial(1)).toBe('1900-01-01')
    expect(dateOfSerial(59)).toBe('1900-02-28')
    expect(dateOfSerial(60)).toBeNull()
    expect(dateOfSerial(61)).toBe('1900-03-01')
    expect(dateOfSerial(43591.75)).toBe('2019-05-06')
    expect(dateOfSerial(0, true)).toBe('1904-01-01')
    for (const bad of [0, -5, 3_000_000, Number.NaN]) expect(dateOfSerial(bad)).toBeNull()
    fc.assert(
      fc.property(day, (date) => {
        expect(dateOfSerial(61 + daysBetween('1900-03-01', date))).toBe(date)
        const later = addDays(date, 1462)
        expect(dateOfSerial(daysBetween('1904-01-01', later), true)).toBe(later)
      }),
    )
  })

  test('numbers without a date format: a year, a serial, a day without signs', () => {
    expect(parseDateNumber(2018)).toEqual({ kind: 'period', text: '2018', year: 2018 })
    expect(parseDateNumber(43591)).toEqual({ kind: 'day', date: '2019-05-06' })
    expect(parseDateNumber(6052019)).toEqual({ kind: 'day', date: '2019-05-06' })
    for (const bad of [0, -1, 7, 999_999, Number.NaN]) expect(parseDateNumber(bad)).toEqual({ kind: 'invalid' })
    expect(yearHiddenInSerial(2018)).toBe(2018)
    expect(yearHiddenInSerial(43591)).toBeNull()
  })

  test('the first day named in running text', () => {
    expect(findDateInText('Quảng Trị, ngày 15 tháng 01 năm 2024')).toBe('2024-01-15')
    expect(findDateInText('từ 31/02/2023 đến 30.6.2023')).toBe('2023-06-30')
    expect(findDateInText('năm 2024')).toBeNull()
  })
})
