import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { ProgressAnswer } from '#shared/contract/results.ts'
import { paceOf, type Pace } from '#shared/domain/results/pace.ts'
import type { IsoDate } from '#shared/kit/dates.ts'

export type ProgressRow = ProgressAnswer['rows'][number]

/** The province's standing in one indicator, against one assigner's target. */
export interface KeyFigure {
  readonly key: string
  readonly indicator: IndicatorRow
  readonly row: ProgressRow
  readonly pace: Pace | null
}

/** The root's rows that have a target; where the root has none of its own, TỔNG CỘNG of the units stands for it. */
export function keyFiguresOf(
  progress: ProgressAnswer | undefined,
  catalogue: readonly IndicatorRow[],
  plan: PlanRow | undefined,
  asOf: IsoDate,
): readonly KeyFigure[] {
  if (progress === undefined || plan === undefined) return []
  const indicators = new Map(catalogue.map((indicator) => [indicator.code, indicator]))
  const chosen = new Map<string, ProgressRow>()
  for (const row of progress.rows) {
    if (row.assigner === null || row.level === 'group') continue
    const isRoot = row.level === 'unit' && row.depth === 0
    if (!isRoot && row.level !== 'total') continue
    const key = [row.indicator, row.assignerCode, row.kind].join(' ')
    // The root comes before the total in every block.
    if (!chosen.has(key)) chosen.set(key, row)
  }
  return [...chosen].flatMap(([key, row]) => {
    const indicator = indicators.get(row.indicator)
    return indicator === undefined ? [] : [{ key, indicator, row, pace: paceOf(row.percent, indicator.kind, plan, asOf) }]
  })
}
