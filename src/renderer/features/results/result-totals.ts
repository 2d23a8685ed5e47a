import { addDecimals } from '#shared/kit/fraction.ts'
import { exactAmount, sumAmounts, type Amount } from '#shared/domain/results/amount.ts'
import { parseTypedValue } from '#shared/domain/results/parse-value.ts'
import { achievedFraction, percentOf } from '#shared/domain/results/percent.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import type { CellValue } from '#renderer/ui/DataGrid/column.ts'
import type { GridSums } from '#renderer/ui/DataGrid/totals/live-totals.ts'
import type { ResultGridRow } from './result-rows.ts'

/** A figure of a row as its cell shows it. */
type ShownFigure = (row: ResultGridRow, column: string) => CellValue

/** Groups add up their own units, TỔNG CỘNG all of the province's direct ones, in the order they are listed. */
export function makeResultSums(rows: readonly ResultGridRow[]): GridSums<ResultGridRow> {
  const groups = new Map<string, string | null>()
  let group: string | null = null
  for (const { level, unit, depth } of rows) {
    if (level === 'group') group = unit
    else if (depth === 1 && unit !== null) groups.set(unit, group)
  }
  return {
    isPart: (row, total) =>
      row.level === 'unit' &&
      row.depth === 1 &&
      (total.level === 'total' || (total.level === 'group' && groups.get(row.unit ?? '') === total.unit)),
  }
}

/** Σ of what was reported by the units that have a target; "hơn 400" makes the sum "hơn …" as well. */
export function sumResults(rows: readonly ResultGridRow[], shown: ShownFigure, code: string): CellValue {
  const amounts = amountsOf(rows, shown, code)
  if (amounts.length === 0) return null
  const { value, word } = sumAmounts(amounts)
  return word === null ? value : `${word} ${formatNumber(value)}`
}

/** Σ result ÷ Σ target, never a mean of percents. */
export function percentOfSums(rows: readonly ResultGridRow[], shown: ShownFigure, code: string): CellValue {
  const result = sumAmounts(amountsOf(rows, shown, code)).value
  const target = rows.reduce((sum, row) => {
    const own = shown(row, `${code}:target`)
    return typeof own === 'number' ? addDecimals(sum, own) : sum
  }, 0)
  const achieved = achievedFraction(result, target)
  return achieved === null ? null : percentOf(achieved)
}

function amountsOf(rows: readonly ResultGridRow[], shown: ShownFigure, code: string): readonly Amount[] {
  return rows.flatMap((row) => {
    if (shown(row, `${code}:target`) === null) return []
    const value = shown(row, `${code}:result`)
    if (typeof value === 'number') return [exactAmount(value)]
    return typeof value === 'string' ? (parseTypedValue(value) ?? []) : []
  })
}
