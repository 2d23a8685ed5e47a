import type { SelectionSummary } from '../state/status.ts'
import { cellAt, placesOf, type WriterSetup } from './cell-writer.ts'
import { countCells, type RangeBounds } from './cell-range.ts'
import { isNumeric } from './column.ts'
import { shownValue } from './column-defs.ts'

/** Summing more cells than this would hold up the mouse; the count is shown all the same. */
const MAX_SUMMED_CELLS = 200_000

/** "Chọn 12 ô · Tổng 1.240 · TB 103,3": percents and dates are counted, not added up. */
export function summarizeRange<Row>(
  setup: Pick<WriterSetup<Row>, 'api' | 'columns' | 'context'>,
  bounds: RangeBounds | null,
): SelectionSummary | null {
  if (bounds === null) return null
  const cells = countCells(bounds)
  if (cells < 2) return null
  let numbers = 0
  let sum = 0
  if (cells <= MAX_SUMMED_CELLS) {
    for (const place of placesOf(bounds)) {
      const cell = cellAt(setup, place)
      if (cell === null || !isNumeric(cell.column.kind) || cell.column.kind === 'percent') continue
      const value = shownValue(cell.column, cell.row, setup.context)
      if (typeof value !== 'number') continue
      numbers += 1
      sum += value
    }
  }
  return { cells, numbers, sum }
}
