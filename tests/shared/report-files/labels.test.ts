import { describe, expect, it } from 'vitest'
import { createIndicatorDirectory, type KnownIndicator } from '#shared/domain/report-files/match-indicator.ts'
import { readLabel } from '#shared/domain/report-files/label-words.ts'
import { readPeriodText } from '#shared/domain/report-files/period-text.ts'
import { readFigure } from '#shared/domain/report-files/read-figure.ts'
import { indicatorDirectory, readingContext, shippedIndicators } from '#tests/support/read-report.ts'

const directory = indicatorDirectory()
const codeOf = (label: string, under: string | null = null): string => {
  const match = directory.match(label, under === null ? null : directory.byCode(under))
  return match.kind === 'certain' ? match.indicator.code : match.kind
}

describe('wordings of indicators', () => {
  it('find each of the catalogue by its own names', () => {
    for (const { code, name, shortName } of shippedIndicators()) {
      expect([name, codeOf(name)]).toEqual([name, code])
      expect([shortName, codeOf(shortName)]).toEqual([shortName, code])
    }
  })

  it('take an indicator whose code happens to be a word of the language', () => {
    const own = { ...shippedIndicators()[0], code: 'constructor', name: 'Buổi tọa đàm', shortName: 'Tọa đàm' }
    const match = createIndicatorDirectory([own as KnownIndicator]).match('Buổi tọa đàm', null)
    expect(match).toMatchObject({ kind: 'certain', indicator: { code: 'constructor' } })
  })

  it.each([
    ['Ket nap moi doan vien', 'DV_MOI'],
    ['Tổng số đoàn viên kết nạp mới', 'DV_MOI'],
    ['a) Kết nạp đoàn viên mới', 'DV_MOI'],
    ['1.1. Đoàn viên mới khu vực ngoài nhà nước', 'DV_MOI_NNN'],
    ['Kết nạp mới đoàn viên (khu vực ngoài nhà nước)', 'DV_MOI_NNN'],
    ['Kết nạp mới ĐV tại CĐCS đã có', 'DV_MOI_CDCSCU'],
    ['ĐV kết nạp mới ở CĐCS mới thành lập', 'DV_MOI_CDCSMOI'],
    ['Vận động thành lập CĐCS', 'CDCS_MOI'],
    ['Thành lập mới CĐCS, nghiệp đoàn', 'CDCS_MOI'],
    ['Thành lập CĐCS trong DN có từ 25 lao động trở lên', 'CDCS_MOI_25'],
    ['Số CĐCS thành lập mới trong doanh nghiệp ngoài khu vực nhà nước', 'CDCS_MOI_NNN'],
    ['Số đoàn viên giảm (nghỉ hưu, chuyển đi, thôi việc)', 'DV_GIAM'],
    ['Tổng số đoàn viên (trong đó nữ: 1.200)', 'DV_TONG'],
    ['Tổng số CĐCS đang hoạt động', 'CDCS_TONG'],
    ['CĐCS giải thể', 'CDCS_GIAM'],
    ['Đoàn viên thực tăng', 'DV_TANG_THUC'],
    ['Kết nạp Đảng', 'DVUT_KN'],
    ['Kết nạp đảng viên mới từ đoàn viên ưu tú', 'DVUT_KN'],
    ['Giới thiệu ĐVƯT cho Đảng xem xét, bồi dưỡng, kết nạp', 'DVUT_GT'],
    ['Lao động nơi có CĐCS', 'LD_TONG_CDCS'],
    ['Tổng số CNVCLĐ', 'LD_TONG'],
    // Could be several: asked, never guessed.
    ['Đoàn viên', 'unsure'],
    ['Số CĐCS', 'unsure'],
    ['Số vụ ngừng việc tập thể', 'unknown'],
  ])('%s → %s', (label, code) => {
    expect(codeOf(label)).toBe(code)
  })

  it.each([
    ['Trong đó: khu vực ngoài nhà nước', 'DV_MOI', 'DV_MOI_NNN'],
    ['Trong đó: khu vực ngoài nhà nước', 'CDCS_MOI', 'CDCS_MOI_NNN'],
    ['- Nữ', 'DV_TONG', 'DV_TONG_NU'],
    ['+ DN từ 25 lao động trở lên', 'CDCS_MOI', 'CDCS_MOI_25'],
    ['Trong đó: nghiệp đoàn', 'CDCS_TONG', 'CDCS_TONG_ND'],
    ['T.đó: tại CĐCS mới thành lập', 'DV_MOI', 'DV_MOI_CDCSMOI'],
    ['Trong đó: nghỉ hưu', 'DV_GIAM', 'unknown'],
  ])('%s under %s → %s', (label, under, code) => {
    expect(codeOf(label, under)).toBe(code)
  })

  it('tell "đang" from "Đảng"', () => {
    expect([...readLabel('CĐCS đang xây dựng').words]).not.toContain('UUTU')
    expect([...readLabel('Kết nạp Đảng').words]).toEqual(['KN', 'UUTU'])
  })
})

describe('periods as lines and names say them', () => {
  it.each([
    ['(Số liệu từ ngày 01/01/2024 đến ngày 30/6/2024)', '2024-01-01', '2024-06-30', null],
    ['từ 01/12/2023 đến 31/5/2024', '2023-12-01', '2024-05-31', null],
    ['Từ ngày 10/6 đến ngày 16/6/2024', '2024-06-10', '2024-06-16', null],
    ['tính đến hết ngày 15 tháng 8 năm 2024', null, '2024-08-15', 'cumulative'],
    ['Số liệu đến hết tháng 9/2024', null, '2024-09-30', 'cumulative'],
    ['BÁO CÁO SỐ LIỆU THÁNG 6 VÀ 6 THÁNG ĐẦU NĂM 2024', null, '2024-06-30', 'cumulative'],
    ['9 tháng năm 2024', null, '2024-09-30', 'cumulative'],
    ['6 tháng cuối năm 2024', '2024-07-01', '2024-12-31', 'increment'],
    ['3 tháng cuối năm 2024', '2024-10-01', '2024-12-31', 'increment'],
    ['Kết quả 6 tháng đầu năm, phương hướng nhiệm vụ 6 tháng cuối năm 2024', null, '2024-06-30', 'cumulative'],
    ['Kết quả 9 tháng, nhiệm vụ 3 tháng cuối năm 2024', null, '2024-09-30', 'cumulative'],
    ['Quý II/2024', '2024-04-01', '2024-06-30', 'increment'],
    ['Tuần 25 năm 2024', '2024-06-17', '2024-06-23', 'increment'],
    ['TxQT_T6_2024', '2024-06-01', '2024-06-30', 'increment'],
    ['bc 2024-07', '2024-07-01', '2024-07-31', 'increment'],
  ])('%s', (text, from, asOf, basis) => {
    expect(readPeriodText(text, null)).toMatchObject({ from, asOf, basis })
  })

  it('say nothing of months that may be any of the year', () => {
    expect(readPeriodText('Kết quả đợt 3 tháng cao điểm', 2024)).toBeNull()
  })

  it('say nothing without a year', () => {
    expect(readPeriodText('6 tháng đầu năm', null)).toBeNull()
    expect(readPeriodText('6 tháng đầu năm', 2023)).toMatchObject({ asOf: '2023-06-30' })
  })
})

describe('figures as cells hold them', () => {
  it.each([
    ['hơn 267', 267, '≥'],
    ['gần 30 người', 30, '≤'],
    ['~ 30', 30, '≈'],
    ['02', 2, null],
    ['1.234', 1234, null],
    [' 1 234 ', 1234, null],
    ['267 người, đạt 85%', 267, null],
    ['385/446', 385, null],
    ['không', 0, null],
    ['1O0', 100, null],
    [1.348, 1348, null],
    [12.999999999, 13, null],
  ])('%j is %d', (cell, value, qualifier) => {
    expect(readFigure(cell, String(cell).trim(), 'người')).toMatchObject({ kind: 'figure', value, qualifier })
  })

  it.each(['20-25', 'khoảng 20-25', '1/2/2024', 'vài chục'])('%s is none', (cell) => {
    expect(readFigure(cell, cell, 'người').kind).toBe('unreadable')
  })

  it.each(['-', '…', 'x', 'chưa có', 'chưa có số liệu'])('%s says there is none', (cell) => {
    expect(readFigure(cell, cell, 'người').kind).toBe('none')
  })
})

describe('units by what offices call them', () => {
  const { units } = readingContext()
  it.each([
    ['TP. Đông Hà', 'DHA'],
    ['TX Quảng Trị', 'TXQT'],
    ['Quảng Trị', 'TXQT'],
    ['H.Gio Linh', 'GLI'],
    ['LĐLĐ huyện Đa Krông', 'DKR'],
    ['CÔNG ĐOÀN HUYỆN HẢI LĂNG', 'HLA'],
  ])('%s', (text, code) => {
    expect(units.inCell(text)).toMatchObject({ kind: 'unit', unit: { code } })
  })

  it('leave the province to the letterhead', () => {
    expect(units.inLine('LIÊN ĐOÀN LAO ĐỘNG TỈNH QUẢNG TRỊ')).toMatchObject({ isRoot: true })
    expect(units.inLine('BÁO CÁO CỦA LĐLĐ HUYỆN CAM LỘ, TỈNH QUẢNG TRỊ 6 THÁNG')).toMatchObject({
      unit: { code: 'CLO' },
    })
    expect(units.inLine('Cam Lộ, ngày 28 tháng 6 năm 2024').kind).toBe('none')
  })
})
