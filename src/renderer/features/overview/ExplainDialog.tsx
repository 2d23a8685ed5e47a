import { useState } from 'react'
import type { CheckFindingRow } from '#shared/contract/checks.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { checksText } from '#renderer/text/checks.ts'
import { TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'

const text = checksText.explainForm

interface ExplainDialogProps {
  readonly finding: CheckFindingRow
  readonly onClose: () => void
}

/** Why a finding is right as it stands. */
export function ExplainDialog({ finding, onClose }: ExplainDialogProps) {
  const { id, rule, subject, title, message } = finding
  const [note, setNote] = useState('')
  return (
    <FormDialog
      title={text.title(subject)}
      missing={note.trim() === '' ? text.missing : null}
      onClose={onClose}
      onSubmit={() => runCommand('checks.explain', { findings: [{ id, rule, subject, message }], note })}
    >
      <p className="check-told">{`${title}: ${message}`}</p>
      <p className="side-note">{text.intro}</p>
      <TextField label={text.note} required lines={3} value={note} onChange={setNote} />
    </FormDialog>
  )
}
