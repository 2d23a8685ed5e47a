import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { FollowUpRow, VisitRow } from '#shared/contract/organisation-rows.ts'
import { compareDeadlines, deadlineOn } from '#shared/domain/organisation/deadlines.ts'
import { settleRecord, type RecordRow } from '#shared/domain/organisation/record-rules.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { groupBy } from '#shared/kit/group-by.ts'
import { ok } from '#shared/kit/result.ts'
import { findEnterpriseId } from '../../db/queries/enterprise-rows.ts'
import { readFollowUps, readVisitPeople, readVisits, type StoredFollowUp } from '../../db/queries/visits.ts'
import type { ReadStore, Transaction } from '../../db/store.ts'
import type { CommandContext } from '../service.ts'
import { checkIds } from './assignments.ts'
import { createRowCheck } from './check-row.ts'
import { readScope } from './scope.ts'
import { readThings } from './things.ts'
import { shorten } from './write-records.ts'
import { insertRecord, updateRecord, usualCells } from './write-rows.ts'

type Store = Pick<ReadStore, 'db' | 'sqlite'>
const SOON = 7

export function listVisits(
  store: Store,
  input: ParsedInput<'visits.list'>,
  day: IsoDate,
): AppResult<Output<'visits.list'>> {
  const scope = readScope(store, input.unit)
  if (!scope.ok) return scope
  return ok(
    readVisitRows(store, day).filter(
      (row) =>
        scope.value.holds(row.unit) &&
        (input.enterprise === null || row.enterpriseId === input.enterprise) &&
        (input.state === null || row.state === input.state) &&
        (input.from === null || row.onDate >= input.from) &&
        (input.to === null || row.onDate <= input.to),
    ),
  )
}

/** Every visit, newest first, with what it left to do as of a day. */
export function readVisitRows(store: Store, day: IsoDate): VisitRow[] {
  const people = groupBy(readVisitPeople(store), (row) => row.visitId)
  const followUps = groupBy(
    readFollowUps(store).map((row) => tellFollowUp(row, day, SOON)),
    (row) => row.visitId,
  )
  return readVisits(store).map((row) => {
    const left = followUps.get(row.id) ?? []
    return {
      ...row,
      people: (people.get(row.id) ?? []).map(({ id, name }) => ({ id, name })),
      followUps: left,
      openFollowUps: left.filter(({ state }) => state === 'open').length,
      overdueFollowUps: left.filter(({ overdue }) => overdue).length,
    }
  })
}

function tellFollowUp({ visitUnit: _, ...row }: StoredFollowUp, day: IsoDate, within: number): FollowUpRow {
  return { ...row, ...deadlineOn(row, day, within) }
}

export function listFollowUps(
  store: Store,
  input: ParsedInput<'visits.followUps'>,
  day: IsoDate,
): AppResult<Output<'visits.followUps'>> {
  const scope = readScope(store, input.unit)
  if (!scope.ok) return scope
  const rows = readFollowUps(store)
    .filter(
      (row) =>
        (scope.value.holds(row.unit) || scope.value.holds(row.visitUnit)) &&
        (input.person === null || row.personId === input.person) &&
        // What a later visit will leave to do is not known yet.
        row.visitOn <= day,
    )
    .map((row) => tellFollowUp(row, day, input.within))
  const asked = rows.filter(
    ({ state, overdue, dueSoon }) =>
      input.which === 'all' ||
      (input.which === 'open' && state === 'open') ||
      (input.which === 'overdue' && overdue) ||
      (input.which === 'soon' && (overdue || dueSoon)),
  )
  return ok(asked.toSorted(compareDeadlines))
}

/** A visit whole: findings, who went, what it left to do. */
export function saveVisit(context: CommandContext, input: ParsedInput<'visits.save'>): AppResult<VisitRow> {
  const { store } = context
  const today = context.today()
  const before = store.sqlite.prepare<[unknown], RecordRow>('SELECT * FROM visits WHERE id = ?').get(input.id)
  if (input.id !== null && before === undefined) return fail('ROW_UNKNOWN')
  const placed = placeVisit(store, input)
  if (!placed.ok) return placed
  const rowId = input.id ?? context.newId()
  const typed: RecordRow = {
    on_date: input.onDate,
    ...placed.value,
    leader_id: input.leaderId,
    committee_id: input.committeeId,
    ...(input.state === undefined ? {} : { state: input.state }),
    ...texts(input),
  }
  const whole = settleRecord('visits', { ...(before ?? usualCells('visits')), ...typed }, typed, today)
  const problem = createRowCheck(store, 'visits', new Map())(rowId, whole)
  if (problem !== null) return { ok: false, error: problem.error }
  const followUps = stageFollowUps(context, rowId, input, whole)
  if (!followUps.ok) return followUps
  const subject = nameOfSubject(store, placed.value)
  const label = shorten(
    `${input.id === null ? 'Ghi' : 'Sửa'} buổi làm việc với ${subject} ngày ${formatDate(input.onDate)}`,
  )
  store.write({ kind: 'visits.save', label }, (tx) => {
    if (before === undefined) insertRecord(tx, 'visits', rowId, whole)
    else updateRecord(tx, 'visits', rowId, typed)
    if (input.people !== undefined) setPeople(tx, rowId, new Set(input.people))
    if (followUps.value !== null) setFollowUps(tx, rowId, followUps.value)
    return null
  })
  const row = readVisitRows(store, today).find(({ id }) => id === rowId)
  if (row === undefined) throw new Error(`visit ${rowId} was written and is not there`)
  return ok(row)
}

function texts(input: ParsedInput<'visits.save'>): RecordRow {
  const { title, hosts, situation, strengths, difficulties, causes, solutions, conclusion, note } = input
  const given = { title, hosts, situation, strengths, difficulties, causes, solutions, conclusion, note }
  return Object.fromEntries(Object.entries(given).map(([name, text]) => [name, text || null]))
}

/** Ids of everything a visit names. */
function placeVisit(store: Store, input: ParsedInput<'visits.save'>): AppResult<RecordRow> {
  const unit = input.unit === null ? null : readThings(store).find('unit', input.unit)
  if (typeof unit === 'string') return fail('UNIT_UNKNOWN', { code: input.unit ?? '' })
  const enterprise = input.enterpriseId === null ? null : findEnterpriseId(store.sqlite, input.enterpriseId)
  if (input.enterpriseId !== null && enterprise === null) return fail('ROW_UNKNOWN')
  const people = [...(input.people ?? []), ...(input.leaderId === null ? [] : [input.leaderId])]
  if (!checkIds(store, 'people', people).ok) return fail('PERSON_UNKNOWN')
  const committee = checkIds(store, 'committees', input.committeeId === null ? [] : [input.committeeId])
  if (!committee.ok) return committee
  return ok({ unit_id: unit?.id ?? null, enterprise_id: enterprise })
}

interface StagedFollowUp {
  readonly id: string
  readonly isNew: boolean
  readonly row: RecordRow
}

function stageFollowUps(
  context: CommandContext,
  visitId: string,
  { followUps }: ParsedInput<'visits.save'>,
  visit: RecordRow,
): AppResult<StagedFollowUp[] | null> {
  if (followUps === undefined) return ok(null)
  const { store } = context
  const things = readThings(store)
  const staged: StagedFollowUp[] = []
  const check = createRowCheck(store, 'followUps', new Map())
  for (const input of followUps) {
    const known = input.id === null ? null : checkIds(store, 'visit_followups', [input.id])
    if (known !== null && !known.ok) return known
    if (input.personId !== null && !checkIds(store, 'people', [input.personId]).ok) return fail('PERSON_UNKNOWN')
    const unit = input.unit === null ? null : things.find('unit', input.unit)
    if (typeof unit === 'string') return fail('UNIT_UNKNOWN', { code: input.unit ?? '' })
    const typed: RecordRow = {
      visit_id: visitId,
      content: input.content,
      person_id: input.personId,
      unit_id: unit?.id ?? null,
      due_on: input.dueOn,
      done_on: input.doneOn,
      result: input.result || null,
      // A day of doing says more than a state nobody changed.
      state: input.doneOn !== null && input.state === 'open' ? 'done' : input.state,
    }
    const row = settleRecord('followUps', typed, typed, context.today())
    const id = input.id ?? context.newId()
    // A new visit is not in the file yet, so its day is told here.
    const late = [row['due_on'], row['done_on']].find((on) => typeof on === 'string' && on < String(visit['on_date']))
    if (typeof late === 'string')
      return fail('RECORD_DATES_REVERSED', {
        name: 'Hạn hoặc ngày xong',
        to: formatDate(late),
        from: formatDate(String(visit['on_date'])),
      })
    const problem = input.id === null ? null : check(id, row)
    if (problem !== null) return { ok: false, error: problem.error }
    staged.push({ id, isNew: input.id === null, row })
  }
  return ok(staged)
}

/** Whoever is left out of the list is taken off; what nobody named stays as it was. */
function setPeople(tx: Transaction, visitId: string, wanted: ReadonlySet<string>): void {
  const there = tx.sqlite
    .prepare<[string], { id: string; personId: string }>(
      'SELECT id, person_id AS personId FROM visit_people WHERE visit_id = ?',
    )
    .all(visitId)
  for (const { id, personId } of there)
    if (!wanted.has(personId)) tx.sqlite.prepare('DELETE FROM visit_people WHERE id = ?').run(id)
  for (const personId of wanted)
    if (!there.some((row) => row.personId === personId))
      tx.sqlite
        .prepare('INSERT INTO visit_people (id, visit_id, person_id) VALUES (?, ?, ?)')
        .run(tx.newId(), visitId, personId)
}

function setFollowUps(tx: Transaction, visitId: string, staged: readonly StagedFollowUp[]): void {
  const wanted = new Set(staged.map(({ id }) => id))
  const there = tx.sqlite
    .prepare<[string], string>('SELECT id FROM visit_followups WHERE visit_id = ?')
    .pluck()
    .all(visitId)
  for (const id of there) if (!wanted.has(id)) tx.sqlite.prepare('DELETE FROM visit_followups WHERE id = ?').run(id)
  for (const { id, isNew, row } of staged) {
    if (isNew) insertRecord(tx, 'followUps', id, row)
    else updateRecord(tx, 'followUps', id, row)
  }
}

function nameOfSubject({ sqlite }: Pick<ReadStore, 'sqlite'>, placed: RecordRow): string {
  const [sql, id] =
    placed['enterprise_id'] === null
      ? ['SELECT short_name FROM units WHERE id = ?', placed['unit_id']]
      : ['SELECT name FROM enterprises WHERE id = ?', placed['enterprise_id']]
  return sqlite.prepare<[unknown], string>(sql).pluck().get(id) ?? ''
}
