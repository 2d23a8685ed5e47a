import type { ForeignRow, ForeignSheet } from '../exchange/foreign-sheet.ts'
import { createSheetText } from '../exchange/decode-text.ts'
import { readFigure } from './read-figure.ts'

const SENTENCE = /^(.{4,110}?)\s*[:=]\s*(.{1,60})$/u
const FEWEST = 2

/**
 * A report written as lines ("1. Kết nạp mới đoàn viên: 45 người") as a sheet of labels and figures; null where fewer
 * than two lines are of that kind. `columns`: by row number the column the whole line stands in, which is where its
 * figure is, too.
 */
export function splitSentences(
  sheet: ForeignSheet,
): { readonly sheet: ForeignSheet; readonly columns: ReadonlyMap<number, number> } | null {
  const text = createSheetText(sheet)
  const columns = new Map<number, number>()
  const plain = sheet.styles.length
  const rows = sheet.rows.map((row): ForeignRow => {
    const filled = row.values.flatMap((_, column) => (text.read(row, column) === '' ? [] : [column]))
    const [only = -1] = filled
    const match = filled.length === 1 ? SENTENCE.exec(text.read(row, only)) : null
    const figure = match?.[2]?.replace(/[.;]+$/, '') ?? ''
    if (match === null || readFigure(figure, figure, '').kind !== 'figure') return row
    columns.set(row.number, only)
    return { ...row, values: [match[1] ?? '', figure], styles: plain }
  })
  return columns.size < FEWEST
    ? null
    : { sheet: { ...sheet, rows, merges: [], styles: [...sheet.styles, { font: null, format: 'General' }] }, columns }
}
