import { PERIOD_KINDS } from '#shared/domain/report-files/calendar.ts'
import { integer, real, sqliteTable, text } from '../orm.ts'
import { rowId, validFrom, validTo } from './columns.ts'

export const reportFiles = sqliteTable('report_files', {
  id: rowId(),
  name: text('name').notNull(),
  sha256: text('sha256').notNull(),
  size: integer('size').notNull(),
  takenOn: text('taken_on').notNull(),
  consolidated: integer('consolidated', { mode: 'boolean' }).notNull(),
})

export const reportWordings = sqliteTable('report_wordings', {
  id: rowId(),
  kind: text('kind', { enum: ['indicator', 'unit'] }).notNull(),
  matchKey: text('match_key').notNull(),
  wording: text('wording').notNull(),
  indicatorId: text('indicator_id'),
  unitId: text('unit_id'),
})

export const reportingCalendars = sqliteTable('reporting_calendars', {
  id: rowId(),
  kind: text('kind', { enum: PERIOD_KINDS }).notNull(),
  yearStart: text('year_start').notNull(),
  dueDays: integer('due_days').notNull(),
  validFrom: validFrom(),
  validTo: validTo(),
})

export const periodClosings = sqliteTable('period_closings', {
  id: rowId(),
  fromDate: text('from_date').notNull(),
  toDate: text('to_date').notNull(),
  action: text('action', { enum: ['close', 'reopen'] }).notNull(),
  doneOn: text('done_on').notNull(),
  doneBy: text('done_by').notNull(),
  reason: text('reason'),
})

export const reportAdjustments = sqliteTable('report_adjustments', {
  id: rowId(),
  reportId: text('report_id').notNull(),
  indicatorId: text('indicator_id').notNull(),
  valueBefore: real('value_before'),
  wordBefore: text('word_before'),
  valueAfter: real('value_after').notNull(),
  wordAfter: text('word_after'),
  reason: text('reason').notNull(),
  madeOn: text('made_on').notNull(),
  madeBy: text('made_by').notNull(),
})
