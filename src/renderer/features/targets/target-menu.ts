import { targetsText } from '#renderer/text/targets.ts'
import type { GridMenuItem } from '#renderer/ui/DataGrid/grid-model.ts'
import { ALL_UNITS, CHOSEN_UNITS } from './allocation-scopes.ts'
import { isUnlocked, type LockArea } from './lock-cells.ts'
import { type ColumnChoice, columnId, meaningOf } from './target-columns.ts'
import type { TargetGridRow } from './target-rows.ts'

interface MenuInput {
  readonly choice: ColumnChoice
  readonly editable: boolean
  readonly selected: { readonly rows: readonly TargetGridRow[]; readonly columns: readonly string[] }
  readonly onAllocate: (column: string, scope: string) => void
  readonly onLock: (area: LockArea, locked: boolean) => void
  readonly onNote: (row: TargetGridRow, column: string) => void
  readonly onWhy: () => void
}

/** The right-click menu of the table of targets: for the cell, its row, its column, the selected range. */
export function targetMenu(input: MenuInput): (row: TargetGridRow, column: string) => readonly GridMenuItem[] {
  const { choice, editable, selected, onAllocate, onLock, onNote, onWhy } = input
  return (row, column) => {
    const meaning = meaningOf(column, choice)
    if (meaning === null) return []
    const items: GridMenuItem[] = []
    if (editable) items.push({ label: targetsText.allocate, run: () => onAllocate(column, ALL_UNITS) })
    const units = selected.rows.filter(
      ({ level, depth, differenceOf }) => level === 'unit' && depth === 1 && differenceOf === null,
    )
    if (editable && row.level === 'group')
      items.push({
        label: targetsText.allocateRest,
        run: () => onAllocate(column, `group:${row.unit ?? ''}`),
      })
    else if (editable && units.length > 0)
      items.push({ label: targetsText.allocateRest, run: () => onAllocate(column, CHOSEN_UNITS) })
    const isUnit = row.level === 'unit' && row.differenceOf === null
    const cell = isUnit ? row.sets[meaning.set]?.[meaning.indicator] : undefined
    if (editable && cell?.id != null) {
      const inRange = selected.rows.includes(row) && selected.columns.includes(column)
      const area = inRange ? selected : { rows: [row], columns: [column] }
      items.push({
        label: cell.locked ? targetsText.unlock : targetsText.lock,
        run: () => onLock(area, !cell.locked),
      })
    }
    if (editable && isUnit) {
      const all = choice.indicators.flatMap(({ code }) => choice.sets.map((set, at) => columnId(code, set, at)))
      const opens = !isUnlocked(choice, [row], all)
      items.push({
        label: opens ? targetsText.unlockRow : targetsText.lockRow,
        run: () => onLock({ rows: [row], columns: null }, !opens),
      })
    }
    if (editable) {
      const opens = cell?.locked === true
      items.push({
        label: opens ? targetsText.unlockColumn : targetsText.lockColumn,
        run: () => onLock({ rows: null, columns: [column] }, !opens),
      })
    }
    if (editable && cell?.id != null) items.push({ label: targetsText.noteMenu, run: () => onNote(row, column) })
    items.push({ label: targetsText.why, run: onWhy })
    return items
  }
}
