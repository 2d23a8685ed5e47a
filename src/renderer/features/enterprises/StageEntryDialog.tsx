import { useState } from 'react'
import type { StageEntryRow } from '#shared/contract/enterprises.ts'
import { ok } from '#shared/kit/result.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { registryText } from '#renderer/text/registry.ts'
import { ChoiceField, DateField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'

const text = registryText.stageForm
const NONE: readonly never[] = []

/** Corrects one entry of the stage history: which stage, from which day. */
export function StageEntryDialog({ entry, onClose }: { readonly entry: StageEntryRow; readonly onClose: () => void }) {
  const stages = useData('stages.list', {}).data ?? NONE
  const [stage, setStage] = useState(entry.stage)
  const [onDate, setDay] = useState<string | null>(entry.onDate)
  const [note, setNote] = useState(entry.note ?? '')
  return (
    <FormDialog
      title={registryText.panel.editStage}
      missing={onDate === null ? text.missing : null}
      onClose={onClose}
      width={480}
      onSubmit={async () => {
        if (onDate === null) return ok(null)
        return runCommand('enterprises.saveStage', {
          id: entry.id,
          stage,
          onDate,
          note: note.trim() === '' ? null : note,
        })
      }}
    >
      <div className="form-row">
        <ChoiceField
          label={text.stage}
          value={stage}
          onChange={setStage}
          options={stages.map((row) => ({ value: row.code, label: row.name }))}
        />
        <DateField className="form-narrow" label={text.day} required value={onDate} onChange={setDay} />
      </div>
      <TextField label={text.note} lines={2} value={note} onChange={setNote} />
    </FormDialog>
  )
}
