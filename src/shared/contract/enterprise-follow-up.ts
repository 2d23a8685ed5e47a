import { z } from 'zod'
import { defineCommand, defineQuery, type Area } from './core.ts'
import { contactRow, funnelCounts, observationRow, stageEntryRow, surveyRoundRow } from './enterprise-rows.ts'
import { filledText, isoDate, looseText, nothing, rowIdText } from './fields.ts'

const TOUCHES: readonly Area[] = ['enterprises', 'history']
const MOST_ROWS = 100_000
const stepLabel = looseText.pipe(z.string().max(200)).optional()

const contactFields = {
  onDate: isoDate,
  officerId: z.string().nullable().default(null),
  kind: looseText.nullable().default(null),
  content: looseText.nullable().default(null),
  result: looseText.nullable().default(null),
  nextOn: isoDate.nullable().default(null),
}

const sizeBands = z.object({
  /** Lower bounds, rising from 0: [0, 5, 10, 20, 25, …]. */
  bands: z.array(z.number().int()),
  /** Sizes from which a union is pressed for; any N. */
  thresholds: z.array(z.number().int()),
})

/** The way of enterprises to a union: stages, contacts, who is in charge, what surveys said, sizes. */
export const followUpContract = {
  /** How far the enterprises are on the way to a union, as of a day. */
  'enterprises.funnel': defineQuery(
    z.object({
      unit: z.string().nullable().default(null),
      asOf: isoDate.nullable().default(null),
      /** Only enterprises of at least so many workers. */
      minWorkers: z.number().int().min(0).nullable().default(null),
    }),
    z.object({
      asOf: z.string(),
      total: funnelCounts,
      /** Enterprises nobody put into a stage. */
      withoutStage: funnelCounts,
      stages: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          shortName: z.string(),
          branch: z.enum(['main', 'difficult']),
          ...funnelCounts.shape,
          /** In this stage or any later one of the main way. */
          reached: z.number(),
        }),
      ),
      /** Of the unit's direct children with their subtrees, and of the unit itself. */
      units: z.array(
        z.object({
          code: z.string().nullable(),
          name: z.string(),
          ...funnelCounts.shape,
          withoutStage: z.number(),
          byStage: z.record(z.string(), z.number()),
        }),
      ),
    }),
  ),
  'enterprises.setStage': defineCommand(
    z.object({
      ids: z.array(rowIdText).min(1).max(MOST_ROWS),
      /** Code of a stage. */
      stage: z.string(),
      onDate: isoDate.optional(),
      note: looseText.nullable().default(null),
      label: stepLabel,
    }),
    z.object({ changed: z.number(), unchanged: z.number() }),
    TOUCHES,
  ),
  /** Oldest first. */
  'enterprises.stages': defineQuery(z.object({ id: rowIdText }), z.array(stageEntryRow)),
  'enterprises.saveStage': defineCommand(
    z.object({ id: rowIdText, stage: z.string(), onDate: isoDate, note: looseText.nullable().default(null) }),
    stageEntryRow,
    TOUCHES,
  ),
  'enterprises.removeStage': defineCommand(z.object({ id: rowIdText }), nothing, TOUCHES),

  /** Newest first. */
  'enterprises.contacts': defineQuery(z.object({ id: rowIdText }), z.array(contactRow)),
  'enterprises.saveContact': defineCommand(
    z.object({ id: rowIdText.nullable().default(null), enterpriseId: rowIdText, ...contactFields }),
    contactRow,
    TOUCHES,
  ),
  'enterprises.removeContact': defineCommand(z.object({ id: rowIdText }), nothing, TOUCHES),
  'enterprises.assignOfficer': defineCommand(
    z.object({
      ids: z.array(rowIdText).min(1).max(MOST_ROWS),
      /** Id of a person; null takes the charge away. */
      officerId: z.string().nullable(),
      /** The day the charge begins, the one that is looked at; null: today. */
      asOf: isoDate.nullable().default(null),
      label: stepLabel,
    }),
    z.object({ changed: z.number(), unchanged: z.number() }),
    TOUCHES,
  ),

  /** What each survey round said of one enterprise, newest first. */
  'enterprises.observations': defineQuery(z.object({ id: rowIdText }), z.array(observationRow)),
  /** Newest first. */
  'surveyRounds.list': defineQuery(nothing, z.array(surveyRoundRow)),
  'surveyRounds.update': defineCommand(
    z.object({ id: rowIdText, name: filledText.optional(), frozen: z.boolean().optional() }),
    surveyRoundRow,
    TOUCHES,
  ),

  'sizeBands.get': defineQuery(nothing, sizeBands),
  'sizeBands.set': defineCommand(
    z.object({
      bands: z.array(z.number().int().min(0).max(1_000_000)).min(1).max(50).optional(),
      thresholds: z.array(z.number().int().min(1).max(1_000_000)).max(50).optional(),
    }),
    sizeBands,
    [...TOUCHES, 'settings'],
  ),
  /** Enterprises by size band, and those of at least each threshold. */
  'sizeBands.counts': defineQuery(
    z.object({ unit: z.string().nullable().default(null), asOf: isoDate.nullable().default(null) }),
    z.object({
      bands: z.array(z.object({ from: z.number(), text: z.string(), withoutUnion: z.number(), ...funnelCounts.shape })),
      /** Where no survey says how many workers there are. */
      unknown: z.object({ withoutUnion: z.number(), ...funnelCounts.shape }),
      thresholds: z.array(z.object({ from: z.number(), withoutUnion: z.number(), ...funnelCounts.shape })),
    }),
  ),
}
