import type { ForeignRow } from '../exchange/foreign-sheet.ts'
import { achievedFraction, differsFromStated, percentOf } from '../results/percent.ts'
import type { ColumnRole } from './column-role.ts'
import type { KnownIndicator } from './match-indicator.ts'
import { readRowCells, type WantedCell } from './read-row.ts'
import type { ReportGrid } from './report-grid.ts'
import type { FileFinding, ReadCell } from './report-model.ts'

/** The columns of each indicator of a table. */
export type Wanted = ReadonlyMap<KnownIndicator, readonly WantedCell[]>

/** Sums by indicator and role; whether a word ("hơn", "gần") leaves room above or below them. */
export type Amounts = Map<string, { sum: number; hasMore: boolean; hasLess: boolean; column: number }>

const SUMMED: readonly ColumnRole[] = ['target', 'cumulative', 'increment', 'value']

/** Adds a row's figures to the sums its total is held against. */
export function addAmounts(
  amounts: Amounts,
  indicator: KnownIndicator,
  cells: Partial<Record<ColumnRole, ReadCell>>,
  wanted: readonly WantedCell[],
): void {
  if (indicator.kind === 'ratio') return
  for (const role of SUMMED) {
    const cell = cells[role]
    const column = wanted.find((candidate) => candidate.role === role)?.column
    if (cell === undefined || column === undefined) continue
    const key = `${indicator.code}|${role}`
    const before = amounts.get(key) ?? { sum: 0, hasMore: false, hasLess: false, column }
    amounts.set(key, {
      sum: before.sum + cell.value,
      hasMore: before.hasMore || cell.qualifier === '≥' || cell.qualifier === '≈',
      hasLess: before.hasLess || cell.qualifier === '≤' || cell.qualifier === '≈',
      column,
    })
  }
}

/** What a typed total or its percent says otherwise than the rows it stands for. */
export function compareTotals(grid: ReportGrid, row: ForeignRow, amounts: Amounts, byIndicator: Wanted): FileFinding[] {
  const findings: FileFinding[] = []
  for (const [indicator, wanted] of byIndicator) {
    const { cells } = readRowCells(grid, row, indicator, wanted)
    const say = (cell: ReadCell, kind: 'total' | 'percent', computed: number): void => {
      findings.push({
        kind,
        sheet: grid.name,
        cell: cell.address,
        unit: null,
        unitText: grid.text(row, 0) || null,
        indicator,
        role: cell.role,
        stated: cell.value,
        computed,
        text: cell.text,
      })
    }
    for (const role of SUMMED) {
      const cell = cells[role]
      const ours = amounts.get(`${indicator.code}|${role}`)
      if (cell === undefined || ours === undefined || cell.value === ours.sum) continue
      // A formula nobody calculated is stored as 0.
      if (cell.isFormula && cell.value === 0) continue
      // "hơn 128" in the column: the whole may well be more than the numbers make.
      if ((cell.value > ours.sum && ours.hasMore) || (cell.value < ours.sum && ours.hasLess)) continue
      say(cell, 'total', Number(ours.sum.toPrecision(15)))
    }
    const target = amounts.get(`${indicator.code}|target`)
    const result = amounts.get(`${indicator.code}|cumulative`) ?? amounts.get(`${indicator.code}|value`)
    const percent = cells.percent
    if (percent === undefined || target === undefined || result === undefined) continue
    const achieved = achievedFraction(result.sum, target.sum)
    const computed = achieved === null ? null : percentOf(achieved)
    if (
      computed !== null &&
      differsFromStated(computed, percent.value) &&
      differsFromStated(computed, percent.value * 100)
    )
      say(percent, 'percent', computed)
  }
  return findings
}
