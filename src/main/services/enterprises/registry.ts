import type { ParsedInput } from '#shared/contract/index.ts'
import type { EnterpriseRow } from '#shared/contract/survey.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { sortKey } from '#shared/domain/text/sort-key.ts'
import { readEnterprises, readNewestOperation, type StoredEnterprise } from '../../db/queries/enterprises.ts'
import { readUnits } from '../../db/queries/units.ts'
import type { ReadStore } from '../../db/store.ts'

type ListInput = ParsedInput<'enterprises.list'>
type SortColumn = ListInput['sort'][number]['column']

interface RegistryRow extends StoredEnterprise {
  readonly searched: string
}

interface Snapshot {
  readonly operation: number
  readonly rows: readonly RegistryRow[]
}

// The whole registry with its current figures, kept until something is written: a page of 50,000 rows is then
// filtered and sorted in milliseconds, where SQL would look up every figure of every row again.
const snapshots = new WeakMap<ReadStore['sqlite'], Snapshot>()

/** Rows that pass the filter, in the order asked for; null when the filter names a unit that is not there. */
export function listRegistry(store: ReadStore, input: ListInput | null): readonly RegistryRow[] | null {
  const rows = takeSnapshot(store)
  if (input === null) return rows
  const within = input.unit === null ? null : unitIdsBelow(store, input.unit)
  if (within !== null && within.size === 0) return null
  const words = foldText(input.search).split(' ').filter(Boolean)
  const industry = foldText(input.industry)
  const passing = rows.filter(
    (row) =>
      (within === null || (row.unitId !== null && within.has(row.unitId))) &&
      words.every((word) => row.searched.includes(word)) &&
      (input.minWorkers === null || (row.workers ?? 0) >= input.minWorkers) &&
      (input.maxWorkers === null || (row.workers ?? 0) <= input.maxWorkers) &&
      (input.hasUnion === null || (row.hasUnion === true) === input.hasUnion) &&
      (input.legalForm === null || row.legalForm === input.legalForm) &&
      (industry === '' || foldText(row.industry ?? '').includes(industry)),
  )
  return input.sort.length === 0 ? passing : sortRows(passing, input.sort)
}

function takeSnapshot(store: ReadStore): readonly RegistryRow[] {
  const operation = readNewestOperation(store)
  const known = snapshots.get(store.sqlite)
  if (known?.operation === operation) return known.rows
  const rows = readEnterprises(store).map((row) => ({
    ...row,
    searched: `${row.nameFolded}\n${row.taxCode ?? ''}\n${foldText(row.address ?? '')}\n${foldText(row.industry ?? '')}`,
  }))
  snapshots.set(store.sqlite, { operation, rows })
  return rows
}

/** Ids of a unit and everything below it, whenever valid; empty for an unknown code. */
function unitIdsBelow(store: ReadStore, code: string): Set<string> {
  const units = readUnits(store, null)
  const ids = new Set<string>()
  const codes = new Set<string>()
  // Parents come before children.
  for (const unit of units) {
    if (unit.code !== code && (unit.parent === null || !codes.has(unit.parent))) continue
    codes.add(unit.code)
    ids.add(unit.id)
  }
  return ids
}

type Key = string | number | null

const TEXT_KEYS: Readonly<Partial<Record<SortColumn, (row: RegistryRow) => string | null>>> = {
  name: (row) => row.sortKey,
  taxCode: (row) => row.taxCode,
  unit: (row) => (row.unitName === null ? null : sortKey(row.unitName)),
  legalForm: (row) => row.legalFormName,
  industry: (row) => (row.industry === null ? null : sortKey(row.industry)),
  address: (row) => (row.address === null ? null : sortKey(row.address)),
  foundedOn: (row) => row.foundedOn ?? row.foundedText,
  surveyedOn: (row) => row.surveyedOn,
}

function keyOf(row: RegistryRow, column: SortColumn): Key {
  const text = TEXT_KEYS[column]
  if (text !== undefined) return text(row)
  if (column === 'hasUnion') return row.hasUnion === true ? 1 : 0
  return column === 'workers' || column === 'women' || column === 'insured' || column === 'members' ? row[column] : null
}

/** Blanks stand last whichever way a column is turned; equal rows keep the order of names. */
function sortRows(rows: readonly RegistryRow[], sort: ListInput['sort']): RegistryRow[] {
  const keyed = rows.map((row) => ({ row, keys: sort.map(({ column }) => keyOf(row, column)) }))
  keyed.sort((a, b) => {
    for (const [index, { descending }] of sort.entries()) {
      const order = compareKeys(a.keys[index] ?? null, b.keys[index] ?? null, descending)
      if (order !== 0) return order
    }
    return 0
  })
  return keyed.map(({ row }) => row)
}

function compareKeys(a: Key, b: Key, descending: boolean): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  const order = a < b ? -1 : 1
  return descending ? -order : order
}

/** Without what only lists need. */
export function publish({
  searched: _searched,
  sortKey: _sortKey,
  nameFolded: _nameFolded,
  unitId: _unitId,
  ...row
}: RegistryRow): EnterpriseRow {
  return row
}
