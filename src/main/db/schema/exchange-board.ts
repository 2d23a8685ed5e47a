import { integer, real, sqliteTable, text } from '../orm.ts'
import { rowId } from './columns.ts'

export const returnedCells = sqliteTable('returned_cells', {
  id: rowId(),
  unitId: text('unit_id').notNull(),
  asOf: text('as_of').notNull(),
  tableName: text('table_name').notNull(),
  rowId: text('row_id').notNull(),
  columnName: text('column_name').notNull(),
  title: text('title').notNull(),
  said: text('said'),
  reason: text('reason').notNull(),
  askedBy: text('asked_by').notNull(),
  askedOn: text('asked_on').notNull(),
  answer: text('answer'),
  corrected: real('corrected'),
  answeredOn: text('answered_on'),
  closedOn: text('closed_on'),
})

export const sentForms = sqliteTable('sent_forms', {
  /** Id of the package. */
  id: rowId(),
  version: integer('version').notNull(),
  sha256: text('sha256').notNull(),
  content: text('content').notNull(),
  sentAt: text('sent_at').notNull(),
})

export const senderColumns = sqliteTable('sender_columns', {
  id: rowId(),
  sender: text('sender').notNull(),
  senderFolded: text('sender_folded').notNull(),
  fingerprint: text('fingerprint').notNull(),
  titles: text('titles', { mode: 'json' }).$type<readonly string[]>().notNull(),
  fields: text('fields', { mode: 'json' }).$type<Readonly<Record<string, string | null>>>().notNull(),
  usedOn: text('used_on').notNull(),
})
