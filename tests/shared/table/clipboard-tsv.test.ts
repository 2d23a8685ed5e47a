import { array, assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTsv, parseTsv } from '#shared/domain/table/clipboard-tsv.ts'

describe('tables on the clipboard as plain text', () => {
  it.each<[string, string, string[][]]>([
    [
      'the newline Excel adds is no row',
      '1\t2\r\n3\t\r\n',
      [
        ['1', '2'],
        ['3', ''],
      ],
    ],
    ['line feeds', 'một\nhai\n', [['một'], ['hai']]],
    ['carriage returns of old Macintoshes', 'một\rhai\r', [['một'], ['hai']]],
    ['a tab at the end is an empty cell', 'a\t', [['a', '']]],
    ['nothing', '', []],
    ['one empty cell', '\r\n', [['']]],
    ['an empty line between', 'a\n\nb', [['a'], [''], ['b']]],
    ['rows of different lengths', 'a\tb\nc', [['a', 'b'], ['c']]],
    [
      'quoted cells with tabs, newlines and quotes',
      '"dòng 1\ndòng 2"\t"nói ""có"""\r\n',
      [['dòng 1\ndòng 2', 'nói "có"']],
    ],
    ['quoted carriage returns', '"a\r\nb"\tc', [['a\r\nb', 'c']]],
    ['a quote in the middle', 'Công ty "Sao Mai"\t5', [['Công ty "Sao Mai"', '5']]],
    ['a name in quotes with words behind', '"Sao Mai" và bạn\t5', [['"Sao Mai" và bạn', '5']]],
    [
      'a quote that never closes',
      '"Sao Mai\t5\n6\t7',
      [
        ['"Sao Mai', '5'],
        ['6', '7'],
      ],
    ],
    ['an empty quoted cell', '""\t1', [['', '1']]],
    ['only quotes', '""""', [['"']]],
  ])('%s', (_, text, rows) => {
    expect(parseTsv(text)).toEqual(rows)
  })

  it('reads back every table it writes', () => {
    const cell = string({ unit: constantFrom('a', 'Đ', '"', '\t', '\n', '\r', ' ', '1', '.'), maxLength: 6 })
    const table = array(array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 })
    assert(
      property(table, (rows) => {
        expect(parseTsv(formatTsv(rows))).toEqual(rows)
      }),
      { numRuns: 500 },
    )
  })

  it('takes any text', () => {
    assert(
      property(string({ unit: constantFrom('a', '"', '\t', '\n', '\r') }), (text) => {
        expect(parseTsv(text).flat().join('').length).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('writes what Excel writes', () => {
    expect(formatTsv([['1101'], ['1102']])).toBe('1101\r\n1102')
    expect(formatTsv([['a\nb', 'nói "có"']])).toBe('"a\nb"\t"nói ""có"""')
    expect(formatTsv([['a'], ['']])).toBe('a\r\n\r\n')
  })
})
