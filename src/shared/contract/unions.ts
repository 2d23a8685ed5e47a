import { z } from 'zod'
import { UNION_WARNING_CODES } from '../domain/unions/checks.ts'
import type { UnionFacts } from '../domain/unions/union.ts'
import { defineCommand, defineQuery, type Area } from './core.ts'
import { codeText, filledText, isoDate, looseText, nothing, rowIdText, validityDate, wholeNumber } from './fields.ts'
import { tableView } from './table-view.ts'

const TOUCHES: readonly Area[] = ['unions', 'enterprises', 'history']
const MOST_ROWS = 20_000
const stepLabel = looseText.pipe(z.string().max(200)).optional()
const line = looseText.pipe(z.string().max(1000)).nullable().default(null)
const optionalDay = isoDate.nullable().default(null)
const cellValue = z.union([z.string(), z.number(), z.boolean(), z.null()])
const columnId = z.string().min(1).max(100)

const unionFacts = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  typeName: z.string(),
  unit: z.string().nullable(),
  unitName: z.string().nullable(),
  unitShortName: z.string().nullable(),
  enterpriseId: z.string().nullable(),
  enterpriseName: z.string().nullable(),
  sector: z.string().nullable(),
  ward: z.string().nullable(),
  zone: z.string().nullable(),
  foundedOn: z.string().nullable(),
  decisionNumber: z.string().nullable(),
  decisionOn: z.string().nullable(),
  decisionIssuer: z.string().nullable(),
  membersAtFounding: z.number().nullable(),
  chair: z.string().nullable(),
  phone: z.string().nullable(),
  endedOn: z.string().nullable(),
  endReason: z.string().nullable(),
  endReasonName: z.string().nullable(),
  restructured: z.boolean(),
  endDecisionNumber: z.string().nullable(),
  endDecisionOn: z.string().nullable(),
  successorId: z.string().nullable(),
  successorName: z.string().nullable(),
  previousId: z.string().nullable(),
  previousName: z.string().nullable(),
  note: z.string().nullable(),
  members: z.number().nullable(),
  womenMembers: z.number().nullable(),
  membersOn: z.string().nullable(),
  membersSource: z.string().nullable(),
  workers: z.number().nullable(),
}) satisfies z.ZodType<UnionFacts>

const warning = z.object({ code: z.enum(UNION_WARNING_CODES), column: z.string(), message: z.string() })

/** A union with its state on the day asked for and what is worth a look. */
export const unionRow = z.object({
  ...unionFacts.shape,
  state: z.enum(['active', 'ended', 'future']),
  warnings: z.array(warning),
})
export type UnionRow = z.output<typeof unionRow>

export const memberCountRow = z.object({
  id: z.string(),
  countedOn: z.string(),
  members: z.number(),
  women: z.number().nullable(),
  source: z.string().nullable(),
  /** false: worked out from the founding or from a survey of the enterprise, so it cannot be removed here. */
  own: z.boolean(),
})
export type MemberCountRow = z.output<typeof memberCountRow>

const counts = {
  opening: z.number(),
  founded: z.number(),
  foundedNonState: z.number(),
  foundedFromSize: z.number().nullable(),
  foundedMembers: z.number(),
  continued: z.number(),
  ended: z.number(),
  endedNatural: z.number(),
  endedRestructuring: z.number(),
  closing: z.number(),
  closingOccupational: z.number(),
}

const minimum = z.object({
  /** Code of a unit type of level grassroots. */
  type: codeText,
  members: z.number().int().min(0).max(1_000_000),
  validFrom: validityDate.nullable().default(null),
  validTo: validityDate.nullable().default(null),
})
const rules = z.object({ minimums: z.array(minimum).max(100), earliest: validityDate })

const fields = {
  name: filledText.pipe(z.string().max(500)),
  type: codeText.default('CDCS'),
  unit: z.string().nullable().default(null),
  enterpriseId: z.string().nullable().default(null),
  ward: line,
  zone: line,
  foundedOn: optionalDay,
  decisionNumber: line,
  decisionOn: optionalDay,
  decisionIssuer: line,
  membersAtFounding: wholeNumber.nullable().default(null),
  chair: line,
  phone: line,
  endedOn: optionalDay,
  endReason: z.string().nullable().default(null),
  endDecisionNumber: line,
  endDecisionOn: optionalDay,
  successorId: z.string().nullable().default(null),
  previousId: z.string().nullable().default(null),
  note: line,
}

export const unionsContract = {
  /** All that pass, in the order of the view: unions are some thousands, so a list is given whole. */
  'unions.list': defineQuery(
    z.object({
      ...tableView.shape,
      /** Day of states and member counts; today when left out. */
      asOf: isoDate.nullable().default(null),
      /** Code of a unit; unions of everything below it too. */
      unit: z.string().nullable().default(null),
      state: z.enum(['active', 'ended', 'future']).nullable().default(null),
      /** All its words are found in name, enterprise, decision number or chair, without case and accents. */
      search: z.string().max(1000).default(''),
      enterprise: z.string().nullable().default(null),
    }),
    z.object({
      asOf: z.string(),
      count: z.number(),
      /** Of the rows listed: members of those active on the day. */
      members: z.number(),
      active: z.number(),
      rows: z.array(unionRow),
    }),
  ),
  'unions.get': defineQuery(
    z.object({ id: rowIdText, asOf: isoDate.nullable().default(null) }),
    z.object({ union: unionRow, members: z.array(memberCountRow) }),
  ),
  /** Founded and ended between two days (both included) by the days of decisions, for each unit and altogether. */
  'unions.counts': defineQuery(
    z.object({
      from: isoDate,
      to: isoDate,
      unit: z.string().nullable().default(null),
      continued: z.boolean().default(false),
      minWorkers: z.number().int().min(0).max(1_000_000).nullable().default(null),
    }),
    z.object({
      from: z.string(),
      to: z.string(),
      total: z.object(counts),
      /** Units that have any, in their order; `unit` null: unions without a managing unit. */
      units: z.array(z.object({ unit: z.string().nullable(), name: z.string(), ...counts })),
    }),
  ),
  /** Adds a union (id null) or changes one whole. */
  'unions.save': defineCommand(z.object({ id: rowIdText.nullable().default(null), ...fields }), unionRow, TOUCHES),
  /**
   * Cells of many rows and rows that are added, as one step. Values are those of the columns
   * (domain/unions/columns.ts), or texts as people type them. Good cells are written; the others come back with the
   * reason. In `refused`, a new row is named `new:<index>`.
   */
  'unions.updateMany': defineCommand(
    z.object({
      edits: z
        .array(z.object({ id: rowIdText, column: columnId, value: cellValue }))
        .max(1_000_000)
        .default([]),
      added: z
        .array(z.object({ cells: z.array(z.object({ column: columnId, value: cellValue })).max(200) }))
        .max(MOST_ROWS)
        .default([]),
      /** Unit of added rows that do not name one. */
      unit: z.string().nullable().default(null),
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
  /**
   * The recognition decision (Thêm quyết định): a union begins. From an enterprise it takes name, unit, ward and
   * zone where they are not given, notes in the registry that it has a union, and moves it to the stage of the funnel.
   */
  'unions.found': defineCommand(
    z.object({
      enterpriseId: z.string().nullable().default(null),
      name: filledText.pipe(z.string().max(500)).optional(),
      type: codeText.default('CDCS'),
      unit: z.string().nullable().default(null),
      decisionNumber: line,
      decisionOn: isoDate,
      decisionIssuer: line,
      /** The day it was founded, when that is not the day of the decision. */
      foundedOn: optionalDay,
      members: wholeNumber.nullable().default(null),
      women: wholeNumber.nullable().default(null),
      chair: line,
      phone: line,
      previousId: z.string().nullable().default(null),
      note: line,
      /** Code of the stage the enterprise comes to; null leaves it where it is. */
      stage: z.string().nullable().default('QD_CONG_NHAN'),
    }),
    unionRow,
    TOUCHES,
  ),
  /** Unions end on a day, for one reason and by one decision. */
  'unions.end': defineCommand(
    z.object({
      ids: z.array(rowIdText).min(1).max(MOST_ROWS),
      on: isoDate,
      /** Code of a reason of kind ending. */
      reason: z.string().nullable().default(null),
      decisionNumber: line,
      decisionOn: optionalDay,
      /** The union that takes the members over. */
      successorId: z.string().nullable().default(null),
      /** How many go over; left out: all they had on that day. 0: nobody. */
      membersMoved: wholeNumber.optional(),
      note: line,
    }),
    z.object({ ended: z.number(), membersMoved: z.number() }),
    TOUCHES,
  ),
  /** With their member counts. Unions that others name as successor or predecessor stay and are listed. */
  'unions.remove': defineCommand(
    z.object({ ids: z.array(rowIdText).min(1).max(MOST_ROWS), label: stepLabel }),
    z.object({
      removed: z.number(),
      kept: z.array(z.object({ id: z.string(), name: z.string(), reason: z.string() })),
    }),
    TOUCHES,
  ),
  /** How many members on a day; the same day again is a correction. */
  'unions.addMembers': defineCommand(
    z.object({
      id: rowIdText,
      countedOn: isoDate,
      members: wholeNumber,
      women: wholeNumber.nullable().default(null),
      source: line,
    }),
    memberCountRow,
    TOUCHES,
  ),
  'unions.removeMembers': defineCommand(z.object({ id: rowIdText }), nothing, TOUCHES),
  /** What the checks go by: members needed at founding, by type and time. */
  'unionRules.get': defineQuery(nothing, rules),
  'unionRules.set': defineCommand(rules.partial(), rules, ['unions', 'settings', 'history']),
}
