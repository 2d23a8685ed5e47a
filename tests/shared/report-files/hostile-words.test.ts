import { describe, expect, it } from 'vitest'
import { HAI_SON, readRows, type Rows } from '#tests/support/read-report.ts'

// What offices send in shapes nobody planned for. A shape that is read wrongly is a line here before it is mended.

type Options = NonNullable<Parameters<typeof readRows>[1]>
const read = (rows: Rows, options: Options = {}, fileName = 'bao cao.xlsx') =>
  readRows(rows, options, { units: HAI_SON, fileName })

/** A report of one indicator, all but one line of it as usual. */
const withLines = (unit: string, period: string): Rows => [
  [unit],
  [period],
  ['TT', 'Nội dung', 'Chỉ tiêu', 'Kết quả', '% đạt'],
  [1, 'ĐV kết nạp mới', 100, 120, '120'],
]

describe('a report’s period', () => {
  it.each([
    ['Quý III-2024', '2024-07-01 2024-09-30 increment'],
    ['BÁO CÁO THÁNG 06/2024', '2024-06-01 2024-06-30 increment'],
    ['Kỳ báo cáo: T6/2024', '2024-06-01 2024-06-30 increment'],
    ['11 tháng đầu năm 2024', ' 2024-11-30 cumulative'],
    ['BÁO CÁO 3 THÁNG ĐẦU NĂM 2024', ' 2024-03-31 cumulative'],
    ['Báo cáo 10 tháng năm 2024', ' 2024-10-31 cumulative'],
    ['KẾT QUẢ NĂM 2024', ' 2024-12-31 cumulative'],
    ['từ ngày 01 tháng 12 năm 2023 đến ngày 31 tháng 5 năm 2024', '2023-12-01 2024-05-31 cumulative'],
    [
      '(Kèm theo Báo cáo số 12/BC-LĐLĐ ngày 05/7/2024 của LĐLĐ huyện An Khê) Số liệu đến 30/6/2024',
      ' 2024-06-30 cumulative',
    ],
    ['(Kỳ báo cáo: từ 15/6/2024 - 14/7/2024)', '2024-06-15 2024-07-14 increment'],
    ['từ ngày 15/12/2023 đến 14/12/2024', '2023-12-15 2024-12-14 increment'],
    ['Tuần 3 tháng 6 năm 2024 (từ 17/6 - 23/6/2024)', '2024-06-17 2024-06-23 increment'],
    ['BÁO CÁO TUẦN 25/2024', '2024-06-17 2024-06-23 increment'],
    ['Số liệu tính đến 17h00 ngày 15/8/2024', ' 2024-08-15 cumulative'],
    ['Tính đến thời điểm 15/8/2024', ' 2024-08-15 cumulative'],
    ['Thời điểm báo cáo: 15.8.2024', ' 2024-08-15 cumulative'],
    ['Số liệu chốt đến 0h ngày 15/8/2024', ' 2024-08-15 cumulative'],
    ['đến hết quý III/2024', ' 2024-09-30 cumulative'],
    ['Báo cáo kết quả quý I và quý II năm 2024', '2024-01-01 2024-06-30 cumulative'],
    ['Quý I+II/2024', '2024-01-01 2024-06-30 cumulative'],
    ['Quý I, II và III năm 2024', '2024-01-01 2024-09-30 cumulative'],
    ['từ quý II đến hết quý III năm 2024', '2024-04-01 2024-09-30 increment'],
    ['quý IV/2023 và quý I/2024', '2023-10-01 2024-03-31 increment'],
    ['từ tháng 4 đến tháng 6 năm 2024', '2024-04-01 2024-06-30 increment'],
    ['tháng 7, 8 năm 2024', '2024-07-01 2024-08-31 increment'],
    ['hai quý đầu năm 2024', ' 2024-06-30 cumulative'],
    ['nửa cuối năm 2024', '2024-07-01 2024-12-31 increment'],
    // What was done is said first; what is planned, and counts of other things, are no part of it.
    ['Báo cáo quý I, phương hướng quý II năm 2024', '2024-01-01 2024-03-31 increment'],
    ['Kết quả tháng 6 và 6 tháng đầu năm 2024', ' 2024-06-30 cumulative'],
    ['tháng 5, 7.500 lượt người năm 2024', '2024-05-01 2024-05-31 increment'],
    ['Lũy kế đến tháng 8/2024', ' 2024-08-31 cumulative'],
    ['BÁO CÁO SÁU THÁNG ĐẦU NĂM 2024', ' 2024-06-30 cumulative'],
    ['BÁO CÁO CHÍN THÁNG NĂM 2024', ' 2024-09-30 cumulative'],
    ['BC 6T đầu năm 2024', ' 2024-06-30 cumulative'],
    ['từ 16/5-15/6/2024', '2024-05-16 2024-06-15 increment'],
    ['Tháng 5 năm 2024 (từ ngày 16/4/2024 đến ngày 15/5/2024)', '2024-04-16 2024-05-15 increment'],
    ['Quý 2 năm 2024', '2024-04-01 2024-06-30 increment'],
    ['đến ngày 30 tháng 9 năm 2024', ' 2024-09-30 cumulative'],
    ['Năm báo cáo 2024, kỳ 6 tháng', ' 2024-06-30 cumulative'],
    ['Ngày chốt số liệu: 30/06/2024', ' 2024-06-30 cumulative'],
    ['(từ 01/01 đến 30/6/2024)', '2024-01-01 2024-06-30 cumulative'],
    ['(từ 01.01.2024 - 30.6.2024)', '2024-01-01 2024-06-30 cumulative'],
    ['01/01/2024 - 30/6/2024', '2024-01-01 2024-06-30 cumulative'],
    ['Số liệu từ 01/12/2025 đến hết ngày 30/11/2026', '2025-12-01 2026-11-30 cumulative'],
    ['(Từ 01-01-2024 đến 30-06-2024)', '2024-01-01 2024-06-30 cumulative'],
    ['Số liệu đến ngày: 30/6/2024', ' 2024-06-30 cumulative'],
    ['Số liệu: đến 30/6/24', ' 2024-06-30 cumulative'],
    ['kỳ: 6 tháng/2024', ' 2024-06-30 cumulative'],
    ['BÁO CÁO 6 THÁNG CUỐI NĂM 2024', '2024-07-01 2024-12-31 increment'],
    ['Tháng Sáu năm 2024', '2024-06-01 2024-06-30 increment'],
    ['Quý hai năm 2024', '2024-04-01 2024-06-30 increment'],
  ])('%s', (line, told) => {
    const [report] = read(withLines('LĐLĐ HUYỆN AN KHÊ', line)).reports
    expect([report?.from ?? '', report?.asOf, report?.basis].join(' ')).toBe(told)
  })

  it('stands in the cells of a row, under the table, or in the file’s name', () => {
    const table = withLines('', '').slice(2)
    const days = [['LĐLĐ HUYỆN AN KHÊ'], ['Từ ngày', '01/01/2024', 'đến ngày', '30/6/2024'], ...table]
    expect(read(days).reports[0]).toMatchObject({ from: '2024-01-01', asOf: '2024-06-30' })
    const noted = [['LĐLĐ HUYỆN AN KHÊ'], ...table, [], ['Ghi chú: Số liệu tính đến ngày 15/9/2024']]
    expect(read(noted).reports[0]).toMatchObject({ unit: 'HAK', asOf: '2024-09-15' })
    expect(read(table, {}, 'BC 9T-2024 LĐLĐ TP Sông Hậu.xlsx').reports[0]).toMatchObject({
      unit: 'TPSH',
      asOf: '2024-09-30',
    })
  })
})

describe('a report’s unit', () => {
  it.each([
    ['LĐLĐ TP Sông Hậu', 'TPSH'],
    ['LĐLĐ TP. SÔNG HẬU', 'TPSH'],
    ['LĐLĐ T.P SÔNG HẬU', 'TPSH'],
    ['LĐLĐ TPSH', 'TPSH'],
    ['LIÊN ĐOÀN LAO ĐỘNG TP SÔNG HẬU', 'TPSH'],
    ['LĐLĐ thành phố Sông Hậu báo cáo', 'TPSH'],
    ['Đơn vị: LĐLĐ TP Sông Hậu', 'TPSH'],
    ['ĐƠN VỊ BÁO CÁO: SÔNG HẬU', 'TPSH'],
    ['CĐ KCN', 'KCN'],
    ['CĐ các KCN', 'KCN'],
    ['CÔNG ĐOÀN KHU CÔNG NGHIỆP', 'KCN'],
    ['BAN CĐ CÁC KCN', 'KCN'],
    ['CĐ KCN TỈNH', 'KCN'],
    ['CĐKCN', 'KCN'],
    ['CÔNG ĐOÀN CÁC KHU CÔNG NGHIỆP TỈNH HẢI SƠN', 'KCN'],
    ['CĐN Y TẾ', 'YT'],
    ['CĐ Y TẾ TỈNH', 'YT'],
    ['CÔNG ĐOÀN NGÀNH Y TẾ HẢI SƠN', 'YT'],
    ['CĐVC TỈNH', 'VC'],
    ['CĐ VIÊN CHỨC', 'VC'],
    ['CÔNG ĐOÀN VIÊN CHỨC TỈNH HẢI SƠN', 'VC'],
    ['CĐ xã Bình Minh', 'XBM'],
    ['CĐX BÌNH MINH', 'XBM'],
    ['CĐ X. Bình Minh', 'XBM'],
    ['CĐ P. Tân Hòa', 'PTH'],
    ['CĐ PHƯỜNG TÂN HOÀ', 'PTH'],
    ['CĐP Tân Hoà', 'PTH'],
    ['BCH CÔNG ĐOÀN PHƯỜNG TÂN HÒA', 'PTH'],
    ['L.Đ.L.Đ HUYỆN VĨNH LỘC', 'HVL'],
    ['LIÊN ĐOÀN LAO ĐỘNG HUYỆN VĨNH LỘC - TỈNH HẢI SƠN', 'HVL'],
    ['LĐLĐ H.VĨNH LỘC', 'HVL'],
    ['LDLD huyen Vinh Loc', 'HVL'],
    ['Công đoàn GD&ĐT', 'GD'],
    ['CĐ ngành GD-ĐT', 'GD'],
    ['LĐLĐ TỈNH HẢI SƠN - LĐLĐ HUYỆN VĨNH LỘC', 'HVL'],
    ['Tên đơn vị: Vĩnh Lộc', 'HVL'],
  ])('%s', (line, code) => {
    expect(read(withLines(line, 'Quý III-2024')).reports[0]?.unit).toBe(code)
  })

  it('is told by who signed it, where nothing else says it', () => {
    const rows = [
      ...withLines('BÁO CÁO', '6 tháng đầu năm 2024'),
      [],
      ['', '', 'TM. BAN THƯỜNG VỤ'],
      ['', '', 'LĐLĐ TP SÔNG HẬU'],
    ]
    expect(read(rows).reports[0]?.unit).toBe('TPSH')
  })

  it('is none that is nowhere named', () => {
    expect(read(withLines('LĐLĐ HUYỆN KHÔNG CÓ', 'Quý III-2024')).reports[0]?.unit).toBe('?LĐLĐ HUYỆN KHÔNG CÓ')
    expect(read(withLines('LĐLĐ HUYỆN VLỘC', 'Quý III-2024')).reports[0]?.unit).toBe('?LĐLĐ HUYỆN VLỘC')
  })
})

describe('wordings of indicators', () => {
  it.each([
    ['Phát triển ĐV', 'DV_MOI'],
    ['KNM đoàn viên', 'DV_MOI'],
    ['Số đoàn viên mới kết nạp', 'DV_MOI'],
    ['Kết nạp đoàn viên mới', 'DV_MOI'],
    ['ĐVCĐ kết nạp mới (người)', 'DV_MOI'],
    ['Đoàn viên phát triển mới trong năm', 'DV_MOI'],
    ['Tổng số ĐV kết nạp mới từ đầu năm', 'DV_MOI'],
    ['Phát triển đoàn viên mới', 'DV_MOI'],
    ['Số lao động được kết nạp vào công đoàn', 'DV_MOI'],
    ['Công đoàn cơ sở mới', 'CDCS_MOI'],
    ['Thành lập CĐCS mới', 'CDCS_MOI'],
    ['Số CĐCS thành lập mới', 'CDCS_MOI'],
    ['CĐCS TL mới', 'CDCS_MOI'],
    ['Thành lập tổ chức công đoàn', 'CDCS_MOI'],
    ['Thành lập CĐCS trong doanh nghiệp ngoài nhà nước', 'CDCS_MOI_NNN'],
    ['Số tổ chức công đoàn cơ sở được thành lập', 'CDCS_MOI'],
    ['Giảm đoàn viên (nghỉ việc, chuyển công tác)', 'DV_GIAM'],
    ['Tổng đoàn viên giảm', 'DV_GIAM'],
    ['Giới thiệu ĐVƯT', 'DVUT_GT'],
    ['Giới thiệu đoàn viên ưu tú cho cấp ủy Đảng bồi dưỡng kết nạp', 'DVUT_GT'],
    ['Số ĐVƯT được giới thiệu cho Đảng', 'DVUT_GT'],
    ['Đoàn viên ưu tú được giới thiệu để Đảng xem xét kết nạp', 'DVUT_GT'],
    ['Kết nạp Đảng', 'DVUT_KN'],
    ['Số đoàn viên được kết nạp Đảng', 'DVUT_KN'],
    ['Phát triển Đảng viên mới là đoàn viên', 'DVUT_KN'],
    ['ĐVƯT kết nạp Đảng', 'DVUT_KN'],
    ['Đoàn viên ưu tú được Đảng kết nạp', 'DVUT_KN'],
    ['Tổng số đoàn viên đến cuối kỳ', 'DV_TONG'],
    ['Tổng số ĐV toàn huyện', 'DV_TONG'],
    ['Số ĐV hiện có', 'DV_TONG'],
    ['Tổng số ĐVCĐ đang sinh hoạt', 'DV_TONG'],
    ['Tổng số đoàn viên công đoàn hiện nay', 'DV_TONG'],
    ['Tổng số tổ chức CĐCS', 'CDCS_TONG'],
    ['Tổng CĐCS trực thuộc', 'CDCS_TONG'],
    ['Số CĐCS giảm', 'CDCS_GIAM'],
    ['CĐCS giải thể', 'CDCS_GIAM'],
    ['CĐCS giải thể, sáp nhập', 'CDCS_GIAM'],
    ['Tổng số CNVCLĐ', 'LD_TONG'],
    ['Tổng số công nhân lao động', 'LD_TONG'],
    ['Tổng số đoàn viên nữ', 'DV_TONG_NU'],
    ['Đoàn viên chuyển đến', 'DV_CHUYENDEN'],
    ['Tổng số nghiệp đoàn', 'CDCS_TONG_ND'],
    ['Tỷ lệ đoàn viên trên tổng số CNVCLĐ (%)', 'TL_TAPHOP'],
    ['Tư vấn pháp luật cho NLĐ (lượt)', 'TUVAN_PL'],
    ['Số lượt tư vấn pháp luật', 'TUVAN_PL'],
    ['Số nhà Mái ấm công đoàn', 'MAIAM'],
    ['Kinh phí hỗ trợ nhà Mái ấm', 'MAIAM_TIEN'],
    ['Số lớp tập huấn', 'TAPHUAN'],
    ['DN tổ chức hội nghị người lao động', 'HNNLD'],
    ['Số DN ký TƯLĐTT', 'DN_TUDTT'],
    ['Học lớp bồi dưỡng nhận thức về Đảng', 'DVUT_BD'],
  ])('%s', (label, code) => {
    const got = read([
      ['LĐLĐ HUYỆN AN KHÊ'],
      ['Tính đến ngày 30/6/2024'],
      ['TT', 'Nội dung', 'Lũy kế'],
      [1, 'Kết nạp mới đoàn viên khu vực ngoài nhà nước', 5],
      [2, label, 7],
    ])
    expect(got.reports[0]?.cumulative).toEqual({ DV_MOI_NNN: 5, [code]: 7 })
    expect([...got.questions, ...got.unmatched]).toEqual([])
  })
})
