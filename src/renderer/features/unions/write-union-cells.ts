import type { UnionRow } from '#shared/contract/unions.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { stepLabel } from '#renderer/text/grid.ts'
import { unionsText } from '#renderer/text/unions.ts'
import { newRowId, type CellRefusal, type WriteCells } from '#renderer/ui/DataGrid/grid-model.ts'

/**
 * One typing, paste or fill is one step; new rows without a unit belong to the one that is filtered. `dryRun` only
 * says what would be refused.
 */
export function makeWriteUnionCells(unit: string | null, dryRun = false): WriteCells<UnionRow> {
  return async (edits, origin, added) => {
    const rows = new Set(edits.map(({ rowId }) => rowId)).size + added.length
    const cells = edits.length + added.reduce((sum, row) => sum + row.cells.length, 0)
    const answer = await runCommand('unions.updateMany', {
      edits: edits.map(({ rowId, column, value }) => ({ id: rowId, column, value })),
      added: added.map((row) => ({ cells: row.cells.map(({ column, value }) => ({ column, value })) })),
      unit,
      dryRun,
      label: stepLabel(origin, { rows, cells }, unionsText.tableName),
    })
    if (answer.ok) return answer.value.refused.map(({ id, ...rest }): CellRefusal => ({ rowId: id, ...rest }))
    const reason = answer.error.message
    return [
      ...edits.map(({ rowId, column }) => ({ rowId, column, reason })),
      ...added.flatMap((row, index) => row.cells.map(({ column }) => ({ rowId: newRowId(index), column, reason }))),
    ]
  }
}
