import { useMemo } from 'react'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { MeasuredRow, ProgressAnswer } from '#shared/contract/results.ts'
import { resultsText } from '#renderer/text/results.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import type { AskedNumber } from '#renderer/ui/sources/SourcesDialog.tsx'
import { makeLineColumns, type LineScope } from './progress-columns.ts'

export interface FocusedLine {
  readonly row: MeasuredRow
  readonly column: string | null
}

interface ProgressTableProps {
  readonly progress: ProgressAnswer
  readonly by: LineScope['by']
  readonly isCut: boolean
  readonly catalogue: readonly IndicatorRow[]
  /** Codes of the indicators wanted. */
  readonly shown: readonly string[]
  /** Null: of all assigners. */
  readonly scope: { readonly assigner: string; readonly kind: string } | null
  /** The line and column the keyboard is in. */
  readonly onFocus: (line: FocusedLine | null) => void
  readonly onOpen: (number: AskedNumber) => void
  readonly onEnter: (unit: string) => void
}

/** Progress as lines: by units, groups, types, assigners, or the plan's own years and phases. */
export function ProgressTable(props: ProgressTableProps) {
  const { progress, by, isCut, catalogue, shown, scope, onFocus, onOpen, onEnter } = props
  const { comparedOn, planName } = progress
  const names = useMemo(() => new Map(catalogue.map(({ code, shortName }) => [code, shortName])), [catalogue])
  const columns = useMemo(
    () => makeLineColumns({ by, names, comparedOn, planName, isCut }),
    [by, names, comparedOn, planName, isCut],
  )
  const rows = useMemo(() => linesOf(progress, { isCut, shown, scope }), [progress, isCut, shown, scope])
  const numberOf = (row: MeasuredRow, column: string | null): AskedNumber => askedOf(progress, by, row, column)
  return (
    <DataGrid<MeasuredRow>
      name={`progress-${by}`}
      label={resultsText.lines.table}
      about={`${progress.plan} ${progress.asOf} ${by}`}
      columns={columns}
      rows={rows}
      rowId={lineId}
      isGroup={by === 'assigner' || by === 'period' ? isNone : isSum}
      noRowsText={resultsText.lines.none}
      onFocusRow={(row, column) => onFocus(row === null ? null : { row, column })}
      menu={(row) => [
        ...(row.level === 'unit' && row.unit !== null
          ? [{ label: resultsText.enter, run: () => onEnter(row.unit ?? '') }]
          : []),
        { label: resultsText.source, run: () => onOpen(numberOf(row, null)) },
      ]}
    />
  )
}

/** What a line of the table speaks of, for the reports and files behind it. */
export function askedOf(
  { plan, asOf, comparedOn, view }: Pick<ProgressAnswer, 'plan' | 'asOf' | 'comparedOn' | 'view'>,
  by: LineScope['by'],
  row: Pick<MeasuredRow, 'level' | 'unit' | 'indicator' | 'period' | 'basis'>,
  column: string | null,
): AskedNumber {
  const sum = row.level === 'total' ? 'total' : row.level === 'group' ? (by === 'type' ? 'type' : 'group') : null
  return {
    plan: row.period?.plan ?? plan,
    asOf,
    view,
    unit: row.unit,
    indicator: row.indicator,
    basis: row.basis,
    ...(sum === null ? {} : { sum }),
    ...(comparedOn === null ? {} : { before: comparedOn, opens: column === 'before' ? 'before' : 'now' }),
  }
}

/** A part stands in no picker: with a cut all its parts are shown. */
function linesOf(
  { rows }: ProgressAnswer,
  { isCut, shown, scope }: Pick<ProgressTableProps, 'isCut' | 'shown' | 'scope'>,
): readonly MeasuredRow[] {
  return rows.filter(
    ({ indicator, assignerCode, kind }) =>
      (isCut || shown.includes(indicator)) &&
      (scope === null || assignerCode === null || (assignerCode === scope.assigner && kind === scope.kind)),
  )
}

/** Tells a line from the others of its view; the same line of another day has the same. */
export function lineId({ level, unit, indicator, assignerCode, kind, basis, period }: MeasuredRow): string {
  return [level, unit, indicator, assignerCode, kind, basis, period?.plan].join('|')
}

function isSum({ level, depth }: MeasuredRow): boolean {
  return level === 'total' || (level === 'unit' && depth === 0)
}

/** Every line is of the whole: none stands out. */
function isNone(): boolean {
  return false
}
