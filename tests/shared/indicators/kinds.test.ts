import { describe, expect, test } from 'vitest'
import { makeUnit } from '#tests/shared/units/some-units.ts'
import {
  makeIndicator,
  progressOf,
  PROVINCE,
  rowOf,
  type Reported,
  type Situation,
} from '#tests/shared/results/some-progress.ts'

const MOI = makeIndicator('MOI', { formula: { parts: ['MOI_A', 'MOI_B'] } })
const PARTS = [makeIndicator('MOI_A', { parent: 'MOI' }), makeIndicator('MOI_B', { parent: 'MOI' })]
const GIAM = makeIndicator('GIAM', { kind: 'loss' })
const DEN = makeIndicator('DEN')
const DI = makeIndicator('DI', { kind: 'loss' })
const NET = makeIndicator('NET', {
  kind: 'net',
  formula: { plus: ['MOI', 'DEN'], minus: ['GIAM', 'DI'], optional: ['DEN', 'DI'] },
})
const DV = makeIndicator('DV', { kind: 'stock', formula: { balance: { plus: ['MOI'], minus: ['GIAM'] } } })
const LD = makeIndicator('LD', { kind: 'stock' })
const TYLE = makeIndicator('TYLE', { kind: 'ratio', unitLabel: '%', formula: { numerator: 'DV', denominator: 'LD' } })
const PHU = makeIndicator('PHU', {
  kind: 'ratio',
  unitLabel: '%',
  formula: { enterprises: { minWorkers: 20, having: 'union' } },
})
const indicators = [MOI, ...PARTS, GIAM, DEN, DI, NET, DV, LD, TYLE, PHU]

function of(indicator: string, unit: string, value: number, more: Partial<Reported> = {}): Reported {
  return { indicator, unit, value, ...more }
}

/** What a unit shows of an indicator without a target; null when there is no row. */
function shown(situation: Situation, indicator: string, unit = 'a'): number | null {
  const progress = progressOf({ indicators, ...situation })
  return progress.rows.find((row) => row.indicator === indicator && row.unit === unit.toUpperCase())?.result ?? null
}

describe('flow with parts', () => {
  test.each<[string, Reported[], number | null]>([
    ['the whole as reported', [of('MOI', 'a', 9)], 9],
    ['the sum of the parts', [of('MOI_A', 'a', 401), of('MOI_B', 'a', 1411)], 1812],
    ['the whole stands although the parts differ', [of('MOI', 'a', 9), of('MOI_A', 'a', 4), of('MOI_B', 'a', 4)], 9],
    ['one part is not the whole', [of('MOI_A', 'a', 401)], null],
  ])('%s', (_, reports, expected) => {
    expect(shown({ reports }, 'MOI')).toBe(expected)
  })

  test('children that report the whole and children that report parts add up', () => {
    const reports = [of('MOI', 'a', 9), of('MOI_A', 'b', 1), of('MOI_B', 'b', 2)]
    expect(shown({ reports }, 'MOI', 'tinh')).toBe(12)
  })
})

describe('net', () => {
  test.each<[string, Reported[], number | null]>([
    ['flow minus loss', [of('MOI', 'a', 20_631), of('GIAM', 'a', 12_898)], 7733],
    ['with transfers', [of('MOI', 'a', 100), of('GIAM', 'a', 30), of('DEN', 'a', 5), of('DI', 'a', 8)], 67],
    ['may be negative', [of('MOI', 'a', 1), of('GIAM', 'a', 3)], -2],
    ['as reported itself', [of('NET', 'a', 12), of('MOI', 'a', 1), of('GIAM', 'a', 3)], 12],
    ['not without the losses', [of('MOI', 'a', 20)], null],
    ['not without the new', [of('GIAM', 'a', 20)], null],
  ])('%s', (_, reports, expected) => {
    expect(shown({ reports }, 'NET')).toBe(expected)
  })

  test('of a parent is the difference of what its row shows', () => {
    const reports = [of('MOI', 'a', 10), of('GIAM', 'a', 4), of('MOI', 'b', 5)]
    const progress = progressOf({ indicators, reports })
    const shownOf = (code: string): number | null => rowOf(progress, 'tinh', code, null).result
    expect(shownOf('NET')).toBe(11)
    expect((shownOf('MOI') ?? 0) - (shownOf('GIAM') ?? 0)).toBe(11)
  })

  test('"hơn" gained and "gần" lost is at least the difference', () => {
    const reports = [
      of('MOI', 'a', 100, { qualifier: '≥', word: 'hơn' }),
      of('GIAM', 'a', 30, { qualifier: '≤', word: 'gần' }),
    ]
    const row = rowOf(progressOf({ indicators, reports }), 'a', 'NET', null)
    expect(row).toMatchObject({ result: 70, qualifier: '≥', qualifierWord: 'hơn' })
  })
})

describe('stock', () => {
  test('is the latest level up to the day, an earlier year included', () => {
    const reports = [
      of('DV', 'a', 61_000, { from: '2022-01-01', asOf: '2022-12-31' }),
      of('DV', 'a', 63_500, { asOf: '2024-09-30' }),
    ]
    expect(shown({ reports }, 'DV')).toBe(61_000)
    expect(shown({ reports, day: '2024-12-31' }, 'DV')).toBe(63_500)
  })

  test('of a plan that is over is the level on its last day', () => {
    const reports = [
      of('DV', 'a', 61_000, { asOf: '2024-12-31' }),
      of('DV', 'a', 70_000, { from: '2025-01-01', asOf: '2025-06-30' }),
    ]
    expect(shown({ reports, day: '2025-07-01' }, 'DV')).toBe(61_000)
  })

  test('unreported is unknown, not 0', () => {
    const progress = progressOf({ indicators, targets: [{ unitId: 'a', value: 63_000, indicator: 'DV' }] })
    expect(rowOf(progress, 'a')).toMatchObject({ result: null, percent: null, remaining: null, rank: null })
  })
})

describe('ratio of two levels', () => {
  test('is Σ ÷ Σ, never a mean of percents', () => {
    const reports = [of('DV', 'a', 90), of('LD', 'a', 100), of('DV', 'b', 10), of('LD', 'b', 100)]
    expect(shown({ reports }, 'TYLE', 'a')).toBe(90)
    expect(shown({ reports }, 'TYLE', 'tinh')).toBe(50)
    expect(rowOf(progressOf({ indicators, reports }), 'total', 'TYLE', null).result).toBe(50)
  })

  test('a unit without its denominator counts on neither side', () => {
    const reports = [of('DV', 'a', 90), of('LD', 'a', 100), of('DV', 'b', 10)]
    expect(shown({ reports }, 'TYLE', 'tinh')).toBe(90)
  })

  test('the check of the reference: Vĩnh Long 161.636 of 181.469', () => {
    expect(shown({ reports: [of('DV', 'a', 161_636), of('LD', 'a', 181_469)] }, 'TYLE')).toBe(89.1)
  })

  test('nothing to divide by is no ratio', () => {
    expect(shown({ reports: [of('DV', 'a', 5), of('LD', 'a', 0)] }, 'TYLE')).toBeNull()
  })

  test('its progress is value ÷ target, from the exact value', () => {
    const progress = progressOf({
      indicators,
      targets: [{ unitId: 'a', value: 90, indicator: 'TYLE' }],
      reports: [of('DV', 'a', 1), of('LD', 'a', 3)],
    })
    // 33⅓ ÷ 90 = 37,04 %; from the printed 33,3 it would be 37,0 as well, from 33 it would be 36,7.
    expect(rowOf(progress, 'a', 'TYLE')).toMatchObject({ result: 33.3, percent: 37, remaining: 56.7 })
  })
})

describe('ratio counted in the survey', () => {
  const enterprises = {
    a: { enterprises: 10, withUnion: 10 },
    b: { enterprises: 30, withUnion: 15 },
    tinh: { enterprises: 10, withUnion: 0 },
  }
  const targets = ['tinh', 'a', 'b'].map((unitId) => ({ unitId, value: 100, indicator: 'PHU' }))

  test('counts every unit with all below it', () => {
    const progress = progressOf({ indicators, targets, enterprises })
    expect(rowOf(progress, 'a', 'PHU')).toMatchObject({ result: 100, percent: 100, remaining: 0, rank: 1 })
    expect(rowOf(progress, 'b', 'PHU')).toMatchObject({ result: 50, percentText: '50%', rank: 2 })
    expect(rowOf(progress, 'tinh', 'PHU')).toMatchObject({ result: 50, target: 100 })
  })

  test('TỔNG CỘNG divides the sums of the units listed; equal targets stay what they are', () => {
    const progress = progressOf({ indicators, targets, enterprises })
    expect(rowOf(progress, 'total', 'PHU')).toMatchObject({ target: 100, result: 62.5, percent: 62.5 })
  })

  test('unequal targets weigh by their denominators', () => {
    const unequal = [
      { unitId: 'a', value: 100, indicator: 'PHU' },
      { unitId: 'b', value: 80, indicator: 'PHU' },
    ]
    const progress = progressOf({ indicators, targets: unequal, enterprises })
    // 100 % of 10 and 80 % of 30 is 34 of 40: 85 %; done are 25 of 40.
    expect(rowOf(progress, 'total', 'PHU')).toMatchObject({ target: 85, result: 62.5, percent: 73.5 })
  })

  test('without a survey there is nothing to say, and without a target no row', () => {
    expect(rowOf(progressOf({ indicators, targets }), 'a', 'PHU')).toMatchObject({ result: null, percent: null })
    expect(progressOf({ indicators, enterprises }).rows).toEqual([])
  })
})

test('a formula that leads back to itself ends', () => {
  const loop = [
    makeIndicator('X', { kind: 'net', formula: { plus: ['Y'], minus: [] } }),
    makeIndicator('Y', { kind: 'net', formula: { plus: ['X'], minus: [] } }),
  ]
  expect(progressOf({ indicators: loop, units: [...PROVINCE, makeUnit('cs', 'a')] }).rows).toEqual([])
})
