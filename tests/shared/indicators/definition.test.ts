import { describe, expect, test } from 'vitest'
import { findDefinitionFault, type IndicatorDefinition } from '#shared/domain/indicators/definition.ts'
import type { Indicator, IndicatorFormula } from '#shared/domain/indicators/indicator.ts'

function row(code: string, part: Partial<Indicator> = {}): Indicator {
  const base = { code, name: `Chỉ tiêu ${code}`, shortName: code, unitLabel: 'người', kind: 'flow' } as const
  return { ...base, formula: null, parent: null, cut: null, sortOrder: 0, validFrom: null, validTo: null, ...part }
}

const OTHERS: readonly Indicator[] = [
  row('MOI'),
  row('GIAM', { kind: 'loss' }),
  row('TANG', { kind: 'net', formula: { plus: ['MOI'], minus: ['GIAM'] } }),
  row('TONG', { kind: 'stock', formula: { balance: { plus: ['MOI'], minus: ['GIAM'] } } }),
  row('LD', { kind: 'stock' }),
  row('TYLE', { kind: 'ratio', unitLabel: '%', formula: { numerator: 'TONG', denominator: 'LD' } }),
  row('QUA', { unitLabel: 'đồng' }),
  row('NHA', { unitLabel: 'triệu đồng' }),
  row('CON', { parent: 'X' }),
  row('CHAU', { parent: 'CON' }),
  row('TU_X', { formula: { parts: ['X'] } }),
  row('TU_TU_X', { formula: { parts: ['TU_X'] } }),
  row('DOI_CHIEU_X', { kind: 'stock', formula: { balance: { plus: ['X'], minus: [] } } }),
]

function faultOf(kind: Indicator['kind'], formula: IndicatorFormula | null, part: Partial<IndicatorDefinition> = {}) {
  const fault = findDefinitionFault({ code: 'X', unitLabel: 'người', kind, formula, parent: null, ...part }, OTHERS)
  if (fault === null) return null
  return 'other' in fault ? `${fault.what} ${fault.other.code}` : 'code' in fault ? `unknown ${fault.code}` : fault.what
}

describe('an indicator as it is defined', () => {
  test.each<[string, Indicator['kind'], IndicatorFormula | null, string | null]>([
    ['read from reports alone', 'net', null, null],
    ['a sum of parts', 'flow', { parts: ['MOI', 'CON'] }, null],
    ['new less lost', 'net', { plus: ['MOI'], minus: ['GIAM'], optional: ['GIAM'] }, null],
    ['only what is taken off', 'net', { plus: [], minus: ['GIAM'] }, null],
    ['a level less another', 'net', { plus: ['LD'], minus: ['TONG'] }, null],
    ['a level held against what moved it', 'stock', { balance: { plus: ['MOI'], minus: ['GIAM'] } }, null],
    ['a level held against a net counted from itself', 'stock', { balance: { plus: ['TU_X'], minus: [] } }, null],
    ['counted in the survey', 'ratio', { enterprises: { minWorkers: 25, having: 'union' } }, null],
    ['one level of another', 'ratio', { numerator: 'TONG', denominator: 'LD' }, null],
    ['a net formula for a flow', 'flow', { plus: ['MOI'], minus: [] }, 'shape'],
    ['nothing to add', 'net', { plus: [], minus: [] }, 'empty'],
    ['no part', 'flow', { parts: [] }, 'empty'],
    ['a code nobody knows', 'flow', { parts: ['MOI', 'KHONG_CO'] }, 'unknown KHONG_CO'],
    ['itself', 'flow', { parts: ['X'] }, 'itself'],
    ['itself by one other', 'flow', { parts: ['TU_X'] }, 'loop TU_X'],
    ['itself by two others', 'flow', { parts: ['MOI', 'TU_TU_X'] }, 'loop TU_TU_X'],
    ['what is only held against itself', 'net', { plus: ['DOI_CHIEU_X'], minus: [] }, null],
    ['a percentage added', 'net', { plus: ['MOI', 'TYLE'], minus: [] }, 'ratio TYLE'],
    ['one part twice', 'flow', { parts: ['MOI', 'MOI'] }, 'twice MOI'],
    ['added and taken off', 'net', { plus: ['MOI'], minus: ['MOI'] }, 'twice MOI'],
    ['may be missing, but is not counted', 'net', { plus: ['MOI'], minus: [], optional: ['GIAM'] }, 'beside GIAM'],
    ['a number of itself', 'ratio', { numerator: 'LD', denominator: 'LD' }, 'same'],
    ['money among people', 'flow', { parts: ['MOI', 'QUA'] }, 'money QUA'],
  ])('%s', (_, kind, formula, expected) => {
    expect(faultOf(kind, formula)).toBe(expected)
  })

  test('money of one scale is added, of two it is not', () => {
    expect(faultOf('flow', { parts: ['NHA'] }, { unitLabel: 'triệu đồng' })).toBeNull()
    expect(faultOf('flow', { parts: ['QUA', 'NHA'] }, { unitLabel: 'đồng' })).toBe('money NHA')
  })

  test('a part of its own part, of another part, of money on another scale', () => {
    expect(faultOf('flow', null, { parent: 'MOI' })).toBeNull()
    expect(faultOf('flow', null, { parent: 'CON' })).toBe('within CON')
    expect(faultOf('flow', null, { parent: 'CHAU' })).toBe('within CHAU')
    expect(faultOf('flow', null, { parent: 'KHONG_CO' })).toBe('unknown KHONG_CO')
    expect(faultOf('flow', null, { parent: 'NHA', unitLabel: 'đồng' })).toBe('money NHA')
    expect(faultOf('flow', null, { parent: 'MOI', unitLabel: 'triệu đồng' })).toBeNull()
  })
})
