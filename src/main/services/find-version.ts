import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import { isEditable, isPublished, versionInForce } from '#shared/domain/targets/plan-version.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { readVersions, type StoredVersion } from '../db/queries/plan-versions.ts'
import type { ReadStore } from '../db/store.ts'

/** A version by its number or name, as `versionName` of the contract takes it; null: the one that counts. */
export type VersionRef = number | string | null

/** The version asked for; without one, the one that counts on the day. */
export function findVersion(
  store: Pick<ReadStore, 'db'>,
  plan: PlanRow,
  ref: VersionRef,
  day: IsoDate,
): AppResult<StoredVersion> {
  const versions = readVersions(store, plan.id)
  const found = ref === null ? versionInForce(versions, day) : matchVersion(versions, ref)
  if (found !== null) return ok(found)
  const names = versions.map(({ name }) => name).join(', ')
  return fail('VERSION_UNKNOWN', { plan: plan.name, name: String(ref ?? ''), names })
}

/**
 * The version numbers are to be written into: the one named, else the chosen draft. An issued plan is never
 * edited, so without a name it is refused even while an adjustment is in preparation.
 */
export function findWritableVersion(
  store: Pick<ReadStore, 'db'>,
  plan: PlanRow,
  ref: VersionRef,
): AppResult<StoredVersion> {
  if (plan.status === 'closed') return fail('PLAN_CLOSED', { name: plan.name })
  if (ref === null && plan.status === 'issued') return fail('PLAN_ISSUED', { name: plan.name })
  // Nothing of an unissued plan is in effect by a day, so that any day answers the chosen draft.
  const found = findVersion(store, plan, ref, plan.from)
  if (!found.ok) return found
  if (isEditable(found.value, plan.status)) return found
  if (isPublished(found.value)) return fail('VERSION_ISSUED', { name: found.value.name })
  return fail('PLAN_ISSUED', { name: plan.name })
}

/** By number ("2"), by name, or by the letter of a draft: "b" finds "Phương án B". */
function matchVersion(versions: readonly StoredVersion[], ref: number | string): StoredVersion | null {
  const folded = foldText(String(ref))
  const matches = (name: string): boolean => foldText(name) === folded
  return (
    versions.find(({ name }) => typeof ref === 'string' && matches(name)) ??
    versions.find(({ number }) => String(number) === String(ref).trim()) ??
    versions.find(({ name }) => foldText(name) === `phuong an ${folded}`) ??
    null
  )
}
