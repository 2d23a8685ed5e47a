import fs from 'node:fs'
import path from 'node:path'
import { array, assert, constantFrom, integer, oneof, property, record, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textForKind, type ClipboardCell } from '#shared/domain/table/clipboard-cell.ts'
import { readHtmlTable } from '#shared/domain/table/clipboard-html-read.ts'
import { formatHtmlTable, readCopyToken } from '#shared/domain/table/clipboard-html-write.ts'

function read(name: string) {
  const file = path.join(import.meta.dirname, '../../fixtures/clipboard', `${name}.html`)
  const table = readHtmlTable(fs.readFileSync(file, 'utf8'))
  if (table === null) throw new Error(`no table in ${name}`)
  return table
}

function texts(rows: readonly (readonly ClipboardCell[])[]): readonly (readonly string[])[] {
  return rows.map((row) => row.map(({ text }) => text))
}

describe('tables other programs copy', () => {
  it('of Excel: hidden rows and columns left out, merged cells in their place, newlines kept', () => {
    const { rows, headed, wordsAround } = read('excel-365')
    expect(texts(rows)).toEqual([
      ['Tên doanh nghiệp', 'Lao động', 'Ngày', 'MST', 'Tỷ lệ', 'Ghi chú', 'Quỹ'],
      [
        'Công ty TNHH "Sao Mai" chi nhánh Hạ Long',
        '1.348',
        '30/06/2024',
        '0101234567',
        '65,7%',
        'dòng 1\ndòng 2',
        '1.234,500',
      ],
      ['Ô gộp hai dòng', '1.250', '', '=1+1', '', '<5 & >3', '#N/A'],
      ['', '7', '####', '', '', '', ''],
    ])
    expect(headed).toBe(false)
    expect(wordsAround).toBe(false)
    // The three decimals are decimals: the format says so.
    expect(rows[1]?.[6]).toEqual({ text: '1.234,500', number: 1234.5 })
    expect(textForKind(rows[1]?.[4] ?? { text: '' }, 'percent')).toBe('65,7')
    expect(textForKind(rows[1]?.[3] ?? { text: '' }, 'text')).toBe('0101234567')
  })

  it('of an Excel set to English: days with the month first are days', () => {
    const { rows } = read('excel-english')
    expect(rows.map(([day]) => day?.date)).toEqual(['2024-02-05', '2024-06-30'])
    expect(rows.map((row) => textForKind(row[1] ?? { text: '' }, 'count'))).toEqual(['1,348', '12'])
    expect(rows.map((row) => textForKind(row[2] ?? { text: '' }, 'number'))).toEqual(['1234,5', '0,25'])
    // Month by name: read later, as typed.
    expect(rows.map((row) => textForKind(row[3] ?? { text: '' }, 'date'))).toEqual(['6-May-19', '30-Jun-24'])
  })

  it('of LibreOffice: values from sdval', () => {
    const { rows } = read('libreoffice')
    expect(texts(rows)[1]).toEqual([
      'Công ty TNHH Sao Mai',
      '1,348',
      '30/06/2024',
      '65.7%',
      '0101234567',
      'dòng 1\ndòng 2',
    ])
    expect(rows[1]?.[1]?.number).toBe(1348)
    expect(rows[1]?.[2]?.date).toBe('2024-06-30')
    expect(rows[1]?.[3]).toMatchObject({ number: 65.7, percent: true })
    expect(rows[2]?.[1]?.number).toBe(1234.5)
    expect(rows[2]?.[2]?.date).toBe('2024-02-05')
    expect(texts(rows)[3]).toEqual(['Gộp ô', '7', '', '', '', ''])
    expect(rows[1]?.[4]).toEqual({ text: '0101234567' })
  })

  it('of a Vietnamese LibreOffice: sdval with a comma', () => {
    const table = readHtmlTable('<table><tr><td sdval="1348,5" sdnum="1066;0;#.##0,0">1.348,5</td></tr></table>')
    expect(table?.rows[0]?.[0]?.number).toBe(1348.5)
  })

  it('of a page: header cells over two rows, paragraphs, hidden words, a table in a cell', () => {
    const { rows, headed, wordsAround } = read('chrome-page')
    expect(texts(rows)).toEqual([
      ['Đơn vị', 'Kết nạp', ''],
      ['', 'Chỉ tiêu', 'Kết quả'],
      ['LĐLĐ TP Hạ Long', '1.348', '65,7 %\nvượt'],
      ['Ba Chẽ', 'chưa báo cáo\nđơn vị mới', ''],
      ['trong bảng', '5 < 7', ''],
    ])
    expect(headed).toBe(true)
    expect(wordsAround).toBe(true)
  })

  it('of Google Sheets and Word', () => {
    expect(read('google-sheets').rows).toEqual([
      [{ text: 'Công ty A' }, { text: '1,348', number: 1348 }, { text: '6/30/2024', date: '2024-06-30' }],
    ])
    expect(texts(read('word').rows)).toEqual([
      ['TT', 'Đơn vị'],
      // The no-break space Word puts at the end; cells are trimmed when they are read by their columns.
      ['1', 'LĐLĐ thị xã\nQuảng Yên '],
    ])
  })

  it.each<[string, string, string[][] | null]>([
    [
      'a table that only places another',
      '<table><tr><td> <table><tr><td>a<td>b</table></td></tr></table>',
      [['a', 'b']],
    ],
    ['two tables one after the other', '<table><tr><td>a</table><table><tr><td>b</table>', [['a'], ['b']]],
    [
      'cells and rows that are never closed',
      '<table><tr><td>a<td>b<tr><td>c<td>d</table>',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['cells without a row', '<table><td>a</td><td>b</td></table>', [['a', 'b']]],
    [
      'rows covered by merged cells',
      '<table><tr><td rowspan=3>a<td>b<tr><td>c<tr></table>',
      [['a', 'b'], ['', 'c'], ['']],
    ],
    [
      'merged both ways',
      '<table><tr><td colspan=2 rowspan=2>a<td>b<tr><td>c</table>',
      [
        ['a', '', 'b'],
        ['', '', 'c'],
      ],
    ],
    ['absurd spans', '<table><tr><td colspan="-4" rowspan="x">a</td><td colspan="0">b</td></tr></table>', [['a', 'b']]],
    [
      'hidden by an attribute and by a class',
      '<style>.h{display:none}</style><table><tr hidden><td>a</tr><tr class=h><td>b</tr><tr><td>c</tr></table>',
      [['c']],
    ],
    ['hidden by mso-hide', "<table><tr><td style='mso-hide:all'>a</td><td>b</td></tr></table>", [['b']]],
    ['accents that come apart', `<table><tr><td>${'Hạ Long'.normalize('NFD')}</td></tr></table>`, [['Hạ Long']]],
    ['no table', '<p>chỉ là chữ</p>', null],
    ['a table without cells', '<table><tr></tr></table>', null],
    ['marks that are none', '<table><tr><td>5 < 7 & 8</td></tr></table>', [['5 < 7 & 8']]],
    ['an end that never comes', '<table><tr><td title="a', [['']]],
    ['code is no text', '<table><tr><td>a<script>alert("<td>x")</script></td></tr></table>', [['a']]],
  ])('%s', (_, html, expected) => {
    const table = readHtmlTable(html)
    expect(table === null ? null : texts(table.rows)).toEqual(expected)
  })

  it('never fails on any page, and takes time with its length only', () => {
    const piece = constantFrom(
      '<table>',
      '</table>',
      '<tr>',
      '<td>',
      '<td colspan=3 rowspan=2>',
      '</td>',
      '<',
      '>',
      '"',
      "'",
      '<!--',
      '-->',
      '<br>',
      'ô',
      ' ',
      '&nbsp;',
      '&#x1;',
      '&#99999999;',
      '<style>',
      '</style>',
      '{',
      '}',
      '<p hidden>',
      '</p>',
      '=',
    )
    assert(
      property(array(piece, { maxLength: 60 }), (pieces) => {
        const cells = readHtmlTable(pieces.join(''))?.rows.flat() ?? []
        expect(cells.every(({ text }) => typeof text === 'string')).toBe(true)
      }),
      { numRuns: 400 },
    )
    const long = `<table>${'<tr><td>Công ty</td><td align=right>1.348</td></tr>'.repeat(40_000)}</table>`
    const startedAt = performance.now()
    expect(readHtmlTable(long)?.rows).toHaveLength(40_000)
    expect(performance.now() - startedAt).toBeLessThan(4000)
  })
})

describe('tables copied from here', () => {
  it('are numbers and days for Excel and LibreOffice, and words stay words', () => {
    const html = formatHtmlTable({
      rows: [
        [
          { text: '1348,5', value: { kind: 'number', number: 1348.5 } },
          { text: '30/06/2024', value: { kind: 'date', date: '2024-06-30' } },
          { text: '65,7%', value: { kind: 'percent', number: 65.7 } },
          { text: '0101234567' },
          { text: '=HYPERLINK("x")' },
          { text: '<b>&' },
        ],
      ],
      titles: ['Số lao động'],
      token: 'abc-1',
    })
    expect(html).toContain('x:num="1348.5" sdval="1348.5"')
    expect(html).toContain(
      `x:num="45473" sdval="45473" sdnum="1033;1066;DD/MM/YYYY" style='mso-number-format:"dd\\/mm\\/yyyy"'`,
    )
    expect(html).toContain('x:num="0.657" sdval="0.657" sdnum="1033;0;0.00%"')
    expect(html).toContain(`<td x:str sdnum="1033;0;@" style='mso-number-format:"\\@"'>0101234567</td>`)
    expect(html).toContain('>=HYPERLINK(&quot;x&quot;)</td>')
    expect(html).toContain('>&lt;b&gt;&amp;</td>')
    expect(readCopyToken(html)).toBe('abc-1')
    expect(readCopyToken('<table><tr><td>a</td></tr></table>')).toBeNull()
    expect(readHtmlTable(html)?.headed).toBe(true)
  })

  it('read back as they were', () => {
    const words = string({
      unit: constantFrom('a', 'Đ', '<', '&', '"', "'", ' ', '\t', '\n', ';', '5', 'ạ', '='),
      maxLength: 8,
    }).map((text) => (text.trim() === '' ? '' : text))
    const cell = oneof(
      words.map((text) => ({ text })),
      integer({ min: -1_000_000, max: 1_000_000 }).map((number) => ({
        text: String(number),
        value: { kind: 'number' as const, number },
      })),
      integer({ min: 0, max: 9999 }).map((number) => ({
        text: `${number / 10}`.replace('.', ','),
        value: { kind: 'number' as const, number: number / 10 },
      })),
      record({
        year: integer({ min: 1901, max: 2149 }),
        month: integer({ min: 1, max: 12 }),
        day: integer({ min: 1, max: 28 }),
      }).map(({ year, month, day }) => {
        const [m, d] = [String(month).padStart(2, '0'), String(day).padStart(2, '0')]
        return { text: `${d}/${m}/${year}`, value: { kind: 'date' as const, date: `${year}-${m}-${d}` } }
      }),
    )
    const table = integer({ min: 1, max: 5 }).chain((width) =>
      array(array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
    )
    assert(
      property(table, (rows) => {
        const back = readHtmlTable(formatHtmlTable({ rows }))
        expect(back?.rows).toEqual(
          rows.map((row) =>
            row.map((one): ClipboardCell => {
              if (!('value' in one)) return { text: one.text }
              return one.value.kind === 'date'
                ? { text: one.text, date: one.value.date }
                : { text: one.text, number: one.value.number }
            }),
          ),
        )
      }),
    )
  })
})
