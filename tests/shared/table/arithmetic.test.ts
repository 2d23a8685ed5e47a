import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calculate, isArithmetic } from '#shared/domain/table/arithmetic.ts'

describe('a calculation typed into a number cell', () => {
  test.each([
    ['=12+30', 42],
    ['= 12 + 30 ', 42],
    ['=1.348+2', 1350],
    ['=1,348+2', 1350],
    ['=1 000+1', 1001],
    ['=12,5*2', 25],
    ['=2+3*4', 14],
    ['=(2+3)*4', 20],
    ['=(2+3)×4÷2', 10],
    ['=10−4', 6],
    ['=10–4', 6],
    ['=100:4', 25],
    ['=-5+8', 3],
    ['=5--3', 8],
    ['=1.200*15%', 180],
    ['=0,1+0,2', 0.3],
    ['=((((7))))', 7],
    ['=100/3', 33.3333333333333],
    ['=5-5', 0],
    ['=-0', 0],
  ])('%s is %d', (text, value) => {
    expect(isArithmetic(text)).toBe(true)
    expect(calculate(text)).toEqual({ ok: true, value })
  })

  test.each([
    ['=12+', 'syntax'],
    ['=+', 'syntax'],
    ['=(12+3', 'syntax'],
    ['=12+3)', 'syntax'],
    ['=12 . 5', 'syntax'],
    ['=1.34.5', 'syntax'],
    ['=SUM(1;2)', 'syntax'],
    ['=A1+2', 'syntax'],
    ['=', 'syntax'],
    ['=3(4)', 'syntax'],
    ['=5/0', 'divisionByZero'],
    ['=5/(3-3)', 'divisionByZero'],
    [`=${'9'.repeat(300)}*9`, 'tooLarge'],
    [`=${'('.repeat(5000)}1${')'.repeat(5000)}`, 'syntax'],
  ])('%s is refused: %s', (text, why) => {
    expect(calculate(text)).toEqual({ ok: false, why })
  })

  test('plain text that begins with the sign is no calculation', () => {
    for (const text of ['=> xem ghi chú', '=A1', '= bằng nhau', '12+30', '-5', '==', '= '])
      expect(isArithmetic(text), text).toBe(false)
  })

  test('whole numbers come out as reckoned by hand, brackets or not', () => {
    const small = fc.integer({ min: 0, max: 9999 })
    fc.assert(
      fc.property(small, small, small, (a, b, c) => {
        expect(calculate(`=${a}+${b}*${c}`)).toEqual({ ok: true, value: a + b * c })
        expect(calculate(`=(${a}−${b})×${c}`)).toEqual({ ok: true, value: (a - b) * c || 0 })
        expect(calculate(`=${a}-(${b}-${c})`)).toEqual({ ok: true, value: a - (b - c) })
      }),
    )
  })

  test('no text throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'=0123456789.,()+-*/%: ') }), (text) => {
        const answer = calculate(text)
        expect(answer.ok ? Number.isFinite(answer.value) : answer.why).not.toBe(false)
      }),
    )
  })
})
