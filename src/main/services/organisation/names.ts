import type { RecordId } from '#shared/domain/organisation/records.ts'
import type { RecordRow } from '#shared/domain/organisation/record-rules.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import type { ReadStore } from '../../db/store.ts'

type Store = Pick<ReadStore, 'sqlite'>

const NAMES = {
  person_id: 'SELECT full_name FROM people WHERE id = ?',
  unit_id: 'SELECT short_name FROM units WHERE id = ?',
  enterprise_id: 'SELECT name FROM enterprises WHERE id = ?',
  union_id: 'SELECT name FROM grassroots_unions WHERE id = ?',
  committee_id: 'SELECT name FROM committees WHERE id = ?',
} as const

/** What a row is called in the list of steps: "Trần Văn An phụ trách LĐLĐ huyện Hai". */
export function nameOfRecord(store: Store, id: RecordId, row: RecordRow): string {
  const named = (column: keyof typeof NAMES): string => {
    const key = row[column]
    return typeof key !== 'string' ? '' : (store.sqlite.prepare<[string], string>(NAMES[column]).pluck().get(key) ?? '')
  }
  const subject = (): string => named('unit_id') || named('enterprise_id') || named('union_id')
  const text = (column: string): string => String(row[column] ?? '')
  const day = (column: string): string => (typeof row[column] === 'string' ? formatDate(row[column]) : '')
  switch (id) {
    case 'committees':
    case 'commendations':
      return text('name')
    case 'collaborators':
    case 'unionOfficers':
      return text('full_name')
    case 'decisions':
      return `${text('number')} ngày ${day('decided_on')}`.trim()
    case 'members':
      return named('person_id')
    case 'assignments':
      return `${named('person_id')} phụ trách ${subject()}`
    case 'visits':
      return `với ${subject()} ngày ${day('on_date')}`
    case 'followUps':
    case 'steps':
      return text('content').split('\n')[0] ?? ''
    case 'remedies':
      return `của ${subject()}`
  }
}
