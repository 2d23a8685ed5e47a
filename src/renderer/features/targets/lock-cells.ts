import { runCommand } from '#renderer/api/commands.ts'
import { targetsText } from '#renderer/text/targets.ts'
import { notify, notifyError } from '#renderer/ui/state/notices.ts'
import { type ColumnChoice, meaningOf } from './target-columns.ts'
import type { TargetGridRow } from './target-rows.ts'

/** Cells of the table by rows and columns; null: all of them. */
export interface LockArea {
  readonly rows: readonly TargetGridRow[] | null
  readonly columns: readonly string[] | null
}

interface LockScope {
  readonly plan: string
  readonly version: number
  readonly choice: ColumnChoice
}

/** Own entries of an area, of which at least one is not locked: pressing the button then locks, else it opens. */
export function isUnlocked(choice: ColumnChoice, rows: readonly TargetGridRow[], columns: readonly string[]): boolean {
  return cellsIn(choice, rows, columns).some(({ locked }) => !locked)
}

export function hasTargets(choice: ColumnChoice, rows: readonly TargetGridRow[], columns: readonly string[]): boolean {
  return cellsIn(choice, rows, columns).length > 0
}

function cellsIn(
  choice: ColumnChoice,
  rows: readonly TargetGridRow[],
  columns: readonly string[],
): readonly { readonly locked: boolean }[] {
  return rows.flatMap((row) =>
    row.level !== 'unit' || row.differenceOf !== null
      ? []
      : columns.flatMap((column) => {
          const meaning = meaningOf(column, choice)
          const cell = meaning === null ? undefined : row.sets[meaning.set]?.[meaning.indicator]
          return cell === undefined || cell.id === null ? [] : [cell]
        }),
  )
}

/** Locks or unlocks an area as one step; columns of several assigners are one call each, so at most a few. */
export async function lockArea({ plan, version, choice }: LockScope, area: LockArea, locked: boolean): Promise<void> {
  const units = area.rows?.flatMap((row) => (row.level === 'unit' && row.differenceOf === null ? (row.unit ?? []) : []))
  const meanings = area.columns?.flatMap((column) => meaningOf(column, choice) ?? [])
  if (units?.length === 0 || meanings?.length === 0) return
  const sets = choice.sets.filter((_, at) => meanings?.some(({ set }) => set === at) !== false)
  const indicators = meanings?.map(({ indicator }) => indicator) ?? choice.indicators.map(({ code }) => code)
  const answer = await runCommand('targets.lockArea', {
    plan,
    version,
    sets: sets.map(({ assigner, kind }) => ({ assigner, kind })),
    units: units ?? null,
    indicators: [...new Set(indicators)],
    locked,
  })
  if (!answer.ok) notifyError(answer.error)
  else if (answer.value.changed === 0 && locked) notify('info', targetsText.nothingToLock)
}
