import { isBrokenCell } from '#shared/domain/table/clipboard-cell.ts'
import { rowAt, type CellText } from '../cell-writer.ts'
import type { EditOrigin } from '../grid-model.ts'
import type { GridHands } from '../hands.ts'
import type { BlockLayout } from './block-layout.ts'
import { areLoaded, readRows } from './load-rows.ts'
import { askFirst } from './ask-first.ts'
import type { BlockPlan } from './plan-model.ts'
import { planLoaded } from './plan-loaded.ts'
import { planSpan } from './plan-span.ts'

/** More cells than this go to the backend in one piece, even when their rows happen to be loaded. */
const MOST_LOADED_CELLS = 2000

/** Reads a block against the table; nothing is written. */
export async function planBlock<Row>(
  hands: GridHands<Row>,
  layout: BlockLayout<Row>,
  origin: EditOrigin,
  cut: readonly CellText<Row>[] = [],
): Promise<BlockPlan<Row>> {
  const { api } = hands.setup
  const there = layout.rows - layout.added
  const isLoaded = areLoaded(hands, layout.top, there)
  const { source } = hands.props()
  const isSmall = isLoaded && there * layout.columns.length <= MOST_LOADED_CELLS
  if (source?.spans === undefined || isSmall)
    return askFirst(
      hands,
      planLoaded(hands, layout, (at) => rowAt(api, at), cut),
      origin,
    )
  // What the backend's operation over a span can't say needs the rows themselves: cells left as they are, new
  // rows behind, another range to be emptied.
  const hasGaps = layout.lines.some((line) => line.some((cell) => cell === null || isBrokenCell(cell.text)))
  if (!hasGaps && cut.length === 0 && layout.added === 0) return planSpan(hands, layout, origin)
  const rows = await readRows(hands, layout.top, there)
  return askFirst(
    hands,
    planLoaded(hands, layout, (at) => rows[at - layout.top] ?? null, cut),
    origin,
  )
}
