import type { AppResult } from '#shared/contract/errors.ts'
import type { WeakUnionRow } from '#shared/contract/funnel.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { RemedyRow } from '#shared/contract/organisation-rows.ts'
import { weaknessOf, weakReasons } from '#shared/domain/organisation/weak-unions.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { groupBy } from '#shared/kit/group-by.ts'
import { ok } from '#shared/kit/result.ts'
import { readRemedies, readRemedySteps } from '../../db/queries/remedies.ts'
import { readUnions } from '../../db/queries/unions.ts'
import type { ReadStore } from '../../db/store.ts'
import { readUnionRules } from '../unions/rules.ts'
import { readScope } from './scope.ts'

type Store = Pick<ReadStore, 'db' | 'sqlite'>

export function listRemedies(
  store: Store,
  input: ParsedInput<'remedies.list'>,
  day: IsoDate,
): AppResult<Output<'remedies.list'>> {
  const scope = readScope(store, input.unit)
  if (!scope.ok) return scope
  return ok(
    readRemedyRows(store, day).filter(
      (row) =>
        scope.value.holds(row.unit) &&
        (input.kind === null || row.kind === input.kind) &&
        (input.enterprise === null || row.enterpriseId === input.enterprise) &&
        (input.union === null || row.unionId === input.union) &&
        (input.state === null || row.open === (input.state === 'open')),
    ),
  )
}

/** Plans with their steps as of a day: what was closed later was still open then. */
export function readRemedyRows(store: Store, day: IsoDate): RemedyRow[] {
  const steps = groupBy(readRemedySteps(store), (row) => row.remedyId)
  return readRemedies(store).map((row) => {
    const open = row.closedOn === null || row.closedOn > day
    const own = (steps.get(row.id) ?? []).map((step) => ({
      ...step,
      overdue: open && (step.doneOn === null || step.doneOn > day) && step.dueOn !== null && step.dueOn < day,
    }))
    return {
      ...row,
      open,
      overdue: open && row.dueOn !== null && row.dueOn < day,
      steps: own,
      stepsDone: own.filter(({ doneOn }) => doneOn !== null && doneOn <= day).length,
    }
  })
}

/** Active unions that are weak or without members, with what is done about it; those without a plan first. */
export function listWeakUnions(
  store: Store,
  unit: string | null,
  day: IsoDate,
): AppResult<Output<'remedies.weakUnions'>> {
  const scope = readScope(store, unit)
  if (!scope.ok) return scope
  const rules = readUnionRules(store)
  const open = new Map(
    readRemedyRows(store, day).flatMap((row) =>
      row.unionId !== null && row.open && row.openedOn <= day ? [[row.unionId, row] as const] : [],
    ),
  )
  const rows = readUnions(store, day).flatMap((union): WeakUnionRow[] => {
    if (!scope.value.holds(union.unit)) return []
    const remedy = open.get(union.id)
    const marked = remedy?.kind ?? null
    const reasons = weakReasons(union, rules, marked, day)
    if (reasons.length === 0) return []
    return [
      {
        id: union.id,
        name: union.name,
        unit: union.unit,
        unitName: union.unitShortName,
        members: union.members,
        membersOn: union.membersOn,
        workers: union.workers,
        kind: weaknessOf(reasons, marked),
        reasons: [...reasons],
        remedyId: remedy?.id ?? null,
        officer: remedy?.officer ?? null,
        dueOn: remedy?.dueOn ?? null,
        overdue: remedy?.overdue ?? false,
        steps: remedy?.steps.length ?? 0,
        stepsDone: remedy?.stepsDone ?? 0,
      },
    ]
  })
  const { placeOf } = scope.value
  return ok(
    rows.toSorted(
      (a, b) =>
        Number(a.remedyId !== null) - Number(b.remedyId !== null) ||
        placeOf(a.unit) - placeOf(b.unit) ||
        (a.members ?? 0) - (b.members ?? 0),
    ),
  )
}
