import { appError, fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import { overlap } from '#shared/domain/organisation/periods.ts'
import { isSameSubject, type RecordRow } from '#shared/domain/organisation/record-rules.ts'
import { formatDate, formatNumber } from '#shared/domain/text/format.ts'
import { addDays, type IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { findEnterpriseId } from '../../db/queries/enterprise-rows.ts'
import type { ReadStore, Transaction } from '../../db/store.ts'
import type { CommandContext } from '../service.ts'
import { checkIds, readAssignmentRows } from './assignments.ts'
import { createRowCheck } from './check-row.ts'
import { settleOfficers } from './officers.ts'
import { readThings } from './things.ts'
import { shorten } from './write-records.ts'
import { insertRecord, updateRecord, usualCells } from './write-rows.ts'

type Charge = RecordRow & { readonly id: string }
type Input = ParsedInput<'assignments.assign'>

/** A person takes charge of several things as one step; who was in charge of them is relieved the day before. */
export function assign(context: CommandContext, input: Input): AppResult<Output<'assignments.assign'>> {
  const { store } = context
  const person = store.sqlite
    .prepare<[string], string>('SELECT full_name FROM people WHERE id = ?')
    .pluck()
    .get(input.personId)
  if (person === undefined) return fail('PERSON_UNKNOWN')
  if (input.committee !== null) {
    const known = checkIds(store, 'committees', [input.committee])
    if (!known.ok) return known
  }
  const subjects = readSubjects(store, input)
  if (!subjects.ok) return subjects
  if (subjects.value.length === 0) return fail('ASSIGNMENT_NOTHING')
  const from = input.validFrom ?? context.today()
  const relieved = new Map<string, RecordRow | null>()
  const begun: { id: string; row: RecordRow }[] = []
  const staged = new Map<string, RecordRow | null>()
  const check = createRowCheck(store, 'assignments', staged)
  let unchanged = 0
  for (const subject of subjects.value) {
    const row: RecordRow = { ...usualCells('assignments'), ...subject, ...chargeCells(input, from) }
    const others = readRivals(store, subject)
    if (others.some((other) => continues(other, row))) {
      unchanged += 1
      continue
    }
    if (input.relieve)
      for (const other of others.filter((one) => gives(one, row))) {
        const ended = endBefore(other, from)
        relieved.set(other.id, ended)
        staged.set(other.id, ended)
      }
    const id = context.newId()
    const problem = check(id, row)
    if (problem !== null) return { ok: false, error: problem.error }
    staged.set(id, row)
    begun.push({ id, row })
  }
  if (begun.length > 0) {
    const label = shorten(`Phân công đồng chí ${person} phụ trách ${tellSubjects(store, subjects.value)}`)
    store.write({ kind: 'assignments.assign', label }, (tx) => {
      for (const [id, row] of relieved) writeEnd(tx, id, row)
      for (const { id, row } of begun) insertRecord(tx, 'assignments', id, row)
      settleOfficers(tx, touchedEnterprises(begun.map(({ row }) => row)), context.today())
      return null
    })
  }
  const ids = new Set(begun.map(({ id }) => id))
  const rows = readAssignmentRows(store, from, {
    person: input.personId,
    enterprise: null,
    union: null,
    committee: null,
  }).filter((row) => ids.has(row.id))
  return ok({ assigned: begun.length, relieved: relieved.size, unchanged, rows })
}

function chargeCells(input: Input, from: IsoDate): RecordRow {
  return {
    person_id: input.personId,
    committee_id: input.committee,
    role: input.role,
    duties: input.duties || null,
    valid_from: from,
    valid_to: input.validTo,
    due_on: input.dueOn,
    decision_number: input.decisionNumber || null,
    decision_on: input.decisionOn,
    note: input.note || null,
  }
}

/** Each subject once, whatever it was named by. */
function readSubjects(store: Pick<ReadStore, 'sqlite'>, input: Input): AppResult<RecordRow[]> {
  const things = readThings(store)
  const units = new Set<string>()
  for (const code of input.units) {
    const unit = things.find('unit', code)
    if (typeof unit === 'string') return fail('UNIT_UNKNOWN', { code })
    units.add(unit.id)
  }
  const enterprises = new Set<string>()
  for (const id of input.enterprises) {
    const known = findEnterpriseId(store.sqlite, id)
    if (known === null) return fail('ROW_UNKNOWN')
    enterprises.add(known)
  }
  const unions = checkIds(store, 'grassroots_unions', input.unions)
  if (!unions.ok) return unions
  return ok([
    ...[...units].map((id) => ({ unit_id: id })),
    ...[...enterprises].map((id) => ({ enterprise_id: id })),
    ...[...new Set(input.unions)].map((id) => ({ union_id: id })),
  ])
}

function readRivals({ sqlite }: Pick<ReadStore, 'sqlite'>, subject: RecordRow): Charge[] {
  const [entry] = Object.entries(subject)
  if (entry === undefined) return []
  // The column is one of the three above.
  return sqlite.prepare<[unknown], Charge>(`SELECT * FROM assignments WHERE ${entry[0]} = ?`).all(entry[1])
}

/** The person already has this very charge on the first day and as long. */
function continues(other: Charge, row: RecordRow): boolean {
  return (
    other['person_id'] === row['person_id'] &&
    other['role'] === row['role'] &&
    isSameSubject(other, row) &&
    (other['valid_from'] === null || String(other['valid_from']) <= String(row['valid_from'])) &&
    other['valid_to'] === row['valid_to'] &&
    (row['due_on'] === null || row['due_on'] === other['due_on']) &&
    (row['duties'] === null || row['duties'] === other['duties']) &&
    (row['committee_id'] === null || row['committee_id'] === other['committee_id'])
  )
}

/** Whether a charge gives way: another lead of the same thing, or the person's own charge that is put anew. */
function gives(other: Charge, row: RecordRow): boolean {
  const period = { from: day(row['valid_from']), to: day(row['valid_to']) }
  if (!overlap({ from: day(other['valid_from']), to: day(other['valid_to']) }, period)) return false
  return other['person_id'] === row['person_id'] || (row['role'] === 'lead' && other['role'] === 'lead')
}

function day(value: string | number | null | undefined): IsoDate | null {
  return typeof value === 'string' ? value : null
}

/** Null: it began on that day or later, so it was never served. */
function endBefore(charge: Charge, from: IsoDate): RecordRow | null {
  const began = day(charge['valid_from'])
  return began !== null && began >= from ? null : { ...charge, valid_to: addDays(from, -1) }
}

function writeEnd(tx: Transaction, id: string, row: RecordRow | null): void {
  if (row === null) tx.sqlite.prepare('DELETE FROM assignments WHERE id = ?').run(id)
  else updateRecord(tx, 'assignments', id, { valid_to: row['valid_to'] ?? null })
}

function touchedEnterprises(rows: readonly RecordRow[]): string[] {
  return [...new Set(rows.map((row) => row['enterprise_id']).filter((id) => typeof id === 'string'))]
}

function tellSubjects({ sqlite }: Pick<ReadStore, 'sqlite'>, subjects: readonly RecordRow[]): string {
  const [only] = subjects
  if (subjects.length === 1 && only !== undefined) {
    const [column = '', id] = Object.entries(only)[0] ?? []
    const sql = {
      unit_id: 'SELECT short_name FROM units WHERE id = ?',
      enterprise_id: 'SELECT name FROM enterprises WHERE id = ?',
      union_id: 'SELECT name FROM grassroots_unions WHERE id = ?',
    }[column]
    return sql === undefined ? '' : (sqlite.prepare<[unknown], string>(sql).pluck().get(id) ?? '')
  }
  const count = (column: string): number => subjects.filter((row) => row[column] !== undefined).length
  const parts = [
    [count('unit_id'), 'đơn vị'],
    [count('enterprise_id'), 'doanh nghiệp'],
    [count('union_id'), 'công đoàn cơ sở'],
  ] as const
  return parts.flatMap(([many, word]) => (many === 0 ? [] : [`${formatNumber(many)} ${word}`])).join(', ')
}

/** Ends charges on a day, which is their last; those that began later are refused. */
export function endAssignments(
  context: CommandContext,
  { ids, on, note }: ParsedInput<'assignments.end'>,
): AppResult<Output<'assignments.end'>> {
  const { store } = context
  const known = checkIds(store, 'assignments', ids)
  if (!known.ok) return known
  const find = store.sqlite.prepare<[string], Charge>('SELECT * FROM assignments WHERE id = ?')
  const rows = [...new Set(ids)].flatMap((id) => find.get(id) ?? [])
  const late = rows.find((row) => (day(row['valid_from']) ?? on) > on)
  if (late !== undefined)
    return {
      ok: false,
      error: appError('RECORD_DATES_REVERSED', {
        name: 'Ngày kết thúc',
        to: formatDate(on),
        from: formatDate(String(late['valid_from'])),
      }),
    }
  const changed = rows.filter((row) => row['valid_to'] !== on)
  if (changed.length > 0)
    store.write(
      {
        kind: 'assignments.end',
        label: `Kết thúc ${formatNumber(changed.length)} việc phân công từ ${formatDate(on)}`,
      },
      (tx) => {
        for (const { id } of changed) updateRecord(tx, 'assignments', id, { valid_to: on, ...(note ? { note } : {}) })
        settleOfficers(tx, touchedEnterprises(changed), context.today())
        return null
      },
    )
  return ok({ ended: changed.length, unchanged: rows.length - changed.length })
}
