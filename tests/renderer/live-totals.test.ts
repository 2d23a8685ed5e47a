import { describe, expect, test } from 'vitest'
import type { CellValue, GridColumn } from '#renderer/ui/DataGrid/column.ts'
import { describeRest, makeLiveTotals, type LiveTotals } from '#renderer/ui/DataGrid/totals/live-totals.ts'

interface Row {
  readonly id: string
  readonly kind: 'unit' | 'total' | 'rest'
  readonly target: number | null
  readonly result?: number
}
const UNITS: readonly Row[] = [
  { id: 'a', kind: 'unit', target: 0.1, result: 1 },
  { id: 'b', kind: 'unit', target: 200, result: 50 },
  { id: 'c', kind: 'unit', target: null },
]
// The total knows of 5 that no row of the table shows.
const TOTAL: Row = { id: 'total', kind: 'total', target: 205.1, result: 51 }
const WHOLE: Row = { id: 'whole', kind: 'total', target: 300 }
const REST: Row = { id: 'rest', kind: 'rest', target: 94.9 }
const target: GridColumn<Row> = { id: 'target', title: 'CT', kind: 'number', value: (row) => row.target, total: 'sum' }
const result: GridColumn<Row> = {
  id: 'result',
  title: 'LK',
  kind: 'count',
  value: (row) => row.result ?? null,
  total: 'sum',
}
const share: GridColumn<Row> = {
  id: 'share',
  title: '%',
  kind: 'percent',
  value: () => null,
  total: (rows, value) => rows.reduce((sum, row) => sum + Number(value(row, 'result') ?? 0), 0),
}

function totals(typed: Readonly<Record<string, CellValue>>, filtered: readonly Row[] | null): LiveTotals<Row> {
  return makeLiveTotals<Row>({
    sums: {
      isPart: (row) => row.kind === 'unit',
      restOf: (row) => (row.kind === 'rest' ? { whole: WHOLE, isPart: ({ kind }) => kind === 'unit' } : null),
    },
    rows: UNITS,
    filtered,
    isTotal: ({ kind }) => kind !== 'unit',
    columnOf: (id) => [target, result, share].find((column) => column.id === id),
    shown: (column, row) => {
      const now = typed[`${row.id}.${column.id}`]
      return now === undefined ? column.value(row) : now
    },
  })
}

describe('totals that follow', () => {
  test('nothing typed: what the data says stands', () => {
    expect(totals({}, null).valueOf(target, TOTAL)).toBeUndefined()
  })

  test('typing is added exactly to what the data says; clearing takes away', () => {
    expect(totals({ 'a.target': 0.3 }, null).valueOf(target, TOTAL)).toBe(205.3)
    expect(totals({ 'b.target': null, 'c.target': 7 }, null).valueOf(target, TOTAL)).toBe(12.1)
  })

  test('a word that is no number changes nothing', () => {
    expect(totals({ 'b.target': 'hai trăm' }, null).valueOf(target, TOTAL)).toBeUndefined()
  })

  test('filtered, it is the sum of what is in sight, and says so; without figures it is empty', () => {
    const live = totals({}, UNITS.slice(1))
    expect(live.valueOf(target, TOTAL)).toBe(200)
    expect(live.nameOf(TOTAL, 'TỔNG CỘNG')).toBe('TỔNG CỘNG (đang lọc)')
    expect(totals({}, UNITS.slice(2)).valueOf(target, TOTAL)).toBeNull()
    expect(totals({}, null).nameOf(TOTAL, 'TỔNG CỘNG')).toBe('TỔNG CỘNG')
  })

  test('what is left to give follows typing and not the filter', () => {
    expect(totals({}, null).valueOf(target, REST)).toBeUndefined()
    expect(totals({ 'b.target': 320 }, UNITS.slice(2)).valueOf(target, REST)).toBe(-25.1)
    expect(totals({ 'b.target': 320, 'whole.target': 330 }, null).valueOf(target, REST)).toBe(4.9)
    expect(totals({ 'b.result': 9 }, null).valueOf(result, REST)).toBeUndefined()
    expect(totals({}, UNITS).nameOf(REST, 'Chênh lệch')).toBe('Chênh lệch')
    expect([120, -15, 0, null].map(describeRest)).toEqual(['còn 120 chưa giao', 'vượt 15', 'đã giao đủ', ''])
  })

  test('a column computed from others, and rows that are no totals', () => {
    expect(totals({ 'b.result': 60 }, UNITS).valueOf(share, TOTAL)).toBe(61)
    expect(totals({ 'a.target': 9 }, UNITS).valueOf(target, UNITS[0] ?? TOTAL)).toBeUndefined()
  })
})
