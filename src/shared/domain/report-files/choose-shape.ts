import type { IsoDate } from '../../kit/dates.ts'
import { foldText } from '../text/fold.ts'
import { hasFigure, type TableSpan } from './find-header.ts'
import type { UnitFinder } from './find-unit.ts'
import { isSigningLine } from './period-text.ts'
import { isFigureRole, isTotalLabel } from './read-consolidated.ts'
import { type MoneyColumn, moneyColumn } from './read-money-beside.ts'
import { type MovementColumn, movementColumns } from './read-movements.ts'
import type { ReadingContext } from './read-sheet.ts'
import type { ReportGrid } from './report-grid.ts'
import type { UnitRef } from './report-model.ts'
import { isNameColumn, readIndicatorColumns, type TableColumn } from './table-columns.ts'
import { wantedColumns } from './wanted-columns.ts'

export type Shape =
  | {
      readonly shape: 'form'
      readonly labels: number
      readonly measure: number | null
      readonly wanted: (asOf: IsoDate | null) => ReturnType<typeof wantedColumns>
      readonly movements: readonly MovementColumn[]
      readonly money: MoneyColumn | null
    }
  | { readonly shape: 'unitsDown'; readonly labels: number; readonly title: string }
  | { readonly shape: 'wide'; readonly title: string }
  /** A unit's name beside the first of several rows, one for each indicator. */
  | {
      readonly shape: 'unitsByRows'
      readonly names: number
      readonly labels: number
      readonly measure: number | null
      readonly wanted: (asOf: IsoDate | null) => ReturnType<typeof wantedColumns>
    }
  | {
      readonly shape: 'unitsAcross'
      readonly labels: number
      readonly measure: number | null
      readonly blocks: readonly { unit: UnitRef; cell: string; wanted: ReturnType<typeof wantedColumns> }[]
      readonly total: ReturnType<typeof wantedColumns>
    }

/** Columns of lists of enterprises and people, which no report has. */
const OF_A_REGISTRY = /\b(?:mst|ma so thue|dia chi|so dien thoai|dien thoai|ma so bhxh|cccd|cmnd|ngay sinh)\b/
const IN_A_TITLE = /bao cao|tong hop|ket qua|bieu|so lieu|tien do|thong ke/
/** Share of a table's rows that must be known for it to be a report. */
const LEAST_KNOWN = 0.25
const MOST_UNITS = 300
const MOST_WIDE_ROWS = 8

/** What the rows of a table are, told by what their labels and its header name. */
export function chooseShape(
  grid: ReportGrid,
  table: TableSpan,
  columns: readonly TableColumn[],
  { indicators, units }: ReadingContext,
  lines: readonly string[],
): Shape | null {
  const rows = table.body.filter((row) => hasFigure(grid, row))
  if (columns.some(({ label }) => OF_A_REGISTRY.test(foldText(label)))) return null
  const counts = columns.slice(0, 8).map(({ column }) => {
    const filled = rows.map((row) => grid.text(row, column)).filter((text) => /\p{L}{2}/u.test(text))
    // Each wording once: a list of enterprises names their districts over and over.
    const texts = [...new Set(filled)]
    return {
      column,
      rows: filled.length,
      texts: texts.length,
      indicators: texts.filter((text) => ['certain', 'ignored'].includes(indicators.match(text).kind)).length,
      likely: texts.filter((text) => indicators.match(text).kind === 'unsure').length,
      units: texts.filter((text) => units.inCell(text).kind !== 'none').length,
    }
  })
  const labels = counts.reduce<(typeof counts)[number] | null>(
    (best, next) =>
      next.indicators * 2 + next.likely > (best === null ? 0 : best.indicators * 2 + best.likely) ? next : best,
    null,
  )
  const names = counts.reduce<(typeof counts)[number] | null>(
    (best, next) => (next.units > (best?.units ?? 0) ? next : best),
    null,
  )
  const title = lines.filter((line) => !isSigningLine(line)).join(' ')
  const measure = columns.find(({ role }) => role === 'measure')?.column ?? null
  const acrossBlocks = unitBlocks(grid, table, columns, units)
  if (acrossBlocks.blocks.length >= 2 && labels !== null)
    return { shape: 'unitsAcross', labels: labels.column, measure, ...acrossBlocks }
  const isReport = IN_A_TITLE.test(foldText(title))
  const read = readIndicatorColumns(columns, indicators, title)
  // "CT ĐV | KQ ĐV": which of the indicators of members it is will be asked, once a title says it is a report.
  const headed = read.known.length + (isReport ? read.unread.filter(({ match }) => match.kind === 'unsure').length : 0)
  const nameColumn = columns.find(
    (column) => isNameColumn(column) && counts.some((count) => count.column === column.column && count.texts > 0),
  )
  if (
    names !== null &&
    labels !== null &&
    names.column !== labels.column &&
    names.units > 1 &&
    labels.indicators > 0 &&
    wantedColumns(columns, labels.column, null).length > 0
  )
    return {
      shape: 'unitsByRows',
      names: names.column,
      labels: labels.column,
      measure,
      wanted: (asOf) => wantedColumns(columns, labels.column, asOf),
    }
  const isOfUnits = names !== null && names.units > 0 && names.units >= names.rows * LEAST_KNOWN
  if (isOfUnits && names.units >= (labels?.indicators ?? 0) && headed > 0)
    return { shape: 'unitsDown', labels: names.column, title }
  if (
    labels !== null &&
    labels.indicators + labels.likely >= labels.rows * LEAST_KNOWN &&
    (labels.indicators > 0 || (labels.likely > 1 && isReport))
  ) {
    const figures = wantedColumns(columns, labels.column, null)
    const isBare = figures.length === 0
    const first = isBare
      ? columns.find(({ column }) => column > labels.column && columnHasFigures(grid, table, column))
      : undefined
    if (isBare && first === undefined) return null
    return {
      shape: 'form',
      labels: labels.column,
      measure,
      movements: movementColumns(columns),
      money: isBare ? null : moneyColumn(columns),
      wanted: (asOf) =>
        first === undefined ? wantedColumns(columns, labels.column, asOf) : [{ column: first.column, role: 'value' }],
    }
  }
  // Units nobody knows yet: a title must say that it is a report, or any list with such a column would be one.
  if (nameColumn !== undefined && headed > 0 && isReport && rows.length <= MOST_UNITS)
    return { shape: 'unitsDown', labels: nameColumn.column, title }
  // Indicators across and one unit's figures under them, or a row each for target, result and percent.
  if (headed > 1 && names === null && rows.length <= MOST_WIDE_ROWS) return { shape: 'wide', title }
  return null
}

/** Columns that stand under units' names, each with what it holds of them. */
function unitBlocks(grid: ReportGrid, table: TableSpan, columns: readonly TableColumn[], units: UnitFinder) {
  const blocks: {
    unit: UnitRef
    cell: string
    wanted: { column: number; role: NonNullable<TableColumn['role']> }[]
  }[] = []
  const total: { column: number; role: NonNullable<TableColumn['role']> }[] = []
  for (const column of columns) {
    const role = isFigureRole(column.role) ? column.role : column.role === null ? 'value' : null
    if (role === null) continue
    const named = column.parts.map((part) => units.inCell(part)).find((found) => found.kind === 'unit' && !found.isRoot)
    if (named?.kind === 'unit') {
      const known = blocks.find(({ unit }) => unit.kind === 'unit' && unit.unit.id === named.unit.id)
      if (known === undefined)
        blocks.push({
          unit: { kind: 'unit', unit: named.unit, source: 'column', text: named.text },
          cell: headerCell(grid, table, column),
          wanted: [{ column: column.column, role }],
        })
      else known.wanted.push({ column: column.column, role })
    } else if (column.parts.some((part) => isTotalLabel(part))) total.push({ column: column.column, role })
  }
  return { blocks, total }
}

export function columnHasFigures(grid: ReportGrid, { body }: TableSpan, column: number): boolean {
  return body.some((row) => grid.isNumber(row, column) || /^\D{0,14}\d/.test(grid.text(row, column)))
}

/** The uppermost cell of a column's header. */
export function headerCell(grid: ReportGrid, { header }: TableSpan, { column }: TableColumn): string {
  const row = header.find((line) => grid.text(line, column) !== '') ?? header[0]
  return row === undefined ? '' : grid.address(row, column)
}
