import { createSheetText, type SheetText, type TextConversion } from '../exchange/decode-text.ts'
import {
  type CellValue,
  columnLetter,
  type ForeignRow,
  type ForeignSheet,
  isDateCell,
  isErrorCell,
  styleOf,
} from '../exchange/foreign-sheet.ts'

/** Reports are small; a sheet wider or longer than this is a list of something else. */
const WIDEST = 120
const LONGEST = 2000

/** A sheet as a report is read from it: rows in order, cells by row and column, merged labels spread out. */
export interface ReportGrid {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly ForeignRow[]
  readonly width: number
  /** The cell's text, tidied, '' when blank. */
  text(row: ForeignRow, column: number): string
  value(row: ForeignRow, column: number): CellValue | undefined
  format(row: ForeignRow, column: number): string
  isFormula(row: ForeignRow, column: number): boolean
  /** Whether a number or a day stands there. */
  isNumber(row: ForeignRow, column: number): boolean
  /** Label of a header cell; of a merged area every cell has the label of its first. */
  label(row: ForeignRow, column: number): string
  /** Whether merges join columns within these rows, so that an empty cell there is really empty. */
  hasWideMerges(top: number, bottom: number): boolean
  address(row: ForeignRow, column: number): string
  conversions(): readonly TextConversion[]
}

export function makeReportGrid(sheet: ForeignSheet): ReportGrid {
  const rows = sheet.rows.slice(0, LONGEST)
  const read: SheetText = createSheetText({ styles: sheet.styles, rows })
  const text: SheetText = { ...read, read: (row, column) => halfWidth(read.read(row, column)) }
  const width = Math.min(WIDEST, Math.max(0, ...rows.map((row) => lastFilled(row) + 1)))
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  const merges = sheet.merges.filter(({ top, left }) => left < WIDEST && top <= (rows.at(-1)?.number ?? 0))
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    rows,
    width,
    text: (row, column) => text.read(row, column),
    value: (row, column) => row.values[column],
    format: (row, column) => styleOf(sheet, row, column)?.format ?? 'General',
    isFormula: (row, column) => row.formulas?.includes(column) === true,
    isNumber(row, column) {
      const value = row.values[column]
      return typeof value === 'number' || isDateCell(value) || isErrorCell(value)
    },
    label(row, column) {
      const own = text.read(row, column)
      if (own !== '') return own
      const area = merges.find(
        ({ top, bottom, left, right }) =>
          top <= row.number && row.number <= bottom && left <= column && column <= right,
      )
      const first = area === undefined ? undefined : byNumber.get(area.top)
      return area === undefined || first === undefined ? '' : text.read(first, area.left)
    },
    hasWideMerges: (top, bottom) =>
      merges.some((area) => area.top >= top && area.top <= bottom && area.right > area.left),
    address: (row, column) => `${columnLetter(column)}${row.number}`,
    conversions: () => text.conversions(),
  }
}

/** "１２３", "＞２６７" as an East Asian keyboard types them. */
function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
}

function lastFilled(row: ForeignRow): number {
  for (let column = row.values.length - 1; column >= 0; column--) {
    const value = row.values[column]
    if (value !== null && value !== undefined && value !== '') return column
  }
  return -1
}
