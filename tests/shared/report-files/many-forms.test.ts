import { describe, expect, it } from 'vitest'
import { HAI_SON, readRows } from '#tests/support/read-report.ts'

// Forms as offices fill them in, put together from wordings, layouts, periods and ways to write a number: what is read is
// what was written, and nobody is asked.

const NAMES: Readonly<Record<string, readonly string[]>> = {
  DV_MOI: [
    'Kết nạp mới đoàn viên',
    'Phát triển mới ĐV',
    'Số ĐVCĐ kết nạp mới',
    'Số đoàn viên phát triển được',
    'PTĐV mới',
  ],
  CDCS_MOI: [
    'Thành lập mới CĐCS',
    'Số công đoàn cơ sở được thành lập',
    'CĐCS mới thành lập',
    'Số CĐCS ra mắt, thành lập mới',
  ],
  CDCS_GIAM: ['CĐCS giải thể', 'Số CĐCS giảm', 'CĐCS giải thể, sáp nhập, kết thúc hoạt động'],
  DV_GIAM: ['Đoàn viên giảm', 'Số đoàn viên giảm (nghỉ việc, chuyển đi)'],
  DV_CHUYENDEN: ['Đoàn viên chuyển đến', 'Số ĐV chuyển đến'],
  DV_TONG: ['Tổng số đoàn viên', 'Số đoàn viên hiện có đến cuối kỳ', 'Tổng ĐV'],
  CDCS_TONG: ['Tổng số CĐCS', 'Số CĐCS hiện có'],
  DVUT_GT: ['Giới thiệu ĐVƯT cho Đảng', 'Số ĐV ưu tú được giới thiệu cho Đảng'],
  DVUT_BD: ['Đoàn viên ưu tú học lớp cảm tình Đảng', 'Số ĐVƯT tham gia lớp bồi dưỡng nhận thức về Đảng'],
  DVUT_KN: ['ĐVƯT được kết nạp Đảng', 'Đoàn viên, CNLĐ được kết nạp vào Đảng', 'Số ĐVCĐ ưu tú được kết nạp vào Đảng'],
  HNNLD: ['Số DN tổ chức Hội nghị NLĐ', 'DN tổ chức HN NLĐ', 'Hội nghị người lao động'],
  HNCBCC: ['Số CQ, ĐV tổ chức hội nghị CBCCVCLĐ', 'Hội nghị cán bộ, công chức, viên chức'],
  THAMHOI: ['Số lượt ĐV được thăm hỏi', 'Thăm hỏi, tặng quà ĐV, NLĐ có hoàn cảnh khó khăn'],
  TAPHUAN: ['Số hội nghị tập huấn', 'Hội nghị tập huấn, tuyên truyền'],
  GIAOLUU: ['Số buổi đối thoại', 'Buổi giao lưu, tọa đàm, đối thoại'],
}
const LEVELS = new Set(['DV_TONG', 'CDCS_TONG'])
const TITLES = [
  ['Báo cáo tháng 6 năm 2024', '2024-06-01 2024-06-30 increment'],
  ['BÁO CÁO QUÝ II NĂM 2024', '2024-04-01 2024-06-30 increment'],
  ['Kết quả quý I và quý II năm 2024', '2024-01-01 2024-06-30 cumulative'],
  ['Báo cáo 9 tháng năm 2024', ' 2024-09-30 cumulative'],
  ['(Số liệu tính đến ngày 15/8/2024)', ' 2024-08-15 cumulative'],
  ['Báo cáo tuần (từ ngày 10/6/2024 đến ngày 16/6/2024)', '2024-06-10 2024-06-16 increment'],
  ['BÁO CÁO NĂM 2024', ' 2024-12-31 cumulative'],
  ['Từ ngày 01/12/2023 đến ngày 31/5/2024', '2023-12-01 2024-05-31 cumulative'],
] as const
const SENDERS = [
  ['LĐLĐ HUYỆN AN KHÊ', 'HAK'],
  ['LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ SÔNG HẬU', 'TPSH'],
  ['CÔNG ĐOÀN NGÀNH GIÁO DỤC', 'GD'],
  ['Đơn vị: Công đoàn xã Bình Minh', 'XBM'],
] as const
type Role = 'target' | 'increment' | 'cumulative' | 'value'
const HEADS: Readonly<Record<Role | 'tt' | 'name' | 'percent', readonly string[]>> = {
  tt: ['TT', 'STT'],
  name: ['Nội dung', 'Chỉ tiêu', 'Tên chỉ tiêu'],
  target: ['Kế hoạch năm', 'Chỉ tiêu giao', 'KH 2024', 'Giao'],
  increment: ['Thực hiện trong kỳ', 'Phát sinh trong kỳ', 'TH trong kỳ'],
  cumulative: ['Lũy kế', 'Luỹ kế từ đầu năm', 'Cộng dồn từ đầu năm', 'LK từ đầu năm'],
  value: ['Kết quả', 'Thực hiện', 'TH', 'Số liệu'],
  percent: ['%', 'Tỷ lệ đạt', 'Đạt (%)'],
}
const LAYOUTS = [
  ['tt', 'name', 'target', 'increment', 'cumulative', 'percent'],
  ['name', 'target', 'value', 'percent'],
  ['tt', 'name', 'value'],
  ['tt', 'name', 'increment', 'cumulative'],
] as const

const grouped = (count: number, by: string): string => String(count).replace(/\B(?=(\d{3})+$)/g, by)
/** A number as a clerk types it, and what it says; null: nothing. */
const WAYS: readonly ((count: number) => readonly [cell: string | number, told: string | number | null])[] = [
  (count) => [count, count],
  (count) => [grouped(count, '.'), count],
  (count) => [grouped(count, ','), count],
  (count) => [grouped(count, ' '), count],
  (count) => [count < 10 ? `0${count}` : String(count), count],
  (count) => [`hơn ${grouped(count, '.')}`, `≥${count}`],
  (count) => [`khoảng ${grouped(count, '.')}`, `≈${count}`],
  (count) => [`gần ${count}`, `≤${count}`],
  () => ['-', null],
  () => ['', null],
]

function makeForm(number: number) {
  let seed = number
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  const pick = <Item>(list: readonly Item[]): Item => {
    const item = list[next(list.length)]
    if (item === undefined) throw new Error('an empty list')
    return item
  }
  const [title, period] = pick(TITLES)
  const [sender, unit] = pick(SENDERS)
  const layout = pick(LAYOUTS)
  const told: Record<string, Record<string, string | number>> = {}
  const tell = (role: Role, code: string, value: string | number | null): void => {
    if (value !== null) (told[role] ??= {})[code] = value
  }
  const codes = Object.keys(NAMES).filter((code) => code === 'DV_MOI' || next(2) === 0)
  const rows = codes.map((code, at) => {
    const [target, increment] = [10 + next(3000), 1 + next(500)]
    const cumulative = increment + next(3000)
    return layout.map((column) => {
      if (column === 'tt') return at + 1
      if (column === 'name') return pick(NAMES[code] ?? [])
      if (LEVELS.has(code) && (column === 'target' || column === 'percent')) return ''
      if (column === 'percent') return Math.round((1000 * cumulative) / target) / 10
      if (column === 'target') {
        tell('target', code, target)
        return target
      }
      const [cell, value] = pick(WAYS)(column === 'increment' ? increment : cumulative)
      tell(column, code, value)
      return cell
    })
  })
  return { sheet: [[sender], [title], layout.map((column) => pick(HEADS[column])), ...rows], unit, period, told }
}

describe('two hundred forms', () => {
  it.each(Array.from({ length: 10 }, (_, tens) => tens))('from the %s0th', (tens) => {
    for (let number = tens * 20; number < tens * 20 + 20; number++) {
      const { sheet, unit, period, told } = makeForm(number + 1)
      const { reports, questions } = readRows(sheet, {}, { units: HAI_SON })
      const [{ unit: sentBy, from, asOf, basis, ...figures } = { unit: '', from: null, asOf: null, basis: null }] =
        reports
      expect({ sheet, questions, sentBy, period: `${from ?? ''} ${asOf ?? ''} ${basis ?? ''}`, figures }).toEqual({
        ...{ sheet, questions: [], sentBy: unit, period, figures: told },
      })
    }
  })
})

describe('tables of units with heads of two lines or in short', () => {
  const TITLE = 'TỔNG HỢP KẾT QUẢ PHÁT TRIỂN ĐOÀN VIÊN, THÀNH LẬP CĐCS'
  const units = ['TP Sông Hậu', 'H. Vĩnh Lộc']
  const first = (heads: readonly (readonly string[])[], figures: readonly number[], merges: string[] = []) =>
    readRows(
      [
        ['LĐLĐ TỈNH HẢI SƠN'],
        [TITLE],
        ['Tháng 7 năm 2024'],
        ...heads,
        ...units.map((unit, at) => [at + 1, unit, ...figures]),
      ],
      { merges },
      { units: HAI_SON },
    )

  it('“ĐV - Chỉ tiêu” leaves “ĐV”, “TH ĐV” is what was done', () => {
    const target = { DV_MOI: 100, CDCS_MOI: 3 }
    const value = { DV_MOI: 50, CDCS_MOI: 1 }
    for (const heads of [
      ['ĐV - Chỉ tiêu', 'ĐV - Kết quả', 'CĐCS - Chỉ tiêu', 'CĐCS - Kết quả'],
      ['KH ĐV', 'TH ĐV', 'KH CĐCS', 'TH CĐCS'],
      ['CT ĐV', 'KQ ĐV', 'CT CĐCS', 'KQ CĐCS'],
    ]) {
      const read = first([['TT', 'Đơn vị', ...heads]], [100, 50, 3, 1])
      expect(read.reports[0]).toMatchObject({ unit: 'TPSH', target, value })
      expect(read.questions).toEqual([])
      expect(read.findings.map(([kind]) => kind)).toEqual(['guessed', 'guessed'])
    }
  })

  it('“CĐCS” under “TH tháng 7” is a figure; what has one of the period alone is counted anew each year', () => {
    const heads = [
      ['TT', 'Đơn vị', 'TH tháng 7', '', 'LK 7 tháng', ''],
      ['', '', 'ĐV', 'CĐCS', 'ĐV', 'CĐCS'],
    ]
    const read = first(heads, [10, 1, 100, 4], ['C4:D4', 'E4:F4'])
    expect(read.reports[0]).toMatchObject({
      increment: { DV_MOI: 10, CDCS_MOI: 1 },
      cumulative: { DV_MOI: 100, CDCS_MOI: 4 },
    })
    expect(read.questions).toEqual([])
    expect(read.findings.map(([kind, , code]) => [kind, code])).toEqual([
      ['guessed', 'DV_MOI'],
      ['guessed', 'CDCS_MOI'],
    ])
  })

  it('what there was at the beginning is neither taken nor asked about', () => {
    const rows = [
      ['CÔNG ĐOÀN NGÀNH Y TẾ'],
      ['Báo cáo quý III/2024'],
      ['TT', 'Nội dung', 'Số lượng'],
      [1, 'Đoàn viên đầu kỳ', 1000],
      [2, 'Đoàn viên tăng trong kỳ', 60],
      [3, 'Đoàn viên giảm trong kỳ', 20],
      [4, 'Đoàn viên cuối kỳ', 1040],
    ]
    const { reports, questions, unmatched } = readRows(rows, {}, { units: HAI_SON })
    expect(reports[0]).toMatchObject({ value: { DV_MOI: 60, DV_GIAM: 20, DV_TONG: 1040 } })
    expect([questions, unmatched]).toEqual([[], ['B4']])
  })
})
