import { integer, text } from '../orm.ts'

// Columns that many tables share, written once so that the schema files read like the data model.

export const rowId = () => text('id').primaryKey()
export const validFrom = () => text('valid_from')
export const validTo = () => text('valid_to')
export const sortOrder = () => integer('sort_order').notNull()
