// What other offices send, as cells: the layouts, habits and mistakes of their lists.

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {string | number | Date | null} Value */

/**
 * A row of a list, before it takes a layout.
 * @typedef {object} Listed
 * @property {string} tax_code @property {string} name @property {string} place @property {string} address
 * @property {string} industry @property {string} founded @property {number} workers @property {number} women
 * @property {number} insured @property {boolean} hasUnion @property {number} members @property {string} difficulty
 */

/** A date of the file: some cells are real dates, some text. @param {Random} random @param {string} founded @returns {Value} */
export function foundedCell(random, founded) {
  const [year = '', month, day] = founded.split('-')
  if (month === undefined || day === undefined) return Number(year)
  if (random.yes(0.5)) return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return random.yes(0.8) ? `${day}/${month}/${year}` : `${Number(day)}.${Number(month)}.${year}`
}

/** A tax code as text, or as a number that has lost its leading zero. @param {Random} random @param {string} code @returns {Value} */
export function taxCodeCell(random, code) {
  return random.yes(code.startsWith('0') ? 0.7 : 0.25) ? Number(code.replace('-', '')) : code
}

/** Names as tax offices shorten them. @param {string} name */
export function shortenName(name) {
  return name
    .replace('Công ty TNHH MTV', 'Cty TNHH MTV')
    .replace('Công ty TNHH', 'Cty TNHH')
    .replace('Công ty Cổ phần', 'CTCP')
    .replace('Doanh nghiệp tư nhân', 'DNTN')
    .replace('Hợp tác xã', 'HTX')
}

/**
 * The list of a social-insurance office: two title rows, a date, a header of two lines, a roman row for each
 * place with its subtotal, a total, the signature block.
 * @param {Random} random
 * @param {readonly { readonly place: string, readonly rows: readonly Listed[] }[]} groups
 * @param {{ office: string, section: string, place: string }} sender
 * @returns {{ rows: Value[][], headerRow: number, merges: [number, number, number, number][], capitalRows: number[] }}
 */
export function insuranceList(random, groups, sender) {
  const blank = () => /** @type {Value[]} */ (Array.from({ length: 12 }, () => null))
  const row = (/** @type {readonly (readonly [number, Value])[]} */ cells) => {
    const made = blank()
    for (const [column, value] of cells) made[column] = value
    return made
  }
  const rows = [
    row([[0, sender.office]]),
    row([[0, sender.section]]),
    blank(),
    row([[0, 'DANH SÁCH ĐƠN VỊ, DOANH NGHIỆP CÓ SỬ DỤNG LAO ĐỘNG']]),
    row([[0, '(Số liệu tính đến ngày 31/12/2023)']]),
    [
      'STT',
      'Tên đơn vị',
      'Mã số thuế',
      'Địa chỉ',
      'Ngành nghề',
      'Số lao động',
      null,
      'Số LĐ tham gia BHXH',
      'Tổ chức công đoàn',
      null,
      'Ngày thành lập',
      'Ghi chú (khó khăn, vướng mắc)',
    ],
    row([
      [5, 'Tổng số'],
      [6, 'Trong đó nữ'],
      [8, 'Đã có CĐCS'],
      [9, 'Số đoàn viên'],
    ]),
  ]
  const capitalRows = [0, 1, 3]
  let number = 0
  groups.forEach((group, at) => {
    const sum = group.rows.reduce((total, listed) => total + listed.workers, 0)
    capitalRows.push(rows.length)
    rows.push(
      row([
        [0, ROMAN[at] ?? ''],
        [1, group.place.toUpperCase()],
        [5, sum],
      ]),
    )
    for (const listed of group.rows) {
      number += 1
      rows.push([
        number,
        listed.name,
        taxCodeCell(random, listed.tax_code),
        `${listed.address}, ${group.place}`,
        listed.industry,
        listed.workers,
        listed.women,
        listed.insured,
        listed.hasUnion ? 'x' : null,
        listed.hasUnion ? listed.members : null,
        foundedCell(random, listed.founded),
        listed.difficulty === '' ? null : listed.difficulty,
      ])
    }
  })
  capitalRows.push(rows.length)
  rows.push(
    row([
      [0, 'TỔNG CỘNG'],
      [5, groups.flatMap((group) => group.rows).reduce((total, listed) => total + listed.workers, 0)],
    ]),
  )
  rows.push(
    blank(),
    row([[8, `${sender.place}, ngày 15 tháng 01 năm 2024`]]),
    row([
      [1, 'NGƯỜI LẬP BIỂU'],
      [8, 'GIÁM ĐỐC'],
    ]),
  )
  capitalRows.push(rows.length - 1)
  return {
    rows,
    headerRow: 6,
    merges: [
      [0, 0, 0, 4],
      [1, 0, 1, 4],
      [3, 0, 3, 11],
      [4, 0, 4, 11],
      [5, 0, 6, 0],
      [5, 1, 6, 1],
      [5, 2, 6, 2],
      [5, 3, 6, 3],
      [5, 4, 6, 4],
      [5, 5, 5, 6],
      [5, 7, 6, 7],
      [5, 8, 5, 9],
      [5, 10, 6, 10],
      [5, 11, 6, 11],
    ],
    capitalRows,
  }
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII']

export const TAX_HEADER = [
  'TT',
  'TÊN DOANH NGHIỆP',
  'MST',
  'HUYỆN/TX/TP',
  'ĐỊA CHỈ',
  'NGÀNH KD',
  'LĐ',
  'LĐ NỮ',
  'CÓ CĐ',
  'ĐOÀN VIÊN',
  'NGÀY TL',
  'GHI CHÚ',
]

/** A row of a tax office's list: one header line, short names, numbers as text. @param {Random} random @param {Listed} listed @param {number} number @returns {Value[]} */
export function taxRow(random, listed, number) {
  return [
    number,
    shortenName(listed.name),
    taxCodeCell(random, listed.tax_code),
    listed.place,
    listed.address,
    listed.industry,
    workersCell(random, listed.workers),
    listed.women,
    listed.hasUnion ? 'Có' : 'Không',
    listed.hasUnion ? listed.members : 0,
    foundedCell(random, listed.founded),
    listed.difficulty === '' ? null : listed.difficulty,
  ]
}

/** @param {Random} random @param {number} workers @returns {Value} */
function workersCell(random, workers) {
  if (workers >= 1000) return `${Math.floor(workers / 1000)}.${String(workers % 1000).padStart(3, '0')}`
  if (random.yes(0.1)) return String(workers)
  return random.yes(0.04) ? `${workers} người` : workers
}
