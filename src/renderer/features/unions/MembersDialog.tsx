import { useState } from 'react'
import type { UnionRow } from '#shared/contract/unions.ts'
import { ok } from '#shared/kit/result.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { unionsText } from '#renderer/text/unions.ts'
import { CountField, DateField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'

const text = unionsText.membersForm

/** How many members on a day; the same day again corrects the number. */
export function MembersDialog({ union, onClose }: { readonly union: UnionRow; readonly onClose: () => void }) {
  const asOf = useWorkingContext((context) => context.asOf)
  const [countedOn, setDay] = useState<string | null>(asOf)
  const [members, setMembers] = useState<number | null>(null)
  const [women, setWomen] = useState<number | null>(null)
  const [source, setSource] = useState('')
  return (
    <FormDialog
      title={text.title(union.name)}
      missing={countedOn === null || members === null ? text.missing : null}
      onClose={onClose}
      width={520}
      onSubmit={async () => {
        if (countedOn === null || members === null) return ok(null)
        return runCommand('unions.addMembers', { id: union.id, countedOn, members, women, source })
      }}
    >
      <div className="form-row">
        <DateField label={text.day} required value={countedOn} onChange={setDay} />
        <CountField label={text.members} required value={members} onChange={setMembers} />
        <CountField label={text.women} value={women} onChange={setWomen} />
      </div>
      <TextField label={text.source} hint={text.sourceHint} value={source} onChange={setSource} />
    </FormDialog>
  )
}
