import type { Input } from '#shared/contract/index.ts'
import type { UnitRow } from '#shared/contract/units.ts'
import { runCommand } from '#renderer/api/commands.ts'
import type { CellEdit, CellRefusal } from '#renderer/ui/DataGrid/grid-model.ts'

type UnitPatch = Input<'units.update'>['patch']

/** Cells of one unit go as one change. */
export async function writeUnitCells(edits: readonly CellEdit<UnitRow>[]): Promise<readonly CellRefusal[]> {
  const byUnit = new Map<string, CellEdit<UnitRow>[]>()
  for (const edit of edits) byUnit.set(edit.rowId, [...(byUnit.get(edit.rowId) ?? []), edit])
  const refusals: CellRefusal[] = []
  for (const [id, cells] of byUnit) {
    const patch: UnitPatch = Object.assign({}, ...cells.map(patchOf))
    const answer = await runCommand('units.update', { id, patch })
    if (!answer.ok)
      refusals.push(...cells.map(({ rowId, column }) => ({ rowId, column, reason: answer.error.message })))
  }
  return refusals
}

function patchOf({ column, value }: CellEdit<UnitRow>): UnitPatch {
  const text = value === null ? null : String(value)
  switch (column) {
    case 'name':
      return { name: text ?? '' }
    case 'code':
      return { code: text ?? '' }
    case 'type':
      return { type: text ?? '' }
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
