import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { organisationText } from '#renderer/text/organisation.ts'
import { ChoiceField, CountField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { notify } from '#renderer/ui/state/notices.ts'

const text = organisationText.proposeForm
const NONE: readonly never[] = []

interface ProposeDialogProps {
  readonly plan: string
  readonly planName: string
  readonly onClose: () => void
}

/** Asks the ranking who is to be proposed; everybody else is listed with the reason. */
export function ProposeDialog({ plan, planName, onClose }: ProposeDialogProps) {
  const asOf = useWorkingContext((context) => context.asOf)
  const forms = useData('commendationForms.list', {}).data ?? NONE
  const [atLeast, setAtLeast] = useState<number | null>(100)
  const [top, setTop] = useState<number | null>(null)
  const [form, setForm] = useState('')
  const [people, setPeople] = useState(false)
  const [personForm, setPersonForm] = useState('')
  const optionsFor = (kind: 'group' | 'person') => [
    { value: '', label: text.none },
    ...forms
      .filter((row) => row.kind === kind || row.kind === 'both')
      .map((row) => ({ value: row.code, label: row.name })),
  ]
  return (
    <FormDialog
      title={text.title}
      submitLabel={text.submit}
      width={560}
      onClose={onClose}
      onSubmit={async () => {
        const answer = await runCommand('commendations.propose', {
          plan,
          asOf,
          ...(atLeast === null ? {} : { atLeast }),
          top: top === 0 ? null : top,
          form: form === '' ? null : form,
          people,
          personForm: personForm === '' ? null : personForm,
        })
        if (answer.ok) notify('success', text.done(answer.value.proposed, answer.value.excluded))
        return answer
      }}
    >
      <p className="dialog-note">{text.text(planName, asOf)}</p>
      <div className="form-row">
        <CountField label={text.atLeast} value={atLeast} onChange={setAtLeast} />
        <CountField label={text.top} value={top} onChange={setTop} />
      </div>
      <ChoiceField label={text.form} value={form} onChange={setForm} options={optionsFor('group')} />
      <Checkbox label={text.people} checked={people} onChange={(_, { checked }) => setPeople(checked === true)} />
      {people ? (
        <ChoiceField
          label={text.personForm}
          value={personForm}
          onChange={setPersonForm}
          options={optionsFor('person')}
        />
      ) : null}
    </FormDialog>
  )
}
