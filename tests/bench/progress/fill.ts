import { installRecording } from '#main/db/recording.ts'
import { openSqlite } from '#main/db/load-sqlite.ts'
import { createIds } from '#main/ids.ts'

/** Of the 42 indicators of the catalogue those the measured province reports: counts, losses and levels. */
const REPORTED = [
  'DV_MOI_CDCSMOI',
  'DV_MOI_CDCSCU',
  'DV_MOI_NNN',
  'DV_GIAM',
  'DV_CHUYENDEN',
  'DV_CHUYENDI',
  'DV_TONG',
  'DV_TONG_NU',
  'CDCS_MOI',
  'CDCS_MOI_NNN',
  'CDCS_GIAM_TN',
  'CDCS_GIAM_SX',
  'CDCS_TONG',
  'DVUT_GT',
  'DVUT_KN',
  'LD_TONG',
  'LD_TONG_CDCS',
  'TUVAN_PL',
  'TAPHUAN',
  'THAMHOI_TIEN',
] as const
/** What the plan asks for; the other ones stand as results without a target. */
const TARGETED = ['DV_MOI', 'CDCS_MOI', 'DVUT_GT', 'DV_TONG', 'DV_TANG_THUC'] as const

export interface Size {
  readonly units: number
  readonly years: number
  /** cumulative: each month tells all since 1/1; increment: only itself; mixed: every other unit so. */
  readonly basis: 'cumulative' | 'increment' | 'mixed'
}

export const FIRST_YEAR = 2020

/**
 * Fills a fresh data file with units × 20 indicators × every month, past the recording: 600,000 values take a minute
 * through it and are no part of what is measured.
 */
export function fillProvince(file: string, { units, years, basis }: Size): number {
  const sqlite = openSqlite(file)
  const newId = createIds()
  const one = (sql: string, ...values: unknown[]): string => {
    const row = sqlite.prepare<unknown[], { id: string }>(sql).get(...values)
    if (row === undefined) throw new Error(`nothing found by ${sql}`)
    return row.id
  }
  let values = 0
  try {
    const triggers = sqlite
      .prepare<[], { name: string }>(
        `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'record\\_%' ESCAPE '\\'`,
      )
      .all()
    for (const { name } of triggers) sqlite.exec(`DROP TRIGGER "${name}"`)
    sqlite.transaction(() => {
      const root = one('SELECT id FROM units WHERE parent_id IS NULL')
      const types = ['LDLD_HUYEN', 'CD_NGANH', 'CD_KCN', 'CD_XA', 'CD_PHUONG'].map((code) =>
        one('SELECT id FROM unit_types WHERE code = ?', code),
      )
      const indicator = new Map(
        [...REPORTED, ...TARGETED].map((code) => [code, one('SELECT id FROM indicators WHERE code = ?', code)]),
      )
      const addUnit = sqlite.prepare(
        `INSERT INTO units (id, code, name, short_name, name_folded, sort_key, type_id, parent_id, sort_order)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      const addReport = sqlite.prepare(
        `INSERT INTO reports (id, unit_id, from_date, as_of, basis, received_on, status, source)
         VALUES (?, ?, ?, ?, ?, ?, 'received', 'BC tháng.xlsx')`,
      )
      const addValue = sqlite.prepare(
        'INSERT INTO report_values (id, report_id, indicator_id, value) VALUES (?, ?, ?, ?)',
      )
      const ids = Array.from({ length: units }, (_, at) => {
        const id = newId()
        const name = `Công đoàn đơn vị ${at + 1}`
        addUnit.run(id, `DV${at + 1}`, name, name, name.toLowerCase(), name, types[at % types.length], root, at)
        return id
      })
      const heirs = reform(sqlite, newId, ids, `${FIRST_YEAR + years - 1}-07-01`)
      addPlans(sqlite, newId, ids, { years, indicator })
      for (let year = FIRST_YEAR; year < FIRST_YEAR + years; year += 1) {
        for (let month = 1; month <= 12; month += 1) {
          const from = `${year}-${String(month).padStart(2, '0')}-01`
          const asOf = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
          ids.forEach((formerId, at) => {
            const heir = heirs.get(formerId)
            const isOver = heir !== undefined && from >= heir.on
            // The first of the merged units reports on under the new one's name, the others no more.
            if (isOver && !heir.isFirst) return
            const unitId = isOver ? heir.id : formerId
            const isIncrement = basis === 'increment' || (basis === 'mixed' && at % 2 === 1)
            // Levels are told as of a day, so a unit that tells increments sends them in a report of their own.
            const counts = newId()
            addReport.run(
              counts,
              unitId,
              isIncrement ? from : `${year}-01-01`,
              asOf,
              isIncrement ? 'increment' : 'cumulative',
              asOf,
            )
            const levels = isIncrement ? newId() : counts
            if (isIncrement) addReport.run(levels, unitId, `${year}-01-01`, asOf, 'cumulative', asOf)
            REPORTED.forEach((code, place) => {
              const isLevel = /TONG/.test(code)
              const value = isLevel ? 500 + at + month : (isIncrement ? 1 : month) * (1 + ((at + place) % 7))
              addValue.run(newId(), isLevel ? levels : counts, indicator.get(code), value)
              values += 1
            })
          })
        }
      }
    })()
    installRecording(sqlite)
    sqlite.exec('ANALYZE')
  } finally {
    sqlite.close()
  }
  return values
}

interface Heir {
  readonly id: string
  readonly on: string
  readonly isFirst: boolean
}

/** Every tenth four units become one from a day in the last year on, as districts became communes. */
function reform(
  sqlite: ReturnType<typeof openSqlite>,
  newId: () => string,
  units: readonly string[],
  on: string,
): ReadonlyMap<string, Heir> {
  const heirs = new Map<string, Heir>()
  const begin = sqlite.prepare(
    `INSERT INTO units (id, code, name, short_name, name_folded, sort_key, type_id, parent_id, sort_order, valid_from)
     SELECT ?, code || 'M', name || ' mới', short_name, name_folded, sort_key, type_id, parent_id, sort_order, ?
     FROM units WHERE id = ?`,
  )
  const end = sqlite.prepare('UPDATE units SET valid_to = ? WHERE id = ?')
  const relate = sqlite.prepare(
    `INSERT INTO unit_relations (id, from_unit_id, to_unit_id, kind, on_date, figures) VALUES (?, ?, ?, 'merge', ?, 'follow')`,
  )
  const before = `${on.slice(0, 4)}-06-30`
  for (let at = 0; at + 4 <= units.length; at += 40) {
    const merged = units.slice(at, at + 4)
    const id = newId()
    begin.run(id, on, merged[0])
    merged.forEach((unit, place) => {
      end.run(before, unit)
      relate.run(newId(), unit, id, on)
      heirs.set(unit, { id, on, isFirst: place === 0 })
    })
  }
  return heirs
}

function addPlans(
  sqlite: ReturnType<typeof openSqlite>,
  newId: () => string,
  units: readonly string[],
  { years, indicator }: { readonly years: number; readonly indicator: ReadonlyMap<string, string> },
): void {
  const assigners = sqlite.prepare<[], { id: string }>('SELECT id FROM assigners ORDER BY sort_order LIMIT 2').all()
  const addPlan = sqlite.prepare(
    `INSERT INTO plans (id, code, kind, name, from_date, to_date, parent_id, status) VALUES (?, ?, ?, ?, ?, ?, ?, 'issued')`,
  )
  const addVersion = sqlite.prepare(
    `INSERT INTO plan_versions (id, plan_id, number, name, state, made_at) VALUES (?, ?, 1, 'Phương án A', 'draft', ?)`,
  )
  const issue = sqlite.prepare(`UPDATE plan_versions SET state = 'issued' WHERE plan_id = ?`)
  const addTarget = sqlite.prepare(
    `INSERT INTO targets (id, plan_id, unit_id, indicator_id, assigner_id, kind, basis, value) VALUES (?, ?, ?, ?, ?, 'assigned', ?, ?)`,
  )
  const add = (code: string, kind: string, from: string, to: string, parent: string | null, basis: string): string => {
    const id = newId()
    addPlan.run(id, code, kind, `Kế hoạch ${code}`, from, to, parent)
    addVersion.run(id, id, `${from}T00:00:00.000Z`)
    units.forEach((unitId, at) => {
      for (const { id: assigner } of assigners)
        for (const wanted of TARGETED)
          addTarget.run(newId(), id, unitId, indicator.get(wanted), assigner, basis, 20 + (at % 31))
    })
    issue.run(id)
    return id
  }
  for (let year = FIRST_YEAR; year < FIRST_YEAR + years; year += 1) {
    const id = add(String(year), 'year', `${year}-01-01`, `${year}-12-31`, null, 'cumulative')
    add(`${year}-CD`, 'campaign', `${year}-07-01`, `${year}-10-30`, id, 'increment')
  }
  add('GD', 'term', `${FIRST_YEAR}-01-01`, `${FIRST_YEAR + years - 1}-12-31`, null, 'cumulative')
}
