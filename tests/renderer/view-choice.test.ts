import { describe, expect, test } from 'vitest'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { indicatorsOfCut } from '#shared/domain/results/cuts.ts'
import { askedOf } from '#renderer/features/results/ProgressTable.tsx'
import { comparedWith, cutOptions, monthBefore, USUAL_VIEW } from '#renderer/features/results/view-choice.ts'

describe('the day figures are held against', () => {
  test.each([
    ['2024-09-30', '2024-08-31'],
    ['2024-03-31', '2024-02-29'],
    ['2024-02-29', '2024-01-31'],
    ['2024-01-15', '2023-12-15'],
    ['2024-03-30', '2024-02-29'],
    ['2024-12-31', '2024-11-30'],
  ])('a month before %s is %s', (day, before) => {
    expect(monthBefore(day)).toBe(before)
  })

  test('is none, the same day of the year before, a week before, or any that is named', () => {
    const on = (comparison: Parameters<typeof comparedWith>[0]['comparison'], otherDay: string | null = null) =>
      comparedWith({ ...USUAL_VIEW, comparison, otherDay }, '2024-03-03')
    expect([on('none'), on('last-year'), on('week'), on('month')]).toEqual([
      null,
      'last-year',
      '2024-02-25',
      '2024-02-03',
    ])
    expect([on('other'), on('other', '2023-12-31')]).toEqual([null, '2023-12-31'])
  })
})

describe('parts to look at alone', () => {
  const indicator = (code: string, more: Partial<IndicatorRow> = {}): IndicatorRow => ({
    id: code,
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
    side: false,
    ...more,
  })
  const catalogue = [
    indicator('A'),
    indicator('A_NNN', { parent: 'A', cut: { sector: 'non_state' } }),
    indicator('B'),
    indicator('B_100', { parent: 'B', cut: { minWorkers: 100 } }),
    indicator('B_25', { parent: 'B', cut: { minWorkers: 25 } }),
  ]

  test('are offered by sector, by size and by whole, and each choice means something', () => {
    const options = cutOptions(catalogue)
    expect(options.map(({ value }) => value)).toEqual(['', 'non_state', '25', '100', 'A', 'B'])
    for (const { value } of options.slice(1)) expect(indicatorsOfCut(value, catalogue)).not.toEqual([])
    expect(cutOptions([indicator('A')]).map(({ value }) => value)).toEqual([''])
  })
})

describe('the number a line speaks of', () => {
  const progress = { plan: '2024', asOf: '2024-06-30', comparedOn: '2023-06-30', view: 'then' } as const
  const line = { level: 'unit', unit: 'H1', indicator: 'X', period: null, basis: 'cumulative' } as const

  test('is the unit’s, a sum’s, or that of the phase the line is of', () => {
    expect(askedOf(progress, 'unit', line, 'result')).toMatchObject({ plan: '2024', unit: 'H1', opens: 'now' })
    expect(askedOf(progress, 'unit', line, 'before')).toMatchObject({ before: '2023-06-30', opens: 'before' })
    expect(askedOf(progress, 'type', { ...line, level: 'group', unit: 'T' }, null)).toMatchObject({ sum: 'type' })
    expect(askedOf(progress, 'group', { ...line, level: 'group', unit: 'T' }, null)).toMatchObject({ sum: 'group' })
    expect(askedOf(progress, 'group', { ...line, level: 'total', unit: null }, null)).toMatchObject({ sum: 'total' })
    const phase = { plan: '2024-CD-1', name: 'Giai đoạn 1', from: '2024-07-01', to: '2024-07-31' }
    const asked = askedOf({ ...progress, comparedOn: null }, 'period', { ...line, period: phase }, null)
    expect(asked).toEqual({
      plan: '2024-CD-1',
      asOf: '2024-06-30',
      view: 'then',
      unit: 'H1',
      indicator: 'X',
      basis: 'cumulative',
    })
  })
})
