import { z } from 'zod'
import { BAND_TONES } from '../domain/results/bands.ts'
import { PACES } from '../domain/results/pace.ts'
import { QUALIFIERS } from '../domain/results/qualifier.ts'
import { SOURCE_USES } from '../domain/results/sources.ts'
import { defineCommand, defineQuery } from './core.ts'
import { codeText, figure, filledText, isoDate, nothing, rowIdText } from './fields.ts'
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
  /** Why a figure of a closed period changes; without it such a figure is refused. */
  adjustReason: filledText.nullable().optional(),
})

/** Something worth a look about a figure that was taken. */
export const reportFinding = z.object({
  kind: z.enum(['cumulative-falls', 'not-from-year-start', 'splits-increment', 'crosses-other-year', 'percent']),
  message: z.string(),
  /** Of a percent: what the report states and what we compute. */
  stated: z.number().optional(),
  computed: z.number().optional(),
})

/** A cell of a file that was taken in. */
export const fileCell = z.object({
  id: z.string(),
  name: z.string(),
  sheet: z.string().nullable(),
  cell: z.string().nullable(),
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
  /** The file and cell it was read from; null for a figure that was typed. */
  file: fileCell.extend({ text: z.string().nullable() }).nullable(),
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

/** How a row stands on another day: a week ago, or the same day of the year before in the plan of that year. */
export const comparison = z.object({
  asOf: z.string(),
  /** Code of the plan it was read from; null: no plan was made for that time, results are there all the same. */
  plan: z.string().nullable(),
  target: z.number().nullable(),
  result: z.number().nullable(),
  /** The last day the result compared with speaks of: half a year's report may be all there was on 31 August. */
  resultAsOf: z.string().nullable(),
  percent: z.number().nullable(),
  percentText: z.string().nullable(),
  /** Result now − result then, and that in percent of then. */
  change: z.number().nullable(),
  changePercent: z.number().nullable(),
})

export const statusBand = z.object({ code: z.string(), name: z.string(), tone: z.enum(BAND_TONES) })

/** A row of progress with how it stands in time and beside other targets for the same result. */
export const measuredRow = progressRow.extend({
  /** Share of the plan's days gone by, in percent with one decimal. */
  elapsed: z.number(),
  pace: z.enum(PACES).nullable(),
  /** What each month still to come has to bring; null where nothing is left to do or no day is left. */
  neededPerMonth: z.number().nullable(),
  band: statusBand.nullable(),
  /** The whole this indicator is a part of ("trong đó"), and what percent of the whole's result it is. */
  parent: z.string().nullable(),
  share: z.number().nullable(),
  /** Targets other assigners set for the same figure. */
  others: z.array(
    progressRow.pick({
      assigner: true,
      assignerCode: true,
      kind: true,
      target: true,
      percent: true,
      percentText: true,
      remaining: true,
      rank: true,
    }),
  ),
  /** With `compare`. */
  compared: comparison.nullable(),
  /** With `by: period`: the year of a term, the campaign of a year, the phase of a campaign the row speaks of. */
  period: z.object({ plan: z.string(), name: z.string(), from: z.string(), to: z.string() }).nullable(),
})
export type MeasuredRow = z.output<typeof measuredRow>

/** What adds units up: a group of the annex, all units of a type, TỔNG CỘNG. */
export const SUM_LEVELS = ['group', 'type', 'total'] as const
export const PROGRESS_VIEWS = ['unit', 'group', 'type', 'assigner', 'period'] as const
export const UNIT_VIEWS = ['then', 'now'] as const

export const progressAnswer = z.object({
  plan: z.string(),
  planName: z.string(),
  from: z.string(),
  to: z.string(),
  asOf: z.string(),
  /** then: units as they stood on the day; now: as they are today, with what merged ones did. */
  view: z.enum(UNIT_VIEWS),
  /** The day whose units the rows name. */
  unitsOn: z.string(),
  elapsed: z.number(),
  daysLeft: z.number(),
  /** The day compared with; null without. */
  comparedOn: z.string().nullable(),
  rows: z.array(measuredRow),
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

/** Another day to compare with, or the same day of the year before. */
const comparedWith = z
  .union([z.literal('last-year'), isoDate])
  .nullable()
  .default(null)

const progressInput = z.object({
  plan: planCode,
  asOf: isoDate.nullable().default(null),
  /** Which rows: units, groups of the annex, unit types, the whole by assigner, or by years and phases; null: all. */
  by: z.enum(PROGRESS_VIEWS).nullable().default(null),
  /** Only the parts ("trong đó") of a cut: "non_state", "25", or the code of the whole. */
  cut: z.string().trim().min(1).nullable().default(null),
  view: z.enum(UNIT_VIEWS).default('then'),
  compare: comparedWith,
  /** Only this unit and those below it. */
  unit: codeText.nullable().default(null),
})

/** One report's figure a number rests on. */
export const sourceRow = z.object({
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
  receivedOn: z.string().nullable(),
  /** The paper it came in, as somebody typed it. */
  source: z.string().nullable(),
  file: reportedRow.shape.file,
  /** counted: added; opening: taken off, since the plan counts from a later day; covered: a later report has it. */
  use: z.enum(SOURCE_USES),
})

export const sourcesAnswer = z.object({
  /** Null: days no plan was made for, which a number is compared with. */
  plan: z.string().nullable(),
  asOf: z.string(),
  unit: z.string().nullable(),
  name: z.string(),
  indicator: z.string(),
  /** The figure as progress shows it, to hold the rows against. */
  basis,
  result: z.number().nullable(),
  qualifierWord: z.string().nullable(),
  reports: z.array(sourceRow),
  /** How many of all are covered, whether they were asked for or not. */
  coveredCount: z.number(),
  /** Of a ratio over the survey: the round it is counted in. */
  round: z
    .object({ name: z.string(), surveyedOn: z.string(), source: z.string().nullable(), file: z.string().nullable() })
    .nullable(),
  targets: z.array(
    z.object({
      unit: z.string(),
      unitName: z.string(),
      assigner: z.string(),
      kind: targetKind,
      value: z.number().nullable(),
      version: z.number(),
      versionName: z.string(),
      /** Decision that made the version, as told: "QĐ 12/QĐ-LĐLĐ ngày 15/7/2024". */
      decision: z.string().nullable(),
      effectiveOn: z.string().nullable(),
      note: z.string().nullable(),
      /** False: of an earlier version. */
      inForce: z.boolean(),
    }),
  ),
})
export type SourcesAnswer = z.output<typeof sourcesAnswer>

export const resultsContract = {
  /** The same unit, indicator, period and basis again is a correction. */
  'reports.add': defineCommand(reportEntry, reportAnswer, ['results']),
  /** Several figures as one step, all or none: a row typed in the grid, a pasted range. */
  'reports.addMany': defineCommand(
    z.object({
      entries: z.array(reportEntry),
      label: z.string().optional(),
      /** Only names, by its place, each figure that could not be taken; one of a closed period could, with a reason. */
      dryRun: z.boolean().default(false),
    }),
    z.object({
      entries: z.array(reportAnswer),
      refused: z.array(z.object({ entry: z.number(), reason: z.string() })).exactOptional(),
    }),
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
  'progress.get': defineQuery(progressInput, progressAnswer),
  /**
   * What a number rests on: rows of reports with their files, versions of its targets. `unit` null: the whole. With
   * `compare` it is the number `progress.get` compares with that is traced: a day before the plan is read from the plan
   * of its own time.
   */
  'progress.sources': defineQuery(
    z.object({
      plan: planCode,
      asOf: isoDate.nullable().default(null),
      unit: codeText.nullable().default(null),
      indicator: codeText,
      view: z.enum(UNIT_VIEWS).default('then'),
      compare: comparedWith,
      /** The number is a sum over units; `unit` is then the code of their type, null for TỔNG CỘNG. */
      sum: z.enum(SUM_LEVELS).nullable().default(null),
      /** False: without the reports a later one has gone over; of a large province they are most. */
      covered: z.boolean().default(true),
      /** Of a phase: what its own days brought, or the year's total; null: as the unit's targets of it are counted. */
      basis: basis.nullable().default(null),
    }),
    sourcesAnswer,
  ),
}
