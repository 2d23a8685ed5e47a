import type { TableValue } from '#shared/domain/table/view.ts'
import { nonmembersOf } from './dated-layer.ts'

/** What the funnel and the size bands say of a group of enterprises. */
export interface Counts {
  enterprises: number
  workers: number
  members: number
  nonmembers: number
}

export function emptyCounts(): Counts {
  return { enterprises: 0, workers: 0, members: 0, nonmembers: 0 }
}

export function addTo(counts: Counts, workers: TableValue, members: TableValue): void {
  counts.enterprises++
  counts.workers += typeof workers === 'number' ? workers : 0
  counts.members += typeof members === 'number' ? members : 0
  counts.nonmembers += nonmembersOf(workers, members) ?? 0
}

export function addCounts(sum: Counts, counts: Counts): void {
  sum.enterprises += counts.enterprises
  sum.workers += counts.workers
  sum.members += counts.members
  sum.nonmembers += counts.nonmembers
}
