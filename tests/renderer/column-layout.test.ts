import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flattenColumns, type GridColumn, type GridColumns } from '#renderer/ui/DataGrid/column.ts'
import {
  layOutColumns,
  moveColumn,
  orderAfterDrop,
  readLayout,
  type ColumnLayout,
} from '#renderer/ui/DataGrid/columns/column-layout.ts'

function column(id: string, pinned = false): GridColumn<unknown> {
  return { id, title: id.toUpperCase(), kind: 'text', pinned, value: () => null }
}
/** a (frozen by the screen) · b · [g: c d e] · f */
const COLUMNS: GridColumns<unknown> = [
  column('a', true),
  column('b'),
  { title: 'G', columns: [column('c'), column('d'), column('e')] },
  column('f'),
]
const idsOf = (columns: GridColumns<unknown>): readonly string[] => flattenColumns(columns).map(({ id }) => id)
const laidOut = (layout: ColumnLayout): readonly string[] => idsOf(layOutColumns(COLUMNS, layout).columns)
const looksOf = (layout: ColumnLayout, what: 'hidden' | 'frozen'): readonly string[] =>
  [...layOutColumns(COLUMNS, layout).looks].flatMap(([id, look]) => (look[what] ? [id] : []))

describe("a table's columns as laid out by hand", () => {
  test('without a layout they are as the screen made them', () => {
    expect(laidOut({})).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    expect(looksOf({}, 'frozen')).toEqual(['a'])
    expect(looksOf({}, 'hidden')).toEqual([])
  })

  test('the order of hand; columns that came since stand behind their neighbour', () => {
    expect(laidOut({ order: ['f', 'a', 'e', 'd', 'c'] })).toEqual(['f', 'a', 'b', 'e', 'd', 'c'])
    expect(laidOut({ order: ['f', 'gone', 'f', 'a'] })).toEqual(['f', 'a', 'b', 'c', 'd', 'e'])
  })

  test('columns under one title stay together', () => {
    expect(laidOut({ order: ['e', 'a', 'b', 'c', 'd', 'f'] })).toEqual(['e', 'c', 'd', 'a', 'b', 'f'])
  })

  test('frozen up to a column, a title whole; nothing frozen; a column that is gone', () => {
    expect(looksOf({ frozen: 'b' }, 'frozen')).toEqual(['a', 'b'])
    expect(looksOf({ frozen: 'd' }, 'frozen')).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(looksOf({ frozen: null }, 'frozen')).toEqual([])
    expect(looksOf({ frozen: 'gone' }, 'frozen')).toEqual(['a'])
  })

  test('hidden columns; never all of them', () => {
    expect(looksOf({ hidden: ['b', 'gone'] }, 'hidden')).toEqual(['b'])
    expect(looksOf({ hidden: ['a', 'b', 'c', 'd', 'e', 'f'] }, 'hidden')).toEqual([])
  })

  test('moved past a neighbour, inside a title first, then with it', () => {
    expect(moveColumn(COLUMNS, 'b', -1)).toEqual(['b', 'a', 'c', 'd', 'e', 'f'])
    expect(moveColumn(COLUMNS, 'd', 1)).toEqual(['a', 'b', 'c', 'e', 'd', 'f'])
    expect(moveColumn(COLUMNS, 'e', 1)).toEqual(['a', 'b', 'f', 'c', 'd', 'e'])
    expect(moveColumn(COLUMNS, 'a', -1)).toBeNull()
    expect(moveColumn(COLUMNS, 'gone', 1)).toBeNull()
  })

  test('dropped beside another', () => {
    expect(orderAfterDrop(COLUMNS, ['f'], 'b', false)).toEqual(['a', 'f', 'b', 'c', 'd', 'e'])
    expect(orderAfterDrop(COLUMNS, ['a', 'b'], 'f', true)).toEqual(['c', 'd', 'e', 'f', 'a', 'b'])
    expect(orderAfterDrop(COLUMNS, ['e'], 'c', false)).toEqual(['a', 'b', 'e', 'c', 'd', 'f'])
    expect(orderAfterDrop(COLUMNS, ['d'], 'a', false)).toEqual(['c', 'd', 'e', 'a', 'b', 'f'])
    expect(orderAfterDrop(COLUMNS, ['f'], 'd', false)).toEqual(['a', 'b', 'f', 'c', 'd', 'e'])
    expect(orderAfterDrop(COLUMNS, ['b'], 'b', true)).toBeNull()
    expect(orderAfterDrop(COLUMNS, ['b'], 'a', true)).toBeNull()
  })

  test('whatever was kept, every column is there once and those of a title stand side by side', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'gone')
    fc.assert(
      fc.property(fc.array(ids), (order) => {
        const result = laidOut({ order })
        expect(result.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
        const group = ['c', 'd', 'e'].map((id) => result.indexOf(id))
        expect(Math.max(...group) - Math.min(...group)).toBe(2)
      }),
    )
  })
})

describe('what an earlier start kept', () => {
  test.for<[unknown, ColumnLayout]>([
    [undefined, {}],
    ['text', {}],
    [{ order: 'a', hidden: [1], widths: { a: '5', b: 1e9, c: 80 }, frozen: 3 }, { widths: { c: 80 } }],
    [
      { order: ['b', 'a'], hidden: [], frozen: null },
      { order: ['b', 'a'], hidden: [], frozen: null },
    ],
  ])('%j', ([kept, layout]) => {
    expect(readLayout(kept)).toEqual(layout)
  })

  test('any JSON is read without harm', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (kept) => {
        expect(idsOf(layOutColumns(COLUMNS, readLayout(kept)).columns)).toHaveLength(6)
      }),
    )
  })
})
