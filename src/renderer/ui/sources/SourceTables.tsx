import { useMemo } from 'react'
import { formatDate } from '#shared/domain/text/format.ts'
import { sourcesText } from '#renderer/text/sources.ts'
import type { GridColumn } from '../DataGrid/column.ts'
import { DataGrid } from '../DataGrid/DataGrid.tsx'
import { SimpleTable, type SimpleColumn } from '../layout/SimpleTable.tsx'
import { orderTargets, originOf, showAmount, showTarget, type SourceReport, type SourceTarget } from './source-lines.ts'

const text = sourcesText.columns

interface ReportLinesProps {
  readonly reports: readonly SourceReport[]
  /** Short names of indicators by code. */
  readonly names: ReadonlyMap<string, string>
  readonly indicator: string
  readonly onChoose: (report: SourceReport | null) => void
}

/** A row a report, with the file and the cell its figure stands in. */
export function ReportLines({ reports, names, indicator, onChoose }: ReportLinesProps) {
  // A net figure or a ratio is made of reports of other indicators: each row says of which.
  const isMade = reports.some((report) => report.indicator !== indicator)
  const isMixed = reports.some(({ use }) => use !== 'counted')
  const hasCells = reports.some(({ file }) => file !== null)
  const columns = useMemo(() => columnsOf({ isMade, isMixed, hasCells }, names), [isMade, isMixed, hasCells, names])
  return (
    <div className="sources-grid" data-rows={reports.length > 6 ? 'many' : 'few'}>
      <DataGrid<SourceReport>
        name="sources"
        label={sourcesText.reports}
        columns={columns}
        rows={reports}
        rowId={idOf}
        noRowsText={sourcesText.none}
        onFocusRow={(row) => onChoose(row)}
      />
    </div>
  )
}

function idOf({ id, use }: SourceReport): string {
  return `${id} ${use}`
}

interface Shown {
  readonly isMade: boolean
  /** Some are taken off, or have gone into a later one. */
  readonly isMixed: boolean
  readonly hasCells: boolean
}

function columnsOf(
  { isMade, isMixed, hasCells }: Shown,
  names: ReadonlyMap<string, string>,
): readonly GridColumn<SourceReport>[] {
  const indicator: GridColumn<SourceReport> = {
    id: 'indicator',
    title: text.indicator,
    kind: 'text',
    width: 150,
    value: (row) => names.get(row.indicator) ?? row.indicator,
  }
  const use: GridColumn<SourceReport> = {
    id: 'use',
    title: text.use,
    kind: 'text',
    width: 136,
    value: (row) => sourcesText.uses[row.use],
  }
  const cell: GridColumn<SourceReport> = {
    id: 'cell',
    title: text.cell,
    kind: 'text',
    align: 'center',
    width: 60,
    value: ({ file }) => file?.cell ?? null,
    hint: ({ file }) => file?.text ?? null,
  }
  return [
    {
      id: 'unit',
      title: text.unit,
      kind: 'text',
      flex: 3,
      minWidth: 260,
      value: ({ unitName }) => unitName,
      hint: ({ unitName }) => unitName,
    },
    ...(isMade ? [indicator] : []),
    {
      id: 'value',
      title: text.value,
      kind: 'number',
      width: 104,
      strong: true,
      value: ({ value }) => value,
      display: ({ value, qualifierWord, qualifier }) => showAmount(value, qualifierWord, qualifier),
    },
    { id: 'from', title: text.from, kind: 'date', width: 96, value: ({ from }) => from },
    { id: 'asOf', title: text.asOf, kind: 'date', width: 96, value: ({ asOf }) => asOf },
    { id: 'basis', title: text.basis, kind: 'text', width: 88, value: ({ basis }) => sourcesText.bases[basis] },
    ...(isMixed ? [use] : []),
    { id: 'file', title: text.file, kind: 'text', flex: 2, minWidth: 180, value: originOf, hint: originOf },
    ...(hasCells ? [cell] : []),
  ]
}

/** More are not read one by one; the number says how many there are. */
const MOST_LINES = 40

/** The targets the number is held against, those in force first, each with the decision that made it. */
export function TargetLines({ targets }: { readonly targets: readonly SourceTarget[] }) {
  const lines = orderTargets(targets).map((target, at) => ({ ...target, key: String(at) }))
  const left = lines.length - MOST_LINES
  return (
    <section aria-label={sourcesText.targets}>
      <h3 className="sources-heading">{sourcesText.targets}</h3>
      <SimpleTable
        label={sourcesText.targets}
        rows={lines.slice(0, MOST_LINES)}
        rowKey={({ key }) => key}
        empty={sourcesText.noTargets}
        columns={TARGET_COLUMNS}
      />
      {left > 0 ? <p className="dialog-note">{sourcesText.more(left)}</p> : null}
    </section>
  )
}

const TARGET_COLUMNS: readonly SimpleColumn<SourceTarget>[] = [
  { title: text.unit, cell: ({ unitName }) => unitName },
  { title: text.assigner, width: '130px', cell: ({ assigner }) => assigner },
  { title: text.kind, width: '80px', cell: ({ kind }) => sourcesText.kinds[kind] },
  { title: text.target, width: '90px', align: 'right', cell: showTarget },
  {
    title: text.version,
    width: '150px',
    cell: ({ versionName, inForce }) => (inForce ? versionName : `${versionName} (${sourcesText.replaced})`),
  },
  { title: text.decision, cell: ({ decision, note }) => decision ?? note ?? '' },
  {
    title: text.effectiveOn,
    width: '104px',
    cell: ({ effectiveOn }) => (effectiveOn === null ? '' : formatDate(effectiveOn)),
  },
]
