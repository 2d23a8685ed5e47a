import { z } from 'zod'
import { INDICATOR_KINDS } from '../domain/indicators/indicator.ts'
import { CLOCK_STATES } from '../domain/overview/clock.ts'
import { PACES } from '../domain/results/pace.ts'
import { PLAN_KINDS } from '../domain/targets/target.ts'
import { defineQuery } from './core.ts'
import { codeText, isoDate } from './fields.ts'
import { progressRow, statusBand } from './results.ts'
import { planCode } from './targets.ts'

const pace = z.enum(PACES).nullable()
const point = z.object({ day: z.string(), value: z.number().nullable() })

const clock = z.object({
  state: z.enum(CLOCK_STATES),
  /** Percent of the plan's days gone by, one decimal. */
  elapsed: z.number(),
  days: z.number(),
  daysLeft: z.number(),
})

const measured = progressRow
  .pick({
    unit: true,
    name: true,
    target: true,
    result: true,
    qualifier: true,
    qualifierWord: true,
    percent: true,
    percentText: true,
    remaining: true,
    rank: true,
    reported: true,
    resultAsOf: true,
  })
  .extend({
    pace,
    /** The office's own word for how it stands; null where none is reached. */
    band: statusBand.nullable(),
  })

export const overviewFigure = z.object({
  indicator: z.string(),
  name: z.string(),
  shortName: z.string(),
  unitLabel: z.string(),
  kind: z.enum(INDICATOR_KINDS),
  result: z.number().nullable(),
  qualifier: progressRow.shape.qualifier,
  qualifierWord: z.string().nullable(),
  /** Last day the reports behind it speak of. */
  resultAsOf: z.string().nullable(),
  standings: z.array(
    measured.extend({
      assigner: z.string(),
      assignerCode: z.string(),
      kind: progressRow.shape.kind,
      /** What each of the remaining months has to bring; null where nothing is left to do or no time. */
      neededPerMonth: z.number().nullable(),
      /** The direct units that were given the same target, the furthest first. */
      units: z.array(measured),
    }),
  ),
  /** A week before the day. */
  weekBefore: z.object({ asOf: z.string(), result: z.number().nullable(), change: z.number().nullable() }),
  /** The same day a year before, counted in the year's own window. */
  yearBefore: z.object({ asOf: z.string(), result: z.number().nullable() }),
})
export type OverviewFigure = z.output<typeof overviewFigure>

export const overviewAnswer = z.object({
  plan: z.string(),
  planName: z.string(),
  from: z.string(),
  to: z.string(),
  asOf: z.string(),
  clock,
  figures: z.array(overviewFigure),
  /** Direct units with a target and no report of the plan's days; `last`: what they last reported of, whenever. */
  silent: z.array(z.object({ unit: z.string(), name: z.string(), last: z.string().nullable() })),
  /** Campaigns and phases that run on the day, begin within two months, or ended within one. */
  campaigns: z.array(
    z.object({
      plan: z.string(),
      name: z.string(),
      kind: z.enum(PLAN_KINDS),
      from: z.string(),
      to: z.string(),
      clock,
      figures: z.array(
        measured
          .pick({
            target: true,
            result: true,
            qualifier: true,
            qualifierWord: true,
            percentText: true,
            percent: true,
            remaining: true,
            pace: true,
            band: true,
          })
          .extend({
            basis: progressRow.shape.basis,
            indicator: z.string(),
            shortName: z.string(),
            unitLabel: z.string(),
            assigner: z.string(),
          }),
      ),
    }),
  ),
  /** What came in since a week before the day, and what speaks of those days. */
  changes: z.object({
    since: z.string(),
    reports: z.array(
      z.object({
        unit: z.string(),
        name: z.string(),
        asOf: z.string(),
        /** Null: nobody wrote down when it came. */
        receivedOn: z.string().nullable(),
        figures: z.number(),
      }),
    ),
    founded: z.array(z.object({ id: z.string(), name: z.string(), on: z.string(), unit: z.string().nullable() })),
    ended: z.array(z.object({ id: z.string(), name: z.string(), on: z.string(), unit: z.string().nullable() })),
    versions: z.array(z.object({ plan: z.string(), name: z.string(), number: z.number(), on: z.string() })),
  }),
  /** What visits, plans of their own and charges left to do and was not done by its day. */
  overdue: z.object({
    count: z.number(),
    /** The longest overdue, at most fifty. */
    rows: z.array(
      z.object({
        kind: z.enum(['followUp', 'remedy', 'step', 'assignment']),
        id: z.string(),
        what: z.string().nullable(),
        /** The unit, enterprise or union it is about. */
        about: z.string(),
        who: z.string().nullable(),
        dueOn: z.string(),
        daysLate: z.number(),
      }),
    ),
  }),
})
export type OverviewAnswer = z.output<typeof overviewAnswer>

const curveAnswer = z.object({
  /** At each month's end up to the day, and on it. */
  curve: z.array(point),
  /** The same days a year before, to the end; empty for a level. */
  curveBefore: z.array(point),
})

export const overviewContract = {
  /** The one page a secretary looks at, as of a day. */
  'overview.get': defineQuery(z.object({ plan: planCode, asOf: isoDate.nullable().default(null) }), overviewAnswer),
  /** The newest day inside a plan that any counted report speaks of; null where there is none. */
  'overview.newestDay': defineQuery(z.object({ plan: planCode }), z.object({ day: z.string().nullable() })),
  /** How one figure of it grew. */
  'overview.curve': defineQuery(
    z.object({ plan: planCode, asOf: isoDate.nullable().default(null), indicator: codeText }),
    curveAnswer,
  ),
}
