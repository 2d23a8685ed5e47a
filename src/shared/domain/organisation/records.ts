import { columnWords, TABLE_WORDS } from '../history/words.ts'

/**
 * text     a line, long: several lines
 * date     a day or nothing
 * choice   one of the words the column has (history/words-steering.ts)
 * order    where the row stands
 * count    a whole number; money: đồng, typed in any unit of money
 * others   the row of another table, by its id, code or name
 */
export type RecordColumnKind =
  | 'text'
  | 'long'
  | 'date'
  | 'choice'
  | 'order'
  | 'count'
  | 'money'
  | 'person'
  | 'unit'
  | 'enterprise'
  | 'union'
  | 'committee'
  | 'role'
  | 'form'
  | 'plan'
  | 'visit'
  | 'remedy'

export interface RecordColumn {
  /** As lists and edits call it. */
  readonly id: string
  /** As the data file calls it. */
  readonly stored: string
  readonly kind: RecordColumnKind
  readonly required?: true
  /** Given when a row is made, then kept. */
  readonly fixed?: true
  /** What a new row says where nothing is given. */
  readonly usual?: string
}

export interface RecordTable {
  readonly table: string
  readonly columns: readonly RecordColumn[]
  /** Of these columns exactly one is filled: what an assignment is about. */
  readonly oneOf?: readonly string[]
  /** Pairs of days that stand in this order where both are known. */
  readonly inOrder?: readonly (readonly [first: string, second: string])[]
  /** Tables whose rows go with a row of this one, by the column that says to which. */
  readonly parts?: readonly (readonly [table: string, column: string])[]
}

const make =
  (kind: RecordColumnKind) =>
  (id: string, more: Partial<Omit<RecordColumn, 'id' | 'kind'>> = {}): RecordColumn => ({
    stored: id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    ...more,
    id,
    kind,
  })
const refer =
  (kind: RecordColumnKind) =>
  (id: string, more: Partial<Omit<RecordColumn, 'id' | 'kind'>> = {}): RecordColumn =>
    make(kind)(id, { stored: `${id}_id`, ...more })

const text = make('text')
const long = make('long')
const date = make('date')
const choice = make('choice')
const person = refer('person')
const unit = refer('unit')
const enterprise = refer('enterprise')
const union = refer('union')
const committee = refer('committee')
const REQUIRED = { required: true } as const
const PARENT = { required: true, fixed: true } as const
const ORDER = make('order')('sortOrder')
const VALID = [date('validFrom'), date('validTo')] as const
const VALID_ORDER = [['valid_from', 'valid_to']] as const
const NOTE = text('note')

/** What a clerk keeps of committees, charges and visits: rows that are typed into tables, each cell by the same rules. */
export const RECORDS = {
  committees: {
    table: 'committees',
    columns: [
      unit('unit', REQUIRED),
      text('name', REQUIRED),
      choice('issuerKind', { required: true, usual: 'union' }),
      text('issuer'),
      text('period'),
      long('duties'),
      long('regime'),
      ...VALID,
      NOTE,
    ],
    inOrder: VALID_ORDER,
    parts: [
      ['committee_members', 'committee_id'],
      ['committee_decisions', 'committee_id'],
    ],
  },
  decisions: {
    table: 'committee_decisions',
    columns: [
      committee('committee', PARENT),
      choice('kind', { required: true, usual: 'found' }),
      text('number'),
      date('decidedOn', REQUIRED),
      text('issuer'),
      NOTE,
    ],
  },
  members: {
    table: 'committee_members',
    columns: [
      committee('committee', PARENT),
      person('person', REQUIRED),
      refer('role')('role', REQUIRED),
      text('position'),
      long('duties'),
      ORDER,
      ...VALID,
    ],
    inOrder: VALID_ORDER,
  },
  assignments: {
    table: 'assignments',
    columns: [
      person('person', REQUIRED),
      unit('unit'),
      enterprise('enterprise'),
      union('union'),
      committee('committee'),
      choice('role', { required: true, usual: 'lead' }),
      long('duties'),
      ...VALID,
      date('dueOn'),
      text('decisionNumber'),
      date('decisionOn'),
      NOTE,
    ],
    oneOf: ['unit', 'enterprise', 'union'],
    inOrder: [...VALID_ORDER, ['valid_from', 'due_on'], ['decision_on', 'valid_to']],
  },
  collaborators: {
    table: 'collaborators',
    columns: [
      text('fullName', REQUIRED),
      choice('kind', { required: true, usual: 'collaborator' }),
      unit('unit'),
      enterprise('enterprise'),
      text('position'),
      text('phone'),
      ...VALID,
      NOTE,
    ],
    inOrder: VALID_ORDER,
  },
  visits: {
    table: 'visits',
    columns: [
      date('onDate', REQUIRED),
      unit('unit'),
      enterprise('enterprise'),
      committee('committee'),
      person('leader'),
      text('title'),
      text('hosts'),
      choice('state', { required: true, usual: 'done' }),
      long('situation'),
      long('strengths'),
      long('difficulties'),
      long('causes'),
      long('solutions'),
      long('conclusion'),
      NOTE,
    ],
    oneOf: ['unit', 'enterprise'],
    parts: [
      ['visit_followups', 'visit_id'],
      ['visit_people', 'visit_id'],
    ],
  },
  followUps: {
    table: 'visit_followups',
    columns: [
      refer('visit')('visit', PARENT),
      long('content', REQUIRED),
      person('person'),
      unit('unit'),
      date('dueOn'),
      choice('state', { required: true, usual: 'open' }),
      date('doneOn'),
      long('result'),
    ],
  },
  commendations: {
    table: 'commendations',
    columns: [
      refer('plan')('plan', PARENT),
      date('asOf'),
      choice('kind', { required: true, usual: 'group' }),
      unit('unit'),
      union('union'),
      person('person'),
      text('name', REQUIRED),
      text('position'),
      refer('form')('form'),
      long('reason'),
      make('count')('rank'),
      choice('state', { required: true, usual: 'proposed' }),
      long('exclusion'),
      text('decisionNumber'),
      date('decisionOn'),
      make('money')('amount'),
      NOTE,
    ],
  },
  remedies: {
    table: 'remedies',
    columns: [
      choice('kind', PARENT),
      enterprise('enterprise', { fixed: true }),
      union('union', { fixed: true }),
      date('openedOn', REQUIRED),
      long('causes'),
      long('plan'),
      person('officer'),
      date('dueOn'),
      date('reportedOn'),
      date('closedOn'),
      choice('outcome'),
      long('result'),
      NOTE,
    ],
    oneOf: ['enterprise', 'union'],
    inOrder: [
      ['opened_on', 'due_on'],
      ['opened_on', 'closed_on'],
      ['opened_on', 'reported_on'],
    ],
    parts: [['remedy_steps', 'remedy_id']],
  },
  steps: {
    table: 'remedy_steps',
    columns: [
      refer('remedy')('remedy', PARENT),
      long('content', REQUIRED),
      date('dueOn'),
      date('doneOn'),
      long('result'),
      ORDER,
    ],
  },
  unionOfficers: {
    table: 'union_officers',
    columns: [
      union('union', PARENT),
      choice('body', { required: true, usual: 'executive' }),
      text('fullName', REQUIRED),
      text('born'),
      text('position'),
      text('role', REQUIRED),
      ORDER,
      ...VALID,
      NOTE,
    ],
    inOrder: VALID_ORDER,
  },
} as const satisfies Readonly<Record<string, RecordTable>>

export type RecordId = keyof typeof RECORDS
export const RECORD_IDS = Object.keys(RECORDS) as RecordId[]

export function recordOf(id: RecordId): RecordTable {
  return RECORDS[id]
}

export function findRecordColumn(id: RecordId, column: string): RecordColumn | null {
  return recordOf(id).columns.find((known) => known.id === column) ?? null
}

/** What the clerk calls a column. */
export function recordTitle(id: RecordId, { stored }: Pick<RecordColumn, 'stored'>): string {
  return columnWords(recordOf(id).table, stored)?.title ?? stored
}

/** Words of a column of choices by what is stored. */
export function recordChoices(id: RecordId, column: string): Readonly<Record<string, string>> {
  const known = findRecordColumn(id, column)
  return known === null ? {} : (columnWords(recordOf(id).table, known.stored)?.values ?? {})
}

/** "buổi làm việc": one row, within a sentence. */
export function recordWord(id: RecordId): string {
  return TABLE_WORDS[recordOf(id).table]?.one ?? ''
}
