import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CellValue } from '#shared/domain/exchange/foreign-sheet.ts'
import { sheetOf } from '#tests/support/foreign-sheet.ts'
import { QUANG_TRI, readReportSheet } from '#tests/support/read-report.ts'

// Forms and tables put together from what offices vary: wording, order, columns, how a number is typed, what stands
// around the table. Whatever comes out must be read to the very numbers that went in.

const WORDINGS: Readonly<Record<string, readonly string[]>> = {
  DV_MOI: [
    'Kết nạp mới đoàn viên',
    'Phát triển đoàn viên',
    'Đoàn viên kết nạp mới',
    'Số ĐV phát triển mới',
    'Kết nạp đoàn viên công đoàn',
    'KẾT NẠP MỚI ĐVCĐ',
    'Tổng số đoàn viên kết nạp mới',
    'Đoàn viên tăng mới',
  ],
  CDCS_MOI: [
    'Thành lập mới CĐCS',
    'CĐCS thành lập mới',
    'Thành lập công đoàn cơ sở',
    'Số CĐCS được thành lập mới',
    'THÀNH LẬP MỚI CÔNG ĐOÀN CƠ SỞ',
    'CĐCS mới thành lập',
    'Số công đoàn cơ sở thành lập mới',
  ],
  DV_GIAM: ['Số đoàn viên giảm', 'Đoàn viên giảm trong kỳ', 'Giảm đoàn viên', 'ĐV giảm'],
  DVUT_GT: [
    'Giới thiệu đoàn viên ưu tú cho Đảng',
    'ĐV ưu tú giới thiệu cho Đảng',
    'Số ĐVƯT giới thiệu cho Đảng',
    'Giới thiệu ĐVƯT cho Đảng xem xét, kết nạp',
    'Đoàn viên ưu tú được giới thiệu cho Đảng',
  ],
  DVUT_KN: [
    'Đoàn viên ưu tú được kết nạp Đảng',
    'Đoàn viên được kết nạp vào Đảng',
    'ĐVƯT được kết nạp vào Đảng',
    'Số ĐV ưu tú được kết nạp Đảng',
  ],
  DV_TONG: ['Tổng số đoàn viên', 'Tổng số đoàn viên hiện có', 'Số đoàn viên hiện có', 'Tổng số ĐVCĐ', 'Tổng ĐV'],
  CDCS_TONG: ['Tổng số CĐCS', 'Tổng số công đoàn cơ sở', 'Số CĐCS hiện có', 'Tổng số CĐCS đang hoạt động'],
}
const CODES = Object.keys(WORDINGS)
const TARGETED = new Set(['DV_MOI', 'CDCS_MOI', 'DVUT_GT'])

type Role = 'target' | 'month' | 'cumulative' | 'percent' | 'note' | 'lastYear'
const TITLES: Readonly<Record<Role, readonly string[]>> = {
  target: ['Kế hoạch năm', 'Chỉ tiêu giao', 'CT năm 2024', 'KH 2024', 'Chỉ tiêu được giao năm 2024'],
  month: ['Thực hiện trong tháng', 'Trong tháng', 'TH tháng 6', 'Phát sinh trong kỳ'],
  cumulative: [
    'Lũy kế từ đầu năm',
    'Lũy kế',
    'Lũy kế đến 30/6/2024',
    'Thực hiện từ đầu năm',
    'Kết quả 6 tháng đầu năm',
    'LK',
  ],
  percent: ['Tỷ lệ (%)', '%', '% so với KH', 'Tỷ lệ % hoàn thành', 'Đạt (%)'],
  note: ['Ghi chú'],
  lastYear: ['Cùng kỳ năm 2023', 'Thực hiện 6 tháng năm 2023'],
}
const DAYS = [
  '(Số liệu từ ngày 01/01/2024 đến ngày 30/6/2024)',
  'Số liệu tính đến ngày 30/6/2024',
  'BÁO CÁO 6 THÁNG ĐẦU NĂM 2024',
  'Tính đến hết ngày 30 tháng 6 năm 2024',
  'đến ngày 30-6-2024',
]

/** A number as somebody types it. */
const typed = (value: number, way: number): CellValue => {
  const grouped = String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '.')
  return (
    [value, String(value), grouped, `${grouped} `, value < 10 ? `0${value}` : `${grouped} người`, `đạt ${grouped}`][
      way
    ] ?? value
  )
}

interface Line {
  readonly code: string
  readonly label: string
  readonly value: number
  readonly month: number
  readonly way: number
}

const line = (code: string) =>
  fc.record({
    code: fc.constant(code),
    label: fc.constantFrom(...(WORDINGS[code] ?? [])),
    value: fc.integer({ min: 0, max: 9000 }),
    month: fc.integer({ min: 0, max: 50 }),
    way: fc.integer({ min: 0, max: 5 }),
  })

const form = fc.record({
  unit: fc.integer({ min: 1, max: QUANG_TRI.length - 1 }),
  capitals: fc.boolean(),
  day: fc.constantFrom(...DAYS),
  lines: fc.tuple(...CODES.map(line)).chain((all) => fc.shuffledSubarray(all, { minLength: 2 })),
  others: fc.shuffledSubarray<Role>(['target', 'month', 'percent', 'note', 'lastYear']),
  at: fc.integer({ min: 0, max: 5 }),
  titles: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 6, maxLength: 6 }),
  numbering: fc.boolean(),
  columnNumbers: fc.boolean(),
  blankBefore: fc.integer({ min: 0, max: 2 }),
})
type Form = typeof form extends fc.Arbitrary<infer T> ? T : never

function rowsOf(made: Form): CellValue[][] {
  const unit = QUANG_TRI[made.unit]?.[1] ?? ''
  const roles: Role[] = [...made.others]
  roles.splice(Math.min(made.at, roles.length), 0, 'cumulative')
  // A percent without a target beside it is of ours and not tried here.
  const name = `LIÊN ĐOÀN LAO ĐỘNG ${made.capitals ? unit.toUpperCase() : unit}`
  const lead = made.numbering ? ['TT'] : []
  const header = [
    ...lead,
    'Nội dung',
    ...roles.map((role, at) => TITLES[role][(made.titles[at] ?? 0) % TITLES[role].length] ?? ''),
  ]
  const body = made.lines.map(({ code, label, value, month, way }: Line, at): CellValue[] => {
    const target = TARGETED.has(code) ? value * 2 + 1 : null
    const cells: Readonly<Record<Role, CellValue>> = {
      target,
      month,
      cumulative: typed(value, way),
      percent: target === null ? null : Math.round((value / target) * 1000) / 10,
      note: 'đã kiểm tra',
      lastYear: value + 7,
    }
    return [...(made.numbering ? [at + 1] : []), label, ...roles.map((role) => cells[role])]
  })
  return [
    [name],
    [made.day],
    ...Array.from({ length: made.blankBefore }, (): CellValue[] => []),
    header,
    ...(made.columnNumbers ? [header.map((_, at): CellValue => `(${at + 1})`)] : []),
    ...body,
    [],
    [null, null, 'Quảng Trị, ngày 05 tháng 7 năm 2024'],
    [null, 'NGƯỜI LẬP BIỂU', null, 'CHỦ TỊCH'],
  ]
}

describe('reports put together at random', () => {
  it('of one unit are read to the numbers that went in', () => {
    fc.assert(
      fc.property(form, (made) => {
        const read = readReportSheet(sheetOf(rowsOf(made)))
        const [report] = read.reports
        expect(read.reports).toHaveLength(1)
        expect(report?.unit).toMatchObject({ kind: 'unit', unit: { code: QUANG_TRI[made.unit]?.[0] } })
        expect(report?.period.asOf).toBe('2024-06-30')
        const values = Object.fromEntries(
          (report?.lines ?? []).map(({ indicator, cells }) => [indicator.code, cells.cumulative?.value]),
        )
        expect(values).toEqual(Object.fromEntries(made.lines.map(({ code, value }: Line) => [code, value])))
        const targets = (report?.lines ?? []).flatMap(({ indicator, cells }) =>
          cells.target === undefined ? [] : [[indicator.code, cells.target.value] as const],
        )
        const targeted = made.others.includes('target') ? made.lines.filter(({ code }: Line) => TARGETED.has(code)) : []
        expect(Object.fromEntries(targets)).toEqual(
          Object.fromEntries(targeted.map(({ code, value }: Line) => [code, value * 2 + 1])),
        )
        expect(read.findings.filter(({ kind }) => kind === 'percent')).toEqual([])
        expect(read.questions).toEqual([])
        expect(read.unmatched).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('of many units give each its own, and only the totals that are wrong are told', () => {
    const table = fc.record({
      units: fc.shuffledSubarray(
        QUANG_TRI.slice(1).map((_, at) => at + 1),
        { minLength: 2 },
      ),
      codes: fc.shuffledSubarray(
        CODES.filter((code) => !code.endsWith('TONG')),
        { minLength: 1 },
      ),
      wording: fc.integer({ min: 0, max: 20 }),
      values: fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 60, maxLength: 60 }),
      withTargets: fc.boolean(),
      merged: fc.boolean(),
      totalOff: fc.integer({ min: 0, max: 3 }),
      short: fc.boolean(),
    })
    fc.assert(
      fc.property(table, (made) => {
        const subs = made.withTargets ? ['CT', 'Lũy kế'] : ['Lũy kế']
        const value = (unit: number, at: number): number => made.values[(unit * 7 + at * 3) % 60] ?? 0
        const top: CellValue[] = ['TT', 'Đơn vị']
        const second: CellValue[] = [null, null]
        const merges: string[] = []
        made.codes.forEach((code, at) => {
          const labels = WORDINGS[code] ?? []
          subs.forEach((sub, offset) => {
            top.push(offset === 0 ? (labels[made.wording % labels.length] ?? '') : null)
            second.push(sub)
          })
          const left = String.fromCharCode(67 + at * subs.length)
          const right = String.fromCharCode(67 + at * subs.length + subs.length - 1)
          if (made.merged && left !== right) merges.push(`${left}3:${right}3`)
        })
        const name = (unit: number): string => {
          const whole = QUANG_TRI[unit]?.[1] ?? ''
          return made.short
            ? whole.replace('Huyện ', 'H. ').replace('Thành phố', 'TP.').replace('Thị xã', 'TX.')
            : whole
        }
        const body = made.units.map((unit, at): CellValue[] => [
          at + 1,
          name(unit),
          ...made.codes.flatMap((_, code) =>
            made.withTargets ? [value(unit, code) + 5, value(unit, code)] : [value(unit, code)],
          ),
        ])
        const sums = made.codes.flatMap((_, code) => {
          const sum = made.units.reduce((all, unit) => all + value(unit, code), 0)
          return made.withTargets ? [sum + 5 * made.units.length, sum + made.totalOff] : [sum + made.totalOff]
        })
        const read = readReportSheet(
          sheetOf(
            [['TỔNG HỢP KẾT QUẢ'], ['Tính đến ngày 31/3/2024'], top, second, ...body, [null, 'Tổng cộng', ...sums]],
            { merges },
          ),
        )
        expect(
          Object.fromEntries(
            read.reports.map(({ unit, lines }) => [
              unit.kind === 'unit' ? unit.unit.code : unit.text,
              Object.fromEntries(lines.map(({ indicator, cells }) => [indicator.code, cells.cumulative?.value])),
            ]),
          ),
        ).toEqual(
          Object.fromEntries(
            made.units.map((unit) => [
              QUANG_TRI[unit]?.[0],
              Object.fromEntries(made.codes.map((code, at) => [code, value(unit, at)])),
            ]),
          ),
        )
        expect(read.findings.filter(({ kind }) => kind === 'total')).toHaveLength(
          made.totalOff === 0 ? 0 : made.codes.length,
        )
      }),
      { numRuns: 300 },
    )
  })
})
