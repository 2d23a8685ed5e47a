import { z } from 'zod'
import { defineCommand, defineQuery } from './core.ts'
import { codeText, filledText, nothing, optionalDate, rowIdText, validityDate } from './fields.ts'

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

export const unitsContract = {
  /** Units valid on `asOf` (all of them when null), parents before children, siblings in their fixed order. */
  'units.list': defineQuery(z.object({ asOf: validityDate.nullable() }), z.array(unitRow)),
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
      patch: z.object({
        code: codeText.optional(),
        name: filledText.optional(),
        shortName: filledText.optional(),
        type: z.string().optional(),
        parent: z.string().nullable().optional(),
        validFrom: validityDate.nullable().optional(),
        validTo: validityDate.nullable().optional(),
        note: z.string().nullable().optional(),
        aliases: z.array(filledText).optional(),
      }),
    }),
    unitRow,
    ['units'],
  ),
  /** Only a unit nothing refers to can go; one with figures is ended by its date instead. */
  'units.remove': defineCommand(z.object({ id: rowIdText }), nothing, ['units']),
}
