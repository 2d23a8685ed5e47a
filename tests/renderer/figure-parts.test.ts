import { describe, expect, test } from 'vitest'
import { partsBehind, type FocusedFigure } from '#renderer/features/results/figure-parts.ts'
import type { ProgressRow, ResultGridRow } from '#renderer/features/results/result-rows.ts'
import { orderReports, originOf, type SourceReport } from '#renderer/ui/sources/source-lines.ts'

type Figures = Pick<ProgressRow, 'target' | 'result' | 'qualifier' | 'qualifierWord' | 'reported'> & {
  readonly compared?: { readonly result: number | null }
}

function row(level: ResultGridRow['level'], unit: string, depth: number, figures?: Partial<Figures>): ResultGridRow {
  const cell = { target: null, result: 0, qualifier: null, qualifierWord: null, reported: true, ...figures }
  return { level, unit, depth, name: unit, index: '', cells: figures === undefined ? {} : { X: cell as ProgressRow } }
}

const TABLE = [
  row('unit', 'TINH', 0, { result: 520 }),
  row('group', 'HUYEN', 1, {}),
  row('unit', 'a', 1, { target: 300, result: 200, qualifier: '≥', qualifierWord: 'hơn', compared: { result: 180 } }),
  row('unit', 'a1', 2, { result: 50 }),
  row('unit', 'b', 1, { target: 100, result: 0, reported: false }),
  row('group', 'NGANH', 1, {}),
  row('unit', 'c', 1, { result: 20 }),
  row('unit', 'd', 1),
]
const figure = (level: ResultGridRow['level'], unit: string, more: Partial<FocusedFigure> = {}): FocusedFigure => ({
  row: row(level, unit, 1),
  indicator: 'X',
  isTarget: false,
  before: null,
  ...more,
})

describe('the units behind a sum', () => {
  test('of a group are its own, right under the province, as they are shown', () => {
    expect(partsBehind(TABLE, figure('group', 'HUYEN'))).toEqual([
      { unit: 'a', name: 'a', shown: 'hơn 200', isAdded: true },
      { unit: 'b', name: 'b', shown: null, isAdded: true },
    ])
  })

  test('of the total are all of them; one without a target is listed and not added', () => {
    expect(partsBehind(TABLE, figure('total', '')).map(({ unit, isAdded }) => [unit, isAdded])).toEqual([
      ['a', true],
      ['b', true],
      ['c', false],
    ])
    // Where nobody has a target all are added.
    expect(partsBehind(TABLE, figure('group', 'NGANH'))).toEqual([{ unit: 'c', name: 'c', shown: '20', isAdded: true }])
  })

  test('of a target are targets, of the number compared with the numbers of that day', () => {
    const shown = (more: Partial<FocusedFigure>) =>
      partsBehind(TABLE, figure('group', 'HUYEN', more)).map((part) => part.shown)
    expect(shown({ isTarget: true })).toEqual(['300', '100'])
    expect(shown({ before: '2023-06-30' })).toEqual(['180', null])
  })
})

describe('reports behind a number', () => {
  const report = (id: string, unit: string, asOf: string, use: SourceReport['use']): SourceReport => ({
    id,
    unit,
    unitName: unit,
    indicator: 'X',
    from: '2024-01-01',
    asOf,
    basis: 'cumulative',
    value: 1,
    qualifier: null,
    qualifierWord: null,
    receivedOn: null,
    source: null,
    file: null,
    use,
  })

  test('what counts comes first, unit by unit, the newest of each before the older', () => {
    const told = [
      report('1', 'b', '2024-01-31', 'covered'),
      report('2', 'b', '2024-02-29', 'counted'),
      report('3', 'a', '2024-02-29', 'counted'),
      report('4', 'a', '2024-01-31', 'covered'),
      report('5', 'b', '2024-01-15', 'covered'),
    ]
    expect(orderReports(told).map(({ id }) => id)).toEqual(['2', '3', '1', '5', '4'])
  })

  test('say the file and sheet, the paper somebody named, or that the figure was typed here', () => {
    const file = { id: 'f', name: 'T6.xlsx', sheet: 'BC', cell: 'F6', text: '168' }
    expect(originOf({ file, source: 'T6.xlsx' })).toBe('T6.xlsx, trang “BC”')
    expect(originOf({ file: null, source: 'Báo cáo số 7' })).toBe('Báo cáo số 7')
    expect(originOf({ file: null, source: null })).toBe('nhập tại cơ quan')
  })
})
