import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TableColumn } from '#shared/domain/table/column.ts'
import { compareValues, sortRows } from '#shared/domain/table/compare.ts'
import { arrangeSections, keepWithParents, sortTree } from '#shared/domain/table/tree.ts'
import type { TableValue } from '#shared/domain/table/view.ts'

const sorted = (values: readonly TableValue[], options: Parameters<typeof compareValues>[2]): readonly TableValue[] =>
  values.toSorted((a, b) => compareValues(a, b, options))

describe('order of cells', () => {
  test.for([
    [
      'text in Vietnamese order',
      'text',
      ['Đạt', 'Yến', 'An', 'Danh', 'Ân', 'Ánh'],
      ['An', 'Ánh', 'Ân', 'Danh', 'Đạt', 'Yến'],
    ],
    ['numbers in text by value', 'text', ['Tổ 10', 'Tổ 2', 'Tổ 02a', 'Tổ 1'], ['Tổ 1', 'Tổ 2', 'Tổ 02a', 'Tổ 10']],
    [
      'places of a bus line of numbers',
      'text',
      ['Quận 12', 'Quận 5', 'Quận Ba Đình'],
      ['Quận 5', 'Quận 12', 'Quận Ba Đình'],
    ],
    [
      'people by given name, then family and middle',
      'person',
      ['Trần Văn Bính', 'Nguyễn Thị An', 'Lê Văn Bình', 'Đỗ An', 'Phạm Anh', 'Trần Bình'],
      ['Đỗ An', 'Nguyễn Thị An', 'Phạm Anh', 'Lê Văn Bình', 'Trần Bình', 'Trần Văn Bính'],
    ],
    [
      'a post in brackets is no name',
      'person',
      ['Lê Cường', 'Trần An (Phó Chủ tịch)'],
      ['Trần An (Phó Chủ tịch)', 'Lê Cường'],
    ],
    ['numbers by size', 'value', [10, 9, 100, 0], [0, 9, 10, 100]],
    ['days by day', 'value', ['2024-10-01', '2024-02-05', '1999-12-31'], ['1999-12-31', '2024-02-05', '2024-10-01']],
  ] as const)('%s', ([, order, given, expected]) => {
    expect(sorted(given, { order })).toEqual(expected)
    expect(sorted(given, { order, descending: true })).toEqual([...expected].toReversed())
  })

  test.for(['text', 'person', 'value'] as const)('empty cells are last in both directions (%s)', (order) => {
    const values = ['', 'b', null, 'a']
    expect(sorted(values, { order })).toEqual(['a', 'b', '', null])
    expect(sorted(values, { order, descending: true })).toEqual(['b', 'a', '', null])
  })
})

interface Row {
  readonly id: number
  readonly size: number | null
  readonly name: string
}
const columns = new Map<string, TableColumn<Row>>([
  ['size', { id: 'size', order: 'value', value: (row) => row.size, text: (row) => String(row.size ?? '') }],
  ['name', { id: 'name', order: 'text', value: (row) => row.name, text: (row) => row.name }],
])
const row = fc.record({
  size: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 3 })),
  name: fc.constantFrom('An', 'Ánh', 'Ân', 'Bình', 'Tổ 2', 'Tổ 10', ''),
})
const rows = fc.array(row, { maxLength: 40 }).map((list) => list.map((one, id) => ({ ...one, id })))
const sort = fc.array(fc.record({ column: fc.constantFrom('size', 'name', 'gone'), descending: fc.boolean() }), {
  maxLength: 3,
})

describe('order of rows', () => {
  test('several columns: the first decides, the next settle, equal rows keep their order', () => {
    fc.assert(
      fc.property(rows, sort, (given, by) => {
        const result = sortRows(given, by, columns)
        expect(result.toSorted((a, b) => a.id - b.id)).toEqual(given)
        for (let at = 1; at < result.length; at++) {
          const [before, after] = [result[at - 1], result[at]]
          if (before === undefined || after === undefined) throw new Error('a row was lost')
          const compared = by
            .filter(({ column }) => column !== 'gone')
            .map(({ column, descending }) =>
              column === 'size'
                ? compareValues(before.size, after.size, { order: 'value', descending })
                : compareValues(before.name, after.name, { descending }),
            )
            .find((answer) => answer !== 0)
          expect(compared ?? before.id - after.id).toBeLessThan(0)
        }
      }),
    )
  })
})

interface Node {
  readonly id: string
  readonly parent: string | null
  readonly size: number
}
/** Any forest, parents before children; now and then a parent that is not there. */
const forest = fc
  .array(fc.record({ parent: fc.nat(), size: fc.nat(9), lost: fc.boolean() }), { maxLength: 25 })
  .map((list) =>
    list.map(({ parent, size, lost }, at): Node => ({
      id: `n${at}`,
      parent: at === 0 || parent % (at + 1) === at ? null : lost && parent % 7 === 0 ? 'gone' : `n${parent % at}`,
      size,
    })),
  )
const tree = { rowId: (node: Node) => node.id, parentOf: (node: Node) => node.parent }

describe('trees', () => {
  test('a row that is found keeps everything above it, and nothing else stays', () => {
    fc.assert(
      fc.property(forest, fc.nat(9), (nodes, wanted) => {
        const { rows: kept, matched } = keepWithParents(nodes, (node) => node.size === wanted, tree)
        const ids = new Set(kept.map(({ id }) => id))
        expect([...matched]).toEqual(nodes.filter(({ size }) => size === wanted).map(({ id }) => id))
        for (const { parent } of kept) expect(parent === null || parent === 'gone' || ids.has(parent)).toBe(true)
        const parents = new Set(kept.map(({ parent }) => parent))
        for (const node of kept) expect(matched.has(node.id) || parents.has(node.id)).toBe(true)
        expect(kept).toEqual(nodes.filter(({ id }) => ids.has(id)))
      }),
    )
  })

  test('sorted, each keeps its own below it', () => {
    fc.assert(
      fc.property(forest, (nodes) => {
        const sortSisters = (list: readonly Node[]): readonly Node[] => list.toSorted((a, b) => b.size - a.size)
        const result = sortTree(nodes, sortSisters, tree)
        expect(result.toSorted((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)))).toEqual(nodes)
        const at = new Map(result.map(({ id }, index) => [id, index]))
        for (const node of nodes) {
          const parent = node.parent === null ? undefined : at.get(node.parent)
          expect(parent ?? -1).toBeLessThan(at.get(node.id) ?? -2)
        }
        const tops = result.filter(({ parent }) => parent === null || !at.has(parent))
        expect(tops).toEqual(sortSisters(nodes.filter(({ parent }) => parent === null || !at.has(parent))))
      }),
    )
  })

  test('rows that name each other as parents are shown all the same', () => {
    const loop: Node[] = [
      { id: 'a', parent: 'b', size: 1 },
      { id: 'b', parent: 'a', size: 1 },
      { id: 'c', parent: 'c', size: 2 },
    ]
    expect(sortTree(loop, (list) => list, tree)).toHaveLength(3)
    expect(keepWithParents(loop, ({ id }) => id === 'a', tree).rows).toHaveLength(2)
  })

  test('headings keep their rows below them and go with the last of them', () => {
    const list = ['# A', '3', '1', '# B', '2', '# C']
    const isHeading = (text: string): boolean => text.startsWith('#')
    expect(arrangeSections(list, isHeading, (part) => part.toSorted())).toEqual(['# A', '1', '3', '# B', '2', '# C'])
    expect(arrangeSections(list, isHeading, (part) => part.filter((text) => text === '2'))).toEqual(['# B', '2', '# C'])
    expect(arrangeSections(['9', ...list], isHeading, (part) => part)).toEqual(['9', ...list])
  })
})
