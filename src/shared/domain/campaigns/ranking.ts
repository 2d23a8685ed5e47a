import type { ProgressRow } from '../results/progress-row.ts'

/**
 * decided  left out by decision of the office, with its reason
 * noTarget  none was set; zero: it is 0 ("không giao"); unknown: there is one, its number was not given
 * untold    a level nobody told
 */
export const EXCLUSIONS = ['decided', 'noTarget', 'zero', 'unknown', 'untold'] as const
export type Exclusion = (typeof EXCLUSIONS)[number]

export interface RankedUnit<Row> {
  readonly row: Row
  readonly rank: number
  /** Another unit has the same rank. */
  readonly tied: boolean
}

export interface ExcludedUnit {
  readonly unit: string
  readonly name: string
  /** What it did all the same. */
  readonly result: number | null
  readonly why: Exclusion
  /** The office's own words, of a decided one. */
  readonly reason: string | null
}

export interface Ranking<Row> {
  readonly ranked: readonly RankedUnit<Row>[]
  readonly excluded: readonly ExcludedUnit[]
}

type Rankable = Pick<ProgressRow, 'unit' | 'name' | 'rank' | 'target' | 'result' | 'kind'>

/**
 * The units of one level in one column, in the order of their ranks (1, 1, 3), and why each of the others has none.
 * `units` are all that stand on that level, also those without a row in the column.
 */
export function rankingOf<Row extends Rankable>(
  rows: readonly Row[],
  units: readonly { readonly code: string; readonly name: string }[],
  reasons: ReadonlyMap<string, string>,
): Ranking<Row> {
  const byUnit = new Map(rows.map((row) => [row.unit ?? '', row]))
  const shared = new Map<number, number>()
  for (const { rank } of rows) if (rank !== null) shared.set(rank, (shared.get(rank) ?? 0) + 1)
  const ranked = rows
    .flatMap((row): RankedUnit<Row>[] =>
      row.rank === null ? [] : [{ row, rank: row.rank, tied: (shared.get(row.rank) ?? 0) > 1 }],
    )
    .toSorted((a, b) => a.rank - b.rank)
  const excluded = units.flatMap(({ code, name }): ExcludedUnit[] => {
    const row = byUnit.get(code)
    if (row !== undefined && row.rank !== null) return []
    const reason = reasons.get(code) ?? null
    const why = reason === null ? whyWithout(row) : 'decided'
    return [{ unit: code, name, result: row?.result ?? null, why, reason }]
  })
  return { ranked, excluded }
}

function whyWithout(row: Rankable | undefined): Exclusion {
  if (row === undefined || (row.target === null && row.kind === null)) return 'noTarget'
  // A row in a column of targets may stand there for its result alone.
  if (row.target === null) return 'noTarget'
  if (row.target === 0) return 'zero'
  return row.result === null ? 'untold' : 'unknown'
}
