import { describe, expect, test } from 'vitest'
import { addAmounts, type Amount, subtractAmounts } from '#shared/domain/results/amount.ts'
import { countedInWindow, latestLevel } from '#shared/domain/results/as-of.ts'
import { indicatorsOfCut } from '#shared/domain/results/cuts.ts'
import { impliedTarget } from '#shared/domain/results/implied-target.ts'
import {
  achievedFraction,
  differsFromStated,
  exceededPercent,
  percentOf,
  percentTextOf,
  remainingOf,
} from '#shared/domain/results/percent.ts'
import { rankOf } from '#shared/domain/results/rank.ts'
import type { ReportedEntry } from '#shared/domain/results/reported-entry.ts'
import { reportingYearOf } from '#shared/domain/results/reporting-year.ts'
import { combineRatioTargets, targetFigure } from '#shared/domain/targets/target-figure.ts'
import { makeIndicator, progressOf, rowOf } from './some-progress.ts'

// Every formula of the domain's chapter on indicators and every settled meaning of results, each as cases a person
// can check with a pencil. Numbers in brackets in the titles are those of public reports. Beside this file: time and bands
// in formulas-time, own entries and rows of groups in progress, increments that are refused in check-entry, allocation in
// targets/allocation, levels against what moved (1.348 to 1.361 unions) in main/results/reconcile, the frozen round of a
// ratio in main/results/reports.

function entry(from: string, asOf: string, value: number, more: Partial<ReportedEntry> = {}): ReportedEntry {
  return { from, asOf, value, basis: 'cumulative', qualifier: null, word: null, statedPercent: null, ...more }
}
const increment = (from: string, asOf: string, value: number): ReportedEntry =>
  entry(from, asOf, value, { basis: 'increment' })
const amount = (value: number, qualifier: Amount['qualifier'] = null): Amount => ({ value, qualifier, word: null })

describe('percent = 100 × result ÷ target, half up to one decimal', () => {
  test.each([
    [657, 1000, 65.7, '65,7%'],
    [20, 25, 80, '80%'],
    [22, 74, 29.7, '29,7%'],
    [161_636, 181_469, 89.1, '89,1%'],
    [8818, 8446, 104.4, '104,4%'],
    [8818, 9311, 94.7, '94,7%'],
    [1, 3, 33.3, '33,3%'],
    [2, 3, 66.7, '66,7%'],
    [133, 2000, 6.7, '6,7%'],
    [0, 74, 0, '0%'],
    [148, 74, 200, '200%'],
    [0.1 + 0.2, 0.6, 50, '50%'],
  ])('%d of %d is %d (%s)', (result, target, percent, text) => {
    const achieved = achievedFraction(result === 0.1 + 0.2 ? 0.3 : result, target)
    expect(achieved === null ? null : percentOf(achieved)).toBe(percent)
    expect(percentTextOf(percent)).toBe(text)
  })

  test.each([
    [17, null],
    [17, 0],
    [null, 74],
  ])('%s of %s has none', (result, target) => {
    expect(achievedFraction(result, target)).toBeNull()
  })

  test.each([
    [104.4, 4.4],
    [100, null],
    [80, null],
    [200, 100],
  ])('%d %% is %s over the target', (percent, over) => {
    expect(exceededPercent(percent)).toBe(over)
  })

  test.each([
    [22, 74, 52],
    [74, 74, 0],
    [80, 74, 0],
    [96.4, 100, 3.6],
    [null, 74, null],
    [22, null, null],
  ])('%s of %s leaves %s', (result, target, remaining) => {
    expect(remainingOf(result, target)).toBe(remaining)
  })

  test.each([
    [65.7, 65.7, false],
    [65.7, 65.8, false],
    [65.7, 65.6, false],
    [65.7, 65.9, true],
    [65.7, 66, true],
    [100, 99.9, false],
  ])('ours %d and stated %d differ: %s', (ours, stated, differs) => {
    expect(differsFromStated(ours, stated)).toBe(differs)
  })
})

describe('a stated percent implies an interval of targets', () => {
  test.each([
    // 41 stated as 58 % (Quảng Ninh): 71 rounded, 70 truncated.
    [41, 58, { low: 70, high: 71 }],
    [7965, 66, { low: 11_889, high: 12_160 }],
    [657, 65.7, { low: 999, high: 1000 }],
    [20, 80, { low: 25, high: 25 }],
    [1, 58, null],
    [0, 58, null],
  ])('%d at %d %%', (result, stated, implied) => {
    expect(impliedTarget(result, stated)).toEqual(implied)
  })
})

describe('hơn, gần, khoảng', () => {
  test.each([
    ['≥', null, '≥'],
    ['≤', null, '≤'],
    ['≥', '≥', '≥'],
    ['≥', '≤', '≈'],
    ['≈', null, '≈'],
    ['≥', '≈', '≈'],
    [null, null, null],
  ] as const)('the sum of %s and %s is %s', (a, b, sum) => {
    expect(addAmounts(amount(7000, a), amount(100, b))).toMatchObject({ value: 7100, qualifier: sum })
  })

  test.each([
    ['≥', null, '≥'],
    [null, '≥', '≤'],
    [null, '≤', '≥'],
    ['≥', '≥', '≈'],
    ['≥', '≤', '≥'],
  ] as const)('%s less %s is %s', (a, b, difference) => {
    expect(subtractAmounts(amount(7000, a), amount(100, b))).toMatchObject({ value: 6900, qualifier: difference })
  })
})

const YEAR = { from: '2024-01-01', to: '2024-12-31', basis: 'cumulative' as const }
const PHASE_1 = { from: '2024-07-01', to: '2024-07-31', basis: 'increment' as const }
const PHASE_2 = { from: '2024-08-01', to: '2024-10-30', basis: 'cumulative' as const }

describe('flow as of a day', () => {
  const half = entry('2024-01-01', '2024-06-30', 22)
  const july = increment('2024-07-01', '2024-07-31', 15)
  test.each([
    ['the latest cumulative report by the day', [entry('2024-01-01', '2024-05-31', 18), half], YEAR, '2024-06-30', 22],
    ['not one of a later day', [entry('2024-01-01', '2024-05-31', 18), half], YEAR, '2024-06-29', 18],
    ['plus increments after it', [half, july], YEAR, '2024-07-31', 37],
    ['whole increments only', [half, july], YEAR, '2024-07-30', 22],
    ['not increments it covers', [half, increment('2024-06-01', '2024-06-30', 4)], YEAR, '2024-07-31', 22],
    [
      'all increments where nothing is cumulative',
      [increment('2024-01-01', '2024-01-31', 3), july],
      YEAR,
      '2024-12-31',
      18,
    ],
    ['nothing of the year before', [entry('2023-01-01', '2023-12-31', 40)], YEAR, '2024-06-30', null],
    [
      'a phase of its own days: C(to) − C(day before)',
      [half, entry('2024-01-01', '2024-07-31', 37)],
      PHASE_1,
      '2024-07-31',
      15,
    ],
    ['the same from increments', [half, july], PHASE_1, '2024-08-15', 15],
    ['a phase that counts the year’s total', [half, july], PHASE_2, '2024-08-31', 37],
    ['nothing told since the phase began', [half], PHASE_1, '2024-07-31', null],
    ['a phase that has not begun', [half], PHASE_1, '2024-06-30', null],
  ])('%s', (_, entries, window, day, expected) => {
    expect(countedInWindow(entries, window, day).amount?.value ?? null).toBe(expected)
  })

  test('"hơn 7.000" to 30/6 and 5.000 in July: the phase has 5.000, the year hơn 12.000', () => {
    const told = [
      entry('2024-01-01', '2024-06-30', 7000, { qualifier: '≥', word: 'hơn' }),
      increment('2024-07-01', '2024-07-31', 5000),
    ]
    expect(countedInWindow(told, PHASE_1, '2024-07-31').amount).toEqual({ value: 5000, qualifier: null, word: null })
    expect(countedInWindow(told, PHASE_2, '2024-08-31').amount).toEqual({ value: 12_000, qualifier: '≥', word: 'hơn' })
  })

  test('an opening that nobody told of the day before is read from an earlier report, and said', () => {
    const told = [entry('2024-01-01', '2024-05-31', 18), entry('2024-01-01', '2024-07-31', 37)]
    const { amount: counted, notes } = countedInWindow(told, PHASE_1, '2024-07-31')
    expect(counted?.value).toBe(19)
    expect(notes).toEqual([{ code: 'OPENING_FROM_EARLIER', wanted: '2024-06-30', used: '2024-05-31' }])
  })

  test('a term adds its years', () => {
    const told = [entry('2023-01-01', '2023-12-31', 40), entry('2024-01-01', '2024-06-30', 22)]
    const term = { from: '2023-01-01', to: '2028-12-31', basis: 'cumulative' as const }
    expect(countedInWindow(told, term, '2024-06-30').amount?.value).toBe(62)
  })

  test.each([
    ['01-01', '2024-06-30', '2024-01-01', '2024-12-31'],
    ['12-01', '2024-06-30', '2023-12-01', '2024-11-30'],
    ['12-01', '2024-12-01', '2024-12-01', '2025-11-30'],
    ['12-01', '2024-11-30', '2023-12-01', '2024-11-30'],
  ])('the year from %s that holds %s', (calendar, day, from, to) => {
    expect(reportingYearOf(day, calendar)).toEqual({ from, to })
  })

  test('two reporting years are never mixed: a report from 1/12 is none of the year from 1/1', () => {
    const told = [entry('2023-12-01', '2024-06-30', 30), entry('2024-01-01', '2024-06-30', 22)]
    expect(countedInWindow(told, YEAR, '2024-06-30').amount?.value).toBe(22)
    const other = { from: '2023-12-01', to: '2024-11-30', basis: 'cumulative' as const, calendar: '12-01' }
    expect(countedInWindow(told, other, '2024-06-30').amount?.value).toBe(30)
  })
})

describe('a level', () => {
  const told = [entry('2023-01-01', '2023-12-31', 58_000), entry('2024-01-01', '2024-06-30', 61_110)]
  test.each([
    ['2023-12-30', null],
    ['2023-12-31', 58_000],
    ['2024-06-29', 58_000],
    ['2024-06-30', 61_110],
    ['2030-01-01', 61_110],
  ])('on %s is %s: the latest one told by then', (day, value) => {
    expect(latestLevel(told, day).amount?.value ?? null).toBe(value)
  })
})

describe('net = flow − loss ± transfers', () => {
  const net = makeIndicator('NET', {
    kind: 'net',
    formula: { plus: ['MOI', 'DEN'], minus: ['GIAM', 'DI'], optional: ['DEN', 'DI'] },
  })
  const indicators = [
    makeIndicator('MOI'),
    makeIndicator('GIAM', { kind: 'loss' }),
    makeIndicator('DEN'),
    makeIndicator('DI', { kind: 'loss' }),
    net,
  ]
  test.each([
    // 20.631 new, 12.898 lost: 7.733 (An Giang to 20/7/2023).
    ['new less lost', { MOI: 20_631, GIAM: 12_898 }, 7733],
    ['with transfers', { MOI: 100, GIAM: 40, DEN: 5, DI: 8 }, 57],
    ['below zero', { MOI: 10, GIAM: 40 }, -30],
    ['unknown while nobody told the loss', { MOI: 100 }, null],
  ])('%s', (_, told, expected) => {
    const reports = Object.entries(told).map(([indicator, value]) => ({ unit: 'tinh', indicator, value }))
    const { rows } = progressOf({ indicators, reports, targets: [] })
    expect(rows.find((row) => row.indicator === 'NET' && row.level === 'unit')?.result ?? null).toBe(expected)
  })
})

describe('groups and totals: Σ ÷ Σ, never a mean of percents', () => {
  test('80 % of 10 and 20 % of 90 are 26 %, not 50 %', () => {
    const { rows } = progressOf({
      targets: [
        { unitId: 'a', value: 10 },
        { unitId: 'b', value: 90 },
      ],
      reports: [
        { unit: 'a', value: 8 },
        { unit: 'b', value: 18 },
      ],
    })
    expect(rows.find(({ level }) => level === 'total')).toMatchObject({ target: 100, result: 26, percent: 26 })
  })

  test('what a unit without a target did is shown apart and raises no percent', () => {
    const progress = progressOf({
      targets: [{ unitId: 'a', value: 10 }],
      reports: [
        { unit: 'a', value: 5 },
        { unit: 'b', value: 40 },
      ],
    })
    const total = progress.rows.find(({ level }) => level === 'total')
    expect(total).toMatchObject({ result: 5, percent: 50, resultWithoutTarget: 40 })
    expect(rowOf(progress, 'b')).toMatchObject({ target: null, percent: null, rank: null })
  })

  test('targets of a ratio weigh as their denominators: 100 % of 10 and 80 % of 30 is 85 %', () => {
    const targets = [
      { target: targetFigure(100), denominator: 10 },
      { target: targetFigure(80), denominator: 30 },
    ]
    expect(combineRatioTargets(targets).value).toBe(85)
  })
})

describe('rank: by the exact fraction, then the result, 1, 1, 3', () => {
  const rank = (units: Readonly<Record<string, readonly [result: number, target: number]>>): Record<string, number> =>
    Object.fromEntries(
      rankOf(
        Object.entries(units).flatMap(([key, [result, target]]) => {
          const achieved = achievedFraction(result, target)
          return achieved === null ? [] : [{ key, achieved, result }]
        }),
      ),
    )
  test.each([
    ['the larger share first', { a: [9, 10], b: [18, 30] }, { a: 1, b: 2 }],
    ['equal shares: the larger result first', { a: [9, 10], b: [18, 20] }, { b: 1, a: 2 }],
    ['all equal share a rank', { a: [9, 10], b: [9, 10], c: [1, 10] }, { a: 1, b: 1, c: 3 }],
    ['printed alike but not equal', { a: [6664, 10_000], b: [6661, 10_000] }, { a: 1, b: 2 }],
    ['no target, no rank', { a: [9, 10], b: [50, 0] }, { a: 1 }],
    ['past the target', { a: [30, 10], b: [10, 10] }, { a: 1, b: 2 }],
  ] as const)('%s', (_, units, expected) => {
    expect(rank(units)).toEqual(expected)
  })
})

describe('cuts', () => {
  const whole = makeIndicator('CDCS_MOI')
  const nonState = makeIndicator('CDCS_MOI_NNN', { parent: 'CDCS_MOI', cut: { sector: 'non_state' } })
  const large = makeIndicator('CDCS_MOI_25', { parent: 'CDCS_MOI', cut: { minWorkers: 25 } })
  test.each([
    ['non_state', ['CDCS_MOI_NNN']],
    ['Ngoài nhà nước', ['CDCS_MOI_NNN']],
    ['25', ['CDCS_MOI_25']],
    ['≥25 lao động', ['CDCS_MOI_25']],
    ['từ 25 lao động trở lên', ['CDCS_MOI_25']],
    ['30', []],
    ['CDCS_MOI', ['CDCS_MOI_NNN', 'CDCS_MOI_25']],
    ['cái gì đó', []],
  ])('%s', (cut, codes) => {
    expect(indicatorsOfCut(cut, [whole, nonState, large]).map(({ code }) => code)).toEqual(codes)
  })
})
