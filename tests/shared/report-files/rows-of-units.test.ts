import { describe, expect, it } from 'vitest'
import { HAI_SON, readRows, type Rows } from '#tests/support/read-report.ts'

// Rows of a consolidated table that are no unit's own: parts, groups, sums; and units nobody knows, which are no sums.

const MERGES = ['A4:A5', 'B4:B5', 'C4:E4', 'F4:H4']
const table = (...rows: Rows) =>
  readRows(
    [
      ['LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI SƠN'],
      ['TỔNG HỢP KẾT QUẢ PHÁT TRIỂN ĐOÀN VIÊN, THÀNH LẬP CĐCS'],
      ['(Tính đến ngày 30/6/2024)'],
      ['TT', 'Đơn vị', 'Phát triển đoàn viên', '', '', 'Thành lập CĐCS', '', '', 'Ghi chú'],
      ['', '', 'Chỉ tiêu', 'Lũy kế', '%', 'Chỉ tiêu', 'Lũy kế', '%', ''],
      ...rows,
    ],
    { merges: MERGES },
    { units: HAI_SON },
  )
const SONG_HAU = [1, 'TP Sông Hậu', 100, 50, 50, 3, 1, 33.33]
const VINH_LOC = [2, 'Huyện Vĩnh Lộc', 200, 100, 50, 2, 2, 100]

describe('a consolidated table', () => {
  it.each([
    ['Trong đó: khu vực ngoài nhà nước'],
    ['- Khu vực ngoài nhà nước'],
    ['Khu vực ngoài nhà nước'],
    ['Trong đó ngoài NN'],
  ])('“%s” under a unit is a part of its figures', (name) => {
    const read = table(
      SONG_HAU,
      ['', name, '', 30, '', '', '01', ''],
      VINH_LOC,
      ['', name, 80, 60, 75, '', 2, ''],
      ['', 'TỔNG CỘNG', 300, 150, 50, 5, 3, 60],
    )
    expect(read.reports).toMatchObject([
      { unit: 'TPSH', cumulative: { DV_MOI: 50, DV_MOI_NNN: 30, CDCS_MOI: 1, CDCS_MOI_NNN: 1 } },
      { unit: 'HVL', target: { DV_MOI: 200, DV_MOI_NNN: 80 }, cumulative: { DV_MOI_NNN: 60, CDCS_MOI_NNN: 2 } },
    ])
    expect([read.findings, read.questions, read.unmatched]).toEqual([[], [], []])
  })

  it('a part without a cut of its own, or above its whole, is asked about at its cell', () => {
    const read = table(SONG_HAU, ['', '- Nữ', '', 20, '', '', '', ''], ['', '- Ngoài nhà nước', '', 60, '', '', 1, ''])
    expect(read.reports).toMatchObject([{ unit: 'TPSH', cumulative: { DV_MOI: 50, CDCS_MOI: 1, CDCS_MOI_NNN: 1 } }])
    expect(read.questions).toEqual([
      ['cut', 'D7', 'DV_MOI_CDCSMOI'],
      ['cut', 'D8', 'DV_MOI_NNN'],
    ])
  })

  it('“CÔNG ĐOÀN NGÀNH” begins a group and is no “cộng”; a group’s typed sum is held against its rows', () => {
    const groups = (ofUnions: number) =>
      table(
        ['I', 'LĐLĐ CÁC HUYỆN, THÀNH PHỐ', 300, 150, 50, 5, 3, 60],
        SONG_HAU,
        VINH_LOC,
        ['II', 'CÔNG ĐOÀN NGÀNH', 100, ofUnions, 10, 1, 0, 0],
        [3, 'CĐ ngành Giáo dục', 100, 10, 10, 1, 0, 0],
        ['', 'TỔNG CỘNG', 400, 160, 40, 6, 3, 50],
      ).findings
    expect(groups(10)).toEqual([])
    expect(groups(12)).toEqual([['total', 'D9', 'DV_MOI', 12, 10]])
    const below = table(
      ['I', 'HUYỆN, THÀNH PHỐ'],
      SONG_HAU,
      VINH_LOC,
      ['', 'Cộng (I)', 300, 160, 53.3, 5, 3, 60],
      ['II', 'CÔNG ĐOÀN NGÀNH'],
      [3, 'CĐ ngành Giáo dục', 100, 10, 10, 1, 0, 0],
      ['', 'Cộng (II)', 100, 10, 10, 1, 0, 0],
      ['', 'TỔNG CỘNG (I + II)', 400, 160, 40, 6, 3, 50],
    )
    expect(below.findings).toEqual([
      ['total', 'D9', 'DV_MOI', 160, 150],
      ['percent', 'E9', 'DV_MOI', 53.3, 50],
    ])
  })

  it.each([
    ['with its sum', 40, 10],
    ['without figures', '', ''],
  ] as const)('a group over the one union of its kind, %s, is no unit', (_, target, told) => {
    const read = table(
      ['', 'TOÀN TỈNH', 340, 160, 47.1, 6, 3, 50],
      ['I', 'LĐLĐ CÁC HUYỆN, THÀNH PHỐ'],
      SONG_HAU,
      VINH_LOC,
      ['', 'Cộng', 300, 150, 50, 5, 3, 60],
      ['II', 'CÔNG ĐOÀN KHU CÔNG NGHIỆP', target, told],
      [3, 'Công đoàn các Khu công nghiệp tỉnh', 40, 10, 25, 1, 0, 0],
      ['', 'Cộng', 40, 10, 25, 1, 0, 0],
    )
    expect(read.reports.map(({ unit, cumulative }) => [unit, cumulative?.['DV_MOI']])).toEqual([
      ['TPSH', 50],
      ['HVL', 100],
      ['KCN', 10],
    ])
    expect([read.findings, read.questions, read.unmatched]).toEqual([[], [], []])
  })

  it.each(['Công đoàn xã Tân Lập', 'Công ty TNHH An Phát', 'Các CĐCS trực thuộc'])(
    '“%s” that nobody knows is asked about, not taken for a sum or a group',
    (name) => {
      const read = table(SONG_HAU, VINH_LOC, [3, name, 10, 7, 70, 1, 0, 0], ['', 'TỔNG CỘNG', 310, 157, 50.6, 6, 3, 50])
      expect(read.questions).toEqual([['unit', 'B8', null]])
      expect(read.findings).toEqual([])
    },
  )

  it('a unit with its target alone, or with a remark that it has not reported, is silent; the sums hold its target', () => {
    const read = table(
      SONG_HAU,
      [2, 'Huyện Vĩnh Lộc', 200, '', '', 2, '', '', ''],
      [3, 'Huyện An Khê', 50, 0, 0, 1, 0, 0, 'Chưa có báo cáo'],
      ['', 'TỔNG CỘNG', 350, 50, 14.3, 6, 1, 16.7],
    )
    expect(read.reports.map(({ unit }) => unit)).toEqual(['TPSH'])
    expect(read.findings).toEqual([])
  })
})

it('units with a column for each month give the report’s own month and the sum', () => {
  const read = readRows(
    [
      ['TỔNG HỢP KẾT NẠP MỚI ĐOÀN VIÊN'],
      ['6 tháng đầu năm 2024'],
      ['TT', 'Đơn vị', 'CT', 'T4', 'T5', 'T6', 'Cộng', '%'],
      [1, 'TP Sông Hậu', 100, 4, 5, 6, 21, 21],
      [2, 'Huyện Vĩnh Lộc', 100, 1, 1, 1, 6, 6],
      ['', 'Tổng', 200, 5, 6, 7, 28, 14],
    ],
    {},
    { units: HAI_SON },
  )
  expect(read.reports).toMatchObject([
    { unit: 'TPSH', cumulative: { DV_MOI: 21 }, increment: { DV_MOI: 6 } },
    { unit: 'HVL', cumulative: { DV_MOI: 6 }, increment: { DV_MOI: 1 } },
  ])
  expect([read.findings, read.questions, read.unmatched]).toEqual([
    [
      ['total', 'G6', 'DV_MOI', 28, 27],
      ['percent', 'H6', 'DV_MOI', 14, 13.5],
    ],
    [],
    [],
  ])
})

describe('a form', () => {
  it('with a column for each of several days gives that of its own', () => {
    const form = (...heads: string[]) =>
      readRows(
        [
          ['LĐLĐ HUYỆN AN KHÊ'],
          ['Số liệu đến ngày 30/6/2024'],
          ['TT', 'Chỉ tiêu', 'KH năm 2024', ...heads, '%'],
          [1, 'Kết nạp mới đoàn viên', 100, 45, 50, 50],
        ],
        {},
        { units: HAI_SON },
      )
    for (const [before, now] of [
      ['Lũy kế đến 31/5/2024', 'Lũy kế đến 30/6/2024'],
      ['Lũy kế 5 tháng', 'Lũy kế 6 tháng'],
      ['Thực hiện đến 31/5', 'Thực hiện đến 30/6'],
    ] as const) {
      const read = form(before, now)
      expect(Object.values(read.reports[0]?.cumulative ?? {})).toEqual([50])
      expect(read.findings).toEqual([])
    }
  })

  const TOLD = { DV_MOI: 50, DV_GIAM: 10, DV_TONG: 1000, CDCS_MOI: 2, CDCS_GIAM: 1, CDCS_TONG: 20 }
  it('whose labels say only what became of things named beside or above them', () => {
    const title = [['LĐLĐ HUYỆN AN KHÊ'], ['Số liệu đến ngày 30/6/2024']]
    const beside: Rows = [
      ...title,
      ['TT', 'Nội dung', '', 'Lũy kế'],
      [1, 'Đoàn viên', 'Kết nạp mới', 50],
      ['', '', 'Giảm', 10],
      ['', '', 'Tổng số', 1000],
      [2, 'CĐCS', 'Thành lập mới', 2],
      ['', '', 'Giải thể', 1],
      ['', '', 'Tổng số', 20],
    ]
    const above: Rows = [
      ...title,
      ['TT', 'Nội dung', 'Lũy kế'],
      ['A', 'PHÁT TRIỂN ĐOÀN VIÊN', ''],
      [1, 'Kết nạp mới', 50],
      [2, 'Giảm', 10],
      [3, 'Hiện có', 1000],
      ['B', 'PHÁT TRIỂN CÔNG ĐOÀN CƠ SỞ', ''],
      [1, 'Thành lập mới', 2],
      [2, 'Giải thể', 1],
      [3, 'Hiện có', 20],
    ]
    const merges = ['B3:C3', 'A4:A6', 'B4:B6', 'A7:A9', 'B7:B9']
    for (const [rows, options] of [
      [beside, { merges }],
      [above, {}],
    ] as const) {
      const read = readRows(rows, options, { units: HAI_SON })
      expect(read.reports[0]?.cumulative).toEqual(TOLD)
      expect([read.questions, read.findings]).toEqual([[], []])
    }
  })

  it.each([
    ['BC 30.6.2024', '28 tháng 6 năm 2024', '2024-06-30'],
    ['BC', '28 tháng 6 năm 2024', null],
    ['BC', '05 tháng 01 năm 2025', '2024-12-31'],
    ['BC', '20 tháng 12 năm 2024', '2024-12-31'],
  ])('of a year in its title, on the sheet “%s”, signed on %s', (name, signed, day) => {
    const rows: Rows = [
      ['LĐLĐ HUYỆN AN KHÊ'],
      ['BÁO CÁO PHÁT TRIỂN ĐOÀN VIÊN NĂM 2024'],
      ['TT', 'Chỉ tiêu', 'Lũy kế'],
      [1, 'Kết nạp mới đoàn viên', 50],
      [],
      ['', '', `An Khê, ngày ${signed}`],
    ]
    expect(readRows(rows, { name }, { units: HAI_SON }).reports[0]?.asOf).toBe(day)
  })

  it.each([
    ['１２３', 123],
    ['１.２３４', 1234],
    ['cỡ 250', '≈250'],
    ['trên dưới 250', '≈250'],
    ['ước tính 250', '≈250'],
    ['sấp xỉ 250', '≈250'],
    ['khoảng trên 250', '≈250'],
    ['quá 250', '≥250'],
    ['từ 250 trở lên', '≥250'],
    ['chưa tới 250', '≤250'],
    ['đã kết nạp 267', 267],
    ['= 267', 267],
    ['không có đồng chí nào', 0],
    ['ko', 0],
    ['chưa thống kê', undefined],
    ['có 250', 250],
  ] as const)('“%s”', (cell, told) => {
    const [report] = readRows(
      [
        ['LĐLĐ HUYỆN AN KHÊ'],
        ['Số liệu đến ngày 30/6/2024'],
        ['TT', 'Chỉ tiêu', 'Lũy kế'],
        [1, 'Thành lập mới CĐCS', 2],
        [2, 'Kết nạp mới đoàn viên', cell],
      ],
      {},
      { units: HAI_SON },
    ).reports
    expect(report?.cumulative?.['DV_MOI']).toBe(told)
  })

  it.each([
    ['TS đoàn viên', 'DV_TONG'],
    ['TS CĐCS', 'CDCS_TONG'],
    ['ĐVƯT g/thiệu cho Đảng', 'DVUT_GT'],
    ['ĐV k.nạp mới', 'DV_MOI'],
    ['T/lập mới CĐCS', 'CDCS_MOI'],
    ['Số đoàn viên ra khỏi tổ chức công đoàn', 'DV_GIAM'],
    ['Đoàn viên ưu tú giới thiệu cho Đảng bồi dưỡng', 'DVUT_GT'],
  ])('“%s” is %s', (label, code) => {
    const [report] = readRows(
      [
        ['LĐLĐ HUYỆN AN KHÊ'],
        ['Số liệu đến ngày 30/6/2024'],
        ['TT', 'Chỉ tiêu', 'Lũy kế'],
        [1, 'Đoàn viên chuyển đến', 2],
        [2, label, 7],
      ],
      {},
      { units: HAI_SON },
    ).reports
    expect(report?.cumulative).toEqual({ DV_CHUYENDEN: 2, [code]: 7 })
  })
})
