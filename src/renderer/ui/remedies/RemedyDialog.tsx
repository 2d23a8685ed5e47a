import { useState } from 'react'
import type { AppResult } from '#shared/contract/errors.ts'
import { REMEDY_KINDS, type RemedyKind } from '#shared/domain/organisation/words.ts'
import { ok } from '#shared/kit/result.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { remediesText } from '#renderer/text/remedies.ts'
import { ChoiceField, DateField, TextField } from '../forms/fields.tsx'
import { FormDialog } from '../forms/FormDialog.tsx'
import { notify } from '../state/notices.ts'
import { readStep } from './read-step.ts'

const text = remediesText.form
const NONE: readonly never[] = []

export interface RemedySubject {
  readonly kind: RemedyKind
  readonly id: string
  readonly name: string
}

interface RemedyDialogProps {
  /** Null: the dialog asks which enterprise or union it is about. */
  readonly subject: RemedySubject | null
  readonly onClose: () => void
}

/** A plan of its own: for an enterprise that is hard to win, a union that is weak or without members. */
export function RemedyDialog({ subject, onClose }: RemedyDialogProps) {
  const asOf = useWorkingContext((context) => context.asOf)
  const people = useData('people.list', { asOf }).data ?? NONE
  const [kind, setKind] = useState<RemedyKind>(subject?.kind ?? 'difficult')
  const [named, setNamed] = useState(subject?.name ?? '')
  const [openedOn, setOpened] = useState<string | null>(asOf)
  const [dueOn, setDue] = useState<string | null>(null)
  const [officer, setOfficer] = useState('')
  const [causes, setCauses] = useState('')
  const [plan, setPlan] = useState('')
  const [steps, setSteps] = useState('')
  const submit = async (): Promise<AppResult<unknown>> => {
    const cells = [
      { column: 'kind', value: kind },
      { column: kind === 'difficult' ? 'enterprise' : 'union', value: subject?.id ?? named },
      { column: 'openedOn', value: openedOn },
      { column: 'dueOn', value: dueOn },
      { column: 'officer', value: officer },
      { column: 'causes', value: causes },
      { column: 'plan', value: plan },
    ]
    const lines = steps.split('\n').filter((line) => line.trim() !== '')
    const made = await runCommand('remedies.add', {
      cells,
      steps: lines.map(readStep),
    })
    if (!made.ok) return made
    notify('success', text.done)
    return ok(null)
  }
  return (
    <FormDialog
      title={text.title}
      missing={openedOn === null || named.trim() === '' ? text.missing : null}
      width={640}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="form-row">
        <ChoiceField
          label={text.kind}
          value={kind}
          onChange={(value) => setKind(REMEDY_KINDS.find((known) => known === value) ?? 'difficult')}
          options={REMEDY_KINDS.filter(
            (value) => subject === null || (value === 'difficult') === (subject.kind === 'difficult'),
          ).map((value) => ({ value, label: text.kinds[value] }))}
        />
        <TextField
          label={kind === 'difficult' ? text.enterprise : text.union}
          required
          readOnly={subject !== null}
          value={named}
          onChange={setNamed}
        />
      </div>
      <div className="form-row">
        <DateField label={text.openedOn} required value={openedOn} onChange={setOpened} />
        <DateField label={text.dueOn} value={dueOn} onChange={setDue} />
        <ChoiceField
          label={text.officer}
          value={officer}
          onChange={setOfficer}
          options={[
            { value: '', label: text.notChosen },
            ...people.map((row) => ({ value: row.id, label: row.fullName })),
          ]}
        />
      </div>
      <TextField label={text.causes} lines={2} value={causes} onChange={setCauses} />
      <TextField label={text.plan} lines={2} value={plan} onChange={setPlan} />
      <TextField label={text.steps} hint={text.stepsHint} lines={3} value={steps} onChange={setSteps} />
    </FormDialog>
  )
}
