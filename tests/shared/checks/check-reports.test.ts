import { describe, expect, test } from 'vitest'
import { checkReports, type CheckedEntry } from '#shared/domain/checks/check-reports.ts'
import { type CheckRuleId, sortFindings } from '#shared/domain/checks/finding.ts'
import type { Indicator } from '#shared/domain/indicators/indicator.ts'

const indicator = (code: string, more: Partial<Indicator> = {}): Indicator => ({
  code,
  name: code,
  shortName: code,
  unitLabel: 'người',
  kind: 'flow',
  formula: null,
  parent: null,
  cut: null,
  sortOrder: 1,
  validFrom: null,
  validTo: null,
  ...more,
})
const indicators = [
  indicator('DV_MOI', { formula: { parts: ['A', 'B'] } }),
  indicator('A', { parent: 'DV_MOI' }),
  indicator('B', { parent: 'DV_MOI' }),
  indicator('DV_TONG', { kind: 'stock' }),
]
const entry = (code: string, asOf: string, value: number, more: Partial<CheckedEntry> = {}): CheckedEntry => ({
  unit: 'HAI_LANG',
  indicator: code,
  from: '2024-01-01',
  asOf,
  basis: 'cumulative',
  value,
  qualifier: null,
  word: null,
  statedPercent: null,
  ...more,
})
const check = (entries: readonly CheckedEntry[]) =>
  checkReports({
    entries,
    indicators,
    nameOf: () => 'LĐLĐ huyện Hải Lăng',
    from: '2024-01-01',
    to: '2024-12-31',
  })

describe('reports of one unit against each other', () => {
  test('a part above its whole, in one report only', () => {
    expect(check([entry('DV_MOI', '2024-06-30', 100), entry('A', '2024-06-30', 120)]).map(({ rule }) => rule)).toEqual([
      'cut-over-whole',
    ])
    expect(check([entry('DV_MOI', '2024-05-31', 100), entry('A', '2024-06-30', 120)])).toEqual([])
  })

  test('a whole that is "hơn" may be less than its part', () => {
    expect(
      check([entry('DV_MOI', '2024-06-30', 100, { qualifier: '≥', word: 'hơn' }), entry('A', '2024-06-30', 120)]),
    ).toEqual([])
  })

  test('parts that do not add up, with both numbers; one part missing is no finding', () => {
    const [finding, ...more] = check([
      entry('DV_MOI', '2024-06-30', 1812),
      entry('A', '2024-06-30', 401),
      entry('B', '2024-06-30', 1410),
    ])
    expect(more).toEqual([])
    expect(finding).toMatchObject({ rule: 'parts-differ', unit: 'HAI_LANG', indicator: 'DV_MOI' })
    expect(finding?.message).toBe('Đến 30/6/2024: DV_MOI ghi 1.812, cộng các phần được 1.811.')
    expect(check([entry('DV_MOI', '2024-06-30', 1812), entry('A', '2024-06-30', 401)])).toEqual([])
  })

  test('money in fractions of a million adds up as on paper', () => {
    expect(
      check([entry('DV_MOI', '2024-06-30', 0.3), entry('A', '2024-06-30', 0.1), entry('B', '2024-06-30', 0.2)]),
    ).toEqual([])
  })

  test('a cumulative figure that falls, each time it falls; a new year begins anew', () => {
    const found = check([
      entry('A', '2024-03-31', 50),
      entry('A', '2024-04-30', 45),
      entry('A', '2024-05-31', 60),
      entry('A', '2023-12-31', 500, { from: '2023-01-01' }),
    ])
    expect(found.map(({ rule, asOf }) => [rule, asOf])).toEqual([['cumulative-falls', '2024-04-30']])
    expect(found[0]?.message).toContain('đến 31/3/2024 là 50, đến 30/4/2024 chỉ còn 45')
  })

  test('what lies before the days asked for is only history', () => {
    expect(
      check([
        entry('A', '2023-03-31', 50, { from: '2023-01-01' }),
        entry('A', '2023-04-30', 45, { from: '2023-01-01' }),
      ]),
    ).toEqual([])
  })

  test('a level that falls to a third', () => {
    expect(check([entry('DV_TONG', '2024-05-31', 3000), entry('DV_TONG', '2024-06-30', 300)])).toMatchObject([
      { rule: 'unlike-history', message: 'DV_TONG: đến 30/6/2024 là 300, kỳ trước là 3.000.' },
    ])
  })
})

test('errors stand before warnings, warnings before hints', () => {
  const finding = (rule: CheckRuleId) => ({
    rule,
    unit: null,
    subject: '',
    message: '',
    focus: null,
    indicator: null,
    asOf: null,
  })
  expect(
    sortFindings([finding('stale'), finding('silent'), finding('cut-over-whole')]).map(({ rule }) => rule),
  ).toEqual(['cut-over-whole', 'silent', 'stale'])
})
