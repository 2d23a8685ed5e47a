import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { MemberCountRow, UnionRow } from '#shared/contract/unions.ts'
import { sortRows } from '#shared/domain/table/compare.ts'
import { filterRows } from '#shared/domain/table/filter.ts'
import { containsWords, foldedWords } from '#shared/domain/table/words.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { checkUnions } from '#shared/domain/unions/checks.ts'
import { findUnionColumn, unionTableColumns } from '#shared/domain/unions/columns.ts'
import { countUnions } from '#shared/domain/unions/counts.ts'
import { countedFrom, stateOn, type UnionFacts } from '#shared/domain/unions/union.ts'
import { groupBy } from '#shared/kit/group-by.ts'
import { ok } from '#shared/kit/result.ts'
import { FOUNDING_SOURCE, readMemberCounts, readUnions } from '../../db/queries/unions.ts'
import { readUnits } from '../../db/queries/units.ts'
import type { ReadStore } from '../../db/store.ts'
import { findUnitsBelow } from '../lookup.ts'
import { readUnionRules } from './rules.ts'

type Store = Pick<ReadStore, 'db' | 'sqlite'>

/** Every union with state and warnings of a day, in the order of names. */
export function readUnionRows(store: Store, asOf: string): UnionRow[] {
  const unions = readUnions(store, asOf)
  const units = new Map(readUnits(store, null).map((unit) => [unit.code, unit]))
  const warnings = checkUnions(unions, readUnionRules(store), units, asOf)
  return unions.map((union) => ({
    ...union,
    state: stateOn(union, asOf),
    warnings: [...(warnings.get(union.id) ?? [])],
  }))
}

export function listUnions(
  store: Store,
  input: ParsedInput<'unions.list'>,
  asOf: string,
): AppResult<Output<'unions.list'>> {
  const unknown = [...input.sort, ...input.filters].find(({ column }) => findUnionColumn(column) === null)
  if (unknown !== undefined) return fail('COLUMN_UNKNOWN', { name: unknown.column })
  const below = findUnitsBelow(store, input.unit)
  if (!below.ok) return below
  const within = below.value
  const words = foldedWords(input.search)
  const columns = unionTableColumns(asOf)
  const passing = readUnionRows(store, asOf).filter(
    (row) =>
      (within === null || (row.unit !== null && within.has(row.unit))) &&
      (input.state === null || row.state === input.state) &&
      (input.enterprise === null || row.enterpriseId === input.enterprise) &&
      (words.length === 0 || containsWords(searchedText(row), words)),
  )
  const rows = sortRows(filterRows(passing, input.filters, columns), input.sort, columns)
  const active = rows.filter((row) => row.state === 'active')
  return ok({
    asOf,
    count: rows.length,
    members: active.reduce((sum, row) => sum + (row.members ?? 0), 0),
    active: active.length,
    rows: [...rows],
  })
}

function searchedText(row: UnionFacts): string {
  return foldText([row.name, row.enterpriseName, row.decisionNumber, row.chair].filter(Boolean).join('\n'))
}

export function countUnionsByUnit(
  store: Store,
  { from, to, unit, continued, minWorkers }: ParsedInput<'unions.counts'>,
): AppResult<Output<'unions.counts'>> {
  if (to < from) return fail('REPORT_DATES_REVERSED', { from, to })
  const below = findUnitsBelow(store, unit)
  if (!below.ok) return below
  const within = below.value
  // Workers decide on the size at the time of founding as far as surveys up to the last day know it.
  const unions = readUnions(store, to).filter((row) => within === null || (row.unit !== null && within.has(row.unit)))
  const rules = { continued, minWorkers }
  const byUnit = groupBy(unions, (union) => union.unit)
  const order: { readonly code: string | null; readonly name: string }[] = [
    ...readUnits(store, null),
    { code: null, name: 'Chưa rõ đơn vị' },
  ]
  return ok({
    from,
    to,
    total: countUnions(unions, from, to, rules),
    units: order.flatMap(({ code, name }) => {
      const own = byUnit.get(code)
      return own === undefined ? [] : [{ unit: code, name, ...countUnions(own, from, to, rules) }]
    }),
  })
}

/** Every word on the members of one union, newest first; the founding is the first of them. */
export function listMemberCounts(store: Store, union: UnionFacts): MemberCountRow[] {
  const counts: MemberCountRow[] = readMemberCounts(store, union.id).map((row) => ({ ...row, own: row.own === 1 }))
  const from = countedFrom(union)
  if (union.membersAtFounding !== null && from !== null)
    counts.push({
      id: `founding:${union.id}`,
      countedOn: from,
      members: union.membersAtFounding,
      women: null,
      source: FOUNDING_SOURCE,
      own: false,
    })
  return counts.sort((a, b) => (a.countedOn < b.countedOn ? 1 : a.countedOn > b.countedOn ? -1 : 0))
}
