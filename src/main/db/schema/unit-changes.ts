import { real, sqliteTable, text } from '../orm.ts'
import { rowId } from './columns.ts'

/** How a unit stood until a day; its own row says how it stands now. */
export const unitPasts = sqliteTable('unit_pasts', {
  id: rowId(),
  unitId: text('unit_id').notNull(),
  until: text('until').notNull(),
  name: text('name').notNull(),
  shortName: text('short_name').notNull(),
  nameFolded: text('name_folded').notNull(),
  typeId: text('type_id').notNull(),
  parentId: text('parent_id'),
})

/** Where an enterprise or a grassroots union was placed until a day. */
export const formerPlaces = sqliteTable('former_places', {
  id: rowId(),
  enterpriseId: text('enterprise_id'),
  unionId: text('union_id'),
  unitId: text('unit_id'),
  until: text('until').notNull(),
})

/** What a split gave of a unit's target to another, from a day on. */
export const targetMoves = sqliteTable('target_moves', {
  id: rowId(),
  planId: text('plan_id').notNull(),
  fromUnitId: text('from_unit_id').notNull(),
  toUnitId: text('to_unit_id').notNull(),
  indicatorId: text('indicator_id').notNull(),
  assignerId: text('assigner_id').notNull(),
  kind: text('kind', { enum: ['assigned', 'striving', 'registered', 'pledged'] }).notNull(),
  value: real('value').notNull(),
  onDate: text('on_date').notNull(),
})
