import type { ForeignRow } from '../exchange/foreign-sheet.ts'
import { FIGURE_ROLES, type ColumnRole } from './column-role.ts'
import { allowsDecimals } from '../indicators/indicator.ts'
import type { MoneyScale } from '../indicators/money.ts'
import type { KnownIndicator } from './match-indicator.ts'
import { readMoney, readPercent, statedMoney } from './read-figure.ts'
import type { ReportGrid } from './report-grid.ts'
import type { FileFinding, ReadCell } from './report-model.ts'

/** A column of which the row holds a figure of the indicator. */
export interface WantedCell {
  readonly column: number
  readonly role: ColumnRole
  /** What the column's header says it counts money in. */
  readonly money?: MoneyScale | null
}

export interface RowFacts {
  readonly cells: Partial<Record<ColumnRole, ReadCell>>
  readonly findings: readonly Omit<FileFinding, 'unit' | 'unitText'>[]
}

/**
 * Reads one row's figures of one indicator; what cannot be read is a finding with its cell. `measure`: what the row
 * says it is counted in.
 */
export function readRowCells(
  grid: ReportGrid,
  row: ForeignRow,
  indicator: KnownIndicator,
  wanted: readonly WantedCell[],
  measure = '',
): RowFacts {
  const cells: Partial<Record<ColumnRole, ReadCell>> = {}
  const findings: Omit<FileFinding, 'unit' | 'unitText'>[] = []
  const note = (kind: FileFinding['kind'], column: number, role: ColumnRole, more: Partial<FileFinding> = {}): void => {
    findings.push({
      kind,
      sheet: grid.name,
      cell: grid.address(row, column),
      indicator,
      role,
      stated: null,
      computed: null,
      text: grid.text(row, column),
      ...more,
    })
  }
  const ofRow = statedMoney(measure)
  for (const { column, role, money } of wanted) {
    if (!FIGURE_ROLES.includes(role) || cells[role] !== undefined) continue
    const value = grid.value(row, column)
    const text = grid.text(row, column)
    const base = { role, address: grid.address(row, column), text, isFormula: grid.isFormula(row, column) }
    if (role === 'percent') {
      const percent = readPercent(value, text, grid.format(row, column))
      if (percent !== null) cells.percent = { ...base, value: percent, qualifier: null, word: null, notes: [] }
      continue
    }
    const read = readMoney(value, text, indicator.unitLabel, ofRow ?? money ?? null)
    if (read.kind === 'blank') continue
    if (read.kind === 'none') {
      if (role !== 'target') note('noFigure', column, role)
      continue
    }
    const isPiece = read.kind === 'figure' && !Number.isInteger(read.value) && !allowsDecimals(indicator)
    if (read.kind === 'unreadable' || isPiece) {
      note('unreadable', column, role, { text: text === '' && read.kind === 'unreadable' ? read.text : text })
      continue
    }
    if (read.kind !== 'figure') continue
    cells[role] = { ...base, value: read.value, qualifier: read.qualifier, word: read.word, notes: read.notes }
    for (const told of read.notes)
      if (told !== 'unitWord') note('readAs', column, role, { note: told, computed: read.value })
    // "385/446, đạt 86,3%" in one cell says what the columns for it leave out.
    const also = (of: ColumnRole, number: number | null): void => {
      if (number !== null && cells[of] === undefined)
        cells[of] = { ...base, role: of, value: number, qualifier: null, word: null, notes: [] }
    }
    also('target', read.outOf)
    also('percent', read.percent)
  }
  return { cells, findings }
}

/** The figures of a row as written, for a question or a remark about it. */
export function figuresOf(grid: ReportGrid, row: ForeignRow, from: number): { cell: string; text: string }[] {
  const figures: { cell: string; text: string }[] = []
  for (let column = from; column < grid.width; column++) {
    const text = grid.text(row, column)
    if (grid.isNumber(row, column) || /^\D{0,14}\d/.test(text)) figures.push({ cell: grid.address(row, column), text })
  }
  return figures
}
