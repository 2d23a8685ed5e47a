import type { Input } from '#shared/contract/index.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { runCommand, tryCommand } from '#renderer/api/commands.ts'
import { stepLabel } from '#renderer/text/grid.ts'
import { targetsText } from '#renderer/text/targets.ts'
import type { CellEdit, CellRefusal, EditOrigin } from '#renderer/ui/DataGrid/grid-model.ts'
import { type ColumnChoice, meaningOf, NOTE_COLUMN } from './target-columns.ts'
import type { TargetGridRow } from './target-rows.ts'

type CellInput = Input<'targets.setMany'>['cells'][number]

export interface TargetScope {
  readonly plan: string
  readonly version: number
  readonly choice: ColumnChoice
}

/** Typed, pasted, filled or deleted cells as one step; an emptied cell takes its target away. */
export async function writeTargetCells(
  scope: TargetScope,
  edits: readonly CellEdit<TargetGridRow>[],
  origin: EditOrigin,
): Promise<readonly CellRefusal[]> {
  const { plan, version } = scope
  const cells = mergeNotes(edits.flatMap((edit) => cellOf(scope, edit)))
  const answer = await runCommand('targets.setMany', { plan, version, cells, label: labelOf(scope, edits, origin) })
  if (answer.ok) return []
  return edits.map(({ rowId, column }) => ({ rowId, column, reason: answer.error.message }))
}

/** What of it would be refused, cell by cell; nothing is written. */
export async function tryTargetCells(
  scope: TargetScope,
  edits: readonly CellEdit<TargetGridRow>[],
): Promise<readonly CellRefusal[]> {
  const { plan, version } = scope
  const cells = mergeNotes(edits.flatMap((edit) => cellOf(scope, edit)))
  const answer = await tryCommand('targets.setMany', { plan, version, cells, dryRun: true })
  const refused = answer.ok
    ? new Map((answer.value.refused ?? []).map(({ cell, reason }) => [keyOfCell(cells[cell]), reason]))
    : null
  return edits.flatMap((edit) =>
    cellOf(scope, edit).flatMap((cell) => {
      const reason = answer.ok ? refused?.get(keyOfCell(cell)) : answer.error.message
      return reason === undefined ? [] : [{ rowId: edit.rowId, column: edit.column, reason }]
    }),
  )
}

function cellOf({ choice }: TargetScope, { row, column, value }: CellEdit<TargetGridRow>): readonly CellInput[] {
  if (column === NOTE_COLUMN) return noteCell(row, choice, typeof value === 'string' ? value : '')
  const meaning = meaningOf(column, choice)
  const set = meaning === null ? undefined : choice.sets[meaning.set]
  if (meaning === null || set === undefined) return []
  return [
    {
      unit: row.unit ?? '',
      indicator: meaning.indicator,
      assigner: set.assigner,
      kind: set.kind,
      value: typeof value === 'number' ? value : null,
      remove: value === null,
    },
  ]
}

/** The note goes to the target that has it, a new one to the unit's first target in the table. */
export function noteCell(row: TargetGridRow, choice: ColumnChoice, note: string): readonly CellInput[] {
  const cells = row.sets[0] ?? {}
  const [set] = choice.sets
  const order = [...choice.indicators.map(({ code }) => code), ...Object.keys(cells)]
  const indicator =
    order.find((code) => cells[code]?.note != null) ?? order.find((code) => cells[code]?.id != null) ?? null
  if (indicator === null || set === undefined) return []
  const { assigner, kind } = set
  return [{ unit: row.unit ?? '', indicator, assigner, kind, value: cells[indicator]?.own ?? null, note }]
}

/** A number and a note pasted onto one target are one cell: written one after the other the first would be lost. */
function mergeNotes(cells: readonly CellInput[]): CellInput[] {
  const merged = new Map<string, CellInput>()
  for (const cell of cells) {
    const key = keyOfCell(cell)
    const before = merged.get(key)
    if (before === undefined) merged.set(key, cell)
    else if (cell.note === undefined)
      merged.set(key, { ...cell, ...(before.note === undefined ? {} : { note: before.note }) })
    else merged.set(key, { ...before, note: cell.note })
  }
  return [...merged.values()]
}

function keyOfCell(cell: CellInput | undefined): string {
  return cell === undefined ? '' : [cell.unit, cell.indicator, cell.assigner, cell.kind ?? ''].join('|')
}

function labelOf({ choice }: TargetScope, edits: readonly CellEdit<TargetGridRow>[], origin: EditOrigin): string {
  const [first] = edits
  if (edits.length === 1 && first !== undefined && origin === 'type') {
    if (first.column === NOTE_COLUMN) return targetsText.noteLabel(first.row.name)
    const value = typeof first.value === 'number' ? formatNumber(first.value) : ''
    const code = meaningOf(first.column, choice)?.indicator
    const indicator = choice.indicators.find((one) => one.code === code)?.shortName ?? first.column
    return targetsText.setLabel(indicator, first.row.name, value)
  }
  const rows = new Set(edits.map(({ rowId }) => rowId)).size
  return stepLabel(origin, { rows, cells: edits.length }, targetsText.tableName)
}
