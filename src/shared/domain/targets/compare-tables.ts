import { addDecimals, decimalFraction, divideFractions, subtractDecimals } from '../../kit/fraction.ts'
import { percentOf } from '../results/percent.ts'
import type { TargetTableRow } from './target-table.ts'

/** One figure of two versions held against each other. */
export interface ComparedFigure {
  readonly a: number | null
  readonly b: number | null
  /** b − a; a figure that is not there counts as 0, null when neither is there. */
  readonly difference: number | null
  /** 100 × b ÷ a, one decimal, half up; null without a or with a zero a. */
  readonly percent: number | null
}

export interface ComparedRow extends ComparedFigure {
  readonly level: TargetTableRow['level']
  readonly unit: string | null
  readonly name: string
  readonly depth: number
  readonly indicator: string
}

const NO_FIGURE: ComparedFigure = { a: null, b: null, difference: null, percent: null }

export function compareFigures(a: number | null, b: number | null): ComparedFigure {
  if (a === null && b === null) return NO_FIGURE
  return {
    a,
    b,
    difference: subtractDecimals(b ?? 0, a ?? 0),
    percent:
      a === null || a === 0 || b === null ? null : percentOf(divideFractions(decimalFraction(b), decimalFraction(a))),
  }
}

/**
 * Two tables of the same tree, row by row and indicator by indicator. Groups and TỔNG CỘNG are the sums of both
 * tables, so their differences are the sums of the differences below them (ratios aside, which do not add up).
 * A row without a figure in either table is left out.
 */
export function compareTables(
  a: readonly TargetTableRow[],
  b: readonly TargetTableRow[],
  indicators: readonly string[],
): readonly ComparedRow[] {
  const inB = new Map(b.map((row) => [keyOf(row), row]))
  return indicators.flatMap((indicator) =>
    a.flatMap((row): ComparedRow[] => {
      const before = row.cells[indicator]
      const after = inB.get(keyOf(row))?.cells[indicator]
      if (before === undefined && after === undefined) return []
      const { level, unit, name, depth } = row
      return [{ level, unit, name, depth, indicator, ...compareFigures(before?.value ?? null, after?.value ?? null) }]
    }),
  )
}

export function isDifferent({ a, b }: ComparedFigure): boolean {
  return a !== b
}

/** Σ of rows that are listed, as the foot of a comparison shows them. */
export function sumCompared(rows: readonly ComparedFigure[]): ComparedFigure {
  const sum = (pick: 'a' | 'b'): number | null => {
    const known = rows.flatMap((row) => row[pick] ?? [])
    return known.length === 0 ? null : known.reduce(addDecimals, 0)
  }
  return compareFigures(sum('a'), sum('b'))
}

function keyOf({ level, unit }: Pick<TargetTableRow, 'level' | 'unit'>): string {
  return `${level}:${unit ?? ''}`
}
