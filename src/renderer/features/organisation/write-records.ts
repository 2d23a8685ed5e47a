import type { RecordId } from '#shared/domain/organisation/records.ts'
import { recordWord } from '#shared/domain/organisation/records.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { stepLabel } from '#renderer/text/grid.ts'
import { organisationText } from '#renderer/text/organisation.ts'
import { newRowId, type CellRefusal, type WriteCells } from '#renderer/ui/DataGrid/grid-model.ts'
import { notify } from '#renderer/ui/state/notices.ts'

/** Cells every new row of the table starts with: the committee of a member, the plan of a commendation. */
export type FirstCells = readonly { readonly column: string; readonly value: string }[]

/** One typing, paste or fill is one step. `dryRun` only says what would be refused. */
export function makeWriteRecords<Row>(table: RecordId, first: FirstCells = [], dryRun = false): WriteCells<Row> {
  return async (edits, origin, added) => {
    const rows = new Set(edits.map(({ rowId }) => rowId)).size + added.length
    const cells = edits.length + added.reduce((sum, row) => sum + row.cells.length, 0)
    const answer = await runCommand('organisation.write', {
      table,
      edits: edits.map(({ rowId, column, value }) => ({ id: rowId, column, value })),
      added: added.map((row) => ({
        cells: [
          ...first.filter(({ column }) => !row.cells.some((cell) => cell.column === column)),
          ...row.cells.map(({ column, value }) => ({ column, value })),
        ],
      })),
      dryRun,
      label: stepLabel(origin, { rows, cells }, organisationText.tables[table as keyof typeof organisationText.tables]),
    })
    if (answer.ok) return answer.value.refused.map(({ id, ...rest }): CellRefusal => ({ rowId: id, ...rest }))
    const reason = answer.error.message
    return [
      ...edits.map(({ rowId, column }) => ({ rowId, column, reason })),
      ...added.flatMap((row, index) => row.cells.map(({ column }) => ({ rowId: newRowId(index), column, reason }))),
    ]
  }
}

export async function removeRecordRows(table: RecordId, ids: readonly string[]) {
  const answer = await runCommand('organisation.removeRows', { table, ids: [...ids] })
  if (answer.ok) for (const { reason } of answer.value.kept) notify('warning', organisationText.kept(reason))
  return answer
}

export function removeQuestion(table: RecordId, count: number): string {
  return organisationText.removing(recordWord(table), count)
}
