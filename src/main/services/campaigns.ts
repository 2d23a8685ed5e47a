import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { BandRow, campaignsContract } from '#shared/contract/campaigns.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { DEFAULT_PRESETS } from '#shared/domain/campaigns/preset.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import { eq } from '../db/orm.ts'
import { readBands, readExclusions, readPresets } from '../db/queries/campaigns.ts'
import { campaignExclusions, campaignPresets, statusBands } from '../db/schema/index.ts'
import type { ReadStore } from '../db/store.ts'
import { listCampaigns } from './campaigns/list.ts'
import { openCampaign } from './campaigns/open.ts'
import { reportCampaign } from './campaigns/report.ts'
import { createLookup, findPlan } from './lookup.ts'
import type { CommandContext, Service } from './service.ts'

export const campaignsService: Service<keyof typeof campaignsContract> = {
  'campaigns.presets': ({ store }) =>
    ok(readPresets(store).map((preset) => ({ ...preset, phases: [...preset.phases] }))),
  'campaigns.savePreset': savePreset,
  'campaigns.removePreset': removePreset,
  'campaigns.open': openCampaign,
  'campaigns.list': ({ store, today }, { asOf }) => ok(listCampaigns(store, asOf ?? today())),
  'campaigns.report': reportCampaign,
  'campaigns.exclude': excludeUnits,
  'campaigns.include': includeUnits,
  'bands.list': ({ store }) => ok(publishBands(store)),
  'bands.set': setBands,
}

function savePreset(
  { store, newId }: CommandContext,
  input: ParsedInput<'campaigns.savePreset'>,
): AppResult<Output<'campaigns.savePreset'>> {
  const { code, name, from, to, phases } = input
  store.write({ kind: 'campaigns.savePreset', label: `Sửa mẫu đợt thi đua ${name}` }, (tx) => {
    const known = tx.db.select().from(campaignPresets).where(eq(campaignPresets.code, code)).get()
    const row = { code, name, fromDay: from, toDay: to, phases }
    if (known !== undefined) tx.db.update(campaignPresets).set(row).where(eq(campaignPresets.id, known.id)).run()
    else
      tx.db
        .insert(campaignPresets)
        .values({ id: newId(), ...row, sortOrder: readPresets(tx).length * 10 + 10 })
        .run()
    return null
  })
  return ok(input)
}

function removePreset(
  { store }: CommandContext,
  { code }: ParsedInput<'campaigns.removePreset'>,
): AppResult<Record<string, never>> {
  const known = store.db.select().from(campaignPresets).where(eq(campaignPresets.code, code)).get()
  if (known === undefined) {
    const isUsual = DEFAULT_PRESETS.some((preset) => preset.code === code)
    return isUsual ? ok({}) : fail('PRESET_UNKNOWN', { code })
  }
  store.write({ kind: 'campaigns.removePreset', label: `Xóa mẫu đợt thi đua ${known.name}` }, (tx) => {
    tx.db.delete(campaignPresets).where(eq(campaignPresets.id, known.id)).run()
    return null
  })
  return ok({})
}

function excludeUnits(
  { store, newId }: CommandContext,
  { plan, units, reason }: ParsedInput<'campaigns.exclude'>,
): AppResult<{ excluded: number }> {
  const found = findUnits(store, plan, units)
  if (!found.ok) return found
  const { planId, planName, ids } = found.value
  const known = new Map(readExclusions(store, planId).map((row) => [row.unitId, row]))
  const label = `Không xếp thứ ${formatNumber(ids.length)} đơn vị trong ${planName}: ${reason}`
  store.write({ kind: 'campaigns.exclude', label }, (tx) => {
    for (const unitId of ids) {
      const before = known.get(unitId)
      if (before === undefined) tx.db.insert(campaignExclusions).values({ id: newId(), planId, unitId, reason }).run()
      else tx.db.update(campaignExclusions).set({ reason }).where(eq(campaignExclusions.id, before.id)).run()
    }
    return null
  })
  return ok({ excluded: ids.length })
}

function includeUnits(
  { store }: CommandContext,
  { plan, units }: ParsedInput<'campaigns.include'>,
): AppResult<{ included: number }> {
  const found = findUnits(store, plan, units)
  if (!found.ok) return found
  const { planId, planName, ids } = found.value
  const rows = readExclusions(store, planId).filter(({ unitId }) => ids.includes(unitId))
  if (rows.length === 0) return ok({ included: 0 })
  const label = `Xếp thứ lại ${formatNumber(rows.length)} đơn vị trong ${planName}`
  store.write({ kind: 'campaigns.include', label }, (tx) => {
    for (const { id } of rows) tx.db.delete(campaignExclusions).where(eq(campaignExclusions.id, id)).run()
    return null
  })
  return ok({ included: rows.length })
}

function findUnits(
  store: ReadStore,
  planCode: string,
  codes: readonly string[],
): AppResult<{ readonly planId: string; readonly planName: string; readonly ids: readonly string[] }> {
  const plan = findPlan(store, planCode)
  if (!plan.ok) return plan
  const { unitOf } = createLookup(store)
  const ids: string[] = []
  for (const code of new Set(codes)) {
    const unit = unitOf(code)
    if (!unit.ok) return unit
    ids.push(unit.value.id)
  }
  return ok({ planId: plan.value.id, planName: plan.value.name, ids })
}

function publishBands(store: Pick<ReadStore, 'db'>): BandRow[] {
  return readBands(store).map(({ code, name, measure, bound, above, tone, validFrom, validTo }) => ({
    code,
    name,
    measure,
    bound,
    above,
    tone,
    validFrom,
    validTo,
  }))
}

function setBands({ store, newId }: CommandContext, { bands }: ParsedInput<'bands.set'>): AppResult<BandRow[]> {
  const reversed = bands.find(({ validFrom, validTo }) => validFrom !== null && validTo !== null && validTo < validFrom)
  if (reversed !== undefined) return fail('BAND_DATES_REVERSED', { name: reversed.name })
  // A second band of one code is the same band in other words of another time.
  const label = bands.length === 0 ? 'Dùng lại các mức tiến độ thường dùng' : 'Sửa các mức tiến độ'
  store.write({ kind: 'bands.set', label }, (tx) => {
    const before = tx.db.select().from(statusBands).all()
    const wanted = bands.map((band, at) => ({ ...band, sortOrder: (at + 1) * 10 }))
    for (const [at, row] of wanted.entries()) {
      const known = before[at]
      if (known === undefined)
        tx.db
          .insert(statusBands)
          .values({ id: newId(), ...row })
          .run()
      else tx.db.update(statusBands).set(row).where(eq(statusBands.id, known.id)).run()
    }
    for (const { id } of before.slice(wanted.length)) tx.db.delete(statusBands).where(eq(statusBands.id, id)).run()
    return null
  })
  return ok(publishBands(store))
}
