import { Button, Checkbox } from '@fluentui/react-components'
import { AddRegular, DismissRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { VisitRow } from '#shared/contract/organisation-rows.ts'
import { VISIT_STATES, type FollowUpState, type VisitState } from '#shared/domain/organisation/words.ts'
import { ok } from '#shared/kit/result.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { organisationText } from '#renderer/text/organisation.ts'
import { ChoiceField, DateField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { findEnterprises } from './AssignDialog.tsx'

const text = organisationText.visitForm
const NONE: readonly never[] = []
const FINDINGS = ['situation', 'strengths', 'difficulties', 'causes', 'solutions', 'conclusion'] as const

interface FollowUpLine {
  readonly key: string
  readonly id: string | null
  readonly content: string
  readonly personId: string
  readonly unit: string | null
  readonly dueOn: string | null
  readonly state: FollowUpState
  readonly doneOn: string | null
  readonly result: string | null
}

interface VisitDialogProps {
  readonly visit: VisitRow | null
  readonly unit: string | null
  readonly onClose: () => void
}

/** A working visit whole: whom, who went, what was found, what it leaves to do. */
export function VisitDialog({ visit, unit: shown, onClose }: VisitDialogProps) {
  const asOf = useWorkingContext((context) => context.asOf)
  const today = useData('people.list', { asOf }).data ?? NONE
  const everybody = useData('people.list', {}).data ?? NONE
  const units = useData('units.list', { asOf: null }).data ?? NONE
  const committees = useData('committees.list', { asOf }).data ?? NONE
  const [on, setOn] = useState<string | null>(visit?.onDate ?? asOf)
  const [state, setState] = useState<VisitState | ''>(visit?.state ?? '')
  const [unit, setUnit] = useState(
    visit === null ? (shown ?? '') : visit.enterpriseId === null ? (visit.unit ?? '') : '',
  )
  const [enterprise, setEnterprise] = useState(visit?.taxCode ?? visit?.enterprise ?? '')
  const [leaderId, setLeader] = useState(visit?.leaderId ?? '')
  const [committee, setCommittee] = useState(visit?.committeeId ?? '')
  const [went, setWent] = useState<ReadonlySet<string>>(new Set(visit?.people.map(({ id }) => id) ?? []))
  const [title, setTitle] = useState(visit?.title ?? '')
  const [hosts, setHosts] = useState(visit?.hosts ?? '')
  const [findings, setFindings] = useState(
    () =>
      Object.fromEntries(FINDINGS.map((name) => [name, visit?.[name] ?? ''])) as Record<
        (typeof FINDINGS)[number],
        string
      >,
  )
  const [lines, setLines] = useState<readonly FollowUpLine[]>(
    () => visit?.followUps.map((row) => ({ ...row, key: row.id, personId: row.personId ?? '' })) ?? [],
  )
  // Who was there stays to be seen, also when gone today.
  const named = new Set([leaderId, ...went, ...lines.map(({ personId }) => personId)])
  const people = [...today, ...everybody.filter(({ id }) => named.has(id) && !today.some((row) => row.id === id))]
  const change = (key: string, patch: Partial<FollowUpLine>): void =>
    setLines((before) => before.map((line) => (line.key === key ? { ...line, ...patch } : line)))
  const toggle = (id: string): void =>
    setWent((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  const hasEnterprise = enterprise.trim() !== ''
  return (
    <FormDialog
      title={visit === null ? text.add : text.edit(visit.subjectName, visit.onDate)}
      missing={on === null || (unit === '' && !hasEnterprise) ? text.missing : null}
      width={860}
      onClose={onClose}
      onSubmit={async () => {
        if (on === null) return ok(null)
        const ids = await findEnterprises(hasEnterprise ? [enterprise] : [])
        if (!ids.ok) return ids
        return runCommand('visits.save', {
          id: visit?.id ?? null,
          onDate: on,
          unit: hasEnterprise ? null : unit,
          enterpriseId: ids.value[0] ?? null,
          leaderId: leaderId === '' ? null : leaderId,
          committeeId: committee === '' ? null : committee,
          people: [...went],
          ...(state === '' ? {} : { state }),
          title,
          hosts,
          ...findings,
          note: visit?.note ?? null,
          followUps: lines
            .filter(({ content }) => content.trim() !== '')
            .map(({ key: _, personId, ...line }) => ({
              id: line.id,
              content: line.content,
              personId: personId === '' ? null : personId,
              unit: line.unit,
              dueOn: line.dueOn,
              state: line.state,
              doneOn: line.doneOn,
              result: line.result,
            })),
        })
      }}
    >
      <div className="form-row">
        <DateField label={text.on} required value={on} onChange={setOn} />
        <ChoiceField
          label={text.unit}
          value={unit}
          onChange={setUnit}
          options={[
            { value: '', label: text.chooseUnit },
            ...units.map((row) => ({ value: row.code, label: row.shortName })),
          ]}
        />
        <TextField label={text.enterprise} value={enterprise} onChange={setEnterprise} />
        <ChoiceField
          label={text.state}
          value={state}
          onChange={(value) => setState(VISIT_STATES.find((known) => known === value) ?? '')}
          options={[
            { value: '', label: text.stateByDay },
            ...VISIT_STATES.map((value) => ({ value, label: text.states[value] })),
          ]}
        />
      </div>
      <div className="form-row">
        <ChoiceField
          label={text.leader}
          value={leaderId}
          onChange={setLeader}
          options={[
            { value: '', label: text.notChosen },
            ...people.map((row) => ({ value: row.id, label: row.fullName })),
          ]}
        />
        <ChoiceField
          label={text.committee}
          value={committee}
          onChange={setCommittee}
          options={[
            { value: '', label: text.notChosen },
            ...committees.map((row) => ({ value: row.id, label: row.name })),
          ]}
        />
        <TextField label={text.hosts} value={hosts} onChange={setHosts} />
      </div>
      <TextField label={text.titleField} value={title} onChange={setTitle} />
      <fieldset className="organisation-fieldset">
        <legend className="organisation-note">{text.people}</legend>
        <div className="organisation-choices small">
          {people.map((row) => (
            <Checkbox key={row.id} label={row.fullName} checked={went.has(row.id)} onChange={() => toggle(row.id)} />
          ))}
        </div>
      </fieldset>
      <div className="organisation-findings">
        {FINDINGS.map((name) => (
          <TextField
            key={name}
            label={text[name]}
            lines={2}
            value={findings[name]}
            onChange={(value) => setFindings((before) => ({ ...before, [name]: value }))}
          />
        ))}
      </div>
      <h3 className="organisation-heading">{text.followUps}</h3>
      <ul className="organisation-lines titled">
        {lines.map((line) => (
          <li key={line.key} className="organisation-line">
            <TextField
              label={text.followUp}
              value={line.content}
              onChange={(content) => change(line.key, { content })}
            />
            <ChoiceField
              label={text.person}
              value={line.personId}
              onChange={(personId) => change(line.key, { personId })}
              options={[
                { value: '', label: text.nobody },
                ...people.map((row) => ({ value: row.id, label: row.fullName })),
              ]}
            />
            <ChoiceField
              label={text.followUpUnit}
              value={line.unit ?? ''}
              onChange={(chosen) => change(line.key, { unit: chosen === '' ? null : chosen })}
              options={[
                { value: '', label: text.notChosen },
                ...units.map((row) => ({ value: row.code, label: row.shortName })),
              ]}
            />
            <DateField label={text.due} value={line.dueOn} onChange={(dueOn) => change(line.key, { dueOn })} />
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={`${text.removeFollowUp}: ${line.content}`}
              onClick={() => setLines((before) => before.filter(({ key }) => key !== line.key))}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button
          size="small"
          icon={<AddRegular />}
          onClick={() => setLines((before) => [...before, newLine(before.length)])}
        >
          {text.addFollowUp}
        </Button>
      </div>
    </FormDialog>
  )
}

function newLine(index: number): FollowUpLine {
  return {
    key: `new ${index} ${Date.now()}`,
    id: null,
    content: '',
    personId: '',
    unit: null,
    dueOn: null,
    state: 'open',
    doneOn: null,
    result: null,
  }
}
