import { guessField } from '#shared/domain/survey/fields.ts'
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

  test('further wordings of offices', () => {
    const wordings: readonly (readonly [readonly string[], string | null])[] = [
      [['Quy mô (lao động)'], 'workers'],
      [['Tổ chức công đoàn', 'Có'], 'hasUnion'],
      [['Tổ chức công đoàn', 'Không'], 'noUnion'],
      [['Đơn vị cấp huyện'], 'placeDistrict'],
      [['Huyện (cũ)'], 'placeDistrict'],
      [['Xã/phường mới'], 'placeCommune'],
      [['Nơi đóng'], 'address'],
      [['BHXH', 'Số LĐ tham gia'], null],
      [['Lao động', 'Tổng'], 'workers'],
      [['Lao động', 'Nữ'], 'women'],
      [['Đoàn viên', 'Tổng số'], 'members'],
      [['Đoàn viên', 'Nữ'], null],
      [['Lý do chưa thành lập CĐCS'], 'difficulty'],
    ]
    for (const [parts, field] of wordings) expect(guessField(parts)?.field ?? null, parts.join(' / ')).toBe(field)
  })
})
