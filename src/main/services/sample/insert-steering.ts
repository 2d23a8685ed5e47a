import { foldText } from '#shared/domain/text/fold.ts'
import { personSortKey } from '#shared/domain/text/sort-key.ts'
import { people, unionMembers } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/store.ts'
import { readThings, type Things } from '../organisation/things.ts'
import { insertRecord } from '../organisation/write-rows.ts'
import type { EnterprisePlace } from './insert-survey.ts'
import type { SampleSteering } from './steering-data.ts'

const COUNT_SOURCE = 'Rà soát công đoàn cơ sở tháng 8/2024'
type Places = ReadonlyMap<string, EnterprisePlace>

/** Committees, who is in charge of what, visits with what they left to do, plans for what is difficult or weak. */
export function insertSteering(tx: Transaction, data: SampleSteering, places: Places): void {
  insertMorePeople(tx, data)
  const known = knownRows(tx, places)
  const steered = insertCommittees(tx, data, known)
  for (const { fullName, kind, unit, taxCode, position, from } of data.collaborators)
    insertRecord(tx, 'collaborators', tx.newId(), {
      full_name: fullName,
      kind,
      unit_id: unit === null ? null : known.find('unit', unit),
      enterprise_id: known.enterprise(taxCode),
      position,
      valid_from: from,
    })
  insertVisits(tx, data, known, steered)
  insertRemedies(tx, data, known)
  for (const { taxCode, on, members } of data.memberCounts)
    tx.db
      .insert(unionMembers)
      .values({ id: tx.newId(), unionId: known.union(taxCode), countedOn: on, members, source: COUNT_SOURCE })
      .run()
  for (const { union, members } of data.unionOfficers)
    for (const { fullName, ...member } of members)
      insertRecord(tx, 'unionOfficers', tx.newId(), { union_id: known.union(union), full_name: fullName, ...member })
}

function insertMorePeople(tx: Transaction, data: SampleSteering): void {
  const things = readThings(tx)
  for (const { fullName, position, unit, from } of data.people) {
    const place = unit === null ? null : things.find('unit', unit)
    tx.db
      .insert(people)
      .values({
        id: tx.newId(),
        fullName,
        nameFolded: foldText(fullName),
        sortKey: personSortKey(fullName),
        position,
        unitId: place === null || typeof place === 'string' ? null : place.id,
        validFrom: from,
      })
      .run()
  }
}

interface Known {
  readonly find: (kind: Parameters<Things['find']>[0], text: string) => string
  readonly enterprise: (taxCode: string | null) => string | null
  readonly union: (taxCode: string) => string
}

/** Ids of what the file names; a name nobody has is a mistake of the sample and throws. */
function knownRows(tx: Transaction, places: Places): Known {
  const things = readThings(tx)
  const union = tx.sqlite
    .prepare<[string], string>('SELECT id FROM grassroots_unions WHERE enterprise_id = ? AND ended_on IS NULL')
    .pluck()
  const enterprise: Known['enterprise'] = (taxCode) => {
    if (taxCode === null) return null
    const place = places.get(taxCode)
    if (place === undefined) throw new Error(`the sample steers an unknown enterprise: ${taxCode}`)
    return place.id
  }
  return {
    find: (kind, text) => {
      const match = things.find(kind, text)
      if (typeof match === 'string') throw new Error(`the sample names an unknown ${kind}: ${text}`)
      return match.id
    },
    enterprise,
    union: (taxCode) => {
      const id = union.get(enterprise(taxCode) ?? '')
      if (id === undefined) throw new Error(`the sample names an enterprise without a union: ${taxCode}`)
      return id
    },
  }
}

/** Answers the id of the first committee, the province's. */
function insertCommittees(tx: Transaction, data: SampleSteering, known: Known): string | null {
  let first: string | null = null
  for (const { unit, name, issuerKind, issuer, period, duties, regime, decisions, members } of data.committees) {
    const id = tx.newId()
    first ??= id
    insertRecord(tx, 'committees', id, {
      unit_id: known.find('unit', unit),
      name,
      issuer_kind: issuerKind,
      issuer,
      period,
      duties,
      regime,
      valid_from: decisions[0]?.on ?? null,
    })
    for (const { kind, number, on } of decisions)
      insertRecord(tx, 'decisions', tx.newId(), { committee_id: id, kind, number, decided_on: on, issuer })
    for (const { person, role, areas, from, ...member } of members) {
      const personId = known.find('person', person)
      insertRecord(tx, 'members', tx.newId(), {
        committee_id: id,
        person_id: personId,
        role_id: known.find('role', role),
        position: member.position,
        duties: member.duties,
        valid_from: from,
      })
      for (const area of areas)
        insertRecord(tx, 'assignments', tx.newId(), {
          person_id: personId,
          unit_id: known.find('unit', area),
          committee_id: id,
          role: 'lead',
          valid_from: from,
          due_on: '2024-12-31',
        })
    }
  }
  return first
}

function insertVisits(tx: Transaction, data: SampleSteering, known: Known, committeeId: string | null): void {
  for (const { on, unit, taxCode, leader, people: went, committee, state, followUps, ...texts } of data.visits) {
    const id = tx.newId()
    insertRecord(tx, 'visits', id, {
      on_date: on,
      unit_id: unit === null ? null : known.find('unit', unit),
      enterprise_id: known.enterprise(taxCode),
      committee_id: committee ? committeeId : null,
      leader_id: known.find('person', leader),
      state,
      ...texts,
    })
    for (const person of went)
      tx.sqlite
        .prepare('INSERT INTO visit_people (id, visit_id, person_id) VALUES (?, ?, ?)')
        .run(tx.newId(), id, known.find('person', person))
    for (const { content, person, unit: by, dueOn, doneOn, result } of followUps)
      insertRecord(tx, 'followUps', tx.newId(), {
        visit_id: id,
        content,
        person_id: person === null ? null : known.find('person', person),
        unit_id: by === null ? null : known.find('unit', by),
        due_on: dueOn,
        state: doneOn === null ? 'open' : 'done',
        done_on: doneOn,
        result,
      })
  }
}

function insertRemedies(tx: Transaction, data: SampleSteering, known: Known): void {
  for (const { kind, taxCode, union, openedOn, causes, plan, officer, dueOn, reportedOn, steps } of data.remedies) {
    const id = tx.newId()
    insertRecord(tx, 'remedies', id, {
      kind,
      enterprise_id: known.enterprise(taxCode),
      union_id: union === null ? null : known.union(union),
      opened_on: openedOn,
      causes,
      plan,
      officer_id: known.find('person', officer),
      due_on: dueOn,
      reported_on: reportedOn,
    })
    for (const step of steps)
      insertRecord(tx, 'steps', tx.newId(), {
        remedy_id: id,
        content: step.content,
        due_on: step.dueOn,
        done_on: step.doneOn,
        result: step.result,
      })
  }
}
