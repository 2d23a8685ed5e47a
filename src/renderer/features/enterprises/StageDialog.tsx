import { useState } from 'react'
import { ok } from '#shared/kit/result.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { registryText } from '#renderer/text/registry.ts'
import { ChoiceField, DateField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { notify } from '#renderer/ui/state/notices.ts'
import type { ChosenRows } from './chosen-rows.ts'
import { ScopeField, type Scope } from './ScopeField.tsx'

const text = registryText.stageForm
const NONE: readonly never[] = []

/** A step on the way to a union, with its day: what was before stays in the history of the enterprise. */
export function StageDialog({ rows, onClose }: { readonly rows: ChosenRows; readonly onClose: () => void }) {
  const asOf = useWorkingContext((context) => context.asOf)
  const stages = useData('stages.list', { asOf }).data ?? NONE
  const [stage, setStage] = useState('')
  const [onDate, setDay] = useState<string | null>(asOf)
  const [note, setNote] = useState('')
  const [scope, setScope] = useState<Scope>(rows.selected.length > 0 ? 'selected' : 'listed')
  const name = stages.find(({ code }) => code === stage)?.shortName ?? ''
  return (
    <FormDialog
      title={text.title}
      submitLabel={text.submit}
      missing={stage === '' || onDate === null ? text.missing : null}
      onClose={onClose}
      width={540}
      onSubmit={async () => {
        if (onDate === null) return ok(null)
        const answer = await runCommand('enterprises.setStage', {
          ids: await rows.idsOf(scope),
          stage,
          onDate,
          note: note.trim() === '' ? null : note,
        })
        if (answer.ok) notify('success', text.done(answer.value.changed, name))
        return answer
      }}
    >
      <div className="form-row">
        <ChoiceField
          label={text.stage}
          required
          value={stage}
          onChange={setStage}
          options={[
            { value: '', label: '' },
            ...stages.map((row) => ({
              value: row.code,
              label: row.branch === 'difficult' ? text.difficult(row.name) : row.name,
            })),
          ]}
        />
        <DateField className="form-narrow" label={text.day} required value={onDate} onChange={setDay} />
      </div>
      <TextField label={text.note} lines={2} value={note} onChange={setNote} />
      <ScopeField selected={rows.selected.length} listed={rows.listed} value={scope} onChange={setScope} />
    </FormDialog>
  )
}
