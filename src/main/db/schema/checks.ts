import { sqliteTable, text } from '../orm.ts'
import { rowId } from './columns.ts'

export const checkNotes = sqliteTable('check_notes', {
  id: rowId(),
  finding: text('finding').notNull(),
  rule: text('rule').notNull(),
  subject: text('subject').notNull(),
  message: text('message').notNull(),
  note: text('note').notNull(),
  notedOn: text('noted_on').notNull(),
  notedBy: text('noted_by').notNull(),
})
