import { useState } from 'react'
import type { PlanRow } from '#shared/contract/plans.ts'
import { refreshData } from '#renderer/api/data.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { commonText } from '#renderer/text/common.ts'
import { plansText } from '#renderer/text/plans.ts'
import { ChoiceField, DateField, TextField } from './forms/fields.tsx'
import { FormDialog } from './forms/FormDialog.tsx'
import { notify } from './state/notices.ts'

const STATUSES = ['draft', 'consulting', 'issued', 'closed'] as const
/** What was issued is no draft again. */
const AFTER_ISSUING = ['issued', 'closed'] as const

/** Name, days and state of a plan; its code stays, for files and packages speak it. */
export function EditPlanDialog({ plan, onClose }: { readonly plan: PlanRow; readonly onClose: () => void }) {
  const [name, setName] = useState(plan.name)
  const [from, setFrom] = useState<string | null>(plan.from)
  const [to, setTo] = useState<string | null>(plan.to)
  const [status, setStatus] = useState<PlanRow['status']>(plan.status)
  const isIssued = plan.status === 'issued' || plan.status === 'closed'
  const offered = isIssued ? AFTER_ISSUING : STATUSES
  const missing =
    name.trim() === '' ? plansText.nameMissing : from === null || to === null ? plansText.datesMissing : null
  return (
    <FormDialog
      title={plansText.edit}
      submitLabel={plansText.save}
      missing={missing}
      onClose={onClose}
      onSubmit={async () => {
        const patch = { name, from: from ?? plan.from, to: to ?? plan.to, status }
        const result = await runCommand('plans.update', { id: plan.id, patch })
        if (result.ok) {
          await refreshData('plans.list')
          notify('success', plansText.changed(result.value.name))
        }
        return result
      }}
    >
      <TextField label={plansText.name} required value={name} onChange={setName} />
      <div className="form-row">
        <DateField label={commonText.from} required value={from} onChange={setFrom} />
        <DateField label={commonText.to} required value={to} onChange={setTo} />
      </div>
      <ChoiceField
        label={plansText.status}
        hint={plansText.statusHint}
        value={status}
        onChange={(value) => setStatus(STATUSES.find((known) => known === value) ?? 'draft')}
        options={offered.map((value) => ({ value, label: plansText.statuses[value] }))}
      />
    </FormDialog>
  )
}
