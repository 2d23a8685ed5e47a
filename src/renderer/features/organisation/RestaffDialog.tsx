import { Button } from '@fluentui/react-components'
import { AddRegular, DismissRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { CommitteeRow } from '#shared/contract/organisation-rows.ts'
import { ok } from '#shared/kit/result.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { organisationText } from '#renderer/text/organisation.ts'
import { ChoiceField, DateField, TextField } from '#renderer/ui/forms/fields.tsx'
import { AreasField } from './AreasField.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { notify } from '#renderer/ui/state/notices.ts'

const text = organisationText.restaffForm
const NONE: readonly never[] = []
const USUAL_ROLE = 'UY_VIEN'

interface Line {
  readonly key: number
  /** Null: somebody who is not in the catalogue yet, by name. */
  readonly personId: string | null
  readonly name: string
  readonly position: string
  readonly role: string
  readonly duties: string
  /** Codes of the units in the member's charge for the committee. */
  readonly areas: readonly string[]
}

/** The whole list of members from a day on. */
export function RestaffDialog({
  committee,
  onClose,
}: {
  readonly committee: CommitteeRow
  readonly onClose: () => void
}) {
  const asOf = useWorkingContext((context) => context.asOf)
  const people = useData('people.list', { asOf }).data ?? NONE
  const units = useData('units.list', { asOf }).data ?? NONE
  const roles = useData('committeeRoles.list', {}).data ?? NONE
  const [on, setOn] = useState<string | null>(asOf)
  const [number, setNumber] = useState('')
  const [lines, setLines] = useState<readonly Line[]>(() =>
    committee.members
      .filter(({ active }) => active)
      .map((member, key) => ({
        key,
        personId: member.personId,
        name: member.person,
        position: member.position ?? '',
        role: member.role,
        duties: member.duties ?? '',
        areas: member.areas.map(({ unit }) => unit),
      })),
  )
  const add = (personId: string | null): void =>
    setLines((before) => [
      ...before,
      { key: nextKey(before), personId, name: '', position: '', role: USUAL_ROLE, duties: '', areas: [] },
    ])
  const change = (key: number, patch: Partial<Line>): void =>
    setLines((before) => before.map((line) => (line.key === key ? { ...line, ...patch } : line)))
  const filled = lines.filter(({ personId, name }) => (personId === null ? name.trim() !== '' : personId !== ''))
  return (
    <FormDialog
      title={text.title(committee.name)}
      missing={on === null || filled.length === 0 ? text.missing : null}
      width={1080}
      onClose={onClose}
      onSubmit={async () => {
        if (on === null) return ok(null)
        const answer = await runCommand('committees.restaff', {
          committee: committee.id,
          on,
          decision: number.trim() === '' ? null : { kind: 'restaff', number },
          members: filled.map(({ personId, name, position, role, duties, areas }) => ({
            personId,
            name: personId === null ? name : null,
            position,
            role,
            duties,
            areas: [...areas],
          })),
        })
        if (answer.ok) notify('success', text.done(answer.value.members.length))
        return answer
      }}
    >
      <p className="dialog-note">{text.text}</p>
      <div className="form-row">
        <DateField label={text.on} required value={on} onChange={setOn} />
        <TextField label={text.decisionNumber} value={number} onChange={setNumber} />
      </div>
      <ul className="organisation-lines titled">
        {lines.map((line) => (
          <li key={line.key} className="organisation-line">
            {line.personId === null ? (
              <TextField label={text.newPerson} value={line.name} onChange={(name) => change(line.key, { name })} />
            ) : (
              <ChoiceField
                label={text.person}
                value={line.personId}
                onChange={(personId) => change(line.key, { personId })}
                options={[
                  { value: '', label: text.choosePerson },
                  ...people.map((row) => ({ value: row.id, label: row.fullName })),
                  ...(people.some(({ id }) => id === line.personId) || line.personId === ''
                    ? []
                    : [{ value: line.personId, label: line.name }]),
                ]}
              />
            )}
            <ChoiceField
              label={text.role}
              value={line.role}
              onChange={(role) => change(line.key, { role })}
              options={roles.map((row) => ({ value: row.code, label: row.name }))}
            />
            <TextField
              label={text.position}
              value={line.position}
              onChange={(position) => change(line.key, { position })}
            />
            <TextField label={text.duties} value={line.duties} onChange={(duties) => change(line.key, { duties })} />
            <AreasField
              name={people.find(({ id }) => id === line.personId)?.fullName ?? line.name}
              units={units}
              chosen={line.areas}
              onChange={(areas) => change(line.key, { areas })}
            />
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={text.removeLine(line.name)}
              onClick={() => setLines((before) => before.filter(({ key }) => key !== line.key))}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button size="small" icon={<AddRegular />} onClick={() => add('')}>
          {text.addLine}
        </Button>{' '}
        <Button size="small" icon={<AddRegular />} title={text.newPersonHint} onClick={() => add(null)}>
          {text.addNew}
        </Button>
      </div>
    </FormDialog>
  )
}

function nextKey(lines: readonly Line[]): number {
  return Math.max(0, ...lines.map(({ key }) => key)) + 1
}
