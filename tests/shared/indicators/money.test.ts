import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  convertMoney,
  formatMoney,
  formatMoneyAs,
  MONEY_SCALES,
  moneyScaleOf,
  parseFigure,
} from '#shared/domain/indicators/money.ts'

describe('the unit of an indicator', () => {
  test.for([
    ['đồng', 'dong'],
    ['VNĐ', 'dong'],
    ['nghìn đồng', 'thousand'],
    ['1.000 đồng', 'thousand'],
    ['triệu đồng', 'million'],
    ['Triệu Đồng', 'million'],
    ['tr.đ', 'million'],
    ['(triệu đồng)', 'million'],
    ['tỷ đồng', 'billion'],
    ['tỉ đồng', 'billion'],
    ['tỷ', 'billion'],
    ['người', null],
    ['ng', null],
    ['tỷ lệ', null],
    ['%', null],
    ['', null],
    ['đợt', null],
  ] as const)('%s', ([label, scale]) => expect(moneyScaleOf(label)).toBe(scale))
})

describe('typed into a column of money', () => {
  test.for([
    ['96,4 tỷ', 'triệu đồng', 96_400],
    ['96.4 tỉ đồng', 'triệu đồng', 96_400],
    ['900 triệu', 'triệu đồng', 900],
    ['900 triệu đồng', 'tỷ đồng', 0.9],
    ['900.000.000 đồng', 'triệu đồng', 900],
    ['900.000.000đ', 'triệu đồng', 900],
    ['1 đồng', 'tỷ đồng', 0.000000001],
    ['1 tỷ 200 triệu', 'triệu đồng', 1_200],
    ['1 tỷ 200 triệu 500 nghìn đồng', 'đồng', 1_200_500_000],
    ['12.500', 'triệu đồng', 12_500],
    ['12,5', 'tỷ đồng', 12.5],
    ['12 tr.đ', 'đồng', 12_000_000],
  ] as const)('%s in %s', ([text, label, value]) =>
    expect(parseFigure(text, label)).toEqual({ value, qualifier: null, word: null }),
  )

  test('keeps the word before it', () => {
    expect(parseFigure('hơn 96,4 tỷ đồng', 'triệu đồng')).toEqual({ value: 96_400, qualifier: '≥', word: 'hơn' })
    expect(parseFigure('gần 900 triệu', 'đồng')).toEqual({ value: 900_000_000, qualifier: '≤', word: 'gần' })
  })

  test.for([
    ['96,4 người', 'triệu đồng'],
    ['200 triệu 1 tỷ', 'triệu đồng'],
    ['1 tỷ 2 tỷ', 'triệu đồng'],
    ['tỷ', 'triệu đồng'],
    ['', 'triệu đồng'],
    ['96,4 tỷ rưỡi', 'triệu đồng'],
    ['900 triệu', 'người'],
  ] as const)('is not taken: %s in %s', ([text, label]) => expect(parseFigure(text, label)).toBeNull())

  test.for([
    ['hơn 7.000', 'người', 7000, 'hơn'],
    ['hơn 3.000 lượt', 'lượt người', 3000, 'hơn'],
    ['7.965 Người', 'người', 7965, null],
    ['09 CĐCS', 'CĐCS', 9, null],
  ] as const)('a column that is not money takes its own unit: %s in %s', ([text, label, value, word]) =>
    expect(parseFigure(text, label)).toMatchObject({ value, word }),
  )

  test.for([
    ['41 DN', 'CĐCS'],
    ['3.000 người', 'lượt người'],
    ['96 tỷ', 'lượt'],
    ['12 người 5', 'người'],
  ] as const)('and no other: %s in %s', ([text, label]) => expect(parseFigure(text, label)).toBeNull())
})

describe('shown', () => {
  test.for([
    [96_400, 'million', '96,4 tỷ đồng'],
    [900, 'million', '900 triệu đồng'],
    [12_345.678, 'million', '12.345.678.000 đồng'],
    [1_001, 'million', '1.001 triệu đồng'],
    [0, 'million', '0 triệu đồng'],
    [0.5, 'million', '500.000 đồng'],
    [1_500_000_000, 'dong', '1,5 tỷ đồng'],
    [-2_500, 'million', '-2,5 tỷ đồng'],
    [999, 'billion', '999 tỷ đồng'],
  ] as const)('%d %s', ([value, scale, text]) => expect(formatMoney(value, scale)).toBe(text))

  test('in the scale that is asked for', () => {
    expect(formatMoneyAs(900, 'million', 'billion')).toBe('0,9 tỷ đồng')
    expect(formatMoneyAs(96.4, 'billion', 'dong')).toBe('96.400.000.000 đồng')
  })
})

test('there and back is the same amount, whatever the scales', () => {
  const amount = fc.integer({ min: -999_999_999, max: 999_999_999 }).map((value) => value / 1000)
  const scale = fc.constantFrom(...MONEY_SCALES)
  fc.assert(
    fc.property(amount, scale, scale, (value, from, to) => {
      // A double holds some fifteen digits; scales that need more are for nobody.
      fc.pre(String(Math.abs(value)).length < 9)
      expect(convertMoney(convertMoney(value, from, to), to, from)).toBe(value)
    }),
    { numRuns: 500 },
  )
})

test('what is shown reads back as what it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), (value) => {
      expect(parseFigure(formatMoney(value, 'million'), 'triệu đồng')?.value).toBe(value)
    }),
    { numRuns: 500 },
  )
})
