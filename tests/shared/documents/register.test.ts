import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countedIn,
  flagRegister,
  nextNumber,
  numberValue,
  type Numbered,
  writeNumber,
} from '#shared/domain/documents/register.ts'

const row = (number: string, series = 'KH', year = '2024'): Numbered => ({ series, year, number })

describe('register of documents', () => {
  it.each([
    ['15', 15],
    ['05', 5],
    ['06b', 6],
    ['6Đ', 6],
    ['', null],
    ['b6', null],
    ['6/KH', null],
    ['-1', null],
  ])('reads %s as %s', (text, value) => {
    expect(numberValue(text)).toBe(value)
  })

  it('writes numbers below ten with a zero', () => {
    expect([1, 9, 10, 128].map(writeNumber)).toEqual(['01', '09', '10', '128'])
  })

  it('counts on within series and year', () => {
    const taken = [row('01'), row('07'), row('07b'), row('99', 'BC'), row('50', 'KH', '2023')]
    expect(nextNumber(taken, 'KH', '2024')).toBe('08')
    expect(nextNumber(taken, 'BC', '2024')).toBe('100')
    expect(nextNumber(taken, 'QĐ', '2024')).toBe('01')
    expect(nextNumber(taken, 'KH', '2025')).toBe('01')
  })

  it('names what is missing and what was given twice', () => {
    expect(flagRegister([row('01'), row('04'), row('04'), row('4b'), row('02', 'BC')])).toEqual([
      { kind: 'gap', series: 'KH', year: '2024', number: '02' },
      { kind: 'gap', series: 'KH', year: '2024', number: '03' },
      { kind: 'double', series: 'KH', year: '2024', number: '4' },
      { kind: 'gap', series: 'BC', year: '2024', number: '01' },
    ])
  })

  it('flags nothing where every number was taken in turn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (count) => {
        const rows: Numbered[] = []
        for (let index = 0; index < count; index += 1) rows.push(row(nextNumber(rows, 'KH', '2024')))
        expect(flagRegister(rows)).toEqual([])
        expect(rows.map(({ number }) => numberValue(number))).toEqual(Array.from({ length: count }, (_, at) => at + 1))
      }),
    )
  })

  it('flags exactly the numbers left out', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 40 }), (values) => {
        const flags = flagRegister(values.map((value) => row(writeNumber(value))))
        const missing = Array.from({ length: Math.max(...values) }, (_, at) => at + 1).filter(
          (value) => !values.includes(value),
        )
        expect(flags.map(({ kind, number }) => [kind, numberValue(number)])).toEqual(
          missing.map((value) => ['gap', value]),
        )
      }),
    )
  })
})

describe('what counts on together', () => {
  const byType = { series: 'type', partyTermFrom: '' } as const

  it('is a type and a year, or a year, of the union', () => {
    expect(countedIn('union', 'KH', '2024-05-01', byType)).toEqual({ series: 'KH', year: '2024' })
    expect(countedIn('union', 'BC', '2025-01-02', byType)).toEqual({ series: 'BC', year: '2025' })
    const one = { ...byType, series: 'one' } as const
    expect(countedIn('union', 'KH', '2024-05-01', one)).toEqual(countedIn('union', '', '2024-12-31', one))
  })

  it('is a type and a term of the Party, whatever the union does', () => {
    const one = { series: 'one', partyTermFrom: '2025-10-01' } as const
    const before = countedIn('party', 'BC', '2025-09-30', one)
    const after = countedIn('party', 'BC', '2025-10-01', one)
    expect(after).toEqual(countedIn('party', 'BC', '2029-12-31', one))
    expect(after).not.toEqual(before)
    expect(after).not.toEqual(countedIn('party', 'KH', '2025-10-01', one))
    expect(countedIn('party', 'BC', '2020-01-01', byType)).toEqual({ series: 'BC', year: '' })
  })
})
