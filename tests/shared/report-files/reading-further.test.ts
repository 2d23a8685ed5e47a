import { describe, expect, it } from 'vitest'
import { readRows as read, type Rows } from '#tests/support/read-report.ts'

describe('reports as offices write them, further', () => {
  it('12: an indicator nobody knows, a row that is said twice, a hidden row', () => {
    const got = read(
      [
        ['LĐLĐ HUYỆN CAM LỘ'],
        ['Tính đến ngày 30/6/2024'],
        ['TT', 'Chỉ tiêu', 'Lũy kế'],
        [1, 'Kết nạp mới đoàn viên', 160],
        [2, 'Số vụ ngừng việc tập thể', 2],
        [3, 'Đoàn viên mới kết nạp', 168],
        [4, 'Đoàn viên', 2696],
      ],
      { hiddenRows: [4] },
    )
    expect(got.reports[0]?.cumulative).toEqual({ DV_MOI: 168 })
    expect(got.findings).toEqual([['repeated', 'C4', 'DV_MOI', 160, 168]])
    expect(got.unmatched).toEqual(['B5'])
    expect(got.questions.map(([kind, cell]) => [kind, cell])).toEqual([['indicator', 'B7']])
  })

  it('13: what the clerk said of a wording is remembered, and a row can be passed over for good', () => {
    const rows: Rows = [
      ['LĐLĐ HUYỆN CAM LỘ'],
      ['Tính đến ngày 30/6/2024'],
      ['TT', 'Chỉ tiêu', 'Lũy kế'],
      [1, 'Quân số công đoàn', 2696],
      [2, 'Số vụ ngừng việc tập thể', 2],
    ]
    const learned = [
      { key: 'quan so cong doan', indicator: 'DV_TONG' },
      { key: 'so vu ngung viec tap the', indicator: null },
    ]
    const got = read(rows, {}, { learned })
    expect(got.reports[0]?.cumulative).toEqual({ DV_TONG: 2696 })
    expect(got.questions).toEqual([])
    expect(got.unmatched).toEqual([])
  })

  it('14: no header at all, labels and numbers', () => {
    const got = read([
      ['Công đoàn huyện Triệu Phong báo cáo đến ngày 30/9/2024'],
      ['Kết nạp mới đoàn viên', 600],
      ['Thành lập mới công đoàn cơ sở', '01'],
      ['Tổng số đoàn viên', '8.500'],
    ])
    expect(got.reports).toEqual([
      expect.objectContaining({ unit: 'TPH', asOf: '2024-09-30', value: { DV_MOI: 600, CDCS_MOI: 1, DV_TONG: 8500 } }),
    ])
  })

  it('15: figure, target and percent in one cell', () => {
    const got = read([
      ['LĐLĐ HUYỆN HẢI LĂNG'],
      ['Kết quả tính đến ngày 30/6/2024'],
      ['TT', 'Chỉ tiêu', 'Kết quả thực hiện'],
      [1, 'Kết nạp mới đoàn viên', '385/446 người, đạt 90,3%'],
      [2, 'Thành lập mới CĐCS', '02/04'],
    ])
    expect(got.reports[0]).toMatchObject({ target: { DV_MOI: 446, CDCS_MOI: 4 }, value: { DV_MOI: 385, CDCS_MOI: 2 } })
    expect(got.findings).toEqual([['percent', 'C4', 'DV_MOI', 90.3, 86.3]])
  })

  it('16: communes since 2025, and their groups', () => {
    const units = [
      ['TINH', 'Liên đoàn Lao động tỉnh Quảng Trị', 'LDLD_TINH'],
      ['XCL', 'Công đoàn xã Cam Lộ', 'CD_XA'],
      ['PDH', 'Công đoàn phường Đông Hà', 'CD_PHUONG'],
      ['KCN', 'Công đoàn các khu công nghiệp tỉnh', 'CD_KCN'],
    ] as const
    const got = read(
      [
        ['TỔNG HỢP ĐẾN 30/9/2025'],
        ['TT', 'Công đoàn', 'ĐV mới', 'CĐCS mới'],
        ['A', 'Xã, phường', '', ''],
        [1, 'Xã Cam Lộ', 40, 1],
        [2, 'Phường Đông Hà', 60, 2],
        ['B', 'Khu công nghiệp', '', ''],
        [3, 'Công đoàn các KCN tỉnh', 300, 1],
        ['', 'TỔNG SỐ', 400, 4],
      ],
      {},
      { units },
    )
    expect(got.reports.map(({ unit, value }) => [unit, value])).toEqual([
      ['XCL', { DV_MOI: 40, CDCS_MOI: 1 }],
      ['PDH', { DV_MOI: 60, CDCS_MOI: 2 }],
      ['KCN', { DV_MOI: 300, CDCS_MOI: 1 }],
    ])
    expect(got.findings).toEqual([])
  })

  it('a group right under joined header cells is no part of the header: its total is of its own rows', () => {
    const got = read(
      [
        ['LIÊN ĐOÀN LAO ĐỘNG TỈNH QUẢNG TRỊ'],
        ['KẾT QUẢ PHÁT TRIỂN ĐOÀN VIÊN (số liệu đến 30/11/2024)'],
        ['STT', 'Đơn vị', 'Đoàn viên kết nạp mới', '', ''],
        ['', '', 'CT giao', 'Kết quả', 'Tỷ lệ'],
        ['A', 'LĐLĐ cấp huyện'],
        [1, 'Đông Hà', '3.000', '3.900', '130%'],
        [2, 'Cam Lộ', 900, '1.100', '122,2%'],
        ['', 'Cộng A', '3.900', '5.500', '128,2%'],
        ['B', 'Thị xã'],
        [3, 'Thị xã Quảng Trị', 200, 280, '140%'],
        ['', 'TỔNG CỘNG', '4.100', '5.280', '128,8%'],
      ],
      { merges: ['A3:A4', 'B3:B4', 'C3:E3'] },
    )
    expect(got.findings).toEqual([['total', 'D8', 'DV_MOI', 5500, 5000]])
  })

  it('a row each for target, result and percent of every unit: totals and percents are held against their own rows', () => {
    const got = read([
      ['LIÊN ĐOÀN LAO ĐỘNG TỈNH QUẢNG TRỊ'],
      ['TỔNG HỢP ĐẾN 31/10/2024'],
      ['TT', 'Đơn vị', '', 'ĐV mới', 'CĐCS mới'],
      ['I', 'Khối huyện'],
      [1, 'Huyện Gio Linh', 'CT', 3000, 20],
      ['', '', 'LK', '3.600', 16],
      ['', '', '%', '120', '85'],
      [2, 'Huyện Cam Lộ', 'CT', 900, 7],
      ['', '', 'LK', '1.000', '07'],
      ['', 'Cộng I', 'CT', 3900, 27],
      ['', '', 'LK', 4700, 23],
      ['II', 'Khối thị xã'],
      [3, 'Thị xã Quảng Trị', 'CT', 100, 0],
      ['', '', 'LK', 'hơn 50', 0],
      ['', 'TỔNG CỘNG', 'CT', 4000, 28],
      ['', '', 'LK', 4650, 23],
    ])
    expect(got.reports.map(({ unit, target, cumulative }) => [unit, target, cumulative])).toEqual([
      ['GLI', { DV_MOI: 3000, CDCS_MOI: 20 }, { DV_MOI: 3600, CDCS_MOI: 16 }],
      ['CLO', { DV_MOI: 900, CDCS_MOI: 7 }, { DV_MOI: 1000, CDCS_MOI: 7 }],
      ['TXQT', { DV_MOI: 100, CDCS_MOI: 0 }, { DV_MOI: '≥50', CDCS_MOI: 0 }],
    ])
    expect(got.findings).toEqual([
      ['total', 'D11', 'DV_MOI', 4700, 4600],
      ['total', 'E15', 'CDCS_MOI', 28, 27],
      ['percent', 'E7', 'CDCS_MOI', 85, 80],
    ])
  })

  it('17: money in đồng, triệu and tỷ', () => {
    const got = read([
      ['LĐLĐ HUYỆN GIO LINH'],
      ['Tính đến ngày 30/6/2024'],
      ['TT', 'Nội dung', 'Lũy kế'],
      [1, 'Kinh phí thăm hỏi, tặng quà', '1,2 tỷ đồng'],
      [2, 'Lượt đoàn viên, người lao động được thăm hỏi, tặng quà', 'hơn 3.000 lượt người'],
      [3, 'Kinh phí hỗ trợ nhà mái ấm công đoàn', '900 triệu'],
    ])
    expect(got.reports[0]?.cumulative).toEqual({ THAMHOI_TIEN: 1200, THAMHOI: '≥3000', MAIAM_TIEN: 900 })
  })

  it('18: short labels under headings', () => {
    const got = read([
      ['LĐLĐ HUYỆN CAM LỘ'],
      ['BÁO CÁO 9 THÁNG NĂM 2024'],
      ['TT', 'Nội dung', 'Kế hoạch', 'Kết quả', 'Tỷ lệ %'],
      ['I', 'ĐOÀN VIÊN'],
      [1, 'Kết nạp mới', 356, 200, 56.2],
      ['', 'Trong đó: ngoài nhà nước', '', 150],
      [2, 'Giảm', '', 86],
      [3, 'Tổng số hiện có', '', 2696],
      ['II', 'CÔNG ĐOÀN CƠ SỞ'],
      [1, 'Thành lập mới', 3, 2, 66.7],
      [2, 'Giải thể', '', 1],
      [3, 'Tổng số', '', 59],
      ['III', 'ĐOÀN VIÊN ƯU TÚ'],
      [1, 'Giới thiệu cho Đảng', 63, 60, 95.2],
      [2, 'Được kết nạp', '', 41],
    ])
    expect(got.reports[0]?.value).toEqual({
      DV_MOI: 200,
      DV_MOI_NNN: 150,
      DV_GIAM: 86,
      DV_TONG: 2696,
      CDCS_MOI: 2,
      CDCS_GIAM: 1,
      CDCS_TONG: 59,
      DVUT_GT: 60,
      DVUT_KN: 41,
    })
    expect(got.questions).toEqual([])
  })

  it('19: indicators across, a row each for target, result and percent', () => {
    const got = read([
      ['LĐLĐ HUYỆN GIO LINH'],
      ['Số liệu đến ngày 30/6/2024'],
      ['', 'Kết nạp mới ĐV', 'Thành lập CĐCS', 'ĐV giảm'],
      ['Chỉ tiêu', 127, 3, ''],
      ['Lũy kế', 77, 2, 133],
      ['Tỷ lệ %', 60.6, 70, ''],
    ])
    expect(got.reports).toEqual([
      expect.objectContaining({
        unit: 'GLI',
        target: { DV_MOI: 127, CDCS_MOI: 3 },
        cumulative: { DV_MOI: 77, CDCS_MOI: 2, DV_GIAM: 133 },
      }),
    ])
    expect(got.findings).toEqual([['percent', 'C6', 'CDCS_MOI', 70, 66.7]])
  })

  it('20: a column a month, and their sum', () => {
    const got = read([
      ['LĐLĐ HUYỆN HẢI LĂNG'],
      ['Báo cáo đến ngày 31/3/2024'],
      ['TT', 'Chỉ tiêu', 'T1', 'T2', 'T3', 'Cộng'],
      [1, 'Kết nạp mới đoàn viên', 10, 20, 30, 60],
      [2, 'Thành lập mới CĐCS', 0, 1, 0, 1],
    ])
    expect(got.reports[0]).toMatchObject({
      increment: { DV_MOI: 30, CDCS_MOI: 0 },
      cumulative: { DV_MOI: 60, CDCS_MOI: 1 },
    })
  })

  it('21: a unit that the table says has not reported is silent, whatever stands in its row', () => {
    const got = read([
      ['Tổng hợp đến 30/6/2024'],
      ['TT', 'Đơn vị', 'Kết nạp mới ĐV', 'CĐCS mới', 'Ghi chú'],
      [1, 'Huyện Cam Lộ', 168, 0, ''],
      [2, 'Huyện đảo Cồn Cỏ', 0, 0, 'Chưa báo cáo'],
      [3, 'Huyện Gio Linh', '', '', ''],
      ['', 'Tổng', 168, 0, ''],
    ])
    expect(got.reports.map(({ unit }) => unit)).toEqual(['CLO'])
    expect(got.findings).toEqual([])
  })

  it('22: labels over two lines, days in words, a list of enterprises is no report', () => {
    const got = read([
      ['CÔNG ĐOÀN HUYỆN ĐAKRÔNG'],
      ['(Tính từ ngày 01 tháng 01 đến ngày 31 tháng 8 năm 2024)'],
      ['STT', 'Chỉ tiêu\nbáo cáo', 'Chỉ tiêu\nnăm 2024', 'Luỹ kế\ntừ đầu năm'],
      [1, 'Kết nạp mới\nđoàn viên', 589, 580],
      [2, 'Thành lập mới  CĐCS', 5, 4],
    ])
    expect(got.reports[0]).toMatchObject({
      unit: 'DKR',
      from: '2024-01-01',
      asOf: '2024-08-31',
      target: { DV_MOI: 589, CDCS_MOI: 5 },
      cumulative: { DV_MOI: 580, CDCS_MOI: 4 },
    })
    expect(() =>
      read([
        ['DANH SÁCH DOANH NGHIỆP HUYỆN CAM LỘ'],
        ['STT', 'Tên doanh nghiệp', 'MST', 'Số lao động', 'Đoàn viên'],
        [1, 'Công ty A', '0100109106', 20, 5],
      ]),
    ).toThrow('no report')
  })
})
