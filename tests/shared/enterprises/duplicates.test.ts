import { describe, expect, test } from 'vitest'
import {
  coreOf,
  findDuplicatePairs,
  likenessOf,
  pairKey,
  type DuplicateCandidate,
} from '#shared/domain/enterprises/duplicates.ts'
import { nameKey } from '#shared/domain/survey/enterprise-name.ts'

let made = 0
function firm(name: string, more: Partial<DuplicateCandidate> = {}): DuplicateCandidate {
  return { id: `f${++made}`, taxCode: null, nameKey: nameKey(name), unit: 'u1', ward: null, phone: null, ...more }
}

function reasonsOf(one: DuplicateCandidate, other: DuplicateCandidate): readonly string[] {
  const pairs = findDuplicatePairs([one, other], new Set())
  expect(pairs.length).toBeLessThanOrEqual(1)
  return pairs[0]?.reasons ?? []
}

describe('pairs that may be one', () => {
  test.each([
    ['Cty TNHH MTV An Phát', 'Công ty TNHH một thành viên An Phát', {}, {}, ['namePlace']],
    ['Công ty An Phát', 'Công ty An Phát', { taxCode: '0100109106' }, { taxCode: '0100112437' }, ['nameOtherTaxCode']],
    [
      'Công ty An Phát',
      'Công ty An Phát',
      { unit: 'u2', taxCode: '0100109106' },
      { taxCode: '0100112437' },
      ['nameOtherTaxCode'],
    ],
    [
      'Công ty An Phát',
      'Chi nhánh An Phát',
      { taxCode: '0100109106' },
      { taxCode: '0100109106-001', unit: 'u2' },
      ['taxRoot'],
    ],
    [
      'Công ty TNHH Thiên Khánh',
      'Công ty Cổ phần Thiên Khanhh',
      { ward: 'Phường A' },
      { ward: 'Phường A' },
      ['similarName'],
    ],
    [
      'Công ty TNHH Hải Đăng',
      'Công ty Hải Đăng Xanh',
      { phone: '0912.345.678', unit: 'u2' },
      { phone: '+84912345678' },
      ['samePhone'],
    ],
    ['Công ty TNHH Thiên Khánh', 'Công ty TNHH Thiên Khanhh', { ward: 'Phường A' }, { ward: 'Phường B' }, []],
    ['Công ty TNHH Bình Minh', 'Công ty TNHH Hoàng Hôn', { phone: '0912345678' }, { phone: '0912345678' }, []],
    ['Công ty TNHH Bình Minh', 'Công ty TNHH Hoàng Hôn', {}, {}, []],
  ] as const)('%s and %s', (one, other, first, second, reasons) =>
    expect(reasonsOf(firm(one, first), firm(other, second))).toEqual(reasons),
  )

  test('a pair that was judged is not shown again', () => {
    const one = firm('Công ty An Phát')
    const other = firm('Công ty An Phát')
    expect(findDuplicatePairs([one, other], new Set([pairKey(other.id, one.id)]))).toEqual([])
  })

  test('the surest stands first; a company is paired with each of its branches, not they with each other', () => {
    const head = firm('Công ty Lớn', { taxCode: '0100109106' })
    const branches = ['001', '002', '003'].map((suffix, at) =>
      firm(`Chi nhánh thứ ${at}`, { taxCode: `0100109106-${suffix}`, unit: `u${at + 5}` }),
    )
    const twins = [firm('Công ty Nhỏ Xinh'), firm('Cty Nhỏ Xinh')]
    const pairs = findDuplicatePairs([...branches, head, ...twins], new Set())
    expect(pairs.map(({ reasons }) => reasons[0])).toEqual(['namePlace', 'taxRoot', 'taxRoot', 'taxRoot'])
    expect(pairs.slice(1).every(({ first }) => first === head.id)).toBe(true)
  })

  test('a whole province in reasonable time', () => {
    const words = ['Đại', 'Phát', 'Ánh', 'Dương', 'Minh', 'Đức', 'Hải', 'Sơn', 'Bình', 'An', 'Hồng', 'Hà']
    const rows = Array.from({ length: 30_000 }, (_, at) =>
      firm(`Công ty TNHH ${words[at % 12]} ${words[(at * 7) % 12]} ${words[(at * 5 + 1) % 12]} ${at}`, {
        ward: `Phường ${at % 90}`,
      }),
    )
    const began = performance.now()
    findDuplicatePairs(rows, new Set())
    expect(performance.now() - began).toBeLessThan(20_000)
  })
})

test('likeness of names', () => {
  expect(likenessOf('an phat', 'anphat')).toBe(100)
  expect(likenessOf('an phat', 'binh minh')).toBeLessThan(30)
  expect(likenessOf('', '')).toBe(0)
  expect(coreOf(nameKey('Công ty TNHH MTV Thương mại và Dịch vụ An Phát'))).toBe('an phat')
  expect(coreOf(nameKey('Công ty Cổ phần'))).not.toBe('')
})
