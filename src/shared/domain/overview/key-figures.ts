import { groupBy } from '../../kit/group-by.ts'
import type { IndicatorKind } from '../indicators/indicator.ts'
import type { Pace } from '../results/pace.ts'
import type { ProgressRow } from '../results/progress-row.ts'

/** The part of a progress row that key figures are made of. */
export type FigureRow = Pick<
  ProgressRow,
  'level' | 'unit' | 'name' | 'depth' | 'indicator' | 'assigner' | 'assignerCode' | 'kind' | 'percent' | 'rank'
> & {
  /** As the table of progress tells it; a figure of the overview is judged nowhere else. */
  readonly pace: Pace | null
}

/** The province's standing in one indicator against one assigner's target. */
export interface Standing<Row extends FigureRow> {
  readonly row: Row
  /** The root's direct units that were given the same target, the furthest first. */
  readonly units: readonly Row[]
}

/** One indicator with all the targets set for it: several bodies may set different ones (domain: ten facts, 5). */
export interface KeyFigure<Row extends FigureRow, Of> {
  readonly indicator: Of
  readonly standings: readonly Standing<Row>[]
}

/**
 * The root's rows that have a target, in the order of the catalogue; where the root has none of its own, TỔNG CỘNG of
 * the units stands for it.
 */
export function keyFiguresOf<Row extends FigureRow, Of extends { readonly code: string }>(
  rows: readonly Row[],
  catalogue: readonly Of[],
): readonly KeyFigure<Row, Of>[] {
  const chosen = new Map<string, Row>()
  const units = new Map<string, Row[]>()
  for (const row of rows) {
    if (row.assigner === null || row.level === 'group') continue
    const key = [row.indicator, row.assignerCode, row.kind].join(' ')
    if (row.level === 'unit' && row.depth === 1) {
      const before = units.get(key)
      if (before === undefined) units.set(key, [row])
      else before.push(row)
    }
    const isRoot = row.level === 'unit' && row.depth === 0
    // The root comes before the total in every block.
    if ((isRoot || row.level === 'total') && !chosen.has(key)) chosen.set(key, row)
  }
  const byIndicator = groupBy([...chosen], ([, row]) => row.indicator)
  return catalogue.flatMap((indicator) => {
    const found = byIndicator.get(indicator.code)
    if (found === undefined) return []
    const standings = found.map(([key, row]) => ({ row, units: rankedFirst(units.get(key) ?? []) }))
    return [{ indicator, standings }]
  })
}

function rankedFirst<Row extends FigureRow>(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER))
}

/** Whether a figure grows from nothing in every plan, so that a curve of it begins at zero. */
export function growsFromNothing(kind: IndicatorKind): boolean {
  return kind === 'flow' || kind === 'loss' || kind === 'net'
}
