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

/** Reads a block against the table; nothing is written. */
export async function planBlock<Row>(
  hands: GridHands<Row>,
  layout: BlockLayout<Row>,
  origin: EditOrigin,
  cut: readonly CellText<Row>[] = [],
): Promise<BlockPlan<Row>> {
  const { api } = hands.setup
  const there = layout.rows - layout.added
  const { source } = hands.props()
  // Of a table by pages only one cell is read from the screen: just after a large step its pages may still show
  // what was before, and a cell that looks empty would not be emptied.
  const isOneCell = there * layout.columns.length === 1 && areLoaded(hands, layout.top, there)
  if (source?.spans === undefined || isOneCell)
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
