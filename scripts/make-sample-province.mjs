// Makes the figures of the invented sample province: resources/sample/{enterprises,survey-*,targets-2023,
// reports-*,unions,follow-ups,contacts}.csv.
// Run by hand (`node scripts/make-sample-province.mjs`) when the sample is to change; its output is committed. The
// same seed gives the same files. What is written by hand (units, office, plans, allocations) is read, not made.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readCsv, writeCsv } from './sample/csv.mjs'
import { createNames, createTaxCodes, drawEnterprise } from './sample/enterprises.mjs'
import { createRandom } from './sample/random.mjs'
import { CONTACT_COLUMNS, drawFollowUps, FOLLOW_UP_COLUMNS } from './sample/follow-ups.mjs'
import { drawFoundings } from './sample/foundings.mjs'
import { spreadTargets } from './sample/spread-targets.mjs'
import { UNITS } from './sample/unit-parameters.mjs'
import { drawUnions, UNION_COLUMNS } from './sample/unions.mjs'
import { COLUMNS, drawYear, reportRows } from './sample/yearly-figures.mjs'

const FOLDER = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../resources/sample')
const SURVEY_DAY = '2023-11-30'
/** The unit that sends no report in 2024. */
const SILENT = 'H-NHANSON'

const random = createRandom(20_240_701)
const nextTaxCode = createTaxCodes(random)
const nextName = createNames(random)
const enterprises = UNITS.flatMap((unit) =>
  Array.from({ length: unit.enterprises }, () =>
    drawEnterprise(random, { ...unit, unit: unit.code }, nextTaxCode, nextName),
  ),
)
writeCsv(
  path.join(FOLDER, 'enterprises.csv'),
  'tax_code name legal_form unit address industry founded workers women insured has_union members difficulty'.split(
    ' ',
  ),
  enterprises,
)

const targets = spreadTargets(
  JSON.parse(fs.readFileSync(path.join(FOLDER, 'allocations.json'), 'utf8')),
  enterprises,
  UNITS,
)

// 2023 is told backwards: it ends where the survey of 30/11/2023 and the opening of 2024 stand.
const targets2023 = UNITS.map((unit) => {
  const moi = targets.DV_MOI.get(unit.code) ?? 0
  const founded = targets.CDCS_MOI.get(unit.code) ?? 0
  return {
    unit: unit.code,
    DV_MOI: Math.max(5, Math.round((moi * (0.84 + random.next() * 0.2)) / 5) * 5),
    CDCS_MOI: founded === 0 ? '' : Math.max(1, Math.round(founded * (0.75 + random.next() * 0.4))),
    DVUT_GT: unit.introduced,
  }
})
writeCsv(path.join(FOLDER, 'targets-2023.csv'), ['unit', 'DV_MOI', 'CDCS_MOI', 'DVUT_GT'], targets2023)

const foundings = drawFoundings(random, UNITS, enterprises, targets.CDCS_MOI, SILENT)
for (const day of ['2024-06-30', '2024-09-30']) {
  const since = day === '2024-06-30' ? '' : '2024-06-30'
  writeCsv(
    path.join(FOLDER, `survey-${day}.csv`),
    ['tax_code', 'workers', 'has_union', 'members'],
    foundings
      .filter((founding) => founding.date > since && founding.date <= day)
      .map(({ enterprise, workers, members }) => ({ tax_code: enterprise.tax_code, workers, has_union: 'x', members })),
  )
}

const rows2023 = []
const rows2024 = []
for (const [at, unit] of UNITS.entries()) {
  const own = enterprises.filter((enterprise) => enterprise.unit === unit.code)
  const target2023 = targets2023[at]
  if (target2023 === undefined) throw new Error(`no target of ${unit.code}`)
  const year2023 = drawYear(random, unit, {
    admitted: Math.round(target2023.DV_MOI * (0.86 + random.next() * 0.3)),
    nonStateShare: unit.enterprises === 0 ? 0 : unit.kind === 'school' || unit.kind === 'clinic' ? 0.15 : 0.88,
    founded: target2023.CDCS_MOI === '' ? 0 : Math.max(0, Number(target2023.CDCS_MOI) + random.int(-1, 1)),
    introduced: Math.round(unit.introduced * (0.85 + random.next() * 0.35)),
    foundings: null,
  })
  const target = targets.DV_MOI.get(unit.code) ?? 0
  const year2024 = drawYear(random, unit, {
    // What the whole year would have come to at the pace of its nine months.
    admitted: Math.round((target * unit.pace) / 0.86),
    nonStateShare: target === 0 ? 0 : Math.min(0.97, (targets.DV_MOI_NNN.get(unit.code) ?? 0) / target),
    founded: 0,
    introduced: Math.round(unit.introduced * 1.08),
    foundings: foundings.filter((founding) => founding.enterprise.unit === unit.code),
  })
  const opening = {
    enterprises: own,
    state: unit.state,
    unions: unit.unions === null ? null : Math.max(unit.unions, own.filter((e) => e.has_union === 'x').length),
  }
  rows2023.push(...reportRows(unit, year2023, opening, 2023, [3, 6, 9, 12]))
  if (unit.code !== SILENT) rows2024.push(...reportRows(unit, year2024, opening, 2024, [1, 2, 3, 4, 5, 6, 7, 8, 9]))
}
roughen(rows2023, 'H-DONGVINH', '2023-09-30', 'DV_MOI', (value) => `gần ${Math.ceil((value + 1) / 10) * 10}`)
roughen(rows2024, 'H-SONLOC', '2024-09-30', 'DV_MOI', (value) => `hơn ${Math.floor((value - 1) / 10) * 10}`)
roughen(rows2024, 'TP-HAISON', '2024-06-30', 'THAMHOI', (value) => `hơn ${Math.floor((value - 1) / 100) * 100}`)
statePercent(rows2024, 'H-YENGIANG', '2024-06-30', 'DV_MOI', 0)
statePercent(rows2024, 'H-TANKHE', '2024-06-30', 'DV_MOI', 7.3)
writeCsv(path.join(FOLDER, 'reports-2023.csv'), COLUMNS, rows2023)
writeCsv(path.join(FOLDER, 'reports-2024.csv'), COLUMNS, rows2024)

// A chance of its own, so that what is drawn above stays as it is.
const unions = drawUnions(createRandom(20_240_930), {
  units: UNITS,
  names: new Map(readCsv(path.join(FOLDER, 'units.csv')).map((row) => [row['code'] ?? '', row['name'] ?? ''])),
  enterprises,
  foundings,
  reports: [...rows2023, ...rows2024],
})
writeCsv(path.join(FOLDER, 'unions.csv'), UNION_COLUMNS, unions)
const { followUps, contacts } = drawFollowUps(createRandom(20_240_801), {
  enterprises,
  foundings,
  people: readCsv(path.join(FOLDER, 'people.csv')),
  silent: SILENT,
})
writeCsv(path.join(FOLDER, 'follow-ups.csv'), FOLLOW_UP_COLUMNS, followUps)
writeCsv(path.join(FOLDER, 'contacts.csv'), CONTACT_COLUMNS, contacts)

/**
 * An approximate figure, as some offices report it; they then give no parts of it either.
 * @param {Record<string, string | number>[]} rows @param {string} unit @param {string} asOf @param {string} indicator
 * @param {(value: number) => string} word
 */
function roughen(rows, unit, asOf, indicator, word) {
  const row = rows.find((candidate) => candidate.unit === unit && candidate.as_of === asOf)
  if (row === undefined) throw new Error(`no report of ${unit} at ${asOf}`)
  row[indicator] = word(Number(row[indicator]))
  for (const column of Object.keys(row)) if (column.startsWith(`${indicator}_CDCS`)) row[column] = ''
}

/**
 * The percent the unit itself states; `off` points away from the true one is a finding the program must make.
 * @param {Record<string, string | number>[]} rows @param {string} unit @param {string} asOf @param {string} indicator @param {number} off
 */
function statePercent(rows, unit, asOf, indicator, off) {
  const row = rows.find((candidate) => candidate.unit === unit && candidate.as_of === asOf)
  const target = targets.DV_MOI.get(unit)
  if (row === undefined || target === undefined) throw new Error(`no report or target of ${unit}`)
  const percent = Math.round((1000 * Number(row[indicator])) / target) / 10 + off
  row[indicator] = `${row[indicator]} (${percent.toFixed(1).replace('.', ',')}%)`
}

console.log(`${enterprises.length} enterprises as of ${SURVEY_DAY}, ${foundings.length} unions founded in 2024`)
console.log(`${unions.length} unions; ${followUps.length} enterprises followed up in ${contacts.length} meetings`)
console.log(`${rows2023.length} reports of 2023, ${rows2024.length} of 2024`)
