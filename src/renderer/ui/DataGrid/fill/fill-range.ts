import { fillLine, repeatLine, type FillCell } from '#shared/domain/table/fill.ts'
import { parseDecimal } from '#shared/domain/results/parse-value.ts'
import { clipboardText } from '#renderer/text/clipboard.ts'
import { parseDateText } from '#shared/domain/text/parse-date.ts'
import { notify } from '../../state/notices.ts'
import type { RangeBounds } from '../cell-range.ts'
import { columnsOf, rowAt, textOfCell } from '../cell-writer.ts'
import type { CellValue, GridColumn } from '../column.ts'
import { shownValue } from '../column-defs.ts'
import type { GridHands } from '../hands.ts'
import { applyPlan, tellWritten } from '../clipboard/apply-plan.ts'
import { layOutTexts, type BlockLayout } from '../clipboard/block-layout.ts'
import { planBlock } from '../clipboard/block-plan.ts'

export type FillSide = 'down' | 'up' | 'right' | 'left'

export interface FillRequest {
  /** The cells that are drawn out. */
  readonly from: RangeBounds
  readonly side: FillSide
  readonly count: number
  /** Series go on (Ctrl turns this round), or cells are only repeated. */
  readonly how: 'series' | 'turned' | 'copy'
}

/** The cells a request fills. */
export function filledBounds({ from, side, count }: FillRequest): RangeBounds {
  switch (side) {
    case 'down':
      return { ...from, top: from.bottom + 1, bottom: from.bottom + count }
    case 'up':
      return { ...from, top: from.top - count, bottom: from.top - 1 }
    case 'right':
      return { ...from, left: from.right + 1, right: from.right + count }
    case 'left':
      return { ...from, left: from.left - count, right: from.left - 1 }
  }
}

/** Fills cells beside a range, as one step; rows that are not loaded are filled by the backend. */
export async function fill<Row>(hands: GridHands<Row>, request: FillRequest): Promise<void> {
  const { from, side, count } = request
  const cells = await readFillCells(hands, from)
  if (cells === null) {
    notify('warning', clipboardText.notLoaded)
    return
  }
  const target = filledBounds(request)
  const backwards = side === 'up' || side === 'left'
  const extend = (line: readonly FillCell[]): readonly string[] => {
    if (request.how === 'copy') return repeatLine(line, count)
    const texts = fillLine(line, { count, backwards, toggled: request.how === 'turned' })
    return backwards ? texts.toReversed() : texts
  }
  const isVertical = side === 'down' || side === 'up'
  let lines: string[][]
  if (isVertical) {
    const byColumn = (cells[0] ?? []).map((_, across) => extend(cells.flatMap((line) => line[across] ?? [])))
    lines = Array.from({ length: count }, (_, at) => byColumn.map((texts) => texts[at] ?? ''))
  } else lines = cells.map((line) => [...extend(line)])
  const columns = columnsOf(hands.setup, target.left, target.right)
  await writeLayout(hands, layOutTexts(columns, target.top, target.bottom - target.top + 1, lines), 'fill')
}

/** Ctrl+D and Ctrl+R: the first row or column of the range goes into the rest of it; of one cell, its neighbour's. */
export async function fillRange<Row>(hands: GridHands<Row>, direction: 'down' | 'right'): Promise<void> {
  const bounds = hands.range.bounds()
  if (bounds === null) return
  const isDown = direction === 'down'
  const length = isDown ? bounds.bottom - bounds.top + 1 : bounds.right - bounds.left + 1
  const first = isDown ? bounds.top : bounds.left
  if (length === 1 && first === 0) return
  const start = length === 1 ? first - 1 : first
  const from = isDown ? { ...bounds, top: start, bottom: start } : { ...bounds, left: start, right: start }
  await fill(hands, { from, side: direction, count: Math.max(1, length - 1), how: 'copy' })
}

/** Ctrl+Enter: one text into every cell of the range, as one step. */
export async function putText<Row>(hands: GridHands<Row>, text: string): Promise<void> {
  const bounds = hands.range.bounds()
  if (bounds === null) return
  const { rows } = hands.range.size()
  const bottom = Math.min(bounds.bottom, rows - 1)
  if (bottom < bounds.top) return
  const columns = columnsOf(hands.setup, bounds.left, bounds.right)
  const line = columns.map(() => text)
  await writeLayout(hands, layOutTexts(columns, bounds.top, bottom - bounds.top + 1, [line]), 'fill')
}

/** Delete: empties the cells of the range that take typing. */
export async function clearRange<Row>(hands: GridHands<Row>): Promise<void> {
  const bounds = hands.range.bounds()
  if (bounds === null) return
  const { rows } = hands.range.size()
  const bottom = Math.min(bounds.bottom, rows - 1)
  if (bottom < bounds.top) return
  const columns = columnsOf(hands.setup, bounds.left, bounds.right)
  const line = columns.map(() => '')
  await writeLayout(hands, layOutTexts(columns, bounds.top, bottom - bounds.top + 1, [line]), 'delete')
}

/** Writes texts over a range; wrong ones are marked in their cells. */
async function writeLayout<Row>(
  hands: GridHands<Row>,
  layout: BlockLayout<Row>,
  origin: 'fill' | 'delete',
): Promise<void> {
  if (hands.setup.write === null && hands.props().source?.spans === undefined) return
  const plan = await planBlock(hands, layout, origin)
  const written = await applyPlan(hands, plan, origin, 'mark')
  // Emptying a range that also holds names and sums is meant for what can be emptied.
  tellWritten(origin === 'delete' ? { ...written, readOnly: 0 } : written, 'mark', false)
}

/** The cells of a range as filling reads them; null when they can't be read. */
async function readFillCells<Row>(hands: GridHands<Row>, bounds: RangeBounds): Promise<FillCell[][] | null> {
  const { setup } = hands
  const columns = columnsOf(setup, bounds.left, bounds.right)
  const lines: FillCell[][] = []
  for (let at = bounds.top; at <= bounds.bottom; at += 1) {
    const row = rowAt(setup.api, at)
    if (row === null) break
    lines.push(
      columns.map((column) => {
        const text = textOfCell(column, row, setup.context)
        const value = shownValue(column, row, setup.context)
        return { kind: kindOf(column), text, value: value === null && text !== '' ? text : value }
      }),
    )
  }
  if (lines.length === bounds.bottom - bounds.top + 1) return lines
  const spans = hands.props().source?.spans
  if (spans === undefined) return null
  const texts = await spans.read({
    view: hands.view(),
    start: bounds.top,
    end: bounds.bottom + 1,
    columns: columns.map(({ id }) => id),
  })
  return texts.map((line) => columns.map((column, across) => cellOfText(column, line[across] ?? '')))
}

function cellOfText<Row>(column: GridColumn<Row>, text: string): FillCell {
  const kind = kindOf(column)
  let value: CellValue = text === '' ? null : text
  if (kind === 'number') value = parseDecimal(text.replace(/ ?%$/, '')) ?? value
  if (kind === 'date') {
    const day = parseDateText(text)
    if (day.kind === 'day') value = day.date
  }
  return { kind, text, value }
}

function kindOf<Row>({ kind }: GridColumn<Row>): FillCell['kind'] {
  return kind === 'count' || kind === 'number' || kind === 'percent' ? 'number' : kind
}

/** How far down the neighbour's column is filled: a double click on the handle fills as far. */
export async function depthOfNeighbour<Row>(hands: GridHands<Row>, bounds: RangeBounds): Promise<number> {
  const { rows, columns } = hands.range.size()
  for (const column of [bounds.left - 1, bounds.right + 1]) {
    if (column < 0 || column >= columns || bounds.bottom + 1 >= rows) continue
    const depth = await countFilled(hands, column, bounds.bottom + 1, rows)
    if (depth > 0) return depth
  }
  return 0
}

/** Rows asked for at once on the way down a column. */
const CHUNK = 2000

async function countFilled<Row>(hands: GridHands<Row>, column: number, start: number, end: number): Promise<number> {
  let at = start
  for (; at < end; at += 1) {
    const row = rowAt(hands.setup.api, at)
    if (row === null) break
    const [shown] = columnsOf(hands.setup, column, column)
    if (shown === undefined || textOfCell(shown, row, hands.setup.context) === '') return at - start
  }
  const spans = hands.props().source?.spans
  const ids = columnsOf(hands.setup, column, column).map(({ id }) => id)
  if (spans === undefined) return at - start
  while (at < end) {
    const stop = Math.min(at + CHUNK, end)
    const texts = await spans.read({ view: hands.view(), start: at, end: stop, columns: ids })
    const empty = texts.findIndex((line) => (line[0] ?? '') === '')
    if (empty >= 0) return at + empty - start
    at = stop
  }
  return at - start
}
