import { useState } from 'react'
import type { DraftSectionRow } from '#shared/contract/document-drafts.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { composeText } from '#renderer/text/compose.ts'
import { ChoiceField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'

const text = composeText.addDialog

interface AddSectionDialogProps {
  readonly id: string
  /** The section the new one follows. */
  readonly after: DraftSectionRow
  readonly onAdded: (key: string) => void
  readonly onClose: () => void
}

/** A section of the clerk's own; its words begin as a draft. */
export function AddSectionDialog({ id, after, onAdded, onClose }: AddSectionDialogProps) {
  const [heading, setHeading] = useState('')
  const [level, setLevel] = useState(after.level === 2 ? '2' : '1')
  return (
    <FormDialog
      title={text.title}
      submitLabel={text.submit}
      missing={heading.trim() === '' ? text.missing : null}
      onClose={onClose}
      onSubmit={async () => {
        const answer = await runCommand('drafts.addSection', {
          id,
          after: after.key,
          heading,
          level: Number(level),
          text: text.starter,
        })
        if (answer.ok) onAdded(answer.value.section)
        return answer
      }}
    >
      <p className="dialog-note">{text.after(after.name)}</p>
      <TextField label={text.heading} required value={heading} onChange={setHeading} />
      <ChoiceField
        label={text.level}
        value={level}
        onChange={setLevel}
        options={Object.entries(text.levels).map(([value, label]) => ({ value, label }))}
      />
    </FormDialog>
  )
}
