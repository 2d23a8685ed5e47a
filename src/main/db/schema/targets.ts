import { VERSION_STATES } from '#shared/domain/targets/plan-version.ts'
import { integer, real, sqliteTable, text } from '../orm.ts'
import { rowId, sortOrder, validFrom, validTo } from './columns.ts'

export const indicators = sqliteTable('indicators', {
  id: rowId(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  shortName: text('short_name').notNull(),
  unitLabel: text('unit_label').notNull(),
  kind: text('kind', { enum: ['flow', 'loss', 'net', 'stock', 'ratio'] }).notNull(),
  formula: text('formula', { mode: 'json' }).$type<unknown>(),
  parentId: text('parent_id'),
  cut: text('cut', { mode: 'json' }).$type<unknown>(),
  sortOrder: sortOrder(),
  validFrom: validFrom(),
  validTo: validTo(),
  /** "Chỉ tiêu bổ trợ": shown and summed apart from what units are held to. */
  side: integer('side', { mode: 'boolean' }).notNull().default(false),
})

export const assigners = sqliteTable('assigners', {
  id: rowId(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  /** As grids and the command line show it: "BCH LĐLĐ tỉnh", "TLĐ". */
  shortName: text('short_name').notNull(),
  nameFolded: text('name_folded').notNull(),
  aliases: text('aliases', { mode: 'json' }).$type<readonly string[]>().notNull().default([]),
  sortOrder: sortOrder(),
})

export const plans = sqliteTable('plans', {
  id: rowId(),
  code: text('code').notNull(),
  kind: text('kind', { enum: ['term', 'year', 'campaign', 'phase'] }).notNull(),
  name: text('name').notNull(),
  fromDate: text('from_date').notNull(),
  toDate: text('to_date').notNull(),
  parentId: text('parent_id'),
  ownerUnitId: text('owner_unit_id'),
  status: text('status', { enum: ['draft', 'consulting', 'issued', 'closed'] }).notNull(),
  note: text('note'),
})

export const planVersions = sqliteTable('plan_versions', {
  id: rowId(),
  planId: text('plan_id').notNull(),
  number: integer('number').notNull(),
  name: text('name').notNull(),
  state: text('state', { enum: VERSION_STATES }).notNull(),
  basedOn: integer('based_on'),
  decisionNumber: text('decision_number'),
  decidedOn: text('decided_on'),
  decidedBy: text('decided_by'),
  effectiveOn: text('effective_on'),
  reason: text('reason'),
  madeAt: text('made_at').notNull(),
})

export const targets = sqliteTable('targets', {
  id: rowId(),
  planId: text('plan_id').notNull(),
  unitId: text('unit_id').notNull(),
  indicatorId: text('indicator_id').notNull(),
  assignerId: text('assigner_id').notNull(),
  kind: text('kind', { enum: ['assigned', 'striving', 'registered', 'pledged'] }).notNull(),
  basis: text('basis', { enum: ['increment', 'cumulative'] }).notNull(),
  value: real('value'),
  version: integer('version').notNull().default(1),
  locked: integer('locked', { mode: 'boolean' }).notNull().default(false),
  decision: text('decision'),
  note: text('note'),
})

export const allocations = sqliteTable('allocations', {
  id: rowId(),
  planId: text('plan_id').notNull(),
  indicatorId: text('indicator_id').notNull(),
  assignerId: text('assigner_id').notNull(),
  unitId: text('unit_id').notNull(),
  total: real('total').notNull(),
  weights: text('weights').notNull(),
  record: text('record', { mode: 'json' }).$type<unknown>().notNull(),
  madeAt: text('made_at').notNull(),
  /** Null: of the first version. */
  version: integer('version'),
})

export const reports = sqliteTable('reports', {
  id: rowId(),
  unitId: text('unit_id').notNull(),
  fromDate: text('from_date').notNull(),
  asOf: text('as_of').notNull(),
  basis: text('basis', { enum: ['cumulative', 'increment'] }).notNull(),
  receivedOn: text('received_on'),
  status: text('status', { enum: ['draft', 'received', 'accepted', 'returned'] }).notNull(),
  source: text('source'),
})

export const reportValues = sqliteTable('report_values', {
  id: rowId(),
  reportId: text('report_id').notNull(),
  indicatorId: text('indicator_id').notNull(),
  value: real('value').notNull(),
  qualifier: text('qualifier', { enum: ['≥', '≈', '≤'] }),
  qualifierWord: text('qualifier_word'),
  statedPercent: real('stated_percent'),
  /** The file and cell it was read from; null for a figure typed here. */
  fileId: text('file_id'),
  sheet: text('sheet'),
  cell: text('cell'),
  cellText: text('cell_text'),
})
