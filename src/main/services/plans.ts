import { eq } from '../db/orm.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { PlanRow, plansContract } from '#shared/contract/plans.ts'
import type { PlanKind } from '#shared/domain/targets/target.ts'
import { versionInForce } from '#shared/domain/targets/plan-version.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { addDays, daysBetween, makeIsoDate, yearOf } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { insertFirstVersion, readVersions } from '../db/queries/plan-versions.ts'
import { readDefaultPlan, readPlans } from '../db/queries/plans.ts'
import {
  allocations,
  campaignExclusions,
  documentDrafts,
  documents,
  plans,
  planVersions,
  targets,
} from '../db/schema/index.ts'
import type { ReadStore } from '../db/store.ts'
import { issueDraft } from './issue-version.ts'
import { planVersionHandlers } from './plan-versions.ts'
import type { Service } from './service.ts'

export const plansService: Service<keyof typeof plansContract> = {
  ...planVersionHandlers,

  'plans.list': ({ store }) => ok(readPlans(store)),
  'plans.default': ({ store }) => ok(readDefaultPlan(store)),

  'plans.add': ({ store, newId }, input) => {
    const known = readPlans(store)
    const name = input.name ?? defaultName(input)
    const checked = checkPlan(known, null, { ...input, name })
    if (!checked.ok) return checked
    const id = newId()
    store.write({ kind: 'plans.add', label: `Lập ${lowerFirst(name)}` }, (tx) => {
      const { code, kind, note } = input
      const parentId = checked.value
      tx.db
        .insert(plans)
        .values({ id, code, kind, name, fromDate: input.from, toDate: input.to, parentId, status: 'draft', note })
        .run()
      insertFirstVersion(tx, id, 'draft')
      return null
    })
    return answer(store, id)
  },

  'plans.update': ({ store }, { id, patch }) => {
    const known = readPlans(store)
    const current = known.find((plan) => plan.id === id)
    if (current === undefined) return fail('ROW_UNKNOWN')
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
    const wanted: PlanRow = { ...current, ...given }
    const checked = checkPlan(known, current, wanted)
    if (!checked.ok) return checked
    if (!isOpen(current) && isOpen(wanted)) return fail('PLAN_STAYS_ISSUED', { name: current.name })
    const issued = isOpen(current) && !isOpen(wanted) ? versionInForce(readVersions(store, id), current.from) : null
    const operation =
      issued === null
        ? { kind: 'plans.update', label: `Sửa ${lowerFirst(wanted.name)}` }
        : { kind: 'plans.issue', label: `Ban hành ${lowerFirst(wanted.name)} theo ${issued.name}` }
    store.write(operation, (tx) => {
      const { code, name, status, note } = wanted
      if (issued !== null) issueDraft(tx, id, issued)
      tx.db
        .update(plans)
        .set({ code, name, status, note, fromDate: wanted.from, toDate: wanted.to, parentId: checked.value })
        .where(eq(plans.id, id))
        .run()
      return null
    })
    return answer(store, id)
  },

  'plans.remove': ({ store }, { id }) => {
    const known = readPlans(store)
    const plan = known.find((row) => row.id === id)
    if (plan === undefined) return fail('ROW_UNKNOWN')
    const isUsed = [targets, allocations, documents, documentDrafts, campaignExclusions].some(
      (table) => store.db.select({ id: table.id }).from(table).where(eq(table.planId, id)).get() !== undefined,
    )
    if (isUsed || known.some((row) => row.parent === plan.code)) return fail('PLAN_IN_USE', { name: plan.name })
    store.write({ kind: 'plans.remove', label: `Xóa ${lowerFirst(plan.name)}` }, (tx) => {
      tx.db.delete(planVersions).where(eq(planVersions.planId, id)).run()
      tx.db.delete(plans).where(eq(plans.id, id)).run()
      return null
    })
    return ok({})
  },
}

function isOpen({ status }: Pick<PlanRow, 'status'>): boolean {
  return status === 'draft' || status === 'consulting'
}

/** Checks a plan as it would be; answers the id of its parent. */
function checkPlan(
  known: readonly PlanRow[],
  current: PlanRow | null,
  plan: Pick<PlanRow, 'code' | 'kind' | 'name' | 'from' | 'to' | 'parent'>,
): AppResult<string | null> {
  const twin = known.find((row) => row.code === plan.code && row.id !== current?.id)
  if (twin !== undefined) return fail('PLAN_CODE_TAKEN', { code: plan.code, name: twin.name })
  const days = { from: formatDate(plan.from), to: formatDate(plan.to) }
  if (plan.to < plan.from) return fail('PLAN_DATES_REVERSED', days)
  if (plan.kind === 'year' && plan.to > lastDayOfYearFrom(plan.from)) return fail('PLAN_YEAR_TOO_LONG', days)
  if (plan.parent === null) return ok(null)
  const parent = known.find((row) => row.code === plan.parent)
  if (parent === undefined) return fail('PLAN_UNKNOWN', { code: plan.parent })
  for (let above: PlanRow | undefined = parent; above !== undefined;) {
    if (above.id === current?.id) return fail('PLAN_PARENT_LOOP', { name: plan.name })
    const next: string | null = above.parent
    above = known.find((row) => row.code === next)
  }
  return ok(parent.id)
}

/** 2024-01-01 → 2024-12-31, 2023-12-01 → 2024-11-30. */
function lastDayOfYearFrom(from: string): string {
  const next = makeIsoDate(yearOf(from) + 1, Number(from.slice(5, 7)), Number(from.slice(8)))
  // Only 29/2 has no counterpart a year later.
  return addDays(next ?? addDays(from, 366), -1)
}

function defaultName({ code, kind, from, to }: Pick<PlanRow, 'code' | 'kind' | 'from' | 'to'>): string {
  const names: Readonly<Record<PlanKind, string>> = {
    term: `Kế hoạch giai đoạn ${yearOf(from)} - ${yearOf(to)}`,
    // A year from 1/12/2023 to 30/11/2024 is the year 2024.
    year: `Kế hoạch năm ${yearOf(addDays(from, Math.floor(daysBetween(from, to) / 2)))}`,
    campaign: `Đợt thi đua cao điểm năm ${yearOf(to)}`,
    // Phase codes end in their number: "2024-CD-1" is "Giai đoạn 1".
    phase: `Giai đoạn ${/-(\d+)$/.exec(code)?.[1] ?? code}`,
  }
  return names[kind]
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)
}

function answer(store: ReadStore, id: string): AppResult<PlanRow> {
  const plan = readPlans(store).find((row) => row.id === id)
  return plan === undefined ? fail('ROW_UNKNOWN') : ok(plan)
}
