import { integer, sqliteTable, text } from '../orm.ts'
import { rowId, sortOrder, validFrom, validTo } from './columns.ts'

export const legalForms = sqliteTable('legal_forms', {
  id: rowId(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  shortName: text('short_name').notNull(),
  sector: text('sector', { enum: ['state', 'non_state', 'foreign'] }).notNull(),
  sortOrder: sortOrder(),
  validFrom: validFrom(),
  validTo: validTo(),
})

export const enterprises = sqliteTable('enterprises', {
  id: rowId(),
  /** MST: 10 digits, 13 as "0123456789-001", or a 12-digit personal number; null when unknown. */
  taxCode: text('tax_code'),
  name: text('name').notNull(),
  nameFolded: text('name_folded').notNull(),
  sortKey: text('sort_key').notNull(),
  matchKey: text('match_key').notNull(),
  legalFormId: text('legal_form_id'),
  unitId: text('unit_id'),
  address: text('address'),
  industry: text('industry'),
  phone: text('phone'),
  foundedOn: text('founded_on'),
  /** What the file said where it is no whole date: "2015", "31/02/2020". */
  foundedText: text('founded_text'),
  note: text('note'),
  extra: text('extra', { mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull().default({}),
  shortName: text('short_name'),
  foreignName: text('foreign_name'),
  surveyCode: text('survey_code'),
  placeKind: text('place_kind', { enum: ['head', 'branch', 'office', 'site'] }),
  operatingStatus: text('operating_status', { enum: ['active', 'suspended', 'dissolving', 'not_found'] }),
  feasibility: text('feasibility', { enum: ['high', 'medium', 'low', 'none'] }),
  ward: text('ward'),
  /** As it was called before the districts were dissolved in mid-2025. */
  district: text('district'),
  zone: text('zone'),
  director: text('director'),
  contactPerson: text('contact_person'),
  country: text('country'),
  attitude: text('attitude'),
  expectedOn: text('expected_on'),
  expectedMembers: integer('expected_members'),
  source: text('source'),
  officerId: text('officer_id'),
  parentEnterpriseId: text('parent_enterprise_id'),
})

export const surveyRounds = sqliteTable('survey_rounds', {
  id: rowId(),
  name: text('name').notNull(),
  source: text('source'),
  surveyedOn: text('surveyed_on').notNull(),
  fileName: text('file_name'),
  fileHash: text('file_hash'),
  sheet: text('sheet'),
  frozen: integer('frozen', { mode: 'boolean' }).notNull().default(false),
})

export const observations = sqliteTable('observations', {
  id: rowId(),
  roundId: text('round_id').notNull(),
  enterpriseId: text('enterprise_id').notNull(),
  unitId: text('unit_id'),
  observedOn: text('observed_on').notNull(),
  workers: integer('workers'),
  women: integer('women'),
  insured: integer('insured'),
  hasUnion: integer('has_union', { mode: 'boolean' }),
  members: integer('members'),
  difficulty: text('difficulty'),
  sourceRow: integer('source_row'),
  extra: text('extra', { mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull().default({}),
  foreignWorkers: integer('foreign_workers'),
  withContracts: integer('with_contracts'),
  womenMembers: integer('women_members'),
  unionDecisionNumber: text('union_decision_number'),
  unionDecisionOn: text('union_decision_on'),
  partyOrganisation: integer('party_organisation', { mode: 'boolean' }),
  youthOrganisation: integer('youth_organisation', { mode: 'boolean' }),
  /** Codes of reasons with commas between. */
  difficultyCodes: text('difficulty_codes'),
})

export const enterpriseStages = sqliteTable('enterprise_stages', {
  id: rowId(),
  enterpriseId: text('enterprise_id').notNull(),
  stageId: text('stage_id').notNull(),
  onDate: text('on_date').notNull(),
  note: text('note'),
  who: text('who').notNull(),
})

export const enterpriseContacts = sqliteTable('enterprise_contacts', {
  id: rowId(),
  enterpriseId: text('enterprise_id').notNull(),
  onDate: text('on_date').notNull(),
  officerId: text('officer_id'),
  kind: text('kind'),
  content: text('content'),
  result: text('result'),
  nextOn: text('next_on'),
})

export const enterprisePairReviews = sqliteTable('enterprise_pair_reviews', {
  id: rowId(),
  /** The lesser of the two ids. */
  firstId: text('first_id').notNull(),
  secondId: text('second_id').notNull(),
  verdict: text('verdict', { enum: ['same', 'different'] }).notNull(),
  judgedAt: text('judged_at').notNull(),
  who: text('who').notNull(),
  note: text('note'),
})

export const enterpriseAliases = sqliteTable('enterprise_aliases', {
  id: rowId(),
  enterpriseId: text('enterprise_id').notNull(),
  aliasId: text('alias_id').notNull(),
  taxCode: text('tax_code'),
  name: text('name').notNull(),
  joinedAt: text('joined_at').notNull(),
})
