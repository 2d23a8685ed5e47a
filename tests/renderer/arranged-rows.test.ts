import { describe, expect, test } from 'vitest'
import type { TableColumn } from '#shared/domain/table/column.ts'
import type { TableView } from '#shared/domain/table/view.ts'
import { arrangeRows, keepArrangement, plainRows, type RowShape } from '#renderer/ui/DataGrid/filter/arrange-rows.ts'

interface Row {
  readonly id: string
  readonly parent?: string
  readonly depth?: number
  readonly group?: boolean
  readonly size: number
}
const columns = new Map<string, TableColumn<Row>>([
  ['size', { id: 'size', order: 'value', value: ({ size }) => size, text: ({ size }) => String(size) }],
])
const shape = (tree: boolean): RowShape<Row> => ({
  rowId: ({ id }) => id,
  isGroup: ({ group }) => group === true,
  tree: tree ? { depthOf: ({ depth }) => depth ?? 0, parentOf: ({ parent }) => parent ?? null } : undefined,
})
const view = (sort: boolean, from: number | null): TableView => ({
  sort: sort ? [{ column: 'size', descending: true }] : [],
  filters: from === null ? [] : [{ column: 'size', kind: 'between', from, to: null }],
})
const ids = (rows: readonly Row[]): string => rows.map(({ id }) => id).join(' ')

const NESTED: readonly Row[] = [
  { id: 'root', group: true, size: 9 },
  { id: 'a', parent: 'root', size: 1 },
  { id: 'a1', parent: 'a', size: 5 },
  { id: 'b', parent: 'root', size: 3 },
]
/** As an annex is laid out: headings, then units; the indent says what belongs to what. */
const ANNEX: readonly Row[] = [
  { id: 'I', group: true, size: 99 },
  { id: 'u1', depth: 0, size: 1 },
  { id: 'u1x', depth: 1, size: 8 },
  { id: 'u2', depth: 0, size: 4 },
  { id: 'II', group: true, size: 99 },
  { id: 'u3', depth: 0, size: 2 },
]

describe('a whole table under its view', () => {
  test('nothing asked, nothing touched', () => {
    expect(arrangeRows(NESTED, view(false, null), columns, shape(true))).toEqual({ rows: NESTED, matched: null })
  })

  test('a nested table keeps the way to what is found', () => {
    const { rows, matched } = arrangeRows(NESTED, view(false, 5), columns, shape(true))
    expect(ids(rows)).toBe('root a a1')
    expect([...(matched ?? [])]).toEqual(['root', 'a1'])
  })

  test('sisters are sorted among themselves', () => {
    expect(ids(arrangeRows(NESTED, view(true, null), columns, shape(true)).rows)).toBe('root b a a1')
  })

  test('under headings, with what stands indented below a row; headings are not counted', () => {
    const { rows, matched } = arrangeRows(ANNEX, view(true, 4), columns, shape(true))
    expect(ids(rows)).toBe('I u2 u1 u1x')
    expect([...(matched ?? [])]).toEqual(['u1x', 'u2'])
    expect(ids(plainRows(ANNEX, shape(true)))).toBe('u1 u1x u2 u3')
  })

  test('a flat table', () => {
    const flat = NESTED.slice(1)
    expect(ids(arrangeRows(flat, view(true, 2), columns, shape(false)).rows)).toBe('a1 b')
  })

  test('a row typed into stays where it stands; rows that come or go are arranged anew', () => {
    const before = arrangeRows(NESTED, view(false, 5), columns, shape(true)).rows
    const all = new Set(NESTED.map(({ id }) => id))
    const typed = NESTED.map((row) => (row.id === 'a1' ? { ...row, size: 0 } : row))
    expect(keepArrangement(typed, before, all, ({ id }) => id)).toEqual([typed[0], typed[1], typed[2]])
    expect(keepArrangement(typed.slice(1), before, all, ({ id }) => id)).toBeNull()
    expect(keepArrangement([...typed, { id: 'new', size: 1 }], before, all, ({ id }) => id)).toBeNull()
  })
})
