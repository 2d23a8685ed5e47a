import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { CampaignRow } from '#shared/contract/campaigns.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import { type CampaignPreset, daysInYear, freeCampaignCode, type PlannedDays } from '#shared/domain/campaigns/preset.ts'
import type { ReportBasis } from '#shared/domain/results/reported-entry.ts'
import { FIRST_VERSION } from '#shared/domain/targets/plan-version.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { addDays, daysBetween, type IsoDate, yearOf } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { readPresets } from '../../db/queries/campaigns.ts'
import { insertFirstVersion } from '../../db/queries/plan-versions.ts'
import { readPlans } from '../../db/queries/plans.ts'
import { readUnits } from '../../db/queries/units.ts'
import { plans as planTable } from '../../db/schema/index.ts'
import type { ReadStore } from '../../db/store.ts'
import type { CommandContext } from '../service.ts'
import { type CellInput, checkCells, createCellWriter, type StagedCell } from '../target-cells.ts'
import { listCampaigns } from './list.ts'

type OpenInput = ParsedInput<'campaigns.open'>
type TargetInput = OpenInput['targets'][number]

interface WantedPhase extends PlannedDays {
  readonly code: string
  readonly name: string
  readonly targets: readonly CellInput[]
}

interface WantedPlan extends WantedPhase {
  readonly parent: PlanRow | null
  readonly phases: readonly WantedPhase[]
}

/** Opens a campaign with its phases and their targets; all of it is one step, and one undo takes it back. */
export function openCampaign({ store, newId, today }: CommandContext, input: OpenInput): AppResult<CampaignRow> {
  const plans = readPlans(store)
  const wanted = planCampaign(store, plans, input, today())
  if (!wanted.ok) return wanted
  const campaign = wanted.value
  const all = [campaign, ...campaign.phases]
  const staged: (readonly StagedCell[])[] = []
  for (const one of all) {
    const cells = checkCells(store, { ...EMPTY_PLAN, from: one.from, to: one.to }, null, one.targets)
    if (!cells.ok) return cells
    staged.push(cells.value)
  }
  store.write({ kind: 'campaigns.open', label: `Mở ${lowerFirst(campaign.name)}` }, (tx) => {
    const campaignId = newId()
    for (const [at, one] of all.entries()) {
      const id = at === 0 ? campaignId : newId()
      const kind = at === 0 ? ('campaign' as const) : ('phase' as const)
      const parentId = at === 0 ? (campaign.parent?.id ?? null) : campaignId
      const { code, name, from, to } = one
      const row = { id, code, kind, name, fromDate: from, toDate: to, parentId, status: 'draft' as const }
      tx.db.insert(planTable).values(row).run()
      insertFirstVersion(tx, id, 'draft')
      const cells = staged[at] ?? []
      const plan: PlanRow = { id, code, kind, name, from, to, parent: null, status: 'draft', note: null }
      const write = createCellWriter(tx, plan, FIRST_VERSION, cells.length)
      for (const cell of cells) write(cell)
    }
    return null
  })
  const opened = listCampaigns(store, today()).find(({ code }) => code === campaign.code)
  return opened === undefined ? fail('ROW_UNKNOWN') : ok(opened)
}

const EMPTY_PLAN: PlanRow = {
  id: '',
  code: '',
  kind: 'phase',
  name: '',
  from: '',
  to: '',
  parent: null,
  status: 'draft',
  note: null,
}

function planCampaign(
  store: ReadStore,
  plans: readonly PlanRow[],
  input: OpenInput,
  today: IsoDate,
): AppResult<WantedPlan> {
  const preset = input.preset === null ? null : readPresets(store).find(({ code }) => code === input.preset)
  if (preset === undefined) return fail('PRESET_UNKNOWN', { code: input.preset ?? '' })
  const given = input.parent === null ? null : plans.find(({ code }) => code === input.parent)
  if (given === undefined) return fail('PLAN_UNKNOWN', { code: input.parent ?? '' })
  const year = input.year ?? (given === null ? yearOf(today) : yearOfPlan(given))
  const days = daysOfCampaign(input, preset, year)
  if (!days.ok) return days
  const { from, to } = days.value
  const parent = given ?? plans.find((plan) => plan.kind === 'year' && plan.from <= from && from <= plan.to) ?? null
  const taken = new Set(plans.map(({ code }) => code))
  const code = input.code ?? freeCampaignCode(parent?.code ?? yearOf(from), taken)
  const twin = plans.find((plan) => plan.code === code)
  if (twin !== undefined) return fail('PLAN_CODE_TAKEN', { code, name: twin.name })
  const root = readUnits(store, null).find((unit) => unit.parent === null)?.code ?? ''
  const name =
    input.name ?? (preset === null ? `Đợt thi đua cao điểm năm ${yearOf(from)}` : `${preset.name} năm ${yearOf(from)}`)
  const phases = phasesOfCampaign(input, preset, { code, root, year, from, to }, taken)
  if (!phases.ok) return phases
  return ok({
    code,
    name,
    from,
    to,
    parent,
    targets: input.targets.map((target) => cellOf(target, root, 'increment')),
    phases: phases.value,
  })
}

/** A year from 1/12/2023 to 30/11/2024 is the year 2024. */
function yearOfPlan({ from, to }: PlanRow): number {
  return yearOf(addDays(from, Math.floor(daysBetween(from, to) / 2)))
}

function daysOfCampaign(input: OpenInput, preset: CampaignPreset | null, year: number): AppResult<PlannedDays> {
  const usual = preset === null ? null : daysInYear(preset, year)
  const phases = input.phases ?? []
  const from = input.from ?? usual?.from ?? earliest(phases.map((phase) => phase.from))
  const to = input.to ?? usual?.to ?? latest(phases.map((phase) => phase.to))
  if (from === null || to === null) return fail('CAMPAIGN_WITHOUT_DAYS')
  return to < from ? fail('PLAN_DATES_REVERSED', { from: formatDate(from), to: formatDate(to) }) : ok({ from, to })
}

function phasesOfCampaign(
  input: OpenInput,
  preset: CampaignPreset | null,
  campaign: PlannedDays & { readonly code: string; readonly root: string; readonly year: number },
  taken: ReadonlySet<string>,
): AppResult<readonly WantedPhase[]> {
  const usual = (preset?.phases ?? []).flatMap((phase) => {
    const days = daysInYear(phase, campaign.year)
    return days === null ? [] : [{ code: null, name: phase.name, ...days, basis: phase.basis, targets: [] }]
  })
  const wanted = input.phases ?? usual
  const lost = input.phaseTargets.find(({ phase }) => phase > wanted.length)
  if (lost !== undefined) return fail('PHASE_UNKNOWN', { number: lost.phase, count: wanted.length })
  const phases: WantedPhase[] = []
  for (const [at, phase] of wanted.entries()) {
    const code = phase.code ?? `${campaign.code}-${at + 1}`
    const name = phase.name ?? `Giai đoạn ${at + 1}`
    if (taken.has(code) || phases.some((other) => other.code === code)) return fail('PLAN_CODE_TAKEN', { code, name })
    const { from, to } = phase
    if (to < from) return fail('PLAN_DATES_REVERSED', { from: formatDate(from), to: formatDate(to) })
    if (from < campaign.from || campaign.to < to)
      return fail('PHASE_OUTSIDE', { name, from: formatDate(campaign.from), to: formatDate(campaign.to) })
    const further = input.phaseTargets.filter((target) => target.phase === at + 1)
    const targets = [...phase.targets, ...further].map((target) => cellOf(target, campaign.root, phase.basis))
    phases.push({ code, name, from, to, targets })
  }
  return ok(phases)
}

function cellOf(target: TargetInput, root: string, usual: ReportBasis): CellInput {
  const { unit, indicator, assigner, kind, basis, value } = target
  return { unit: unit ?? root, indicator, assigner, kind, basis: basis ?? usual, value, note: null, remove: false }
}

function earliest(days: readonly IsoDate[]): IsoDate | null {
  return days.toSorted()[0] ?? null
}

function latest(days: readonly IsoDate[]): IsoDate | null {
  return days.toSorted().at(-1) ?? null
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)
}
