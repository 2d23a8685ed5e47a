import type { PreviewBlock, PreviewCell, PreviewParagraph, PreviewRow } from '#shared/domain/documents/preview.ts'
import type { Block, TableBlock } from '#shared/domain/documents/tree.ts'
import type { Inline } from '#shared/domain/wording/parts.ts'
import { CELL_MARGIN, measureTable } from '../layout/column-widths.ts'
import { STYLE } from '../layout/style-ids.ts'
import { headerStarts, rowKeepsNext } from '../layout/table-plan.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { millimetres, paragraph, runsOf } from './paragraphs.ts'

/** A table of data and the room under it. */
export function previewTable(
  table: TableBlock,
  next: Block | undefined,
  rules: RuleSet,
  width: number,
): PreviewBlock[] {
  const hasNote = next?.kind === 'paragraph' && next.role === 'note'
  const { size, widths } = measureTable(table, width, rules.table.sizes)
  const gap = rules.table.gapPt
  const cellText = (
    words: Inline,
    align: PreviewParagraph['align'],
    bold: boolean,
    keepNext: boolean,
  ): PreviewParagraph[] => [
    paragraph(STYLE.tableText, runsOf(words, { size, bold }, size), { align, beforePt: gap, afterPt: gap, keepNext }),
  ]
  const header = table.header.map((cells, row): PreviewRow => {
    const starts = headerStarts(table, row)
    return {
      keepNext: true,
      cells: cells.map((cell, index): PreviewCell => ({
        column: starts[index] ?? 0,
        columns: cell.columns ?? 1,
        rows: cell.rows ?? 1,
        vertical: 'center',
        content: cellText(cell.text, 'center', true, true),
      })),
    }
  })
  const body = table.rows.map((row, index): PreviewRow => {
    const keepNext = rowKeepsNext(table, index, hasNote)
    let at = 0
    return {
      keepNext,
      cells: row.cells.map((cell): PreviewCell => {
        const column = at
        at += cell.columns ?? 1
        const align = cell.align ?? table.columns[column]?.align ?? 'left'
        return {
          column,
          columns: cell.columns ?? 1,
          rows: 1,
          vertical: 'center',
          content: cellText(cell.text, align, cell.bold ?? row.kind !== 'row', keepNext),
        }
      }),
    }
  })
  return [
    {
      kind: 'table',
      id: table.id,
      look: 'grid',
      columnsMm: widths.map(millimetres),
      headerRows: header.length,
      cellMarginMm: millimetres(CELL_MARGIN),
      rows: [...header, ...body],
      origin: null,
    },
    paragraph(STYLE.rule, [], { afterPt: rules.body.gapPt, line: { kind: 'exact', value: 1 }, keepNext: true }),
  ]
}
