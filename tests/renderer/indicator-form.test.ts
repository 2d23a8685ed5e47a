import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { formulaFits, INDICATOR_KINDS } from '#shared/domain/indicators/indicator.ts'
import {
  changeKind,
  changeSource,
  describeFormula,
  describePart,
  findMissing,
  makeTerm,
  readForm,
  SOURCES,
  writeForm,
} from '#renderer/features/settings/indicator/indicator-form.ts'

const ROW: IndicatorRow = {
  id: '1',
  code: 'X',
  name: 'Chỉ tiêu X',
  shortName: 'X',
  unitLabel: 'người',
  kind: 'flow',
  formula: null,
  parent: null,
  cut: null,
  sortOrder: 10,
  validFrom: null,
  validTo: null,
  side: false,
}
const codes = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D'), { minLength: 1 })
const net = fc.record({ plus: codes, minus: fc.constantFrom<string[]>([], ['E'], ['E', 'F']) })
const cuts = fc.constantFrom<IndicatorRow['cut']>(
  null,
  { sector: 'non_state' },
  { minWorkers: 25 },
  { sector: 'non_state', minWorkers: 20 },
)
const definitions: fc.Arbitrary<Pick<IndicatorRow, 'kind' | 'formula'>> = fc.oneof(
  fc.constantFrom(...INDICATOR_KINDS).map((kind) => ({ kind, formula: null })),
  codes.map((parts) => ({ kind: 'flow' as const, formula: { parts } })),
  net.map((formula) => ({ kind: 'net' as const, formula })),
  net.map(({ plus, minus }) => ({ kind: 'net' as const, formula: { plus, minus, optional: [plus[0] ?? ''] } })),
  net.map((balance) => ({ kind: 'stock' as const, formula: { balance } })),
  fc.constant({ kind: 'ratio' as const, formula: { numerator: 'A', denominator: 'B' } }),
  fc.integer({ min: 1, max: 500 }).map((minWorkers) => ({
    kind: 'ratio' as const,
    formula: { enterprises: { minWorkers, having: 'union' as const } },
  })),
)

describe('the form of an indicator', () => {
  test('opened and saved untouched, it writes what was there', () => {
    fc.assert(
      fc.property(definitions, cuts, fc.constantFrom(null, 'A'), (definition, cut, parent) => {
        const row = { ...ROW, ...definition, cut, parent }
        const { sortOrder: _, ...expected } = row
        expect(writeForm(readForm(row), row.id)).toEqual(expected)
        expect(findMissing(readForm(row))).toBeNull()
      }),
    )
  })

  test('whatever kind and source is chosen, it writes a formula of that kind or says what is missing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...INDICATOR_KINDS), definitions, fc.nat(), (kind, definition, pick) => {
        const sources = SOURCES[kind]
        const form = changeSource(
          changeKind(readForm({ ...ROW, ...definition }), kind),
          sources[pick % sources.length] ?? 'reports',
        )
        const { formula = null } = writeForm(form, null)
        const right = formulaFits(kind, formula) && (formula === null) === (form.source === 'reports')
        expect(right || findMissing(form) !== null).toBe(true)
      }),
    )
  })

  test('a net begins with a line to add and one to take off; what nobody chose is no part of it', () => {
    const form = changeKind(readForm(ROW), 'net')
    expect(form.terms.map(({ sign }) => sign)).toEqual(['plus', 'minus'])
    expect(findMissing(form)).toContain('ít nhất một chỉ tiêu')
    const filled = {
      ...form,
      terms: [makeTerm({ code: 'A' }), makeTerm({ code: 'B', sign: 'minus', optional: true }), makeTerm()],
    }
    expect(findMissing(filled)).toBeNull()
    expect(writeForm(filled, null).formula).toEqual({ plus: ['A'], minus: ['B'], optional: ['B'] })
  })

  test.each<[IndicatorRow['formula'], string | null]>([
    [null, null],
    [{ parts: ['A', 'B'] }, 'Mới + B'],
    [{ plus: ['A', 'C'], minus: ['B', 'D'] }, 'Mới + C − B − D'],
    [{ plus: [], minus: ['A'] }, '− Mới'],
    [{ balance: { plus: ['A'], minus: ['B'] } }, 'Đối chiếu: Mới − B'],
    [{ numerator: 'A', denominator: 'B' }, 'Mới ÷ B'],
    [{ enterprises: { minWorkers: 1000, having: 'union' } }, 'DN từ 1.000 lao động có CĐCS, theo đợt khảo sát đã chốt'],
  ])('tells a formula in words: %j', (formula, words) => {
    expect(describeFormula(formula, new Map([['A', 'Mới']]))).toBe(words)
  })

  test('tells which part of which it counts', () => {
    const names = new Map([['A', 'CĐCS mới']])
    expect(describePart({ parent: 'A', cut: { sector: 'non_state', minWorkers: 25 } }, names)).toBe(
      'CĐCS mới: ngoài nhà nước, từ 25 lao động',
    )
    expect(describePart({ parent: 'A', cut: null }, names)).toBe('CĐCS mới')
    expect(describePart({ parent: null, cut: null }, names)).toBe('')
  })
})
