import { BorderStyle, LineRuleType, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { ITableCellBorders } from 'docx'
import { STYLE } from './style-ids.ts'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const NO_CELL_BORDERS: ITableCellBorders = { top: NONE, bottom: NONE, left: NONE, right: NONE }

/**
 * The invisible two-column table that letterhead and signature stand in. Borders are switched off on the
 * table and on every cell, because Word and LibreOffice each look at one of them.
 */
export function frameTable(widths: readonly [number, number], rows: readonly (readonly [Paragraph[], Paragraph[]])[]) {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    columnWidths: [...widths],
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    borders: { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                children,
                width: { size: index === 0 ? widths[0] : widths[1], type: WidthType.DXA },
                borders: NO_CELL_BORDERS,
              }),
          ),
        }),
    ),
  })
}

/**
 * A rule of a given length under a line of text: an empty paragraph with a top border, shortened by its
 * indents. (A border on the text's own paragraph would be as wide as the cell.) Lengths in twips.
 */
export function ruleParagraph(available: number, length: number, after = 0): Paragraph {
  const side = Math.max(0, Math.round((available - length) / 2))
  return new Paragraph({
    style: STYLE.rule,
    indent: { left: side, right: side },
    spacing: { before: 50, after, line: 60, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
  })
}
