import type { Input } from '#shared/contract/index.ts'
import type { ColumnFilter, TableView } from '#shared/domain/table/view.ts'
import { parseDecimal } from '#shared/domain/results/parse-value.ts'

/** Quick filters above the table; the table's own filters come on top of them. */
export interface RegistryFilters {
  readonly search: string
  readonly unit: string
  readonly union: '' | 'yes' | 'no'
  readonly minWorkers: string
  /** Code of a stage; NO_STAGE: those nobody put into one; null: all. */
  readonly stage: string | null
  /** Id of a person; NOBODY; null: all. */
  readonly officer: string | null
  /** '' all, 'any', 'none', or the name of a reason. */
  readonly difficulty: string
}

export const NO_FILTERS: RegistryFilters = {
  search: '',
  unit: '',
  union: '',
  minWorkers: '',
  stage: null,
  officer: null,
  difficulty: '',
}

export const NO_STAGE = '-'
export const NOBODY = '-'
export const ANY_DIFFICULTY = 'any'
export const NO_DIFFICULTY = 'none'

type View = Required<Pick<Input<'enterprises.list'>, 'sort' | 'filters' | 'unit' | 'search' | 'asOf'>>

/** The size asked for, or null for none or no whole number. */
export function sizeOf(filters: RegistryFilters): number | null {
  const size = parseDecimal(filters.minWorkers)
  return size === null || !Number.isInteger(size) ? null : size
}

/** What the backend is asked: quick filters and the table's own, figures of the day that is looked at. */
export function makeRegistryView(filters: RegistryFilters, asOf: string, table: TableView): View {
  return {
    sort: table.sort.map((sort) => ({ ...sort })),
    filters: [...quickFilters(filters), ...table.filters].map(copyFilter),
    unit: filters.unit === '' ? null : filters.unit,
    search: filters.search,
    asOf,
  }
}

function quickFilters(filters: RegistryFilters): readonly ColumnFilter[] {
  const size = sizeOf(filters)
  const list: ColumnFilter[] = []
  if (size !== null) list.push({ column: 'workers', kind: 'between', from: size, to: null })
  if (filters.union === 'yes') list.push({ column: 'hasUnion', kind: 'values', values: [true] })
  if (filters.union === 'no') list.push({ column: 'hasUnion', kind: 'values', values: [false, null] })
  if (filters.stage !== null)
    list.push({ column: 'stage', kind: 'values', values: [filters.stage === NO_STAGE ? null : filters.stage] })
  if (filters.officer !== null)
    list.push({ column: 'officer', kind: 'values', values: [filters.officer === NOBODY ? null : filters.officer] })
  if (filters.difficulty === ANY_DIFFICULTY) list.push({ column: 'difficulty', kind: 'filled' })
  else if (filters.difficulty === NO_DIFFICULTY) list.push({ column: 'difficulty', kind: 'empty' })
  else if (filters.difficulty !== '')
    list.push({ column: 'difficultyCodes', kind: 'contains', text: filters.difficulty })
  return list
}

type SentFilter = NonNullable<View['filters']>[number]

function copyFilter(filter: ColumnFilter): SentFilter {
  return filter.kind === 'values' ? { ...filter, values: [...filter.values] } : filter
}
