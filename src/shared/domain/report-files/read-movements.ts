import type { ForeignRow } from '../exchange/foreign-sheet.ts'
import { readLabel } from './label-words.ts'
import type { IndicatorDirectory } from './match-indicator.ts'
import { readRowCells } from './read-row.ts'
import type { ReportGrid } from './report-grid.ts'
import type { FileFinding, ReadLine } from './report-model.ts'
import type { TableColumn } from './table-columns.ts'

/** A column that says what became of the things its rows name: "Tăng trong kỳ", "Giảm", "Có đến cuối kỳ". */
export interface MovementColumn {
  readonly column: number
  readonly label: string
}

/**
 * The columns of a table of movements ("Đầu kỳ | Tăng | Giảm | Cuối kỳ"); empty for any other table. Only with both a
 * rise and a fall is it one: "Kết nạp mới" alone over a column is an indicator of its own.
 */
export function movementColumns(columns: readonly TableColumn[]): readonly MovementColumn[] {
  const read = columns.flatMap(({ column, label, role }) => {
    if (label === '' || role === 'opening' || role === 'comparison' || role === 'percent' || role === 'note') return []
    const { words } = readLabel(label)
    const said = [...words].filter((word) => MOVES.has(word))
    return said.length > 0 ? [{ column, label, said }] : []
  })
  const has = (word: string): boolean => read.some(({ said }) => said.includes(word))
  return has('MOI') && has('GIAM') ? read.map(({ column, label }) => ({ column, label })) : []
}

/** Words that say what became of what is counted. */
export const MOVES: ReadonlySet<string> = new Set(['MOI', 'GIAM', 'TONG', 'CHUYENDEN', 'CHUYENDI', 'THUCTANG'])

/** Reads a row that only names what is counted ("Đoàn viên"): each column is an indicator of it. */
export function readMovements(
  grid: ReportGrid,
  row: ForeignRow,
  label: string,
  columns: readonly MovementColumn[],
  directory: IndicatorDirectory,
): { readonly lines: readonly ReadLine[]; readonly findings: readonly Omit<FileFinding, 'unit' | 'unitText'>[] } {
  const lines: ReadLine[] = []
  const findings: Omit<FileFinding, 'unit' | 'unitText'>[] = []
  const subject = readLabel(label).words
  for (const { column, label: head } of columns) {
    const match = directory.matchWords(new Set([...subject, ...readLabel(head).words]))
    if (match.kind !== 'certain') continue
    const read = readRowCells(grid, row, match.indicator, [{ column, role: 'value' }])
    findings.push(...read.findings)
    if (read.cells.value === undefined) continue
    lines.push({
      indicator: match.indicator,
      label: `${label} - ${head}`,
      row: row.number,
      hidden: row.hidden,
      cells: read.cells,
      measure: null,
      isLearned: false,
    })
  }
  return { lines, findings }
}
