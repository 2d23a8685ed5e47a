import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { AssignmentRow, CollaboratorRow } from '#shared/contract/organisation-rows.ts'
import { columnWords } from '#shared/domain/history/words.ts'
import { chargeStateOn } from '#shared/domain/organisation/deadlines.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { isValidOn, type IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import {
  readAssignments,
  readCollaborators,
  type AssignmentScope,
  type StoredAssignment,
} from '../../db/queries/assignments.ts'
import { readDatedUnits } from '../../db/queries/dated-units.ts'
import type { ReadStore } from '../../db/store.ts'
import { readScope } from './scope.ts'

type Store = Pick<ReadStore, 'db' | 'sqlite'>

export function listAssignments(
  store: Store,
  input: ParsedInput<'assignments.list'>,
  day: IsoDate,
): AppResult<Output<'assignments.list'>> {
  const scope = readScope(store, input.unit)
  if (!scope.ok) return scope
  const { person, enterprise, union, committee } = input
  return ok(
    readAssignmentRows(store, day, { person, enterprise, union, committee }).filter(
      (row) =>
        scope.value.holds(row.unit) &&
        (input.subject === null || row.subject === input.subject) &&
        (input.state === null || row.state === input.state),
    ),
  )
}

/** Charges with their state of a day and what is worth a look. */
export function readAssignmentRows(store: Store, day: IsoDate, scope: AssignmentScope): AssignmentRow[] {
  const units = readDatedUnits(store)
  const roles = columnWords('assignments', 'role')?.values ?? {}
  return readAssignments(store, scope).map((row) => {
    const { unitId, personFrom: _from, personTo: _to, unionEndedOn: _ended, ...shown } = row
    const state = chargeStateOn(row.validFrom, row.validTo, day)
    const unit = unitId === null ? undefined : units.get(unitId)
    return {
      ...shown,
      subject: row.enterpriseId !== null ? 'enterprise' : row.unionId !== null ? 'union' : 'unit',
      subjectName: row.enterprise ?? row.union ?? row.unitName ?? '',
      roleName: roles[row.role] ?? row.role,
      state,
      warnings: state === 'current' ? findWarnings(row, unit, day) : [],
    }
  })
}

function findWarnings(
  row: StoredAssignment,
  unit: { readonly validFrom: IsoDate | null; readonly validTo: IsoDate | null } | undefined,
  day: IsoDate,
): AssignmentRow['warnings'] {
  const warnings: AssignmentRow['warnings'] = []
  if (!isValidOn(day, row.personFrom, row.personTo))
    warnings.push({
      code: 'PERSON_LEFT',
      message: `Đồng chí ${row.person} không còn công tác vào ngày ${formatDate(day)}. Hãy phân công người khác.`,
    })
  if (
    row.enterpriseId === null &&
    row.unionId === null &&
    unit !== undefined &&
    !isValidOn(day, unit.validFrom, unit.validTo)
  )
    warnings.push({
      code: 'UNIT_ENDED',
      message: `${row.unitName ?? ''} không hoạt động vào ngày ${formatDate(day)}. Hãy ghi ngày kết thúc phân công.`,
    })
  if (row.unionEndedOn !== null && row.unionEndedOn <= day)
    warnings.push({
      code: 'UNION_ENDED',
      message: `${row.union ?? ''} đã kết thúc hoạt động ngày ${formatDate(row.unionEndedOn)}.`,
    })
  if (row.dueOn !== null && row.dueOn < day)
    warnings.push({ code: 'OVERDUE', message: `Quá thời hạn ${formatDate(row.dueOn)}.` })
  return warnings
}

export function listCollaborators(
  store: Store,
  input: ParsedInput<'collaborators.list'>,
  day: IsoDate,
): AppResult<Output<'collaborators.list'>> {
  const scope = readScope(store, input.unit)
  if (!scope.ok) return scope
  const rows = readCollaborators(store).map((row): CollaboratorRow => ({
    ...row,
    active: isValidOn(day, row.validFrom, row.validTo),
  }))
  return ok(
    rows.filter(
      (row) => scope.value.holds(row.unit) && (input.state === null || row.active === (input.state === 'active')),
    ),
  )
}

/** Refuses ids that name nothing. */
export function checkIds(store: Pick<ReadStore, 'sqlite'>, table: string, ids: readonly string[]): AppResult<null> {
  const there = store.sqlite.prepare<[string], number>(`SELECT 1 FROM ${table} WHERE id = ?`).pluck()
  return ids.every((id) => there.get(id) !== undefined) ? ok(null) : fail('ROW_UNKNOWN')
}
