// Makes the files that other offices sent the sample province: resources/sample/tep-nhan/*, and beside the tests
// what a perfect reading of each finds. Run by hand (`node scripts/make-sample-files.mjs`) after
// make-sample-province.mjs; its output is committed. Everything in them is invented.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as XLSX from '@e965/xlsx'
import { writeXlsx } from 'hucre'
import { readCsv } from './sample/csv.mjs'
import { createNames, createTaxCodes, drawEnterprise } from './sample/enterprises.mjs'
import { insuranceList, TAX_HEADER, taxRow } from './sample/office-files.mjs'
import { createRandom } from './sample/random.mjs'
import { toTcvn3, toTcvn3Capitals } from './sample/tcvn3.mjs'
import { describeTruth } from './sample/truth.mjs'
import { UNITS } from './sample/unit-parameters.mjs'

/** @typedef {import('./sample/office-files.mjs').Listed} Listed */

const PROJECT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const OUT = path.join(PROJECT, 'resources/sample/tep-nhan')
const TRUTHS = path.join(PROJECT, 'tests/fixtures/sample-files')
fs.mkdirSync(OUT, { recursive: true })
fs.mkdirSync(TRUTHS, { recursive: true })

const random = createRandom(31_122_023)
const nextTaxCode = createTaxCodes(random)
const nextName = createNames(random)
const registry = readCsv(path.join(PROJECT, 'resources/sample/enterprises.csv'))
const known = new Set(registry.map((row) => row.tax_code))

/** Places as the insurance office writes them. */
const PLACES = new Map([
  ['TP-HAISON', 'Thành phố Hải Sơn'],
  ['TX-PHULINH', 'Thị xã Phú Lĩnh'],
  ['H-YENGIANG', 'Huyện Yên Giang'],
  ['H-THANHLAM', 'Huyện Thanh Lâm'],
  ['H-SONLOC', 'Huyện Sơn Lộc'],
  ['H-NAMTRACH', 'Huyện Nam Trạch'],
  ['H-TANKHE', 'Huyện Tân Khê'],
  ['H-DONGVINH', 'Huyện Đông Vĩnh'],
  ['H-NHANSON', 'Huyện đảo Nhạn Sơn'],
  ['CDKCN', 'Khu công nghiệp Bắc Hải Sơn'],
])
/** And as the tax office does. */
const SHORT_PLACES = new Map([
  ['Thành phố Hải Sơn', 'TP. Hải Sơn'],
  ['Thị xã Phú Lĩnh', 'TX Phú Lĩnh'],
  ['Huyện Yên Giang', 'H. Yên Giang'],
])

/** A month after the province's own survey head counts have moved a little. @param {Record<string, string>} row @param {string} place @returns {Listed} */
function seenAgain(row, place) {
  const workers = Math.max(3, Math.round(Number(row.workers) * (0.93 + random.next() * 0.16)))
  const hasUnion = row.has_union === 'x'
  return {
    tax_code: row.tax_code ?? '',
    name: row.name ?? '',
    place,
    address: (row.address ?? '').split(',')[0] ?? '',
    industry: row.industry ?? '',
    founded: row.founded ?? '',
    workers,
    women: Math.min(workers, Number(row.women)),
    insured: Math.min(workers, Number(row.insured)),
    hasUnion,
    members: hasUnion ? Math.min(workers, Number(row.members)) : 0,
    difficulty: row.difficulty ?? '',
  }
}

/** Enterprises the province did not know yet. @param {string} unit @param {string} place @param {number} count @returns {Listed[]} */
function newcomers(unit, place, count) {
  const of = UNITS.find((candidate) => candidate.code === unit)
  if (of === undefined) throw new Error(`no unit ${unit}`)
  return Array.from({ length: count }, () => {
    let row = drawEnterprise(
      random,
      { ...of, unit, unionRate: 0.2 },
      nextTaxCode,
      (industry) => `${nextName(industry)} Mới`,
    )
    while (known.has(row.tax_code)) row = { ...row, tax_code: nextTaxCode() }
    const { address, has_union: mark, workers, women, members, insured, ...rest } = row
    return {
      ...rest,
      place,
      address: address.split(',')[0] ?? '',
      workers,
      women,
      insured,
      members,
      hasUnion: mark === 'x',
    }
  })
}

/** @param {string} unit @param {number} share of those known @param {number} fresh how many new ones */
function groupOf(unit, share, fresh) {
  const place = PLACES.get(unit) ?? ''
  const again = registry.filter((row) => row.unit === unit && random.yes(share)).map((row) => seenAgain(row, place))
  return { place, rows: random.shuffle([...again, ...newcomers(unit, place, fresh)]) }
}

// 1. Social insurance: the districts it covers, and the zone.
const insured = [
  groupOf('TP-HAISON', 0.8, 9),
  groupOf('TX-PHULINH', 0.85, 6),
  groupOf('H-YENGIANG', 0.85, 4),
  groupOf('H-NAMTRACH', 0.8, 3),
  groupOf('H-DONGVINH', 0.8, 3),
  groupOf('CDKCN', 0.9, 4),
]
const insuranceSheet = insuranceList(random, insured, {
  office: 'BẢO HIỂM XÃ HỘI TỈNH HẢI SƠN',
  section: 'PHÒNG QUẢN LÝ THU - SỔ, THẺ',
  place: 'Hải Sơn',
})
await writeWorkbook('BHXH tỉnh - danh sách đơn vị đến 31.12.2023.xlsx', 'DS DN', insuranceSheet, null)
writeTruth(
  'bhxh',
  insured.flatMap((group) => group.rows),
  insuranceSheet.headerRow,
)

// 2. Two districts whose branch office still types in the old fonts.
const oldFonts = [groupOf('H-SONLOC', 0.9, 3), groupOf('H-THANHLAM', 0.9, 2)]
const oldSheet = insuranceList(random, oldFonts, {
  office: 'BẢO HIỂM XÃ HỘI KHU VỰC SƠN LỘC - THANH LÂM',
  section: 'BỘ PHẬN THU',
  place: 'Sơn Lộc',
})
await writeWorkbook('BHXH Son Loc, Thanh Lam (phong chu cu).xlsx', 'Sheet1', oldSheet, {
  text: '.VnTime',
  capitals: '.VnTimeH',
})
writeTruth(
  'phong-chu-cu',
  oldFonts.flatMap((group) => group.rows),
  oldSheet.headerRow,
)

// 3. The tax office: one header line, duplicates, and the rows somebody got wrong.
const taxed = ['TP-HAISON', 'TX-PHULINH', 'H-YENGIANG', 'H-TANKHE', 'H-NHANSON'].flatMap((unit) => {
  const { rows } = groupOf(unit, unit === 'H-TANKHE' || unit === 'H-NHANSON' ? 0.95 : 0.25, 2)
  return rows.map((row) => ({
    ...row,
    place: random.yes(0.6) ? (SHORT_PLACES.get(row.place) ?? row.place) : row.place,
  }))
})
const shuffled = random.shuffle(taxed)
const stranger = newcomers('H-TANKHE', 'Huyện Lâm Hải', 3)
const twice = random.shuffle(shuffled).slice(0, 4)
const taxRows = [...shuffled, ...stranger, ...twice].map((row, at) => taxRow(random, row, at + 1))
const spoiled = newcomers('TP-HAISON', 'TP. Hải Sơn', 6)
/** @type {{ row: number, code: string, severity: 'error' | 'warning' }[]} */
const problems = []
/** @param {number} at @param {string} code @param {'error' | 'warning'} severity @param {(cells: (string | number | Date | null)[]) => void} spoil */
const spoilRow = (at, code, severity, spoil) => {
  const listed = spoiled[at]
  if (listed === undefined) throw new Error('too few rows to spoil')
  const cells = taxRow(
    random,
    { ...listed, founded: '2019-05-20', hasUnion: false, members: 0, workers: 24 + at, women: 5 },
    taxRows.length + 1,
  )
  spoil(cells)
  taxRows.push(cells)
  problems.push({ row: taxRows.length + 1, code, severity })
}
spoilRow(0, 'NAME_MISSING', 'error', (cells) => (cells[1] = null))
spoilRow(1, 'WORKERS_NOT_NUMBER', 'error', (cells) => (cells[6] = 'khoảng 20'))
spoilRow(2, 'MST_CHECK', 'warning', (cells) => (cells[2] = spoilCheckDigit(spoiled[2]?.tax_code ?? '')))
spoilRow(3, 'MEMBERS_OVER_WORKERS', 'warning', (cells) => {
  cells[8] = 'Có'
  cells[9] = 41
})
spoilRow(4, 'DATE_INVALID', 'warning', (cells) => (cells[10] = '31/02/2020'))
writeXls('Cục Thuế - DN đang hoạt động.xls', 'DN', [TAX_HEADER, ...taxRows])
const taxTruth = describeTruth([
  ...shuffled,
  ...stranger.map((row) => ({ ...row, place: 'Huyện Lâm Hải' })),
  ...[2, 3, 4].flatMap((at) => {
    const listed = spoiled[at]
    return listed === undefined ? [] : [{ ...listed, workers: 24 + at, hasUnion: at === 3, members: at === 3 ? 41 : 0 }]
  }),
])
saveTruth('thue', {
  headerRow: 1,
  rows: taxRows.length,
  ...taxTruth,
  duplicates: twice.map((row) => row.tax_code).sort(),
  problems,
})

// 4. The management board of the zones: a CSV out of its own program, semicolons and a byte-order mark.
const zoned = groupOf('CDKCN', 0.35, 5).rows
const csvRows = zoned.map((row, at) => [
  at + 1,
  row.name,
  row.tax_code,
  'KCN Bắc Hải Sơn',
  row.address,
  row.workers,
  row.women,
  row.hasUnion ? 'Có' : 'Chưa',
  row.members,
  row.founded.split('-').toReversed().join('/'),
])
const csvHeader = [
  'TT',
  'Tên doanh nghiệp',
  'Mã số thuế',
  'Khu công nghiệp',
  'Địa chỉ',
  'Tổng số lao động',
  'Lao động nữ',
  'Công đoàn cơ sở',
  'Số đoàn viên',
  'Ngày thành lập',
]
fs.writeFileSync(
  path.join(OUT, 'BQL các KCN - lao động quý IV.csv'),
  `\ufeff${[csvHeader, ...csvRows].map((cells) => cells.join(';')).join('\r\n')}\r\n`,
)
writeTruth('kcn', zoned, 1)

/**
 * @param {string} name @param {string} sheet @param {ReturnType<typeof insuranceList>} list
 * @param {{ text: string, capitals: string } | null} oldFont
 */
async function writeWorkbook(name, sheet, list, oldFont) {
  /** @type {Map<string, Partial<import('hucre').Cell>>} */
  const cells = new Map()
  const rows = list.rows.map((row, r) =>
    row.map((value, c) => {
      const isCapital = list.capitalRows.includes(r) || (r === 5 && c === 0)
      const font =
        oldFont === null
          ? { name: 'Times New Roman', size: 12, bold: isCapital }
          : { name: isCapital ? oldFont.capitals : oldFont.text, size: 12 }
      const encode = isCapital ? toTcvn3Capitals : toTcvn3
      const shown = oldFont !== null && typeof value === 'string' ? encode(value) : value
      if (value !== null)
        cells.set(`${r},${c}`, {
          value: shown,
          style: { font, ...(value instanceof Date ? { numFmt: 'dd/mm/yyyy' } : {}) },
        })
      return shown
    }),
  )
  const bytes = await writeXlsx({
    sheets: [
      {
        name: sheet,
        rows,
        cells,
        merges: list.merges.map(([startRow, startCol, endRow, endCol]) => ({ startRow, startCol, endRow, endCol })),
        columns: [6, 44, 16, 40, 22, 9, 9, 11, 9, 10, 13, 32].map((width) => ({ width })),
      },
    ],
    properties: { created: new Date('2024-01-15T01:00:00Z'), modified: new Date('2024-01-15T01:00:00Z') },
  })
  fs.writeFileSync(path.join(OUT, name), bytes)
}

/** @param {string} name @param {string} sheet @param {readonly (readonly (string | number | Date | null)[])[]} rows */
function writeXls(name, sheet, rows) {
  const made = XLSX.utils.aoa_to_sheet(
    rows.map((row) => [...row]),
    { cellDates: false, dateNF: 'dd/mm/yyyy', UTC: true },
  )
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, made, sheet)
  const bytes = /** @type {Uint8Array} */ (XLSX.write(book, { type: 'buffer', bookType: 'biff8' }))
  fs.writeFileSync(path.join(OUT, name), bytes)
}

/** @param {string} code */
function spoilCheckDigit(code) {
  return `${code.slice(0, 9)}${(Number(code[9]) + 1) % 10}`
}

/** @param {string} name @param {readonly Listed[]} rows @param {number} headerRow */
function writeTruth(name, rows, headerRow) {
  saveTruth(name, { headerRow, rows: rows.length, ...describeTruth(rows), duplicates: [], problems: [] })
}

/** @param {string} name @param {object} truth */
function saveTruth(name, truth) {
  fs.writeFileSync(path.join(TRUTHS, `${name}.truth.json`), `${JSON.stringify(truth, null, 2)}\n`)
}
