import { z } from 'zod'
import { VERSION_STATES } from '../domain/targets/plan-version.ts'
import { defineCommand, defineQuery } from './core.ts'
import { filledText, isoDate } from './fields.ts'
import { anyVersion, assignerName, planCode, targetCell, targetKind, versionName } from './target-fields.ts'

export const planVersionRow = z.object({
  /** Code of the plan. */
  plan: z.string(),
  number: z.number(),
  name: z.string(),
  state: z.enum(VERSION_STATES),
  /** Number of the version it was copied from. */
  basedOn: z.number().nullable(),
  decisionNumber: z.string().nullable(),
  decidedOn: z.string().nullable(),
  decidedBy: z.string().nullable(),
  /** Counts from this day; null: since the plan begins. */
  effectiveOn: z.string().nullable(),
  reason: z.string().nullable(),
  madeAt: z.string(),
  /** It is what counts on the day asked for. */
  inForce: z.boolean(),
  editable: z.boolean(),
  /** How many targets it holds. */
  targets: z.number(),
})
export type PlanVersionRow = z.output<typeof planVersionRow>

const comparedFigure = {
  a: z.number().nullable(),
  b: z.number().nullable(),
  /** b − a; null when neither is there. */
  difference: z.number().nullable(),
  /** 100 × b ÷ a; null without a or with a zero a. */
  percent: z.number().nullable(),
}

export const comparedRow = z.object({
  level: z.enum(['unit', 'group', 'total']),
  unit: z.string().nullable(),
  name: z.string(),
  depth: z.number(),
  indicator: z.string(),
  indicatorName: z.string(),
  assigner: z.string(),
  assignerCode: z.string(),
  kind: targetKind,
  ...comparedFigure,
})
export type ComparedTarget = z.output<typeof comparedRow>

const decision = {
  /** Số, ký hiệu: "45/QĐ-LĐLĐ". */
  decisionNumber: filledText.nullable(),
  decidedOn: isoDate.nullable(),
  /** Cơ quan ban hành. */
  decidedBy: filledText.nullable(),
  effectiveOn: isoDate.nullable(),
  reason: filledText.nullable(),
}

export const planVersionsContract = {
  /** In the order of their numbers. `asOf` null: today. */
  'plans.versions': defineQuery(
    z.object({ plan: planCode, asOf: isoDate.nullable().default(null) }),
    z.array(planVersionRow),
  ),
  /** A further draft beside the others, with the same targets; null copies the one that counts. */
  'plans.copyVersion': defineCommand(
    z.object({ plan: planCode, version: anyVersion, name: filledText.optional() }),
    planVersionRow,
    ['plans', 'targets'],
  ),
  /** Its name; of an adjustment in preparation also the decision. */
  'plans.updateVersion': defineCommand(
    z.object({
      plan: planCode,
      version: versionName,
      patch: z.object({ name: filledText, ...decision }).partial(),
    }),
    planVersionRow,
    ['plans'],
  ),
  /** Makes a draft the one that counts. */
  'plans.chooseVersion': defineCommand(z.object({ plan: planCode, version: versionName }), planVersionRow, [
    'plans',
    'targets',
  ]),
  /** A draft or an adjustment in preparation goes with its targets; not the last one, nothing issued. */
  'plans.removeVersion': defineCommand(
    z.object({ plan: planCode, version: versionName }),
    z.object({ removed: z.string(), current: z.string() }),
    ['plans', 'targets'],
  ),
  /**
   * Begins the adjustment of an issued plan: a copy of its newest issued version that can be edited, and counts
   * from the effective day once it is issued (`plans.issue`). With `cells` they are written in the same step.
   */
  'plans.adjust': defineCommand(
    z.object({
      plan: planCode,
      decisionNumber: filledText,
      decidedOn: isoDate.nullable().default(null),
      decidedBy: filledText.nullable().default(null),
      /** Null: the day of the decision, else today. */
      effectiveOn: isoDate.nullable().default(null),
      reason: filledText,
      name: filledText.optional(),
      cells: z.array(targetCell).max(200_000).default([]),
    }),
    planVersionRow,
    ['plans', 'targets'],
  ),
  /**
   * Issues a plan by its draft (null: the chosen one), or an adjustment in preparation. From then on its numbers
   * stay as they are; this is not undone but corrected by a further adjustment.
   */
  'plans.issue': defineCommand(
    z.object({
      plan: planCode,
      version: anyVersion,
      decisionNumber: filledText.nullable().default(null),
      decidedOn: isoDate.nullable().default(null),
      decidedBy: filledText.nullable().default(null),
      effectiveOn: isoDate.nullable().default(null),
    }),
    planVersionRow,
    ['plans', 'targets'],
  ),
  /**
   * Two versions unit by unit, indicator by indicator, each with group sums and TỔNG CỘNG. `onlyDifferent` leaves
   * out units and groups that are the same in both; totals always stay.
   */
  'plans.compare': defineQuery(
    z.object({
      plan: planCode,
      a: versionName,
      b: versionName,
      /** Null: every assigner and kind. */
      assigner: assignerName.nullable().default(null),
      kind: targetKind.nullable().default(null),
      onlyDifferent: z.boolean().default(true),
    }),
    z.object({
      plan: z.string(),
      a: planVersionRow,
      b: planVersionRow,
      rows: z.array(comparedRow),
      /** Own targets that differ, also those only one of the two has; sums are not counted again. */
      differing: z.number(),
    }),
  ),
}
