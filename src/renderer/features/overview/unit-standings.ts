import type { ProgressAnswer } from '#shared/contract/results.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { KeyFigure, ProgressRow } from './key-figures.ts'

/** One indicator as one body set it for the units: what units are ranked by. */
export interface RankedFigure {
  readonly key: string
  readonly indicator: IndicatorRow
  readonly row: ProgressRow
  readonly units: readonly ProgressRow[]
}

/** Figures that were also spread over the province's direct units, the furthest unit first. */
export function rankedFiguresOf(progress: ProgressAnswer, figures: readonly KeyFigure[]): readonly RankedFigure[] {
  return figures.flatMap(({ indicator, standings }) =>
    standings.flatMap(({ key, row }) => {
      const units = unitsOf(progress, row)
      return units.length === 0 ? [] : [{ key, indicator, row, units }]
    }),
  )
}

function unitsOf(progress: ProgressAnswer, of: ProgressRow): readonly ProgressRow[] {
  const last = Number.MAX_SAFE_INTEGER
  return progress.rows
    .filter(
      (row) =>
        row.level === 'unit' &&
        row.depth === 1 &&
        row.indicator === of.indicator &&
        row.assignerCode === of.assignerCode &&
        row.kind === of.kind,
    )
    .toSorted((a, b) => (a.rank ?? last) - (b.rank ?? last))
}
