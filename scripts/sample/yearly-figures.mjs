// Cumulative figures of one unit through one year. Everything that must add up is derived, never drawn: new
// members = those of new unions + those where a union stood, levels = opening + new − lost + in − out.
import { MONTH_WEIGHTS } from './foundings.mjs'

/** Columns of a report file: what the report is, then one per indicator. */
export const COLUMNS = [
  'unit from as_of received source',
  'DV_MOI DV_MOI_CDCSMOI DV_MOI_CDCSCU DV_MOI_NNN DV_GIAM DV_CHUYENDEN DV_CHUYENDI DV_TONG DV_TONG_NU DV_TONG_NNN',
  'CDCS_MOI CDCS_MOI_NNN CDCS_MOI_25 CDCS_GIAM CDCS_GIAM_TN CDCS_GIAM_SX CDCS_TONG',
  'DVUT_GT DVUT_KN LD_TONG LD_TONG_CDCS DN_CDCS DN_TUDTT',
  'HNCBCC HNNLD TUVAN_PL TAPHUAN TAPHUAN_LUOT GIAOLUU THAMHOI THAMHOI_TIEN MAIAM MAIAM_TIEN',
].flatMap((line) => line.split(' '))

/**
 * One year of a unit: figures of each month, not cumulative.
 * @typedef {object} Year
 * @property {number[]} newUnions @property {number[]} newUnions25 @property {number[]} membersOfNew
 * @property {number[]} admittedNonState members admitted outside the state sector, those of new unions included
 * @property {number[]} admittedState
 * @property {number[]} lostNonState @property {number[]} lostState @property {number[]} arrived @property {number[]} left
 * @property {number[]} ended @property {number[]} endedByReform
 * @property {number[]} introduced @property {number[]} joinedParty
 * @property {Record<string, number[]>} side
 * @property {number} agreementShare @property {number} gathered share of workers who are members where a union stands
 */

/**
 * @param {import('./random.mjs').Random} random
 * @param {import('./unit-parameters.mjs').UnitParameters} unit
 * @param {{ admitted: number, nonStateShare: number, founded: number, introduced: number, foundings: readonly import('./foundings.mjs').Founding[] | null }} wanted
 * @returns {Year}
 */
export function drawYear(random, unit, wanted) {
  const spread = (/** @type {number} */ total) => spreadOverMonths(random, total)
  const dated = wanted.foundings ?? drawUndated(random, wanted.founded)
  const perMonth = (/** @type {(founding: { workers: number, members: number }) => number} */ measure) =>
    MONTH_WEIGHTS.map((_, at) =>
      dated.filter((f) => Number(f.date.slice(5, 7)) === at + 1).reduce((sum, f) => sum + measure(f), 0),
    )
  const membersOfNew = perMonth((founding) => founding.members)
  const inNew = membersOfNew.reduce((sum, members) => sum + members, 0)
  const nonState = Math.max(0, Math.round(wanted.admitted * wanted.nonStateShare) - inNew)
  const elsewhere = spread(nonState)
  const base = unit.state + unit.enterprises * unit.scale * 0.5
  const houses = spread(random.int(0, 2))
  const trained = spread(random.int(2, 9))
  const visited = spread(Math.round(base * (0.3 + random.next() * 0.25)))
  const isItselfUnion = unit.unions === null
  return {
    newUnions: perMonth(() => 1),
    newUnions25: perMonth((founding) => (founding.workers >= 25 ? 1 : 0)),
    membersOfNew,
    admittedNonState: membersOfNew.map((members, at) => members + (elsewhere[at] ?? 0)),
    admittedState: spread(Math.round(wanted.admitted * (1 - wanted.nonStateShare))),
    lostNonState: spread(
      Math.round(unit.enterprises * unit.scale * unit.unionRate * 0.6 * (0.12 + random.next() * 0.1)),
    ),
    lostState: spread(Math.round(unit.state * (0.015 + random.next() * 0.012))),
    arrived: spread(random.int(0, Math.ceil(unit.state / 700))),
    left: spread(random.int(0, Math.ceil(unit.state / 600))),
    ended: spread(isItselfUnion ? 0 : random.int(0, Math.ceil(unit.enterprises / 40))),
    endedByReform: spread(isItselfUnion ? 0 : random.int(0, unit.state > 4000 ? 2 : 0)),
    introduced: spread(wanted.introduced),
    joinedParty: spread(Math.round(wanted.introduced * (0.45 + random.next() * 0.25))),
    side: {
      HNCBCC: spread(Math.round((unit.unions ?? 1) * 0.55)),
      HNNLD: spread(Math.round(unit.enterprises * unit.unionRate * 0.7)),
      TUVAN_PL: spread(Math.round(base * 0.012)),
      TAPHUAN: trained,
      TAPHUAN_LUOT: trained.map((meetings) => meetings * random.int(60, 180)),
      GIAOLUU: spread(random.int(1, 6)),
      THAMHOI: visited,
      THAMHOI_TIEN: visited.map((people) => Math.round(people * (3 + random.next()) * 10) / 100),
      MAIAM: houses,
      MAIAM_TIEN: houses.map((count) => count * 50),
    },
    agreementShare: 0.66 + random.next() * 0.2,
    gathered: 0.86 + random.next() * 0.09,
  }
}

/** Foundings nobody kept the enterprise of. @param {import('./random.mjs').Random} random @param {number} count */
function drawUndated(random, count) {
  const months = MONTH_WEIGHTS.flatMap((weight, at) => Array.from({ length: weight }, () => at + 1))
  return Array.from({ length: count }, () => {
    const workers = random.int(12, 90)
    return {
      date: `2023-${String(random.pick(months)).padStart(2, '0')}-15`,
      workers,
      members: Math.max(5, Math.round(workers * 0.7)),
    }
  })
}

/** Integers by month that sum to the total and follow the year's rhythm. @param {import('./random.mjs').Random} random @param {number} total */
function spreadOverMonths(random, total) {
  const weights = MONTH_WEIGHTS.map((weight) => weight * (0.7 + random.next() * 0.6))
  const sum = weights.reduce((all, weight) => all + weight, 0)
  let given = 0
  let reached = 0
  return weights.map((weight) => {
    reached += weight
    const upTo = Math.round((total * reached) / sum)
    const now = upTo - given
    given = upTo
    return now
  })
}

/**
 * The rows of the unit's cumulative reports at the ends of the given months.
 * @param {import('./unit-parameters.mjs').UnitParameters} unit
 * @param {Year} year
 * @param {{ enterprises: readonly import('./enterprises.mjs').Enterprise[], state: number, unions: number | null }} end2023 how 2023 closes and 2024 opens
 * @param {number} calendarYear @param {readonly number[]} months
 */
export function reportRows(unit, year, end2023, calendarYear, months) {
  const withUnion = end2023.enterprises.filter((enterprise) => enterprise.has_union === 'x')
  const unorganised = end2023.enterprises
    .filter((enterprise) => enterprise.has_union === '')
    .reduce((sum, e) => sum + e.workers, 0)
  const members = withUnion.reduce((sum, enterprise) => sum + enterprise.members, 0)
  const womenThere = withUnion.reduce((sum, e) => sum + Math.round((e.members * e.women) / e.workers), 0)
  const womenShare = (unit.women * end2023.state + womenThere) / Math.max(1, end2023.state + members)
  return months.map((month) => {
    const total = (/** @type {readonly number[]} */ list, upTo = month) =>
      list.slice(0, upTo).reduce((sum, value) => sum + value, 0)
    // 2023 is told backwards from its end, 2024 forwards from there.
    const since = (/** @type {readonly number[]} */ list) =>
      calendarYear === 2023 ? total(list) - total(list, 12) : total(list)
    const stateNow =
      end2023.state + since(year.admittedState) - since(year.lostState) + since(year.arrived) - since(year.left)
    const nonStateNow = members + since(year.admittedNonState) - since(year.lostNonState)
    const all = stateNow + nonStateNow
    const workersThere = Math.round(all / year.gathered)
    const unionFirms = withUnion.length + since(year.newUnions)
    const ended = total(year.ended) + total(year.endedByReform)
    const admitted = total(year.admittedState) + total(year.admittedNonState)
    const unions =
      end2023.unions === null
        ? {}
        : {
            CDCS_MOI: total(year.newUnions),
            CDCS_MOI_NNN: total(year.newUnions),
            CDCS_MOI_25: total(year.newUnions25),
            CDCS_GIAM: ended,
            CDCS_GIAM_TN: total(year.ended),
            CDCS_GIAM_SX: total(year.endedByReform),
            CDCS_TONG: end2023.unions + since(year.newUnions) - since(year.ended) - since(year.endedByReform),
            DN_CDCS: unionFirms,
            DN_TUDTT: Math.round(unionFirms * year.agreementShare),
          }
    return {
      unit: unit.code,
      from: `${calendarYear}-01-01`,
      as_of: lastDay(calendarYear, month),
      received: received(calendarYear, month, unit.code),
      source: `Báo cáo ${month === 12 ? 'năm' : `tháng ${month}`}/${calendarYear}`,
      DV_MOI: admitted,
      DV_MOI_CDCSMOI: total(year.membersOfNew),
      DV_MOI_CDCSCU: admitted - total(year.membersOfNew),
      DV_MOI_NNN: total(year.admittedNonState),
      DV_GIAM: total(year.lostState) + total(year.lostNonState),
      DV_CHUYENDEN: total(year.arrived),
      DV_CHUYENDI: total(year.left),
      DV_TONG: all,
      DV_TONG_NU: Math.round(all * womenShare),
      DV_TONG_NNN: nonStateNow,
      ...unions,
      DVUT_GT: total(year.introduced),
      DVUT_KN: total(year.joinedParty),
      LD_TONG: workersThere + unorganised,
      LD_TONG_CDCS: workersThere,
      ...Object.fromEntries(
        Object.entries(year.side).map(([code, list]) => [code, Math.round(total(list) * 100) / 100]),
      ),
    }
  })
}

/** @param {number} year @param {number} month */
function lastDay(year, month) {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** Reports are due by the fifth; a few come later. @param {number} year @param {number} month @param {string} code */
function received(year, month, code) {
  const late = (code.length * 7 + month * 3) % 9
  return new Date(Date.UTC(year, month, 1 + late)).toISOString().slice(0, 10)
}
