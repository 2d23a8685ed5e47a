import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import { runCommand, tryCommand } from '#renderer/api/commands.ts'
import { enterprisesText } from '#renderer/text/enterprises.ts'
import { stepLabel } from '#renderer/text/grid.ts'
import { newRowId, type CellRefusal, type WriteCells } from '#renderer/ui/DataGrid/grid-model.ts'

/**
 * One typing, paste or fill is one step. Figures are of the day that is looked at; new rows without a unit belong
 * to the one that is filtered. `dryRun` only says what would be refused.
 */
export function makeWriteEnterpriseCells(observedOn: string, unit: string, dryRun = false): WriteCells<EnterpriseRow> {
  return async (edits, origin, added) => {
    const rows = new Set(edits.map(({ rowId }) => rowId)).size + added.length
    const cells = edits.length + added.reduce((sum, row) => sum + row.cells.length, 0)
    const answer = await (dryRun ? tryCommand : runCommand)('enterprises.updateMany', {
      edits: edits.map(({ rowId, column, value }) => ({ id: rowId, column, value })),
      added: added.map((row) => {
        const own = row.cells.map(({ column, value }) => ({ column, value }))
        const hasUnit = own.some(({ column }) => column === 'unit')
        return { cells: hasUnit || unit === '' ? own : [...own, { column: 'unit', value: unit }] }
      }),
      observedOn,
      dryRun,
      label: stepLabel(origin, { rows, cells }, enterprisesText.title),
    })
    if (answer.ok)
      return answer.value.refused.map(({ id, column, reason }): CellRefusal => ({ rowId: id, column, reason }))
    const reason = answer.error.message
    return [
      ...edits.map(({ rowId, column }) => ({ rowId, column, reason })),
      ...added.flatMap((row, index) => row.cells.map(({ column }) => ({ rowId: newRowId(index), column, reason }))),
    ]
  }
}
