import { describe, expect, it } from 'vitest'
import { readProse } from '#shared/domain/report-files/read-prose.ts'
import { sheetOf } from '#tests/support/foreign-sheet.ts'
import { HAI_SON, readingContext, shortReport } from '#tests/support/read-report.ts'

// Reports as sentences. The first four are how published articles put it; what they tell is what is read, no more.

function read(...lines: string[]) {
  const sheet = sheetOf(lines.map((line) => [line]))
  return readProse(sheet, readingContext({ units: HAI_SON, fileName: 'bai viet.docx' }))
}
const toldBy = (...lines: string[]) => {
  const [report] = read('LĐLĐ HUYỆN AN KHÊ', ...lines)?.reports ?? []
  const short = report === undefined ? null : shortReport(report)
  return short === null ? null : { d: `${short.from ?? ''} ${short.asOf ?? ''}`, t: short.target, v: short.value }
}

describe('sentences', () => {
  it.each([
    [
      'Từ đầu năm 2019 đến nay (ngày 15/8/2019), toàn huyện đã thành mới 17 CĐCS, phát triển mới 1.348 đoàn viên.',
      { d: ' 2019-08-15', t: undefined, v: { CDCS_MOI: 17, DV_MOI: 1348 } },
    ],
    [
      'Trong 6 tháng đầu năm 2024, các cấp công đoàn đã thành lập 41 CĐCS (đạt 58% kế hoạch), kết nạp 7.965 đoàn viên (đạt 66% kế hoạch), nhiều đơn vị đã đạt trên 50% kế hoạch năm.',
      { d: ' 2024-06-30', t: undefined, v: { CDCS_MOI: 41, DV_MOI: 7965 } },
    ],
    [
      'Kết quả đến ngày 30/9/2021: Thành lập mới 20/25 Công đoàn cơ sở, đạt 80%, kết nạp 657/1000 đoàn viên, đạt 65,7% chỉ tiêu giao; đã có 146 đoàn viên công đoàn ưu tú từ các Công đoàn cơ sở được giới thiệu cho Đảng, trong đó có 137 đoàn viên, công nhân, lao động được kết nạp vào Đảng.',
      {
        d: ' 2021-09-30',
        t: { CDCS_MOI: 25, DV_MOI: 1000 },
        v: { CDCS_MOI: 20, DV_MOI: 657, DVUT_GT: 146, DVUT_KN: 137 },
      },
    ],
    [
      '6 tháng đầu năm 2024 đã có 1.110 cơ quan, đơn vị tổ chức hội nghị cán bộ, công chức, viên chức, người lao động; tư vấn pháp luật cho hơn 3.000 lượt lao động; hỗ trợ 900 triệu đồng cho 18 gia đình; kết nạp mới hơn 7.000 đoàn viên.',
      { d: ' 2024-06-30', t: undefined, v: { HNCBCC: 1110, TUVAN_PL: '≥3000', DV_MOI: '≥7000' } },
    ],
    [
      'Trong tháng 7 năm 2024, kết nạp mới gần 120 đoàn viên và thành lập mới 02 công đoàn cơ sở.',
      { d: '2024-07-01 2024-07-31', t: undefined, v: { DV_MOI: '≤120', CDCS_MOI: 2 } },
    ],
    [
      'Đến ngày 30/11/2024 kết nạp mới 12.500 đoàn viên, vượt 4% kế hoạch, nâng tổng số đoàn viên lên 85.000 người.',
      { d: ' 2024-11-30', t: undefined, v: { DV_MOI: 12500, DV_TONG: 85000 } },
    ],
  ])('%s', (line, told) => {
    expect(toldBy(line)).toEqual(told)
  })

  it.each([
    'Năm 2024 phấn đấu kết nạp mới 1.000 đoàn viên, thành lập 15 CĐCS.',
    'Giai đoạn 1 từ ngày 1/7 đến ngày 31/7/2024 thành lập 15 công đoàn cơ sở.',
    'Chỉ tiêu đề ra là 63.000 đoàn viên.',
    'LĐLĐ thành phố Hạ Long tổ chức lễ ra mắt 09 CĐCS năm 2024.',
    'Vì lợi ích đoàn viên 23/11/2024 16:31',
    'Thành lập công đoàn cơ sở ở 100% doanh nghiệp có từ 20 lao động trở lên.',
    'Cùng kỳ năm 2023 kết nạp 90 đoàn viên.',
  ])('“%s” tells no result of the unit', (line) => {
    expect(toldBy('Báo cáo 6 tháng đầu năm 2024', line)).toBeNull()
  })

  it('a percent goes with its figure; a second number and one of another day are told or asked about', () => {
    const sheet = read(
      'LĐLĐ HUYỆN AN KHÊ',
      'BÁO CÁO 6 THÁNG ĐẦU NĂM 2024',
      'Toàn huyện kết nạp mới 50 đoàn viên, đạt 55% kế hoạch. Sau đó đã kết nạp mới 52 đoàn viên.',
      'Đến ngày 15/7/2024 đã thành lập mới 3 CĐCS.',
    )
    const [line] = sheet?.reports[0]?.lines ?? []
    expect([line?.cells.value?.value, line?.cells.percent?.value]).toEqual([50, 55])
    expect(sheet?.findings.map(({ kind, cell }) => [kind, cell])).toEqual([
      ['readAs', 'A3'],
      ['repeated', 'B3'],
    ])
    expect(sheet?.questions).toMatchObject([{ kind: 'indicator', cell: 'A4', choices: ['CDCS_MOI'] }])
  })
})
