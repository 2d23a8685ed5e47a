import { z } from 'zod'
import { REMEDY_KINDS } from '../domain/organisation/words.ts'
import { defineCommand, defineQuery } from './core.ts'
import { funnelCounts } from './enterprise-rows.ts'
import { codeText, isoDate, nothing, rowIdText } from './fields.ts'

const text = z.string().nullable()

/** An enterprise on the way to a union, as lists of those to press for show it. */
export const reachRow = z.object({
  id: z.string(),
  taxCode: text,
  name: z.string(),
  unit: text,
  unitName: text,
  workers: z.number().nullable(),
  members: z.number().nullable(),
  /** Code and name of the stage on the day; null: nobody put it into one. */
  stage: text,
  stageName: text,
  stageOn: text,
  daysInStage: z.number().nullable(),
  officerId: text,
  officer: text,
  lastContactOn: text,
  nextContactOn: text,
})
export type ReachRow = z.output<typeof reachRow>

export const difficultRow = z.object({
  ...reachRow.shape,
  /** What the survey says is hard: names of reasons, then its own words. */
  difficulties: z.array(z.string()),
  remedyId: text,
  plan: text,
  dueOn: text,
  reportedOn: text,
  overdue: z.boolean(),
})

export const unreachedRow = z.object({
  id: z.string(),
  taxCode: text,
  name: z.string(),
  unit: text,
  unitName: text,
  /** As the round counted them. */
  workers: z.number(),
  members: z.number().nullable(),
  stage: text,
  stageName: text,
  officer: text,
  /** Whether it had one by the day of the round; always false unless all of the round are asked for. */
  hadUnion: z.boolean(),
  /** Whether a union was founded since the round, by the day asked for. */
  hasUnionNow: z.boolean(),
})

export const weakUnionRow = z.object({
  id: z.string(),
  name: z.string(),
  unit: text,
  unitName: text,
  members: z.number().nullable(),
  membersOn: text,
  workers: z.number().nullable(),
  kind: z.enum(REMEDY_KINDS),
  /** Why it is here, each a sentence. */
  reasons: z.array(z.object({ code: z.enum(['MEMBERLESS', 'FEW_MEMBERS', 'MARKED']), message: z.string() })),
  remedyId: text,
  officer: text,
  dueOn: text,
  overdue: z.boolean(),
  steps: z.number(),
  stepsDone: z.number(),
})
export type WeakUnionRow = z.output<typeof weakUnionRow>

const stuckLimits = z.object({
  limits: z
    .array(
      z.object({
        /** Code of a stage; null: every stage without one of its own. */
        stage: codeText.nullable(),
        days: z.number().int().min(0).max(36_500),
        validFrom: isoDate.nullable(),
        validTo: isoDate.nullable(),
      }),
    )
    .max(500),
})

/** Enterprises to reach and unions to mend. */
export const funnelContract = {
  /** The whole picture of enterprises to reach, as of a day. */
  'funnel.get': defineQuery(
    z.object({
      asOf: isoDate.nullable().default(null),
      unit: codeText.nullable().default(null),
      /** In a stage for more than so many days; null: as the office's limits of that day say, else 30. */
      stuckDays: z.number().int().min(0).max(36_500).nullable().default(null),
      /** N of "từ N lao động trở lên" in the list of enterprises without a union; null: as targets say, else 25. */
      minWorkers: z.number().int().min(0).max(1_000_000).nullable().default(null),
      /** Only enterprises of that many workers in the funnel itself. */
      funnelMinWorkers: z.number().int().min(0).max(1_000_000).nullable().default(null),
      /** The survey round of that list; null: the newest frozen one, else the newest. */
      round: rowIdText.nullable().default(null),
      /** That list with those that have a union as well: what the share of those with one is counted from. */
      allOfRound: z.boolean().default(false),
      /** How many rows each list gives; counts are of all. */
      limit: z.number().int().min(0).max(100_000).default(1000),
    }),
    z.object({
      asOf: z.string(),
      unit: text,
      /** Where a stage has no limit of its own. */
      stuckDays: z.number(),
      minWorkers: z.number(),
      total: funnelCounts,
      withoutStage: funnelCounts,
      stages: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          shortName: z.string(),
          branch: z.enum(['main', 'difficult']),
          ...funnelCounts.shape,
          reached: z.number(),
          /** The limit that counts in it that day. */
          stuckDays: z.number(),
          /** Of those in it: without a union and longer than that. */
          stuck: z.number(),
        }),
      ),
      units: z.array(
        z.object({
          code: text,
          name: z.string(),
          ...funnelCounts.shape,
          withoutStage: z.number(),
          byStage: z.record(z.string(), z.number()),
          stuck: z.number(),
          difficult: z.number(),
        }),
      ),
      stuckCount: z.number(),
      /** The longest first. */
      stuck: z.array(reachRow),
      difficultCount: z.number(),
      difficultWithoutPlan: z.number(),
      difficultWithoutOfficer: z.number(),
      difficult: z.array(difficultRow),
      /** Null where nothing was surveyed yet. */
      withoutUnion: z
        .object({
          roundId: z.string(),
          round: z.string(),
          surveyedOn: z.string(),
          frozen: z.boolean(),
          /** Enterprises of the round with at least `minWorkers`, with and without a union. */
          atLeast: z.number(),
          /** Of them without a union in the round, and of these still without one on the day. */
          count: z.number(),
          stillWithout: z.number(),
          rows: z.array(unreachedRow),
        })
        .nullable(),
    }),
  ),
  /** Active unions that are weak or have no members, with what is done about it. */
  'remedies.weakUnions': defineQuery(
    z.object({ asOf: isoDate.nullable().default(null), unit: codeText.nullable().default(null) }),
    z.array(weakUnionRow),
  ),
  /** After how many days in a stage an enterprise counts as stuck; several rows of a stage where it changed. */
  'stuckLimits.get': defineQuery(nothing, stuckLimits),
  'stuckLimits.set': defineCommand(stuckLimits, stuckLimits, ['enterprises', 'settings', 'history']),
}
