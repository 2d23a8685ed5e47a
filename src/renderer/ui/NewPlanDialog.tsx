import { useState } from 'react'
import type { PlanRow } from '#shared/contract/plans.ts'
import { yearOf } from '#shared/kit/dates.ts'
import { refreshData, useData } from '#renderer/api/data.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { today } from '#renderer/api/working-context.ts'
import { commonText } from '#renderer/text/common.ts'
import { plansText } from '#renderer/text/plans.ts'
import { ChoiceField, DateField, TextField } from './forms/fields.tsx'
import { FormDialog } from './forms/FormDialog.tsx'
import { notify } from './state/notices.ts'

interface NewPlanDialogProps {
  readonly onClose: () => void
  readonly onAdded: (code: string) => void
}

const KINDS = ['year', 'campaign', 'phase', 'term'] as const

/** A new plan: this year's unless the clerk says otherwise. */
export function NewPlanDialog({ onClose, onAdded }: NewPlanDialogProps) {
  const plans = useData('plans.list', {}).data ?? []
  const [kind, setKind] = useState<PlanRow['kind']>('year')
  const [code, setCode] = useState(() => String(yearOf(today())))
  const [name, setName] = useState('')
  const [parent, setParent] = useState('')
  const [from, setFrom] = useState<string | null>(() => `${yearOf(today())}-01-01`)
  const [to, setTo] = useState<string | null>(() => `${yearOf(today())}-12-31`)

  // Typing a year as the code of a year plan means that year's days.
  const changeCode = (typed: string): void => {
    setCode(typed)
    if (kind !== 'year' || !/^\d{4}$/.test(typed)) return
    setFrom(`${typed}-01-01`)
    setTo(`${typed}-12-31`)
  }
  const missing =
    code.trim() === '' ? plansText.codeMissing : from === null || to === null ? plansText.datesMissing : null

  return (
    <FormDialog
      title={plansText.newPlan}
      submitLabel={plansText.create}
      missing={missing}
      onClose={onClose}
      onSubmit={async () => {
        const result = await runCommand('plans.add', {
          code,
          kind,
          from: from ?? '',
          to: to ?? '',
          parent: parent === '' ? null : parent,
          ...(name.trim() === '' ? {} : { name }),
        })
        if (result.ok) {
          // The lists must know it before anybody chooses it.
          await refreshData('plans.list')
          notify('success', plansText.created(result.value.name))
          onAdded(result.value.code)
        }
        return result
      }}
    >
      <div className="form-row">
        <ChoiceField
          label={plansText.kind}
          value={kind}
          onChange={(value) => setKind(KINDS.find((known) => known === value) ?? 'year')}
          options={KINDS.map((value) => ({ value, label: plansText.kinds[value] }))}
        />
        <TextField label={plansText.code} hint={plansText.codeHint} required value={code} onChange={changeCode} />
      </div>
      <TextField label={plansText.name} hint={plansText.nameHint} value={name} onChange={setName} />
      <div className="form-row">
        <DateField label={commonText.from} required value={from} onChange={setFrom} />
        <DateField label={commonText.to} required value={to} onChange={setTo} />
      </div>
      <ChoiceField
        label={plansText.parent}
        value={parent}
        onChange={setParent}
        options={[
          { value: '', label: plansText.noParent },
          ...plans.map((plan) => ({ value: plan.code, label: plan.name })),
        ]}
      />
    </FormDialog>
  )
}
