import { formatDatePadded, formatNumber, formatPercent } from '../text/format.ts'
import { isIsoDate } from '../../kit/dates.ts'

/** A table as it is shown, on its way to Excel, to paper or to a PDF: the same for every screen. */
export interface SheetLayout {
  /** Whose figures: "LIÊN ĐOÀN LAO ĐỘNG TỈNH …"; null where nobody is named. */
  readonly office: string | null
  readonly title: string
  /** Under the title: the day of the figures, and that the table is filtered. */
  readonly notes: readonly string[]
  readonly columns: readonly SheetColumn[]
  /** How many columns at the left stay in sight. */
  readonly frozen: number
}

export interface SheetColumn {
  readonly title: string
  /** The common title above this column and its neighbours with the same one. */
  readonly group: string | null
  readonly kind: 'text' | 'count' | 'number' | 'percent' | 'date'
  /** In pixels of the window at 100 %. */
  readonly width: number
  readonly align: 'left' | 'right' | 'center'
}

/**
 * A number in a column of numbers, an ISO date in a column of dates; any other text stands as it is. A number with a
 * sign before it ("▼ 71,9%") stays a number: Excel can go on counting with it.
 */
export type SheetCell = string | number | { readonly sign: string; readonly value: number } | null

export interface SheetRow {
  readonly kind: 'row' | 'group' | 'total'
  /** How far the first text is indented. */
  readonly depth: number
  readonly cells: readonly SheetCell[]
}

/** The cell as it is shown. */
export function formatSheetCell({ kind }: Pick<SheetColumn, 'kind'>, cell: SheetCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return kind === 'percent' ? formatPercent(cell) : formatNumber(cell)
  if (typeof cell === 'object') return cell.sign + formatSheetCell({ kind }, cell.value)
  return kind === 'date' && isIsoDate(cell) ? formatDatePadded(cell) : cell
}

/** Neighbouring columns under one title; a column without one stands alone. */
export interface HeaderSpan {
  readonly group: string | null
  readonly start: number
  readonly count: number
}

export function headerSpans(columns: readonly Pick<SheetColumn, 'group'>[]): readonly HeaderSpan[] {
  const spans: { group: string | null; start: number; count: number }[] = []
  columns.forEach(({ group }, start) => {
    const last = spans.at(-1)
    if (last !== undefined && group !== null && last.group === group) last.count += 1
    else spans.push({ group, start, count: 1 })
  })
  return spans
}

export function hasHeaderGroups(columns: readonly Pick<SheetColumn, 'group'>[]): boolean {
  return columns.some(({ group }) => group !== null)
}
