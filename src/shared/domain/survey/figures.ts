/** Sums of survey rows, computed here once for screens, documents and the command line. */
export interface SurveyFigures {
  readonly enterprises: number
  readonly workers: number
  readonly members: number
  readonly withUnion: number
  /** Enterprises of at least 20 workers that are not known to have a union. */
  readonly ge20WithoutUnion: number
}

export interface CountedRow {
  readonly workers: number | null
  readonly members: number | null
  readonly hasUnion: boolean | null
}

/** The size from which founding a union is pressed for first (NQ 02 and the programmes name 20, 25, 30 and 50). */
const NOTED_SIZE = 20

export function sumFigures(rows: Iterable<CountedRow>): SurveyFigures {
  const sum = { enterprises: 0, workers: 0, members: 0, withUnion: 0, ge20WithoutUnion: 0 }
  for (const row of rows) {
    sum.enterprises++
    sum.workers += row.workers ?? 0
    sum.members += row.members ?? 0
    if (row.hasUnion === true) sum.withUnion++
    else if ((row.workers ?? 0) >= NOTED_SIZE) sum.ge20WithoutUnion++
  }
  return sum
}
