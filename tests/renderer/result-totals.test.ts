import { describe, expect, test } from 'vitest'
import type { ResultGridRow } from '#renderer/features/results/result-rows.ts'
import { makeResultSums, percentOfSums, sumResults } from '#renderer/features/results/result-totals.ts'
import type { CellValue } from '#renderer/ui/DataGrid/column.ts'

const row = (level: ResultGridRow['level'], unit: string, depth = 1): ResultGridRow => ({
  level,
  unit,
  depth,
  name: unit,
  index: '',
  cells: {},
})
const TABLE = [
  row('unit', 'TINH', 0),
  row('group', 'I'),
  row('unit', 'a'),
  row('unit', 'a1', 2),
  row('group', 'II'),
  row('unit', 'b'),
]
const FIGURES: Readonly<Record<string, readonly [CellValue, CellValue]>> = {
  a: [300, 'hơn 200'],
  b: [100, 150],
  c: [null, 999],
  d: [50, null],
}
const shown = ({ unit }: ResultGridRow, column: string): CellValue =>
  FIGURES[unit ?? '']?.[column === 'X:target' ? 0 : 1] ?? null
const rows = (...units: readonly string[]): readonly ResultGridRow[] => units.map((unit) => row('unit', unit))

describe('results of the rows in sight', () => {
  test('groups add up their own direct units, TỔNG CỘNG all of them', () => {
    const { isPart } = makeResultSums(TABLE)
    const parts = (total: ResultGridRow): readonly (string | null)[] =>
      TABLE.filter((one) => isPart(one, total)).map(({ unit }) => unit)
    expect(parts(row('group', 'I'))).toEqual(['a'])
    expect(parts(row('group', 'II'))).toEqual(['b'])
    expect(parts(row('total', ''))).toEqual(['a', 'b'])
    expect(parts(row('unit', 'TINH', 0))).toEqual([])
  })

  test('a sum keeps the word of what is not exact and leaves out what has no target', () => {
    expect(sumResults(rows('a', 'b', 'c', 'd'), shown, 'X')).toBe('hơn 350')
    expect(sumResults(rows('b'), shown, 'X')).toBe(150)
    expect(sumResults(rows('d'), shown, 'X')).toBeNull()
  })

  test('a percent is Σ ÷ Σ', () => {
    expect(percentOfSums(rows('a', 'b'), shown, 'X')).toBe(87.5)
    expect(percentOfSums(rows('a', 'b', 'd'), shown, 'X')).toBe(77.8)
    expect(percentOfSums(rows('c'), shown, 'X')).toBeNull()
  })
})
