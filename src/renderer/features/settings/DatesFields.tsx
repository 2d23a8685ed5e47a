import { settingsText } from '#renderer/text/settings.ts'
import { DateField } from '#renderer/ui/forms/fields.tsx'

interface DatesFieldsProps {
  readonly from: string | null
  readonly to: string | null
  /** Left out: that of rows documents choose from by their day. */
  readonly hint?: string
  readonly onChange: (dates: { readonly validFrom?: string | null; readonly validTo?: string | null }) => void
}

export function DatesFields({ from, to, hint = settingsText.datesHint, onChange }: DatesFieldsProps) {
  return (
    <div className="form-row">
      <DateField label={settingsText.from} hint={hint} value={from} onChange={(validFrom) => onChange({ validFrom })} />
      <DateField label={settingsText.to} value={to} onChange={(validTo) => onChange({ validTo })} />
    </div>
  )
}
