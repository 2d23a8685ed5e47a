import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import type { ProgressAnswer } from '#shared/contract/results.ts'
import { paceOf, type Pace } from '#shared/domain/results/pace.ts'
import { groupBy } from '#shared/kit/group-by.ts'
import type { IsoDate } from '#shared/kit/dates.ts'

export type ProgressRow = ProgressAnswer['rows'][number]

/** The province's standing in one indicator against one assigner's target. */
export interface Standing {
  readonly key: string
  readonly row: ProgressRow
  readonly pace: Pace | null
}

/** One indicator with all the targets set for it: several bodies may set different ones (domain: ten facts, 5). */
export interface KeyFigure {
  readonly indicator: IndicatorRow
  readonly standings: readonly Standing[]
}

/** The root's rows that have a target; where the root has none of its own, TỔNG CỘNG of the units stands for it. */
export function keyFiguresOf(
  progress: ProgressAnswer | undefined,
  catalogue: readonly IndicatorRow[],
  plan: PlanRow | undefined,
  asOf: IsoDate,
): readonly KeyFigure[] {
  if (progress === undefined || plan === undefined) return []
  const chosen = new Map<string, ProgressRow>()
  for (const row of progress.rows) {
    if (row.assigner === null || row.level === 'group') continue
    const isRoot = row.level === 'unit' && row.depth === 0
    if (!isRoot && row.level !== 'total') continue
    const key = [row.indicator, row.assignerCode, row.kind].join(' ')
    // The root comes before the total in every block.
    if (!chosen.has(key)) chosen.set(key, row)
  }
  const byIndicator = groupBy([...chosen], ([, row]) => row.indicator)
  return catalogue.flatMap((indicator) => {
    const rows = byIndicator.get(indicator.code)
    if (rows === undefined) return []
    const standings = rows.map(([key, row]) => ({ key, row, pace: paceOf(row.percent, indicator.kind, plan, asOf) }))
    return [{ indicator, standings }]
  })
}
