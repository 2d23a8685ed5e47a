import { appError, type AppError } from '#shared/contract/errors.ts'
import { recordOf, type RecordId } from '#shared/domain/organisation/records.ts'
import { checkRecord, type RecordRow } from '#shared/domain/organisation/record-rules.ts'
import type { ReadStore } from '../../db/store.ts'

type Store = Pick<ReadStore, 'sqlite'>

/** The row another one belongs to, whose days bound its own. */
const PARENTS: Readonly<Partial<Record<RecordId, readonly [table: string, column: string]>>> = {
  members: ['committees', 'committee_id'],
  followUps: ['visits', 'visit_id'],
}
/** Columns by which rows of a table can clash: only those that share one of these are looked at. */
const RIVALS: Readonly<Partial<Record<RecordId, readonly string[]>>> = {
  committees: ['unit_id'],
  decisions: ['committee_id'],
  members: ['committee_id'],
  assignments: ['unit_id', 'enterprise_id', 'union_id'],
  commendations: ['plan_id'],
  remedies: ['enterprise_id', 'union_id'],
  unionOfficers: ['union_id'],
  collaborators: ['name_folded'],
}

export type RowRefusal = { readonly column: string; readonly error: AppError }
export type CheckRow = (rowId: string, row: RecordRow) => RowRefusal | null

/**
 * Checks rows as they would be. `staged` holds what the same call is about to write, by id, so that two new rows
 * cannot take the same place; a removed row is null.
 */
export function createRowCheck(store: Store, id: RecordId, staged: ReadonlyMap<string, RecordRow | null>): CheckRow {
  const { sqlite } = store
  const name = (sql: string) => {
    const find = sqlite.prepare<[string], string>(sql).pluck()
    return (key: string): string => find.get(key) ?? ''
  }
  const nameOfPerson = name('SELECT full_name FROM people WHERE id = ?')
  const nameOfRole = name('SELECT name FROM committee_roles WHERE id = ?')
  const kindOfForm = name('SELECT kind FROM commendation_forms WHERE id = ?')
  const single = new Set(sqlite.prepare<[], string>('SELECT id FROM committee_roles WHERE single = 1').pluck().all())
  const [parentTable, parentColumn] = PARENTS[id] ?? []
  const findParent =
    parentTable === undefined ? null : sqlite.prepare<[string], RecordRow>(`SELECT * FROM ${parentTable} WHERE id = ?`)
  const rivals = (RIVALS[id] ?? []).map((column) => ({
    column,
    find: sqlite.prepare<[string], RecordRow & { readonly id: string }>(
      `SELECT * FROM ${recordOf(id).table} WHERE ${column} = ?`,
    ),
  }))
  return (rowId, row) => {
    const others = new Map<string, RecordRow>()
    for (const { column, find } of rivals) {
      const value = row[column]
      if (typeof value !== 'string') continue
      for (const other of find.all(value)) others.set(other.id, other)
    }
    for (const [key, other] of staged) {
      if (other === null) others.delete(key)
      else others.set(key, other)
    }
    others.delete(rowId)
    const parentId = parentColumn === undefined ? undefined : row[parentColumn]
    const problem = checkRecord(id, row, {
      others: [...others.values()],
      isSingleRole: (role) => single.has(role),
      nameOfPerson,
      nameOfRole,
      kindOfForm: (form) => kindOfForm(form) || null,
      parent: findParent === null || typeof parentId !== 'string' ? null : (findParent.get(parentId) ?? null),
    })
    return problem === null ? null : { column: problem.column, error: appError(problem.code, problem.places) }
  }
}
