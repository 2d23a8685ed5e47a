import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import { appError, type AppResult } from '#shared/contract/errors.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { err, ok } from '#shared/kit/result.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { fetchData, useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { organisationText } from '#renderer/text/organisation.ts'
import { ChoiceField, DateField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { notify } from '#renderer/ui/state/notices.ts'

const text = organisationText.assignForm
const NONE: readonly never[] = []

/** A person takes charge of units and enterprises; who was in charge of them is relieved. */
export function AssignDialog({ unit, onClose }: { readonly unit: string | null; readonly onClose: () => void }) {
  const asOf = useWorkingContext((context) => context.asOf)
  const people = useData('people.list', { asOf }).data ?? NONE
  const units = useData('units.list', { asOf }).data ?? NONE
  const committees = useData('committees.list', { asOf, state: 'active' }).data ?? NONE
  const [personId, setPerson] = useState('')
  const [role, setRole] = useState<'lead' | 'support'>('lead')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(unit === null ? [] : [unit]))
  const [enterprises, setEnterprises] = useState('')
  const [from, setFrom] = useState<string | null>(asOf)
  const [dueOn, setDue] = useState<string | null>(null)
  const [duties, setDuties] = useState('')
  const [committee, setCommittee] = useState('')
  const [decisionNumber, setNumber] = useState('')
  const [decisionOn, setDecisionOn] = useState<string | null>(null)
  const named = enterprises.split('\n').filter((line) => line.trim() !== '')
  const toggle = (code: string): void =>
    setChosen((before) => {
      const after = new Set(before)
      if (!after.delete(code)) after.add(code)
      return after
    })
  return (
    <FormDialog
      title={text.title}
      submitLabel={organisationText.assign}
      missing={personId === '' || (chosen.size === 0 && named.length === 0) ? text.missing : null}
      width={720}
      onClose={onClose}
      onSubmit={async () => {
        const ids = await findEnterprises(named)
        if (!ids.ok) return ids
        const answer = await runCommand('assignments.assign', {
          personId,
          role,
          units: [...chosen],
          enterprises: ids.value,
          ...(from === null ? {} : { validFrom: from }),
          dueOn,
          duties,
          committee: committee === '' ? null : committee,
          decisionNumber,
          decisionOn,
        })
        if (answer.ok) notify('success', text.done(answer.value.assigned, answer.value.relieved))
        return answer
      }}
    >
      <div className="form-row">
        <ChoiceField
          label={text.person}
          required
          value={personId}
          onChange={setPerson}
          options={[
            { value: '', label: '' },
            ...people.map((row) => ({ value: row.id, label: [row.fullName, row.position].filter(Boolean).join(', ') })),
          ]}
        />
        <ChoiceField
          label={text.role}
          value={role}
          onChange={(value) => setRole(value === 'support' ? 'support' : 'lead')}
          options={(['lead', 'support'] as const).map((value) => ({ value, label: text.roles[value] }))}
        />
      </div>
      <fieldset className="organisation-fieldset">
        <legend className="organisation-note">{text.units}</legend>
        <div className="organisation-choices">
          {units.map((row) => (
            <Checkbox
              key={row.code}
              size="medium"
              label={row.shortName}
              checked={chosen.has(row.code)}
              onChange={() => toggle(row.code)}
            />
          ))}
        </div>
      </fieldset>
      <TextField
        label={text.enterprise}
        hint={text.enterpriseHint}
        lines={2}
        value={enterprises}
        onChange={setEnterprises}
      />
      <div className="form-row">
        <DateField label={text.from} value={from} onChange={setFrom} />
        <DateField label={text.due} value={dueOn} onChange={setDue} />
        <TextField label={text.decisionNumber} value={decisionNumber} onChange={setNumber} />
        <DateField label={text.decisionOn} value={decisionOn} onChange={setDecisionOn} />
      </div>
      <div className="form-row">
        <TextField label={text.duties} value={duties} onChange={setDuties} />
        <ChoiceField
          label={text.committee}
          value={committee}
          onChange={setCommittee}
          options={[
            { value: '', label: text.noCommittee },
            ...committees.map((row) => ({ value: row.id, label: row.name })),
          ]}
        />
      </div>
      <p className="organisation-note">{text.note}</p>
    </FormDialog>
  )
}

/** Ids by MST or whole name; the first line nobody has is named. */
export async function findEnterprises(lines: readonly string[]): Promise<AppResult<string[]>> {
  const ids: string[] = []
  for (const line of lines) {
    const wanted = line.trim()
    const { rows } = await fetchData('enterprises.list', { search: wanted, limit: 200 })
    const found = rows.find((row) => row.taxCode === wanted || foldText(row.name) === foldText(wanted))
    if (found === undefined) return err(appError('ENTERPRISE_NOT_FOUND', { text: wanted }))
    ids.push(found.id)
  }
  return ok(ids)
}
