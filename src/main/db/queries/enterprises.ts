import type { ReadStore } from '../store.ts'

export interface CurrentFigures {
  workers: number | null
  women: number | null
  insured: number | null
  hasUnion: boolean | null
  members: number | null
  difficulty: string | null
}

export interface ObservedRow {
  readonly enterprise_id: string
  readonly observed_on: string
  readonly round_id: string
  readonly workers: number | null
  readonly women: number | null
  readonly insured: number | null
  readonly has_union: number | null
  readonly members: number | null
  readonly difficulty: string | null
}

/** All observations, oldest first: laid over each other in this order the last word of every column stands. */
export function iterateObservations(store: Pick<ReadStore, 'sqlite'>): IterableIterator<ObservedRow> {
  return store.sqlite
    .prepare<[], ObservedRow>(
      `SELECT enterprise_id, observed_on, round_id, workers, women, insured, has_union, members, difficulty
       FROM observations ORDER BY observed_on, id`,
    )
    .iterate()
}

/** A blank never wipes: only what the row says is laid over. */
export function layOver(figures: CurrentFigures, row: ObservedRow): void {
  figures.workers = row.workers ?? figures.workers
  figures.women = row.women ?? figures.women
  figures.insured = row.insured ?? figures.insured
  figures.hasUnion = row.has_union === null ? figures.hasUnion : row.has_union === 1
  figures.members = row.members ?? figures.members
  figures.difficulty = row.difficulty ?? figures.difficulty
}

export function emptyFigures(): CurrentFigures {
  return { workers: null, women: null, insured: null, hasUnion: null, members: null, difficulty: null }
}
