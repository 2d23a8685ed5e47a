import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { legalFormOfName, legalFormOfText, nameKey } from '#shared/domain/survey/enterprise-name.ts'
import { createPlaceDirectory, parsePlace, type PlaceUnit } from '#shared/domain/survey/places.ts'
import { hasValidCheckDigit, parseTaxCodeNumber, parseTaxCodeText } from '#shared/domain/survey/tax-code.ts'
import { taxCode } from '#tests/support/tax-codes.ts'

describe('tax codes', () => {
  // Numbers of the domain reference: given out, wrong by one, and one no prefix can have.
  test('check digits', () => {
    for (const code of ['0100109106', '0100112437', '0300588569', '0100233488', '0101248141'])
      expect(hasValidCheckDigit(code), code).toBe(true)
    expect(hasValidCheckDigit('0100109107')).toBe(false)
    for (let last = 0; last < 10; last++) expect(hasValidCheckDigit(`010000005${last}`)).toBe(false)
  })

  test('of ten numbers with one prefix at most one is valid', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (prefix) => {
        const nine = String(prefix).padStart(9, '0')
        const valid = [...'0123456789'].filter((digit) => hasValidCheckDigit(nine + digit))
        expect(valid.length).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('a numeric cell gives the same code as the text it lost its zeros from', () => {
    fc.assert(
      fc.property(fc.nat({ max: 900_000 }), fc.constantFrom('', '001', '123'), (seed, branch) => {
        const code = taxCode(seed, '01')
        const whole = branch === '' ? code : `${code}-${branch}`
        const digits = whole.replace('-', '')
        expect(parseTaxCodeNumber(Number(digits))).toEqual({ code: whole, state: 'valid', padded: true })
        for (const text of [
          whole,
          digits,
          `MST: ${whole}`,
          `'${whole}`,
          `${digits.slice(0, 4)} ${digits.slice(4)}`,
          `${digits.slice(0, 2)}.${digits.slice(2)}`,
        ])
          expect(parseTaxCodeText(text), text).toEqual({ code: whole, state: 'valid', padded: false })
      }),
    )
  })

  test.each([
    ['0100109106-000', '0100109106-000', 'checkFailed'],
    ['0100109107', '0100109107', 'checkFailed'],
    ['100109106', null, 'malformed'],
    ['12345', null, 'malformed'],
    ['abc', null, 'malformed'],
    ['2.2E+09', null, 'malformed'],
    ['O1OO1O91O6', '0100109106', 'valid'],
    ['012345678901', '012345678901', 'uncheckable'],
    ['', null, 'blank'],
    ['-', null, 'blank'],
    ['không', null, 'blank'],
    ['Chưa có', null, 'blank'],
  ])('text %j → %j, %s', (text, code, state) => {
    expect(parseTaxCodeText(text)).toEqual({ code, state, padded: false })
  })

  test('numeric cells of other lengths', () => {
    expect(parseTaxCodeNumber(12345678901)).toEqual({ code: '012345678901', state: 'uncheckable', padded: true })
    expect(parseTaxCodeNumber(100109106, '0000000000')).toMatchObject({ code: '0100109106', padded: true })
    expect(parseTaxCodeNumber(0)).toMatchObject({ state: 'blank' })
    for (const value of [12345, 1.5, -3, 1e20])
      expect(parseTaxCodeNumber(value), String(value)).toMatchObject({ code: null, state: 'malformed' })
  })
})

describe('names', () => {
  test.each([
    [
      [
        'Cty TNHH MTV An Phát',
        'CÔNG TY TNHH MỘT THÀNH VIÊN AN PHÁT',
        'Công ty trách nhiệm hữu hạn 1 thành viên An  Phát',
        'C.ty TNHH 1TV An Phát',
        'TNHH MTV An Phát',
      ],
    ],
    [
      [
        'Công ty Cổ phần Thương mại và Dịch vụ Sao Mai',
        'CTCP TM & DV Sao Mai',
        'Công ty CP TM DV SAO MAI',
        'Cty CP TM-DV Sao Mai',
      ],
    ],
    [['Doanh nghiệp tư nhân Hòa Bình', 'DNTN Hoà Bình', 'DN TN Hòa Bình']],
    [['Hợp tác xã Nông nghiệp Thủy Lợi', 'HTX Nông nghiệp Thuỷ Lợi']],
    [['CĐCS Công ty TNHH May Mặc', 'Công đoàn cơ sở Công ty TNHH May Mặc', 'Công ty TNHH May Mặc']],
    [['Chi nhánh Công ty CP Vận tải', 'CN Công ty Cổ phần Vận tải']],
    [['Cty CP Đầu tư Xây dựng Việt Nam', 'Công ty CP ĐT XD VN']],
  ])('%j are one', (names) => {
    expect(new Set(names.map(nameKey)).size).toBe(1)
  })

  test('different enterprises keep different keys', () => {
    const names = [
      'Công ty TNHH An Phát',
      'Công ty TNHH MTV An Phát',
      'Công ty CP An Phát',
      'Công ty TNHH An Phát 2',
      'Chi nhánh Công ty TNHH An Phát',
      'An Phát',
      'Tổng công ty An Phát',
    ]
    expect(new Set(names.map(nameKey)).size).toBe(names.length)
  })

  test('case, spaces and the way letters are composed do not count', () => {
    const words = 'Cty TNHH MTV Đầu tư và Xây dựng Cổ phần Hợp tác xã Ước Mơ Quỳnh Ngãi CP 1 thành viên DV & TM'.split(
      ' ',
    )
    const name = fc.array(fc.constantFrom(...words), { maxLength: 9 }).map((parts) => parts.join(' '))
    fc.assert(
      fc.property(name, (text) => {
        const key = nameKey(text)
        for (const other of [
          text.toUpperCase(),
          text.toLowerCase(),
          text.normalize('NFD'),
          `  ${text.replaceAll(' ', '  ')}.`,
        ])
          expect(nameKey(other)).toBe(key)
      }),
    )
  })

  test('legal forms', () => {
    const forms: readonly (readonly [string, string | null])[] = [
      ['Công ty TNHH MTV A', 'TNHH1TV'],
      ['Cty TNHH A', 'TNHH2TV'],
      ['Công ty Cổ phần A', 'CTCP'],
      ['DNTN A', 'DNTN'],
      ['Hợp tác xã A', 'HTX'],
      ['Chi nhánh Công ty CP A', 'CNVP'],
      ['Hộ kinh doanh A', 'HKD'],
      ['Công ty hợp danh A', 'CTHD'],
      ['Trường Mầm non A', null],
    ]
    for (const [name, form] of forms) expect(legalFormOfName(name), name).toBe(form)
    expect(
      ['Ngoài nước', '100% vốn nước ngoài', 'Liên doanh', 'Nhà nước', 'Cổ phần', 'TNHH', 'Trong nước'].map(
        legalFormOfText,
      ),
    ).toEqual(['FDI100', 'FDI100', 'FDILD', 'DNNN', 'CTCP', 'TNHH2TV', null])
  })
})

describe('places', () => {
  test.each([
    ['TP. Hạ Long', 'city', 'halong'],
    ['Tp.Hạ Long', 'city', 'halong'],
    ['T.P Hạ Long', 'city', 'halong'],
    ['THÀNH PHỐ HẠ LONG', 'city', 'halong'],
    ['thanh pho ha long', 'city', 'halong'],
    ['TX Quảng Trị', 'town', 'quangtri'],
    ['Thị xã Quảng Trị', 'town', 'quangtri'],
    ['Tỉnh Quảng Trị', 'province', 'quangtri'],
    ['H.Gio Linh', 'district', 'giolinh'],
    ['Huyện đảo Cồn Cỏ', 'district', 'conco'],
    ['Q1', 'urbanDistrict', '1'],
    ['Quận 01', 'urbanDistrict', '1'],
    ['P. Đông Lễ', 'ward', 'dongle'],
    ['X. Cam Thủy', 'commune', 'camthui'],
    ['Đặc khu Phú Quý', 'specialZone', 'phuqui'],
    ['KCN Nam Đông Hà', 'industrialZone', 'namdongha'],
    ['I. THÀNH PHỐ ĐÔNG HÀ (34 DN)', 'city', 'dongha'],
    ['X. HUYỆN CAM LỘ', 'district', 'camlo'],
    ['2.1 Xã Hải Phú:', 'commune', 'haiphu'],
    ['LĐLĐ thị xã Quảng Trị', 'town', 'quangtri'],
    ['Công đoàn phường Nam Đông Hà', 'ward', 'namdongha'],
    ['BHXH huyện Đa Krông', 'district', 'dakrong'],
    // Words that only look like a prefix.
    ['Tịnh Biên', null, 'tinhbien'],
    ['Quan Hóa', null, 'quanhoa'],
    ['Hạ Long', null, 'halong'],
    ['Huyện', null, 'huien'],
  ])('%s', (text, kind, key) => {
    expect(parsePlace(text)).toMatchObject({ kind, coreKey: key })
  })

  const unit = (code: string, name: string, typeCode = 'LDLD_HUYEN', aliases: readonly string[] = []): PlaceUnit => ({
    id: code,
    code,
    name,
    shortName: name,
    typeCode,
    aliases,
  })
  const directory = createPlaceDirectory([
    unit('TINH', 'Liên đoàn Lao động tỉnh Quảng Trị', 'LDLD_TINH'),
    unit('TX', 'LĐLĐ thị xã Quảng Trị'),
    unit('CL', 'LĐLĐ huyện Cam Lộ'),
    unit('XCL', 'Công đoàn xã Cam Lộ', 'CD_XA'),
    unit('DH', 'LĐLĐ thành phố Đông Hà', 'LDLD_HUYEN', ['Thị xã Đông Hà']),
    unit('KCN', 'Công đoàn các khu công nghiệp tỉnh', 'CD_KCN', ['KCN Nam Đông Hà']),
  ])
  const match = (text: string, level?: 'district' | 'commune'): string => {
    const place = parsePlace(text)
    const found = place === null ? null : directory.match(place, level)
    return found?.kind === 'unit' ? found.unit.code : (found?.kind ?? 'none')
  }

  test('meet units by kind and name, by alias, by bare name within the level', () => {
    expect(match('TX. Quảng Trị')).toBe('TX')
    expect(match('Tỉnh Quảng Trị')).toBe('TINH')
    expect(match('Quảng Trị')).toBe('ambiguous')
    expect(match('Quảng Trị', 'district')).toBe('TX')
    expect(match('Huyện Cam Lộ')).toBe('CL')
    expect(match('xã Cam Lộ')).toBe('XCL')
    expect(match('Cam Lộ', 'commune')).toBe('XCL')
    expect(match('Thị xã Đông Hà')).toBe('DH')
    expect(match('Huyện Đông Hà')).toBe('unknown')
    expect(match('Khu công nghiệp Nam Đông Hà')).toBe('KCN')
    expect(match('Huyện Gio Linh')).toBe('unknown')
  })
})
