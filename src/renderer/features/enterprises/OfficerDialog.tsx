import { useState } from 'react'
import type { AppResult } from '#shared/contract/errors.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { registryText } from '#renderer/text/registry.ts'
import { ChoiceField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { notify } from '#renderer/ui/state/notices.ts'
import type { ChosenRows } from './chosen-rows.ts'
import { ScopeField, type Scope } from './ScopeField.tsx'

const text = registryText.officerForm
const NONE: readonly never[] = []
const NOBODY = 'nobody'

/** Who is responsible for these enterprises; a person who is not in the catalogue yet is added on the way. */
export function OfficerDialog({ rows, onClose }: { readonly rows: ChosenRows; readonly onClose: () => void }) {
  const asOf = useWorkingContext((context) => context.asOf)
  const people = useData('people.list', { asOf }).data ?? NONE
  const [officer, setOfficer] = useState('')
  const [newName, setNewName] = useState('')
  const [position, setPosition] = useState('')
  const [scope, setScope] = useState<Scope>(rows.selected.length > 0 ? 'selected' : 'listed')

  const submit = async (): Promise<AppResult<unknown>> => {
    let officerId: string | null = officer === NOBODY ? null : officer
    if (newName.trim() !== '') {
      const added = await runCommand('people.save', { fullName: newName, position })
      if (!added.ok) return added
      officerId = added.value.id
    }
    const answer = await runCommand('enterprises.assignOfficer', {
      ids: await rows.idsOf(scope),
      officerId,
      asOf,
    })
    if (answer.ok) notify('success', text.done(answer.value.changed))
    return answer
  }
  return (
    <FormDialog
      title={text.title}
      submitLabel={text.submit}
      missing={officer === '' && newName.trim() === '' ? text.missing : null}
      onSubmit={submit}
      onClose={onClose}
      width={540}
    >
      <ChoiceField
        label={text.officer}
        value={officer}
        onChange={setOfficer}
        options={[
          { value: '', label: '' },
          ...people.map((row) => ({ value: row.id, label: [row.fullName, row.position].filter(Boolean).join(', ') })),
          { value: NOBODY, label: text.nobody },
        ]}
      />
      <div className="form-row">
        <TextField label={text.newPerson} value={newName} onChange={setNewName} />
        <TextField label={text.position} value={position} onChange={setPosition} />
      </div>
      <ScopeField selected={rows.selected.length} listed={rows.listed} value={scope} onChange={setScope} />
    </FormDialog>
  )
}
