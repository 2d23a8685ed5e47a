import { z } from 'zod'
import { normalizeLines } from '../domain/text/lines.ts'
import { RECORD_IDS } from '../domain/organisation/records.ts'
import {
  ASSIGNMENT_ROLES,
  DECISION_KINDS,
  FOLLOW_UP_STATES,
  ISSUER_KINDS,
  VISIT_STATES,
} from '../domain/organisation/words.ts'
import { defineCommand, defineQuery, type Area } from './core.ts'
import { codeText, filledText, isoDate, looseText, nothing, rowIdText } from './fields.ts'
import { funnelContract } from './funnel.ts'
import {
  assignmentRow,
  collaboratorRow,
  commendationRow,
  committeeRow,
  followUpRow,
  remedyRow,
  unionOfficerRow,
  visitRow,
} from './organisation-rows.ts'

const TOUCHES: readonly Area[] = ['organisation', 'enterprises', 'unions', 'catalogues', 'history']
const MOST_ROWS = 20_000
const stepLabel = looseText.pipe(z.string().max(200)).optional()
const line = looseText.pipe(z.string().max(1000)).nullable().default(null)
const lines = z.string().transform(normalizeLines).pipe(z.string().max(20_000)).nullable().default(null)
/** A row of a catalogue as somebody calls it: its code or its name. */
const named = looseText.pipe(z.string().min(1).max(200))
const optionalDay = isoDate.nullable().default(null)
const optionalId = rowIdText.nullable().default(null)
const asOf = isoDate.nullable().default(null)
/** Code of a unit; what is below it too. */
const unit = codeText.nullable().default(null)
const cellValue = z.union([z.string().max(20_000), z.number(), z.boolean(), z.null()])
const columnId = z.string().min(1).max(100)

const decision = z.object({
  kind: z.enum(DECISION_KINDS).default('found'),
  number: line,
  decidedOn: isoDate,
  issuer: line,
})

/** One person of a list of members, by id or, for somebody the file does not know yet, by name. */
const member = z.object({
  personId: optionalId,
  name: line,
  position: line,
  /** A role of the catalogue, by code or name. */
  role: named,
  duties: lines,
  /** Codes of the units in the member's charge; left out: as they are. */
  areas: z.array(codeText).max(200).optional(),
})

const followUp = z.object({
  id: optionalId,
  content: z
    .string()
    .transform(normalizeLines)
    .refine((text) => text !== '', { error: 'chưa có nội dung' })
    .pipe(z.string().max(20_000)),
  personId: optionalId,
  unit: codeText.nullable().default(null),
  dueOn: optionalDay,
  state: z.enum(FOLLOW_UP_STATES).default('open'),
  doneOn: optionalDay,
  result: lines,
})

/** What a new row is given; columns left out are empty. */
const newCells = z.array(z.object({ column: columnId, value: cellValue })).max(100)

/** Who steers the work, who is in charge of what, what working visits found and left to do, who is commended. */
export const organisationContract = {
  ...funnelContract,
  /** By unit in official order; of a unit with all below it. */
  'committees.list': defineQuery(
    z.object({
      asOf,
      unit,
      /** null: also those ended and those to come. */
      state: z.enum(['active', 'ended']).nullable().default(null),
      /** Former members too. */
      everyMember: z.boolean().default(false),
    }),
    z.array(committeeRow),
  ),
  /** Adds a committee (id null) or changes one; with a decision that founds, restaffs or ends it. */
  'committees.save': defineCommand(
    z.object({
      id: optionalId,
      unit: codeText,
      name: filledText.pipe(z.string().max(500)),
      issuerKind: z.enum(ISSUER_KINDS).default('union'),
      issuer: line,
      period: line,
      duties: lines,
      regime: lines,
      validFrom: optionalDay,
      validTo: optionalDay,
      note: line,
      decision: decision.nullable().default(null),
    }),
    committeeRow,
    TOUCHES,
  ),
  /**
   * Kiện toàn: the whole list of members from a day on. Who is not in it any more ends the day before, who changes
   * role begins anew, who stays stays; charges go with those who leave. One step.
   */
  'committees.restaff': defineCommand(
    z.object({
      committee: rowIdText,
      on: isoDate,
      decision: decision.omit({ decidedOn: true }).nullable().default(null),
      members: z.array(member).min(1).max(500),
    }),
    committeeRow,
    TOUCHES,
  ),

  /** By person, then what is looked after. */
  'assignments.list': defineQuery(
    z.object({
      asOf,
      unit,
      person: optionalId,
      enterprise: optionalId,
      union: optionalId,
      committee: optionalId,
      subject: z.enum(['unit', 'enterprise', 'union']).nullable().default(null),
      state: z.enum(['current', 'ended', 'future']).nullable().default(null),
    }),
    z.array(assignmentRow),
  ),
  /**
   * A person takes charge of units, enterprises, unions. As the one in charge (lead) the person relieves who was: the
   * other's charge ends the day before, unless `relieve` is false, which refuses it.
   */
  'assignments.assign': defineCommand(
    z.object({
      personId: rowIdText,
      units: z.array(codeText).max(MOST_ROWS).default([]),
      enterprises: z.array(rowIdText).max(MOST_ROWS).default([]),
      unions: z.array(rowIdText).max(MOST_ROWS).default([]),
      role: z.enum(ASSIGNMENT_ROLES).default('lead'),
      validFrom: isoDate.optional(),
      validTo: optionalDay,
      dueOn: optionalDay,
      duties: lines,
      committee: optionalId,
      decisionNumber: line,
      decisionOn: optionalDay,
      note: line,
      relieve: z.boolean().default(true),
    }),
    z.object({ assigned: z.number(), relieved: z.number(), unchanged: z.number(), rows: z.array(assignmentRow) }),
    TOUCHES,
  ),
  /** The last day of charges. */
  'assignments.end': defineCommand(
    z.object({ ids: z.array(rowIdText).min(1).max(MOST_ROWS), on: isoDate, note: line }),
    z.object({ ended: z.number(), unchanged: z.number() }),
    TOUCHES,
  ),

  'collaborators.list': defineQuery(
    z.object({ asOf, unit, state: z.enum(['active', 'ended']).nullable().default(null) }),
    z.array(collaboratorRow),
  ),

  /** Newest first. */
  'visits.list': defineQuery(
    z.object({
      asOf,
      from: optionalDay,
      to: optionalDay,
      unit,
      enterprise: optionalId,
      state: z.enum(VISIT_STATES).nullable().default(null),
    }),
    z.array(visitRow),
  ),
  /** Adds a visit (id null) or changes one whole, with who went and, when they are given, what it left to do. */
  'visits.save': defineCommand(
    z.object({
      id: optionalId,
      onDate: isoDate,
      unit: codeText.nullable().default(null),
      enterpriseId: optionalId,
      committeeId: optionalId,
      leaderId: optionalId,
      people: z.array(rowIdText).max(200).optional(),
      title: line,
      hosts: line,
      state: z.enum(VISIT_STATES).optional(),
      situation: lines,
      strengths: lines,
      difficulties: lines,
      causes: lines,
      solutions: lines,
      conclusion: lines,
      note: line,
      followUps: z.array(followUp).max(200).optional(),
    }),
    visitRow,
    TOUCHES,
  ),
  /** What visits left to do: late ones first, then by the day they are due. */
  'visits.followUps': defineQuery(
    z.object({
      asOf,
      unit,
      person: optionalId,
      /** open: what is to do; overdue: past its day; soon: late or due within `within` days; all. */
      which: z.enum(['open', 'overdue', 'soon', 'all']).default('open'),
      within: z.number().int().min(0).max(3650).default(7),
    }),
    z.array(followUpRow),
  ),

  /** Proposed by rank, then by hand, then those left out. */
  'commendations.list': defineQuery(
    z.object({ plan: codeText.nullable().default(null), state: z.string().max(20).nullable().default(null) }),
    z.array(commendationRow),
  ),
  /**
   * Proposals from the ranking of a plan: units that reached every target they are held to, and on demand people in
   * charge of enterprises that got a union in the plan's time. Everybody else is listed as left out, with the reason.
   * Rows put there by hand, or already submitted, stay as they are.
   */
  'commendations.propose': defineCommand(
    z.object({
      plan: codeText.nullable().default(null),
      asOf,
      assigner: codeText.nullable().default(null),
      /** Codes of the indicators it goes by; empty: all flows units have targets of. */
      indicators: z.array(codeText).max(100).default([]),
      /** Percent every indicator must have reached. */
      atLeast: z.number().min(0).max(1000).default(100),
      /** Only the first so many by rank; equal ranks stay together. */
      top: z.number().int().min(1).max(10_000).nullable().default(null),
      /** Forms of commendation for groups and for people, by code or name. */
      form: named.nullable().default(null),
      personForm: named.nullable().default(null),
      people: z.boolean().default(false),
      /** Only says who would be proposed. */
      dryRun: z.boolean().default(false),
    }),
    z.object({
      plan: z.string(),
      asOf: z.string(),
      proposed: z.number(),
      excluded: z.number(),
      rows: z.array(commendationRow),
    }),
    TOUCHES,
  ),

  /** Plans for difficult enterprises, weak unions and unions without members; open ones first. */
  'remedies.list': defineQuery(
    z.object({
      asOf,
      unit,
      kind: z.enum(['difficult', 'weak', 'memberless']).nullable().default(null),
      enterprise: optionalId,
      union: optionalId,
      state: z.enum(['open', 'closed']).nullable().default(null),
    }),
    z.array(remedyRow),
  ),
  /**
   * A plan of its own with its steps, as one step and all or nothing. Cells are those of the tables `remedies` and
   * `steps` of `organisation.write`; a step does not name its plan.
   */
  'remedies.add': defineCommand(
    z.object({ cells: newCells, steps: z.array(newCells).max(1000).default([]) }),
    z.object({ id: z.string(), steps: z.number() }),
    TOUCHES,
  ),
  'unionOfficers.list': defineQuery(z.object({ union: rowIdText, asOf }), z.array(unionOfficerRow)),
  'committeeRoles.list': defineQuery(
    nothing,
    z.array(z.object({ code: z.string(), name: z.string(), single: z.boolean() })),
  ),
  'commendationForms.list': defineQuery(
    nothing,
    z.array(z.object({ code: z.string(), name: z.string(), kind: z.string() })),
  ),

  /**
   * Cells of many rows and rows that are added to one of these tables (domain/organisation/records.ts), as one step.
   * Values are those of the columns or texts as people type them: people, units, enterprises by name or code. A row
   * one of whose cells is wrong is refused with the reason; the others are written. In `refused`, a new row is named
   * `new:<index>`.
   */
  'organisation.write': defineCommand(
    z.object({
      table: z.enum(RECORD_IDS),
      edits: z
        .array(z.object({ id: rowIdText, column: columnId, value: cellValue }))
        .max(100_000)
        .default([]),
      added: z
        .array(z.object({ cells: newCells }))
        .max(MOST_ROWS)
        .default([]),
      label: stepLabel,
      /** Only says what would be refused. */
      dryRun: z.boolean().default(false),
    }),
    z.object({
      written: z.number(),
      refused: z.array(z.object({ id: z.string(), column: z.string(), reason: z.string() })),
      addedIds: z.array(z.string().nullable()),
    }),
    TOUCHES,
  ),
  /** With what belongs to them alone. Rows something else refers to stay and are listed. */
  'organisation.removeRows': defineCommand(
    z.object({ table: z.enum(RECORD_IDS), ids: z.array(rowIdText).min(1).max(MOST_ROWS), label: stepLabel }),
    z.object({
      removed: z.number(),
      kept: z.array(z.object({ id: z.string(), name: z.string(), reason: z.string() })),
    }),
    TOUCHES,
  ),
}
