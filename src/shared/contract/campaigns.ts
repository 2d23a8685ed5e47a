import { z } from 'zod'
import { EXCLUSIONS } from '../domain/campaigns/ranking.ts'
import { CLOCK_STATES } from '../domain/overview/clock.ts'
import { BAND_MEASURES, BAND_TONES } from '../domain/results/bands.ts'
import { defineCommand, defineQuery } from './core.ts'
import { codeText, figure, filledText, isoDate, nothing, optionalDate } from './fields.ts'
import { planRow } from './plans.ts'
import { measuredRow } from './results.ts'
import { assignerName, basis, targetKind } from './target-fields.ts'

/** A day of any year: 05-01. */
const monthDay = z
  .string()
  .regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, { error: 'phải có dạng tháng-ngày, như 05-01' })

export const campaignPreset = z.object({
  code: codeText,
  name: filledText,
  from: monthDay,
  to: monthDay,
  phases: z.array(z.object({ name: filledText, from: monthDay, to: monthDay, basis })).max(12),
})

const campaignTarget = z.object({
  /** Null: the whole province. */
  unit: codeText.nullable().default(null),
  indicator: codeText,
  assigner: assignerName.default('BCH'),
  kind: targetKind.default('assigned'),
  /** increment: of the phase's own days; cumulative: the year's total by its end; null: as is usual for the phase. */
  basis: basis.nullable().default(null),
  value: figure.nullable(),
})

const openInput = z.object({
  /** Days, name and phases are taken from it where they are not given. */
  preset: codeText.nullable().default(null),
  /** Year of the preset's days; null: of the year plan it goes under, else of today. */
  year: z.number().int().min(1900).max(2199).nullable().default(null),
  code: codeText.nullable().default(null),
  name: filledText.nullable().default(null),
  from: isoDate.nullable().default(null),
  to: isoDate.nullable().default(null),
  /** The year plan it goes under; null: the one its first day lies in. */
  parent: codeText.nullable().default(null),
  targets: z.array(campaignTarget).max(2000).default([]),
  /** Null: those of the preset. */
  phases: z
    .array(
      z.object({
        code: codeText.nullable().default(null),
        name: filledText.nullable().default(null),
        from: isoDate,
        to: isoDate,
        basis: basis.default('increment'),
        targets: z.array(campaignTarget).max(2000).default([]),
      }),
    )
    .max(12)
    .nullable()
    .default(null),
  /** Targets of the preset's phases by their number, counted from 1. */
  phaseTargets: z
    .array(campaignTarget.extend({ phase: z.number().int().min(1).max(12) }))
    .max(2000)
    .default([]),
})

const clock = z.object({
  state: z.enum(CLOCK_STATES),
  elapsed: z.number(),
  days: z.number(),
  daysLeft: z.number(),
  /** "còn 12 ngày". */
  words: z.string(),
})

const timed = planRow.omit({ id: true, note: true }).extend({ clock })

export const campaignRow = timed.extend({ phases: z.array(timed) })
export type CampaignRow = z.output<typeof campaignRow>

export const ranking = z.object({
  /** The campaign or phase whose targets are ranked. */
  plan: z.string(),
  planName: z.string(),
  indicator: z.string(),
  indicatorName: z.string(),
  assigner: z.string(),
  assignerCode: z.string(),
  kind: targetKind,
  basis,
  rows: z.array(
    measuredRow
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
        reported: true,
        neededPerMonth: true,
        band: true,
      })
      .extend({ rank: z.number(), tied: z.boolean() }),
  ),
  excluded: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      result: z.number().nullable(),
      why: z.enum(EXCLUSIONS),
      sentence: z.string(),
    }),
  ),
})
export type CampaignRanking = z.output<typeof ranking>

export const campaignReport = timed.extend({
  asOf: z.string(),
  /** Sơ kết while it runs, tổng kết from its last day on. */
  verdict: z.enum(['interim', 'final']),
  /** The whole's figures over the campaign's own days. */
  rows: z.array(measuredRow),
  phases: z.array(timed.extend({ asOf: z.string(), rows: z.array(measuredRow), sentence: z.string() })),
  rankings: z.array(ranking),
  /** Direct units with a target and no report of the campaign's days. */
  silent: z.array(z.object({ unit: z.string(), name: z.string() })),
  sentences: z.array(z.string()),
  /** Type of the Word document made of it. */
  document: z.string(),
})
export type CampaignReport = z.output<typeof campaignReport>

export const bandRow = z.object({
  code: codeText,
  name: filledText,
  measure: z.enum(BAND_MEASURES),
  bound: z.number().min(0).max(100_000),
  above: z.boolean().default(false),
  tone: z.enum(BAND_TONES),
  validFrom: optionalDate,
  validTo: optionalDate,
})
export type BandRow = z.output<typeof bandRow>

export const campaignsContract = {
  'campaigns.presets': defineQuery(nothing, z.array(campaignPreset)),
  'campaigns.savePreset': defineCommand(campaignPreset, campaignPreset, ['plans']),
  /** A usual preset that was changed is as it was again; one of the office's own is gone. */
  'campaigns.removePreset': defineCommand(z.object({ code: codeText }), nothing, ['plans']),
  /** A campaign with its phases and their targets, as one step. */
  'campaigns.open': defineCommand(openInput, campaignRow, ['plans', 'targets']),
  'campaigns.list': defineQuery(z.object({ asOf: isoDate.nullable().default(null) }), z.array(campaignRow)),
  /** `campaign` null: the one that runs, else the last that began, else the next. */
  'campaigns.report': defineQuery(
    z.object({ campaign: codeText.nullable().default(null), asOf: isoDate.nullable().default(null) }),
    campaignReport,
  ),
  /** Leaves units out of the ranking of a campaign or phase, each for the same reason. */
  'campaigns.exclude': defineCommand(
    z.object({ plan: codeText, units: z.array(codeText).min(1).max(2000), reason: filledText }),
    z.object({ excluded: z.number() }),
    ['plans', 'results'],
  ),
  'campaigns.include': defineCommand(
    z.object({ plan: codeText, units: z.array(codeText).min(1).max(2000) }),
    z.object({ included: z.number() }),
    ['plans', 'results'],
  ),
  /** Bands of progress of any time, in the order they are tried. */
  'bands.list': defineQuery(nothing, z.array(bandRow)),
  /** All of them at once, in their order; none at all brings the usual ones back. */
  'bands.set': defineCommand(z.object({ bands: z.array(bandRow).max(40) }), z.array(bandRow), ['settings', 'results']),
}
