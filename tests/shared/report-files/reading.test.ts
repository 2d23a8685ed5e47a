import { describe, expect, it } from 'vitest'
import { readRows as read, type Rows } from '#tests/support/read-report.ts'

const HEAD = [
  'TT',
  'Chỉ tiêu',
  'ĐVT',
  'Kế hoạch năm',
  'Thực hiện trong tháng',
  'Lũy kế từ đầu năm',
  'Tỷ lệ (%)',
  'Ghi chú',
]

describe('reports as offices write them', () => {
  it('1: capitals, numbers with spaces and words, a percent as a fraction, the unit in the letterhead', () => {
    const got = read([
      ['LĐLĐ TỈNH QUẢNG TRỊ', undefined, undefined, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['LĐLĐ HUYỆN CAM LỘ', undefined, undefined, 'Độc lập - Tự do - Hạnh phúc'],
      ['Số: 15/BC-LĐLĐ', undefined, undefined, 'Cam Lộ, ngày 28 tháng 9 năm 2024'],
      ['BÁO CÁO KẾT QUẢ 9 THÁNG NĂM 2024'],
      ['STT', 'NỘI DUNG', 'CHỈ TIÊU GIAO', 'KẾT QUẢ 9 THÁNG', 'TỶ LỆ ĐẠT'],
      ['1', 'KẾT NẠP MỚI ĐOÀN VIÊN CÔNG ĐOÀN', '356 ', 'hơn 267 người', 0.75],
      ['2', 'THÀNH LẬP CÔNG ĐOÀN CƠ SỞ', '02', '02', 1],
      ['3', 'GIỚI THIỆU ĐOÀN VIÊN ƯU TÚ CHO ĐẢNG', 63, ' 60 đ/c', 0.952],
      ['4', 'TỔNG SỐ ĐOÀN VIÊN', '', '2.696 '],
    ])
    expect(got.reports).toEqual([
      {
        unit: 'CLO',
        from: null,
        asOf: '2024-09-30',
        basis: 'cumulative',
        target: { DV_MOI: 356, CDCS_MOI: 2, DVUT_GT: 63 },
        cumulative: { DV_MOI: '≥267', CDCS_MOI: 2, DVUT_GT: 60, DV_TONG: 2696 },
      },
    ])
    expect(got.findings).toEqual([])
  })

  it('2: sub-rows go to their cut where it is clear, and are asked about where it is not', () => {
    const got = read([
      ['LIÊN ĐOÀN LAO ĐỘNG HUYỆN GIO LINH'],
      ['(Số liệu từ ngày 01/01/2024 đến ngày 31/3/2024)'],
      HEAD,
      [1, 'Kết nạp mới đoàn viên', 'người', 127, 19, 77, 60.6],
      ['', 'Trong đó: khu vực ngoài nhà nước', 'người', '', '', 50],
      ['', '- Tại CĐCS thành lập mới', 'người', '', '', 20],
      [2, 'Thành lập mới CĐCS', 'CĐCS', 3, 0, 2, 66.7],
      ['', 'Trong đó: DN có từ 25 lao động trở lên', 'CĐCS', '', '', 1],
      [3, 'Số đoàn viên giảm', 'người', '', 17, 133],
      ['', 'Trong đó: nghỉ hưu', 'người', '', '', 33],
      [4, 'Tổng số đoàn viên', 'người', '', '', 3478],
      ['', 'Trong đó: + Nữ', 'người', '', '', 1800],
      ['', '+ Ngoài nhà nước', 'người', '', '', 5000],
    ])
    expect(got.reports[0]?.cumulative).toEqual({
      DV_MOI: 77,
      DV_MOI_NNN: 50,
      DV_MOI_CDCSMOI: 20,
      CDCS_MOI: 2,
      CDCS_MOI_25: 1,
      DV_GIAM: 133,
      DV_TONG: 3478,
      DV_TONG_NU: 1800,
    })
    expect(got.questions.map(([kind, cell]) => [kind, cell])).toEqual([
      ['cut', 'B10'],
      ['cut', 'B13'],
    ])
  })

  it('3: no number where there is none; a word for nothing is nothing', () => {
    const got = read([
      ['Đơn vị báo cáo: LĐLĐ huyện Hải Lăng'],
      ['Báo cáo tháng 6 năm 2024'],
      HEAD,
      [1, 'Kết nạp mới đoàn viên', 'người', 446, 'không', 385, 'đạt 86,3 %'],
      [2, 'Thành lập mới CĐCS', 'CĐCS', 4, '-', 'không', '0'],
      [3, 'Số đoàn viên giảm', 'người', 'x', '', 'chưa có'],
      [4, 'Giới thiệu ĐVƯT cho Đảng', 'người', 15, '', '15 - 20'],
      [5, 'ĐVƯT được kết nạp', 'người', '', '', { error: '#REF!' }],
      [6, 'Tổng số đoàn viên', 'người', '', '', '1O64'],
    ])
    expect(got.reports[0]?.cumulative).toEqual({ DV_MOI: 385, CDCS_MOI: 0, DV_TONG: 1064 })
    expect(got.reports[0]?.increment).toEqual({ DV_MOI: 0 })
    expect(got.findings.map(([kind, cell]) => `${String(kind)} ${String(cell)}`).toSorted()).toEqual([
      'noFigure E5',
      'noFigure F6',
      'readAs E4',
      'readAs F5',
      'readAs F9',
      'unreadable F7',
      'unreadable F8',
    ])
  })

  it('4: a table of units with CT, KQ and % under each indicator, groups and a wrong group total', () => {
    const got = read(
      [
        ['LĐLĐ TỈNH QUẢNG TRỊ'],
        ['BIỂU TỔNG HỢP PHÁT TRIỂN ĐOÀN VIÊN, THÀNH LẬP CĐCS ĐẾN NGÀY 30.9.2024'],
        ['TT', 'Tên đơn vị', 'Đoàn viên', '', '', 'CĐCS', '', '', 'Đoàn viên giảm', 'Ghi chú'],
        ['', '', 'CT', 'KQ', '%', 'CT', 'KQ', '%'],
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)', '(10)'],
        ['I', 'Thành phố, thị xã', 797, 340, '', 9, 5, '', 77],
        [1, 'TP. Đông Hà', 228, 204, 89.5, 7, 4, 57.1, 55],
        [2, 'TX. Quảng Trị', 569, 'hơn 128', 22.5, 2, 1, 50, 22],
        ['II', 'Các huyện', '', '', '', '', '', '', '', ''],
        [3, 'H. Vĩnh Linh', 433, 270, 62.4, 8, 10, 125, 98],
        [4, 'Gio Linh', 127, 77, 65, 3, 2, 66.7, 133],
        [5, 'Đa Krông', 589, 570, 96.8, 5, 3, 60, 143],
        ['', 'Cộng', 1946, 1249, '', 25, 20, '', 451],
      ],
      { merges: ['C3:E3', 'F3:H3', 'A3:A4', 'B3:B4', 'I3:I4', 'J3:J4'] },
    )
    expect(got.reports.map(({ unit }) => unit)).toEqual(['DHA', 'TXQT', 'VLI', 'GLI', 'DKR'])
    expect(got.reports[1]).toEqual({
      unit: 'TXQT',
      from: null,
      asOf: '2024-09-30',
      basis: 'cumulative',
      target: { DV_MOI: 569, CDCS_MOI: 2 },
      value: { DV_MOI: '≥128', CDCS_MOI: 1, DV_GIAM: 22 },
    })
    expect(got.findings).toEqual(
      expect.arrayContaining([
        ['percent', 'E11', 'DV_MOI', 65, 60.6],
        ['guessed', 'C3', 'DV_MOI'],
        ['guessed', 'F3', 'CDCS_MOI'],
      ]),
    )
    // "hơn 128" lets the first group's 340 be more than 332.
    expect(got.findings.filter(([kind]) => kind === 'total')).toEqual([])
  })

  it('5: the same without merges, as a csv has it, an unknown unit and a total that is wrong', () => {
    const got = read([
      ['TỔNG HỢP KẾT QUẢ THÁNG 8/2024'],
      ['Số liệu tính đến ngày 31/8/2024'],
      ['TT', 'Đơn vị', 'Kết nạp đoàn viên', '', 'Thành lập CĐCS', '', 'ĐVƯT giới thiệu'],
      ['', '', 'Trong tháng', 'Lũy kế', 'Trong tháng', 'Lũy kế', ''],
      ['1', 'Huyện Cam Lộ', '12', '180', '0', '1', '5'],
      ['2', 'Huyện Lạ Lẫm', '1', '20', '0', '0', '0'],
      ['3', 'Huyện Hướng Hóa', '30', '330', '1', '3', '7'],
      ['', 'Tổng cộng', '43', '530', '1', '5', '12'],
    ])
    expect(got.reports.map(({ unit, cumulative }) => [unit, cumulative])).toEqual([
      ['CLO', { DV_MOI: 180, CDCS_MOI: 1 }],
      ['?Huyện Lạ Lẫm', { DV_MOI: 20, CDCS_MOI: 0 }],
      ['HHO', { DV_MOI: 330, CDCS_MOI: 3 }],
    ])
    expect(got.questions).toEqual([['unit', 'B6', null]])
    expect(got.findings).toEqual([['total', 'F8', 'CDCS_MOI', 5, 4]])
  })

  it('6: indicators down and units across', () => {
    const got = read(
      [
        ['Kết quả đến hết ngày 15/8/2024'],
        ['TT', 'Chỉ tiêu', 'Huyện Cam Lộ', '', 'Huyện Gio Linh', '', 'Toàn tỉnh', ''],
        ['', '', 'CT', 'Lũy kế', 'CT', 'Lũy kế', 'CT', 'Lũy kế'],
        [1, 'Phát triển đoàn viên', 356, 170, 127, 80, 483, 251],
        [2, 'Thành lập CĐCS', 1, 0, 3, 2, 4, 2],
      ],
      { merges: ['C2:D2', 'E2:F2', 'G2:H2'] },
    )
    expect(got.reports).toEqual([
      expect.objectContaining({
        unit: 'CLO',
        asOf: '2024-08-15',
        target: { DV_MOI: 356, CDCS_MOI: 1 },
        cumulative: { DV_MOI: 170, CDCS_MOI: 0 },
      }),
      expect.objectContaining({
        unit: 'GLI',
        target: { DV_MOI: 127, CDCS_MOI: 3 },
        cumulative: { DV_MOI: 80, CDCS_MOI: 2 },
      }),
    ])
    expect(got.findings).toEqual([['total', 'H4', 'DV_MOI', 251, 250]])
  })

  it('7: last year beside this year is there to be compared with', () => {
    const got = read([
      ['LĐLĐ THỊ XÃ QUẢNG TRỊ'],
      ['BÁO CÁO 6 THÁNG ĐẦU NĂM 2024'],
      [
        'TT',
        'Nội dung',
        'Thực hiện 6 tháng năm 2023',
        'KH năm 2024',
        'Thực hiện 6 tháng năm 2024',
        '% so với KH',
        '% so với cùng kỳ',
      ],
      [1, 'Kết nạp mới ĐV', 100, 569, 128, 22.5, 128],
      [2, 'Thành lập mới CĐCS', 3, 2, 1, 50, 33.3],
    ])
    expect(got.reports).toEqual([
      {
        unit: 'TXQT',
        from: null,
        asOf: '2024-06-30',
        basis: 'cumulative',
        target: { DV_MOI: 569, CDCS_MOI: 2 },
        cumulative: { DV_MOI: 128, CDCS_MOI: 1 },
      },
    ])
    expect(got.findings).toEqual([])
  })

  it('8: a quarter alone is an increment', () => {
    const got = read([
      ['CÔNG ĐOÀN HUYỆN ĐẢO CỒN CỎ'],
      ['Báo cáo quý III năm 2024'],
      ['TT', 'Chỉ tiêu', 'Kết quả'],
      [1, 'Số đoàn viên kết nạp mới', 12],
      [2, 'Số đoàn viên giảm', 3],
      [3, 'Tổng số đoàn viên', 210],
    ])
    expect(got.reports).toEqual([
      {
        unit: 'CCO',
        from: '2024-07-01',
        asOf: '2024-09-30',
        basis: 'increment',
        value: { DV_MOI: 12, DV_GIAM: 3, DV_TONG: 210 },
      },
    ])
  })

  it('9: a reporting year from 01/12', () => {
    const title = ['LĐLĐ HUYỆN VĨNH LINH', 'BÁO CÁO 6 THÁNG ĐẦU NĂM 2024']
    const rows: Rows = [[title[0]], [title[1]], ['TT', 'Chỉ tiêu', 'Lũy kế'], [1, 'Kết nạp mới đoàn viên', 150]]
    expect(read(rows, {}, { yearStart: '12-01' }).reports[0]).toMatchObject({ asOf: '2024-05-31' })
    const said = read([[title[0]], ['Từ ngày 01/12/2023 đến ngày 31/5/2024'], ...rows.slice(2)])
    expect(said.reports[0]).toMatchObject({ from: '2023-12-01', asOf: '2024-05-31', basis: 'cumulative' })
  })

  it('10: unit and day from the name of the file alone', () => {
    const rows: Rows = [
      ['TT', 'Chỉ tiêu', 'Lũy kế'],
      [1, 'Kết nạp mới đoàn viên', 150],
      [2, 'CĐCS mới', 1],
    ]
    for (const [fileName, unit, asOf] of [
      ['TxQT_T9_2024.xlsx', 'TXQT', '2024-09-30'],
      ['HTP_T10_2024.xls', 'TPH', '2024-10-31'],
      ['bc-hai lang-quy 1-2024.csv', 'HLA', '2024-03-31'],
      ['2024-07 DongHa.xlsx', 'DHA', '2024-07-31'],
      ['12. H. Hướng Hóa den 15-8-2024 (lan 2).xlsx', 'HHO', '2024-08-15'],
      ['TPDH 9T 2024.xlsx', 'DHA', '2024-09-30'],
      ['GLI 20240630.xlsx', 'GLI', '2024-06-30'],
    ] as const)
      expect([fileName, read(rows, {}, { fileName }).reports[0]]).toEqual([
        fileName,
        expect.objectContaining({ unit, asOf }),
      ])
  })

  it('11: two reports on one sheet, one under the other', () => {
    const got = read([
      ['LĐLĐ HUYỆN CAM LỘ – Số liệu đến 30/6/2024'],
      ['TT', 'Chỉ tiêu', 'Kế hoạch', 'Lũy kế'],
      [1, 'Kết nạp mới đoàn viên', 356, 168],
      [2, 'Thành lập mới CĐCS', 1, 0],
      [],
      ['LĐLĐ HUYỆN GIO LINH – Số liệu đến 30/6/2024'],
      ['TT', 'Chỉ tiêu', 'Kế hoạch', 'Lũy kế'],
      [1, 'Kết nạp mới đoàn viên', 127, 77],
      [2, 'Thành lập mới CĐCS', 3, 2],
    ])
    expect(got.reports.map(({ unit, cumulative }) => [unit, cumulative])).toEqual([
      ['CLO', { DV_MOI: 168, CDCS_MOI: 0 }],
      ['GLI', { DV_MOI: 77, CDCS_MOI: 2 }],
    ])
  })
})
