import type { ContactRow, ObservationRow, StageEntryRow } from '#shared/contract/enterprise-rows.ts'
import { splitCodes } from '#shared/domain/enterprises/cell-text.ts'
import type { ReadStore } from '../store.ts'
import type { ObservationScope } from './enterprise-columns.ts'

type Sqlite = ReadStore['sqlite']

/** The registry row of an enterprise with the names of what it refers to. */
export interface RegistryRow {
  readonly id: string
  readonly taxCode: string | null
  readonly name: string
  readonly shortName: string | null
  readonly foreignName: string | null
  readonly surveyCode: string | null
  readonly placeKind: string | null
  readonly operatingStatus: string | null
  readonly feasibility: string | null
  readonly legalForm: string | null
  readonly legalFormName: string | null
  readonly unitCode: string | null
  readonly unitName: string | null
  readonly unitShortName: string | null
  readonly address: string | null
  readonly ward: string | null
  readonly district: string | null
  readonly zone: string | null
  readonly industry: string | null
  readonly phone: string | null
  readonly director: string | null
  readonly contactPerson: string | null
  readonly country: string | null
  readonly attitude: string | null
  readonly foundedOn: string | null
  readonly foundedText: string | null
  readonly expectedOn: string | null
  readonly expectedMembers: number | null
  readonly source: string | null
  readonly officerId: string | null
  readonly officerName: string | null
  readonly parentEnterpriseId: string | null
  readonly parentEnterpriseName: string | null
  readonly note: string | null
  readonly extra: Readonly<Record<string, string>>
}

const REGISTRY_ROW = `
  SELECT e.id, e.tax_code AS taxCode, e.name, e.short_name AS shortName, e.foreign_name AS foreignName,
    e.survey_code AS surveyCode, e.place_kind AS placeKind, e.operating_status AS operatingStatus, e.feasibility,
    f.code AS legalForm, f.short_name AS legalFormName,
    u.code AS unitCode, u.name AS unitName, u.short_name AS unitShortName,
    e.address, e.ward, e.district, e.zone, e.industry, e.phone, e.director, e.contact_person AS contactPerson,
    e.country, e.attitude, e.founded_on AS foundedOn, e.founded_text AS foundedText, e.expected_on AS expectedOn,
    e.expected_members AS expectedMembers, e.source, e.officer_id AS officerId, p.full_name AS officerName,
    e.parent_enterprise_id AS parentEnterpriseId, m.name AS parentEnterpriseName, e.note, e.extra
  FROM json_each(?) picked JOIN enterprises e ON e.id = picked.value
    LEFT JOIN legal_forms f ON f.id = e.legal_form_id
    LEFT JOIN units u ON u.id = e.unit_id
    LEFT JOIN people p ON p.id = e.officer_id
    LEFT JOIN enterprises m ON m.id = e.parent_enterprise_id`

export function readRegistryRows(sqlite: Sqlite, ids: readonly string[]): Map<string, RegistryRow> {
  const rows = sqlite
    .prepare<[string], Omit<RegistryRow, 'extra'> & { readonly extra: string }>(REGISTRY_ROW)
    .all(JSON.stringify(ids))
  return new Map(
    rows.map((row) => [
      row.id,
      { ...row, extra: row.extra === '{}' ? {} : (JSON.parse(row.extra) as Record<string, string>) },
    ]),
  )
}

/** Figures of an enterprise, column by column what was said last. */
export interface ObservedFigures {
  workers: number | null
  women: number | null
  foreignWorkers: number | null
  withContracts: number | null
  insured: number | null
  hasUnion: boolean | null
  members: number | null
  womenMembers: number | null
  unionDecisionNumber: string | null
  unionDecisionOn: string | null
  partyOrganisation: boolean | null
  youthOrganisation: boolean | null
  difficultyCodes: readonly string[]
  difficulty: string | null
  surveyedOn: string | null
}

export function noFigures(): ObservedFigures {
  return {
    workers: null,
    women: null,
    foreignWorkers: null,
    withContracts: null,
    insured: null,
    hasUnion: null,
    members: null,
    womenMembers: null,
    unionDecisionNumber: null,
    unionDecisionOn: null,
    partyOrganisation: null,
    youthOrganisation: null,
    difficultyCodes: [],
    difficulty: null,
    surveyedOn: null,
  }
}

interface ObservedRow {
  readonly enterpriseId: string
  readonly id: string
  readonly observedOn: string
  readonly workers: number | null
  readonly women: number | null
  readonly foreignWorkers: number | null
  readonly withContracts: number | null
  readonly insured: number | null
  readonly hasUnion: number | null
  readonly members: number | null
  readonly womenMembers: number | null
  readonly unionDecisionNumber: string | null
  readonly unionDecisionOn: string | null
  readonly partyOrganisation: number | null
  readonly youthOrganisation: number | null
  readonly difficultyCodes: string | null
  readonly difficulty: string | null
}

const OBSERVED = `o.enterprise_id AS enterpriseId, o.id, o.observed_on AS observedOn, o.workers, o.women,
  o.foreign_workers AS foreignWorkers, o.with_contracts AS withContracts, o.insured, o.has_union AS hasUnion,
  o.members, o.women_members AS womenMembers, o.union_decision_number AS unionDecisionNumber,
  o.union_decision_on AS unionDecisionOn, o.party_organisation AS partyOrganisation,
  o.youth_organisation AS youthOrganisation, o.difficulty_codes AS difficultyCodes, o.difficulty`

export function readFigures(
  sqlite: Sqlite,
  ids: readonly string[],
  { day, round }: ObservationScope,
): Map<string, ObservedFigures> {
  const rows = sqlite
    .prepare<{ ids: string; day: string | null; round: string | null }, ObservedRow>(
      `SELECT ${OBSERVED} FROM observations o
       WHERE o.enterprise_id IN (SELECT value FROM json_each(:ids))
         AND (:day IS NULL OR o.observed_on <= :day) AND (:round IS NULL OR o.round_id = :round)
       ORDER BY o.observed_on, o.id`,
    )
    .all({ ids: JSON.stringify(ids), day, round })
  const figures = new Map<string, ObservedFigures>()
  for (const row of rows) {
    const known = figures.get(row.enterpriseId) ?? noFigures()
    figures.set(row.enterpriseId, known)
    layOver(known, row)
  }
  return figures
}

/** A blank never wipes. */
function layOver(figures: ObservedFigures, row: ObservedRow): void {
  figures.workers = row.workers ?? figures.workers
  figures.women = row.women ?? figures.women
  figures.foreignWorkers = row.foreignWorkers ?? figures.foreignWorkers
  figures.withContracts = row.withContracts ?? figures.withContracts
  figures.insured = row.insured ?? figures.insured
  figures.hasUnion = flag(row.hasUnion) ?? figures.hasUnion
  figures.members = row.members ?? figures.members
  figures.womenMembers = row.womenMembers ?? figures.womenMembers
  figures.unionDecisionNumber = row.unionDecisionNumber ?? figures.unionDecisionNumber
  figures.unionDecisionOn = row.unionDecisionOn ?? figures.unionDecisionOn
  figures.partyOrganisation = flag(row.partyOrganisation) ?? figures.partyOrganisation
  figures.youthOrganisation = flag(row.youthOrganisation) ?? figures.youthOrganisation
  if (row.difficultyCodes !== null) figures.difficultyCodes = splitCodes(row.difficultyCodes)
  figures.difficulty = row.difficulty ?? figures.difficulty
  figures.surveyedOn = row.observedOn
}

function flag(value: number | null): boolean | null {
  return value === null ? null : value === 1
}

/** What each round said of one enterprise, newest first. */
export function readObservations(sqlite: Sqlite, enterpriseId: string): ObservationRow[] {
  return sqlite
    .prepare<
      [string],
      ObservedRow & {
        readonly roundId: string
        readonly roundName: string
        readonly source: string | null
        readonly frozen: number
        readonly unitCode: string | null
        readonly sourceRow: number | null
      }
    >(
      `SELECT ${OBSERVED}, o.round_id AS roundId, r.name AS roundName, r.source, r.frozen, u.code AS unitCode,
         o.source_row AS sourceRow
       FROM observations o JOIN survey_rounds r ON r.id = o.round_id LEFT JOIN units u ON u.id = o.unit_id
       WHERE o.enterprise_id = ? ORDER BY o.observed_on DESC, o.id DESC`,
    )
    .all(enterpriseId)
    .map(({ enterpriseId: _, difficultyCodes, ...row }) => ({
      ...row,
      frozen: row.frozen === 1,
      hasUnion: flag(row.hasUnion),
      partyOrganisation: flag(row.partyOrganisation),
      youthOrganisation: flag(row.youthOrganisation),
      difficultyCodes: [...splitCodes(difficultyCodes)],
    }))
}

export interface StageNow {
  readonly stage: string
  readonly stageName: string
  readonly stageOn: string
}

/** The stage as of a day, with the day it was entered. */
export function readStagesNow(sqlite: Sqlite, ids: readonly string[], day: string | null): Map<string, StageNow> {
  const rows = sqlite
    .prepare<{ ids: string; day: string | null }, { id: string; stage: string; stageName: string; onDate: string }>(
      `SELECT h.enterprise_id AS id, s.code AS stage, s.short_name AS stageName, h.on_date AS onDate
       FROM enterprise_stages h JOIN stages s ON s.id = h.stage_id
       WHERE h.enterprise_id IN (SELECT value FROM json_each(:ids)) AND (:day IS NULL OR h.on_date <= :day)
       ORDER BY h.on_date, h.id`,
    )
    .all({ ids: JSON.stringify(ids), day })
  const now = new Map<string, StageNow>()
  for (const { id, stage, stageName, onDate } of rows)
    if (now.get(id)?.stage !== stage) now.set(id, { stage, stageName, stageOn: onDate })
  return now
}

export interface ContactsNow {
  readonly contacts: number
  readonly lastContactOn: string
  readonly nextContactOn: string | null
}

export function readContactsNow(sqlite: Sqlite, ids: readonly string[], day: string | null): Map<string, ContactsNow> {
  const rows = sqlite
    .prepare<{ ids: string; day: string | null }, { id: string; onDate: string; nextOn: string | null }>(
      `SELECT enterprise_id AS id, on_date AS onDate, next_on AS nextOn FROM enterprise_contacts
       WHERE enterprise_id IN (SELECT value FROM json_each(:ids)) AND (:day IS NULL OR on_date <= :day)
       ORDER BY on_date, id`,
    )
    .all({ ids: JSON.stringify(ids), day })
  const now = new Map<string, ContactsNow>()
  for (const { id, onDate, nextOn } of rows)
    now.set(id, { contacts: (now.get(id)?.contacts ?? 0) + 1, lastContactOn: onDate, nextContactOn: nextOn })
  return now
}

const CONTACT = `
  SELECT c.id, c.enterprise_id AS enterpriseId, c.on_date AS onDate, c.officer_id AS officerId,
    p.full_name AS officerName, c.kind, c.content, c.result, c.next_on AS nextOn
  FROM enterprise_contacts c LEFT JOIN people p ON p.id = c.officer_id`

/** Newest first. */
export function readContacts(sqlite: Sqlite, enterpriseId: string): ContactRow[] {
  return sqlite
    .prepare<[string], ContactRow>(`${CONTACT} WHERE c.enterprise_id = ? ORDER BY c.on_date DESC, c.id DESC`)
    .all(enterpriseId)
}

export function readContact(sqlite: Sqlite, id: string): ContactRow | undefined {
  return sqlite.prepare<[string], ContactRow>(`${CONTACT} WHERE c.id = ?`).get(id)
}

const STAGE_ENTRY = `
  SELECT h.id, h.enterprise_id AS enterpriseId, s.code AS stage, s.name AS stageName, s.branch, h.on_date AS onDate,
    h.note, h.who
  FROM enterprise_stages h JOIN stages s ON s.id = h.stage_id`

/** Oldest first. */
export function readStageEntries(sqlite: Sqlite, enterpriseId: string): StageEntryRow[] {
  return sqlite
    .prepare<[string], StageEntryRow>(`${STAGE_ENTRY} WHERE h.enterprise_id = ? ORDER BY h.on_date, h.id`)
    .all(enterpriseId)
}

export function readStageEntry(sqlite: Sqlite, id: string): StageEntryRow | undefined {
  return sqlite.prepare<[string], StageEntryRow>(`${STAGE_ENTRY} WHERE h.id = ?`).get(id)
}

/** The row an id or an MST means now: itself, or the one it was joined into; null for none. */
export function findEnterpriseId(sqlite: Sqlite, id: string): string | null {
  return (
    sqlite
      .prepare<{ id: string }, string>(
        `SELECT id FROM enterprises WHERE id = :id
         UNION ALL SELECT id FROM enterprises WHERE tax_code = :id
         UNION ALL SELECT enterprise_id FROM enterprise_aliases WHERE alias_id = :id
         UNION ALL SELECT enterprise_id FROM enterprise_aliases WHERE tax_code = :id LIMIT 1`,
      )
      .pluck()
      .get({ id }) ?? null
  )
}

export function readAliasIds(sqlite: Sqlite, enterpriseId: string): string[] {
  return sqlite
    .prepare<[string], string>('SELECT alias_id FROM enterprise_aliases WHERE enterprise_id = ? ORDER BY id')
    .pluck()
    .all(enterpriseId)
}
