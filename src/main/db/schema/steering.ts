import {
  COLLABORATOR_KINDS,
  COMMENDATION_KINDS,
  COMMENDATION_SOURCES,
  COMMENDATION_STATES,
  DECISION_KINDS,
  FOLLOW_UP_STATES,
  FORM_KINDS,
  ISSUER_KINDS,
  ASSIGNMENT_ROLES,
  OUTCOMES,
  REMEDY_KINDS,
  UNION_BODIES,
  VISIT_STATES,
} from '#shared/domain/organisation/words.ts'
import { integer, sqliteTable, text } from '../orm.ts'
import { rowId, sortOrder, validFrom, validTo } from './columns.ts'

export const committeeRoles = sqliteTable('committee_roles', {
  id: rowId(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  single: integer('single', { mode: 'boolean' }).notNull().default(false),
  sortOrder: sortOrder(),
  validFrom: validFrom(),
  validTo: validTo(),
})

export const commendationForms = sqliteTable('commendation_forms', {
  id: rowId(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  kind: text('kind', { enum: FORM_KINDS }).notNull(),
  sortOrder: sortOrder(),
  validFrom: validFrom(),
  validTo: validTo(),
})

/** A steering committee (Ban Chỉ đạo) at the level of a unit. */
export const committees = sqliteTable('committees', {
  id: rowId(),
  unitId: text('unit_id').notNull(),
  name: text('name').notNull(),
  nameFolded: text('name_folded').notNull(),
  sortKey: text('sort_key').notNull(),
  issuerKind: text('issuer_kind', { enum: ISSUER_KINDS }).notNull(),
  issuer: text('issuer'),
  period: text('period'),
  duties: text('duties'),
  regime: text('regime'),
  validFrom: validFrom(),
  validTo: validTo(),
  note: text('note'),
})

export const committeeDecisions = sqliteTable('committee_decisions', {
  id: rowId(),
  committeeId: text('committee_id').notNull(),
  kind: text('kind', { enum: DECISION_KINDS }).notNull(),
  number: text('number'),
  decidedOn: text('decided_on').notNull(),
  issuer: text('issuer'),
  note: text('note'),
})

export const committeeMembers = sqliteTable('committee_members', {
  id: rowId(),
  committeeId: text('committee_id').notNull(),
  personId: text('person_id').notNull(),
  roleId: text('role_id').notNull(),
  position: text('position'),
  duties: text('duties'),
  sortOrder: sortOrder(),
  validFrom: validFrom(),
  validTo: validTo(),
})

/** Who is in charge of a unit, an enterprise or a union: exactly one of the three. */
export const assignments = sqliteTable('assignments', {
  id: rowId(),
  personId: text('person_id').notNull(),
  unitId: text('unit_id'),
  enterpriseId: text('enterprise_id'),
  unionId: text('union_id'),
  committeeId: text('committee_id'),
  role: text('role', { enum: ASSIGNMENT_ROLES }).notNull(),
  duties: text('duties'),
  validFrom: validFrom(),
  validTo: validTo(),
  dueOn: text('due_on'),
  decisionNumber: text('decision_number'),
  decisionOn: text('decision_on'),
  note: text('note'),
})

/** Cộng tác viên and volunteers: people outside the office. */
export const collaborators = sqliteTable('collaborators', {
  id: rowId(),
  fullName: text('full_name').notNull(),
  nameFolded: text('name_folded').notNull(),
  sortKey: text('sort_key').notNull(),
  kind: text('kind', { enum: COLLABORATOR_KINDS }).notNull(),
  unitId: text('unit_id'),
  enterpriseId: text('enterprise_id'),
  position: text('position'),
  phone: text('phone'),
  validFrom: validFrom(),
  validTo: validTo(),
  note: text('note'),
})

export const visits = sqliteTable('visits', {
  id: rowId(),
  onDate: text('on_date').notNull(),
  unitId: text('unit_id'),
  enterpriseId: text('enterprise_id'),
  committeeId: text('committee_id'),
  leaderId: text('leader_id'),
  title: text('title'),
  hosts: text('hosts'),
  state: text('state', { enum: VISIT_STATES }).notNull(),
  situation: text('situation'),
  strengths: text('strengths'),
  difficulties: text('difficulties'),
  causes: text('causes'),
  solutions: text('solutions'),
  conclusion: text('conclusion'),
  note: text('note'),
})

export const visitPeople = sqliteTable('visit_people', {
  id: rowId(),
  visitId: text('visit_id').notNull(),
  personId: text('person_id').notNull(),
})

export const visitFollowups = sqliteTable('visit_followups', {
  id: rowId(),
  visitId: text('visit_id').notNull(),
  content: text('content').notNull(),
  personId: text('person_id'),
  unitId: text('unit_id'),
  dueOn: text('due_on'),
  state: text('state', { enum: FOLLOW_UP_STATES }).notNull(),
  doneOn: text('done_on'),
  result: text('result'),
})

export const commendations = sqliteTable('commendations', {
  id: rowId(),
  planId: text('plan_id').notNull(),
  asOf: text('as_of'),
  kind: text('kind', { enum: COMMENDATION_KINDS }).notNull(),
  unitId: text('unit_id'),
  unionId: text('union_id'),
  personId: text('person_id'),
  name: text('name').notNull(),
  nameFolded: text('name_folded').notNull(),
  position: text('position'),
  formId: text('form_id'),
  reason: text('reason'),
  rank: integer('rank'),
  state: text('state', { enum: COMMENDATION_STATES }).notNull(),
  exclusion: text('exclusion'),
  source: text('source', { enum: COMMENDATION_SOURCES }).notNull(),
  decisionNumber: text('decision_number'),
  decisionOn: text('decision_on'),
  amount: integer('amount'),
  note: text('note'),
})

/** A plan of its own for a difficult enterprise, a weak union or one without members. */
export const remedies = sqliteTable('remedies', {
  id: rowId(),
  kind: text('kind', { enum: REMEDY_KINDS }).notNull(),
  enterpriseId: text('enterprise_id'),
  unionId: text('union_id'),
  openedOn: text('opened_on').notNull(),
  causes: text('causes'),
  plan: text('plan'),
  officerId: text('officer_id'),
  dueOn: text('due_on'),
  reportedOn: text('reported_on'),
  closedOn: text('closed_on'),
  outcome: text('outcome', { enum: OUTCOMES }),
  result: text('result'),
  note: text('note'),
})

export const remedySteps = sqliteTable('remedy_steps', {
  id: rowId(),
  remedyId: text('remedy_id').notNull(),
  content: text('content').notNull(),
  dueOn: text('due_on'),
  doneOn: text('done_on'),
  result: text('result'),
  sortOrder: sortOrder(),
})

/** Executive and inspection committee of a grassroots union. */
export const unionOfficers = sqliteTable('union_officers', {
  id: rowId(),
  unionId: text('union_id').notNull(),
  body: text('body', { enum: UNION_BODIES }).notNull(),
  fullName: text('full_name').notNull(),
  nameFolded: text('name_folded').notNull(),
  born: text('born'),
  position: text('position'),
  role: text('role').notNull(),
  sortOrder: sortOrder(),
  validFrom: validFrom(),
  validTo: validTo(),
  note: text('note'),
})
