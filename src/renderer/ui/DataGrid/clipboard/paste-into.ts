import { clipboardText } from '#renderer/text/clipboard.ts'
import { notify } from '../../state/notices.ts'
import type { RangeBounds } from '../cell-range.ts'
import type { GridHands } from '../hands.ts'
import { shownColumns } from '../places.ts'
import { applyPlan, tellWritten } from './apply-plan.ts'
import { findHeader, layOutPaste, type HeaderChoice, type HeaderFinding } from './block-layout.ts'
import { planBlock } from './block-plan.ts'
import type { BlockPlan } from './plan-model.ts'
import { cellsOfCut, type CutMark } from './cut-mark.ts'
import { readPasted, type PastedBlock } from './pasted-block.ts'

/** A paste that is shown before it is done. */
export interface PendingPaste<Row> {
  readonly block: PastedBlock
  readonly bounds: RangeBounds
  readonly header: HeaderFinding
  readonly choice: HeaderChoice | null
  readonly plan: BlockPlan<Row>
  readonly mark: CutMark | null
}

/** A clean paste of up to so many rows and cells goes straight in. */
const SMALL_ROWS = 500
const SMALL_CELLS = 5000
/** No table of an office has more; what is pasted then is a mistake, or a file to be imported. */
const MOST_CELLS = 1_000_000

/** Reads what is pasted against the table. Null when there is nothing to do; the clerk has been told. */
export async function preparePaste<Row>(
  hands: GridHands<Row>,
  bounds: RangeBounds,
  content: { readonly text: string; readonly html: string },
  mark: CutMark | null,
): Promise<PendingPaste<Row> | null> {
  const block = readPasted(content.text, content.html)
  if (block === null || block.width === 0) {
    notify('info', clipboardText.nothingToPaste)
    return null
  }
  if (hands.setup.write === null && hands.props().source?.spans === undefined) {
    notify('info', clipboardText.onlyLooked)
    return null
  }
  const cells = block.cells.length * block.width
  if (cells > MOST_CELLS) {
    notify('warning', clipboardText.tooLarge(cells))
    return null
  }
  const header = findHeader(hands, block, bounds)
  const isOwn = mark !== null && block.token === mark.token
  return planPaste(hands, { block, bounds, header, mark: isOwn ? mark : null }, header.choice)
}

export async function planPaste<Row>(
  hands: GridHands<Row>,
  paste: Pick<PendingPaste<Row>, 'block' | 'bounds' | 'header' | 'mark'>,
  choice: HeaderChoice | null,
): Promise<PendingPaste<Row>> {
  const layout = layOutPaste(hands, paste.block, paste.bounds, paste.header.match, choice)
  const cut = paste.mark === null ? null : await cellsOfCut(hands, paste.mark)
  if (paste.mark !== null && cut === null) notify('info', clipboardText.cutGone)
  const plan = await planBlock(hands, layout, cut === null ? 'paste' : 'cut', cut ?? [])
  return { ...paste, choice, plan, mark: cut === null ? null : paste.mark }
}

/** What will change its kind, be refused, cut off or added is shown first; so is much at once. */
export function wantsPreview<Row>({ plan, header, block }: PendingPaste<Row>): boolean {
  const { counts, layout, findings } = plan
  return (
    counts.refused > 0 ||
    counts.converted > 0 ||
    findings.length > 0 ||
    layout.added > 0 ||
    layout.cutRows > 0 ||
    layout.cutColumns > 0 ||
    header.choice !== null ||
    block.wordsAround ||
    layout.rows > SMALL_ROWS ||
    layout.rows * layout.columns.length > SMALL_CELLS
  )
}

/** Writes the paste as one step and selects where it stands. */
export async function finishPaste<Row>(
  hands: GridHands<Row>,
  { plan, mark }: PendingPaste<Row>,
  wrong: 'mark' | 'leave',
  wasShown: boolean,
): Promise<void> {
  selectWritten(hands, plan)
  const written = await applyPlan(hands, plan, mark === null ? 'paste' : 'cut', wrong)
  tellWritten(written, wrong, wasShown)
}

function selectWritten<Row>({ range, setup }: GridHands<Row>, { layout }: BlockPlan<Row>): void {
  const { rows } = range.size()
  const shown = shownColumns(setup.api).map((column) => column.getColId())
  // Columns matched by their titles may stand in any order.
  const places = layout.columns.map(({ id }) => shown.indexOf(id)).filter((place) => place >= 0)
  if (places.length === 0 || layout.rows === 0 || layout.top >= rows) return
  const anchor = { row: layout.top, column: Math.min(...places) }
  const head = { row: Math.min(layout.top + layout.rows, rows) - 1, column: Math.max(...places) }
  range.select({ anchor, head, active: anchor })
}
