import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { SurveyRecord } from '#shared/domain/survey/read-record.ts'
import { toTcvn3, toVni } from '#tests/support/legacy-text.ts'
import { readSurvey, readTable } from '#tests/support/read-survey.ts'
import { taxCode } from '#tests/support/tax-codes.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'
import { writeWorkbook, type Cell, type SheetSpec, type WorkbookSpec } from '#tests/support/workbook-file.ts'

const HEADER = [
  'STT',
  'Tên doanh nghiệp',
  'Mã số thuế',
  'Huyện/TP',
  'Số lao động',
  'Lao động nữ',
  'Đóng BHXH',
  'Có CĐ',
  'Đoàn viên',
  'Ngày thành lập',
]
const ROWS: readonly (readonly Cell[])[] = [
  [1, 'Công ty TNHH Đức Thịnh', taxCode(1), 'Thành phố Đông Hà', 48, 32, 35, 'x', 29, '06/05/2019'],
  [2, 'Công ty Cổ phần Ước Mơ Xanh', taxCode(2), 'Huyện Cam Lộ', 13, 10, 11, '', 0, '17/08/2021'],
  [3, 'Hợp tác xã Ngãi Giao', taxCode(3), 'Huyện Cam Lộ', 25, 4, 20, '', '', 2018],
]

async function readWorkbookOf(sheet: SheetSpec, spec: Partial<WorkbookSpec> = {}): ReturnType<typeof readSurvey> {
  return readSurvey(await writeWorkbook(path.join(makeTempFolder(), 'tệp.xlsx'), { ...spec, sheets: [sheet] }))
}

/** A text file of the plain table, written as `encode` says. */
async function readTextOf(encode: (text: string) => Buffer, delimiter = ','): ReturnType<typeof readSurvey> {
  const file = path.join(makeTempFolder(), 'tệp.csv')
  const lines = [HEADER, ...ROWS].map((cells) =>
    cells.map((cell) => (typeof cell === 'object' ? '' : String(cell))).join(delimiter),
  )
  fs.writeFileSync(file, encode(`${lines.join('\r\n')}\r\n`))
  return readSurvey(file)
}

function essence(records: readonly SurveyRecord[]): unknown[] {
  return records.map(({ name, taxCode: code, workers, women, insured, hasUnion, members, foundedOn, foundedText }) => ({
    name,
    code,
    workers,
    women,
    insured,
    hasUnion,
    members,
    founded: foundedOn ?? foundedText,
  }))
}

const EXPECTED = [
  {
    name: 'Công ty TNHH Đức Thịnh',
    code: taxCode(1),
    workers: 48,
    women: 32,
    insured: 35,
    hasUnion: true,
    members: 29,
    founded: '2019-05-06',
  },
  {
    name: 'Công ty Cổ phần Ước Mơ Xanh',
    code: taxCode(2),
    workers: 13,
    women: 10,
    insured: 11,
    hasUnion: null,
    members: 0,
    founded: '2021-08-17',
  },
  {
    name: 'Hợp tác xã Ngãi Giao',
    code: taxCode(3),
    workers: 25,
    women: 4,
    insured: 20,
    hasUnion: null,
    members: null,
    founded: '2018',
  },
]

describe('text files', () => {
  const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8')
  const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')
  const cases: readonly (readonly [string, (text: string) => Buffer, string])[] = [
    ['commas, UTF-8 without a mark', utf8, ','],
    ['semicolons, UTF-8 with a mark', (text) => utf8(`\ufeff${text}`), ';'],
    ['tabs, UTF-16 as Excel saves Unicode text', (text) => Buffer.from(`\ufeff${text}`, 'utf16le'), '\t'],
    ['tabs, UTF-16 big end first', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), '\t'],
    ['commas, UTF-16 without a mark', (text) => Buffer.from(text, 'utf16le'), ','],
    ['bars', utf8, '|'],
    ['a stated separator', (text) => utf8(`sep=;\r\n${text}`), ';'],
    ['semicolons, Windows-1258', (text) => encode1258(text), ';'],
    ['decomposed letters', (text) => utf8(text.normalize('NFD')), ';'],
    ['lines ended the old Macintosh way', (text) => utf8(text.replaceAll('\r\n', '\r')), ';'],
  ]
  test.each(cases)('%s', async (_, encode, delimiter) => {
    expect(essence((await readTextOf(encode, delimiter)).records)).toEqual(EXPECTED)
  })

  test('bytes of the TCVN3 fonts', async () => {
    expect(essence((await readTextOf((text) => latin1(toTcvn3(text)), ';')).records)).toEqual(EXPECTED)
  })

  test('bytes of the VNI fonts', async () => {
    expect(essence((await readTextOf((text) => latin1(toVni(text)), ';')).records)).toEqual(EXPECTED)
  })

  test('quotes, line breaks in a cell, a quote never closed, codes kept by ="…"', async () => {
    const file = path.join(makeTempFolder(), 'tệp.csv')
    const lines = [
      HEADER.join(','),
      `1,"Công ty TNHH ""An, Phát""","=""${taxCode(1)}""",Huyện Cam Lộ,48,32,35,x,29,06/05/2019`,
      `2,"Công ty\nhai dòng",="${taxCode(2)}",Huyện Cam Lộ,13,10,11,,0,17/08/2021`,
      `3,"Cty Mở ngoặc,${taxCode(3)},Huyện Cam Lộ,25,4,20,,,2018`,
    ]
    fs.writeFileSync(file, lines.join('\n'))
    const { records } = await readSurvey(file)
    expect(records.map(({ name }) => name)).toEqual(['Công ty TNHH "An, Phát"', 'Công ty hai dòng', '"Cty Mở ngoặc'])
    expect(records.map(({ taxCode: code }) => code)).toEqual([taxCode(1), taxCode(2), taxCode(3)])
  })
})

/** Windows-1258 has base letters with hats and horns, and tones as signs of their own after them. */
function encode1258(text: string): Buffer {
  const table = new Map<string, number>()
  const decoder = new TextDecoder('windows-1258')
  for (let byte = 0; byte < 256; byte++) table.set(decoder.decode(Uint8Array.of(byte)), byte)
  const bytes: number[] = []
  for (const letter of text) {
    const whole = table.get(letter)
    if (whole !== undefined) bytes.push(whole)
    else {
      const spread = letter.normalize('NFD')
      const tone = [...spread].find((sign) => /[\u0300\u0301\u0303\u0309\u0323]/.test(sign)) ?? ''
      for (const sign of [...spread.replace(tone, '').normalize('NFC'), tone]) bytes.push(table.get(sign) ?? 63)
    }
  }
  return Buffer.from(bytes)
}

describe('workbooks', () => {
  test('the plain table', async () => {
    expect(essence((await readWorkbookOf({ rows: [HEADER, ...ROWS] })).records)).toEqual(EXPECTED)
  })

  const oddForms: readonly (readonly [string, Partial<WorkbookSpec>])[] = [
    ['elements with a namespace prefix', { prefix: 'x' }],
    ['rows and cells without addresses', { withoutAddresses: true }],
    ['the 1904 date system', { date1904: true }],
  ]
  test.each(oddForms)('%s', async (_, spec) => {
    expect(essence((await readWorkbookOf({ rows: [HEADER, ...ROWS] }, spec)).records)).toEqual(EXPECTED)
  })

  test('text inside the cells and rich text', async () => {
    const rows: Cell[][] = ROWS.map((cells) => [...cells])
    const [first, second] = rows
    if (first === undefined || second === undefined) throw new Error('no rows')
    first[1] = { v: 'Công ty TNHH Đức Thịnh', inline: true }
    second[1] = { runs: [{ text: 'Công ty Cổ phần ' }, { text: 'Ước Mơ Xanh', font: 'Arial' }] }
    expect(essence((await readWorkbookOf({ rows: [HEADER, ...rows] })).records)).toEqual(EXPECTED)
  })

  test('dates: real ones, of either system, without their format, a year in a date cell', async () => {
    const dated = (value: Cell): Cell[] => [1, 'Công ty A', taxCode(1), 'Huyện Cam Lộ', 5, 1, 1, '', 0, value]
    const sheet = {
      rows: [
        HEADER,
        dated({ v: 43591, format: 'dd/mm/yyyy' }),
        dated(43591),
        dated({ v: 2018, format: 'dd/mm/yyyy' }),
        dated('5.6.2019'),
        dated('ngày 5 tháng 6 năm 2019'),
        dated('6/2019'),
      ],
    }
    const founded = (records: readonly SurveyRecord[]): unknown[] =>
      records.map(({ foundedOn, foundedText }) => foundedOn ?? foundedText)
    expect(founded((await readWorkbookOf(sheet)).records)).toEqual([
      '2019-05-06',
      '2019-05-06',
      '2018',
      '2019-06-05',
      '2019-06-05',
      '6/2019',
    ])
    const macintosh = { rows: [HEADER, dated({ v: 43591 - 1462, format: '[$-42A]d mmmm yyyy;@' })] }
    expect(founded((await readWorkbookOf(macintosh, { date1904: true })).records)).toEqual(['2019-05-06'])
  })

  test('tax codes: numbers that lost zeros, branches, personal numbers, signs around them', async () => {
    const coded = (value: Cell): Cell[] => [1, 'Công ty A', value, 'Huyện Cam Lộ', 5, 1, 1, '', 0, '']
    const zero = taxCode(7, '01')
    const values: readonly (readonly [Cell, string | null])[] = [
      [Number(zero), zero],
      [{ v: Number(zero), format: '0000000000' }, zero],
      [Number(`${zero}001`), `${zero}-001`],
      [12345678901, '012345678901'],
      ['012345678901', '012345678901'],
      [`MST: ${zero}`, zero],
      [`${zero.slice(0, 4)} ${zero.slice(4, 7)}.${zero.slice(7)}`, zero],
      [`'${zero}-002`, `${zero}-002`],
      [`${zero}003`, `${zero}-003`],
      [zero.slice(1), null],
      ['chưa có', null],
    ]
    const survey = await readWorkbookOf({ rows: [HEADER, ...values.map(([value]) => coded(value))] })
    expect(survey.records.map(({ taxCode: code }) => code)).toEqual(values.map(([, expected]) => expected))
    expect(survey.findings.problems().map(({ row, code }) => [row, code])).toEqual([[11, 'MST_CHECK']])
    expect(survey.records[9]?.extra).toEqual({ 'Mã số thuế': zero.slice(1) })
  })

  test('counts: thousands, words after them, the letter O, errors and blanks', async () => {
    const counted = (value: Cell): Cell[] => [1, 'Công ty A', taxCode(1), 'Huyện Cam Lộ', value, '', '', '', '', '']
    const values: readonly (readonly [Cell, number | null])[] = [
      ['1.348', 1348],
      ['1,348', 1348],
      ['1 348', 1348],
      ['25 người', 25],
      ['1O', 10],
      [{ v: 12, f: 'SUM(A1:A3)' }, 12],
      [{ v: '37', f: 'G1&""' }, 37],
      [1.348, 1348],
      ['', null],
      ['-', null],
      [{ v: 25, format: 'dd/mm/yyyy' }, 25],
      ['khoảng 20', null],
      ['20-25', null],
      ['trên 20', null],
      [12.5, null],
      [-3, null],
      [{ error: '#REF!' }, null],
      ['1.34', null],
    ]
    const survey = await readWorkbookOf({ rows: [HEADER, ...values.map(([value]) => counted(value))] })
    expect(survey.records.map(({ workers }) => workers)).toEqual(values.map(([, expected]) => expected))
    expect(survey.findings.problems().map(({ row, column, code, severity }) => [row, column, code, severity])).toEqual(
      [13, 14, 15, 16, 17, 18, 19].map((row) => [row, 'E', 'WORKERS_NOT_NUMBER', 'error']),
    )
  })

  test('fonts: TCVN3 with its capitals, VNI, Unicode typed in a legacy font, legacy text in a modern font', async () => {
    const old = (cells: readonly Cell[], font: string, convert: (text: string) => string): Cell[] =>
      cells.map((cell) => (typeof cell === 'string' ? { v: convert(cell), font } : cell))
    const sheets: readonly (readonly [string, SheetSpec])[] = [
      ['.VnTime', { rows: [old(HEADER, '.VnTime', toTcvn3), ...ROWS.map((row) => old(row, '.VnTime', toTcvn3))] }],
      ['VNI-Times', { rows: [old(HEADER, 'VNI-Times', toVni), ...ROWS.map((row) => old(row, 'VNI-Times', toVni))] }],
      ['Unicode in .VnTime', { rows: [HEADER, ...ROWS], font: '.VnTime' }],
      ['TCVN3 in Arial', { rows: [old(HEADER, 'Arial', toTcvn3), ...ROWS.map((row) => old(row, 'Arial', toTcvn3))] }],
      ['VNI in Arial', { rows: [old(HEADER, 'Arial', toVni), ...ROWS.map((row) => old(row, 'Arial', toVni))] }],
      [
        'decomposed',
        {
          rows: [HEADER, ...ROWS].map((row) =>
            row.map((cell) => (typeof cell === 'string' ? cell.normalize('NFD') : cell)),
          ),
        },
      ],
      [
        'UTF-8 taken for Latin-1',
        {
          rows: [HEADER, ...ROWS].map((row) =>
            row.map((cell) =>
              typeof cell === 'string' ? new TextDecoder('windows-1252').decode(Buffer.from(cell, 'utf8')) : cell,
            ),
          ),
        },
      ],
    ]
    for (const [what, sheet] of sheets) {
      const survey = await readWorkbookOf(sheet)
      const names = survey.records.map(({ name }) => name.toLowerCase())
      expect(names, what).toEqual(EXPECTED.map(({ name }) => name.toLowerCase()))
      expect(survey.conversions.length > 0, what).toBe(what !== 'Unicode in .VnTime')
    }
    const capitals = await readWorkbookOf({
      rows: [
        old(HEADER, '.VnTimeH', (text) => toTcvn3(text.toLowerCase())),
        ...ROWS.map((row) => old(row, '.VnTimeH', (text) => toTcvn3(text.toLowerCase()))),
      ],
    })
    expect(capitals.records[0]?.name).toBe('CÔNG TY TNHH ĐỨC THỊNH')
    expect(capitals.conversions[0]).toMatchObject({
      font: '.VnTimeH',
      encoding: 'tcvn3Capitals',
      cells: 1,
      column: 0,
      after: 'STT',
    })
  })

  test('a tick drawn by a symbol font', async () => {
    const rows = [HEADER, [1, 'Công ty A', taxCode(1), 'Huyện Cam Lộ', 5, 1, 1, { v: 'ü', font: 'Wingdings' }, 3, '']]
    expect((await readWorkbookOf({ rows })).records[0]?.hasUnion).toBe(true)
  })

  test('several sheets, hidden ones, and one asked for by name', async () => {
    const file = await writeWorkbook(path.join(makeTempFolder(), 'nhiều trang.xlsx'), {
      sheets: [
        { name: 'Bìa', rows: [['Danh sách']] },
        { name: 'Số liệu', rows: [HEADER, ...ROWS] },
        { name: 'Cũ', state: 'hidden', rows: [HEADER] },
      ],
    })
    const all = await readTable(file)
    expect(all).toMatchObject({
      names: ['Bìa', 'Số liệu', 'Cũ'],
      sheets: [{ name: 'Bìa' }, { name: 'Số liệu' }, { name: 'Cũ', hidden: true }],
    })
    expect(await readTable(file, 'SO LIEU')).toMatchObject({ sheets: [{ name: 'Số liệu' }] })
    expect(await readTable(file, 'Không có')).toMatchObject({
      code: 'SHEET_MISSING',
      details: { sheets: ['Bìa', 'Số liệu', 'Cũ'] },
    })
  })
})
