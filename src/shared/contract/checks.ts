import { z } from 'zod'
import { CHECK_PLACES, CHECK_RULE_IDS, CHECK_SEVERITIES } from '../domain/checks/finding.ts'
import { defineQuery } from './core.ts'
import { codeText, isoDate } from './fields.ts'
import { planCode } from './targets.ts'

const rule = z.enum(CHECK_RULE_IDS)
const severity = z.enum(CHECK_SEVERITIES)

export const checkFinding = z.object({
  rule,
  severity,
  title: z.string(),
  place: z.enum(CHECK_PLACES),
  unit: z.string().nullable(),
  subject: z.string(),
  message: z.string(),
  /** Row of the table where it is mended: id of an enterprise or union, code of a unit. */
  focus: z.string().nullable(),
  indicator: z.string().nullable(),
  asOf: z.string().nullable(),
})
export type CheckFindingRow = z.output<typeof checkFinding>

export const checksAnswer = z.object({
  plan: z.string().nullable(),
  asOf: z.string(),
  counts: z.object({ error: z.number(), warning: z.number(), hint: z.number() }),
  rules: z.array(
    z.object({
      rule,
      severity,
      title: z.string(),
      advice: z.string(),
      place: z.enum(CHECK_PLACES),
      /** All findings, also those beyond what is listed. */
      count: z.number(),
    }),
  ),
  /** Errors first; of one rule at most `perRule`. */
  findings: z.array(checkFinding),
})

export const checksContract = {
  /** Rules across fields over the whole file, as of a day. Reads only; changes no figure. */
  'checks.list': defineQuery(
    z.object({
      plan: planCode,
      asOf: isoDate.nullable().default(null),
      /** Only of this unit and those below it. */
      unit: codeText.nullable().default(null),
      perRule: z.number().int().min(1).max(10_000).default(200),
    }),
    checksAnswer,
  ),
}
