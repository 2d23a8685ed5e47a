import { useMemo, useState } from 'react'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import type { UnitRow } from '#shared/contract/units.ts'
import { parseFigure } from '#shared/domain/indicators/money.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { gridText } from '#renderer/text/grid.ts'
import { periodsText } from '#renderer/text/periods.ts'
import { resultsText } from '#renderer/text/results.ts'
import type { GridColumn } from '#renderer/ui/DataGrid/column.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import type { WriteCells } from '#renderer/ui/DataGrid/grid-model.ts'
import { ChoiceField, DateField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { refuse } from '#renderer/ui/forms/refuse.ts'
import { notify } from '#renderer/ui/state/notices.ts'
import type { ResultGridRow } from './result-rows.ts'
import { showFindings } from './write-result-cells.ts'

const text = resultsText.report

interface ReportDialogProps {
  readonly unit: string
  readonly units: readonly UnitRow[]
  readonly indicators: readonly IndicatorRow[]
  /** Codes that stand first: those of the table behind. */
  readonly shownFirst: readonly string[]
  readonly table: readonly ResultGridRow[]
  readonly onClose: () => void
}

interface ReportLine {
  readonly indicator: IndicatorRow
  readonly before: number | null
  readonly typed: string | null
  readonly percent: number | null
}

type Typed = Readonly<Record<string, { readonly typed?: string | null; readonly percent?: number | null }>>

/** A unit's report of a day, line by line as it stands on the paper in the clerk's hand. */
export function ReportDialog({ unit: firstUnit, units, indicators, shownFirst, table, onClose }: ReportDialogProps) {
  const day = useWorkingContext((context) => context.asOf)
  const [unit, setUnit] = useState(firstUnit)
  const [asOf, setAsOf] = useState<string | null>(day)
  const [from, setFrom] = useState<string | null>(null)
  const [basis, setBasis] = useState<'cumulative' | 'increment'>('cumulative')
  const [source, setSource] = useState('')
  const [typed, setTyped] = useState<Typed>({})
  // Asked for only when the period turns out to be closed.
  const [reason, setReason] = useState<string | null>(null)
  const unitName = units.find(({ code }) => code === unit)?.name ?? unit

  const lines = useMemo(() => {
    const cells = table.find((row) => row.level === 'unit' && row.unit === unit)?.cells ?? {}
    const rank = (code: string): number => {
      const at = shownFirst.indexOf(code)
      return at < 0 ? shownFirst.length : at
    }
    return indicators
      .filter(({ kind }) => kind !== 'net' && kind !== 'ratio')
      .toSorted((a, b) => rank(a.code) - rank(b.code) || a.sortOrder - b.sortOrder)
      .map((indicator): ReportLine => ({
        indicator,
        before: cells[indicator.code]?.result ?? null,
        typed: typed[indicator.code]?.typed ?? null,
        percent: typed[indicator.code]?.percent ?? null,
      }))
  }, [indicators, shownFirst, table, unit, typed])

  const takeLines: WriteCells<ReportLine> = (edits) => {
    setTyped((before) => {
      const after: Record<string, Typed[string]> = { ...before }
      for (const { rowId, column, value } of edits) {
        const patch =
          column === 'value' ? { typed: value === null ? null : String(value) } : { percent: value as number | null }
        after[rowId] = { ...after[rowId], ...patch }
      }
      return after
    })
    return Promise.resolve([])
  }

  const filled = lines.filter((line) => line.typed !== null)
  const missing = unit === '' || asOf === null ? text.noUnit : filled.length === 0 ? text.nothing : null

  return (
    <FormDialog
      title={text.title}
      submitLabel={text.submit}
      width={900}
      missing={missing}
      onClose={onClose}
      onSubmit={async () => {
        if (asOf === null) return refuse(text.noUnit)
        const entries = filled.flatMap((line) => {
          const read = parseFigure(line.typed ?? '', line.indicator.unitLabel)
          if (read === null) return []
          const { value, word } = read
          return [
            {
              unit,
              indicator: line.indicator.code,
              from,
              asOf,
              // A level of a day has no period: it is never an increment.
              basis: line.indicator.kind === 'stock' ? ('cumulative' as const) : basis,
              value,
              qualifier: word,
              statedPercent: line.percent,
              source: source.trim() === '' ? null : source.trim(),
            },
          ]
        })
        const adjustReason = reason === null || reason.trim() === '' ? null : reason.trim()
        const answer = await runCommand('reports.addMany', {
          entries: entries.map((entry) => ({ ...entry, adjustReason })),
          label: text.label(unitName, asOf),
        })
        if (!answer.ok && answer.error.code === 'REPORT_PERIOD_CLOSED') setReason((before) => before ?? '')
        if (answer.ok) {
          notify('success', text.done(unitName, entries.length))
          showFindings(answer.value.entries)
        }
        return answer
      }}
    >
      <div className="form-row">
        <ChoiceField
          label={text.unit}
          value={unit}
          onChange={setUnit}
          options={units.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <div className="form-narrow">
          <DateField label={text.asOf} required value={asOf} onChange={setAsOf} />
        </div>
        <ChoiceField
          label={text.basis}
          value={basis}
          onChange={(value) => setBasis(value === 'increment' ? 'increment' : 'cumulative')}
          options={[
            { value: 'cumulative', label: text.bases.cumulative },
            { value: 'increment', label: text.bases.increment },
          ]}
        />
        <div className="form-narrow">
          <DateField label={text.from} hint={text.fromHint} value={from} onChange={setFrom} />
        </div>
      </div>
      <TextField label={text.source} hint={text.sourceHint} value={source} onChange={setSource} />
      {reason === null ? null : (
        <TextField label={periodsText.adjust.reason} required value={reason} onChange={setReason} />
      )}
      <p className="dialog-note">{text.instruction}</p>
      <div className="dialog-grid">
        <DataGrid<ReportLine>
          name="report"
          label={text.table}
          columns={COLUMNS}
          rows={lines}
          rowId={lineId}
          write={takeLines}
        />
      </div>
    </FormDialog>
  )
}

function lineId(line: ReportLine): string {
  return line.indicator.code
}

const COLUMNS: readonly GridColumn<ReportLine>[] = [
  {
    id: 'name',
    title: text.columns.indicator,
    kind: 'text',
    flex: 1,
    minWidth: 260,
    value: (line) => line.indicator.name,
    hint: (line) => line.indicator.name,
  },
  { id: 'unit', title: text.columns.unit, kind: 'text', width: 70, value: (line) => line.indicator.unitLabel },
  { id: 'before', title: text.columns.before, kind: 'number', width: 88, value: (line) => line.before },
  {
    id: 'value',
    title: text.columns.value,
    titleHint: text.valueHint,
    kind: 'number',
    width: 112,
    strong: true,
    value: (line) => line.typed,
    edit: {
      parse: (typed, { indicator }) => {
        if (typed.trim() === '') return { ok: true, value: null }
        return parseFigure(typed, indicator.unitLabel) === null
          ? { ok: false, reason: gridText.notNumber(typed) }
          : { ok: true, value: typed.trim() }
      },
    },
  },
  { id: 'percent', title: text.columns.percent, kind: 'percent', width: 150, value: (line) => line.percent, edit: {} },
]
