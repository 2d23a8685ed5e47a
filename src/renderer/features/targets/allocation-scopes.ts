import { addDecimals, subtractDecimals } from '#shared/kit/fraction.ts'
import { targetsText } from '#renderer/text/targets.ts'
import type { SplitTable, TargetGridRow } from './target-rows.ts'

const text = targetsText.allocation

/** Over whom a total is spread. */
export interface AllocationScopeChoice {
  readonly key: string
  readonly label: string
  /** Whose units; null: the province's. */
  readonly owner: string | null
  /** Only these of them; null: all. */
  readonly units: readonly string[] | null
  /** What there is to spread: the owner's own number, of a part what the others leave of it; null without one. */
  readonly totalOf: (indicator: string) => number | null
}

export const ALL_UNITS = 'all'
export const CHOSEN_UNITS = 'chosen'

/**
 * All units, those selected in the table, each group, those without a number yet, and the units below a selected
 * unit. `set` is the assigner's place in the table.
 */
export function allocationScopes(
  { rows, root }: SplitTable,
  selected: readonly TargetGridRow[],
  set: number,
): readonly AllocationScopeChoice[] {
  const listed = rows.filter(
    ({ level, depth, differenceOf }) => level === 'unit' && depth === 1 && differenceOf === null,
  )
  const valueOf = (row: TargetGridRow, indicator: string): number | null => row.sets[set]?.[indicator]?.value ?? null
  const ownOf = (row: TargetGridRow | null, indicator: string): number | null =>
    row?.sets[set]?.[indicator]?.own ?? null
  const restFor =
    (units: readonly string[]) =>
    (indicator: string): number | null => {
      const wanted = ownOf(root, indicator)
      if (wanted === null) return null
      const others = listed.filter(({ unit }) => !units.includes(unit ?? ''))
      const given = others.reduce((sum, row) => addDecimals(sum, valueOf(row, indicator) ?? 0), 0)
      return Math.max(0, subtractDecimals(wanted, given))
    }
  const part = (key: string, label: string, members: readonly TargetGridRow[]): AllocationScopeChoice[] => {
    const units = members.flatMap(({ unit }) => unit ?? [])
    return units.length === 0 ? [] : [{ key, label, owner: null, units, totalOf: restFor(units) }]
  }
  const isListed = (row: TargetGridRow): boolean => listed.some(({ unit }) => unit === row.unit) && row.level === 'unit'
  const chosen = selected.filter(isListed)
  const groups = rows.filter(({ level }) => level === 'group')
  const below = chosen.filter((row) => rows.some(({ parent, level }) => level === 'unit' && parent === row.unit))
  return [
    {
      key: ALL_UNITS,
      label: text.scopeAll,
      owner: null,
      units: null,
      totalOf: (indicator) => ownOf(root, indicator),
    },
    ...part(CHOSEN_UNITS, text.scopeChosen(chosen.length), chosen),
    ...(groups.length > 1
      ? groups.flatMap((group) =>
          part(
            `group:${group.unit ?? ''}`,
            group.name,
            listed.filter((row) => row.group === group.unit),
          ),
        )
      : []),
    ...below.map((row) => ({
      key: `below:${row.unit ?? ''}`,
      label: text.scopeBelow(row.name),
      owner: row.unit,
      units: null,
      totalOf: (indicator: string) => ownOf(row, indicator),
    })),
  ]
}
