import { z } from 'zod'
import { DEFAULT_UNION_RULES, type UnionRules } from '#shared/domain/unions/rules.ts'
import { eq } from '../../db/orm.ts'
import { settings } from '../../db/schema/index.ts'
import type { ReadStore } from '../../db/store.ts'

/** Key of the settings table; the value is JSON. */
export const UNION_RULES_SETTING = 'unionRules'

const stored = z.object({
  minimums: z.array(
    z.object({
      type: z.string(),
      members: z.number(),
      validFrom: z.string().nullable(),
      validTo: z.string().nullable(),
    }),
  ),
  earliest: z.string(),
})

/** The office's own rules, else those of the Điều lệ as shipped. */
export function readUnionRules(store: Pick<ReadStore, 'db'>): UnionRules {
  const row = store.db.select().from(settings).where(eq(settings.key, UNION_RULES_SETTING)).get()
  return row === undefined ? DEFAULT_UNION_RULES : stored.parse(JSON.parse(row.value))
}
