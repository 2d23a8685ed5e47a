import { unitChangesText } from '#renderer/text/unit-changes.ts'
import { DateField, TextField } from '#renderer/ui/forms/fields.tsx'
import type { StepProps } from './ChangeDialog.tsx'

const text = unitChangesText.decision

export function DecisionStep({ form, patch }: Omit<StepProps, 'units'>) {
  return (
    <>
      <DateField label={text.on} hint={text.onHint} required value={form.on} onChange={(on) => patch({ on })} />
      <div className="form-row">
        <TextField
          label={text.number}
          placeholder={text.numberExample}
          value={form.number}
          onChange={(number) => patch({ number })}
        />
        <DateField label={text.date} value={form.decidedOn} onChange={(decidedOn) => patch({ decidedOn })} />
      </div>
      <TextField label={text.by} value={form.decidedBy} onChange={(decidedBy) => patch({ decidedBy })} />
    </>
  )
}
