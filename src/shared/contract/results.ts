import { z } from 'zod'
import { QUALIFIERS } from '../domain/results/qualifier.ts'
import { defineCommand, defineQuery } from './core.ts'
import { codeText, figure, isoDate, nothing, rowIdText } from './fields.ts'
import { basis, planCode, targetKind } from './targets.ts'

const qualifier = z.enum(QUALIFIERS)

/** One figure of one unit. */
export const reportEntry = z.object({
  unit: codeText,
  indicator: codeText,
  /** First day of the period; null: the reporting year's first day. */
  from: isoDate.nullable().default(null),
  asOf: isoDate,
  basis: basis.default('cumulative'),
  value: figure,
  /** "hơn", "gần", "khoảng" or a sign; null = exact. */
  qualifier: z.string().nullable().default(null),
  /** The percent the report itself states, kept beside ours. */
  statedPercent: figure.min(0).nullable().default(null),
  source: z.string().nullable().default(null),
})

/** Something worth a look about a figure that was taken. */
export const reportFinding = z.object({
  kind: z.enum(['cumulative-falls', 'not-from-year-start', 'splits-increment', 'percent']),
  message: z.string(),
  /** Of a percent: what the report states and what we compute. */
  stated: z.number().optional(),
  computed: z.number().optional(),
})

export const reportedRow = z.object({
  id: z.string(),
  unit: z.string(),
  unitName: z.string(),
  indicator: z.string(),
  from: z.string(),
  asOf: z.string(),
  basis,
  value: z.number(),
  qualifier: qualifier.nullable(),
  qualifierWord: z.string().nullable(),
  statedPercent: z.number().nullable(),
  receivedOn: z.string().nullable(),
  source: z.string().nullable(),
})
export type ReportedRow = z.output<typeof reportedRow>

export const reportAnswer = reportedRow.extend({
  /** The value this one corrects; null for a first report. History keeps it. */
  corrected: z.number().nullable(),
  findings: z.array(reportFinding),
})
export type ReportAnswer = z.output<typeof reportAnswer>

export const progressRow = z.object({
  level: z.enum(['unit', 'group', 'total']),
  unit: z.string().nullable(),
  name: z.string(),
  depth: z.number(),
  indicator: z.string(),
  assigner: z.string().nullable(),
  assignerCode: z.string().nullable(),
  kind: targetKind.nullable(),
  basis,
  target: z.number().nullable(),
  result: z.number().nullable(),
  qualifier: qualifier.nullable(),
  qualifierWord: z.string().nullable(),
  percent: z.number().nullable(),
  percentText: z.string().nullable(),
  remaining: z.number().nullable(),
  rank: z.number().nullable(),
  reported: z.boolean(),
  resultAsOf: z.string().nullable(),
  targetDifference: z.number().nullable(),
  resultDifference: z.number().nullable(),
  resultWithoutTarget: z.number().nullable(),
  statedPercent: z.number().nullable(),
  implied: z.object({ low: z.number().nullable(), high: z.number().nullable() }).nullable(),
  notes: z.array(
    z.union([
      z.object({ code: z.literal('OPENING_FROM_EARLIER'), wanted: z.string(), used: z.string().nullable() }),
      z.object({ code: z.literal('NOT_BEGUN'), from: z.string() }),
    ]),
  ),
})

export const progressAnswer = z.object({
  plan: z.string(),
  planName: z.string(),
  asOf: z.string(),
  rows: z.array(progressRow),
  findings: z.array(
    z.object({
      kind: z.literal('percent'),
      unit: z.string(),
      name: z.string(),
      indicator: z.string(),
      assigner: z.string(),
      asOf: z.string(),
      stated: z.number(),
      computed: z.number(),
    }),
  ),
  /** Direct children of the root with a target and no report in the plan's period up to the day. */
  silent: z.array(z.object({ unit: z.string(), name: z.string() })),
})
export type ProgressAnswer = z.output<typeof progressAnswer>

export const resultsContract = {
  /** The same unit, indicator, period and basis again is a correction. */
  'reports.add': defineCommand(reportEntry, reportAnswer, ['results']),
  /** Several figures as one step, all or none: a row typed in the grid, a pasted range. */
  'reports.addMany': defineCommand(
    z.object({ entries: z.array(reportEntry), label: z.string().optional() }),
    z.object({ entries: z.array(reportAnswer) }),
    ['results'],
  ),
  'reports.list': defineQuery(
    z.object({
      unit: codeText.nullable().default(null),
      indicator: codeText.nullable().default(null),
      /** Only figures that speak of days of this plan. */
      plan: codeText.nullable().default(null),
    }),
    z.array(reportedRow),
  ),
  'reports.remove': defineCommand(z.object({ id: rowIdText }), nothing, ['results']),
  'progress.get': defineQuery(z.object({ plan: planCode, asOf: isoDate.nullable().default(null) }), progressAnswer),
}
