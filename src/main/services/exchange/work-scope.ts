import type { AddRows } from './scope.ts'

// Who steers the work of a unit and what came of it (`domain/exchange/work-tables.ts`). What hangs on an enterprise or
// a union goes with the registry, what is the unit's own with its reports: a receiver is never given a part of what it
// has not heard of.

const IN = 'IN (SELECT value FROM json_each(?))'

/** Of the enterprises or unions found by `of`, a statement with these values. */
export function addWorkAt(
  add: AddRows,
  column: 'enterprise_id' | 'union_id',
  of: string,
  values: readonly unknown[],
): void {
  add('assignments', `SELECT id FROM assignments WHERE ${column} IN ${of}`, ...values)
  add('remedies', `SELECT id FROM remedies WHERE ${column} IN ${of}`, ...values)
  add(
    'remedy_steps',
    `SELECT id FROM remedy_steps WHERE remedy_id IN (SELECT id FROM remedies WHERE ${column} IN ${of})`,
    ...values,
  )
  if (column === 'union_id') {
    add('union_officers', `SELECT id FROM union_officers WHERE union_id IN ${of}`, ...values)
    add('commendations', `SELECT id FROM commendations WHERE union_id IN ${of}`, ...values)
  } else {
    add('collaborators', `SELECT id FROM collaborators WHERE enterprise_id IN ${of}`, ...values)
    addVisits(add, `enterprise_id IN ${of}`, values)
  }
}

/** Of units themselves: `units` is their ids as JSON. */
export function addWorkOf(add: AddRows, units: string): void {
  const committees = `(SELECT id FROM committees WHERE unit_id ${IN})`
  add('committees', `SELECT id FROM committees WHERE unit_id ${IN}`, units)
  add('committee_decisions', `SELECT id FROM committee_decisions WHERE committee_id IN ${committees}`, units)
  add('committee_members', `SELECT id FROM committee_members WHERE committee_id IN ${committees}`, units)
  add('assignments', `SELECT id FROM assignments WHERE unit_id ${IN}`, units)
  addVisits(add, `unit_id ${IN}`, [units])
  add(
    'commendations',
    `SELECT id FROM commendations WHERE unit_id ${IN} OR person_id IN (SELECT id FROM people WHERE unit_id ${IN})`,
    units,
    units,
  )
}

/** Those of the unit who are at no enterprise; the others go with theirs. */
export function addCollaborators(add: AddRows, units: string): void {
  add('collaborators', `SELECT id FROM collaborators WHERE unit_id ${IN} AND enterprise_id IS NULL`, units)
}

function addVisits(add: AddRows, where: string, values: readonly unknown[]): void {
  const of = `(SELECT id FROM visits WHERE ${where})`
  add('visits', `SELECT id FROM visits WHERE ${where}`, ...values)
  add('visit_people', `SELECT id FROM visit_people WHERE visit_id IN ${of}`, ...values)
  add('visit_followups', `SELECT id FROM visit_followups WHERE visit_id IN ${of}`, ...values)
}

const TO_COMMITTEES = [
  ['assignments', 'committee_id'],
  ['visits', 'committee_id'],
] as const

const TO_PEOPLE = [
  ['committee_members', 'person_id'],
  ['assignments', 'person_id'],
  ['visits', 'leader_id'],
  ['visit_people', 'person_id'],
  ['visit_followups', 'person_id'],
  ['remedies', 'officer_id'],
  ['commendations', 'person_id'],
] as const

/** The committees and people those rows name, whoever's they are. */
export function addWorkCompanions(add: AddRows, idsOf: (table: string) => readonly string[]): void {
  const addNamed = (named: string, table: string, column: string): void => {
    const ids = idsOf(table)
    if (ids.length > 0)
      add(
        named,
        `SELECT DISTINCT ${column} FROM ${table} WHERE ${column} IS NOT NULL AND id ${IN}`,
        JSON.stringify(ids),
      )
  }
  for (const [table, column] of TO_COMMITTEES) addNamed('committees', table, column)
  for (const [table, column] of TO_PEOPLE) addNamed('people', table, column)
}
