import { useState } from 'react'
import type { UnionRow } from '#shared/contract/unions.ts'
import { ok } from '#shared/kit/result.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { unionsText } from '#renderer/text/unions.ts'
import { ChoiceField, CountField, DateField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { notify } from '#renderer/ui/state/notices.ts'

const text = unionsText.endForm
const NONE: readonly never[] = []

interface EndUnionDialogProps {
  readonly unions: readonly UnionRow[]
  readonly onClose: () => void
}

/** One decision may end several unions; their members may go to one that goes on. */
export function EndUnionDialog({ unions, onClose }: EndUnionDialogProps) {
  const asOf = useWorkingContext((context) => context.asOf)
  const [day, setDay] = useState<string | null>(asOf)
  const [reason, setReason] = useState('')
  const [decisionNumber, setNumber] = useState('')
  const [decisionOn, setDecisionOn] = useState<string | null>(null)
  const [successorId, setSuccessor] = useState('')
  const [moved, setMoved] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const reasons = useData('reasons.list', { kind: 'ending', asOf: day ?? asOf }).data ?? NONE
  const others = useData('unions.list', { asOf: day ?? asOf, state: 'active' }).data?.rows ?? NONE
  const ending = new Set(unions.map(({ id }) => id))
  const members = unions.reduce((sum, union) => sum + (union.members ?? 0), 0)

  const submit = async () => {
    if (day === null) return ok(null)
    const answer = await runCommand('unions.end', {
      ids: [...ending],
      on: day,
      reason: reason === '' ? null : reason,
      decisionNumber,
      decisionOn,
      successorId: successorId === '' ? null : successorId,
      ...(moved === null ? {} : { membersMoved: moved }),
      note,
    })
    if (answer.ok) {
      const { ended, membersMoved } = answer.value
      notify('success', membersMoved === 0 ? text.done(ended) : text.doneMoved(ended, membersMoved))
    }
    return answer
  }

  return (
    <FormDialog
      title={text.title(unions.length, unions[0]?.name ?? '')}
      submitLabel={text.submit}
      missing={day === null ? text.missingDay : null}
      onSubmit={submit}
      onClose={onClose}
      width={600}
    >
      <p className="dialog-note">{text.text}</p>
      <div className="form-row">
        <DateField label={text.day} required value={day} onChange={setDay} />
        <ChoiceField
          label={text.reason}
          value={reason}
          onChange={setReason}
          options={[
            { value: '', label: text.chooseReason },
            ...reasons.map((row) => ({ value: row.code, label: row.name })),
          ]}
        />
      </div>
      <div className="form-row">
        <TextField label={text.decisionNumber} value={decisionNumber} onChange={setNumber} />
        <DateField label={text.decisionOn} value={decisionOn} onChange={setDecisionOn} />
      </div>
      <ChoiceField
        label={text.successor}
        value={successorId}
        onChange={setSuccessor}
        options={[
          { value: '', label: text.nobody },
          ...others.filter(({ id }) => !ending.has(id)).map((row) => ({ value: row.id, label: row.name })),
        ]}
      />
      {successorId === '' ? null : (
        <CountField label={text.moved} hint={text.movedHint(members)} value={moved} onChange={setMoved} />
      )}
      <TextField label={text.note} lines={2} value={note} onChange={setNote} />
    </FormDialog>
  )
}
