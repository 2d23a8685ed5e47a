import { integer, sqliteTable, text } from '../orm.ts'
import { rowId, sortOrder, validFrom, validTo } from './columns.ts'

/** Officers of the federation and its units: who visits, who is responsible. */
export const people = sqliteTable('people', {
  id: rowId(),
  fullName: text('full_name').notNull(),
  nameFolded: text('name_folded').notNull(),
  /** Given name first (domain/text/sort-key.ts, `personSortKey`). */
  sortKey: text('sort_key').notNull(),
  position: text('position'),
  unitId: text('unit_id'),
  phone: text('phone'),
  note: text('note'),
  validFrom: validFrom(),
  validTo: validTo(),
})

/** Steps on the way to a union, in their order; branch `difficult` is left and entered at any step. */
export const stages = sqliteTable('stages', {
  id: rowId(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  shortName: text('short_name').notNull(),
  sortOrder: sortOrder(),
  branch: text('branch', { enum: ['main', 'difficult'] }).notNull(),
  validFrom: validFrom(),
  validTo: validTo(),
})

export const reasons = sqliteTable('reasons', {
  id: rowId(),
  code: text('code').notNull(),
  kind: text('kind', { enum: ['difficulty', 'loss', 'ending'] }).notNull(),
  name: text('name').notNull(),
  /** Counted apart from natural losses and endings. */
  restructuring: integer('restructuring', { mode: 'boolean' }).notNull().default(false),
  sortOrder: sortOrder(),
  validFrom: validFrom(),
  validTo: validTo(),
})
