import type { SearchHit, SearchKind } from '#shared/contract/search.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { rankMatch } from '#shared/domain/text/search.ts'
import type { ReadStore } from '../store.ts'
import { readIndicators } from './indicators.ts'
import { readPlans } from './plans.ts'
import { readUnits } from './units.ts'

/** A find and how good it is (domain/text/search.ts). */
export interface RankedHit extends SearchHit {
  readonly rank: number
}

/** Finds among what there are at most some thousands of, each looked at: units, those who sign, plans, indicators. */
export function readListed(
  store: Pick<ReadStore, 'db' | 'sqlite'>,
  query: string,
  kinds: ReadonlySet<SearchKind>,
): RankedHit[] {
  return [
    ...(kinds.has('unit') ? findUnits(store, query) : []),
    ...(kinds.has('person') ? findSigners(store, query) : []),
    ...(kinds.has('plan') ? findPlans(store, query) : []),
    ...(kinds.has('indicator') ? findIndicators(store, query) : []),
  ]
}

/** Also those that ended, by their other names and by those they had before. */
function findUnits(store: Pick<ReadStore, 'db' | 'sqlite'>, query: string): RankedHit[] {
  const units = readUnits(store, null)
  const nameOf = new Map(units.map((unit) => [unit.code, unit.name]))
  const former = new Map<string, string[]>()
  const pasts = store.sqlite
    .prepare<[], { unit: string; name: string; short: string }>(
      'SELECT unit_id AS unit, name, short_name AS short FROM unit_pasts',
    )
    .all()
  for (const { unit, name, short } of pasts) former.set(unit, [...(former.get(unit) ?? []), name, short])
  return units.flatMap((unit): RankedHit[] => {
    const names = [unit.code, unit.shortName, ...unit.aliases, ...(former.get(unit.id) ?? [])]
    const rank = rankMatch(query, { title: unit.name, names, others: [unit.typeName] })
    if (rank === null) return []
    const ended = unit.validTo === null ? [] : [`đến ${formatDate(unit.validTo)}`]
    const subtitle = [unit.typeName, nameOf.get(unit.parent ?? '') ?? [], ended].flat().join(' · ')
    return [{ kind: 'unit', code: unit.code, title: unit.name, subtitle, id: unit.id, rank }]
  })
}

/** Officers have an index; those who sign are few and in a list of their own. */
function findSigners(store: Pick<ReadStore, 'sqlite'>, query: string): RankedHit[] {
  const signers = store.sqlite
    .prepare<[], { id: string; name: string; position: string }>(
      'SELECT id, full_name AS name, position FROM signers ORDER BY sort_order',
    )
    .all()
  return signers.flatMap(({ id, name, position }): RankedHit[] => {
    const rank = rankMatch(query, { title: name, others: [position] })
    return rank === null ? [] : [{ kind: 'person', code: id, title: name, subtitle: position, id, rank }]
  })
}

function findPlans(store: Pick<ReadStore, 'db'>, query: string): RankedHit[] {
  return readPlans(store).flatMap((plan): RankedHit[] => {
    const rank = rankMatch(query, { title: plan.name, names: [plan.code] })
    const subtitle = `${formatDate(plan.from)} – ${formatDate(plan.to)}`
    return rank === null ? [] : [{ kind: 'plan', code: plan.code, title: plan.name, subtitle, id: plan.id, rank }]
  })
}

function findIndicators(store: Pick<ReadStore, 'db'>, query: string): RankedHit[] {
  return readIndicators(store).flatMap((row): RankedHit[] => {
    const rank = rankMatch(query, { title: row.name, names: [row.code, row.shortName] })
    return rank === null
      ? []
      : [{ kind: 'indicator', code: row.code, title: row.name, subtitle: row.unitLabel, id: row.id, rank }]
  })
}
