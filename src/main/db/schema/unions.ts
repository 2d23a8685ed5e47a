import { integer, sqliteTable, text } from '../orm.ts'
import { rowId } from './columns.ts'

export const grassrootsUnions = sqliteTable('grassroots_unions', {
  id: rowId(),
  name: text('name').notNull(),
  nameFolded: text('name_folded').notNull(),
  sortKey: text('sort_key').notNull(),
  /** A unit type of level `grassroots`. */
  typeId: text('type_id').notNull(),
  unitId: text('unit_id'),
  enterpriseId: text('enterprise_id'),
  ward: text('ward'),
  zone: text('zone'),
  foundedOn: text('founded_on'),
  decisionNumber: text('decision_number'),
  decisionOn: text('decision_on'),
  decisionIssuer: text('decision_issuer'),
  membersAtFounding: integer('members_at_founding'),
  chair: text('chair'),
  phone: text('phone'),
  endedOn: text('ended_on'),
  endReasonId: text('end_reason_id'),
  endDecisionNumber: text('end_decision_number'),
  endDecisionOn: text('end_decision_on'),
  /** Where its members went. */
  successorId: text('successor_id'),
  /** Which union it continues. */
  previousId: text('previous_id'),
  note: text('note'),
})

export const unionMembers = sqliteTable('union_members', {
  id: rowId(),
  unionId: text('union_id').notNull(),
  countedOn: text('counted_on').notNull(),
  members: integer('members').notNull(),
  women: integer('women'),
  source: text('source'),
})
