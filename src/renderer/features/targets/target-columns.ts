import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { allowsDecimals } from '#shared/domain/indicators/indicator.ts'
import { targetsText } from '#renderer/text/targets.ts'
import type { CellTone, GridColumn } from '#renderer/ui/DataGrid/column.ts'
import { describeDifference, differenceOf, type SplitTable, type TargetGridRow } from './target-rows.ts'

export function makeTargetColumns(
  indicators: readonly IndicatorRow[],
  root: SplitTable['root'],
): readonly GridColumn<TargetGridRow>[] {
  return [
    {
      id: 'index',
      title: targetsText.columns.index,
      kind: 'text',
      align: 'center',
      pinned: true,
      width: 48,
      value: (row) => row.index,
    },
    {
      id: 'name',
      title: targetsText.columns.name,
      kind: 'text',
      pinned: true,
      width: 340,
      tree: true,
      value: (row) => row.name,
      hint: (row) => row.name,
    },
    ...indicators.map((indicator) => indicatorColumn(indicator, root)),
  ]
}

function indicatorColumn(indicator: IndicatorRow, root: SplitTable['root']): GridColumn<TargetGridRow> {
  const { code } = indicator
  return {
    id: code,
    title: indicator.shortName,
    titleHint: targetsText.indicatorTitle(indicator.name, indicator.unitLabel),
    kind: allowsDecimals(indicator) ? 'number' : 'count',
    minWidth: 96,
    width: 132,
    value: (row) => (row.isDifference === true ? differenceOf(root, row, indicator) : (row.cells[code]?.value ?? null)),
    display: (row) =>
      row.isDifference === true ? (describeDifference(differenceOf(root, row, indicator)) ?? '') : null,
    tone: (row) => toneOf(row, indicator, root),
    locked: (row) => row.cells[code]?.locked === true && row.isDifference !== true,
    hint: (row) => hintOf(row, code),
    edit: { allowed: (row) => row.level === 'unit' && row.cells[code]?.locked !== true },
  }
}

function toneOf(row: TargetGridRow, indicator: IndicatorRow, root: SplitTable['root']): CellTone | null {
  if (row.isDifference === true) {
    const difference = differenceOf(root, row, indicator)
    return difference === null || difference === 0 ? 'muted' : 'warning'
  }
  const cell = row.cells[indicator.code]
  if (row.level !== 'unit' || cell === undefined) return null
  if (cell.own === null) return 'muted'
  if (indicator.kind === 'ratio') return null
  // The province's own target is compared at the foot of the table.
  return row.depth > 0 && cell.ofChildren !== null && cell.ofChildren !== cell.own ? 'warning' : null
}

function hintOf(row: TargetGridRow, code: string): string | null {
  const cell = row.cells[code]
  if (row.level !== 'unit' || cell === undefined) return null
  if (cell.locked) return targetsText.lockedHint
  if (cell.own === null) return targetsText.sumHint
  return cell.ofChildren !== null && cell.ofChildren !== cell.own ? targetsText.differsHint(cell.ofChildren) : null
}
