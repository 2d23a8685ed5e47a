import { useState } from 'react'
import { runCommand } from '#renderer/api/commands.ts'
import { campaignsText } from '#renderer/text/campaigns.ts'
import { TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { notify } from '#renderer/ui/state/notices.ts'

const text = campaignsText

interface ExcludeDialogProps {
  readonly plan: string
  readonly unit: { readonly unit: string; readonly name: string }
  readonly onClose: () => void
}

/** Leaves a unit out of the ranking, for a reason that stands in the report. */
export function ExcludeDialog({ plan, unit, onClose }: ExcludeDialogProps) {
  const [reason, setReason] = useState('')
  return (
    <FormDialog
      title={text.excludeTitle(unit.name)}
      submitLabel={text.apply}
      missing={reason.trim() === '' ? text.reasonMissing : null}
      onClose={onClose}
      onSubmit={async () => {
        const answer = await runCommand('campaigns.exclude', { plan, units: [unit.unit], reason })
        if (answer.ok) notify('success', text.excludedNow(unit.name))
        return answer
      }}
    >
      <TextField label={text.reason} hint={text.reasonHint} required value={reason} onChange={setReason} />
    </FormDialog>
  )
}
