import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Indicator } from '#shared/domain/indicators/indicator.ts'
import { compareFigures, compareTables, isDifferent, sumCompared } from '#shared/domain/targets/compare-tables.ts'
import { buildTargetTable, type TableTarget, type TargetTableRow } from '#shared/domain/targets/target-table.ts'
import { buildUnitTree, type TreeUnit, type TreeUnitType } from '#shared/domain/units/tree.ts'

const TYPES: readonly TreeUnitType[] = [
  { id: 'p', code: 'P', groupTitle: 'Tỉnh', sortOrder: 1 },
  { id: 'h', code: 'H', groupTitle: 'Huyện', sortOrder: 2 },
  { id: 'n', code: 'N', groupTitle: 'Ngành', sortOrder: 3 },
]

function unit(id: string, typeId: string, parentId: string | null): TreeUnit {
  return { id, code: id, name: id, typeId, parentId, sortOrder: 1, validFrom: null, validTo: null }
}

/** A province with districts, one of them with units below, and sector unions. */
const TREE = buildUnitTree(
  [
    unit('T', 'p', null),
    unit('H1', 'h', 'T'),
    unit('H2', 'h', 'T'),
    unit('X1', 'n', 'H1'),
    unit('X2', 'n', 'H1'),
    unit('N1', 'n', 'T'),
  ],
  TYPES,
  '2024-01-01',
)
const DV: Indicator = {
  id: 'dv',
  code: 'DV_MOI',
  name: 'Kết nạp mới',
  shortName: 'ĐV mới',
  unitLabel: 'người',
  kind: 'flow',
  formula: null,
  cut: null,
} as unknown as Indicator

function table(values: Readonly<Record<string, number | null>>): readonly TargetTableRow[] {
  const targets: TableTarget[] = Object.entries(values).map(([unitId, value]) => ({
    id: unitId,
    unitId,
    indicator: 'DV_MOI',
    value,
    locked: false,
  }))
  return buildTargetTable(TREE, TYPES, [DV], targets, 'TỔNG CỘNG')
}

describe('one figure of two versions', () => {
  test.each([
    [100, 120, 20, 120],
    [120, 100, -20, 83.3],
    [null, 50, 50, null],
    [50, null, -50, null],
    [0, 10, 10, null],
    [null, null, null, null],
    [83.5, 84, 0.5, 100.6],
  ])('%s and %s differ by %s, %s per cent', (a, b, difference, percent) => {
    expect(compareFigures(a, b)).toEqual({ a, b, difference, percent })
  })
})

describe('two tables', () => {
  test('are held together unit by unit, with groups and TỔNG CỘNG', () => {
    const rows = compareTables(table({ T: 100, H1: 40, H2: 30 }), table({ T: 100, H1: 50, N1: 5 }), ['DV_MOI'])
    expect(
      rows.filter(isDifferent).map(({ level, unit: code, a, b, difference }) => [level, code, a, b, difference]),
    ).toEqual([
      ['group', 'H', 70, 50, -20],
      ['unit', 'H1', 40, 50, 10],
      ['unit', 'H2', 30, null, -30],
      ['group', 'N', null, 5, 5],
      ['unit', 'N1', null, 5, 5],
      ['total', null, 70, 55, -15],
    ])
    expect(rows.find((row) => row.unit === 'T')).toMatchObject({ a: 100, b: 100, difference: 0, percent: 100 })
  })

  test('totals are the sums of their rows, differences of differing rows the difference of the total', () => {
    const value = fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: undefined })
    const values = fc.record({ T: value, H1: value, H2: value, X1: value, X2: value, N1: value }, { requiredKeys: [] })
    const filled = (given: Readonly<Record<string, number | undefined>>): Record<string, number> =>
      Object.fromEntries(Object.entries(given).flatMap(([key, one]) => (one === undefined ? [] : [[key, one]])))
    fc.assert(
      fc.property(values, values, (left, right) => {
        const rows = compareTables(table(filled(left)), table(filled(right)), ['DV_MOI'])
        const total = rows.find((row) => row.level === 'total')
        const listed = rows.filter((row) => row.level === 'unit' && row.depth === 1)
        const groups = rows.filter((row) => row.level === 'group')
        for (const sums of [sumCompared(listed), sumCompared(groups)])
          expect({ a: sums.a, b: sums.b, difference: sums.difference, percent: sums.percent }).toEqual({
            a: total?.a ?? null,
            b: total?.b ?? null,
            difference: total?.difference ?? null,
            percent: total?.percent ?? null,
          })
        const differing = listed.filter(isDifferent).reduce((sum, row) => sum + (row.difference ?? 0), 0)
        expect(differing).toBe(total?.difference ?? 0)
        // Turned round, every difference changes its sign.
        const back = compareTables(table(filled(right)), table(filled(left)), ['DV_MOI'])
        expect(back.map((row) => row.difference)).toEqual(
          rows.map((row) => (row.difference === null ? null : 0 - row.difference)),
        )
      }),
      { numRuns: 300 },
    )
  })
})
