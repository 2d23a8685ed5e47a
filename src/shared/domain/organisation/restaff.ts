import { addDays, type IsoDate } from '../../kit/dates.ts'
import type { Period } from './periods.ts'

export interface SittingMember extends Period {
  readonly id: string
  readonly personId: string
  readonly roleId: string
}

export interface WantedMember {
  readonly personId: string
  readonly roleId: string
}

export interface Restaffing<Wanted extends WantedMember> {
  /** Rows that end on `lastDay`. */
  readonly end: readonly SittingMember[]
  /** Rows that began on the day or later: as if they had never been. */
  readonly drop: readonly SittingMember[]
  readonly begin: readonly Wanted[]
  /** Who goes on in the same role, with the row that goes on. */
  readonly keep: readonly { readonly row: SittingMember; readonly wanted: Wanted }[]
  readonly lastDay: IsoDate
}

/**
 * The list of a committee from a day on. Who is not in the new list ends the day before; who is in it with the same
 * role goes on; who changes role ends and begins anew, so that the list of any earlier day stays as it was.
 */
export function restaff<Wanted extends WantedMember>(
  sitting: readonly SittingMember[],
  wanted: readonly Wanted[],
  on: IsoDate,
): Restaffing<Wanted> {
  const lastDay = addDays(on, -1)
  const open = sitting.filter(({ to }) => to === null || to >= on)
  const goesOn = new Map<string, SittingMember>()
  for (const member of wanted) {
    const row = open.find(
      (one) =>
        one.personId === member.personId && one.roleId === member.roleId && (one.from === null || one.from <= on),
    )
    if (row !== undefined) goesOn.set(member.personId, row)
  }
  const kept = new Set([...goesOn.values()].map(({ id }) => id))
  const leaving = open.filter(({ id }) => !kept.has(id))
  return {
    end: leaving.filter(({ from }) => from === null || from < on),
    drop: leaving.filter(({ from }) => from !== null && from >= on),
    begin: wanted.filter(({ personId }) => !goesOn.has(personId)),
    keep: wanted.flatMap((member) => {
      const row = goesOn.get(member.personId)
      return row === undefined ? [] : [{ row, wanted: member }]
    }),
    lastDay,
  }
}
