import type { ReadStore } from '../store.ts'
import { MOVED_SINCE } from './places.ts'

type Sqlite = ReadStore['sqlite']
type Cell = string | number | null

/** Columns of the registry row, as lists are sorted and filtered by them. */
export const REGISTRY_CELLS = {
  name: 'e.name',
  taxCode: 'e.tax_code',
  unit: 'u.code',
  legalForm: 'f.code',
  officer: 'e.officer_id',
  feasibility: 'e.feasibility',
  attitude: 'e.attitude',
  expectedOn: 'e.expected_on',
  expectedMembers: 'e.expected_members',
  operatingStatus: 'e.operating_status',
  placeKind: 'e.place_kind',
  industry: 'e.industry',
  address: 'e.address',
  ward: 'e.ward',
  district: 'e.district',
  zone: 'e.zone',
  phone: 'e.phone',
  director: 'e.director',
  contactPerson: 'e.contact_person',
  country: 'e.country',
  foundedOn: 'COALESCE(e.founded_on, e.founded_text)',
  shortName: 'e.short_name',
  foreignName: 'e.foreign_name',
  surveyCode: 'e.survey_code',
  source: 'e.source',
  parentEnterprise: 'e.parent_enterprise_id',
  note: 'e.note',
} as const

/** Columns of an observation. */
export const OBSERVED_CELLS = {
  workers: 'workers',
  women: 'women',
  foreignWorkers: 'foreign_workers',
  withContracts: 'with_contracts',
  insured: 'insured',
  hasUnion: 'has_union',
  members: 'members',
  womenMembers: 'women_members',
  unionDecisionNumber: 'union_decision_number',
  unionDecisionOn: 'union_decision_on',
  partyOrganisation: 'party_organisation',
  youthOrganisation: 'youth_organisation',
  difficultyCodes: 'difficulty_codes',
  difficulty: 'difficulty',
} as const

export type RegistryCell = keyof typeof REGISTRY_CELLS
export type ObservedCell = keyof typeof OBSERVED_CELLS

const FROM =
  'FROM enterprises e LEFT JOIN legal_forms f ON f.id = e.legal_form_id LEFT JOIN units u ON u.id = e.unit_id'
const PICKED = 'IN (SELECT value FROM json_each(?))'

/** Which of these enterprises there are. */
export function readKept(sqlite: Sqlite, ids: readonly string[]): readonly string[] {
  return sqlite
    .prepare<[string], string>(`SELECT id FROM enterprises WHERE id ${PICKED}`)
    .pluck()
    .all(JSON.stringify(ids))
}

/** The same of all of them, one after the other: a list of 100,000 pairs would be there twice for a moment. */
export function iterateEnterpriseKeys(sqlite: Sqlite): IterableIterator<[id: string, sortKey: string]> {
  return sqlite
    .prepare<[], [string, string]>('SELECT id, sort_key FROM enterprises ORDER BY sort_key, id')
    .raw()
    .iterate()
}

export function countEnterprises(sqlite: Sqlite): number {
  return sqlite.prepare<[], number>('SELECT COUNT(*) FROM enterprises').pluck().get() ?? 0
}

export function readSortKey(sqlite: Sqlite, id: string): string | undefined {
  return sqlite.prepare<[string], string>('SELECT sort_key FROM enterprises WHERE id = ?').pluck().get(id)
}

/** Rows [id, cell, cell…] of all enterprises (of a single cell: those where it is filled), or of some. */
export function readRegistryCells(
  sqlite: Sqlite,
  cells: readonly RegistryCell[],
  ids: readonly string[] | null,
): Iterable<[string, ...Cell[]]> {
  const select = `SELECT e.id, ${cells.map((cell) => REGISTRY_CELLS[cell]).join(', ')} ${FROM}`
  const [only] = cells
  // Of one column only what is filled: many columns of a registry hardly are.
  const filled = cells.length === 1 && only !== undefined ? ` WHERE ${REGISTRY_CELLS[only]} IS NOT NULL` : ''
  return ids === null
    ? sqlite
        .prepare<[], [string, ...Cell[]]>(select + filled)
        .raw()
        .iterate()
    : sqlite.prepare<[string], [string, ...Cell[]]>(`${select} WHERE e.id ${PICKED}`).raw().all(JSON.stringify(ids))
}

const SEARCHED = `FROM search_entries WHERE table_name = 'enterprises'`

/** Rows [id, text] of what a search looks in, folded (db/search-index.ts). */
export function readSearchTexts(sqlite: Sqlite, ids: readonly string[]): [id: string, text: string][] {
  return sqlite
    .prepare<[string], [string, string]>(`SELECT row_id, text ${SEARCHED} AND row_id ${PICKED}`)
    .raw()
    .all(JSON.stringify(ids))
}

/** So many of them in the order of their ids, behind the one named; '' begins. */
export function pageOfSearchTexts(sqlite: Sqlite, after: string, count: number): [id: string, text: string][] {
  return sqlite
    .prepare<[string, number], [string, string]>(
      `SELECT row_id, text ${SEARCHED} AND row_id > ? ORDER BY row_id LIMIT ?`,
    )
    .raw()
    .all(after, count)
}

/** Ids of the enterprises whose text holds every word; words are folded letters and digits. */
export function findSearchTexts(sqlite: Sqlite, words: readonly string[]): string[] {
  const conditions = words.map(() => 'AND instr(text, ?)').join(' ')
  return sqlite
    .prepare<string[], string>(`SELECT row_id ${SEARCHED} ${conditions}`)
    .pluck()
    .all(...words)
}

export interface ObservationScope {
  /** Last day that counts; null: whatever is known. */
  readonly day: string | null
  /** Only this survey round. */
  readonly round: string | null
}

/** Rows [enterprise, day, id, cell…], in no order; `filled`: only those where the one cell says something. */
export function iterateObservedCells(
  sqlite: Sqlite,
  cells: readonly ObservedCell[],
  { day, round }: ObservationScope,
  ids: readonly string[] | null,
): IterableIterator<[string, string, string, ...Cell[]]> {
  const conditions = ['(:day IS NULL OR observed_on <= :day)', '(:round IS NULL OR round_id = :round)']
  if (cells.length === 1) conditions.push(`${OBSERVED_CELLS[cells[0] ?? 'workers']} IS NOT NULL`)
  if (ids !== null) conditions.push('enterprise_id IN (SELECT value FROM json_each(:ids))')
  return sqlite
    .prepare<{ day: string | null; round: string | null; ids: string }, [string, string, string, ...Cell[]]>(
      `SELECT enterprise_id, observed_on, id, ${cells.map((cell) => OBSERVED_CELLS[cell]).join(', ')}
       FROM observations WHERE ${conditions.join(' AND ')}`,
    )
    .raw()
    .iterate({ day, round, ids: JSON.stringify(ids ?? []) })
}

/** Enterprises surveys know only from a later day on. */
export function readUnseen(sqlite: Sqlite, day: string, ids: readonly string[] | null): string[] {
  const within = ids === null ? '' : 'AND enterprise_id IN (SELECT value FROM json_each(:ids))'
  return sqlite
    .prepare<{ day: string; ids: string }, string>(
      `SELECT enterprise_id FROM observations WHERE 1 ${within} GROUP BY enterprise_id HAVING MIN(observed_on) > :day`,
    )
    .pluck()
    .all({ day, ids: JSON.stringify(ids ?? []) })
}

export interface MovedEnterprise {
  readonly id: string
  readonly code: string | null
  readonly name: string | null
  readonly shortName: string | null
}

/** Enterprises that were placed elsewhere on a day, with the unit they were placed in then. */
export function readMovedSince(sqlite: Sqlite, day: string, ids: readonly string[] | null): MovedEnterprise[] {
  const within = ids === null ? '' : 'WHERE moved.enterprise_id IN (SELECT value FROM json_each(:ids))'
  return sqlite
    .prepare<{ day: string; ids: string }, MovedEnterprise>(
      `WITH ${MOVED_SINCE}
       SELECT moved.enterprise_id AS id, u.code, u.name, u.short_name AS shortName
       FROM moved LEFT JOIN units u ON u.id = moved.unit_id ${within}`,
    )
    .all({ day, ids: JSON.stringify(ids ?? []) })
}

/** Rows [enterprise, stage code, day], the last of an enterprise being its stage. */
export function iterateStages(
  sqlite: Sqlite,
  day: string | null,
  ids: readonly string[] | null,
): IterableIterator<[string, string, string]> {
  const within = ids === null ? '' : 'AND h.enterprise_id IN (SELECT value FROM json_each(:ids))'
  return sqlite
    .prepare<{ day: string | null; ids: string }, [string, string, string]>(
      `SELECT h.enterprise_id, s.code, h.on_date FROM enterprise_stages h JOIN stages s ON s.id = h.stage_id
       WHERE (:day IS NULL OR h.on_date <= :day) ${within} ORDER BY h.on_date, h.id`,
    )
    .raw()
    .iterate({ day, ids: JSON.stringify(ids ?? []) })
}

/** Rows [enterprise, day, next day], in order of days. */
export function iterateContacts(
  sqlite: Sqlite,
  day: string | null,
  ids: readonly string[] | null,
): IterableIterator<[string, string, string | null]> {
  const within = ids === null ? '' : 'AND enterprise_id IN (SELECT value FROM json_each(:ids))'
  return sqlite
    .prepare<{ day: string | null; ids: string }, [string, string, string | null]>(
      `SELECT enterprise_id, on_date, next_on FROM enterprise_contacts
       WHERE (:day IS NULL OR on_date <= :day) ${within} ORDER BY on_date, id`,
    )
    .raw()
    .iterate({ day, ids: JSON.stringify(ids ?? []) })
}

export interface RegistryChanges {
  readonly sequence: number
  /** Enterprises something was changed of; null: too many to name. */
  readonly enterprises: ReadonlySet<string> | null
  /** Those that came, went or are called otherwise: they may stand elsewhere in the order of names. */
  readonly renamed: ReadonlySet<string>
  /** Names of units, people, stages… may be others now. */
  readonly catalogues: boolean
}

const CATALOGUES = ['units', 'unit_aliases', 'unit_pasts', 'legal_forms', 'people', 'stages', 'reasons', 'settings']
const CHILDREN = ['observations', 'enterprise_stages', 'enterprise_contacts', 'former_places']
/** From so many enterprises on it is quicker to read the whole registry anew than row by row. */
const MOST_ENTERPRISES = 15_000

export function readLastChange(sqlite: Sqlite): number {
  return sqlite.prepare<[], number>('SELECT COALESCE(MAX(sequence), 0) FROM changes').pluck().get() ?? 0
}

/** What the history says was changed since. It sees every write, whichever program made it. */
export function readRegistryChanges(sqlite: Sqlite, since: number): RegistryChanges {
  const sequence = readLastChange(sqlite)
  const range: [number, number] = [since, sequence]
  const tables = sqlite
    .prepare<[number, number], string>('SELECT DISTINCT +table_name FROM changes WHERE sequence > ? AND sequence <= ?')
    .pluck()
    .all(...range)
  const catalogues = tables.some((name) => CATALOGUES.includes(name))
  const ids = new Set<string>()
  const isTouched = tables.includes('enterprises')
  for (const id of isTouched ? readChangedRows(sqlite, 'enterprises', range) : []) ids.add(id)
  const renamed = new Set(isTouched ? readChangedRows(sqlite, 'enterprises', range, RENAMING) : [])
  for (const table of CHILDREN.filter((name) => tables.includes(name))) {
    if (ids.size > MOST_ENTERPRISES) break
    for (const id of readChangedOwners(sqlite, table, range)) ids.add(id)
  }
  return { sequence, enterprises: ids.size > MOST_ENTERPRISES ? null : ids, renamed, catalogues }
}

/** Columns of a change that touches the order of names; '' stands for a row born or removed. */
const RENAMING = " AND column_name IN ('', 'sort_key')"

function readChangedRows(sqlite: Sqlite, table: string, range: readonly [number, number], only = ''): string[] {
  return sqlite
    .prepare<[number, number, string], string>(
      `SELECT DISTINCT row_id FROM changes WHERE sequence > ? AND sequence <= ? AND +table_name = ?${only}`,
    )
    .pluck()
    .all(...range, table)
}

/** Enterprises that rows of a table belong to, belonged to before, or did when they were removed. */
function readChangedOwners(sqlite: Sqlite, table: string, range: readonly [number, number]): string[] {
  const now = sqlite
    .prepare<[string], string | null>(`SELECT DISTINCT enterprise_id FROM "${table}" WHERE id ${PICKED}`)
    .pluck()
    .all(JSON.stringify(readChangedRows(sqlite, table, range)))
  const before = sqlite
    .prepare<[number, number, string], string | null>(
      `SELECT DISTINCT CASE column_name WHEN '' THEN json_extract(before, '$.enterprise_id') ELSE before END
       FROM changes WHERE sequence > ? AND sequence <= ? AND +table_name = ?
         AND column_name IN ('', 'enterprise_id') AND before IS NOT NULL`,
    )
    .pluck()
    .all(...range, table)
  // A former place may be a union's.
  return [...now, ...before].filter((id) => id !== null)
}
