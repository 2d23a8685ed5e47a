import { z } from 'zod'
import {
  ASSIGNMENT_ROLES,
  COLLABORATOR_KINDS,
  COMMENDATION_KINDS,
  COMMENDATION_SOURCES,
  COMMENDATION_STATES,
  DECISION_KINDS,
  FOLLOW_UP_STATES,
  ISSUER_KINDS,
  OUTCOMES,
  REMEDY_KINDS,
  UNION_BODIES,
  VISIT_STATES,
} from '../domain/organisation/words.ts'

const text = z.string().nullable()
const day = z.string().nullable()
/** Code of a unit with its names. */
const unit = { unit: text, unitName: text }
const enterprise = { enterpriseId: text, enterprise: text, taxCode: text }
const union = { unionId: text, union: text }

export const committeeMemberRow = z.object({
  id: z.string(),
  committeeId: z.string(),
  personId: z.string(),
  person: z.string(),
  /** As the decision prints it, else the person's own office. */
  position: text,
  personUnit: text,
  /** Code and name of the role in the committee. */
  role: z.string(),
  roleName: z.string(),
  duties: text,
  sortOrder: z.number(),
  validFrom: day,
  validTo: day,
  active: z.boolean(),
  /** Units the member is in charge of for the committee on the day asked for. */
  areas: z.array(z.object({ unit: z.string(), name: z.string() })),
  /** Enterprises likewise. */
  enterprises: z.number(),
})
export type CommitteeMemberRow = z.output<typeof committeeMemberRow>

export const committeeDecisionRow = z.object({
  id: z.string(),
  committeeId: z.string(),
  kind: z.enum(DECISION_KINDS),
  number: text,
  decidedOn: z.string(),
  issuer: text,
  note: text,
})

export const committeeRow = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  unitName: z.string(),
  /** province, upper, grassroots: of the type of the unit. */
  level: z.string(),
  issuerKind: z.enum(ISSUER_KINDS),
  issuer: text,
  period: text,
  duties: text,
  regime: text,
  validFrom: day,
  validTo: day,
  note: text,
  active: z.boolean(),
  /** Oldest first. */
  decisions: z.array(committeeDecisionRow),
  /** In the order they are printed; those of the day asked for unless all are. */
  members: z.array(committeeMemberRow),
})
export type CommitteeRow = z.output<typeof committeeRow>

const warning = z.object({ code: z.enum(['PERSON_LEFT', 'UNIT_ENDED', 'UNION_ENDED', 'OVERDUE']), message: z.string() })

export const assignmentRow = z.object({
  id: z.string(),
  personId: z.string(),
  person: z.string(),
  position: text,
  personUnit: text,
  subject: z.enum(['unit', 'enterprise', 'union']),
  /** Name of what is looked after. */
  subjectName: z.string(),
  ...unit,
  ...enterprise,
  ...union,
  committeeId: text,
  committee: text,
  role: z.enum(ASSIGNMENT_ROLES),
  roleName: z.string(),
  duties: text,
  /** Null: since when is not known. */
  validFrom: day,
  validTo: day,
  dueOn: day,
  decisionNumber: text,
  decisionOn: day,
  note: text,
  state: z.enum(['current', 'ended', 'future']),
  warnings: z.array(warning),
})
export type AssignmentRow = z.output<typeof assignmentRow>

export const collaboratorRow = z.object({
  id: z.string(),
  fullName: z.string(),
  kind: z.enum(COLLABORATOR_KINDS),
  ...unit,
  ...enterprise,
  position: text,
  phone: text,
  validFrom: day,
  validTo: day,
  note: text,
  active: z.boolean(),
})
export type CollaboratorRow = z.output<typeof collaboratorRow>

export const followUpRow = z.object({
  id: z.string(),
  visitId: z.string(),
  visitOn: z.string(),
  /** With whom the visit was. */
  visitName: z.string(),
  content: z.string(),
  personId: text,
  person: text,
  ...unit,
  dueOn: day,
  state: z.enum(FOLLOW_UP_STATES),
  doneOn: day,
  result: text,
  /** As of the day asked for: open and past its day; open and due within some days. */
  overdue: z.boolean(),
  dueSoon: z.boolean(),
  /** Days until it is due; negative: days late; null: no day, or not open. */
  daysLeft: z.number().nullable(),
})
export type FollowUpRow = z.output<typeof followUpRow>

export const visitRow = z.object({
  id: z.string(),
  onDate: z.string(),
  ...unit,
  ...enterprise,
  /** Name of the unit or enterprise. */
  subjectName: z.string(),
  committeeId: text,
  committee: text,
  leaderId: text,
  leader: text,
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  title: text,
  hosts: text,
  state: z.enum(VISIT_STATES),
  situation: text,
  strengths: text,
  difficulties: text,
  causes: text,
  solutions: text,
  conclusion: text,
  note: text,
  followUps: z.array(followUpRow),
  openFollowUps: z.number(),
  overdueFollowUps: z.number(),
})
export type VisitRow = z.output<typeof visitRow>

export const commendationRow = z.object({
  id: z.string(),
  plan: z.string(),
  asOf: day,
  kind: z.enum(COMMENDATION_KINDS),
  ...unit,
  ...union,
  personId: text,
  name: z.string(),
  position: text,
  form: text,
  formName: text,
  reason: text,
  rank: z.number().nullable(),
  state: z.enum(COMMENDATION_STATES),
  /** Why it is left out. */
  exclusion: text,
  source: z.enum(COMMENDATION_SOURCES),
  decisionNumber: text,
  decisionOn: day,
  /** In đồng. */
  amount: z.number().nullable(),
  note: text,
})
export type CommendationRow = z.output<typeof commendationRow>

export const remedyStepRow = z.object({
  id: z.string(),
  remedyId: z.string(),
  content: z.string(),
  dueOn: day,
  doneOn: day,
  result: text,
  sortOrder: z.number(),
  overdue: z.boolean(),
})

export const remedyRow = z.object({
  id: z.string(),
  kind: z.enum(REMEDY_KINDS),
  ...enterprise,
  ...union,
  subjectName: z.string(),
  ...unit,
  openedOn: z.string(),
  causes: text,
  plan: text,
  officerId: text,
  officer: text,
  dueOn: day,
  reportedOn: day,
  closedOn: day,
  outcome: z.enum(OUTCOMES).nullable(),
  result: text,
  note: text,
  open: z.boolean(),
  overdue: z.boolean(),
  steps: z.array(remedyStepRow),
  stepsDone: z.number(),
})
export type RemedyRow = z.output<typeof remedyRow>

export const unionOfficerRow = z.object({
  id: z.string(),
  unionId: z.string(),
  body: z.enum(UNION_BODIES),
  fullName: z.string(),
  born: text,
  position: text,
  role: z.string(),
  sortOrder: z.number(),
  validFrom: day,
  validTo: day,
  note: text,
})
