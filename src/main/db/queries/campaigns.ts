import { type CampaignPreset, DEFAULT_PRESETS } from '#shared/domain/campaigns/preset.ts'
import { DEFAULT_BANDS, type StatusBand } from '#shared/domain/results/bands.ts'
import { asc, eq } from '../orm.ts'
import { campaignExclusions, campaignPresets, statusBands, units } from '../schema/index.ts'
import type { ReadStore } from '../store.ts'

/** Every band of any time, in the order they are tried; the usual ones where the office set none. */
export function readBands(store: Pick<ReadStore, 'db'>): readonly StatusBand[] {
  const rows = store.db.select().from(statusBands).orderBy(asc(statusBands.sortOrder), asc(statusBands.code)).all()
  return rows.length === 0 ? DEFAULT_BANDS : rows
}

/** The usual presets, each replaced by the office's own of that code, then the office's further ones. */
export function readPresets(store: Pick<ReadStore, 'db'>): readonly CampaignPreset[] {
  const own = store.db
    .select()
    .from(campaignPresets)
    .orderBy(asc(campaignPresets.sortOrder), asc(campaignPresets.code))
    .all()
    .map(({ code, name, fromDay, toDay, phases }): CampaignPreset => ({ code, name, from: fromDay, to: toDay, phases }))
  const usual = DEFAULT_PRESETS.map((preset) => own.find(({ code }) => code === preset.code) ?? preset)
  return [...usual, ...own.filter(({ code }) => !DEFAULT_PRESETS.some((preset) => preset.code === code))]
}

export interface StoredExclusion {
  readonly id: string
  readonly unitId: string
  readonly unit: string
  readonly name: string
  readonly reason: string
}

/** Units a campaign or phase leaves out of its ranking. */
export function readExclusions(store: Pick<ReadStore, 'db'>, planId: string): StoredExclusion[] {
  return store.db
    .select({
      id: campaignExclusions.id,
      unitId: campaignExclusions.unitId,
      unit: units.code,
      name: units.name,
      reason: campaignExclusions.reason,
    })
    .from(campaignExclusions)
    .innerJoin(units, eq(units.id, campaignExclusions.unitId))
    .where(eq(campaignExclusions.planId, planId))
    .orderBy(asc(units.sortOrder), asc(units.code))
    .all()
}
