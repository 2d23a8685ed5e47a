import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import { VerticalAlignTable } from 'docx'
import type { Block, TableBlock, TableRow as Row } from '#shared/domain/documents/tree.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { CELL_MARGIN, measureTable } from './column-widths.ts'
import type { TableMeasure } from './column-widths.ts'
import { runs } from './runs.ts'
import { STYLE } from './styles.ts'

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

/** A table of no more rows than this is not parted by a page's end. */
const WHOLE_ROWS = 8

/**
 * A table of data: header rows repeat on every page, rows do not split, a group row stays with its first
 * unit and the total with the row before it.
 */
export function layoutTable(table: TableBlock, next: Block | undefined, rules: RuleSet, contentWidth: number): Table {
  const hasNote = next?.kind === 'paragraph' && next.role === 'note'
  const measure = measureTable(table, contentWidth, rules.table.sizes)
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: contentWidth, type: WidthType.DXA },
    columnWidths: [...measure.widths],
    margins: { left: CELL_MARGIN, right: CELL_MARGIN, top: 0, bottom: 0 },
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: [
      ...headerRows(table, measure),
      ...table.rows.map((row, index) => bodyRow(table, row, index, measure, hasNote)),
    ],
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

/** First column of each cell of a header row, past the cells that reach down from the rows above. */
function headerStarts(table: TableBlock, row: number): number[] {
  const occupied = new Set<string>()
  let starts: number[] = []
  table.header.slice(0, row + 1).forEach((cells, at) => {
    let column = 0
    starts = cells.map((cell) => {
      while (occupied.has(`${at}:${column}`)) column += 1
      const start = column
      for (let down = 1; down < (cell.rows ?? 1); down += 1) {
        for (let across = 0; across < (cell.columns ?? 1); across += 1) occupied.add(`${at + down}:${start + across}`)
      }
      column += cell.columns ?? 1
      return start
    })
  })
  return starts
}

function bodyRow(table: TableBlock, row: Row, index: number, measure: TableMeasure, hasNote: boolean): TableRow {
  const next = table.rows[index + 1]
  // "Keep with next" chains a group to its first unit and the last unit to the total; a short table stays whole, and
  // a note under the table is not left alone on the next page.
  const keepNext =
    next === undefined ? hasNote : row.kind === 'group' || next.kind === 'total' || table.rows.length <= WHOLE_ROWS
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
