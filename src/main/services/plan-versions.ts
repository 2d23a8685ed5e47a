import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { planVersionsContract, PlanVersionRow } from '#shared/contract/plan-versions.ts'
import { isEditable, isPublished, nextDraftName, versionInForce } from '#shared/domain/targets/plan-version.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { ok } from '#shared/kit/result.ts'
import {
  copyTargets,
  readNextNumber,
  readVersions,
  removeTargetsOf,
  type StoredVersion,
} from '../db/queries/plan-versions.ts'
import { and, eq } from '../db/orm.ts'
import { planVersions } from '../db/schema/index.ts'
import type { Transaction } from '../db/store.ts'
import { compareVersions } from './compare-versions.ts'
import { findVersion, findWritableVersion } from './find-version.ts'
import { issuingHandlers } from './issue-version.ts'
import { findPlan } from './lookup.ts'
import { answerVersion, publishVersions } from './plan-version-rows.ts'
import type { CommandContext, Service } from './service.ts'

export const planVersionHandlers: Service<keyof typeof planVersionsContract> = {
  ...issuingHandlers,
  'plans.compare': compareVersions,

  'plans.versions': ({ store, today }, input) => {
    const plan = findPlan(store, input.plan)
    return plan.ok ? ok(publishVersions(store, plan.value, input.asOf ?? today())) : plan
  },

  'plans.copyVersion': copyVersion,
  'plans.updateVersion': updateVersion,

  'plans.chooseVersion': ({ store, today }, input) => {
    const plan = findPlan(store, input.plan)
    if (!plan.ok) return plan
    const found = findWritableVersion(store, plan.value, input.version)
    if (!found.ok) return found
    const { number, name, state } = found.value
    if (state === 'adjusting') return fail('VERSION_NOT_DRAFT', { name })
    store.write({ kind: 'plans.chooseVersion', label: `Chọn ${name}, ${plan.value.name}` }, (tx) => {
      choose(tx, plan.value, number)
      return null
    })
    return answerVersion(store, plan.value, number, today())
  },

  'plans.removeVersion': ({ store, today }, input) => {
    const plan = findPlan(store, input.plan)
    if (!plan.ok) return plan
    const found = findVersion(store, plan.value, input.version, today())
    if (!found.ok) return found
    const { number, name, state, basedOn } = found.value
    if (plan.value.status === 'closed') return fail('PLAN_CLOSED', { name: plan.value.name })
    if (isPublished(found.value)) return fail('VERSION_ISSUED', { name })
    const others = readVersions(store, plan.value.id).filter((version) => version.number !== number)
    // Where the chosen draft goes, the one it was copied from takes its place, else the first that is left.
    const next = others.find((version) => version.number === basedOn && version.state === 'draft') ?? others[0]
    if (next === undefined) return fail('VERSION_LAST', { name })
    store.write({ kind: 'plans.removeVersion', label: `Xóa ${name}, ${plan.value.name}` }, (tx) => {
      removeTargetsOf(tx, plan.value.id, number)
      tx.db.delete(planVersions).where(eq(planVersions.id, found.value.id)).run()
      if (state === 'chosen' && isEditable(next, plan.value.status)) choose(tx, plan.value, next.number)
      return null
    })
    const current = versionInForce(readVersions(store, plan.value.id), today())
    return ok({ removed: name, current: current?.name ?? next.name })
  },
}

/** A copy stands beside its source: of a draft another draft, of an adjustment in preparation another of those. */
function copyVersion(
  { store, newId, today }: CommandContext,
  input: ParsedInput<'plans.copyVersion'>,
): AppResult<PlanVersionRow> {
  const plan = findPlan(store, input.plan)
  if (!plan.ok) return plan
  const source = findWritableVersion(store, plan.value, input.version)
  if (!source.ok) return source
  const versions = readVersions(store, plan.value.id)
  const isAdjusting = source.value.state === 'adjusting'
  const name = input.name ?? nextDraftName(versions.map((version) => version.name))
  const free = checkName(versions, null, name)
  if (!free.ok) return free
  const number = readNextNumber(store, plan.value.id)
  store.write({ kind: 'plans.copyVersion', label: `Lập ${name} từ ${source.value.name}, ${plan.value.name}` }, (tx) => {
    tx.db
      .insert(planVersions)
      .values({
        ...source.value,
        id: newId(),
        number,
        name,
        state: isAdjusting ? 'adjusting' : 'draft',
        basedOn: isAdjusting ? source.value.basedOn : source.value.number,
        madeAt: tx.at,
      })
      .run()
    copyTargets(tx, plan.value.id, source.value.number, number)
    return null
  })
  return answerVersion(store, plan.value, number, today())
}

function updateVersion(
  { store, today }: CommandContext,
  input: ParsedInput<'plans.updateVersion'>,
): AppResult<PlanVersionRow> {
  const plan = findPlan(store, input.plan)
  if (!plan.ok) return plan
  const found = findWritableVersion(store, plan.value, input.version)
  if (!found.ok) return found
  const { id, number } = found.value
  const given = Object.fromEntries(Object.entries(input.patch).filter(([, value]) => value !== undefined))
  const wanted: StoredVersion = { ...found.value, ...given }
  const free = checkName(readVersions(store, plan.value.id), id, wanted.name)
  if (!free.ok) return free
  const label =
    wanted.name === found.value.name
      ? `Sửa ${wanted.name}, ${plan.value.name}`
      : `Đổi tên ${found.value.name} thành ${wanted.name}`
  store.write({ kind: 'plans.updateVersion', label }, (tx) => {
    tx.db.update(planVersions).set(given).where(eq(planVersions.id, id)).run()
    return null
  })
  return answerVersion(store, plan.value, number, today())
}

function checkName(versions: readonly StoredVersion[], id: string | null, name: string): AppResult<null> {
  const folded = foldText(name)
  const twin = versions.find((version) => version.id !== id && foldText(version.name) === folded)
  return twin === undefined ? ok(null) : fail('VERSION_NAME_TAKEN', { name: twin.name })
}

/** Exactly one draft of a plan that is not issued is the chosen one. */
function choose(tx: Transaction, plan: PlanRow, number: number): void {
  tx.db
    .update(planVersions)
    .set({ state: 'draft' })
    .where(and(eq(planVersions.planId, plan.id), eq(planVersions.state, 'chosen')))
    .run()
  tx.db
    .update(planVersions)
    .set({ state: 'chosen' })
    .where(and(eq(planVersions.planId, plan.id), eq(planVersions.number, number)))
    .run()
}
