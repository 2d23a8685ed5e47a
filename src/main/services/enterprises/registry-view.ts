import { fail, type AppResult } from '#shared/contract/errors.ts'
import { findRegistryColumn, type RegistryColumnId } from '#shared/domain/enterprises/columns.ts'
import { listRegistryFields } from '#shared/domain/enterprises/field-names.ts'
import { parseCondition, type RegistryCondition } from '#shared/domain/enterprises/filter-language.ts'
import { searchText } from '#shared/domain/text/search.ts'
import { makeTest } from '#shared/domain/table/filter.ts'
import type { ColumnFilter, RowSort, TableValue } from '#shared/domain/table/view.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import type { ReadStore } from '../../db/store.ts'
import { type CodedColumn, NO_VALUE } from './coded-column.ts'
import { openIndex, type RegistryIndex } from './registry-index.ts'

export interface ViewInput {
  readonly sort: readonly RowSort[]
  readonly filters: readonly ColumnFilter[]
  readonly unit: string | null
  readonly search: string
  readonly where?: readonly string[]
  readonly asOf: IsoDate | null
  readonly round: string | null
  readonly minWorkers?: number | null
  readonly maxWorkers?: number | null
  readonly hasUnion?: boolean | null
  readonly legalForm?: string | null
  readonly industry?: string
}

/** Rows of the registry that pass, in the order asked for. Good until the next write. */
export interface OpenView {
  readonly index: RegistryIndex
  readonly rows: Int32Array
  readonly column: (id: RegistryColumnId) => CodedColumn
  /** The same for one look at all of it, without keeping it. */
  readonly columnOnce: (id: RegistryColumnId) => CodedColumn
}

const REMEMBERED = 4
interface Remembered {
  version: number
  readonly views: Map<string, Int32Array>
}
const remembered = new WeakMap<RegistryIndex, Remembered>()

interface Reading {
  readonly store: Pick<ReadStore, 'sqlite'>
  readonly today: () => IsoDate
}

export function openView({ store, today }: Reading, input: ViewInput): AppResult<OpenView> {
  const unknown = [...input.sort, ...input.filters].find(({ column }) => findRegistryColumn(column) === null)
  if (unknown !== undefined) return refuseColumn(unknown.column)
  const index = openIndex(store, today())
  const conditions = readConditions(input.where ?? [], index)
  if (!conditions.ok) return conditions
  const scope = { day: input.asOf, round: input.round }
  if (input.round !== null && !isRound(store, input.round)) return fail('SURVEY_ROUND_UNKNOWN')
  const column: OpenView['column'] = (id) => index.column(id, scope, today)
  if (input.unit !== null && index.catalogue().unitsBelow(input.unit, input.asOf).size === 0)
    return fail('UNIT_UNKNOWN', { code: input.unit })
  const kept = remembered.get(index)
  const memory = kept?.version === index.version ? kept : { version: index.version, views: new Map() }
  remembered.set(index, memory)
  const key = JSON.stringify(input)
  const known = memory.views.get(key)
  const rows =
    known ??
    sortRows(
      index,
      filterRows(index, column, { ...input, conditions: conditions.value }, index.layer(scope, today).isHidden()),
      column,
      input.sort,
    )
  memory.views.delete(key)
  memory.views.set(key, rows)
  for (const old of memory.views.keys()) {
    if (memory.views.size <= REMEMBERED) break
    memory.views.delete(old)
  }
  return ok({ index, rows, column, columnOnce: (id) => index.columnOnce(id, scope, today) })
}

export function refuseColumn(name: string): AppResult<never> {
  return fail('REGISTRY_COLUMN_UNKNOWN', { name, columns: listRegistryFields() })
}

function isRound({ sqlite }: Pick<ReadStore, 'sqlite'>, id: string): boolean {
  return sqlite.prepare<[string], number>('SELECT 1 FROM survey_rounds WHERE id = ?').pluck().get(id) !== undefined
}

type RowTest = (row: number) => boolean

interface Filtering extends ViewInput {
  readonly conditions: readonly RegistryCondition[]
}

function readConditions(texts: readonly string[], index: RegistryIndex): AppResult<readonly RegistryCondition[]> {
  const conditions: RegistryCondition[] = []
  for (const text of texts) {
    const parsed = parseCondition(text, index.catalogue().lists)
    if (parsed.ok) conditions.push(parsed.condition)
    else if ('unknownField' in parsed) return refuseColumn(parsed.unknownField)
    else return fail('FILTER_INVALID', { text, what: parsed.fault })
  }
  return ok(conditions)
}

function filterRows(
  index: RegistryIndex,
  column: OpenView['column'],
  input: Filtering,
  hidden: Uint8Array | null,
): Int32Array {
  const tests = makeTests(index, column, input, hidden)
  const order = index.inNameOrder()
  if (tests.length === 0) return Int32Array.from(order)
  const passing = new Int32Array(order.length)
  let count = 0
  for (const row of order) {
    let passes = true
    for (const test of tests)
      if (!test(row)) {
        passes = false
        break
      }
    if (passes) passing[count++] = row
  }
  return passing.slice(0, count)
}

function makeTests(
  index: RegistryIndex,
  column: OpenView['column'],
  input: Filtering,
  hidden: Uint8Array | null,
): readonly RowTest[] {
  const tests: RowTest[] = []
  const byValue = (id: RegistryColumnId, passes: (value: TableValue, text: () => string) => boolean): void => {
    const of = column(id)
    const passing = of.test(passes)
    const passesBlank = passes(null, () => '')
    const { codes } = of
    tests.push((row) => {
      const code = codes[row] ?? NO_VALUE
      return code === NO_VALUE ? passesBlank : passing[code] === 1
    })
  }
  if (hidden !== null) tests.push((row) => hidden[row] !== 1)
  if (input.unit !== null) {
    const below = index.catalogue().unitsBelow(input.unit, input.asOf)
    byValue('unit', (code) => typeof code === 'string' && below.has(code))
  }
  const { minWorkers = null, maxWorkers = null, hasUnion = null, legalForm = null, industry = '' } = input
  if (minWorkers !== null) byValue('workers', (value) => Number(value ?? 0) >= minWorkers)
  if (maxWorkers !== null) byValue('workers', (value) => Number(value ?? 0) <= maxWorkers)
  if (hasUnion !== null) byValue('hasUnion', (value) => (value === true) === hasUnion)
  if (legalForm !== null) byValue('legalForm', (value) => value === legalForm)
  const wantedIndustry = foldText(industry)
  if (wantedIndustry !== '') byValue('industry', (_, text) => foldText(text()).includes(wantedIndustry))
  for (const filter of input.filters) {
    const known = findRegistryColumn(filter.column)
    if (known !== null) byValue(known.id, makeTest(filter))
  }
  for (const { column: asked, passes } of input.conditions)
    if (asked.id === 'members' || asked.id === 'hasUnion') tests.push(testAsTold(column, asked.id, passes))
    else byValue(asked.id, passes)
  const words = searchText(input.search).split(' ').filter(Boolean)
  if (words.length > 0) tests.push(index.searchTest(words))
  return tests
}

/**
 * Lists mark only where there is a union: a surveyed enterprise without a mark has none, and no members. Conditions
 * are asked of what the command line tells, so that its answers can be checked against its own rows.
 */
function testAsTold(
  column: OpenView['column'],
  id: 'members' | 'hasUnion',
  passes: RegistryCondition['passes'],
): RowTest {
  const unions = column('hasUnion')
  const members = column('members')
  const surveyed = column('surveyedOn')
  return (row) => {
    const union = unions.get(row) ?? (surveyed.get(row) === null ? null : false)
    const value = id === 'hasUnion' ? union : (members.get(row) ?? (union === false ? 0 : null))
    return passes(value, () => column(id).textOf(value))
  }
}

/** Blanks last whichever way a column is turned; equal rows keep the order of names. */
function sortRows(
  index: RegistryIndex,
  rows: Int32Array,
  column: OpenView['column'],
  sort: readonly RowSort[],
): Int32Array {
  let sorted = rows
  // Stable, so the last column goes first.
  for (const { column: id, descending } of sort.toReversed()) {
    const known = findRegistryColumn(id)
    if (known === null) continue
    // The file keeps the keys of names, so that they need not be made.
    sorted =
      known.id === 'name'
        ? sortByPlace(sorted, index.nameRanks(), descending)
        : sortByPlace(sorted, placesOf(column(known.id)), descending)
  }
  return sorted
}

/** Place of each row in a column's order; -1 for an empty cell. */
function placesOf(column: CodedColumn): Int32Array {
  const rank = column.rank()
  return column.codes.map((code) => (code === NO_VALUE ? NO_VALUE : (rank[code] ?? NO_VALUE)))
}

/** Counts how often each place occurs and puts the rows there: no comparison, so 100,000 rows take a millisecond. */
function sortByPlace(rows: Int32Array, places: Int32Array, descending: boolean): Int32Array {
  let most = 0
  for (const place of places) if (place >= most) most = place + 1
  const turned = (row: number): number => {
    const place = places[row] ?? NO_VALUE
    if (place === NO_VALUE) return most
    return descending ? most - 1 - place : place
  }
  const starts = new Int32Array(most + 2)
  for (const row of rows) {
    const next = turned(row) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
  const sorted = new Int32Array(rows.length)
  for (const row of rows) {
    const place = turned(row)
    const at = starts[place] ?? 0
    sorted[at] = row
    starts[place] = at + 1
  }
  return sorted
}
