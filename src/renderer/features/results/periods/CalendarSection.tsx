import { Button } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { CalendarRow } from '#shared/contract/periods.ts'
import { PERIOD_KINDS } from '#shared/domain/report-files/calendar.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { useData } from '#renderer/api/data.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { periodsText } from '#renderer/text/periods.ts'
import { ConfirmDialog } from '#renderer/ui/forms/ConfirmDialog.tsx'
import { ChoiceField, DateField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { SimpleTable } from '#renderer/ui/layout/SimpleTable.tsx'

const text = periodsText.calendar
const NEW: CalendarRow = { id: null, kind: 'month', yearStart: '01-01', dueDays: 5, validFrom: null, validTo: null }
const NONE: readonly never[] = []

/** Which reports are due and by when, as dated rows. */
export function CalendarSection({
  onAct,
}: {
  readonly onAct: (kind: 'rule' | 'removeRule', row: CalendarRow) => void
}) {
  const answer = useData('calendar.list', {}).data
  const rows = answer?.rows ?? NONE
  const actions = {
    onEdit: (row: CalendarRow) => onAct('rule', row),
    ...(answer?.usual === false ? { onRemove: (row: CalendarRow) => onAct('removeRule', row) } : {}),
  }
  return (
    <>
      {answer?.usual === true ? <p className="import-line">{text.usual}</p> : null}
      <SimpleTable
        label={periodsText.tabs.calendar}
        rows={rows}
        rowKey={(row) => row.id ?? row.kind}
        rowName={(row) => text.kinds[row.kind]}
        columns={[
          { title: text.columns.kind, cell: (row) => text.kinds[row.kind] },
          { title: text.columns.year, cell: (row) => text.years[row.yearStart] ?? row.yearStart },
          { title: text.columns.due, cell: (row) => text.due(row.dueDays) },
          { title: text.columns.from, cell: (row) => (row.validFrom === null ? '' : formatDate(row.validFrom)) },
          { title: text.columns.to, cell: (row) => (row.validTo === null ? '' : formatDate(row.validTo)) },
        ]}
        {...actions}
      />
      <div>
        <Button size="small" icon={<AddRegular />} onClick={() => onAct('rule', NEW)}>
          {text.add}
        </Button>
      </div>
    </>
  )
}

interface RuleDialogProps {
  readonly row: CalendarRow
  readonly onClose: () => void
}

export function RemoveRuleDialog({ row, onClose }: RuleDialogProps) {
  return (
    <ConfirmDialog
      title={text.remove}
      text={text.removeText(text.kinds[row.kind])}
      confirmLabel={text.remove}
      onClose={onClose}
      onConfirm={() => runCommand('calendar.remove', { id: row.id ?? '' })}
    />
  )
}

export function RuleDialog({ row, onClose }: RuleDialogProps) {
  const [rule, setRule] = useState(row)
  const [due, setDue] = useState(String(row.dueDays))
  const change = (patch: Partial<CalendarRow>): void => setRule((before) => ({ ...before, ...patch }))
  return (
    <FormDialog
      title={row.id === null ? text.add : text.edit}
      onClose={onClose}
      missing={/^-?\d{1,3}$/.test(due.trim()) ? null : text.dueDays}
      onSubmit={() => runCommand('calendar.save', { ...rule, dueDays: Number(due), keepUsual: true })}
    >
      <ChoiceField
        label={text.kind}
        value={rule.kind}
        onChange={(value) => change({ kind: PERIOD_KINDS.find((kind) => kind === value) ?? 'month' })}
        options={PERIOD_KINDS.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
      />
      <ChoiceField
        label={text.year}
        value={rule.yearStart}
        onChange={(yearStart) => change({ yearStart })}
        options={Object.entries(text.years).map(([value, label]) => ({ value, label }))}
      />
      <TextField label={text.dueDays} hint={text.dueHint} value={due} onChange={setDue} />
      <div className="form-row">
        <DateField label={text.from} value={rule.validFrom} onChange={(validFrom) => change({ validFrom })} />
        <DateField label={text.to} value={rule.validTo} onChange={(validTo) => change({ validTo })} />
      </div>
    </FormDialog>
  )
}
