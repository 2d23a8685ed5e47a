// Makes the reports that units of the sample province sent for October 2024, and the office's own table of them:
// resources/sample/bao-cao/*, with what a perfect reading finds in tests/fixtures/sample-files/bao-cao.truth.json. Run by
// hand after make-sample-province.mjs; its output is committed. Everything in them is invented.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeXlsx } from 'hucre'
import { readCsv } from './sample/csv.mjs'

const PROJECT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const OUT = path.join(PROJECT, 'resources/sample/bao-cao')
const TRUTHS = path.join(PROJECT, 'tests/fixtures/sample-files')
fs.mkdirSync(OUT, { recursive: true })

/** @typedef {string | number | null} Cell */
const CODES = /** @type {const} */ (['DV_MOI', 'CDCS_MOI', 'DV_GIAM', 'DVUT_GT', 'DVUT_KN', 'DV_TONG', 'CDCS_TONG'])

/** Figures up to 30/9, and what October adds to them. */
const september = new Map(
  readCsv(path.join(PROJECT, 'resources/sample/reports-2024.csv'))
    .filter((row) => row.as_of === '2024-09-30')
    .map((row) => [
      row.unit ?? '',
      Object.fromEntries(CODES.map((code) => [code, Number((row[code] ?? '').replace(/^\D+|\s*\(.*$/g, ''))])),
    ]),
)
const ADDED = [38, 1, 9, 4, 3]

/** A unit's figures to 31/10. @param {string} unit @param {number} more */
function october(unit, more) {
  const before = september.get(unit) ?? {}
  const added = ADDED.map((amount, at) => (at === 1 ? (more % 2 === 0 ? 1 : 0) : amount + more * (at + 1)))
  const [members = 0, unions = 0, lost = 0] = added
  return {
    month: added,
    values: Object.fromEntries(
      CODES.map((code, at) => [
        code,
        (before[code] ?? 0) + (code === 'DV_TONG' ? members - lost : code === 'CDCS_TONG' ? unions : (added[at] ?? 0)),
      ]),
    ),
  }
}

const LABELS = [
  'Kết nạp mới đoàn viên',
  'Thành lập mới CĐCS',
  'Số đoàn viên giảm',
  'Giới thiệu đoàn viên ưu tú cho Đảng',
  'Đoàn viên ưu tú được kết nạp Đảng',
  'Tổng số đoàn viên',
  'Tổng số CĐCS',
]
const MEASURES = ['người', 'CĐCS', 'người', 'người', 'người', 'người', 'CĐCS']

/**
 * The usual form. `labels` and `write` are what this unit words and types in its own way.
 * @param {string} name @param {ReturnType<typeof october>} figures
 * @param {{ labels?: readonly string[], write?: (code: string, value: number) => Cell, extra?: readonly (readonly Cell[])[] }} [own]
 */
function form(name, figures, { labels = LABELS, write = (_, value) => value, extra = [] } = {}) {
  return [
    [name],
    ['BÁO CÁO KẾT QUẢ PHÁT TRIỂN ĐOÀN VIÊN, THÀNH LẬP CÔNG ĐOÀN CƠ SỞ'],
    ['(Số liệu từ ngày 01/01/2024 đến ngày 31/10/2024)'],
    [],
    ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện trong tháng', 'Lũy kế từ đầu năm', 'Ghi chú'],
    ...CODES.flatMap((code, at) => [
      [at + 1, labels[at] ?? '', MEASURES[at] ?? '', figures.month[at] ?? null, write(code, figures.values[code] ?? 0)],
      ...(at === 1 ? extra : []),
    ]),
    [],
    [null, null, null, null, 'Ngày 04 tháng 11 năm 2024'],
    [null, 'NGƯỜI LẬP BIỂU', null, null, 'CHỦ TỊCH'],
  ]
}

const grouped = (/** @type {number} */ value) => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '.')
const city = october('TP-HAISON', 3)
const town = october('TX-PHULINH', 2)
const district = october('H-YENGIANG', 1)
const health = october('CDN-YT', 0)
const zones = october('CDKCN', 4)

await writeBook('BC thang 10 - LĐLĐ TP Hải Sơn.xlsx', 'BC', form('LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ HẢI SƠN', city))
await writeBook(
  'TxPL_T10_2024.xlsx',
  'BC',
  form('LĐLĐ TX PHÚ LĨNH', town, {
    labels: LABELS.map(
      (label, at) => ['Phát triển mới ĐV', 'CĐCS mới thành lập', 'Đoàn viên giảm trong kỳ'][at] ?? label,
    ),
    write: (code, value) =>
      code === 'DV_MOI'
        ? `hơn ${value}`
        : code === 'CDCS_MOI'
          ? `0${value}`
          : code === 'DV_TONG'
            ? grouped(value)
            : value,
  }),
)
await writeBook(
  'bao cao huyện Yên Giang (sua).xlsx',
  'BC',
  form('LIÊN ĐOÀN LAO ĐỘNG HUYỆN YÊN GIANG', district, {
    extra: [[null, 'Trong đó: khu vực ngoài nhà nước', 'người', null, 290]],
  }),
)
const csv = form('CĐ NGÀNH Y TẾ', health)
  .map((row) => row.map((cell) => `${cell ?? ''}`).join(';'))
  .join('\r\n')
fs.writeFileSync(path.join(OUT, 'CĐN Y tế - tháng 10.csv'), `\uFEFF${csv}\r\n`)

/** The office's table: a unit that sent no form stands only here, one has not reported, the total is typed wrongly. */
const listed = /** @type {const} */ ([
  ['Thành phố Hải Sơn', city],
  ['Thị xã Phú Lĩnh', town],
  ['Huyện Yên Giang', district],
  ['CĐ ngành Y tế', health],
  ['CĐ các KCN tỉnh', zones],
])
const sum = (/** @type {string} */ code) => listed.reduce((total, [, { values }]) => total + (values[code] ?? 0), 0)
await writeBook(
  'tong hop den 31.10.2024.xlsx',
  'Tong hop',
  [
    ['LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI SƠN'],
    ['TỔNG HỢP KẾT QUẢ PHÁT TRIỂN ĐOÀN VIÊN, THÀNH LẬP CĐCS'],
    ['(Tính đến ngày 31/10/2024)'],
    ['TT', 'Đơn vị', 'Phát triển đoàn viên', 'Thành lập CĐCS', 'Đoàn viên ưu tú', null],
    [null, null, 'Lũy kế', 'Lũy kế', 'Giới thiệu', 'Kết nạp'],
    ...listed.map(([name, { values }], at) => [
      at + 1,
      name,
      values.DV_MOI ?? 0,
      values.CDCS_MOI ?? 0,
      values.DVUT_GT ?? 0,
      values.DVUT_KN ?? 0,
    ]),
    [listed.length + 1, 'Huyện đảo Nhạn Sơn', 0, 0, 'chưa báo cáo', null],
    [null, 'TỔNG CỘNG', sum('DV_MOI') + 10, sum('CDCS_MOI'), sum('DVUT_GT'), sum('DVUT_KN')],
  ],
  ['A4:A5', 'B4:B5', 'E4:F4'],
)

fs.writeFileSync(
  path.join(TRUTHS, 'bao-cao.truth.json'),
  `${JSON.stringify(
    {
      asOf: '2024-10-31',
      units: Object.fromEntries(
        [city, town, district, health].map(({ values }, at) => [
          ['TP-HAISON', 'TX-PHULINH', 'H-YENGIANG', 'CDN-YT'][at],
          values,
        ]),
      ),
      onlyInTable: {
        CDKCN: Object.fromEntries(
          ['DV_MOI', 'CDCS_MOI', 'DVUT_GT', 'DVUT_KN'].map((code) => [code, zones.values[code]]),
        ),
      },
      qualifiers: { 'TX-PHULINH': { DV_MOI: '>=' } },
      total: { indicator: 'DV_MOI', stated: sum('DV_MOI') + 10, computed: sum('DV_MOI') },
    },
    null,
    1,
  )}\n`,
)

/** @param {string} name @param {string} sheet @param {readonly (readonly Cell[])[]} rows @param {readonly string[]} merges */
async function writeBook(name, sheet, rows, merges = ['A1:D1', 'A2:F2', 'A3:F3']) {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: sheet,
        rows: rows.map((row) => [...row]),
        merges: merges.map((area) => {
          const [, left = 'A', top = '1', right = 'A', bottom = '1'] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(area) ?? []
          return {
            startRow: Number(top) - 1,
            startCol: left.charCodeAt(0) - 65,
            endRow: Number(bottom) - 1,
            endCol: right.charCodeAt(0) - 65,
          }
        }),
        columns: [6, 42, 14, 16, 16, 20].map((width) => ({ width })),
      },
    ],
    properties: { created: new Date('2024-11-04T01:00:00Z'), modified: new Date('2024-11-04T01:00:00Z') },
  })
  fs.writeFileSync(path.join(OUT, name), bytes)
}
