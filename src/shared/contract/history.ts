import { z } from 'zod'
import { defineQuery } from './core.ts'
import { nothing } from './fields.ts'

export const operationRow = z.object({
  id: z.string(),
  sequence: z.number(),
  kind: z.string(),
  label: z.string(),
  origin: z.string(),
  who: z.string(),
  at: z.string(),
  changes: z.number(),
})
export type OperationRow = z.output<typeof operationRow>

export const verifyReport = z.object({
  ok: z.boolean(),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), message: z.string() })),
})

export const historyContract = {
  /** Newest first. */
  'history.list': defineQuery(
    z.object({ limit: z.number().int().min(1).max(1000).default(100) }),
    z.array(operationRow),
  ),
  /** Looks whether the data file is whole and says what holds together. */
  'file.verify': defineQuery(nothing, verifyReport),
}
