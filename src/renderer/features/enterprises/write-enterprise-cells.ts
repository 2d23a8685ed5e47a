import type { Input } from '#shared/contract/index.ts'
import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import { runCommand } from '#renderer/api/commands.ts'
import type { CellEdit, CellRefusal } from '#renderer/ui/DataGrid/grid-model.ts'

type EnterprisePatch = Input<'enterprises.update'>['patch']

/** Cells of one enterprise go as one change. */
export async function writeEnterpriseCells(edits: readonly CellEdit<EnterpriseRow>[]): Promise<readonly CellRefusal[]> {
  const byRow = new Map<string, CellEdit<EnterpriseRow>[]>()
  for (const edit of edits) byRow.set(edit.rowId, [...(byRow.get(edit.rowId) ?? []), edit])
  const refusals: CellRefusal[] = []
  for (const [id, cells] of byRow) {
    const patch: EnterprisePatch = Object.assign({}, ...cells.map(patchOf))
    const answer = await runCommand('enterprises.update', { id, patch })
    if (!answer.ok)
      refusals.push(...cells.map(({ rowId, column }) => ({ rowId, column, reason: answer.error.message })))
  }
  return refusals
}

function patchOf({ column, value }: CellEdit<EnterpriseRow>): EnterprisePatch {
  const text = value === null ? null : String(value)
  const count = typeof value === 'number' ? value : null
  switch (column) {
    case 'name':
      return { name: text ?? '' }
    case 'unit':
      return { unit: text ?? '' }
    case 'taxCode':
    case 'legalForm':
    case 'industry':
    case 'address':
    case 'phone':
    case 'difficulty':
    case 'note':
      return { [column]: text }
    case 'foundedOn':
      return { founded: text }
    case 'workers':
    case 'women':
    case 'insured':
    case 'members':
      return { [column]: count }
    case 'hasUnion':
      return { hasUnion: typeof value === 'boolean' ? value : null }
    default:
      throw new Error(`enterprises have no column ${column}`)
  }
}
