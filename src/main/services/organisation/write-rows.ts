import { findRecordColumn, recordOf, type RecordId } from '#shared/domain/organisation/records.ts'
import type { RecordRow } from '#shared/domain/organisation/record-rules.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { personSortKey, sortKey } from '#shared/domain/text/sort-key.ts'
import type { Transaction } from '../../db/store.ts'
import type { StoredCell } from './read-cell.ts'

/** Columns the program keeps beside those that are typed. */
export function twinsOf(id: RecordId, cells: RecordRow): Readonly<Record<string, StoredCell>> {
  const person = cells['full_name']
  if (id === 'collaborators' && typeof person === 'string')
    return { name_folded: foldText(person), sort_key: personSortKey(person) }
  if (id === 'unionOfficers' && typeof person === 'string') return { name_folded: foldText(person) }
  const name = cells['name']
  if (id === 'committees' && typeof name === 'string') return { name_folded: foldText(name), sort_key: sortKey(name) }
  if (id === 'commendations' && typeof name === 'string') return { name_folded: foldText(name) }
  return {}
}

/** Values every new row has where none is given. */
export function usualCells(id: RecordId): Record<string, StoredCell> {
  const cells: Record<string, StoredCell> = {}
  for (const { stored, usual, kind } of recordOf(id).columns) {
    if (usual !== undefined) cells[stored] = usual
    else if (kind === 'order') cells[stored] = 0
    else cells[stored] = null
  }
  if (id === 'commendations') cells['source'] = 'hand'
  return cells
}

/** Names come from the lists of columns, never from what was typed. */
export function insertRecord(tx: Transaction, id: RecordId, rowId: string, cells: RecordRow): void {
  const whole: Record<string, StoredCell> = { ...usualCells(id), ...cells, ...twinsOf(id, cells), id: rowId }
  const order = findRecordColumn(id, 'sortOrder')
  if (order !== null && (whole[order.stored] ?? 0) === 0) whole[order.stored] = nextPlace(tx, id, whole)
  const names = Object.keys(whole)
  tx.sqlite
    .prepare(`INSERT INTO ${recordOf(id).table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
    .run(...Object.values(whole))
}

export function updateRecord(tx: Transaction, id: RecordId, rowId: string, cells: RecordRow): void {
  const whole: Record<string, StoredCell> = { ...cells, ...twinsOf(id, cells) }
  const names = Object.keys(whole)
  if (names.length === 0) return
  tx.sqlite
    .prepare(`UPDATE ${recordOf(id).table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`)
    .run(...Object.values(whole), rowId)
}

/** After the last row of the same parent. */
function nextPlace(tx: Transaction, id: RecordId, row: RecordRow): number {
  const { table, columns } = recordOf(id)
  const parent = columns.find(({ fixed, required }) => fixed === true && required === true)
  if (parent === undefined) return 10
  const last = tx.sqlite
    .prepare<[unknown], number | null>(`SELECT MAX(sort_order) FROM ${table} WHERE ${parent.stored} = ?`)
    .pluck()
    .get(row[parent.stored] ?? null)
  return (last ?? 0) + 10
}
