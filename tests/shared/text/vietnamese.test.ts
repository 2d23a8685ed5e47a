import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText, normalizeText } from '#shared/domain/text/fold.ts'
import { personSortKey, sortKey } from '#shared/domain/text/sort-key.ts'

describe('folding', () => {
  test.for([
    ['Đakrông', 'dakrong'],
    ['ĐÔNG HÀ', 'dong ha'],
    ['Thị xã  Quảng\u00a0Trị', 'thi xa quang tri'],
    ['hoà', 'hoa'],
    ['hòa', 'hoa'],
    ['Uỷ ban', 'uy ban'],
    ['Ủy ban', 'uy ban'],
    ['ưu ƯU ơ Ơ', 'uu uu o o'],
    ['  a  ', 'a'],
    ['', ''],
    ['CĐCS ≥ 25 LĐ', 'cdcs ≥ 25 ld'],
  ] as const)('%s → %s', ([text, folded]) => {
    expect(foldText(text)).toBe(folded)
    expect(foldText(text.normalize('NFD'))).toBe(folded)
    expect(foldText(folded)).toBe(folded)
  })

  test('stored text is NFC with plain single spaces; the place of a tone stays as typed', () => {
    expect(normalizeText(' hoà\u00a0 bình '.normalize('NFD'))).toBe('hoà bình')
  })
})

const VIETNAMESE = 'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ'
const word = fc.string({ unit: fc.constantFrom(...VIETNAMESE), minLength: 1, maxLength: 6 })
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const order = (a: string, b: string): number => Math.sign(a < b ? -1 : a > b ? 1 : 0)

describe('order', () => {
  const collator = new Intl.Collator('vi', { sensitivity: 'variant' })

  test('names stand as in a Vietnamese list', () => {
    const names = ['Yến', 'Đạt', 'An', 'Bình', 'Ân', 'Danh', 'Ánh', 'Êm', 'Em', 'Uyên', 'Ưng', 'Ô', 'O', 'Ơ']
    expect(names.toSorted((a, b) => order(sortKey(a), sortKey(b)))).toEqual(names.toSorted(collator.compare))
  })

  test('single words stand as the collator of the language says', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(order(sortKey(a), sortKey(b))).toBe(Math.sign(collator.compare(a, b)))
      }),
      { numRuns: 2000 },
    )
  })

  test('names of several words too, as long as letters differ', () => {
    const base = new Intl.Collator('vi', { sensitivity: 'base' })
    fc.assert(
      fc.property(name, name, (a, b) => {
        fc.pre(base.compare(a, b) !== 0)
        expect(order(sortKey(a), sortKey(b))).toBe(Math.sign(collator.compare(a, b)))
      }),
      { numRuns: 2000 },
    )
  })

  test('case and the way letters are composed do not count; the order is total', () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(sortKey(text.toUpperCase())).toBe(sortKey(text))
        expect(sortKey(text.normalize('NFD'))).toBe(sortKey(text))
      }),
    )
  })

  test('numbers in names stand before letters, signs count as a space', () => {
    const names = ['Khu công nghiệp A', 'Khu công nghiệp 2', 'Khu công nghiệp 1', 'Khu-công nghiệp']
    expect(names.toSorted((a, b) => order(sortKey(a), sortKey(b)))).toEqual([
      'Khu-công nghiệp',
      'Khu công nghiệp 1',
      'Khu công nghiệp 2',
      'Khu công nghiệp A',
    ])
  })

  test('people are listed by their given name', () => {
    const people = ['Trần Văn Bình', 'Nguyễn Thị An', 'Lê An', 'Phạm Đình Đạt', 'Vũ Thị Danh']
    expect(people.toSorted((a, b) => order(personSortKey(a), personSortKey(b)))).toEqual([
      'Lê An',
      'Nguyễn Thị An',
      'Trần Văn Bình',
      'Vũ Thị Danh',
      'Phạm Đình Đạt',
    ])
  })
})
