import { SEARCH_KINDS, type searchContract, type SearchKind } from '#shared/contract/search.ts'
import { searchText } from '#shared/domain/text/search.ts'
import { ok } from '#shared/kit/result.ts'
import { readIndexed } from '../db/queries/search-indexed.ts'
import { readListed } from '../db/queries/search-listed.ts'
import type { Service } from './service.ts'

export const searchService: Service<keyof typeof searchContract> = {
  'search.find': ({ store }, { text, kinds, limit, perKind }) => {
    const query = searchText(text)
    if (query === '') return ok([])
    const wanted = new Set<SearchKind>(kinds ?? SEARCH_KINDS)
    const most = perKind ?? limit
    const hits = [...readListed(store, query, wanted), ...readIndexed(store, query, wanted, most)]
    const sorted = hits.toSorted(
      (a, b) => a.rank - b.rank || SEARCH_KINDS.indexOf(a.kind) - SEARCH_KINDS.indexOf(b.kind),
    )
    const taken = new Map<SearchKind, number>()
    const few = sorted.filter(({ kind }) => {
      const count = (taken.get(kind) ?? 0) + 1
      taken.set(kind, count)
      return count <= most
    })
    return ok(few.slice(0, limit).map(({ rank: _, ...hit }) => hit))
  },
}
