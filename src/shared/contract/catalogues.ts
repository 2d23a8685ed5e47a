import { z } from 'zod'
import { defineCommand, defineQuery } from './core.ts'
import { codeText, filledText, looseText, nothing, optionalDate, rowIdText, validityDate } from './fields.ts'

const newRow = rowIdText.nullable().default(null)
const dated = { validFrom: optionalDate, validTo: optionalDate }
/** What is typed of a person or a reason fits on a line; longer is a paste gone astray. */
const optionalLine = looseText.pipe(z.string().max(1000)).nullable().default(null)

/** An officer of the federation or of one of its units. */
export const personRow = z.object({
  id: z.string(),
  fullName: z.string(),
  position: z.string().nullable(),
  /** Code of the unit the person works at. */
  unit: z.string().nullable(),
  unitName: z.string().nullable(),
  phone: z.string().nullable(),
  note: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
})
export type PersonRow = z.output<typeof personRow>

/** A step on the way to a union; those of the branch `difficult` are entered and left at any step. */
export const stageRow = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  branch: z.enum(['main', 'difficult']),
  sortOrder: z.number(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
})
export type StageRow = z.output<typeof stageRow>

export const REASON_KINDS = ['difficulty', 'loss', 'ending'] as const
export const reasonRow = z.object({
  id: z.string(),
  code: z.string(),
  kind: z.enum(REASON_KINDS),
  name: z.string(),
  /** Losses and endings by restructuring are counted apart from natural ones. */
  restructuring: z.boolean(),
  sortOrder: z.number(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
})
export type ReasonRow = z.output<typeof reasonRow>

/** Rows valid on `asOf`; all of them when it is null. */
const asOf = { asOf: validityDate.nullable().default(null) }
const oneRow = z.object({ id: rowIdText })

export const cataloguesContract = {
  /** In the order of given names. `unit` is the code of a unit: its own people only. */
  'people.list': defineQuery(
    z.object({ ...asOf, unit: z.string().nullable().default(null), search: z.string().max(1000).default('') }),
    z.array(personRow),
  ),
  /** Adds a person (id null) or changes one. */
  'people.save': defineCommand(
    z.object({
      id: newRow,
      fullName: filledText.pipe(z.string().max(200)),
      position: optionalLine,
      unit: z.string().nullable().default(null),
      phone: optionalLine,
      note: optionalLine,
      ...dated,
    }),
    personRow,
    ['catalogues', 'history'],
  ),
  /** Only what nothing refers to can go; what was in use is ended by its last day. */
  'people.remove': defineCommand(oneRow, nothing, ['catalogues', 'history']),

  'stages.list': defineQuery(z.object(asOf), z.array(stageRow)),
  'stages.save': defineCommand(
    z.object({
      id: newRow,
      code: codeText,
      name: filledText.pipe(z.string().max(300)),
      shortName: looseText.pipe(z.string().max(60)).optional(),
      branch: z.enum(['main', 'difficult']).default('main'),
      /** A new one without a place stands last. */
      sortOrder: z.number().int().min(0).max(1_000_000).optional(),
      ...dated,
    }),
    stageRow,
    ['catalogues', 'history'],
  ),
  'stages.remove': defineCommand(oneRow, nothing, ['catalogues', 'history']),

  'reasons.list': defineQuery(
    z.object({ ...asOf, kind: z.enum(REASON_KINDS).nullable().default(null) }),
    z.array(reasonRow),
  ),
  'reasons.save': defineCommand(
    z.object({
      id: newRow,
      code: codeText,
      kind: z.enum(REASON_KINDS),
      name: filledText.pipe(z.string().max(300)),
      restructuring: z.boolean().default(false),
      sortOrder: z.number().int().min(0).max(1_000_000).optional(),
      ...dated,
    }),
    reasonRow,
    ['catalogues', 'history'],
  ),
  'reasons.remove': defineCommand(oneRow, nothing, ['catalogues', 'history']),
}
