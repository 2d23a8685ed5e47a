import { describe, expect, test } from 'vitest'
import type { SurveyRecord } from '#shared/domain/survey/read-record.ts'
import type { UnderstoodSurvey } from '#shared/domain/survey/survey-reader.ts'
import { understandSurvey } from '#shared/domain/survey/understand.ts'
import { sheetOf } from '#tests/support/foreign-sheet.ts'
import { taxCode } from '#tests/support/tax-codes.ts'

function understand(...args: Parameters<typeof sheetOf>): UnderstoodSurvey {
  const survey = understandSurvey(sheetOf(...args))
  if (survey === null) throw new Error('no header found')
  return survey
}

function placesOf(records: readonly SurveyRecord[]): string[] {
  return records.map(({ name, places }) => `${name} @ ${places.map(({ place }) => place.text).join(' < ')}`)
}

const HEADER = ['STT', 'Tên doanh nghiệp', 'MST', 'Địa chỉ', 'Số LĐ', 'Có CĐ', 'Đoàn viên']
let next = 1
function firm(
  name: string,
  workers: number | string = 10,
  union = '',
  members: number | string = '',
): (string | number)[] {
  const seed = next++
  return [seed, name, taxCode(seed), 'đường Lê Duẩn', workers, union, members]
}

describe('rows', () => {
  test('group rows by numeral, by merge, in one cell, nested; subtotals; the end of the table', () => {
    const rows = [
      HEADER,
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
      ['I', 'THÀNH PHỐ ĐÔNG HÀ', '', '', 30],
      firm('Công ty A'),
      firm('Công ty B', 20),
      ['', 'Cộng thành phố Đông Hà', '', '', 30],
      ['II. HUYỆN CAM LỘ (2 DN)'],
      firm('Tổng công ty C', 7),
      firm('Công ty D'),
      HEADER,
      ['Huyện Gio Linh'],
      firm('Công ty E'),
      ['III', 'Huyện Hải Lăng'],
      ['1', 'Xã Hải Phú'],
      firm('Công ty G'),
      ['2', 'Xã Hải Thượng'],
      firm('Công ty H'),
      [],
      ['TỔNG CỘNG', '', '', '', 77],
      [],
      ['', '', '', '', 'Quảng Trị, ngày 15 tháng 01 năm 2024'],
      ['', 'NGƯỜI LẬP BIỂU', '', '', 'GIÁM ĐỐC'],
      ['', '(Ký, ghi rõ họ tên)'],
      [],
      ['', 'Nguyễn Văn An', '', '', 'Trần Thị Bình'],
    ]
    const survey = understand(rows, { merges: ['A7:G7', 'A19:D19'] })
    expect(placesOf(survey.records)).toEqual([
      'Công ty A @ THÀNH PHỐ ĐÔNG HÀ',
      'Công ty B @ THÀNH PHỐ ĐÔNG HÀ',
      'Tổng công ty C @ HUYỆN CAM LỘ',
      'Công ty D @ HUYỆN CAM LỘ',
      'Công ty E @ Huyện Gio Linh',
      'Công ty G @ Xã Hải Phú < Huyện Hải Lăng',
      'Công ty H @ Xã Hải Thượng < Huyện Hải Lăng',
    ])
    expect(survey.findings.problems()).toEqual([])
    expect(survey.findings.hints().filter((hint) => hint.includes('cộng các dòng'))).toEqual([])
  })

  test('totals that are typed wrong are said', () => {
    const survey = understand([HEADER, firm('Công ty A', 10), firm('Công ty B', 20), ['', 'Tổng cộng', '', '', 31]])
    expect(survey.findings.hints()).toContain('Dòng 4: số lao động trong tệp ghi 31, cộng các dòng được 30.')
  })

  test('groups by kind of enterprise are not places', () => {
    const survey = understand([
      HEADER,
      ['A', 'Khu vực ngoài nhà nước'],
      ['I', 'Huyện Cam Lộ'],
      firm('Công ty A'),
      ['B', 'Doanh nghiệp FDI'],
      ['I', 'Huyện Gio Linh'],
      firm('Công ty B'),
    ])
    expect(placesOf(survey.records)).toEqual(['Công ty A @ Huyện Cam Lộ', 'Công ty B @ Huyện Gio Linh'])
  })

  test('text without accents', () => {
    const survey = understand([
      ['STT', 'Ten don vi', 'MST', 'Dia chi', 'So LD', 'Co CD', 'Doan vien'],
      ['I', 'HUYEN CAM LO'],
      firm('Cong ty A'),
      ['', 'Cong', '', '', 10],
      ['', 'TONG CONG', '', '', 10],
    ])
    expect(placesOf(survey.records)).toEqual(['Cong ty A @ HUYEN CAM LO'])
  })

  test('a missing name is an error, a pre-numbered empty line is nothing', () => {
    const survey = understand([HEADER, firm('Công ty A'), firm(''), [3], [4], ['', '', '', '', 99]])
    expect(survey.records.map(({ row, hasError }) => [row, hasError])).toEqual([
      [2, false],
      [3, true],
    ])
    expect(survey.findings.problems()).toMatchObject([{ row: 3, column: 'B', code: 'NAME_MISSING', severity: 'error' }])
  })

  test('hidden rows are read and said', () => {
    const survey = understand([HEADER, firm('Công ty A'), firm('Công ty B')], { hiddenRows: [3] })
    expect(survey.records).toHaveLength(2)
    expect(survey.findings.hints()).toContain('Dòng 3: đang bị ẩn trong Excel, vẫn được đọc.')
  })

  test('marks of every kind', () => {
    const marks: readonly (readonly [string | number | boolean, boolean | null])[] = [
      ['x', true],
      ['X', true],
      ['✓', true],
      ['có', true],
      ['Có', true],
      ['Đã có', true],
      [1, true],
      [true, true],
      ['12/QĐ-LĐLĐ', true],
      ['', null],
      ['-', null],
      ['Không', false],
      ['ko', false],
      ['Chưa', false],
      ['Chưa thành lập', false],
      ['Đang vận động', false],
      [0, false],
      [false, false],
    ]
    const survey = understand([HEADER, ...marks.map(([mark]) => [...firm('Công ty').slice(0, 5), mark])])
    expect(survey.records.map(({ hasUnion }) => hasUnion)).toEqual(marks.map(([, expected]) => expected))
  })

  test('“Chưa có CĐCS” marks the contrary', () => {
    const header = ['STT', 'Tên DN', 'MST', 'Số LĐ', 'Đã có CĐCS', 'Chưa có CĐCS']
    const survey = understand([
      header,
      [1, 'A', taxCode(1), 5, 'x', ''],
      [2, 'B', taxCode(2), 5, '', 'x'],
      [3, 'C', taxCode(3), 5, '', ''],
    ])
    expect(survey.records.map(({ hasUnion }) => hasUnion)).toEqual([true, false, null])
  })

  test('members without a column of unions', () => {
    const survey = understand([
      ['STT', 'Tên DN', 'MST', 'Số LĐ', 'Số ĐV'],
      [1, 'A', taxCode(1), 50, 20],
      [2, 'B', taxCode(2), 5, 0],
      [3, 'C', taxCode(3), 5, ''],
    ])
    expect(survey.records.map(({ hasUnion }) => hasUnion)).toEqual([true, false, null])
  })

  test('warnings: members over workers, a check digit, a day that does not exist', () => {
    const header = [...HEADER, 'Ngày thành lập']
    const wrong = taxCode(1).replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))
    const survey = understand([header, [1, 'A', wrong, 'x', 10, 'x', 25, '31/02/2020']])
    expect(survey.findings.problems().map(({ row, column, code, severity }) => [row, column, code, severity])).toEqual([
      [2, 'C', 'MST_CHECK', 'warning'],
      [2, 'G', 'MEMBERS_OVER_WORKERS', 'warning'],
      [2, 'H', 'DATE_INVALID', 'warning'],
    ])
    expect(survey.records[0]).toMatchObject({
      taxCode: wrong,
      foundedOn: null,
      foundedText: '31/02/2020',
      hasError: false,
    })
  })
})

describe('title', () => {
  test.each([
    [['Báo cáo lập ngày 05/01/2024', '(Số liệu tính đến ngày 31/12/2023)'], '2023-12-31'],
    [['Quảng Trị, ngày 15 tháng 01 năm 2024'], '2024-01-15'],
    [['Đến ngày 30.6.2024'], '2024-06-30'],
    [['Năm 2024'], null],
    [['(Tính đến 31/02/2024)'], null],
  ])('%j → %s', (lines, date) => {
    expect(understand([...lines.map((line) => [line]), HEADER, firm('A')]).title.date).toBe(date)
  })
})

describe('places in columns', () => {
  const header = ['STT', 'Huyện', 'Tên doanh nghiệp', 'MST', 'Số LĐ']
  const row = (seed: number, place: string): (string | number)[] => [seed, place, `Công ty ${seed}`, taxCode(seed), 5]

  test('a place merged over the rows of its enterprises counts for all', () => {
    const rows = [
      header,
      row(1, 'Huyện Cam Lộ'),
      row(2, ''),
      row(3, ''),
      row(4, 'Huyện Gio Linh'),
      row(5, ''),
      row(6, ''),
    ]
    const survey = understand(rows, { merges: ['B2:B4', 'B5:B6'] })
    expect(placesOf(survey.records)).toEqual([
      'Công ty 1 @ Huyện Cam Lộ',
      'Công ty 2 @ Huyện Cam Lộ',
      'Công ty 3 @ Huyện Cam Lộ',
      'Công ty 4 @ Huyện Gio Linh',
      'Công ty 5 @ Huyện Gio Linh',
      'Công ty 6 @ ',
    ])
  })

  test('a place written once over rows left blank is read on down', () => {
    const rows = [header, row(1, 'Huyện Cam Lộ'), row(2, ''), row(3, ''), row(4, 'Huyện Gio Linh'), row(5, '')]
    const survey = understand(rows)
    expect(placesOf(survey.records).map((place) => place.split(' @ ')[1])).toEqual([
      'Huyện Cam Lộ',
      'Huyện Cam Lộ',
      'Huyện Cam Lộ',
      'Huyện Gio Linh',
      'Huyện Gio Linh',
    ])
    expect(survey.findings.hints().some((hint) => hint.startsWith('Dòng 3, 4: không ghi địa bàn'))).toBe(true)
  })

  test('a few forgotten cells are not filled', () => {
    const rows = [header, row(1, 'Huyện Cam Lộ'), row(2, 'Huyện Cam Lộ'), row(3, ''), row(4, 'Huyện Gio Linh')]
    expect(placesOf(understand(rows).records)[2]).toBe('Công ty 3 @ ')
  })
})

test('a telephone number that lost its zero, a date of an English Excel', () => {
  const survey = understand([
    ['STT', 'Tên DN', 'MST', 'Số LĐ', 'SĐT', 'Ngày thành lập'],
    [1, 'A', taxCode(1), 5, 912345678, '6-May-19'],
    [2, 'B', taxCode(2), 5, '0233 3852', ''],
  ])
  expect(survey.records).toMatchObject([{ phone: '0912345678', foundedOn: '2019-05-06' }, { phone: '0233 3852' }])
})
