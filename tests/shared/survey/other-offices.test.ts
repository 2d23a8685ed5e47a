import { describe, expect, test } from 'vitest'
import { guessField } from '#shared/domain/survey/fields.ts'
import { parsePlace } from '#shared/domain/survey/places.ts'
import { understandSurvey } from '#shared/domain/survey/understand.ts'
import { sheetOf } from '#tests/support/foreign-sheet.ts'

/** What lists of other provinces wrote that the first ones did not. */
describe('wordings of other offices', () => {
  test.each(['Có/Chưa có', 'Đã có hay chưa', 'Có hoặc chưa', 'Có/Không', 'Có hay không'])(
    '“%s” under the union asks whether there is one',
    (leaf) => expect(guessField(['Tổ chức công đoàn', leaf])?.field).toBe('hasUnion'),
  )

  test.each([
    ['Số lượng lao động', 'workers'],
    ['Số lượng NLĐ', 'workers'],
    ['Tổng số CNVC', 'workers'],
    ['Số lượng đoàn viên', 'members'],
    ['Đã có công đoàn cơ sở', 'hasUnion'],
    ['Chưa có công đoàn cơ sở', 'noUnion'],
    ['Đã TL CĐCS', 'hasUnion'],
    ['Mã số ĐKDN', 'taxCode'],
    ['M.S.T', 'taxCode'],
    ['Huyện, thành', 'placeDistrict'],
    ['Công đoàn xã/phường', 'placeUnit'],
    ['Ngày ĐKKD', 'foundedOn'],
    ['Tên chi nhánh', 'name'],
    ['Tên hộ kinh doanh', 'name'],
    ['Đơn vị tham gia BHXH', 'name'],
    ['Đ/c', 'address'],
    ['Chú thích', 'note'],
  ])('“%s” is %s', (label, field) => expect(guessField([label])?.field).toBe(field))

  test.each([
    'Tổng quỹ lương lao động',
    'Có thỏa ước lao động tập thể',
    'Số lao động cần tuyển',
    'Số LĐ từ 20 trở lên',
    'Trình độ lao động',
    'Có thành lập ban nữ công',
    'Ngày bắt đầu đóng BHXH',
    'Ngày thành lập công đoàn cơ sở',
    'Số quyết định thành lập công đoàn cơ sở',
    'Địa chỉ email',
  ])('“%s” is kept, not read', (label) => expect(guessField([label])).toBeNull())

  test('“Chưa có” alone marks those without', () => {
    expect(guessField(['Tổ chức công đoàn', 'Chưa có'])?.field).toBe('noUnion')
    expect(guessField(['Chưa có CĐCS'])?.field).toBe('noUnion')
  })

  test.each([
    ['T.xã Hoàng Mai', 'town', 'Hoàng Mai'],
    ['T.phố Vinh', 'city', 'Vinh'],
    ['T.P Vinh', 'city', 'Vinh'],
    ['Q 10', 'urbanDistrict', '10'],
    ['P 3', 'ward', '3'],
    ['H. đảo Cát Hải', 'district', 'Cát Hải'],
    ['ĐK Phú Quý', 'specialZone', 'Phú Quý'],
    ['Khu CN Nhơn Trạch 3', 'industrialZone', 'Nhơn Trạch 3'],
    ['H. Huyện Xuyên Mộc (5 đơn vị)', 'district', 'Xuyên Mộc'],
    ['K. HUYỆN NAM ĐÀN', 'district', 'NAM ĐÀN'],
    ['P. Xuân Hương - Đà Lạt', 'ward', 'Xuân Hương - Đà Lạt'],
    ['Q. Kiến An', 'urbanDistrict', 'Kiến An'],
    ['H Cam Lộ', 'district', 'Cam Lộ'],
    ['Đảo Cồn Cỏ', 'district', 'Cồn Cỏ'],
    ['Xã đảo Thạnh An', 'commune', 'Thạnh An'],
    ['Thành phố Đông Hà, tỉnh Quảng Trị', 'city', 'Đông Hà'],
    ['Quận 1, TP. Hồ Chí Minh', 'urbanDistrict', '1'],
    ['Thị xã Tịnh Biên', 'town', 'Tịnh Biên'],
    ['Huyện Cam Lộ: 34 đơn vị', 'district', 'Cam Lộ'],
    ['CĐN Giáo dục', 'sector', 'Giáo dục'],
    ['Công đoàn ngành Giáo dục tỉnh', 'sector', 'Giáo dục'],
    ['CĐVC tỉnh', 'civilServants', ''],
    ['Công đoàn Viên chức tỉnh', 'civilServants', ''],
    ['Tỉnh Quảng Trị', 'province', 'Quảng Trị'],
    ['Khu vực 3', null, 'Khu vực 3'],
  ])('“%s” is a %s', (text, kind, core) => expect(parsePlace(text)).toMatchObject({ kind, core }))

  test('an abbreviated island keeps its text', () => expect(parsePlace('H. đảo Cát Hải')?.text).toBe('H. đảo Cát Hải'))

  const HEADER = ['STT', 'Tên doanh nghiệp', 'Địa chỉ', 'Số lao động', 'Có CĐ']

  test('groups lettered past H', () => {
    const rows = ['H', 'I', 'J', 'K', 'Đ'].flatMap((letter) => [
      [letter, `Huyện ${letter}`, '', 10],
      [1, `Công ty ${letter}`, 'Lê Duẩn', 10],
    ])
    const survey = understandSurvey(sheetOf([HEADER, ...rows]))
    expect(survey?.records.map(({ name, places }) => [name, places[0]?.place.text])).toEqual(
      ['H', 'I', 'J', 'K', 'Đ'].map((letter) => [`Công ty ${letter}`, `Huyện ${letter}`]),
    )
  })

  test('“Danh sách này có … doanh nghiệp” ends the table', () => {
    const survey = understandSurvey(
      sheetOf([
        HEADER,
        [1, 'Công ty A', 'Lê Duẩn', 10],
        ['', 'Tổng cộng', '', 10],
        ['', 'Danh sách này có 1 doanh nghiệp./.'],
      ]),
    )
    expect(survey?.records.map(({ name }) => name)).toEqual(['Công ty A'])
  })

  test('words for workers are no number; signs stand for an empty cell', () => {
    const survey = understandSurvey(
      sheetOf([HEADER, [1, 'Công ty A', 'Lê Duẩn', 'chưa rõ'], [2, 'Công ty B', 'Lê Duẩn', '-']]),
    )
    expect(survey?.findings.problems().map(({ row, code }) => [row, code])).toEqual([[2, 'WORKERS_NOT_NUMBER']])
    expect(survey?.records.map(({ hasError }) => hasError)).toEqual([true, false])
  })
})
