import type { AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { CommitteeMemberRow, CommitteeRow } from '#shared/contract/organisation-rows.ts'
import { chargeStateOn } from '#shared/domain/organisation/deadlines.ts'
import { isValidOn, type IsoDate } from '#shared/kit/dates.ts'
import { groupBy } from '#shared/kit/group-by.ts'
import { ok } from '#shared/kit/result.ts'
import { readAssignments, type StoredAssignment } from '../../db/queries/assignments.ts'
import {
  readCommitteeDecisions,
  readCommitteeMembers,
  readCommittees,
  type StoredMember,
} from '../../db/queries/committees.ts'
import type { ReadStore } from '../../db/store.ts'
import { readScope } from './scope.ts'

type Store = Pick<ReadStore, 'db' | 'sqlite'>

export function listCommittees(
  store: Store,
  input: ParsedInput<'committees.list'>,
  day: IsoDate,
): AppResult<Output<'committees.list'>> {
  const scope = readScope(store, input.unit)
  if (!scope.ok) return scope
  const { holds, placeOf } = scope.value
  return ok(
    readCommitteeRows(store, day, input.everyMember)
      .filter((row) => holds(row.unit) && (input.state === null || row.active === (input.state === 'active')))
      .toSorted((a, b) => placeOf(a.unit) - placeOf(b.unit) || Number(b.active) - Number(a.active)),
  )
}

/** Committees with their decisions and the members of a day. */
export function readCommitteeRows(store: Store, day: IsoDate, everyMember = false): CommitteeRow[] {
  const decisions = groupBy(readCommitteeDecisions(store), (row) => row.committeeId)
  const members = groupBy(readCommitteeMembers(store, null), (row) => row.committeeId)
  const charges = groupBy(
    readAssignments(store, { person: null, enterprise: null, union: null, committee: null }).filter(
      ({ validFrom, validTo, committeeId }) => committeeId !== null && isValidOn(day, validFrom, validTo),
    ),
    (row) => `${row.committeeId}|${row.personId}`,
  )
  return readCommittees(store).map(({ unitId: _, ...row }) => {
    const active = chargeStateOn(row.validFrom, row.validTo, day) === 'current'
    return {
      ...row,
      active,
      decisions: decisions.get(row.id) ?? [],
      members: (members.get(row.id) ?? [])
        // Nobody sits in a committee that has ended, whatever days the rows were left with.
        .map((member) => ({ ...member, active: active && isValidOn(day, member.validFrom, member.validTo) }))
        .map((member) => tellMember(member, charges.get(`${row.id}|${member.personId}`) ?? []))
        .filter((member) => everyMember || member.active),
    }
  })
}

function tellMember(
  { roleId: _, ...member }: StoredMember & { readonly active: boolean },
  charges: readonly StoredAssignment[],
): CommitteeMemberRow {
  return {
    ...member,
    areas: charges.flatMap(({ enterpriseId, unionId, unit, unitName }) =>
      enterpriseId === null && unionId === null && unit !== null ? [{ unit, name: unitName ?? unit }] : [],
    ),
    enterprises: charges.filter(({ enterpriseId }) => enterpriseId !== null).length,
  }
}
