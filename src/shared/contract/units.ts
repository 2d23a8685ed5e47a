import { z } from 'zod'
import { defineCommand, defineQuery } from './core.ts'
import { codeText, filledText, looseText, nothing, optionalDate, rowIdText, validityDate } from './fields.ts'

export const unitTypeRow = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  /** Title of the group row in annexes. */
  groupTitle: z.string(),
  level: z.string(),
  sortOrder: z.number(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
})
export type UnitTypeRow = z.output<typeof unitTypeRow>

export const unitRow = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  type: z.string(),
  typeName: z.string(),
  parent: z.string().nullable(),
  sortOrder: z.number(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  note: z.string().nullable(),
  aliases: z.array(z.string()),
  /** What became of it: "Sáp nhập vào … từ 1/7/2025", one sentence a relation. */
  fate: z.array(z.string()),
})
export type UnitRow = z.output<typeof unitRow>

const patch = z.object({
  code: codeText.optional(),
  name: filledText.optional(),
  shortName: filledText.optional(),
  type: z.string().optional(),
  parent: z.string().nullable().optional(),
  validFrom: validityDate.nullable().optional(),
  validTo: validityDate.nullable().optional(),
  note: z.string().nullable().optional(),
  aliases: z.array(filledText).optional(),
})

/**
 * The day the edited rows were shown as of. Name, type and unit above are those of that day: of a unit renamed
 * later they correct what it was then. Null: as it is last.
 */
const shownAsOf = validityDate.nullable().default(null)

export const unitsContract = {
  /** Units valid on `asOf` (all of them when null), parents before children, siblings in their fixed order. */
  'units.list': defineQuery(z.object({ asOf: validityDate.nullable() }), z.array(unitRow)),
  /** What hangs on each unit of a day, itself and all below it, as the registries have it. */
  'units.counts': defineQuery(
    z.object({ asOf: validityDate }),
    z.array(z.object({ unit: z.string(), enterprises: z.number(), unions: z.number(), members: z.number() })),
  ),
  'unitTypes.list': defineQuery(nothing, z.array(unitTypeRow)),
  'units.add': defineCommand(
    z.object({
      code: codeText,
      name: filledText,
      shortName: z.string().optional(),
      type: z.string(),
      parent: z.string().nullable(),
      validFrom: optionalDate,
      validTo: optionalDate,
      note: z.string().nullable().default(null),
      aliases: z.array(filledText).default([]),
    }),
    unitRow,
    ['units'],
  ),
  'units.update': defineCommand(
    z.object({
      id: rowIdText,
      patch,
      asOf: shownAsOf,
    }),
    unitRow,
    ['units'],
  ),
  /**
   * Edits of a table as one step; a row that can't be taken is left and named, the others are written. A new row
   * needs a name; its code and type are made from it where they are left out, and it stands under the root.
   */
  'units.updateMany': defineCommand(
    z.object({
      edits: z
        .array(z.object({ id: rowIdText, patch }))
        .max(20_000)
        .default([]),
      added: z.array(patch).max(20_000).default([]),
      asOf: shownAsOf,
      /** Only says what would be refused. */
      dryRun: z.boolean().default(false),
      label: looseText.pipe(z.string().max(200)).optional(),
    }),
    z.object({
      written: z.number(),
      addedIds: z.array(z.string().nullable()),
      /** `row`: the place in `edits`, or in `added` when `isNew`. */
      refused: z.array(z.object({ row: z.number(), isNew: z.boolean(), reason: z.string() })),
    }),
    ['units'],
  ),
  /** Removes the units nothing refers to as one step; the others stay and are named with the reason. */
  'units.removeMany': defineCommand(
    z.object({ ids: z.array(rowIdText).min(1).max(20_000), label: looseText.pipe(z.string().max(200)).optional() }),
    z.object({
      removed: z.number(),
      kept: z.array(z.object({ id: z.string(), name: z.string(), reason: z.string() })),
    }),
    ['units'],
  ),
  /** Only a unit nothing refers to can go; one with figures is ended by its date instead. */
  'units.remove': defineCommand(z.object({ id: rowIdText }), nothing, ['units']),
}
