import { describe, expect, test } from 'vitest'
import { addAmounts, type Amount, exactAmount, subtractAmounts, sumAmounts } from '#shared/domain/results/amount.ts'
import { parseDecimal, parseTypedValue } from '#shared/domain/results/parse-value.ts'
import { combineQualifiers, parseQualifier, type Qualifier } from '#shared/domain/results/qualifier.ts'

describe('words before a number', () => {
  test.each([
    ['hơn', '≥', 'hơn'],
    ['Trên', '≥', 'trên'],
    ['gần', '≤', 'gần'],
    ['GAN', '≤', 'gần'],
    ['khoảng', '≈', 'khoảng'],
    ['>=', '≥', 'hơn'],
    ['~', '≈', 'khoảng'],
    ['ho\u031bn', '≥', 'hơn'],
  ])('%s is %s and is kept', (text, qualifier, word) => {
    expect(parseQualifier(text)).toEqual({ qualifier, word })
  })

  test('an unknown word is not guessed', () => {
    expect(parseQualifier('chắc')).toBeNull()
    expect(parseQualifier('')).toBeNull()
  })
})

describe('sums', () => {
  const signs: readonly (Qualifier | null)[] = [null, '≥', '≤', '≈']
  test.each([
    [null, null, null],
    ['≥', null, '≥'],
    ['≥', '≥', '≥'],
    ['≤', null, '≤'],
    ['≥', '≤', '≈'],
    ['≥', '≈', '≈'],
    ['≈', null, '≈'],
  ] as const)('%s and %s is %s', (a, b, expected) => {
    expect(combineQualifiers(a, b)).toBe(expected)
    expect(combineQualifiers(b, a)).toBe(expected)
  })

  test('how they are bracketed does not matter', () => {
    for (const a of signs)
      for (const b of signs)
        for (const c of signs)
          expect(combineQualifiers(combineQualifiers(a, b), c)).toBe(combineQualifiers(a, combineQualifiers(b, c)))
  })

  const more = (value: number, word: string): Amount => ({ value, qualifier: '≥', word })
  test('a word all used is kept, else the usual one stands', () => {
    expect(addAmounts(more(7000, 'trên'), exactAmount(5))).toEqual(more(7005, 'trên'))
    expect(sumAmounts([more(1, 'trên'), exactAmount(2), more(3, 'trên')])).toEqual(more(6, 'trên'))
    expect(sumAmounts([more(1, 'trên'), more(3, 'hơn')])).toEqual(more(4, 'hơn'))
    expect(addAmounts(more(1, 'trên'), { value: 2, qualifier: '≤', word: 'gần' })).toEqual({
      value: 3,
      qualifier: '≈',
      word: 'khoảng',
    })
  })

  test('what is taken away turns round', () => {
    expect(subtractAmounts(exactAmount(10), more(4, 'hơn'))).toEqual({ value: 6, qualifier: '≤', word: 'gần' })
    expect(subtractAmounts(more(10, 'trên'), exactAmount(4))).toEqual(more(6, 'trên'))
  })
})

describe('numbers as people type them', () => {
  test.each([
    ['1000', 1000],
    ['1.000', 1000],
    ['1,000', 1000],
    ['1 000', 1000],
    ['1\u00a0000', 1000],
    ['1.348', 1348],
    ['10.800', 10_800],
    ['1.234.567', 1_234_567],
    ['65,7', 65.7],
    ['65.7', 65.7],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['0,125', 0.125],
    ['02', 2],
    ['-120', -120],
    ['−1.234', -1234],
    ['7.0000', 7],
  ])('%s is %d', (text, expected) => {
    expect(parseDecimal(text)).toBe(expected)
  })

  test.each(['', 'abc', '1.34.8', '1.000.00', '12-15', '5 người', '1.234.5', '--5', '1e5'])(
    '%s is no number',
    (text) => {
      expect(parseDecimal(text)).toBeNull()
    },
  )

  test.each([
    ['hơn 7.000', { value: 7000, qualifier: '≥', word: 'hơn' }],
    ['Gần 2.600', { value: 2600, qualifier: '≤', word: 'gần' }],
    ['≥ 50', { value: 50, qualifier: '≥', word: 'hơn' }],
    ['65,7%', { value: 65.7, qualifier: null, word: null }],
    ['chưa đến 30', { value: 30, qualifier: '≤', word: 'chưa đến' }],
  ])('%s keeps its word', (text, expected) => {
    expect(parseTypedValue(text)).toEqual(expected)
  })

  test('a word alone, or one that says nothing of a number, is refused', () => {
    expect(parseTypedValue('hơn')).toBeNull()
    expect(parseTypedValue('chắc 50')).toBeNull()
  })
})
