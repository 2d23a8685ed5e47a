import { z } from 'zod'
import { INDICATOR_KINDS } from '../domain/indicators/indicator.ts'
import { defineCommand, defineQuery } from './core.ts'
import { codeText, filledText, isoDate, nothing, optionalDate } from './fields.ts'

const codes = z.array(codeText)
const netFormula = z.strictObject({ plus: codes, minus: codes, optional: codes.exactOptional() })

/** How an indicator is computed; which shape goes with which kind is checked when it is saved. */
export const indicatorFormula = z.union([
  z.strictObject({ parts: codes }),
  netFormula,
  z.strictObject({ balance: netFormula }),
  z.strictObject({ numerator: codeText, denominator: codeText }),
  z.strictObject({
    enterprises: z.strictObject({ minWorkers: z.number().int().positive(), having: z.literal('union') }),
  }),
])

export const indicatorCut = z.strictObject({
  sector: z.literal('non_state').exactOptional(),
  minWorkers: z.number().int().positive().exactOptional(),
})

export const indicatorRow = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  unitLabel: z.string(),
  kind: z.enum(INDICATOR_KINDS),
  formula: indicatorFormula.nullable(),
  /** Code of the indicator this one is a part of ("trong đó"). */
  parent: z.string().nullable(),
  cut: indicatorCut.nullable(),
  sortOrder: z.number(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  /** "Chỉ tiêu bổ trợ": shown and summed apart from what units are held to. */
  side: z.boolean(),
})
export type IndicatorRow = z.output<typeof indicatorRow>

export const indicatorsContract = {
  /** The whole catalogue in its order. */
  'indicators.list': defineQuery(nothing, z.array(indicatorRow)),
  /** Adds an indicator (id null) or changes one; a new one stands last. */
  'indicators.save': defineCommand(
    z.object({
      id: z.string().nullable().default(null),
      code: codeText,
      name: filledText,
      shortName: filledText.optional(),
      unitLabel: filledText,
      kind: z.enum(INDICATOR_KINDS),
      formula: indicatorFormula.nullable().default(null),
      parent: codeText.nullable().default(null),
      cut: indicatorCut.nullable().default(null),
      validFrom: optionalDate,
      validTo: optionalDate,
      /** Left out: a new one is none, an old one stays what it is. */
      side: z.boolean().optional(),
    }),
    indicatorRow,
    ['indicators'],
  ),
  /**
   * An indicator goes on otherwise from a day: the row ends the day before, the next begins on it with what is given here
   * and the rest as it was. A step of its own, so that undoing it takes both back. `code` left out: the old one with the
   * next free number behind it, since figures go on naming the old one.
   */
  'indicators.revise': defineCommand(
    z.object({
      /** Code of the one that goes on. */
      indicator: codeText,
      /** First day of the next. */
      on: isoDate,
      code: codeText.optional(),
      name: filledText.optional(),
      shortName: filledText.optional(),
      unitLabel: filledText.optional(),
      side: z.boolean().optional(),
    }),
    z.object({
      ended: indicatorRow,
      added: indicatorRow,
      /** Those computed from the one that ended: their formulas still name it. */
      usedIn: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
    ['indicators'],
  ),
}
