import type { CatalogueCells, CatalogueTableRow } from '#shared/contract/catalogue-tables.ts'
import type { CatalogueId } from '#shared/domain/catalogues/catalogues.ts'
import { runCommand, tryCommand } from '#renderer/api/commands.ts'
import { cataloguesText } from '#renderer/text/catalogues.ts'
import { stepLabel } from '#renderer/text/grid.ts'
import { newRowId, type CellEdit, type CellRefusal, type WriteCells } from '#renderer/ui/DataGrid/grid-model.ts'
import { notify } from '#renderer/ui/state/notices.ts'

interface RowWrite {
  readonly key: string
  readonly id: string | null
  readonly cells: CatalogueCells
}

/**
 * One typing, paste or fill is one step, whatever rows it reaches; typing one row is named by the row itself. `dryRun`
 * only says what would be refused.
 */
export function makeWriteCells(catalogue: CatalogueId, dryRun = false): WriteCells<CatalogueTableRow> {
  return async (edits, origin, added) => {
    const rows = [
      ...byRow(edits),
      ...added.map((row, index) => ({ key: newRowId(index), id: null, cells: cellsOf(row.cells) })),
    ]
    const cells = rows.reduce((sum, row) => sum + Object.keys(row.cells).length, 0)
    const label =
      rows.length === 1 && (origin === 'type' || origin === 'insert')
        ? {}
        : { label: stepLabel(origin, { rows: rows.length, cells }, cataloguesText.lists[catalogue].title) }
    const answer = await (dryRun ? tryCommand : runCommand)('catalogues.write', {
      catalogue,
      rows: rows.map(({ id, cells: written }) => ({ id, cells: written })),
      ...label,
      dryRun,
    })
    if (!answer.ok) return rows.flatMap((row) => refuseAll(row, answer.error.message))
    return answer.value.refused.flatMap(({ row: at, column, reason }): readonly CellRefusal[] => {
      const row = rows[at]
      if (row === undefined) return []
      // What is wrong may be a cell that was not typed (a code still missing): then the typed ones carry the reason.
      return Object.hasOwn(row.cells, column) ? [{ rowId: row.key, column, reason }] : refuseAll(row, reason)
    })
  }
}

function byRow(edits: readonly CellEdit<CatalogueTableRow>[]): RowWrite[] {
  const rows = new Map<string, RowWrite>()
  for (const { rowId, column, value } of edits) {
    const row = rows.get(rowId) ?? { key: rowId, id: rowId, cells: {} }
    rows.set(rowId, { ...row, cells: { ...row.cells, [column]: value } })
  }
  return [...rows.values()]
}

function cellsOf(
  cells: readonly { readonly column: string; readonly value: CatalogueCells[string] }[],
): CatalogueCells {
  return Object.fromEntries(cells.map(({ column, value }) => [column, value]))
}

function refuseAll({ key, cells }: RowWrite, reason: string): CellRefusal[] {
  return Object.keys(cells).map((column) => ({ rowId: key, column, reason }))
}

/** Rows that are used stay, and it is said why. */
export async function removeCatalogueRows(catalogue: CatalogueId, rows: readonly CatalogueTableRow[]): Promise<void> {
  const many = rows.length > 1
  const label = stepLabel('remove', { rows: rows.length, cells: 0 }, cataloguesText.lists[catalogue].title)
  const answer = await runCommand('catalogues.removeRows', {
    catalogue,
    ids: rows.map(({ id }) => id),
    ...(many ? { label } : {}),
  })
  if (!answer.ok) notify('warning', answer.error.message)
  else if (answer.value.refused.length > 0)
    notify('warning', [...new Set(answer.value.refused.map(({ reason }) => reason))].slice(0, 3).join(' '))
}
