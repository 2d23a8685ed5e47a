import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { planVersionsContract, PlanVersionRow } from '#shared/contract/plan-versions.ts'
import { latestPublished, nextAdjustmentName } from '#shared/domain/targets/plan-version.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { and, eq } from '../db/orm.ts'
import { copyTargets, readNextNumber, readVersions, type StoredVersion } from '../db/queries/plan-versions.ts'
import { plans, planVersions } from '../db/schema/index.ts'
import type { Transaction } from '../db/store.ts'
import { findWritableVersion } from './find-version.ts'
import { findPlan } from './lookup.ts'
import { answerVersion } from './plan-version-rows.ts'
import type { CommandContext, Service } from './service.ts'
import { checkCells, createCellWriter } from './target-cells.ts'

export const issuingHandlers: Pick<Service<keyof typeof planVersionsContract>, 'plans.adjust' | 'plans.issue'> = {
  'plans.adjust': adjustPlan,
  'plans.issue': issue,
}

function adjustPlan(
  { store, newId, today }: CommandContext,
  input: ParsedInput<'plans.adjust'>,
): AppResult<PlanVersionRow> {
  const found = findPlan(store, input.plan)
  if (!found.ok) return found
  const plan = found.value
  if (plan.status === 'closed') return fail('PLAN_CLOSED', { name: plan.name })
  const versions = readVersions(store, plan.id)
  const base = latestPublished(versions)
  if (plan.status !== 'issued' || base === null) return fail('PLAN_NOT_ISSUED', { name: plan.name })
  const name = input.name ?? nextAdjustmentName(versions)
  const twin = versions.find((version) => foldText(version.name) === foldText(name))
  if (twin !== undefined) return fail('VERSION_NAME_TAKEN', { name: twin.name })
  const asked = input.effectiveOn ?? input.decidedOn ?? today()
  // A decision of the days before the plan counts from its first day, unless another day was named.
  const effectiveOn = input.effectiveOn === null && asked < plan.from ? plan.from : asked
  const checked = checkEffect(plan, base, effectiveOn)
  if (!checked.ok) return checked
  // What a decision names it changes, locked or not.
  const staged = checkCells(store, plan, null, input.cells)
  if (!staged.ok) return staged
  const number = readNextNumber(store, plan.id)
  const { decisionNumber, decidedOn, decidedBy, reason } = input
  const label = `Điều chỉnh ${plan.name} theo Quyết định ${decisionNumber}`
  store.write({ kind: 'plans.adjust', label }, (tx) => {
    tx.db
      .insert(planVersions)
      .values({
        id: newId(),
        planId: plan.id,
        number,
        name,
        state: 'adjusting',
        basedOn: base.number,
        decisionNumber,
        decidedOn,
        decidedBy,
        effectiveOn,
        reason,
        madeAt: tx.at,
      })
      .run()
    copyTargets(tx, plan.id, base.number, number)
    const write = createCellWriter(tx, plan, number, staged.value.length)
    for (const cell of staged.value) write(cell)
    return null
  })
  return answerVersion(store, plan, number, today())
}

function checkEffect(plan: PlanRow, base: StoredVersion, day: IsoDate): AppResult<null> {
  const date = formatDate(day)
  if (day < plan.from || plan.to < day)
    return fail('ADJUSTMENT_OUTSIDE_PLAN', { date, from: formatDate(plan.from), to: formatDate(plan.to) })
  // Later decisions rest on earlier ones: none may begin before the one it changes.
  if (base.effectiveOn !== null && day < base.effectiveOn)
    return fail('ADJUSTMENT_BEFORE_BASE', { date, base: formatDate(base.effectiveOn) })
  return ok(null)
}

function issue({ store, today }: CommandContext, input: ParsedInput<'plans.issue'>): AppResult<PlanVersionRow> {
  const found = findPlan(store, input.plan)
  if (!found.ok) return found
  const plan = found.value
  const versions = readVersions(store, plan.id)
  const preparing = versions.filter(({ state }) => state === 'adjusting')
  const [only] = preparing
  const ref =
    input.version === null && plan.status === 'issued' && preparing.length === 1
      ? (only?.number ?? null)
      : input.version
  const version = findWritableVersion(store, plan, ref)
  if (!version.ok) return version
  const { decisionNumber, decidedOn, decidedBy } = input
  const wanted = {
    decisionNumber: decisionNumber ?? version.value.decisionNumber,
    decidedOn: decidedOn ?? version.value.decidedOn,
    decidedBy: decidedBy ?? version.value.decidedBy,
    effectiveOn: input.effectiveOn ?? version.value.effectiveOn,
  }
  const { number, name, state } = version.value
  if (state === 'adjusting') {
    const base = versions.find((row) => row.number === version.value.basedOn)
    if (base === undefined || latestPublished(versions)?.number !== base.number)
      return fail('ADJUSTMENT_OUTDATED', { name, base: base?.name ?? '' })
    const checked = checkEffect(plan, base, wanted.effectiveOn ?? plan.from)
    if (!checked.ok) return checked
  } else if (wanted.effectiveOn !== null && (wanted.effectiveOn < plan.from || plan.to < wanted.effectiveOn)) {
    const places = { date: formatDate(wanted.effectiveOn), from: formatDate(plan.from), to: formatDate(plan.to) }
    return fail('ADJUSTMENT_OUTSIDE_PLAN', places)
  }
  const label = state === 'adjusting' ? `Ban hành ${name}, ${plan.name}` : `Ban hành ${plan.name} theo ${name}`
  store.write({ kind: 'plans.issue', label }, (tx) => {
    if (state === 'adjusting') {
      const row = eq(planVersions.id, version.value.id)
      tx.db
        .update(planVersions)
        .set({ ...wanted, state: 'adjusted' })
        .where(row)
        .run()
    } else {
      issueDraft(tx, plan.id, version.value, wanted)
      tx.db.update(plans).set({ status: 'issued' }).where(eq(plans.id, plan.id)).run()
    }
    return null
  })
  return answerVersion(store, { ...plan, status: 'issued' }, number, today())
}

/** A draft becomes what was issued; another draft that was chosen is one again. Part of a write. */
export function issueDraft(
  tx: Transaction,
  planId: string,
  version: Pick<StoredVersion, 'id'>,
  decision: Partial<StoredVersion> = {},
): void {
  tx.db
    .update(planVersions)
    .set({ state: 'draft' })
    .where(and(eq(planVersions.planId, planId), eq(planVersions.state, 'chosen')))
    .run()
  tx.db
    .update(planVersions)
    .set({ ...decision, state: 'issued' })
    .where(eq(planVersions.id, version.id))
    .run()
}
