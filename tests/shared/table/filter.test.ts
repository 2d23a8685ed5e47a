import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TableColumn } from '#shared/domain/table/column.ts'
import { countValues, filterRows, otherFilters, passesFilter } from '#shared/domain/table/filter.ts'
import type { ColumnFilter, TableValue } from '#shared/domain/table/view.ts'
import { matchesSearch } from '#shared/domain/table/words.ts'

const column = 'c'

describe('one cell', () => {
  test.for<[string, ColumnFilter, TableValue, string, boolean]>([
    ['one of the values', { column, kind: 'values', values: ['a', 2] }, 2, '2', true],
    ['a number is not its text', { column, kind: 'values', values: ['2'] }, 2, '2', false],
    ['null stands for an empty cell', { column, kind: 'values', values: [null] }, '', '', true],
    ['and for nothing else', { column, kind: 'values', values: [null] }, 0, '0', false],
    ['no value passes nothing', { column, kind: 'values', values: [] }, null, '', false],
    ['false is a value', { column, kind: 'values', values: [false] }, false, 'Không', true],
    ['words without accents', { column, kind: 'contains', text: 'ha long' }, 'x', 'Thành phố Hạ Long', true],
    ['in any order', { column, kind: 'contains', text: 'LONG  hạ' }, 'x', 'Thành phố Hạ Long', true],
    ['đ without its stroke', { column, kind: 'contains', text: 'dang' }, 'x', 'Đặng Văn Lâm', true],
    ['all of them', { column, kind: 'contains', text: 'ha noi' }, 'x', 'Thành phố Hạ Long', false],
    ['in what is shown', { column, kind: 'contains', text: '1.348' }, 1348, '1.348', true],
    ['nothing asked, all pass', { column, kind: 'contains', text: ' ' }, null, '', true],
    ['the ends count', { column, kind: 'between', from: 25, to: 49 }, 25, '25', true],
    ['the other one too', { column, kind: 'between', from: 25, to: 49 }, 49, '49', true],
    ['above', { column, kind: 'between', from: 25, to: 49 }, 50, '50', false],
    ['open below', { column, kind: 'between', from: null, to: 49 }, 0, '0', true],
    ['empty lies nowhere', { column, kind: 'between', from: null, to: null }, null, '', false],
    ['days', { column, kind: 'between', from: '2024-01-01', to: '2024-06-30' }, '2024-06-30', '30/06/2024', true],
    [
      'later days',
      { column, kind: 'between', from: '2024-01-01', to: '2024-06-30' },
      '2024-07-01',
      '01/07/2024',
      false,
    ],
    ['text is not between numbers', { column, kind: 'between', from: 1, to: 9 }, '5', '5', false],
    ['empty', { column, kind: 'empty' }, '', '', true],
    ['zero is not empty', { column, kind: 'empty' }, 0, '0', false],
    ['filled', { column, kind: 'filled' }, 0, '0', true],
    ['not filled', { column, kind: 'filled' }, null, '', false],
  ])('%s', ([, filter, value, shown, passes]) => {
    expect(passesFilter(filter, value, shown)).toBe(passes)
  })
})

interface Row {
  readonly id: number
  readonly name: string | null
  readonly size: number | null
}
const columns = new Map<string, TableColumn<Row>>([
  ['name', { id: 'name', order: 'text', value: (row) => row.name, text: (row) => row.name ?? '' }],
  ['size', { id: 'size', order: 'value', value: (row) => row.size, text: (row) => String(row.size ?? '') }],
])
const names = fc.constantFrom('Hạ Long', 'Đặng', 'Nguyễn Đức', 'An', '', null)
const rows = fc
  .array(fc.record({ name: names, size: fc.oneof(fc.constant(null), fc.nat(60)) }), { maxLength: 40 })
  .map((list) => list.map((row, id): Row => ({ ...row, id })))
const filter: fc.Arbitrary<ColumnFilter> = fc.oneof(
  fc.record({
    column: fc.constant('name'),
    kind: fc.constant('values' as const),
    values: fc.array(names, { maxLength: 3 }),
  }),
  fc.record({
    column: fc.constant('name'),
    kind: fc.constant('contains' as const),
    text: fc.constantFrom('ha', 'duc nguyen', 'đ'),
  }),
  fc.record({
    column: fc.constant('size'),
    kind: fc.constant('between' as const),
    from: fc.option(fc.nat(60)),
    to: fc.option(fc.nat(60)),
  }),
  fc.record({ column: fc.constantFrom('name', 'size'), kind: fc.constantFrom('empty' as const, 'filled' as const) }),
)

describe('rows', () => {
  test('those stay, in their order, that pass every filter one by one', () => {
    fc.assert(
      fc.property(rows, fc.array(filter, { maxLength: 3 }), (given, filters) => {
        const expected = given.filter((row) =>
          filters.every((one) => {
            const cell = columns.get(one.column)
            return cell === undefined || passesFilter(one, cell.value(row), cell.text(row))
          }),
        )
        expect(filterRows(given, filters, columns)).toEqual(expected)
        expect(filterRows(given, [...filters, { column: 'gone', kind: 'empty' }], columns)).toEqual(expected)
      }),
    )
  })

  test('counted values: each once, in order, empty last, together all rows; ticking all filters nothing', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('name', 'size'), (given, id) => {
        const cell = columns.get(id)
        if (cell === undefined) throw new Error('no column')
        const counted = countValues(given, cell)
        expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(given.length)
        expect(new Set(counted.map(({ value }) => value)).size).toBe(counted.length)
        expect(counted.findIndex(({ value }) => value === null)).toBe(
          counted.some(({ value }) => value === null) ? counted.length - 1 : -1,
        )
        const values = counted.map(({ value }) => value)
        expect(filterRows(given, [{ column: id, kind: 'values', values }], columns)).toEqual(given)
        for (const { value, count } of counted)
          expect(filterRows(given, [{ column: id, kind: 'values', values: [value] }], columns)).toHaveLength(count)
      }),
    )
  })

  test("a column's own filter does not narrow its list of values", () => {
    const filters: ColumnFilter[] = [
      { column: 'name', kind: 'values', values: ['An'] },
      { column: 'size', kind: 'filled' },
    ]
    expect(otherFilters(filters, 'name')).toEqual([{ column: 'size', kind: 'filled' }])
  })
})

test('search goes over the columns, each word in any of them', () => {
  expect(matchesSearch(['Công ty may Hạ Long', 'Phường Bãi Cháy'], 'may bai chay')).toBe(true)
  expect(matchesSearch(['Công ty may Hạ Long', 'Phường Bãi Cháy'], 'may hon gai')).toBe(false)
  expect(matchesSearch([], '')).toBe(true)
})
