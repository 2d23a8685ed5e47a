import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { TargetTableRow } from '#shared/contract/targets.ts'
import { toRoman } from '#shared/domain/text/roman.ts'
import { subtractDecimals } from '#shared/kit/fraction.ts'
import { targetsText } from '#renderer/text/targets.ts'

/** A row of the grid: the table's own, or the line at the foot that compares with the province's target. */
export type TargetGridRow = TargetTableRow & { readonly index: string; readonly isDifference?: boolean }

export interface SplitTable {
  readonly rows: readonly TargetGridRow[]
  readonly totals: readonly TargetGridRow[]
  readonly root: TargetTableRow | null
}

export function rowKey(row: TargetGridRow): string {
  return row.isDifference === true ? 'difference' : `${row.level}:${row.unit ?? ''}`
}

/** Numbers the rows as annexes do (I, II for groups; 1, 2 inside) and takes TỔNG CỘNG to the foot. */
export function splitTable(rows: readonly TargetTableRow[]): SplitTable {
  const root = rows.find((row) => row.level === 'unit' && row.depth === 0) ?? null
  let group = 0
  let unit = 0
  const body: TargetGridRow[] = []
  const totals: TargetGridRow[] = []
  for (const row of rows) {
    if (row.level === 'total') totals.push({ ...row, index: '' })
    else if (row.level === 'group') {
      group += 1
      unit = 0
      body.push({ ...row, index: toRoman(group) })
    } else if (row.depth === 1) {
      unit += 1
      body.push({ ...row, index: String(unit) })
    } else body.push({ ...row, index: '' })
  }
  const [total] = totals
  if (root !== null && total !== undefined)
    totals.push({ ...total, index: '', name: targetsText.differenceRow, isDifference: true, unit: 'difference' })
  return { rows: body, totals, root }
}

/**
 * What the province's target has left to give to units: positive = not yet given; null without a target.
 * A ratio is not given out in parts, so it has no rest.
 */
export function differenceOf(
  root: TargetTableRow | null,
  total: TargetTableRow,
  { code, kind }: Pick<IndicatorRow, 'code' | 'kind'>,
): number | null {
  const wanted = root?.cells[code]?.own ?? null
  if (wanted === null || kind === 'ratio') return null
  return subtractDecimals(wanted, total.cells[code]?.value ?? 0)
}

export function describeDifference(difference: number | null): string | null {
  if (difference === null) return null
  if (difference > 0) return targetsText.unallocated(difference)
  return difference < 0 ? targetsText.overAllocated(-difference) : targetsText.allocatedAll
}
