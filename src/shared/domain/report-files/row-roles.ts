import type { ForeignRow } from '../exchange/foreign-sheet.ts'
import { FIGURE_ROLES, type ColumnRole, readHeaderPart } from './column-role.ts'
import type { WantedCell } from './read-row.ts'
import type { ReportGrid } from './report-grid.ts'

/**
 * "CT", "LK", "%" as rows of each indicator, beside its name: what such a row's figures are. Null for other tables: one
 * lone word of that kind may be a unit of measure.
 */
export function readRowRoles(
  grid: ReportGrid,
  body: readonly ForeignRow[],
  labels: number,
  wanted: readonly WantedCell[],
): ReadonlyMap<ForeignRow, ColumnRole> | null {
  const firstFigure = Math.min(...wanted.map(({ column }) => column))
  for (let column = 0; column < firstFigure && Number.isFinite(firstFigure); column++) {
    if (column === labels) continue
    const roles = new Map<ForeignRow, ColumnRole>()
    for (const row of body) {
      const { role, rest } = readHeaderPart(grid.text(row, column))
      if (role !== null && rest === '' && FIGURE_ROLES.includes(role)) roles.set(row, role)
    }
    const found = new Set(roles.values())
    const hasResult = found.has('value') || found.has('cumulative') || found.has('increment')
    if (found.has('target') && hasResult) return roles
  }
  return null
}
