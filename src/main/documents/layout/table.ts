import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import { VerticalAlignTable } from 'docx'
import type { Block, TableBlock, TableRow as Row } from '#shared/domain/documents/tree.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { CELL_MARGIN, measureTable } from './column-widths.ts'
import type { TableMeasure } from './column-widths.ts'
import { runs } from './runs.ts'
import { STYLE } from './style-ids.ts'
import { headerStarts, rowKeepsNext } from './table-plan.ts'

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

/**
 * A table of data: header rows repeat on every page, rows do not split, a group row stays with its first
 * unit and the total with the row before it.
 */
export function layoutTable(table: TableBlock, next: Block | undefined, rules: RuleSet, contentWidth: number): Table {
  return layoutTableInParts(table, next, rules, contentWidth, table.rows.length).table
}

export interface TableInParts {
  /** The table with its head and its first rows. */
  readonly table: Table
  /** The rows after those, some at a time. */
  readonly rest: Generator<readonly TableRow[]>
}

/** The same, `atOnce` rows at a time: of thousands of rows only so many ever stand in memory as Word's objects. */
export function layoutTableInParts(
  table: TableBlock,
  next: Block | undefined,
  rules: RuleSet,
  contentWidth: number,
  atOnce: number,
): TableInParts {
  const hasNote = next?.kind === 'paragraph' && next.role === 'note'
  const measure = measureTable(table, contentWidth, rules.table.sizes)
  const rowsFrom = (from: number): TableRow[] =>
    table.rows.slice(from, from + atOnce).map((row, index) => bodyRow(table, row, from + index, measure, hasNote))
  return {
    table: layoutFrom(table, measure, contentWidth, rowsFrom(0)),
    rest: (function* () {
      for (let from = atOnce; from < table.rows.length; from += atOnce) yield rowsFrom(from)
    })(),
  }
}

function layoutFrom(table: TableBlock, measure: TableMeasure, contentWidth: number, rows: readonly TableRow[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: contentWidth, type: WidthType.DXA },
    columnWidths: [...measure.widths],
    margins: { left: CELL_MARGIN, right: CELL_MARGIN, top: 0, bottom: 0 },
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: [...headerRows(table, measure), ...rows],
  })
}

function headerRows(table: TableBlock, measure: TableMeasure): TableRow[] {
  return table.header.map((cells, row) => {
    const starts = headerStarts(table, row)
    return new TableRow({
      cantSplit: true,
      tableHeader: true,
      children: cells.map((cell, index) => {
        const columns = cell.columns ?? 1
        return new TableCell({
          ...(columns > 1 ? { columnSpan: columns } : {}),
          ...((cell.rows ?? 1) > 1 ? { rowSpan: cell.rows ?? 1 } : {}),
          width: { size: widthOf(measure, starts[index] ?? 0, columns), type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          children: [
            new Paragraph({
              style: STYLE.tableText,
              alignment: AlignmentType.CENTER,
              keepNext: true,
              children: runs(cell.text, { size: measure.size, bold: true }),
            }),
          ],
        })
      }),
    })
  })
}

function bodyRow(table: TableBlock, row: Row, index: number, measure: TableMeasure, hasNote: boolean): TableRow {
  const keepNext = rowKeepsNext(table, index, hasNote)
  const strong = row.kind !== 'row'
  let at = 0
  return new TableRow({
    cantSplit: true,
    children: row.cells.map((cell) => {
      const columns = cell.columns ?? 1
      const start = at
      at += columns
      return new TableCell({
        ...(columns > 1 ? { columnSpan: columns } : {}),
        width: { size: widthOf(measure, start, columns), type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.CENTER,
        children: [
          new Paragraph({
            style: STYLE.tableText,
            alignment: ALIGN[cell.align ?? table.columns[start]?.align ?? 'left'],
            keepNext,
            children: runs(cell.text, { size: measure.size, bold: cell.bold ?? strong }),
          }),
        ],
      })
    }),
  })
}

function widthOf(measure: TableMeasure, start: number, columns: number): number {
  return measure.widths.slice(start, start + columns).reduce((sum, width) => sum + width, 0)
}
