import { integer, sqliteTable, text } from '../orm.ts'
import { rowId } from './columns.ts'

/** A document being composed in the program. */
export const documentDrafts = sqliteTable('document_drafts', {
  id: rowId(),
  type: text('type').notNull(),
  title: text('title').notNull(),
  planId: text('plan_id').notNull(),
  unitId: text('unit_id').notNull(),
  asOf: text('as_of'),
  ruleSet: text('rule_set'),
  period: text('period'),
  unionId: text('union_id'),
  sectionOrder: text('section_order'),
  documentId: text('document_id'),
  openedAt: text('opened_at').notNull(),
})

/** What the clerk did to one of its sections. */
export const draftSections = sqliteTable('draft_sections', {
  id: rowId(),
  draftId: text('draft_id').notNull(),
  sectionKey: text('section_key').notNull(),
  part: text('part', {
    enum: ['subject', 'addressees', 'lead', 'heading', 'article', 'closing', 'recipients', 'annex'],
  }).notNull(),
  level: integer('level').notNull(),
  isAdded: integer('is_added', { mode: 'boolean' }).notNull(),
  isDropped: integer('is_dropped', { mode: 'boolean' }).notNull(),
  heading: text('heading'),
  content: text('content'),
  baseHeading: text('base_heading'),
  baseContent: text('base_content'),
})
