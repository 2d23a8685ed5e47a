import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findInCell, makeMatcher, replaceInCell, type FindQuery } from '#shared/domain/table/find.ts'

const LOOSE = { matchCase: false, wholeCell: false, withAccents: false }
const EXACT = { matchCase: true, wholeCell: false, withAccents: true }

describe('finding', () => {
  test.for<[string, Partial<FindQuery>, string, string, boolean]>([
    ['without accents and case', {}, 'ha long', 'TP HẠ LONG', true],
    ['đ', {}, 'dang', 'Đặng', true],
    ['a text with marks apart', {}, 'đặng', 'Đặng'.normalize('NFD'), true],
    ['a part of a word', {}, 'uye', 'Nguyễn', true],
    ['with accents', { withAccents: true }, 'dang', 'Đặng', false],
    ['with accents, any case', { withAccents: true }, 'ĐẶNG', 'đặng', true],
    ['case without accents', { matchCase: true }, 'dang', 'Đặng', false],
    ['case without accents, same case', { matchCase: true }, 'Dang', 'Đặng', true],
    ['the whole cell', { wholeCell: true }, 'ha long', 'Hạ Long', true],
    ['not a part of it', { wholeCell: true }, 'ha', 'Hạ Long', false],
    ['signs mean themselves', {}, 'a.c', 'abc', false],
    ['a no-break space is a space', {}, 'ha long', 'Hạ\u00a0Long', true],
    ['nothing finds nothing', {}, '', 'Hạ Long', false],
  ])('%s', ([, options, text, cell, found]) => {
    expect(makeMatcher({ ...LOOSE, ...options, text }).matches(cell)).toBe(found)
  })

  test('a number is found as it stands and as it is typed', () => {
    const find = (text: string): boolean => findInCell(makeMatcher({ ...LOOSE, text }), '1348', '1.348')
    expect([find('1.348'), find('1348'), find('.3'), find('9')]).toEqual([true, true, true, false])
  })
})

describe('replacing', () => {
  test.for<[string, Partial<FindQuery>, string, string, string, string | null]>([
    ['exactly', EXACT, 'huyện', 'xã', 'LĐLĐ huyện Ba Vì, huyện', 'LĐLĐ xã Ba Vì, xã'],
    ['not another case', EXACT, 'huyện', 'xã', 'Huyện Ba Vì', null],
    ['without accents, the letters around stay', LOOSE, 'ha long', 'Uông Bí', 'TP Hạ Long (cũ)', 'TP Uông Bí (cũ)'],
    ['with nothing', EXACT, ' (cũ)', '', 'Hạ Long (cũ)', 'Hạ Long'],
    ['the whole cell', { ...LOOSE, wholeCell: true }, 'ha long', 'Hạ Long', 'HA LONG', 'Hạ Long'],
    ['what replaces is not looked at again', EXACT, 'a', 'aa', 'aba', 'aabaa'],
    ['dollar signs are plain', EXACT, 'a', '$&', 'a', '$&'],
  ])('%s', ([, options, text, by, cell, expected]) => {
    expect(makeMatcher({ ...LOOSE, ...options, text }).replace(cell, by)).toBe(expected)
  })

  test('a number is replaced in the form it was found in', () => {
    expect(replaceInCell(makeMatcher({ ...EXACT, text: '1.3' }), '1348', '1.348', '1.4')).toBe('1.448')
    expect(replaceInCell(makeMatcher({ ...EXACT, text: '13' }), '1348', '1.348', '14')).toBe('1448')
    expect(replaceInCell(makeMatcher({ ...EXACT, text: '7' }), '1348', '1.348', '1')).toBeNull()
  })
})

const letters = fc.constantFrom(...'aáăâbdđĐDeêHhạẠ LlngkßİΣς𝒜\u00a0')
const cell = fc.string({ unit: letters, maxLength: 12 })
const options = fc.record({ matchCase: fc.boolean(), wholeCell: fc.boolean(), withAccents: fc.boolean() })

describe('finding and replacing agree', () => {
  test('a cell is replaced exactly when it is found', () => {
    fc.assert(
      fc.property(cell, fc.string({ unit: letters, maxLength: 3 }), cell, options, (text, wanted, by, how) => {
        const matcher = makeMatcher({ ...how, text: wanted })
        expect(matcher.replace(text, by) !== null).toBe(matcher.matches(text))
      }),
      { numRuns: 3000 },
    )
  })

  test('exact replacing is what splitting and joining does', () => {
    fc.assert(
      fc.property(cell, fc.string({ unit: letters, minLength: 1, maxLength: 2 }), cell, (text, wanted, by) => {
        fc.pre(!/\s/u.test(text + wanted))
        const composed = text.normalize('NFC')
        const replaced = makeMatcher({ ...EXACT, text: wanted }).replace(text, by)
        expect(replaced ?? composed).toBe(composed.split(wanted.normalize('NFC')).join(by))
      }),
    )
  })

  test('what is found with accents and case is found without them', () => {
    fc.assert(
      fc.property(cell, cell, fc.string({ unit: letters, minLength: 1, maxLength: 3 }), (before, after, wanted) => {
        const text = before + wanted + after
        fc.pre(makeMatcher({ ...EXACT, text: wanted }).matches(text))
        expect(makeMatcher({ ...LOOSE, text: wanted }).matches(text)).toBe(true)
      }),
    )
  })
})
