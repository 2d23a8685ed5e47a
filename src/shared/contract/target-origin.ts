import { z } from 'zod'
import { ALLOCATION_WEIGHTS } from '../domain/targets/why.ts'

export const whyAllocated = z.object({
  why: z.string(),
  allocated: z.number(),
  total: z.number(),
  by: z.enum(ALLOCATION_WEIGHTS),
  madeAt: z.string(),
  changedSince: z.boolean(),
})

/** Who did it, when, and what the list of steps calls it. */
const stepTaken = z.object({ label: z.string(), who: z.string(), at: z.string() })

export const targetOrigin = z.object({
  value: z.number().nullable(),
  /** Null: there is no own entry; the figure, if any, is summed. */
  own: z.number().nullable(),
  locked: z.boolean(),
  note: z.string().nullable(),
  /** The step that wrote the own entry last, in whichever version it was copied from. */
  typed: stepTaken.nullable(),
  allocated: whyAllocated
    .extend({
      /** Of the unit's line in the record: its weight, exact share, floor, cap; all units' rest and weights. */
      weight: z.number(),
      exact: z.string(),
      floor: z.number(),
      cap: z.number().nullable(),
      reason: z.string(),
      units: z.number(),
    })
    .nullable(),
  /** The decision that changed it last, and what stood there before. */
  adjusted: z
    .object({
      before: z.number().nullable(),
      version: z.string(),
      decisionNumber: z.string().nullable(),
      decidedOn: z.string().nullable(),
      decidedBy: z.string().nullable(),
      effectiveOn: z.string().nullable(),
      reason: z.string().nullable(),
      issued: z.boolean(),
    })
    .nullable(),
  /** What is summed: children of the unit, members of the group; `own` false where theirs is a sum again. */
  parts: z.array(z.object({ unit: z.string(), name: z.string(), value: z.number(), own: z.boolean() })),
  ofChildren: z.number().nullable(),
})
export type TargetOrigin = z.output<typeof targetOrigin>
