import type { PresetPhase } from '#shared/domain/campaigns/preset.ts'
import { integer, real, sqliteTable, text } from '../orm.ts'
import { rowId, sortOrder, validFrom, validTo } from './columns.ts'

export const statusBands = sqliteTable('status_bands', {
  id: rowId(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  measure: text('measure', { enum: ['percent', 'pace'] }).notNull(),
  bound: real('bound').notNull(),
  above: integer('above', { mode: 'boolean' }).notNull().default(false),
  tone: text('tone', { enum: ['behind', 'slow', 'pace', 'reached', 'exceeded'] }).notNull(),
  sortOrder: sortOrder(),
  validFrom: validFrom(),
  validTo: validTo(),
})

export const campaignPresets = sqliteTable('campaign_presets', {
  id: rowId(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  fromDay: text('from_day').notNull(),
  toDay: text('to_day').notNull(),
  phases: text('phases', { mode: 'json' }).$type<readonly PresetPhase[]>().notNull().default([]),
  sortOrder: sortOrder(),
})

export const campaignExclusions = sqliteTable('campaign_exclusions', {
  id: rowId(),
  planId: text('plan_id').notNull(),
  unitId: text('unit_id').notNull(),
  reason: text('reason').notNull(),
})
