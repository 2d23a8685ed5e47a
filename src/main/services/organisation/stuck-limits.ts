import { z } from 'zod'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { StuckLimit } from '#shared/domain/organisation/stuck-limits.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import { eq } from '../../db/orm.ts'
import { settings, stages } from '../../db/schema/index.ts'
import type { ReadStore } from '../../db/store.ts'
import type { CommandContext } from '../service.ts'
import { writeSettings } from '../settings.ts'

/** Key of the settings table; the value is JSON. */
const STUCK_LIMITS_SETTING = 'stuckLimits'

const stored = z.array(
  z.object({
    stage: z.string().nullable(),
    days: z.number(),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
  }),
)

export function readStuckLimits(store: Pick<ReadStore, 'db'>): readonly StuckLimit[] {
  const row = store.db.select().from(settings).where(eq(settings.key, STUCK_LIMITS_SETTING)).get()
  return row === undefined ? [] : stored.parse(JSON.parse(row.value))
}

/** Puts the office's limits, all of them, in the place of those there were. */
export function setStuckLimits(
  { store }: CommandContext,
  { limits }: ParsedInput<'stuckLimits.set'>,
): AppResult<Output<'stuckLimits.set'>> {
  const known = new Set(
    store.db
      .select()
      .from(stages)
      .all()
      .map(({ code }) => code),
  )
  for (const { stage, validFrom, validTo } of limits) {
    if (stage !== null && !known.has(stage)) return fail('STAGE_UNKNOWN', { code: stage })
    if (validFrom !== null && validTo !== null && validTo < validFrom)
      return fail('CATALOGUE_DATES_REVERSED', { from: formatDate(validFrom), to: formatDate(validTo) })
  }
  store.write({ kind: 'funnel.limits', label: 'Sửa số ngày coi là dừng lâu ở từng giai đoạn' }, (tx) => {
    writeSettings(tx, { [STUCK_LIMITS_SETTING]: JSON.stringify(limits) })
    return null
  })
  return ok({ limits: [...limits] })
}
