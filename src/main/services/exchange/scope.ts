import type { ContentPeriod, PackageKind } from '#shared/domain/exchange/content.ts'
import type { ReadStore } from '../../db/store.ts'
import { addCollaborators, addWorkAt, addWorkCompanions, addWorkOf } from './work-scope.ts'

type Sqlite = Pick<ReadStore, 'sqlite'>['sqlite']

/** Ids of the rows a package is about, by table. */
export type Scope = ReadonlyMap<string, readonly string[]>

export interface ScopeRequest {
  readonly kind: PackageKind
  /** Ids of the units it is about: one, those below it, and for a handover those merged into it. */
  readonly units: readonly string[]
  readonly planId: string | null
  readonly period: ContentPeriod | null
  /** Whether the sender keeps the catalogues: they go along downwards. */
  readonly withCatalogues: boolean
  /** Visits, committees and the like go along; a form cannot show them. */
  readonly withWork: boolean
  /** Ids of what a transfer moves. */
  readonly enterprises: readonly string[]
  readonly unions: readonly string[]
}

const CATALOGUES = [
  'unit_types',
  'units',
  'unit_aliases',
  'unit_pasts',
  'unit_relations',
  'indicators',
  'assigners',
  'legal_forms',
  'stages',
  'reasons',
  'plans',
  'committee_roles',
  'commendation_forms',
  'campaign_presets',
  'status_bands',
  'reporting_calendars',
  'campaign_exclusions',
] as const

/** Adds the ids a statement finds to those of a table. */
export type AddRows = (table: string, sql: string, ...values: readonly unknown[]) => void

/** The living rows a package is about; those that are gone are found by how they travelled last. */
export function collectScope(sqlite: Sqlite, request: ScopeRequest): Scope {
  const scope = new Map<string, Set<string>>()
  const add: AddRows = (table, sql, ...values) => {
    const ids = scope.get(table) ?? new Set<string>()
    for (const id of sqlite
      .prepare<unknown[], string>(sql)
      .pluck()
      .iterate(...values))
      ids.add(id)
    scope.set(table, ids)
  }
  const { kind, units, planId, period } = request
  const inUnits = JSON.stringify(units)
  const IN = `IN (SELECT value FROM json_each(?))`
  if (request.withCatalogues) for (const table of CATALOGUES) add(table, `SELECT id FROM "${table}"`)

  const addTargets = (where: string, ...values: readonly unknown[]): void =>
    add('targets', `SELECT t.id FROM targets t WHERE t.unit_id ${IN} AND ${where}`, inUnits, ...values)
  const addVersions = (where: string, ...values: readonly unknown[]): void =>
    add('plan_versions', `SELECT id FROM plan_versions WHERE ${where}`, ...values)
  const addEnterprises = (where: string, ...values: readonly unknown[]): void => {
    add('enterprises', `SELECT id FROM enterprises WHERE ${where}`, ...values)
    const of = `(SELECT id FROM enterprises WHERE ${where})`
    add('observations', `SELECT id FROM observations WHERE enterprise_id IN ${of}`, ...values)
    add('survey_rounds', `SELECT DISTINCT round_id FROM observations WHERE enterprise_id IN ${of}`, ...values)
    add('enterprise_stages', `SELECT id FROM enterprise_stages WHERE enterprise_id IN ${of}`, ...values)
    add('enterprise_contacts', `SELECT id FROM enterprise_contacts WHERE enterprise_id IN ${of}`, ...values)
    add('former_places', `SELECT id FROM former_places WHERE enterprise_id IN ${of}`, ...values)
    add('people', `SELECT DISTINCT officer_id FROM enterprises WHERE officer_id IS NOT NULL AND ${where}`, ...values)
    add(
      'people',
      `SELECT DISTINCT officer_id FROM enterprise_contacts WHERE officer_id IS NOT NULL AND enterprise_id IN ${of}`,
      ...values,
    )
    if (request.withWork) addWorkAt(add, 'enterprise_id', of, values)
  }
  const addUnions = (where: string, ...values: readonly unknown[]): void => {
    add('grassroots_unions', `SELECT id FROM grassroots_unions WHERE ${where}`, ...values)
    const of = `(SELECT id FROM grassroots_unions WHERE ${where})`
    add('union_members', `SELECT id FROM union_members WHERE union_id IN ${of}`, ...values)
    add('former_places', `SELECT id FROM former_places WHERE union_id IN ${of}`, ...values)
    if (request.withWork) addWorkAt(add, 'union_id', of, values)
  }
  const addRegistry = (): void => {
    // Those that moved to another unit go along, so that whoever has them here learns of it.
    addEnterprises(
      `(unit_id ${IN} OR id IN (SELECT enterprise_id FROM former_places WHERE unit_id ${IN}))`,
      inUnits,
      inUnits,
    )
    addUnions(`(unit_id ${IN} OR id IN (SELECT union_id FROM former_places WHERE unit_id ${IN}))`, inUnits, inUnits)
    add('people', `SELECT id FROM people WHERE unit_id ${IN}`, inUnits)
  }
  const addWork = (): void => {
    if (request.withWork) addWorkOf(add, inUnits)
  }
  const addMoves = (where: string, ...values: readonly unknown[]): void =>
    add(
      'target_moves',
      `SELECT id FROM target_moves WHERE (from_unit_id ${IN} OR to_unit_id ${IN}) AND ${where}`,
      inUnits,
      inUnits,
      ...values,
    )
  const addReports = (where: string, ...values: readonly unknown[]): void => {
    add('reports', `SELECT id FROM reports WHERE unit_id ${IN} AND ${where}`, inUnits, ...values)
    const of = `(SELECT id FROM reports WHERE unit_id ${IN} AND ${where})`
    add('report_values', `SELECT id FROM report_values WHERE report_id IN ${of}`, inUnits, ...values)
    add('report_adjustments', `SELECT id FROM report_adjustments WHERE report_id IN ${of}`, inUnits, ...values)
  }
  const hasReturned = sqlite.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'returned_cells'`).get() !== undefined
  const addReturned = (): void => {
    if (hasReturned) add('returned_cells', `SELECT id FROM returned_cells WHERE unit_id ${IN}`, inUnits)
  }

  switch (kind) {
    case 'catalogue':
      break
    case 'targets-draft':
      // What counts while nothing is issued, or is in preparation after that.
      addVersionsIn(`('chosen', 'adjusting')`)
      break
    case 'targets-issued':
      addVersionsIn(`('issued', 'adjusted')`)
      break
    case 'commitment': {
      const isIssued = sqlite
        .prepare(`SELECT 1 FROM plan_versions WHERE plan_id = ? AND state IN ('issued', 'adjusted')`)
        .get(planId)
      // Units may pledge before the plan is issued: what counts then is the chosen draft.
      addVersionsIn(isIssued === undefined ? `('chosen')` : `('issued', 'adjusted')`)
      addCommitments()
      break
    }
    case 'opinions':
      add(
        'target_opinions',
        `SELECT id FROM target_opinions WHERE unit_id ${IN}
           AND (plan_id = ? OR plan_id IN (SELECT id FROM plans WHERE parent_id = ? AND kind = 'phase'))`,
        inUnits,
        planId,
        planId,
      )
      break
    case 'commitment-signed':
      addCommitments()
      break
    case 'survey':
      addRegistry()
      if (request.withWork) addCollaborators(add, inUnits)
      break
    case 'report-form':
    case 'report':
      addReports('as_of BETWEEN ? AND ?', period?.from ?? '', period?.to ?? '')
      addReturned()
      addWork()
      break
    case 'return':
      addReturned()
      // The figures in question come along, so that the right one can stand in their place.
      if (hasReturned) {
        const asked = `SELECT row_id FROM returned_cells WHERE table_name = 'report_values' AND unit_id ${IN}`
        add('report_values', `SELECT id FROM report_values WHERE id IN (${asked})`, inUnits)
        add('reports', `SELECT report_id FROM report_values WHERE id IN (${asked})`, inUnits)
      }
      break
    case 'transfer': {
      const moved = JSON.stringify(request.enterprises)
      const unions = JSON.stringify(request.unions)
      addEnterprises(`id ${IN}`, moved)
      addUnions(`id ${IN}`, unions)
      break
    }
    case 'handover':
      addRegistry()
      addReports('1 = 1')
      addReturned()
      addWork()
      if (request.withWork) addCollaborators(add, inUnits)
      add('target_opinions', `SELECT id FROM target_opinions WHERE unit_id ${IN}`, inUnits)
      add('commitments', `SELECT id FROM commitments WHERE unit_id ${IN}`, inUnits)
      if (request.withCatalogues) {
        addVersions('1 = 1')
        addTargets('1 = 1')
        addMoves('1 = 1')
      }
  }
  addCompanions()
  function addVersionsIn(states: string): void {
    // A campaign goes with its phases.
    const plans = `(SELECT ? UNION SELECT id FROM plans WHERE parent_id = ? AND kind = 'phase')`
    addVersions(`plan_id IN ${plans} AND state IN ${states}`, planId, planId)
    addTargets(
      `t.plan_id IN ${plans} AND t.version IN (
         SELECT number FROM plan_versions v WHERE v.plan_id = t.plan_id AND v.state IN ${states})`,
      planId,
      planId,
    )
    addMoves('plan_id = ?', planId)
  }
  /** What the rows refer to and nobody would have otherwise. */
  function addCompanions(): void {
    const values = scope.get('report_values')
    if (values !== undefined)
      add(
        'report_files',
        `SELECT DISTINCT file_id FROM report_values WHERE file_id IS NOT NULL AND id ${IN}`,
        JSON.stringify([...values]),
      )
    if (request.withWork) addWorkCompanions(add, (table) => [...(scope.get(table) ?? [])])
  }
  function addCommitments(): void {
    add('commitments', `SELECT id FROM commitments WHERE unit_id ${IN} AND plan_id = ?`, inUnits, planId)
  }
  return new Map([...scope].map(([table, ids]) => [table, [...ids]]))
}

/** Units with all below them. */
export function unitsBelow(sqlite: Sqlite, roots: readonly string[]): string[] {
  return sqlite
    .prepare<[string], string>(
      `WITH RECURSIVE below (id) AS (
         SELECT value FROM json_each(?)
         UNION SELECT u.id FROM units u JOIN below b ON u.parent_id = b.id
       ) SELECT id FROM below`,
    )
    .pluck()
    .all(JSON.stringify(roots))
}

/** Units that were merged into these, and into those: what a handover takes along. */
export function unitsBefore(sqlite: Sqlite, roots: readonly string[]): string[] {
  return sqlite
    .prepare<[string], string>(
      `WITH RECURSIVE before (id) AS (
         SELECT value FROM json_each(?)
         UNION SELECT r.from_unit_id FROM unit_relations r JOIN before b ON r.to_unit_id = b.id WHERE r.kind = 'merge'
       ) SELECT id FROM before`,
    )
    .pluck()
    .all(JSON.stringify(roots))
}

/** Into which units it went, if it was merged. */
export function unitsAfter(sqlite: Sqlite, unit: string): { readonly id: string; readonly code: string } | null {
  return (
    sqlite
      .prepare<[string], { id: string; code: string }>(
        `SELECT u.id, u.code FROM unit_relations r JOIN units u ON u.id = r.to_unit_id
         WHERE r.from_unit_id = ? AND r.kind = 'merge' ORDER BY r.on_date DESC LIMIT 1`,
      )
      .get(unit) ?? null
  )
}
