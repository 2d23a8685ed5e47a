import { useState } from 'react'
import { ok } from '#shared/kit/result.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { organisationText } from '#renderer/text/organisation.ts'
import { DateField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { notify } from '#renderer/ui/state/notices.ts'

const text = organisationText.endForm

/** The last day of charges; the row stays, as the history of who was in charge. */
export function EndAssignmentsDialog({
  ids,
  onClose,
}: {
  readonly ids: readonly string[]
  readonly onClose: () => void
}) {
  const asOf = useWorkingContext((context) => context.asOf)
  const [on, setOn] = useState<string | null>(asOf)
  return (
    <FormDialog
      title={text.title(ids.length)}
      submitLabel={organisationText.endAssignments}
      missing={on === null ? text.missing : null}
      width={420}
      onClose={onClose}
      onSubmit={async () => {
        if (on === null) return ok(null)
        const answer = await runCommand('assignments.end', { ids: [...ids], on })
        if (answer.ok) notify('success', text.done(answer.value.ended))
        return answer
      }}
    >
      <DateField label={text.on} required value={on} onChange={setOn} />
    </FormDialog>
  )
}
