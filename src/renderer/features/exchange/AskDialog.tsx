import { useMemo, useState } from 'react'
import type { BoardPeriod, BoardRow } from '#shared/contract/exchange-board.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { exchangeText } from '#renderer/text/exchange.ts'
import { ChoiceField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { notify } from '#renderer/ui/state/notices.ts'
import { entryOf } from './board-columns.ts'

const text = exchangeText.askDialog

interface AskDialogProps {
  readonly place: { readonly row: BoardRow; readonly period: BoardPeriod }
  readonly onClose: () => void
}

/** Asks a unit about one figure of its report. */
export function AskDialog({ place: { row, period }, onClose }: AskDialogProps) {
  const asOf = entryOf(row, period.code)?.asOf ?? null
  const reported = useData('reports.list', { unit: row.unit }).data
  const indicators = useData('indicators.list', {}).data
  const figures = useMemo(
    () =>
      (reported ?? [])
        .filter((figure) => figure.asOf === asOf)
        .map(({ indicator, value }) => ({
          value: indicator,
          label: `${indicators?.find(({ code }) => code === indicator)?.shortName ?? indicator}: ${formatNumber(value)}`,
        })),
    [reported, indicators, asOf],
  )
  const [indicator, setIndicator] = useState('')
  const [reason, setReason] = useState('')
  const chosen = indicator === '' ? (figures[0]?.value ?? '') : indicator
  return (
    <FormDialog
      title={text.title(row.name, period.name)}
      submitLabel={text.submit}
      waiting={reported === undefined}
      missing={chosen === '' ? text.none : reason.trim() === '' ? text.missing : null}
      onClose={onClose}
      onSubmit={async () => {
        if (chosen === '') return ok(null)
        const answer = await runCommand('board.ask', {
          unit: row.unit,
          period: period.code,
          questions: [{ indicator: chosen, reason }],
        })
        if (answer.ok) notify('success', text.done)
        return answer
      }}
    >
      {reported !== undefined && figures.length === 0 ? (
        <p className="dialog-note">{text.none}</p>
      ) : (
        <ChoiceField label={text.indicator} value={chosen} onChange={setIndicator} options={figures} />
      )}
      <TextField label={text.reason} hint={text.reasonHint} lines={3} value={reason} onChange={setReason} />
    </FormDialog>
  )
}
