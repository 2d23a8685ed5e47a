import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { AppResult } from '#shared/contract/errors.ts'
import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import { textOfCell } from '#shared/domain/enterprises/cell-text.ts'
import { REGISTRY_COLUMNS } from '#shared/domain/enterprises/columns.ts'
import {
  findDuplicatePairs,
  pairKey,
  type DuplicateCandidate,
  type DuplicatePair,
} from '#shared/domain/enterprises/duplicates.ts'
import { valueOfEnterprise } from '#shared/domain/enterprises/row-values.ts'
import { ok } from '#shared/kit/result.ts'
import { readAliasIds } from '../../db/queries/enterprise-rows.ts'
import type { ReadStore } from '../../db/store.ts'
import type { QueryContext } from '../service.ts'
import { readEnterpriseRows } from './read-rows.ts'
import type { RegistryCatalogue } from './registry-catalogue.ts'
import { openIndex, type RegistryIndex } from './registry-index.ts'
import { DUPLICATE_REASONS } from './text.ts'
import { fail } from '#shared/contract/errors.ts'

/** Found once for a state of the data: the pairs of a long review are asked for page by page. */
const remembered = new WeakMap<RegistryIndex, { readonly version: number; readonly pairs: readonly DuplicatePair[] }>()

export function listDuplicates(
  context: QueryContext,
  { unit, offset, limit }: ParsedInput<'enterprises.duplicates'>,
): AppResult<Output<'enterprises.duplicates'>> {
  const { store, today } = context
  const index = openIndex(store, today())
  const catalogue = index.catalogue()
  const below = unit === null ? null : catalogue.unitsBelow(unit, null)
  if (below !== null && below.size === 0) return fail('UNIT_UNKNOWN', { code: unit ?? '' })
  const unitOf = index.column('unit', { day: null, round: null }, today)
  const isWithin = (id: string): boolean => {
    const row = index.rowOf(id)
    const code = row === undefined ? null : unitOf.get(row)
    return below === null || (typeof code === 'string' && below.has(code))
  }
  const pairs = findPairs(store, index).filter(({ first, second }) => isWithin(first) || isWithin(second))
  const page = pairs.slice(offset, offset + limit)
  const ids = [...new Set(page.flatMap(({ first, second }) => [first, second]))]
  const rows = new Map(readEnterpriseRows(store, ids, { day: null, round: null }, today()).map((row) => [row.id, row]))
  return ok({
    count: pairs.length,
    pairs: page.flatMap((pair) => {
      const first = rows.get(pair.first)
      const second = rows.get(pair.second)
      if (first === undefined || second === undefined) return []
      return [
        {
          first: { ...first, aliases: readAliasIds(store.sqlite, first.id) },
          second: { ...second, aliases: readAliasIds(store.sqlite, second.id) },
          reasons: pair.reasons.map((code) => ({ code, text: describeReason(code, pair, first) })),
          differences: compare(first, second, catalogue),
        },
      ]
    }),
  })
}

function findPairs(store: Pick<ReadStore, 'sqlite'>, index: RegistryIndex): readonly DuplicatePair[] {
  const known = remembered.get(index)
  const judgedRows = store.sqlite
    .prepare<[], [string, string]>('SELECT first_id, second_id FROM enterprise_pair_reviews')
    .raw()
    .all()
  const judged = new Set(judgedRows.map(([first, second]) => pairKey(first, second)))
  const isOpen = ({ first, second }: DuplicatePair): boolean => !judged.has(pairKey(first, second))
  // A pair that was judged leaves the list; one whose judgement was undone comes back with the next change.
  if (known?.version === index.version) return known.pairs.filter(isOpen)
  const candidates = store.sqlite
    .prepare<[], DuplicateCandidate>(
      `SELECT id, tax_code AS taxCode, match_key AS nameKey, unit_id AS unit, ward, phone
       FROM enterprises ORDER BY sort_key, id`,
    )
    .all()
  const pairs = findDuplicatePairs(candidates, new Set())
  remembered.set(index, { version: index.version, pairs })
  return pairs.filter(isOpen)
}

function describeReason(code: DuplicatePair['reasons'][number], pair: DuplicatePair, row: EnterpriseRow): string {
  if (code === 'taxRoot') return DUPLICATE_REASONS.taxRoot((row.taxCode ?? '').slice(0, 10))
  return code === 'similarName' ? DUPLICATE_REASONS.similarName(pair.likeness) : DUPLICATE_REASONS[code]()
}

/** Cells that say different things, as they are shown; what one of them leaves blank is a difference too. */
function compare(first: EnterpriseRow, second: EnterpriseRow, { lists }: RegistryCatalogue) {
  return REGISTRY_COLUMNS.flatMap((column) => {
    const one = textOfCell(column, valueOfEnterprise(first, column.id), lists)
    const other = textOfCell(column, valueOfEnterprise(second, column.id), lists)
    return one === other ? [] : [{ column: column.id, first: one, second: other }]
  })
}
