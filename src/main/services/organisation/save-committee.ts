import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { CommitteeRow } from '#shared/contract/organisation-rows.ts'
import type { RecordRow } from '#shared/domain/organisation/record-rules.ts'
import { restaff } from '#shared/domain/organisation/restaff.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { personSortKey } from '#shared/domain/text/sort-key.ts'
import { addDays, type IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { readCommitteeDecisions, readCommitteeMembers, readCommittees } from '../../db/queries/committees.ts'
import { people } from '../../db/schema/index.ts'
import type { ReadStore, Transaction } from '../../db/store.ts'
import type { CommandContext } from '../service.ts'
import { createRowCheck } from './check-row.ts'
import { readCommitteeRows } from './committees.ts'
import { readThings } from './things.ts'
import { shorten } from './write-records.ts'
import { insertRecord, twinsOf, updateRecord, usualCells } from './write-rows.ts'

/** A committee whole, with the decision that founds, restaffs or ends it. */
export function saveCommittee(context: CommandContext, input: ParsedInput<'committees.save'>): AppResult<CommitteeRow> {
  const { store } = context
  const known = readCommittees(store).find((row) => row.id === input.id)
  if (input.id !== null && known === undefined) return fail('ROW_UNKNOWN')
  const unit = readThings(store).find('unit', input.unit)
  if (typeof unit === 'string') return fail('UNIT_UNKNOWN', { code: input.unit })
  const { decision } = input
  const rowId = input.id ?? context.newId()
  const cells: RecordRow = {
    unit_id: unit.id,
    name: input.name,
    issuer_kind: input.issuerKind,
    issuer: input.issuer || null,
    period: input.period || null,
    duties: input.duties || null,
    regime: input.regime || null,
    // A committee is there from the day of the decision that founds it, and until the one that ends it.
    valid_from: input.validFrom ?? known?.validFrom ?? (decision?.kind === 'found' ? decision.decidedOn : null),
    valid_to: decision?.kind === 'end' ? decision.decidedOn : input.validTo,
    note: input.note || null,
  }
  const whole = { ...usualCells('committees'), ...cells, ...twinsOf('committees', cells) }
  const problem = createRowCheck(store, 'committees', new Map())(rowId, whole)
  if (problem !== null) return { ok: false, error: problem.error }
  if (decision !== null) {
    const checked = checkDecision(store, rowId, decision.kind)
    if (checked !== null) return checked
  }
  store.write(
    { kind: 'committees.save', label: shorten(`${input.id === null ? 'Thành lập' : 'Sửa'} ${input.name}`) },
    (tx) => {
      if (known === undefined) insertRecord(tx, 'committees', rowId, whole)
      else updateRecord(tx, 'committees', rowId, cells)
      if (decision !== null) insertDecision(tx, rowId, decision)
      if (decision?.kind === 'end') endMembers(tx, store, rowId, decision.decidedOn)
      return null
    },
  )
  return answer(store, rowId, context.today())
}

function checkDecision(store: Pick<ReadStore, 'sqlite'>, id: string, kind: string): AppResult<never> | null {
  const founded = readCommitteeDecisions(store).some((row) => row.committeeId === id && row.kind === 'found')
  return kind === 'found' && founded ? fail('COMMITTEE_FOUNDED_TWICE') : null
}

interface Decision {
  readonly kind: string
  readonly number: string | null
  readonly decidedOn: IsoDate
  readonly issuer: string | null
}

function insertDecision(tx: Transaction, committeeId: string, decision: Decision): void {
  insertRecord(tx, 'decisions', tx.newId(), {
    committee_id: committeeId,
    kind: decision.kind,
    number: decision.number || null,
    decided_on: decision.decidedOn,
    issuer: decision.issuer || null,
  })
}

/** Who sat in a committee to its last day ends with it, and the areas looked after for it. */
function endMembers(tx: Transaction, store: ReadStore, id: string, lastDay: IsoDate): void {
  const sitting = readCommitteeMembers(store, id).map((row) => ({ ...row, from: row.validFrom, to: row.validTo }))
  const next = addDays(lastDay, 1)
  const change = restaff(sitting, [], next)
  for (const member of change.end) {
    updateRecord(tx, 'members', member.id, { valid_to: lastDay })
    setAreas(tx, id, member.personId, [], next)
  }
  for (const member of change.drop) tx.sqlite.prepare('DELETE FROM committee_members WHERE id = ?').run(member.id)
}

type MemberInput = ParsedInput<'committees.restaff'>['members'][number]

interface StagedMember {
  readonly personId: string
  readonly roleId: string
  readonly input: MemberInput
  /** Units in the member's charge; null: as they are. */
  readonly areas: readonly string[] | null
  readonly newPerson: string | null
  readonly place: number
}

/** The whole list of members from a day on, as one step. */
export function restaffCommittee(
  context: CommandContext,
  { committee: id, on, decision, members }: ParsedInput<'committees.restaff'>,
): AppResult<CommitteeRow> {
  const { store } = context
  const committee = readCommittees(store).find((row) => row.id === id)
  if (committee === undefined) return fail('ROW_UNKNOWN')
  if (committee.validTo !== null && committee.validTo < on)
    return fail('COMMITTEE_ENDED', { name: committee.name, date: formatDate(on) })
  if (committee.validFrom !== null && on < committee.validFrom)
    return fail('RECORD_DATES_REVERSED', {
      name: 'Ngày kiện toàn',
      to: formatDate(on),
      from: formatDate(committee.validFrom),
    })
  if (decision !== null) {
    const checked = checkDecision(store, id, decision.kind)
    if (checked !== null) return checked
  }
  const staged = stageMembers(context, members)
  if (!staged.ok) return staged
  const sitting = readCommitteeMembers(store, id).map((row) => ({ ...row, from: row.validFrom, to: row.validTo }))
  const change = restaff(sitting, staged.value, on)
  const label = shorten(`${sitting.length === 0 ? 'Lập danh sách' : 'Kiện toàn'} ${committee.name}`)
  store.write({ kind: 'committees.restaff', label }, (tx) => {
    for (const { newPerson, personId, input } of staged.value)
      if (newPerson !== null) insertPerson(tx, personId, newPerson, input.position || null)
    for (const { id: row } of change.end) updateRecord(tx, 'members', row, { valid_to: change.lastDay })
    for (const { id: row } of change.drop) tx.sqlite.prepare('DELETE FROM committee_members WHERE id = ?').run(row)
    for (const { row, wanted } of change.keep) updateRecord(tx, 'members', row.id, memberCells(wanted))
    for (const wanted of change.begin)
      insertRecord(tx, 'members', tx.newId(), {
        committee_id: id,
        person_id: wanted.personId,
        role_id: wanted.roleId,
        valid_from: on,
        ...memberCells(wanted),
      })
    if (decision !== null) insertDecision(tx, id, { ...decision, decidedOn: on })
    const staying = new Set(staged.value.map(({ personId }) => personId))
    for (const { personId } of [...change.end, ...change.drop])
      if (!staying.has(personId)) setAreas(tx, id, personId, [], on)
    for (const { personId, areas } of staged.value) if (areas !== null) setAreas(tx, id, personId, areas, on)
    return null
  })
  return answer(store, id, on)
}

function memberCells({ input, place }: StagedMember): RecordRow {
  return {
    sort_order: place,
    ...(input.position === null ? {} : { position: input.position || null }),
    ...(input.duties === null ? {} : { duties: input.duties || null }),
  }
}

/** Reads who is meant; a name the file does not know becomes a person of it. No person twice, one head. */
function stageMembers(context: CommandContext, members: readonly MemberInput[]): AppResult<StagedMember[]> {
  const things = readThings(context.store)
  const single = new Map(
    context.store.sqlite
      .prepare<[], { id: string; name: string; single: number }>('SELECT id, name, single FROM committee_roles')
      .all()
      .map((row) => [row.id, row]),
  )
  const staged: StagedMember[] = []
  const heads = new Map<string, string>()
  const names = new Map<string, string>()
  for (const [index, input] of members.entries()) {
    const asked = input.personId ?? input.name ?? ''
    if (asked === '') return fail('RECORD_UNKNOWN', { word: 'cán bộ', text: '' })
    const found = things.find('person', asked)
    if (found === 'several') return fail('NAME_AMBIGUOUS', { text: asked })
    if (found === 'unknown' && input.personId !== null) return fail('PERSON_UNKNOWN')
    const role = things.find('role', input.role)
    if (typeof role === 'string') return fail('RECORD_UNKNOWN', { word: 'chức danh', text: input.role })
    const key = typeof found === 'string' ? foldText(asked) : found.id
    const twice = names.get(key)
    if (twice !== undefined) return fail('COMMITTEE_PERSON_TWICE', { name: twice })
    const areas: string[] = []
    for (const code of input.areas ?? []) {
      const unit = things.find('unit', code)
      if (typeof unit === 'string') return fail('UNIT_UNKNOWN', { code })
      areas.push(unit.id)
    }
    const known = single.get(role.id)
    const head = known?.single === 1 ? heads.get(role.id) : undefined
    if (head !== undefined) return fail('COMMITTEE_ROLE_TAKEN', { name: head, word: known?.name ?? '' })
    const name = nameOf(context.store, typeof found === 'string' ? null : found.id) ?? asked
    names.set(key, name)
    heads.set(role.id, name)
    staged.push({
      personId: typeof found === 'string' ? context.newId() : found.id,
      roleId: role.id,
      input,
      areas: input.areas === undefined ? null : [...new Set(areas)],
      newPerson: typeof found === 'string' ? asked : null,
      place: (index + 1) * 10,
    })
  }
  return ok(staged)
}

function nameOf({ sqlite }: Pick<ReadStore, 'sqlite'>, id: string | null): string | null {
  if (id === null) return null
  return sqlite.prepare<[string], string>('SELECT full_name FROM people WHERE id = ?').pluck().get(id) ?? null
}

function insertPerson(tx: Transaction, id: string, fullName: string, position: string | null): void {
  tx.db
    .insert(people)
    .values({ id, fullName, nameFolded: foldText(fullName), sortKey: personSortKey(fullName), position })
    .run()
}

/** Units a member is in charge of for the committee from a day on; support, for a unit may have several of them. */
function setAreas(
  tx: Transaction,
  committeeId: string,
  personId: string,
  wanted: readonly string[],
  on: IsoDate,
): void {
  const charges = tx.sqlite
    .prepare<[string, string], { id: string; unitId: string; from: IsoDate | null; to: IsoDate | null }>(
      `SELECT id, unit_id AS unitId, valid_from AS "from", valid_to AS "to" FROM assignments
       WHERE committee_id = ? AND person_id = ? AND unit_id IS NOT NULL`,
    )
    .all(committeeId, personId)
  const change = restaff(
    charges.map(({ unitId, ...row }) => ({ ...row, personId: unitId, roleId: '' })),
    wanted.map((unit) => ({ personId: unit, roleId: '' })),
    on,
  )
  for (const { id } of change.end) updateRecord(tx, 'assignments', id, { valid_to: change.lastDay })
  for (const { id } of change.drop) tx.sqlite.prepare('DELETE FROM assignments WHERE id = ?').run(id)
  for (const { personId: unitId } of change.begin) {
    const held = tx.sqlite
      .prepare<[string, string, string], number>(
        `SELECT 1 FROM assignments WHERE person_id = ? AND unit_id = ? AND (valid_to IS NULL OR valid_to >= ?)`,
      )
      .pluck()
      .get(personId, unitId, on)
    // Already in charge of the unit otherwise: that charge is now the committee's too.
    if (held !== undefined)
      tx.sqlite
        .prepare(
          `UPDATE assignments SET committee_id = ?
           WHERE person_id = ? AND unit_id = ? AND committee_id IS NULL AND (valid_to IS NULL OR valid_to >= ?)`,
        )
        .run(committeeId, personId, unitId, on)
    else
      insertRecord(tx, 'assignments', tx.newId(), {
        person_id: personId,
        unit_id: unitId,
        committee_id: committeeId,
        role: hasLead(tx, unitId, on) ? 'support' : 'lead',
        valid_from: on,
      })
  }
}

function hasLead(tx: Transaction, unitId: string, on: IsoDate): boolean {
  return (
    tx.sqlite
      .prepare<[string, string], number>(
        `SELECT 1 FROM assignments WHERE unit_id = ? AND role = 'lead' AND (valid_to IS NULL OR valid_to >= ?)`,
      )
      .pluck()
      .get(unitId, on) !== undefined
  )
}

function answer(store: Pick<ReadStore, 'db' | 'sqlite'>, id: string, day: IsoDate): AppResult<CommitteeRow> {
  const row = readCommitteeRows(store, day).find((one) => one.id === id)
  if (row === undefined) throw new Error(`committee ${id} was written and is not there`)
  return ok(row)
}
