import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { PlanVersionRow } from '#shared/contract/plan-versions.ts'
import { isEditable, versionInForce } from '#shared/domain/targets/plan-version.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { countTargets, readVersions, type StoredVersion } from '../db/queries/plan-versions.ts'
import type { ReadStore } from '../db/store.ts'

/** The versions of a plan as callers see them. */
export function publishVersions(store: ReadStore, plan: PlanRow, day: IsoDate): PlanVersionRow[] {
  const versions = readVersions(store, plan.id)
  const inForce = versionInForce(versions, day)
  const counts = countTargets(store, plan.id)
  return versions.map(({ id, planId: _, ...version }) => ({
    ...version,
    plan: plan.code,
    inForce: id === inForce?.id,
    editable: isEditable(version, plan.status),
    targets: counts.get(version.number) ?? 0,
  }))
}

export function publishVersion(store: ReadStore, plan: PlanRow, version: StoredVersion, day: IsoDate): PlanVersionRow {
  const row = publishVersions(store, plan, day).find(({ number }) => number === version.number)
  if (row === undefined) throw new Error(`version ${version.number} of ${plan.code} is gone`)
  return row
}

/** What a command answers: the version as it is after the write. */
export function answerVersion(
  store: ReadStore,
  plan: PlanRow,
  number: number,
  day: IsoDate,
): AppResult<PlanVersionRow> {
  const row = publishVersions(store, plan, day).find((version) => version.number === number)
  return row === undefined ? fail('ROW_UNKNOWN') : ok(row)
}
