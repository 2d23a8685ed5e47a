import type { Input } from '#shared/contract/index.ts'
import type { UnitRow } from '#shared/contract/units.ts'
import { groupBy } from '#shared/kit/group-by.ts'
import { runCommand, tryCommand } from '#renderer/api/commands.ts'
import { stepLabel } from '#renderer/text/grid.ts'
import { unitsText } from '#renderer/text/units.ts'
import type { CellValue } from '#renderer/ui/DataGrid/column.ts'
import { type CellRefusal, newRowId, type WriteCells } from '#renderer/ui/DataGrid/grid-model.ts'

type UnitPatch = Input<'units.update'>['patch']

/** One typing, paste or fill is one step, over however many units; `asOf`: the day the rows are shown as of; `dryRun`
 * only says what would be refused. */
export function makeWriteUnitCells(asOf: string | null, dryRun = false): WriteCells<UnitRow> {
  return async (edits, origin, added) => {
    const byUnit = groupBy(edits, (edit) => edit.rowId)
    const cells = edits.length + added.reduce((sum, row) => sum + row.cells.length, 0)
    const answer = await (dryRun ? tryCommand : runCommand)('units.updateMany', {
      edits: [...byUnit].map(([id, ofUnit]) => ({ id, patch: patchOf(ofUnit) })),
      added: added.map((row) => patchOf(row.cells.filter(({ value }) => value !== null))),
      asOf,
      dryRun,
      label: stepLabel(origin, { rows: byUnit.size + added.length, cells }, unitsText.tableName),
    })
    const ids = [...byUnit.keys()]
    const refuse = (row: number, isNew: boolean, reason: string): readonly CellRefusal[] =>
      isNew
        ? (added[row]?.cells ?? []).map(({ column }) => ({ rowId: newRowId(row), column, reason }))
        : (byUnit.get(ids[row] ?? '') ?? []).map(({ rowId, column }) => ({ rowId, column, reason }))
    if (answer.ok) return answer.value.refused.flatMap(({ row, isNew, reason }) => refuse(row, isNew, reason))
    const { message } = answer.error
    return [
      ...ids.flatMap((_, row) => refuse(row, false, message)),
      ...added.flatMap((_, row) => refuse(row, true, message)),
    ]
  }
}

interface TypedCell {
  readonly column: string
  readonly value: CellValue
}

function patchOf(cells: readonly TypedCell[]): UnitPatch {
  return Object.assign({}, ...cells.map(patchCell))
}

function patchCell({ column, value }: TypedCell): UnitPatch {
  const text = value === null ? null : String(value)
  switch (column) {
    case 'name':
      return { name: text ?? '' }
    case 'code':
      return { code: text ?? '' }
    case 'type':
      return { type: text ?? '' }
    case 'parent':
      return { parent: text }
    case 'validFrom':
      return { validFrom: text }
    case 'validTo':
      return { validTo: text }
    case 'note':
      return { note: text }
    case 'aliases':
      return {
        aliases: (text ?? '')
          .split(';')
          .map((alias) => alias.trim())
          .filter((alias) => alias !== ''),
      }
    default:
      throw new Error(`units have no column ${column}`)
  }
}
