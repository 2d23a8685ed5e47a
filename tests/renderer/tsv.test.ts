import { array, assert, constantFrom, integer, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTsv, parseTsv } from '#renderer/ui/DataGrid/tsv.ts'

describe('tables on the clipboard', () => {
  it('drops the newline Excel adds, keeps empty cells', () => {
    expect(parseTsv('1\t2\r\n3\t\r\n')).toEqual([
      ['1', '2'],
      ['3', ''],
    ])
    expect(parseTsv('một\n')).toEqual([['một']])
    expect(parseTsv('a\t')).toEqual([['a', '']])
    expect(parseTsv('')).toEqual([])
  })

  it('reads quoted cells with tabs, newlines and quotes inside', () => {
    expect(parseTsv('"dòng 1\ndòng 2"\t"nói ""có"""\r\n')).toEqual([['dòng 1\ndòng 2', 'nói "có"']])
    expect(parseTsv('Công ty "Sao Mai"\t5')).toEqual([['Công ty "Sao Mai"', '5']])
  })

  it('takes a quote that never closes for a plain one', () => {
    expect(parseTsv('"Sao Mai\t5\n6\t7')).toEqual([
      ['"Sao Mai', '5'],
      ['6', '7'],
    ])
  })

  it('reads back every table it writes', () => {
    const cell = string({ unit: constantFrom('a', 'Đ', '"', '\t', '\n', ' ', '1', '.') })
    const table = integer({ min: 1, max: 4 })
      .chain((width) => array(array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }))
      // A last row of one empty cell and a trailing newline look the same.
      .filter((rows) => (rows.at(-1)?.length ?? 0) > 1 || rows.at(-1)?.[0] !== '')
    assert(
      property(table, (rows) => {
        expect(parseTsv(formatTsv(rows))).toEqual(rows)
      }),
    )
  })
})
