import { clipboardText } from '#renderer/text/clipboard.ts'
import type { CopiedCell } from '#shared/domain/table/clipboard-html-write.ts'
import { writeClipboard } from '../../state/clipboard.ts'
import { notify } from '../../state/notices.ts'
import type { RangeBounds } from '../cell-range.ts'
import { columnsOf } from '../cell-writer.ts'
import type { GridHands } from '../hands.ts'
import { cellsOfTexts, copiedTitles, formatCopy, readLoadedCells, type CopiedRange } from './copied-cells.ts'

/** Rows asked for at once, so that a copy of a whole registry does not hold up its pages. */
const CHUNK_ROWS = 10_000

/** The copy of a range whose rows are all loaded; null when the backend has to be asked. */
export function copyLoaded<Row>(
  hands: GridHands<Row>,
  bounds: RangeBounds,
  withTitles: boolean,
  token: string,
): CopiedRange | null {
  const rows = readLoadedCells(hands, bounds)
  return rows === null ? null : formatCopy(rows, withTitles ? copiedTitles(hands, bounds) : null, token)
}

/** Copies a range, asking the backend for rows that are not loaded. Answers whether the clipboard has it. */
export async function copyRange<Row>(
  hands: GridHands<Row>,
  bounds: RangeBounds,
  withTitles: boolean,
  token: string,
): Promise<boolean> {
  const loaded = copyLoaded(hands, bounds, withTitles, token)
  const cells = loaded === null ? await readCells(hands, bounds) : null
  if (loaded === null && cells === null) {
    notify('warning', clipboardText.notLoaded)
    return false
  }
  const copied = loaded ?? formatCopy(cells ?? [], withTitles ? copiedTitles(hands, bounds) : null, token)
  const done = await writeClipboard({ text: copied.text, html: copied.html ?? '' })
  if (!done) notify('error', clipboardText.failed)
  else if (loaded === null) notify('success', clipboardText.copied(bounds.bottom - bounds.top + 1))
  return done
}

/** The cells of any range, loaded or not; null when there is no way to read them. */
export async function readCells<Row>(hands: GridHands<Row>, bounds: RangeBounds): Promise<CopiedCell[][] | null> {
  const loaded = readLoadedCells(hands, bounds)
  if (loaded !== null) return loaded
  const spans = hands.props().source?.spans
  if (spans === undefined) return null
  const columns = columnsOf(hands.setup, bounds.left, bounds.right)
  const ids = columns.map(({ id }) => id)
  const view = hands.view()
  const rows: CopiedCell[][] = []
  for (let start = bounds.top; start <= bounds.bottom; start += CHUNK_ROWS) {
    const end = Math.min(start + CHUNK_ROWS, bounds.bottom + 1)
    for (const line of cellsOfTexts(columns, await spans.read({ view, start, end, columns: ids }))) rows.push(line)
  }
  return rows
}
