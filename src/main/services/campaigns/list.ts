import type { CampaignRow } from '#shared/contract/campaigns.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import { clockOf } from '#shared/domain/overview/clock.ts'
import { clockWords } from '#shared/domain/wording/campaigns.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { readPlans } from '../../db/queries/plans.ts'
import type { ReadStore } from '../../db/store.ts'

type Timed = Omit<CampaignRow, 'phases'>

/** A plan with how it stands in time. */
export function timedPlan({ id: _, note: _note, ...plan }: PlanRow, asOf: IsoDate): Timed {
  const clock = clockOf(plan, asOf)
  return { ...plan, clock: { ...clock, words: clockWords(clock) } }
}

/** Phases of a campaign, by date. */
export function phasesOf(plans: readonly PlanRow[], campaign: Pick<PlanRow, 'code'>): readonly PlanRow[] {
  return plans
    .filter((plan) => plan.kind === 'phase' && plan.parent === campaign.code)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.code < b.code ? -1 : 1))
}

/** Every campaign, the newest first, each with its phases. */
export function listCampaigns(store: Pick<ReadStore, 'db'>, asOf: IsoDate): CampaignRow[] {
  const plans = readPlans(store)
  return plans
    .filter(({ kind }) => kind === 'campaign')
    .toSorted((a, b) => (a.from > b.from ? -1 : a.from < b.from ? 1 : a.code < b.code ? -1 : 1))
    .map((plan) => ({
      ...timedPlan(plan, asOf),
      phases: phasesOf(plans, plan).map((phase) => timedPlan(phase, asOf)),
    }))
}

/** The campaign that runs on a day (the one that began last), else the last that was over, else the next one. */
export function currentCampaign(store: Pick<ReadStore, 'db'>, asOf: IsoDate): PlanRow | null {
  const campaigns = readPlans(store).filter(({ kind }) => kind === 'campaign')
  const latest = (rows: readonly PlanRow[]): PlanRow | null =>
    rows.reduce<PlanRow | null>((best, row) => (best === null || row.from > best.from ? row : best), null)
  const begun = campaigns.filter(({ from }) => from <= asOf)
  const next = campaigns.filter(({ from }) => from > asOf).toSorted((a, b) => (a.from < b.from ? -1 : 1))[0]
  return latest(begun.filter(({ to }) => to >= asOf)) ?? latest(begun) ?? next ?? null
}
