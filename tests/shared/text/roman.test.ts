import { describe, expect, it } from 'vitest'
import { toRoman } from '#shared/domain/text/roman.ts'

describe('roman numerals', () => {
  it.each([
    [1, 'I'],
    [4, 'IV'],
    [9, 'IX'],
    [14, 'XIV'],
    [40, 'XL'],
    [99, 'XCIX'],
    [388, 'CCCLXXXVIII'],
  ])('%i is %s', (value, text) => {
    expect(toRoman(value)).toBe(text)
  })
})
