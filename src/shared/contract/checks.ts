import { z } from 'zod'
import { CHECK_PLACES, CHECK_RULE_IDS, CHECK_SEVERITIES } from '../domain/checks/finding.ts'
import { defineCommand, defineQuery } from './core.ts'
import { codeText, filledText, isoDate } from './fields.ts'
import { planCode } from './targets.ts'

const rule = z.enum(CHECK_RULE_IDS)
const findingCode = z.string().regex(/^[0-9a-f]{16}$/, { error: 'gồm 16 chữ số, chữ cái từ a đến f' })
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
  /** What it is told by; with other facts it is another finding. */
  id: z.string(),
  /** Why it is right as it stands, as somebody found out; null: nobody said so. */
  explanation: z.object({ note: z.string(), on: z.string(), by: z.string() }).nullable(),
})
export type CheckFindingRow = z.output<typeof checkFinding>

export const checksAnswer = z.object({
  plan: z.string().nullable(),
  asOf: z.string(),
  /** Of what is not explained, as everywhere below. */
  counts: z.object({ error: z.number(), warning: z.number(), hint: z.number() }),
  /** Findings somebody explained. */
  explained: z.number(),
  rules: z.array(
    z.object({
      rule,
      severity,
      title: z.string(),
      advice: z.string(),
      place: z.enum(CHECK_PLACES),
      /** All findings to look at, also those beyond what is listed. */
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
      /** Also those that were explained. */
      withExplained: z.boolean().default(false),
    }),
    checksAnswer,
  ),
  /** Says of findings that they are right as they stand, and why; they are not counted or listed from then on. */
  'checks.explain': defineCommand(
    z.object({
      findings: z
        .array(z.object({ id: findingCode, rule, subject: filledText.pipe(z.string().max(500)), message: filledText }))
        .min(1)
        .max(10_000),
      note: filledText.pipe(z.string().max(1000)),
    }),
    z.object({ explained: z.number() }),
    ['results'],
  ),
  /** Takes explanations back: the findings are to be looked at again. */
  'checks.withdraw': defineCommand(
    z.object({ findings: z.array(findingCode).min(1).max(10_000) }),
    z.object({ withdrawn: z.number() }),
    ['results'],
  ),
}
