import type { ForeignRow } from '../exchange/foreign-sheet.ts'
import { moneyScaleOf, type MoneyScale } from '../indicators/money.ts'
import { foldText } from '../text/fold.ts'
import type { ColumnRole } from './column-role.ts'
import { withoutNumbering } from './label-words.ts'
import type { IndicatorDirectory, KnownIndicator } from './match-indicator.ts'
import { statedMoney } from './read-figure.ts'
import { readRowCells, type RowFacts, type WantedCell } from './read-row.ts'
import type { ReportGrid } from './report-grid.ts'
import type { TableColumn } from './table-columns.ts'

/** "Số lượng | Kinh phí (triệu đồng)": what a row counts cost, in a column of its own. */
export interface MoneyColumn {
  readonly column: number
  readonly label: string
  /** What its head says money is counted in; null: as the catalogue does. */
  readonly scale: MoneyScale | null
}

/** The column of money beside those of figures; of several none, as nobody knows which is which. */
export function moneyColumn(columns: readonly TableColumn[]): MoneyColumn | null {
  const found = columns.filter(
    ({ role, label }) => role === null && /^(?:tong )?(?:so tien|kinh phi|tri gia|thanh tien)\b/.test(foldText(label)),
  )
  const [only] = found
  return only === undefined || found.length > 1
    ? null
    : { column: only.column, label: only.label, scale: statedMoney(only.label) }
}

/**
 * The money of a row about something counted, as the catalogue's own indicator of it: by its name ("Kinh phí" before
 * what the row says) or the code that goes with the row's (MAIAM, MAIAM_TIEN). Null without a figure or such an indicator.
 */
export function readMoneyBeside(
  grid: ReportGrid,
  row: ForeignRow,
  of: { readonly indicator: KnownIndicator; readonly label: string },
  money: MoneyColumn,
  wanted: readonly WantedCell[],
  directory: IndicatorDirectory,
): (RowFacts & { readonly indicator: KnownIndicator }) | null {
  if (grid.text(row, money.column) === '' || moneyScaleOf(of.indicator.unitLabel) !== null) return null
  const named = directory.match(`Kinh phí ${withoutNumbering(of.label)}`)
  const indicator =
    named.kind === 'certain' && moneyScaleOf(named.indicator.unitLabel) !== null
      ? named.indicator
      : directory.byCode(`${of.indicator.code}_TIEN`)
  if (indicator === null || moneyScaleOf(indicator.unitLabel) === null) return null
  const counted: readonly ColumnRole[] = ['value', 'cumulative', 'increment']
  const role = counted.find((candidate) => wanted.some((cell) => cell.role === candidate)) ?? 'value'
  return { indicator, ...readRowCells(grid, row, indicator, [{ column: money.column, role, money: money.scale }]) }
}
