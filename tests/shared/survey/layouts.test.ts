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

function fieldsOf(survey: UnderstoodSurvey): Record<string, string | null> {
  return Object.fromEntries(survey.header.columns.map(({ label, field }) => [label, field]))
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

describe('headers', () => {
  test('titles above, one line', () => {
    const survey = understand([['CỤC THUẾ TỈNH'], [], ['DANH SÁCH NĂM 2023'], HEADER, firm('Công ty A')])
    expect(survey.header).toMatchObject({ top: 4, bottom: 4 })
    expect(survey.records).toHaveLength(1)
  })

  test('two lines with merges, the CĐCS list of a province', () => {
    const top = [
      'TT',
      'Tên CĐCS',
      'Cụm khu CN',
      'Ngành nghề SXKD',
      'CNVCLĐ',
      '',
      '',
      'ĐVCĐ',
      '',
      '',
      'Loại hình',
      '',
      '',
      'Loại công ty',
      '',
      'Ngày/năm thành lập',
      'Quốc gia',
      'Thuộc xã phường',
      'Ghi chú',
      'Tên chủ tịch',
      'SĐT',
      'Địa chỉ',
    ]
    const sub = [
      '',
      '',
      '',
      '',
      'Tổng',
      'Nam',
      'Nữ',
      'Tổng',
      'Nam',
      'Nữ',
      'Nhà nước',
      'Trong nước',
      'Ngoài nước',
      'Cổ phần',
      'TNHH',
    ]
    const rows = [
      top,
      sub,
      [
        1,
        'CĐCS Công ty TNHH May Sao Mai',
        'KCN Nam Đông Hà',
        'May mặc',
        120,
        20,
        100,
        110,
        15,
        95,
        '',
        '',
        'x',
        '',
        'x',
        2015,
        'Hàn Quốc',
        'Phường Đông Lễ',
        '',
        'Nguyễn Văn An',
        '0912345678',
        'KCN',
      ],
      [
        2,
        'CĐCS Công ty Cấp nước',
        '',
        'Cấp nước',
        50,
        30,
        20,
        50,
        30,
        20,
        '',
        'x',
        '',
        'x',
        '',
        '12/05/2010',
        '',
        'Phường 1',
        'tốt',
        'Lê Thị Bé',
        '',
        'đường 9',
      ],
    ]
    const merges = ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:G1', 'H1:J1', 'K1:M1', 'N1:O1', 'P1:P2']
    for (const survey of [understand(rows, { merges }), understand(rows)]) {
      expect(survey.header).toMatchObject({ top: 1, bottom: 2 })
      const [first, second] = survey.records
      expect(first).toMatchObject({
        workers: 120,
        women: 100,
        members: 110,
        hasUnion: true,
        legalForm: 'FDI100',
        foundedText: '2015',
        phone: '0912345678',
      })
      expect(first?.extra).toMatchObject({
        'CNVCLĐ - Nam': '20',
        'ĐVCĐ - Nữ': '95',
        'Loại hình': 'Ngoài nước',
        'Quốc gia': 'Hàn Quốc',
        'Tên chủ tịch': 'Nguyễn Văn An',
      })
      expect(second).toMatchObject({
        workers: 50,
        members: 50,
        legalForm: 'CTCP',
        foundedOn: '2010-05-12',
        note: 'tốt',
      })
      expect(first?.nameKey).toBe('cong ty tnhh may sao mai')
      expect(placesOf(survey.records)[0]).toContain('Phường Đông Lễ')
    }
  })

  test('abbreviations and full wordings', () => {
    const wordings: readonly (readonly [string, string])[] = [
      ['LĐ', 'workers'],
      ['Tổng số LĐ', 'workers'],
      ['Tổng số CNVCLĐ', 'workers'],
      ['Số người lao động', 'workers'],
      ['Lao động hiện có', 'workers'],
      ['SỐ LAO ĐỘNG (người)', 'workers'],
      ['LĐ NỮ', 'women'],
      ['Trong đó nữ', 'women'],
      ['Số lao động nữ', 'women'],
      ['ĐÓNG BHXH', 'insured'],
      ['Số LĐ tham gia BHXH', 'insured'],
      ['Số người tham gia bảo hiểm xã hội', 'insured'],
      ['CÓ CĐ', 'hasUnion'],
      ['Đã có CĐCS', 'hasUnion'],
      ['Đã thành lập công đoàn', 'hasUnion'],
      ['Tổ chức công đoàn (có/không)', 'hasUnion'],
      ['Chưa có CĐCS', 'noUnion'],
      ['ĐV', 'members'],
      ['Số ĐV', 'members'],
      ['Tổng số đoàn viên công đoàn', 'members'],
      ['MÃ SỐ THUẾ', 'taxCode'],
      ['MST/MSDN', 'taxCode'],
      ['Mã số doanh nghiệp', 'taxCode'],
      ['HUYỆN/TP', 'placeDistrict'],
      ['Huyện, thị xã, thành phố', 'placeDistrict'],
      ['Quận/Huyện', 'placeDistrict'],
      ['Địa bàn', 'placeDistrict'],
      ['Xã, phường, thị trấn', 'placeCommune'],
      ['Thuộc xã phường', 'placeCommune'],
      ['KCN', 'placeZone'],
      ['Công đoàn cấp trên', 'placeUnit'],
      ['Đơn vị quản lý', 'placeUnit'],
      ['NGÀNH KD', 'industry'],
      ['Ngành nghề sản xuất kinh doanh', 'industry'],
      ['NGÀY TL', 'foundedOn'],
      ['Năm thành lập', 'foundedOn'],
      ['Ngày bắt đầu hoạt động', 'foundedOn'],
      ['Loại hình doanh nghiệp', 'legalForm'],
      ['Khó khăn, vướng mắc', 'difficulty'],
      ['Ghi chú', 'note'],
      ['Số điện thoại', 'phone'],
    ]
    for (const [label, field] of wordings) {
      const survey = understand([
        ['STT', 'Tên đơn vị', 'Trụ sở chính', 'Ghi nhận 1', 'Mã số thuế', 'Tổng số lao động', label]
          .filter((cell) => cell !== 'Mã số thuế' || field !== 'taxCode')
          .filter((cell) => cell !== 'Tổng số lao động' || field !== 'workers')
          .concat(field === 'taxCode' ? ['Tổng số lao động'] : []),
        [1, 'Công ty A', 'x', '', '', '', ''],
      ])
      expect(fieldsOf(survey)[label], label).toBe(field)
    }
  })

  test('headers that are near but mean something else are kept, not counted', () => {
    const others = [
      'Số LĐ chưa tham gia BHXH',
      'Số chưa là đoàn viên',
      'Số LĐ nước ngoài',
      'Nợ BHXH (triệu đồng)',
      'Mã đơn vị BHXH',
      'Ngày thành lập CĐCS',
      'Đoàn viên ưu tú',
      'Số ĐV dự kiến',
      'Tên giám đốc',
      'Ngày cấp MST',
      'Tỉnh/TP',
      'Tên viết tắt',
      'Tình trạng hoạt động',
    ]
    const survey = understand([
      [...HEADER, ...others],
      [...firm('Công ty A'), ...others.map(() => 'y')],
    ])
    for (const label of others) expect(fieldsOf(survey)[label], label).toBeNull()
    expect(Object.keys(survey.records[0]?.extra ?? {})).toEqual(others)
    expect(survey.findings.hints().some((hint) => hint.includes('“Tỉnh/TP”'))).toBe(true)
  })

  test('a band over the table, the motto beside the letterhead', () => {
    const rows = [
      ['BẢO HIỂM XÃ HỘI', '', '', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['TỈNH QUẢNG TRỊ', '', '', '', 'Độc lập - Tự do - Hạnh phúc'],
      ['THÔNG TIN CHUNG', '', '', '', 'CÔNG ĐOÀN'],
      ['STT', 'Đơn vị', 'Mã số thuế', 'Số lao động', 'Đã có', 'Số ĐV'],
      [1, 'Công ty A', taxCode(1), 12, 'x', 10],
    ]
    const survey = understand(rows, { merges: ['A3:D3', 'E3:F3', 'A1:D1', 'E1:F1', 'E2:F2'] })
    expect(survey.header.bottom).toBe(4)
    expect(survey.records[0]).toMatchObject({ name: 'Công ty A', workers: 12, hasUnion: true, members: 10 })
  })

  test('“Đơn vị” beside a name column is the unit', () => {
    const survey = understand([
      ['TT', 'Tên doanh nghiệp', 'Đơn vị', 'MST', 'LĐ'],
      [1, 'Công ty A', 'Huyện Cam Lộ', taxCode(1), 5],
    ])
    expect(fieldsOf(survey)).toMatchObject({ 'Tên doanh nghiệp': 'name', 'Đơn vị': 'placeUnit' })
  })

  test('a sheet without a header is no survey', () => {
    expect(understandSurvey(sheetOf([['Kính gửi'], ['Đề nghị các đơn vị báo cáo'], [1, 2, 3]]))).toBeNull()
    expect(understandSurvey(sheetOf([]))).toBeNull()
  })
})

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
