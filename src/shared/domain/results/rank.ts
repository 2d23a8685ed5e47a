import { compareShares, type Share } from './percent.ts'

export interface RankCandidate {
  readonly key: string
  /** Exact result ÷ target; without a target there is no rank and no place in this list. */
  readonly achieved: Share
  readonly result: number
}

/**
 * Rank by the exact fraction, then the result; who is still equal shares the rank and the next ones skip it:
 * 1, 1, 3. By the exact fraction, so that 66,64 % stands before 66,61 % although both print 66,6 %.
 */
export function rankOf(candidates: readonly RankCandidate[]): ReadonlyMap<string, number> {
  const sorted = candidates.toSorted(order)
  const ranks = new Map<string, number>()
  let rank = 0
  let previous: RankCandidate | null = null
  sorted.forEach((candidate, index) => {
    if (previous === null || order(previous, candidate) !== 0) rank = index + 1
    ranks.set(candidate.key, rank)
    previous = candidate
  })
  return ranks
}

function order(a: RankCandidate, b: RankCandidate): number {
  return compareShares(b.achieved, a.achieved) || b.result - a.result
}
