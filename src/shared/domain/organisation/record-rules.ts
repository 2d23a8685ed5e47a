import type { IsoDate } from '../../kit/dates.ts'
import { foldText } from '../text/fold.ts'
import { formatDate } from '../text/format.ts'
import { findRecordColumn, recordOf, recordTitle, type RecordId } from './records.ts'
import { isInOrder, leaves, overlap, type Period } from './periods.ts'

/** A row as the data file holds it: columns by their stored names. */
export type RecordRow = Readonly<Record<string, string | number | null>>

/** Why a row is not taken. `code` is one of the contract's error codes, `column` where the mend is. */
export interface RecordProblem {
  readonly column: string
  readonly code:
    | 'CATALOGUE_CELL_MISSING'
    | 'RECORD_SUBJECT_NEEDED'
    | 'RECORD_DATES_REVERSED'
    | 'COMMITTEE_TWICE'
    | 'COMMITTEE_PERSON_TWICE'
    | 'COMMITTEE_ROLE_TAKEN'
    | 'COMMITTEE_MEMBER_OUTSIDE'
    | 'COMMITTEE_FOUNDED_TWICE'
    | 'ASSIGNMENT_TWICE'
    | 'ASSIGNMENT_LEAD_TAKEN'
    | 'COMMENDATION_TWICE'
    | 'COMMENDATION_REASON_MISSING'
    | 'COMMENDATION_FORM_WRONG'
    | 'REMEDY_OPEN'
    | 'REMEDY_KIND_WRONG'
    | 'REMEDY_OUTCOME_MISSING'
    | 'UNION_OFFICER_TWICE'
    | 'COLLABORATOR_TWICE'
  readonly places: Readonly<Record<string, string>>
}

/** What a rule needs to know beside the row itself. */
export interface RecordSurroundings {
  /** The other rows of the table that could clash with it; never the row itself. */
  readonly others: readonly RecordRow[]
  /** Whether only one may hold this role at a time. */
  readonly isSingleRole: (roleId: string) => boolean
  readonly nameOfPerson: (id: string) => string
  readonly nameOfRole: (id: string) => string
  /** For whom a form of commendation is: 'group', 'person', 'both'. */
  readonly kindOfForm: (id: string) => string | null
  /** The row this one belongs to: the committee of a member, the visit of a follow-up. */
  readonly parent: RecordRow | null
}

/** The first thing that is wrong with a row, or null. */
export function checkRecord(id: RecordId, row: RecordRow, around: RecordSurroundings): RecordProblem | null {
  return checkFilled(id, row) ?? checkSubject(id, row) ?? checkDates(id, row, around) ?? checkOthers(id, row, around)
}

function checkFilled(id: RecordId, row: RecordRow): RecordProblem | null {
  const missing = recordOf(id).columns.find(
    ({ required, stored }) => required === true && (row[stored] ?? null) === null,
  )
  return missing === undefined
    ? null
    : { column: missing.id, code: 'CATALOGUE_CELL_MISSING', places: { name: recordTitle(id, missing) } }
}

function checkSubject(id: RecordId, row: RecordRow): RecordProblem | null {
  const { oneOf } = recordOf(id)
  if (oneOf === undefined) return null
  const columns = oneOf.flatMap((name) => findRecordColumn(id, name) ?? [])
  const filled = columns.filter(({ stored }) => (row[stored] ?? null) !== null)
  if (filled.length === 1) return null
  return {
    column: filled[1]?.id ?? columns[0]?.id ?? '',
    code: 'RECORD_SUBJECT_NEEDED',
    places: { names: columns.map((column) => `“${recordTitle(id, column)}”`).join(', ') },
  }
}

function checkDates(id: RecordId, row: RecordRow, { parent }: RecordSurroundings): RecordProblem | null {
  for (const [first, second] of recordOf(id).inOrder ?? []) {
    const problem = ordered(id, second, dayOf(row, first), dayOf(row, second))
    if (problem !== null) return problem
  }
  if (id === 'followUps' && parent !== null)
    for (const column of ['due_on', 'done_on'] as const) {
      const problem = ordered(id, column, dayOf(parent, 'on_date'), dayOf(row, column))
      if (problem !== null) return problem
    }
  return null
}

function ordered(id: RecordId, stored: string, first: IsoDate | null, second: IsoDate | null): RecordProblem | null {
  if (isInOrder({ from: first, to: second }) || first === null || second === null) return null
  const column = recordOf(id).columns.find((known) => known.stored === stored)
  return {
    column: column?.id ?? stored,
    code: 'RECORD_DATES_REVERSED',
    places: { name: recordTitle(id, { stored }), to: formatDate(second), from: formatDate(first) },
  }
}

function checkOthers(id: RecordId, row: RecordRow, around: RecordSurroundings): RecordProblem | null {
  switch (id) {
    case 'committees':
      return checkCommittee(row, around)
    case 'decisions':
      return checkDecision(row, around)
    case 'members':
      return checkMember(row, around)
    case 'assignments':
      return checkAssignment(row, around)
    case 'commendations':
      return checkCommendation(row, around)
    case 'remedies':
      return checkRemedy(row, around)
    case 'unionOfficers':
      return checkUnionOfficer(row, around)
    case 'collaborators':
      return checkCollaborator(row, around)
    case 'visits':
    case 'followUps':
    case 'steps':
      return null
  }
}

function checkCommittee(row: RecordRow, { others }: RecordSurroundings): RecordProblem | null {
  const twin = others.find(
    (other) =>
      other['unit_id'] === row['unit_id'] &&
      other['name_folded'] === row['name_folded'] &&
      overlap(periodOf(other), periodOf(row)),
  )
  return twin === undefined ? null : { column: 'name', code: 'COMMITTEE_TWICE', places: { name: String(row['name']) } }
}

function checkDecision(row: RecordRow, { others }: RecordSurroundings): RecordProblem | null {
  const twice =
    row['kind'] === 'found' &&
    others.some((other) => other['committee_id'] === row['committee_id'] && other['kind'] === 'found')
  return twice ? { column: 'kind', code: 'COMMITTEE_FOUNDED_TWICE', places: {} } : null
}

/** No person twice in one committee, one head at a time, nobody before it was founded or after it ended. */
function checkMember(row: RecordRow, around: RecordSurroundings): RecordProblem | null {
  const period = periodOf(row)
  const same = around.others.filter(
    (other) => other['committee_id'] === row['committee_id'] && overlap(periodOf(other), period),
  )
  const person = String(row['person_id'])
  if (same.some((other) => other['person_id'] === person))
    return { column: 'person', code: 'COMMITTEE_PERSON_TWICE', places: { name: around.nameOfPerson(person) } }
  const role = String(row['role_id'])
  const rival = around.isSingleRole(role) ? same.find((other) => other['role_id'] === role) : undefined
  if (rival !== undefined)
    return {
      column: 'role',
      code: 'COMMITTEE_ROLE_TAKEN',
      places: { word: around.nameOfRole(role), name: around.nameOfPerson(String(rival['person_id'])) },
    }
  if (around.parent !== null && leaves(period, periodOf(around.parent)))
    return { column: 'validFrom', code: 'COMMITTEE_MEMBER_OUTSIDE', places: { name: around.nameOfPerson(person) } }
  return null
}

const SUBJECTS = ['unit_id', 'enterprise_id', 'union_id'] as const

export function isSameSubject(a: RecordRow, b: RecordRow): boolean {
  return SUBJECTS.every((column) => (a[column] ?? null) === (b[column] ?? null))
}

/** One person once for one thing at a time; one person in charge of it. */
function checkAssignment(row: RecordRow, around: RecordSurroundings): RecordProblem | null {
  const same = around.others.filter((other) => isSameSubject(other, row) && overlap(periodOf(other), periodOf(row)))
  const person = String(row['person_id'])
  if (same.some((other) => other['person_id'] === person))
    return { column: 'person', code: 'ASSIGNMENT_TWICE', places: { name: around.nameOfPerson(person) } }
  const rival = row['role'] === 'lead' ? same.find((other) => other['role'] === 'lead') : undefined
  if (rival === undefined) return null
  return {
    column: 'person',
    code: 'ASSIGNMENT_LEAD_TAKEN',
    places: { name: around.nameOfPerson(String(rival['person_id'])) },
  }
}

function checkCommendation(row: RecordRow, { others, kindOfForm }: RecordSurroundings): RecordProblem | null {
  const keyOf = (one: RecordRow): string =>
    `${one['kind']}|${one['unit_id'] ?? one['union_id'] ?? one['person_id'] ?? one['name_folded']}`
  if (others.some((other) => other['plan_id'] === row['plan_id'] && keyOf(other) === keyOf(row)))
    return { column: 'name', code: 'COMMENDATION_TWICE', places: { name: String(row['name']) } }
  if (row['state'] === 'excluded' && (row['exclusion'] ?? null) === null)
    return { column: 'exclusion', code: 'COMMENDATION_REASON_MISSING', places: {} }
  const form = row['form_id']
  const kind = typeof form === 'string' ? kindOfForm(form) : null
  if (kind !== null && kind !== 'both' && kind !== row['kind'])
    return { column: 'form', code: 'COMMENDATION_FORM_WRONG', places: {} }
  return null
}

function checkRemedy(row: RecordRow, { others }: RecordSurroundings): RecordProblem | null {
  if ((row['kind'] === 'difficult') !== ((row['enterprise_id'] ?? null) !== null))
    return { column: 'kind', code: 'REMEDY_KIND_WRONG', places: {} }
  if ((row['closed_on'] ?? null) !== null && (row['outcome'] ?? null) === null)
    return { column: 'outcome', code: 'REMEDY_OUTCOME_MISSING', places: {} }
  const open = (one: RecordRow): boolean => (one['closed_on'] ?? null) === null
  const twin = open(row) && others.some((other) => open(other) && isSameSubject(other, row))
  return twin ? { column: 'openedOn', code: 'REMEDY_OPEN', places: {} } : null
}

const PLACED = ['unit_id', 'enterprise_id', 'phone', 'position'] as const

/** Of one name in one place at one time, and nothing tells them apart: their office or telephone would. */
function checkCollaborator(row: RecordRow, { others }: RecordSurroundings): RecordProblem | null {
  const twin = others.some(
    (other) =>
      other['name_folded'] === row['name_folded'] &&
      PLACED.every((column) => (other[column] ?? null) === (row[column] ?? null)) &&
      overlap(periodOf(other), periodOf(row)),
  )
  return twin ? { column: 'fullName', code: 'COLLABORATOR_TWICE', places: { name: String(row['full_name']) } } : null
}

/** Of one name, and nothing tells them apart: the year of birth would. */
function checkUnionOfficer(row: RecordRow, { others }: RecordSurroundings): RecordProblem | null {
  const twin = others.some(
    (other) =>
      other['union_id'] === row['union_id'] &&
      other['body'] === row['body'] &&
      overlap(periodOf(other), periodOf(row)) &&
      isSamePerson(other, row),
  )
  return twin ? { column: 'fullName', code: 'UNION_OFFICER_TWICE', places: { name: String(row['full_name']) } } : null
}

function isSamePerson(a: RecordRow, b: RecordRow): boolean {
  if (foldText(String(a['full_name'])) !== foldText(String(b['full_name']))) return false
  const [one, other] = [a['born'] ?? null, b['born'] ?? null]
  return one === null || other === null || one === other
}

function dayOf(row: RecordRow, column: string): IsoDate | null {
  const value = row[column]
  return typeof value === 'string' ? value : null
}

function periodOf(row: RecordRow): Period {
  return { from: dayOf(row, 'valid_from'), to: dayOf(row, 'valid_to') }
}

/**
 * What follows from what was typed: a follow-up that got its day is done, one set back to open has none; a plan that
 * got its outcome is closed today; a visit of a later day is still to come.
 */
export function settleRecord(id: RecordId, row: RecordRow, typed: RecordRow, today: IsoDate): RecordRow {
  if (id === 'followUps') {
    if (typed['state'] === undefined && typeof typed['done_on'] === 'string') return { ...row, state: 'done' }
    if (row['state'] !== 'done') return { ...row, done_on: null }
    return row['done_on'] === undefined || row['done_on'] === null ? { ...row, done_on: today } : row
  }
  if (id === 'remedies') {
    if (typeof typed['outcome'] === 'string' && (row['closed_on'] ?? null) === null) return { ...row, closed_on: today }
    if (typed['outcome'] === null) return { ...row, closed_on: null }
    if (typed['closed_on'] === null && typed['outcome'] === undefined) return { ...row, outcome: null }
  }
  if (id === 'visits' && typed['state'] === undefined && row['id'] === undefined)
    return typeof row['on_date'] === 'string' && row['on_date'] > today ? { ...row, state: 'planned' } : row
  return row
}
