import type { ParsedInput, Output } from '#shared/contract/index.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import {
  findRegistryColumn,
  REGISTRY_COLUMNS,
  type RegistryColumn,
  type RegistryColumnId,
} from '#shared/domain/enterprises/columns.ts'
import { otherFilters } from '#shared/domain/table/filter.ts'
import { ok } from '#shared/kit/result.ts'
import {
  findEnterpriseId,
  readAliasIds,
  readContacts,
  readObservations,
  readStageEntries,
} from '../../db/queries/enterprise-rows.ts'
import type { QueryContext } from '../service.ts'
import { NO_VALUE, type CodedColumn } from './coded-column.ts'
import { readEnterpriseRows } from './read-rows.ts'
import { openView, refuseColumn, type OpenView } from './registry-view.ts'

export function listEnterprises(
  context: QueryContext,
  input: ParsedInput<'enterprises.list'>,
): AppResult<Output<'enterprises.list'>> {
  const { offset, limit, ...view } = input
  const opened = openView(context, view)
  if (!opened.ok) return opened
  const { rows, index } = opened.value
  const ids = Array.from(rows.subarray(offset, offset + limit), (row) => index.idOf(row))
  const scope = { day: input.asOf, round: input.round }
  return ok({ ...sumView(opened.value), rows: readEnterpriseRows(context.store, ids, scope, context.today()) })
}

type Sums = Omit<Output<'enterprises.list'>, 'rows'>
const sums = new WeakMap<Int32Array, Sums>()

function sumView({ rows, column }: OpenView): Sums {
  const known = sums.get(rows)
  if (known !== undefined) return known
  const total = (id: RegistryColumnId): number => sumColumn(column(id), rows)
  const unions = column('hasUnion')
  let withUnion = 0
  for (const row of rows) if (unions.get(row) === true) withUnion++
  const made = {
    count: rows.length,
    workers: total('workers'),
    women: total('women'),
    insured: total('insured'),
    members: total('members'),
    nonmembers: total('nonmembers'),
    withUnion,
  }
  sums.set(rows, made)
  return made
}

export function sumColumn({ codes, values }: CodedColumn, rows: Int32Array): number {
  let sum = 0
  for (const row of rows) {
    const code = codes[row] ?? NO_VALUE
    if (code === NO_VALUE) continue
    const value = values[code]
    if (typeof value === 'number') sum += value
  }
  return sum
}

export function getEnterprise(
  context: QueryContext,
  { id, asOf }: ParsedInput<'enterprises.get'>,
): AppResult<Output<'enterprises.get'>> {
  const { sqlite } = context.store
  const found = findEnterpriseId(sqlite, id)
  const row =
    found === null
      ? undefined
      : readEnterpriseRows(context.store, [found], { day: asOf, round: null }, context.today())[0]
  if (found === null || row === undefined) return fail('ROW_UNKNOWN')
  const branches = sqlite
    .prepare<{ id: string; root: string; own: string }, { id: string; name: string; taxCode: string | null }>(
      `SELECT id, name, tax_code AS taxCode FROM enterprises
       WHERE id <> :id AND (parent_enterprise_id = :id OR (:root <> '' AND tax_code GLOB :root || '-*')) ORDER BY sort_key`,
    )
    .all({ id: found, own: row.taxCode ?? '', root: /^\d{10}$/.test(row.taxCode ?? '') ? (row.taxCode ?? '') : '' })
  return ok({
    ...row,
    aliases: readAliasIds(sqlite, found),
    branches,
    contactList: readContacts(sqlite, found),
    stageList: readStageEntries(sqlite, found),
    observations: readObservations(sqlite, found),
  })
}

export function locateEnterprise(
  context: QueryContext,
  { view, id }: ParsedInput<'enterprises.locate'>,
): AppResult<Output<'enterprises.locate'>> {
  const opened = openView(context, view)
  if (!opened.ok) return opened
  const found = findEnterpriseId(context.store.sqlite, id)
  const row = found === null ? undefined : opened.value.index.rowOf(found)
  const at = row === undefined ? -1 : opened.value.rows.indexOf(row)
  return ok({ row: at < 0 ? null : at })
}

/** So many values fit a filter; a list nobody could tick through ends there. */
const MOST_VALUES = 10_000

/** Counted under the filters of the other columns, so that more values can be ticked. */
export function countColumnValues(
  context: QueryContext,
  { view, column: id }: ParsedInput<'enterprises.valuesOf'>,
): AppResult<Output<'enterprises.valuesOf'>> {
  const known = findRegistryColumn(id)
  if (known === null) return refuseColumn(id)
  const opened = openView(context, { ...view, sort: [], filters: otherFilters(view.filters, id) })
  if (!opened.ok) return opened
  const { rows } = opened.value
  const column = opened.value.column(known.id)
  const counts = new Int32Array(column.values.length + 1)
  for (const row of rows) {
    const code = column.codes[row] ?? NO_VALUE
    const at = code === NO_VALUE ? column.values.length : code
    counts[at] = (counts[at] ?? 0) + 1
  }
  const rank = column.rank()
  const blank = column.values.length
  const codes = [...counts.keys()].filter((code) => (counts[code] ?? 0) > 0)
  const placeOf = (code: number): number => {
    const place = code === blank ? NO_VALUE : (rank[code] ?? NO_VALUE)
    return place === NO_VALUE ? blank + (code === blank ? 1 : 0) : place
  }
  codes.sort((a, b) => placeOf(a) - placeOf(b))
  return ok(
    codes.slice(0, MOST_VALUES).map((code) => {
      const value = column.values[code] ?? null
      return { value, text: column.textOf(value), count: counts[code] ?? 0 }
    }),
  )
}

/** Columns by id in the order named; a name nobody knows is refused. `[]`: all of them. */
export function pickColumns(ids: readonly string[]): AppResult<readonly RegistryColumn[]> {
  if (ids.length === 0) return ok(REGISTRY_COLUMNS)
  const picked: RegistryColumn[] = []
  for (const id of ids) {
    const column = findRegistryColumn(id)
    if (column === null) return refuseColumn(id)
    picked.push(column)
  }
  return ok(picked)
}
