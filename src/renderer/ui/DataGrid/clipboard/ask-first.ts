import { groupBy } from '#shared/kit/group-by.ts'
import { CellStates } from '../cell-states.ts'
import { textOfCell, type RefusedText } from '../cell-writer.ts'
import { newRowId, type EditOrigin } from '../grid-model.ts'
import type { GridHands } from '../hands.ts'
import { MOST_FINDINGS, type BlockPlan, type Finding } from './plan-model.ts'

/**
 * Asks the backend what it would refuse of a paste, where the screen can ask (`tryWrite`): a tax code another row
 * has, a new row without a name. Typing, filling and emptying are simply tried.
 */
export async function askFirst<Row>(
  hands: GridHands<Row>,
  plan: BlockPlan<Row>,
  origin: EditOrigin,
): Promise<BlockPlan<Row>> {
  const { tryWrite } = hands.props()
  if (plan.work.kind === 'span' || tryWrite === undefined || (origin !== 'paste' && origin !== 'cut')) return plan
  const { read, added } = plan.work
  if (read.edits.length === 0 && added.length === 0) return plan
  const refusals = await tryWrite(read.edits, origin, added)
  if (refusals.length === 0) return plan
  const { columns, context, api } = hands.setup
  const reasons = new Map(refusals.map(({ rowId, column, reason }) => [CellStates.key(rowId, column), reason]))
  const refused: RefusedText<Row>[] = []
  const findings: Finding[] = []
  for (const edit of read.edits) {
    const reason = reasons.get(CellStates.key(edit.rowId, edit.column))
    const column = columns.get(edit.column)
    if (reason === undefined || column === undefined) continue
    refused.push({ row: edit.row, column, text: edit.text, reason })
    findings.push({
      kind: 'refused',
      row: api.getRowNode(edit.rowId)?.rowIndex ?? 0,
      isNew: false,
      column: column.id,
      title: column.title,
      before: textOfCell(column, edit.row, context),
      pasted: edit.text,
      after: null,
      reason,
    })
  }
  const firstNew = plan.layout.top + plan.layout.rows - plan.layout.added
  const ofRow = groupBy(refusals, ({ rowId }) => rowId)
  added.forEach((row, index) => {
    for (const { column, reason } of ofRow.get(newRowId(index)) ?? [])
      findings.push({
        kind: 'refused',
        row: firstNew + index,
        isNew: true,
        column,
        title: columns.get(column)?.title ?? '',
        before: '',
        pasted: row.cells.find((cell) => cell.column === column)?.text ?? '',
        after: null,
        reason,
      })
  })
  const kept = read.edits.filter((edit) => !reasons.has(CellStates.key(edit.rowId, edit.column)))
  return {
    ...plan,
    counts: {
      ...plan.counts,
      written: plan.counts.written - refusals.length,
      refused: plan.counts.refused + refusals.length,
    },
    findings: [...findings, ...plan.findings].slice(0, MOST_FINDINGS),
    work: { ...plan.work, read: { ...read, edits: kept, refused: [...read.refused, ...refused] } },
  }
}
