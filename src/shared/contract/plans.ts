import { z } from 'zod'
import { PLAN_KINDS } from '../domain/targets/target.ts'
import { defineCommand, defineQuery } from './core.ts'
import { codeText, filledText, isoDate, nothing, rowIdText } from './fields.ts'
import { planVersionsContract } from './plan-versions.ts'

export const PLAN_STATUSES = ['draft', 'consulting', 'issued', 'closed'] as const

export const planRow = z.object({
  id: z.string(),
  code: z.string(),
  kind: z.enum(PLAN_KINDS),
  name: z.string(),
  from: z.string(),
  to: z.string(),
  /** Code of the plan it belongs to: a phase to its campaign, a campaign to its year. */
  parent: z.string().nullable(),
  status: z.enum(PLAN_STATUSES),
  note: z.string().nullable(),
})
export type PlanRow = z.output<typeof planRow>

export const plansContract = {
  ...planVersionsContract,

  /** Newest year plan first, each with its campaigns and phases after it. */
  'plans.list': defineQuery(nothing, z.array(planRow)),
  /** The newest year plan, which every screen and command begins with; null in an empty file. */
  'plans.default': defineQuery(nothing, planRow.nullable()),
  'plans.add': defineCommand(
    z.object({
      code: codeText,
      kind: z.enum(PLAN_KINDS),
      from: isoDate,
      to: isoDate,
      parent: codeText.nullable().default(null),
      /** "Kế hoạch năm 2024" and the like when left out. */
      name: filledText.optional(),
      note: z.string().nullable().default(null),
    }),
    planRow,
    ['plans'],
  ),
  'plans.update': defineCommand(
    z.object({
      id: rowIdText,
      patch: z.object({
        code: codeText.optional(),
        name: filledText.optional(),
        from: isoDate.optional(),
        to: isoDate.optional(),
        parent: codeText.nullable().optional(),
        status: z.enum(PLAN_STATUSES).optional(),
        note: z.string().nullable().optional(),
      }),
    }),
    planRow,
    ['plans'],
  ),
  /** Only a plan without targets, documents and plans below it can go. */
  'plans.remove': defineCommand(z.object({ id: rowIdText }), nothing, ['plans']),
}
