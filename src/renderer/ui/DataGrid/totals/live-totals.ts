import { addDecimals, subtractDecimals } from '#shared/kit/fraction.ts'
import { tablesText } from '#renderer/text/tables.ts'
import { isNumeric, type CellValue, type GridColumn } from '../column.ts'

/** What a table tells of its group rows and totals, so that they follow typing and filters. */
export interface GridSums<Row> {
  /** Whether `row` is one of those that the group row or total `total` adds up. */
  readonly isPart: (row: Row, total: Row) => boolean
  /**
   * For a row that shows what is left of a number: the row with that number, and the rows that take from it. Null
   * for all others.
   */
  readonly restOf?: (row: Row) => { readonly whole: Row; readonly isPart: (row: Row) => boolean } | null
}

export interface LiveTotals<Row> {
  /** What a group row or total shows in a column; undefined: what the row itself says. */
  readonly valueOf: (column: GridColumn<Row>, row: Row) => CellValue | undefined
  /** Added to a row's name: "(đang lọc)". */
  readonly nameOf: (row: Row, name: string) => string
}

export interface TotalsScope<Row> {
  readonly sums: GridSums<Row> | undefined
  /** All rows of the table. */
  readonly rows: readonly Row[]
  /** Rows that pass the filters; null when nothing is filtered. */
  readonly filtered: readonly Row[] | null
  /** Group rows and pinned totals: nobody else shows a sum. */
  readonly isTotal: (row: Row) => boolean
  /** A row's figure as its cell shows it: with what is being typed or is on its way. */
  readonly shown: (column: GridColumn<Row>, row: Row) => CellValue
  readonly columnOf: (id: string) => GridColumn<Row> | undefined
}

/**
 * Group rows and totals while the clerk types or filters. Unfiltered, a total is what the data says plus what typing
 * changes: the data may know of figures that are not in the table. Filtered, it is the sum of the rows in sight.
 */
export function makeLiveTotals<Row>(scope: TotalsScope<Row>): LiveTotals<Row> {
  const { sums, isTotal, filtered } = scope
  if (sums === undefined) return { valueOf: () => undefined, nameOf: (_, name) => name }
  // A group row nothing belongs to (the province above its own groups) is no sum.
  const hasParts = (row: Row): boolean => isTotal(row) && scope.rows.some((part) => sums.isPart(part, row))
  return {
    valueOf: (column, row) => {
      if (column.total === undefined)
        return filtered !== null && isNumeric(column.kind) && hasParts(row) ? null : undefined
      const rest = sums.restOf?.(row) ?? null
      if (rest === null) return hasParts(row) ? totalOf(column, row, scope, sums) : undefined
      // What is left to give has nothing to do with what is in sight.
      const { rows } = scope
      const change = subtractDecimals(
        changeOf(column, [rest.whole], scope),
        changeOf(column, rows.filter(rest.isPart), scope),
      )
      const said = column.value(row)
      return change === 0 || typeof said !== 'number' ? undefined : addDecimals(said, change)
    },
    nameOf: (row, name) =>
      filtered !== null && name !== '' && (sums.restOf?.(row) ?? null) === null && hasParts(row)
        ? tablesText.totals.filtered(name)
        : name,
  }
}

function totalOf<Row>(
  column: GridColumn<Row>,
  total: Row,
  scope: TotalsScope<Row>,
  sums: GridSums<Row>,
): CellValue | undefined {
  const { rows, filtered, shown, columnOf } = scope
  const { total: how } = column
  if (how === undefined) return undefined
  const parts = (filtered ?? rows).filter((row) => sums.isPart(row, total))
  if (how !== 'sum') {
    if (filtered === null && parts.every((row) => shown(column, row) === column.value(row))) return undefined
    return how(parts, (row, id) => {
      const other = columnOf(id)
      return other === undefined ? null : shown(other, row)
    })
  }
  if (filtered !== null) return sumOf(parts.map((row) => shown(column, row)))
  const change = changeOf(column, parts, scope)
  return change === 0 ? undefined : addDecimals(numberOf(column.value(total)), change)
}

/** How far the rows' figures differ from what the data says: what is typed, or on its way. */
function changeOf<Row>(column: GridColumn<Row>, rows: readonly Row[], { shown }: TotalsScope<Row>): number {
  let change = 0
  for (const row of rows) {
    const [before, now] = [column.value(row), shown(column, row)]
    // A text that is no number (a wrong entry) changes nothing until it is put right.
    if (before === now || (typeof now !== 'number' && now !== null)) continue
    change = addDecimals(change, subtractDecimals(numberOf(now), numberOf(before)))
  }
  return change
}

/** "còn 120 chưa giao", "vượt 15": what a total lacks to what it must come to, in words. */
export function describeRest(rest: CellValue): string {
  if (typeof rest !== 'number') return ''
  const { short, over, equal } = tablesText.totals
  return rest > 0 ? short(rest) : rest < 0 ? over(-rest) : equal
}

/** Null where no row has a figure: an empty column has no total of 0. */
function sumOf(values: readonly CellValue[]): number | null {
  const numbers = values.filter((value) => typeof value === 'number')
  return numbers.length === 0 ? null : numbers.reduce((sum, value) => addDecimals(sum, value), 0)
}

function numberOf(value: CellValue): number {
  return typeof value === 'number' ? value : 0
}
