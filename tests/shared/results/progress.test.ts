import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeUnit } from '#tests/shared/units/some-units.ts'
import { makeIndicator, progressOf, PROVINCE, rowOf } from './some-progress.ts'

describe('a unit', () => {
  test('keeps its own target and result and shows the difference to its children', () => {
    const progress = progressOf({
      targets: [
        { unitId: 'tinh', value: 100 },
        { unitId: 'a', value: 60 },
        { unitId: 'b', value: 50 },
      ],
      reports: [
        { unit: 'tinh', value: 70 },
        { unit: 'a', value: 30 },
        { unit: 'b', value: 35 },
      ],
    })
    expect(rowOf(progress, 'tinh')).toMatchObject({
      target: 100,
      result: 70,
      percent: 70,
      targetDifference: -10,
      resultDifference: 5,
    })
    expect(rowOf(progress, 'total')).toMatchObject({ target: 110, result: 65, percent: 59.1, percentText: '59,1%' })
  })

  test('without its own entries is the sum of its children', () => {
    const progress = progressOf({
      units: [...PROVINCE, makeUnit('cs1', 'a', { typeId: 't-cdcs' }), makeUnit('cs2', 'a', { typeId: 't-cdcs' })],
      targets: [
        { unitId: 'cs1', value: 10 },
        { unitId: 'cs2', value: 20 },
      ],
      reports: [
        { unit: 'cs1', value: 4 },
        { unit: 'cs2', value: 5 },
      ],
    })
    expect(rowOf(progress, 'a')).toMatchObject({ target: 30, result: 9, percent: 30, remaining: 21 })
    expect(rowOf(progress, 'tinh')).toMatchObject({ target: 30, result: 9 })
  })

  test('that reported nothing has 0 of what is counted, marked as not reported', () => {
    const progress = progressOf({ targets: [{ unitId: 'a', value: 10 }] })
    expect(rowOf(progress, 'a')).toMatchObject({ result: 0, percent: 0, remaining: 10, reported: false, rank: 1 })
  })

  test('that ended before the day is no longer there', () => {
    const units = PROVINCE.map((unit) => (unit.id === 'b' ? { ...unit, validTo: '2024-03-31' } : unit))
    const progress = progressOf({
      units,
      targets: [
        { unitId: 'a', value: 10 },
        { unitId: 'b', value: 10 },
      ],
    })
    expect(progress.rows.map((row) => row.unit)).not.toContain('B')
    expect(rowOf(progress, 'total').target).toBe(10)
  })
})

describe('groups and TỔNG CỘNG', () => {
  const progress = progressOf({
    targets: [
      { unitId: 'a', value: 40 },
      { unitId: 'nganh', value: 20 },
    ],
    reports: [
      { unit: 'a', value: 30 },
      { unit: 'b', value: 8 },
      { unit: 'nganh', value: 25, qualifier: '≥', word: 'hơn' },
    ],
  })

  test('stand in the order of unit types, the root before, the total after', () => {
    expect(progress.rows.map((row) => [row.level, row.unit])).toEqual([
      ['unit', 'TINH'],
      ['group', 'LDLD_HUYEN'],
      ['unit', 'A'],
      ['unit', 'B'],
      ['group', 'CD_NGANH'],
      ['unit', 'NGANH'],
      ['total', null],
    ])
  })

  test('sum the rows with a target; results without one stand apart', () => {
    expect(rowOf(progress, 'LDLD_HUYEN')).toMatchObject({ target: 40, result: 30, percent: 75, resultWithoutTarget: 8 })
    expect(rowOf(progress, 'total')).toMatchObject({ target: 60, result: 55, percent: 91.7, resultWithoutTarget: 8 })
    expect(rowOf(progress, 'b')).toMatchObject({ target: null, result: 8, percent: null, remaining: null, rank: null })
  })

  test('a group none of whose rows has a target shows its results apart from the total', () => {
    const apart = progressOf({
      targets: [{ unitId: 'a', value: 10 }],
      reports: [
        { unit: 'a', value: 5 },
        { unit: 'nganh', value: 4 },
      ],
    })
    expect(rowOf(apart, 'CD_NGANH')).toMatchObject({
      target: null,
      result: null,
      resultWithoutTarget: 4,
      percent: null,
    })
    expect(rowOf(apart, 'total')).toMatchObject({ target: 10, result: 5, resultWithoutTarget: 4 })
  })

  test('carry the qualifier of their members', () => {
    expect(rowOf(progress, 'total')).toMatchObject({ qualifier: '≥', qualifierWord: 'hơn', percentText: '≥91,7%' })
    expect(rowOf(progress, 'LDLD_HUYEN')).toMatchObject({ qualifier: null, percentText: '75%' })
  })

  test('a zero target is a target without a percent', () => {
    const zero = progressOf({
      targets: [
        { unitId: 'a', value: 0 },
        { unitId: 'b', value: 10 },
      ],
      reports: [
        { unit: 'a', value: 5 },
        { unit: 'b', value: 5 },
      ],
    })
    expect(rowOf(zero, 'a')).toMatchObject({ percent: null, percentText: null, rank: null, remaining: 0 })
    expect(rowOf(zero, 'total')).toMatchObject({ target: 10, result: 10, percent: 100 })
  })

  test('nothing is capped at 100 %', () => {
    const over = progressOf({ targets: [{ unitId: 'a', value: 4 }], reports: [{ unit: 'a', value: 9 }] })
    expect(rowOf(over, 'a')).toMatchObject({ percent: 225, remaining: 0 })
  })

  test('a province without units below it is its own total', () => {
    const alone = progressOf({
      units: [makeUnit('tinh', null)],
      targets: [{ unitId: 'tinh', value: 1000 }],
      reports: [{ unit: 'tinh', value: 657 }],
    })
    expect(alone.rows.map((row) => [row.level, row.percentText])).toEqual([
      ['unit', '65,7%'],
      ['total', '65,7%'],
    ])
  })
})

describe('assigners', () => {
  const progress = progressOf({
    targets: [
      { unitId: 'tinh', value: 8446, assigner: 'TLD' },
      { unitId: 'a', value: 5000 },
      { unitId: 'b', value: 4311 },
    ],
    reports: [
      { unit: 'a', value: 5000 },
      { unit: 'b', value: 3818 },
    ],
  })

  test('stand side by side in their order, each with its own percent', () => {
    expect(rowOf(progress, 'tinh', 'DV', 'TLD')).toMatchObject({ target: 8446, result: 8818, percent: 104.4 })
    expect(rowOf(progress, 'tinh')).toMatchObject({ target: 9311, result: 8818, percent: 94.7 })
    expect([...new Set(progress.rows.map((row) => row.assigner))]).toEqual(['BCH LĐLĐ tỉnh', 'TLĐ'])
  })

  test('a target of the root alone lists the root alone', () => {
    const ofTld = progress.rows.filter((row) => row.assignerCode === 'TLD')
    expect(ofTld.map((row) => row.level)).toEqual(['unit', 'total'])
    expect(ofTld[1]).toMatchObject({ target: 8446, result: 8818 })
  })

  test('a target whose number is not known gives no percent', () => {
    const pledged = progressOf({
      targets: [{ unitId: 'tinh', value: null, kind: 'pledged' }],
      reports: [{ unit: 'tinh', value: 17 }],
    })
    expect(rowOf(pledged, 'tinh')).toMatchObject({
      kind: 'pledged',
      target: null,
      result: 17,
      percent: null,
      remaining: null,
      rank: null,
    })
  })

  test('assigned and pledged targets of one assigner are two columns', () => {
    const both = progressOf({
      targets: [
        { unitId: 'a', value: 10 },
        { unitId: 'a', value: 12, kind: 'striving' },
      ],
      reports: [{ unit: 'a', value: 6 }],
    })
    const ofA = both.rows.filter((row) => row.unit === 'A')
    expect(ofA.map((row) => [row.kind, row.percent])).toEqual([
      ['assigned', 60],
      ['striving', 50],
    ])
  })
})

describe('results without any target', () => {
  test('have rows without percent, and a total', () => {
    const progress = progressOf({
      reports: [
        { unit: 'a', value: 3 },
        { unit: 'nganh', value: 4 },
      ],
    })
    expect(rowOf(progress, 'a', 'DV', null)).toMatchObject({ target: null, result: 3, percent: null, rank: null })
    expect(rowOf(progress, 'total', 'DV', null)).toMatchObject({ target: null, result: 7, percent: null })
  })

  test('are listed apart when only the root has a target', () => {
    const progress = progressOf({ targets: [{ unitId: 'tinh', value: 10 }], reports: [{ unit: 'a', value: 3 }] })
    expect(rowOf(progress, 'tinh')).toMatchObject({ target: 10, result: 3 })
    expect(rowOf(progress, 'a', 'DV', null)).toMatchObject({ target: null, result: 3 })
  })
})

describe('rank', () => {
  test('is given level by level; equal share it', () => {
    const progress = progressOf({
      units: [...PROVINCE, makeUnit('cs', 'a', { typeId: 't-cdcs' })],
      targets: [
        { unitId: 'a', value: 10 },
        { unitId: 'b', value: 10 },
        { unitId: 'nganh', value: 10 },
        { unitId: 'cs', value: 10 },
      ],
      reports: [
        { unit: 'a', value: 5 },
        { unit: 'b', value: 9 },
        { unit: 'nganh', value: 9 },
        { unit: 'cs', value: 1 },
      ],
    })
    expect(['a', 'b', 'nganh', 'cs'].map((unit) => rowOf(progress, unit).rank)).toEqual([3, 1, 1, 1])
    expect(rowOf(progress, 'total').rank).toBeNull()
  })
})

describe('a stated percent', () => {
  const reports = [{ unit: 'a', value: 168, statedPercent: 54.5 }]

  test('that is wrong is a finding, kept beside and not used', () => {
    const progress = progressOf({ targets: [{ unitId: 'a', value: 356 }], reports })
    expect(progress.findings).toEqual([
      {
        kind: 'percent',
        unit: 'A',
        name: 'Đơn vị a',
        indicator: 'DV',
        assigner: 'BCH LĐLĐ tỉnh',
        asOf: '2024-06-30',
        stated: 54.5,
        computed: 47.2,
      },
    ])
    expect(rowOf(progress, 'a')).toMatchObject({ percent: 47.2, statedPercent: 54.5, implied: null })
  })

  test('that fits one of several assigners is right', () => {
    const targets = [
      { unitId: 'a', value: 356 },
      { unitId: 'a', value: 308, assigner: 'TLD' },
    ]
    expect(progressOf({ targets, reports }).findings).toEqual([])
  })

  test('is judged on its own day, not with what came later', () => {
    const later = { unit: 'a', value: 10, basis: 'increment' as const, from: '2024-07-01', asOf: '2024-07-31' }
    const progress = progressOf({
      targets: [{ unitId: 'a', value: 336 }],
      reports: [{ unit: 'a', value: 168, statedPercent: 50 }, later],
      day: '2024-08-01',
    })
    expect(rowOf(progress, 'a').result).toBe(178)
    expect(progress.findings).toEqual([])
  })

  test('without a target implies an interval, never a target', () => {
    const row = rowOf(progressOf({ reports: [{ unit: 'a', value: 41, statedPercent: 58 }] }), 'a', 'DV', null)
    expect(row).toMatchObject({ target: null, percent: null, implied: { low: 70, high: 71 } })
  })
})

describe('phases', () => {
  const window = { from: '2024-07-01', to: '2024-07-31', basis: 'increment' as const }
  const reports = [
    { unit: 'tinh', value: 7000 },
    { unit: 'tinh', value: 12_000, asOf: '2024-07-31' },
  ]

  test('increment and year total stand in one plan as two columns', () => {
    const progress = progressOf({
      window,
      day: '2024-07-31',
      basisMatters: true,
      targets: [
        { unitId: 'tinh', value: 5000, basis: 'increment' },
        { unitId: 'tinh', value: 10_800, basis: 'cumulative', assigner: 'TLD' },
      ],
      reports,
    })
    expect(rowOf(progress, 'tinh')).toMatchObject({ basis: 'increment', result: 5000, percent: 100 })
    expect(rowOf(progress, 'tinh', 'DV', 'TLD')).toMatchObject({ basis: 'cumulative', result: 12_000, percent: 111.1 })
  })

  test('before its first day a phase has nothing', () => {
    const progress = progressOf({
      window,
      day: '2024-06-30',
      basisMatters: true,
      targets: [{ unitId: 'tinh', value: 5000, basis: 'increment' }],
      reports,
    })
    expect(rowOf(progress, 'tinh')).toMatchObject({ result: 0, reported: false })
  })
})

test('the total of any province is the sum over its units with a target, and percents follow', () => {
  const cell = fc.record({ target: fc.option(fc.nat(200)), result: fc.option(fc.nat(200)) })
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 15 }), (cells) => {
      const units = [
        makeUnit('tinh', null),
        ...cells.map((_, index) =>
          makeUnit(`u${index}`, 'tinh', { sortOrder: index, typeId: index % 2 === 0 ? 't-huyen' : 't-nganh' }),
        ),
      ]
      const progress = progressOf({
        units,
        targets: cells.flatMap(({ target }, index) =>
          target === null ? [] : [{ unitId: `u${index}`, value: target }],
        ),
        reports: cells.flatMap(({ result }, index) => (result === null ? [] : [{ unit: `u${index}`, value: result }])),
      })
      const totals = progress.rows.filter((row) => row.level === 'total')
      const given = cells.filter((row) => row.target !== null)
      const listed = given.length > 0 ? given : cells.filter((row) => row.result !== null)
      const target = given.reduce((sum, row) => sum + (row.target ?? 0), 0)
      const result = listed.reduce((sum, row) => sum + (row.result ?? 0), 0)
      const expected = { target: given.length > 0 ? target : null, result }
      expect(totals.map((row) => ({ target: row.target, result: row.result }))).toEqual(
        listed.length === 0 ? [] : [expected],
      )
      const groups = progress.rows.filter((row) => row.level === 'group')
      expect(groups.reduce((sum, row) => sum + (row.result ?? 0), 0)).toBe(result)
      expect(groups.reduce((sum, row) => sum + (row.resultWithoutTarget ?? 0), 0)).toBe(
        totals[0]?.resultWithoutTarget ?? 0,
      )
    }),
  )
})

test('a unit below the root lists its own tree, with its own figures and none of the units before it', () => {
  const units = [...PROVINCE, makeUnit('b1', 'b'), makeUnit('b2', 'b')]
  const { rows } = progressOf({
    units,
    listed: [{ ...makeUnit('b', null) }, makeUnit('b1', 'b'), makeUnit('b2', 'b')],
    targets: [{ unitId: 'b', value: 10 }],
    reports: [
      { unit: 'tinh', value: 900 },
      { unit: 'a', value: 300 },
      { unit: 'b1', value: 4 },
      { unit: 'b2', value: 3 },
    ],
  })
  const shown = rows.flatMap(({ level, unit, result }) => (level === 'unit' ? [[unit, result]] : []))
  expect(shown).toEqual([
    ['B', 7],
    ['B1', 4],
    ['B2', 3],
  ])
})

test('indicators come in catalogue order, whatever order targets came in', () => {
  const indicators = [makeIndicator('Z'), makeIndicator('A')]
  const targets = ['A', 'Z'].map((indicator) => ({ unitId: 'a', value: 1, indicator }))
  expect([...new Set(progressOf({ indicators, targets }).rows.map((row) => row.indicator))]).toEqual(['Z', 'A'])
})
