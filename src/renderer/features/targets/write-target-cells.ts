import { formatNumber } from '#shared/domain/text/format.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { targetsText } from '#renderer/text/targets.ts'
import type { CellEdit, CellRefusal, EditOrigin } from '#renderer/ui/DataGrid/grid-model.ts'
import type { TargetGridRow } from './target-rows.ts'

export interface TargetScope {
  readonly plan: string
  readonly assigner: string
  readonly kind: 'assigned' | 'striving' | 'registered' | 'pledged'
  readonly shortNames: ReadonlyMap<string, string>
}

/** Typed, pasted or deleted cells as one step; an emptied cell takes its target away. */
export async function writeTargetCells(
  scope: TargetScope,
  edits: readonly CellEdit<TargetGridRow>[],
  origin: EditOrigin,
): Promise<readonly CellRefusal[]> {
  const { plan, assigner, kind } = scope
  const cells = edits.map(({ row, column, value }) => ({
    unit: row.unit ?? '',
    indicator: column,
    assigner,
    kind,
    value: typeof value === 'number' ? value : null,
    remove: value === null,
  }))
  const answer = await runCommand('targets.setMany', { plan, cells, label: labelOf(scope, edits, origin) })
  if (answer.ok) return []
  return edits.map(({ rowId, column }) => ({ rowId, column, reason: answer.error.message }))
}

function labelOf(scope: TargetScope, edits: readonly CellEdit<TargetGridRow>[], origin: EditOrigin): string {
  const [first] = edits
  if (origin === 'delete') return targetsText.deleteLabel(edits.length)
  if (edits.length === 1 && first !== undefined) {
    const value = typeof first.value === 'number' ? formatNumber(first.value) : ''
    return targetsText.setLabel(scope.shortNames.get(first.column) ?? first.column, first.row.name, value)
  }
  return origin === 'fill' ? targetsText.fillLabel(edits.length) : targetsText.pasteLabel(edits.length)
}
