import { readHeaderPart } from './column-role.ts'
import { hasFigure, type TableSpan } from './find-header.ts'
import type { ReportGrid } from './report-grid.ts'
import type { FileFinding, ReadLine } from './report-model.ts'
import { readRowCells } from './read-row.ts'
import type { ColumnMeaning } from './table-columns.ts'

/**
 * Reads one unit's report that has its indicators side by side: a single row of figures, or a row each for "Chỉ tiêu",
 * "Lũy kế" and "%". What a row's label says wins over what stands over the column.
 */
export function readWide(
  grid: ReportGrid,
  { body }: Pick<TableSpan, 'body'>,
  columns: readonly ColumnMeaning[],
): { readonly lines: readonly ReadLine[]; readonly findings: readonly Omit<FileFinding, 'unit' | 'unitText'>[] } {
  const lines = new Map<string, ReadLine>()
  const findings: Omit<FileFinding, 'unit' | 'unitText'>[] = []
  for (const row of body) {
    if (!hasFigure(grid, row) && !row.values.some((_, column) => grid.isNumber(row, column))) continue
    const first = Math.min(...columns.map(({ column }) => column.column))
    const labels = Array.from({ length: first }, (_, column) => grid.text(row, column))
    const label = labels.findLast((text) => /\p{L}/u.test(text)) ?? ''
    const ofRow = label === '' ? null : readHeaderPart(label).role
    for (const { column, indicator, role } of columns) {
      const read = readRowCells(grid, row, indicator, [{ column: column.column, role: ofRow ?? role }])
      findings.push(...read.findings)
      const before = lines.get(indicator.code)
      lines.set(indicator.code, {
        indicator,
        label: column.label,
        row: row.number,
        hidden: row.hidden,
        measure: null,
        isLearned: false,
        cells: { ...read.cells, ...before?.cells },
      })
    }
  }
  return { lines: [...lines.values()].filter(({ cells }) => Object.keys(cells).length > 0), findings }
}
