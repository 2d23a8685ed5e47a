import { assert, boolean, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBrokenCell, numberAsTyped, textForKind } from '#shared/domain/table/clipboard-cell.ts'
import { isMonthFirst, readMonthFirst } from '#shared/domain/table/clipboard-format.ts'
import { matchHeader, placeBlock } from '#shared/domain/table/clipboard-place.ts'
import { parseDecimal } from '#shared/domain/results/parse-value.ts'

const TABLE = { rows: 10, columns: 5 }
const at = (top: number, left: number, bottom = top, right = left) => ({ top, bottom, left, right })

describe('where a block stands', () => {
  it.each([
    ['at the corner', 2, 2, at(1, 1), false, { rows: 2, columns: 2, added: 0, cutRows: 0, cutColumns: 0 }],
    [
      'one value over a range',
      1,
      1,
      at(0, 0, 2, 1),
      false,
      { rows: 3, columns: 2, added: 0, cutRows: 0, cutColumns: 0 },
    ],
    [
      'repeated a whole number of times',
      2,
      1,
      at(0, 2, 3, 2),
      false,
      { rows: 4, columns: 1, added: 0, cutRows: 0, cutColumns: 0 },
    ],
    [
      'not repeated when it does not fit',
      2,
      1,
      at(0, 2, 2, 2),
      false,
      { rows: 2, columns: 1, added: 0, cutRows: 0, cutColumns: 0 },
    ],
    [
      'a line over the cells of one column',
      1,
      3,
      at(0, 0, 4, 0),
      false,
      { rows: 5, columns: 3, added: 0, cutRows: 0, cutColumns: 0 },
    ],
    ['cut at the last column', 1, 3, at(9, 4), false, { rows: 1, columns: 1, added: 0, cutRows: 0, cutColumns: 2 }],
    ['cut at the last row', 3, 1, at(9, 0), false, { rows: 1, columns: 1, added: 0, cutRows: 2, cutColumns: 0 }],
    [
      'past the last row where rows can be added',
      3,
      1,
      at(9, 0),
      true,
      { rows: 3, columns: 1, added: 2, cutRows: 0, cutColumns: 0 },
    ],
    ['on the empty line', 3, 1, at(10, 0), true, { rows: 3, columns: 1, added: 3, cutRows: 0, cutColumns: 0 }],
    ['nothing', 0, 0, at(0, 0), true, { rows: 0, columns: 0, added: 0, cutRows: 0, cutColumns: 0 }],
  ])('%s', (_, height, width, range, canAddRows, expected) => {
    expect(placeBlock({ height, width, range, table: TABLE, canAddRows })).toMatchObject(expected)
  })

  it('never leaves the table, and accounts for every row and column', () => {
    const input = record({
      height: integer({ min: 1, max: 20 }),
      width: integer({ min: 1, max: 8 }),
      top: integer({ min: 0, max: 9 }),
      left: integer({ min: 0, max: 4 }),
      tall: integer({ min: 0, max: 9 }),
      wide: integer({ min: 0, max: 4 }),
      canAddRows: boolean(),
    })
    assert(
      property(input, ({ height, width, top, left, tall, wide, canAddRows }) => {
        const range = at(top, left, Math.min(9, top + tall), Math.min(4, left + wide))
        const placed = placeBlock({ height, width, range, table: TABLE, canAddRows })
        expect(placed.top + placed.rows - placed.added).toBeLessThanOrEqual(TABLE.rows)
        expect(placed.left + placed.columns).toBeLessThanOrEqual(TABLE.columns)
        expect((placed.rows + placed.cutRows) % height).toBe(0)
        expect((placed.columns + placed.cutColumns) % width).toBe(0)
        expect(canAddRows ? placed.cutRows : placed.added).toBe(0)
      }),
    )
  })
})

describe('a header line in a block', () => {
  const titles = [
    ['TT'],
    ['Tên doanh nghiệp', 'Tên đầy đủ'],
    ['MST', 'Mã số thuế'],
    ['Lao động'],
    ['Kết nạp mới – CT', 'CT'],
    ['Thành lập – CT', 'CT'],
  ]

  it.each<[string, string[], number, (number | null)[] | null, boolean]>([
    ['under its own columns', ['Tên doanh nghiệp', 'MST'], 1, [1, 2], true],
    ['in another order, without accents', ['ma so thue', 'TEN DOANH NGHIEP'], 1, [2, 1], false],
    ['shortened as offices do', ['Tên DN', 'MST', 'LĐ'], 1, [1, 2, 3], true],
    ['by the full title', ['Mã số thuế:', 'Lao động'], 2, [2, 3], true],
    ['with columns this table has not', ['Tên doanh nghiệp', 'Ghi chú', 'MST'], 1, [1, null, 2], false],
    ['titles that several columns have mean the one below', ['CT'], 5, [5], true],
    ['told apart by the common title', ['Thành lập – CT', 'Kết nạp mới – CT'], 4, [5, 4], false],
    ['data', ['Công ty Sao Mai', '0101234567'], 1, null, false],
    ['a number among them is data', ['Lao động', '12', 'MST'], 3, null, false],
    ['one title among many words is chance', ['MST', 'a', 'b', 'c'], 1, null, false],
    ['nothing', ['', ''], 0, null, false],
  ])('%s', (_, line, left, columns, inPlace) => {
    expect(matchHeader(line, titles, left)).toEqual(columns === null ? null : { columns, inPlace })
  })
})

describe('cells with values of their own', () => {
  it('become the text that reads back as the value', () => {
    assert(
      property(
        integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        integer({ min: 0, max: 6 }),
        (digits, decimals) => {
          const value = digits / 10 ** decimals
          expect(parseDecimal(numberAsTyped(value))).toBe(value === 0 ? 0 : value)
        },
      ),
    )
    expect(numberAsTyped(1.348)).toBe('1,3480')
    expect(numberAsTyped(1e21)).toBe('1000000000000000000000')
    expect(numberAsTyped(1e-7)).toBe('0,0000001')
  })

  it('go by the kind of the column', () => {
    expect(textForKind({ text: '1,348', number: 1348 }, 'count')).toBe('1348')
    expect(textForKind({ text: '1,348', number: 1348 }, 'text')).toBe('1,348')
    // "1.348" typed into an English Excel is one and a bit, but means a thousand.
    expect(textForKind({ text: '1.348', number: 1.348 }, 'count')).toBe('1.348')
    expect(textForKind({ text: '6/30/2024', date: '2024-06-30' }, 'date')).toBe('2024-06-30')
    expect(textForKind({ text: '6/30/2024', date: '2024-06-30' }, 'text')).toBe('6/30/2024')
    expect(textForKind({ text: 'CĐCS', number: 1 }, 'choice')).toBe('CĐCS')
  })

  it('are broken when a formula failed or a column was too narrow', () => {
    for (const text of ['####', '#N/A', '#REF!', '#DIV/0!', 'Err:502']) expect(isBrokenCell(text)).toBe(true)
    for (const text of ['#1', '##', 'N/A', '#NA', '# ghi chú']) expect(isBrokenCell(text)).toBe(false)
  })
})

describe('days with the month first', () => {
  it('are known by their column', () => {
    expect(isMonthFirst(['2/5/2024', '6/30/2024', ''])).toBe(true)
    expect(isMonthFirst(['2/5/2024', '5/2/2024'])).toBe(false)
    expect(isMonthFirst(['30/6/2024', '6/30/2024'])).toBe(false)
    expect(readMonthFirst('6/30/24')).toBe('2024-06-30')
    expect(readMonthFirst('6/30/99')).toBe('1999-06-30')
    expect(readMonthFirst('30/6/2024')).toBeNull()
  })
})
