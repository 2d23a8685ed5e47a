import { useState } from 'react'
import { ok } from '#shared/kit/result.ts'
import type { UnitRow } from '#shared/contract/units.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { unitsText } from '#renderer/text/units.ts'
import { DateField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { notify } from '#renderer/ui/state/notices.ts'

const text = unitsText.ending

/** A unit is not deleted when it ends: it stays in everything up to its last day. */
export function EndUnitDialog({ unit, onClose }: { readonly unit: UnitRow; readonly onClose: () => void }) {
  const asOf = useWorkingContext((context) => context.asOf)
  const [day, setDay] = useState<string | null>(unit.validTo ?? asOf)
  const [note, setNote] = useState(unit.note ?? '')
  return (
    <FormDialog
      title={text.title(unit.name)}
      submitLabel={text.submit}
      missing={day === null ? text.dayMissing : null}
      onClose={onClose}
      width={480}
      onSubmit={async () => {
        if (day === null) return ok(null)
        const answer = await runCommand('units.update', {
          id: unit.id,
          patch: { validTo: day, note: note.trim() === '' ? null : note },
        })
        if (answer.ok) notify('success', text.done(unit.name, day))
        return answer
      }}
    >
      <p style={{ margin: 0 }}>{text.text}</p>
      <DateField label={text.day} required value={day} onChange={setDay} />
      <TextField label={text.note} lines={2} value={note} onChange={setNote} />
    </FormDialog>
  )
}
