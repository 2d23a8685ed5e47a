import { integer, real, sqliteTable, text } from '../orm.ts'
import { rowId } from './columns.ts'

/** How each row stood when it last travelled between sites, and whose edits it held (docs/adr/0033). */
export const exchangeRows = sqliteTable('exchange_rows', {
  /** "enterprises:0192…" */
  id: rowId(),
  cells: text('cells').notNull(),
  stamp: text('stamp').notNull(),
  count: integer('count').notNull(),
  source: text('source'),
})

export const exchangeAliases = sqliteTable('exchange_aliases', {
  id: rowId(),
  tableName: text('table_name').notNull(),
  rowId: text('row_id').notNull(),
  aliasId: text('alias_id').notNull(),
})

export const exchangeClashes = sqliteTable('exchange_clashes', {
  id: rowId(),
  packageId: text('package_id').notNull(),
  tableName: text('table_name').notNull(),
  rowId: text('row_id').notNull(),
  columnName: text('column_name').notNull(),
  base: text('base'),
  theirs: text('theirs'),
  dotSite: text('dot_site').notNull(),
  dotCount: integer('dot_count').notNull(),
  theirUnit: text('their_unit').notNull(),
  theirWho: text('their_who'),
  theirAt: text('their_at'),
  decides: integer('decides').notNull(),
})

export const targetOpinions = sqliteTable('target_opinions', {
  id: rowId(),
  planId: text('plan_id').notNull(),
  unitId: text('unit_id').notNull(),
  indicatorId: text('indicator_id').notNull(),
  assignerId: text('assigner_id').notNull(),
  kind: text('kind', { enum: ['assigned', 'striving', 'registered', 'pledged'] }).notNull(),
  version: integer('version').notNull(),
  drafted: real('drafted'),
  proposed: real('proposed'),
  agreed: integer('agreed').notNull(),
  note: text('note'),
  givenBy: text('given_by'),
  givenOn: text('given_on'),
})

export const commitments = sqliteTable('commitments', {
  id: rowId(),
  planId: text('plan_id').notNull(),
  unitId: text('unit_id').notNull(),
  askedOn: text('asked_on'),
  dueOn: text('due_on'),
  signedOn: text('signed_on'),
  signedBy: text('signed_by'),
  signedPosition: text('signed_position'),
  number: text('number'),
  note: text('note'),
})
