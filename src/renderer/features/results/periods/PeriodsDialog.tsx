import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { CalendarRow, PeriodRow } from '#shared/contract/periods.ts'
import { formatDate, formatNumber } from '#shared/domain/text/format.ts'
import { useData } from '#renderer/api/data.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { periodsText as text } from '#renderer/text/periods.ts'
import { TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { useReturnFocus } from '#renderer/ui/forms/use-return-focus.ts'
import { ReadingDialog } from '#renderer/ui/layout/ReadingDialog.tsx'
import { SimpleTable, type SimpleColumn } from '#renderer/ui/layout/SimpleTable.tsx'
import { TabBar } from '#renderer/ui/layout/TabBar.tsx'
import '../import/report-import.css'
import { CalendarSection, RemoveRuleDialog, RuleDialog } from './CalendarSection.tsx'

type PeriodsTab = keyof typeof text.tabs
const TABS = Object.keys(text.tabs) as PeriodsTab[]
const NONE: readonly never[] = []

interface PeriodsDialogProps {
  readonly plan: string
  readonly asOf: string
  readonly onClose: () => void
}

/** What is being done to one row; its dialog takes the place of the table until it is answered. */
type Acting =
  | { readonly kind: 'period'; readonly row: PeriodRow }
  | { readonly kind: 'rule' | 'removeRule'; readonly row: CalendarRow }

/** Khóa kỳ: what has come in for each period, closing it, opening it again for a reason, what was adjusted since. */
export function PeriodsDialog({ plan, asOf, onClose }: PeriodsDialogProps) {
  const [tab, setTab] = useState<PeriodsTab>('periods')
  const [acting, setActing] = useState<Acting | null>(null)
  // What had the keyboard before the first of these dialogs; each that follows only knows the one before it.
  useReturnFocus()
  const back = (): void => setActing(null)
  if (acting?.kind === 'period') return <ActDialog period={acting.row} onClose={back} />
  if (acting?.kind === 'rule') return <RuleDialog row={acting.row} onClose={back} />
  if (acting?.kind === 'removeRule') return <RemoveRuleDialog row={acting.row} onClose={back} />
  return (
    <ReadingDialog title={text.title} className="report-import" contentClass="large-dialog-content" onClose={onClose}>
      <TabBar label={text.title} ids={TABS} titleOf={(id) => text.tabs[id]} shown={tab} onShow={setTab} />
      <div className="report-tab">
        {tab === 'periods' ? (
          <Periods plan={plan} asOf={asOf} onAct={(row) => setActing({ kind: 'period', row })} />
        ) : null}
        {tab === 'adjustments' ? <Adjustments /> : null}
        {tab === 'log' ? <Log /> : null}
        {tab === 'calendar' ? <CalendarSection onAct={(kind, row) => setActing({ kind, row })} /> : null}
      </div>
    </ReadingDialog>
  )
}

function Periods({
  plan,
  asOf,
  onAct,
}: {
  readonly plan: string
  readonly asOf: string
  readonly onAct: (row: PeriodRow) => void
}) {
  const rows = useData('periods.list', { plan, asOf }).data ?? NONE
  const columns: readonly SimpleColumn<PeriodRow>[] = [
    { title: text.columns.name, cell: (row) => row.name },
    { title: text.columns.from, cell: (row) => formatDate(row.from) },
    { title: text.columns.to, cell: (row) => formatDate(row.to) },
    { title: text.columns.due, cell: (row) => (row.dueOn === null ? '' : formatDate(row.dueOn)) },
    {
      title: text.columns.reported,
      align: 'right',
      cell: (row) => (row.expected === 0 ? '' : text.reported(row.reported, row.expected)),
    },
    {
      title: text.columns.adjustments,
      align: 'right',
      cell: (row) => (row.adjustments === 0 ? '' : formatNumber(row.adjustments)),
    },
    { title: text.columns.state, cell: stateOf },
    actColumn(onAct),
  ]
  return <SimpleTable label={text.table} columns={columns} rows={rows} rowKey={(row) => `${row.from} ${row.to}`} />
}

function stateOf({ closed, closedSpan, closedOn, closedBy, from, to }: PeriodRow): string {
  if (!closed || closedSpan === null) return text.open
  if (closedSpan.from === from && closedSpan.to === to) return text.closed(closedOn, closedBy)
  return text.closedWithin(closedSpan.from, closedSpan.to)
}

function actColumn(onAct: (row: PeriodRow) => void): SimpleColumn<PeriodRow> {
  return { title: text.columns.act, cell: (row) => <ActButton period={row} onAct={onAct} /> }
}

function ActButton({ period, onAct }: { readonly period: PeriodRow; readonly onAct: (row: PeriodRow) => void }) {
  const { closedSpan, from, to } = period
  // A month within a closed half-year opens with it.
  if (closedSpan !== null && (closedSpan.from !== from || closedSpan.to !== to)) return null
  const label = period.closed ? text.reopen : text.close
  return (
    <Button size="small" aria-label={`${label}: ${period.name}`} onClick={() => onAct(period)}>
      {label}
    </Button>
  )
}

function ActDialog({ period, onClose }: { readonly period: PeriodRow; readonly onClose: () => void }) {
  const [reason, setReason] = useState('')
  const { name, from, to, closed } = period
  return (
    <FormDialog
      title={closed ? text.reopenTitle(name) : text.closeTitle(name)}
      submitLabel={closed ? text.reopen : text.close}
      missing={closed && reason.trim() === '' ? text.reasonMissing : null}
      onClose={onClose}
      onSubmit={() =>
        closed
          ? runCommand('periods.reopen', { from, to, reason })
          : runCommand('periods.close', { from, to, reason: reason.trim() === '' ? null : reason })
      }
    >
      <p style={{ margin: 0 }}>{closed ? text.reopenText : text.closeText(from, to)}</p>
      <TextField
        label={text.reason}
        required={closed}
        {...(closed ? {} : { hint: text.reasonHint })}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  )
}

function Adjustments() {
  const rows = useData('periods.adjustments', {}).data ?? NONE
  const titles = text.adjustmentColumns
  const told = (value: number | null, word: string | null): string =>
    value === null ? text.noneBefore : `${word === null ? '' : `${word} `}${formatNumber(value)}`
  return (
    <SimpleTable
      label={text.tabs.adjustments}
      rows={rows}
      rowKey={(row) => row.id}
      empty={text.noAdjustments}
      columns={[
        { title: titles.unit, cell: (row) => row.unitName },
        { title: titles.indicator, cell: (row) => row.indicatorName },
        { title: titles.asOf, cell: (row) => formatDate(row.asOf) },
        { title: titles.before, align: 'right', cell: (row) => told(row.before, row.beforeWord) },
        { title: titles.after, align: 'right', cell: (row) => told(row.after, row.afterWord) },
        { title: titles.reason, cell: (row) => row.reason },
        { title: titles.on, cell: (row) => formatDate(row.on) },
        { title: titles.by, cell: (row) => row.by },
      ]}
    />
  )
}

function Log() {
  const rows = useData('periods.log', {}).data ?? NONE
  const titles = text.logColumns
  return (
    <SimpleTable
      label={text.tabs.log}
      rows={rows.map((row, at) => ({ ...row, key: String(rows.length - at) }))}
      rowKey={(row) => row.key}
      empty={text.noLog}
      columns={[
        { title: titles.on, cell: (row) => formatDate(row.on) },
        { title: titles.action, cell: (row) => text.actions[row.action] },
        { title: titles.period, cell: (row) => text.span(row.from, row.to) },
        { title: titles.by, cell: (row) => row.by },
        { title: titles.reason, cell: (row) => row.reason ?? '' },
      ]}
    />
  )
}
