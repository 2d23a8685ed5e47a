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
})
