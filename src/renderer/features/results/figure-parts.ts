import { formatNumber } from '#shared/domain/text/format.ts'
import { showAmount } from '#renderer/ui/sources/source-lines.ts'
import type { ResultGridRow } from './result-rows.ts'

/** A number of the table: its row, its indicator, and the other day where it is the one compared with. */
export interface FocusedFigure {
  readonly row: ResultGridRow
  readonly indicator: string
  /** A target is made of targets, everything else of results. */
  readonly isTarget: boolean
  readonly before: string | null
}

export interface FigurePart {
  readonly unit: string
  readonly name: string
  /** Null: nothing was reported, or no target given. */
  readonly shown: string | null
  /** False where the unit has no target, and so is left out of the sum of a column that has targets. */
  readonly isAdded: boolean
}

/** The units a group or TỔNG CỘNG adds up, in the order of the table. */
export function partsBehind(rows: readonly ResultGridRow[], figure: FocusedFigure): readonly FigurePart[] {
  const members = membersOf(rows, figure.row).filter(({ cells }) => cells[figure.indicator] !== undefined)
  const hasTargets = members.some(({ cells }) => (cells[figure.indicator]?.target ?? null) !== null)
  return members.flatMap(({ unit, name, cells }) => {
    const cell = cells[figure.indicator]
    if (unit === null || cell === undefined) return []
    const isAdded = !hasTargets || cell.target !== null
    if (figure.isTarget)
      return [{ unit, name, shown: cell.target === null ? null : formatNumber(cell.target), isAdded }]
    const value = figure.before === null ? (cell.reported ? cell.result : null) : (cell.compared?.result ?? null)
    const word = figure.before === null ? cell.qualifierWord : null
    const sign = figure.before === null ? cell.qualifier : null
    return [{ unit, name, shown: value === null ? null : showAmount(value, word, sign), isAdded }]
  })
}

/** Of a group its own units; of TỔNG CỘNG all right under the province. */
function membersOf(rows: readonly ResultGridRow[], sum: ResultGridRow): readonly ResultGridRow[] {
  const direct = rows.filter(({ level, depth }) => level === 'group' || (level === 'unit' && depth === 1))
  if (sum.level === 'total') return direct.filter(({ level }) => level === 'unit')
  const from = direct.findIndex(({ level, unit }) => level === 'group' && unit === sum.unit)
  if (from < 0) return []
  const next = direct.findIndex(({ level }, at) => at > from && level === 'group')
  return direct.slice(from + 1, next < 0 ? undefined : next)
}
