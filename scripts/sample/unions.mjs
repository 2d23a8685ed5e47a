// The grassroots unions of the sample province: one in each enterprise that has one, and those of schools, offices and
// state firms, so that foundings, endings and the number at each day are what the units report.
import { MONTH_WEIGHTS } from './foundings.mjs'

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {Record<string, string | number>} Union */

export const UNION_COLUMNS =
  'name type unit tax_code decision_number decision_on issuer members_at_founding chair members ended_on end_reason end_decision'.split(
    ' ',
  )

const FAMILIES = 'Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý'.split(' ')
const MIDDLES = 'Văn Thị Đức Thu Minh Ngọc Quang Thanh Hữu Kim'.split(' ')
const GIVENS =
  'An Anh Bình Chi Cường Dung Đạt Giang Hà Hải Hạnh Hiền Hòa Hùng Hương Khánh Lan Linh Long Mai Nam Nga Phúc Quyên Sơn Tâm Thảo Thủy Trang Tuấn Vân Yến'.split(
    ' ',
  )
const PLACE_FIRST = 'An Bình Cát Đại Đông Hải Hòa Khe Lâm Long Mỹ Nam Phú Sơn Tân Tây Thượng Trung Vĩnh Xuân'.split(' ')
const PLACE_SECOND = 'Châu Điền Giang Hà Hưng Khê Lộc Lương Minh Ngãi Phong Sơn Thành Thịnh Tiến Trạch Yên'.split(' ')

/** What stands in a place and has a union, by kind of unit. */
const STATE_KINDS = {
  district: ['Trường Mầm non', 'Trường Tiểu học', 'Trường Trung học cơ sở', 'Cơ quan xã'],
  school: ['Trường Trung học phổ thông', 'Trung tâm Giáo dục thường xuyên'],
  clinic: ['Bệnh viện Đa khoa', 'Trung tâm Y tế'],
  building: ['Ban Quản lý dự án', 'Công ty Cổ phần Tư vấn xây dựng'],
  trade: ['Công ty Cổ phần Thương mại', 'Chi nhánh Xăng dầu'],
  zone: ['Công ty TNHH Dịch vụ'],
}

/** What stands behind the number of a decision: the issuer's own series. @param {string} unit */
function seriesOf(unit) {
  if (unit === 'CDVC') return { suffix: 'QĐ-CĐVC', own: true }
  if (unit === 'CDKCN') return { suffix: 'QĐ-CĐKCN', own: true }
  if (unit.startsWith('CDN-')) return { suffix: 'QĐ-CĐN', own: true }
  return { suffix: 'QĐ-LĐLĐ', own: !unit.startsWith('TT-') }
}

/**
 * @param {Random} random
 * @param {{
 *   units: readonly import('./unit-parameters.mjs').UnitParameters[],
 *   names: ReadonlyMap<string, string>,
 *   enterprises: readonly import('./enterprises.mjs').Enterprise[],
 *   foundings: readonly import('./foundings.mjs').Founding[],
 *   reports: readonly Record<string, string | number>[],
 * }} province `names`: of units by code; `reports`: rows of both years
 * @returns {Union[]}
 */
export function drawUnions(random, { units, names, enterprises, foundings, reports }) {
  const rows = units.flatMap((unit) => {
    const own = reports.filter((report) => report.unit === unit.code)
    const of2023 = windowsOf(own.filter((report) => String(report.from) === '2023-01-01'))
    const of2024 = windowsOf(own.filter((report) => String(report.from) === '2024-01-01'))
    const closing = own.filter((report) => String(report.as_of) === '2023-12-31')[0]
    const firms = random
      .shuffle(enterprises.filter((enterprise) => enterprise.unit === unit.code && enterprise.has_union === 'x'))
      .map((enterprise) => ofFirm(random, unit.code, enterprise))
    // A unit that reports no unions is one itself.
    const total = closing?.CDCS_TONG === undefined ? 1 : Number(closing.CDCS_TONG)
    const nextName = createStateNames(random, unit, names)
    const offices = Array.from({ length: total - firms.length }, () => ofState(random, unit.code, nextName()))
    const gone = of2023.flatMap((window) =>
      endingsOf(window).map((reason) => endWithin(random, ofState(random, unit.code, nextName()), window, reason)),
    )
    dateFoundings(random, [...firms, ...offices], of2023)
    spreadMembers(random, offices, unit.state)
    const leaving = random.shuffle(offices)
    for (const window of of2024)
      for (const reason of endingsOf(window)) {
        const union = leaving.pop()
        if (union === undefined) throw new Error(`${unit.code} has no union left to end`)
        endWithin(random, union, window, reason)
      }
    const fresh = foundings
      .filter((founding) => founding.enterprise.unit === unit.code)
      .map(({ enterprise, date, members }) => ({
        ...ofFirm(random, unit.code, enterprise),
        decision_on: date,
        members_at_founding: members,
      }))
    return [...firms, ...offices, ...gone, ...fresh]
  })
  return numberDecisions(random, rows, names)
}

/**
 * @typedef {object} Window one reporting period: after `from`, up to `to`
 * @property {string} from @property {string} to @property {number} founded @property {number} natural @property {number} reformed
 */

/** What each report adds to the one before. @param {readonly Record<string, string | number>[]} reports @returns {Window[]} */
function windowsOf(reports) {
  return reports
    .filter((report) => report.CDCS_TONG !== undefined)
    .map((report, at, all) => {
      const before = all[at - 1]
      const grown = (/** @type {string} */ code) => Number(report[code]) - Number(before?.[code] ?? 0)
      return {
        from: before === undefined ? `${Number(String(report.as_of).slice(0, 4)) - 1}-12-31` : String(before.as_of),
        to: String(report.as_of),
        founded: grown('CDCS_MOI'),
        natural: grown('CDCS_GIAM_TN'),
        reformed: grown('CDCS_GIAM_SX'),
      }
    })
}

/** @param {Window} window */
function endingsOf({ natural, reformed }) {
  return [
    ...Array.from({ length: natural }, (_, at) => (at % 2 === 0 ? 'KT_THIEU_DV' : 'KT_KHAC')),
    ...Array.from({ length: reformed }, () => 'KT_SAP_XEP'),
  ]
}

/** @param {Random} random @param {Union} union @param {Window} window @param {string} reason @returns {Union} */
function endWithin(random, union, window, reason) {
  return Object.assign(union, { ended_on: dayWithin(random, window), end_reason: reason })
}

/** A working-day-like date inside a reporting period. @param {Random} random @param {Window} window */
function dayWithin(random, { from, to }) {
  const [year, last] = [to.slice(0, 4), Number(to.slice(5, 7))]
  const first = from.slice(0, 4) === year ? Number(from.slice(5, 7)) + 1 : 1
  return dateOf(year, random.int(first, last), random.int(2, 27))
}

/** @param {Random} random @param {string} unit @param {import('./enterprises.mjs').Enterprise} enterprise @returns {Union} */
function ofFirm(random, unit, enterprise) {
  const from = Math.max(1996, Number(enterprise.founded.slice(0, 4)) + 1)
  return {
    name: `Công đoàn cơ sở ${enterprise.name}`,
    type: 'CDCS',
    unit,
    tax_code: enterprise.tax_code,
    decision_on: drawDay(random, random.int(Math.min(from, 2022), 2022)),
    members_at_founding: Math.max(5, Math.round(enterprise.members * (0.5 + random.next() * 0.4))),
    chair: drawPerson(random),
  }
}

/** @param {Random} random @param {string} unit @param {string} name @returns {Union} */
function ofState(random, unit, name) {
  const isOccupational = name.startsWith('Nghiệp đoàn')
  return {
    name: isOccupational || name.startsWith('Công đoàn cơ sở') ? name : `Công đoàn cơ sở ${name}`,
    type: isOccupational ? 'NGHIEP_DOAN' : 'CDCS',
    unit,
    decision_on: drawDay(random, random.int(1994, 2021)),
    chair: drawPerson(random),
  }
}

/** Gives as many unions their day in each period of 2023 as were reported founded in it; the rest are older. */
/** @param {Random} random @param {readonly Union[]} unions @param {readonly Window[]} windows */
function dateFoundings(random, unions, windows) {
  let at = 0
  for (const window of windows)
    for (let count = 0; count < window.founded; count++) {
      const union = unions[at++]
      if (union === undefined) throw new Error('more unions were founded than there are')
      // The survey of 30/11/2023 found them all.
      const to = window.to === '2023-12-31' ? '2023-11-30' : window.to
      union.decision_on = dayWithin(random, { ...window, to })
      union.members_at_founding ??= random.int(8, 30)
    }
}

/** Members of the offices at the end of 2023, which are all that stand outside the surveyed enterprises. */
/** @param {Random} random @param {readonly Union[]} offices @param {number} members */
function spreadMembers(random, offices, members) {
  const weights = offices.map(() => 0.4 + random.next() * 1.6)
  const sum = weights.reduce((all, weight) => all + weight, 0)
  let reached = 0
  let given = 0
  offices.forEach((office, at) => {
    reached += weights[at] ?? 0
    const upTo = Math.round((members * reached) / sum)
    office.members = upTo - given
    given = upTo
  })
}

/** Numbers run by issuer and year in the order of days. */
/** @param {Random} random @param {readonly Union[]} rows @param {ReadonlyMap<string, string>} names @returns {Union[]} */
function numberDecisions(random, rows, names) {
  /** @type {Map<string, number>} */
  const last = new Map()
  const next = (/** @type {string} */ issuer, /** @type {string} */ day) => {
    const key = `${issuer} ${day.slice(0, 4)}`
    const number = (last.get(key) ?? random.int(8, 40)) + random.int(1, 9)
    last.set(key, number)
    return number
  }
  const events = rows.flatMap((row) => [
    { row, day: String(row.decision_on), ends: false },
    ...(row.ended_on === undefined ? [] : [{ row, day: String(row.ended_on), ends: true }]),
  ])
  events.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  for (const { row, day, ends } of events) {
    const { suffix, own } = seriesOf(String(row.unit))
    const issuer = names.get(own ? String(row.unit) : 'TINH') ?? ''
    const number = `${String(next(issuer, day)).padStart(2, '0')}/${suffix}`
    Object.assign(row, ends ? { end_decision: number } : { decision_number: number, issuer })
  }
  return [...rows]
}

/**
 * Names of what is no enterprise of the survey, each given once.
 * @param {Random} random @param {import('./unit-parameters.mjs').UnitParameters} unit @param {ReadonlyMap<string, string>} names
 */
function createStateNames(random, unit, names) {
  const kinds = STATE_KINDS[unit.kind]
  const trades = unit.kind === 'district' && unit.enterprises > 0 ? ['Nghiệp đoàn Bốc xếp', 'Nghiệp đoàn Xe ôm'] : []
  const places = random.shuffle(
    PLACE_FIRST.flatMap((first) => PLACE_SECOND.flatMap((second) => (first === second ? [] : [`${first} ${second}`]))),
  )
  let at = 0
  return () => {
    // A unit of its own is the union it is named after.
    if (unit.unions === null && at === 0) return (at++, names.get(unit.code) ?? unit.code)
    const turn = at++
    const trade = trades[turn]
    if (trade !== undefined) return `${trade} ${unit.place}`
    const place = places[Math.floor(turn / kinds.length)]
    if (place === undefined) throw new Error(`${unit.code} needs more places`)
    return `${kinds[turn % kinds.length] ?? ''} ${place}`
  }
}

/** @param {Random} random */
function drawPerson(random) {
  return `${random.pick(FAMILIES)} ${random.pick(MIDDLES)} ${random.pick(GIVENS)}`
}

/** @param {Random} random @param {number} year */
function drawDay(random, year) {
  const months = MONTH_WEIGHTS.flatMap((weight, at) => Array.from({ length: weight }, () => at + 1))
  return dateOf(String(year), random.pick(months), random.int(1, 28))
}

/** @param {string} year @param {number} month @param {number} day */
function dateOf(year, month, day) {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
