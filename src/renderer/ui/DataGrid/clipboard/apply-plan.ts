import { clipboardText } from '#renderer/text/clipboard.ts'
import { gridText } from '#renderer/text/grid.ts'
import { notify } from '../../state/notices.ts'
import { announceWriting, NOTHING_WRITTEN, sendTexts, type Written } from '../cell-writer.ts'
import type { EditOrigin, SpanAnswer } from '../grid-model.ts'
import type { GridHands } from '../hands.ts'
import type { BlockPlan } from './plan-model.ts'

/** Rows read to mark refused cells of a table by pages. */
const MOST_MARKED_PAGES = 10
const PAGE = 200

/**
 * Does what a plan says, as one step of the history. `wrong` says what becomes of texts that can't be taken:
 * marked in their cells with the reason, or left out.
 */
export async function applyPlan<Row>(
  hands: GridHands<Row>,
  plan: BlockPlan<Row>,
  origin: EditOrigin,
  wrong: 'mark' | 'leave',
): Promise<Written> {
  const { setup } = hands
  if (plan.work.kind === 'loaded') {
    const { write } = setup
    if (write === null) return NOTHING_WRITTEN
    return sendTexts({ ...setup, write }, plan.work.read, origin, { added: plan.work.added, wrong })
  }
  const spans = hands.props().source?.spans
  const { edit } = plan.work
  if (spans === undefined || edit.columns.length === 0) return { ...NOTHING_WRITTEN, readOnly: plan.counts.readOnly }
  announceWriting(setup.api)
  const answer = await spans.write(edit)
  if (wrong === 'mark') await markRefused(hands, answer)
  setup.onStatesChanged()
  return {
    ...NOTHING_WRITTEN,
    readOnly: plan.counts.readOnly,
    written: answer.written,
    refused: answer.refusedCount,
  }
}

/** Marks hang on the ids of rows; those that are not loaded are read for it. */
async function markRefused<Row>({ setup, props, view }: GridHands<Row>, answer: SpanAnswer): Promise<void> {
  const { source } = props()
  const pages = [...new Set(answer.refused.map(({ row }) => Math.floor(row / PAGE)))].slice(0, MOST_MARKED_PAGES)
  for (const page of pages) {
    const loaded = await source?.load(page * PAGE, (page + 1) * PAGE, view())
    for (const { row, column, text, reason } of answer.refused) {
      const data = Math.floor(row / PAGE) === page ? loaded?.rows[row - page * PAGE] : undefined
      if (data !== undefined) setup.context.states.refuse(setup.context.rowId(data), column, { text, reason })
    }
  }
}

/** Says afterwards what was not done, unless the clerk has just been shown it. */
export function tellWritten(
  { readOnly, refused, newRefused, newReason }: Written,
  wrong: 'mark' | 'leave',
  wasShown: boolean,
): void {
  if (newRefused > 0) notify('warning', clipboardText.newRowsRefused(newRefused, newReason ?? ''))
  if (readOnly > 0 && !wasShown) notify('info', gridText.readOnlyCells(readOnly))
  if (refused > 0 && !(wasShown && wrong === 'leave'))
    notify('warning', wrong === 'mark' ? clipboardText.markedCells(refused) : clipboardText.leftCells(refused))
}
