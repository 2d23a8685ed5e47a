import { useState } from 'react'
import type { StageRow } from '#shared/contract/catalogues.ts'
import { isValidOn } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { unionsText } from '#renderer/text/unions.ts'
import { ChoiceField, CountField, DateField, TextField } from '../forms/fields.tsx'
import { FormDialog } from '../forms/FormDialog.tsx'
import { notify } from '../state/notices.ts'
import { EnterprisePicker, type PickedEnterprise } from './EnterprisePicker.tsx'

const text = unionsText.foundForm
const NONE: readonly never[] = []
/** Where a decision brings the enterprise, if the catalogue still has that stage. */
const USUAL_STAGE = 'QD_CONG_NHAN'

interface FoundUnionDialogProps {
  readonly enterprise?: PickedEnterprise
  readonly unit?: string | null
  readonly onClose: () => void
  readonly onFounded?: (id: string) => void
}

/** The recognition decision: a union begins, its enterprise has one from that day on. */
export function FoundUnionDialog({ enterprise: first, unit: firstUnit, onClose, onFounded }: FoundUnionDialogProps) {
  const asOf = useWorkingContext((context) => context.asOf)
  const [enterprise, setEnterprise] = useState<PickedEnterprise | null>(first ?? null)
  const [typedName, setName] = useState<string | null>(null)
  const [type, setType] = useState('CDCS')
  const [typedUnit, setUnit] = useState<string | null>(firstUnit ?? null)
  const [decisionNumber, setNumber] = useState('')
  const [decisionOn, setDecisionOn] = useState<string | null>(asOf)
  const [issuer, setIssuer] = useState<string | null>(null)
  const [foundedOn, setFoundedOn] = useState<string | null>(null)
  const [members, setMembers] = useState<number | null>(null)
  const [women, setWomen] = useState<number | null>(null)
  const [chair, setChair] = useState('')
  const [phone, setPhone] = useState('')
  const [previousId, setPrevious] = useState('')
  const [typedStage, setStage] = useState<string | null>(null)
  const [note, setNote] = useState('')

  const day = decisionOn ?? asOf
  const units = useData('units.list', { asOf: day }).data ?? NONE
  const types = (useData('unitTypes.list', {}).data ?? NONE).filter((row) => row.level === 'grassroots')
  const stages = (useData('stages.list', { asOf: day }).data ?? NONE).filter(isMain)
  const others = useData('unions.list', { asOf: day }).data?.rows ?? NONE

  const kind = types.find((row) => row.code === type)
  const name = typedName ?? (enterprise === null ? '' : `${kind?.name ?? text.name} ${enterprise.name}`)
  const unit = typedUnit ?? enterprise?.unit ?? ''
  const usualIssuer = units.find((row) => row.code === unit)?.name ?? ''
  const stage = typedStage ?? (stages.some(({ code }) => code === USUAL_STAGE) ? USUAL_STAGE : '')

  const submit = async () => {
    if (decisionOn === null) return ok(null)
    const answer = await runCommand('unions.found', {
      enterpriseId: enterprise?.id ?? null,
      name,
      type,
      unit: unit === '' ? null : unit,
      decisionNumber,
      decisionOn,
      decisionIssuer: issuer ?? usualIssuer,
      foundedOn,
      members,
      women,
      chair,
      phone,
      previousId: previousId === '' ? null : previousId,
      stage: stage === '' ? null : stage,
      note,
    })
    if (answer.ok) {
      notify('success', text.done(answer.value.name))
      for (const { message } of answer.value.warnings) notify('warning', text.look(message))
      onFounded?.(answer.value.id)
    }
    return answer
  }

  return (
    <FormDialog
      title={text.title}
      submitLabel={text.submit}
      missing={name.trim() === '' ? text.missingName : decisionOn === null ? text.missingDay : null}
      onSubmit={submit}
      onClose={onClose}
      width={700}
    >
      <EnterprisePicker value={enterprise} onChange={setEnterprise} />
      <TextField label={text.name} required value={name} onChange={setName} />
      <div className="form-row">
        <ChoiceField
          label={text.type}
          value={type}
          onChange={setType}
          options={types.map((row) => ({ value: row.code, label: row.name }))}
        />
        <ChoiceField
          label={text.unit}
          value={unit}
          onChange={setUnit}
          options={[
            { value: '', label: text.chooseUnit },
            ...units
              .filter((row) => isValidOn(day, row.validFrom, row.validTo))
              .map((row) => ({ value: row.code, label: row.name })),
          ]}
        />
      </div>
      <div className="form-row">
        <TextField label={text.decisionNumber} value={decisionNumber} onChange={setNumber} />
        <DateField label={text.decisionOn} required value={decisionOn} onChange={setDecisionOn} />
        <DateField label={text.foundedOn} hint={text.foundedHint} value={foundedOn} onChange={setFoundedOn} />
      </div>
      <TextField label={text.issuer} value={issuer ?? usualIssuer} onChange={setIssuer} />
      <div className="form-row">
        <CountField label={text.members} value={members} onChange={setMembers} />
        <CountField label={text.women} value={women} onChange={setWomen} />
        <TextField label={text.chair} value={chair} onChange={setChair} />
        <TextField label={text.phone} value={phone} onChange={setPhone} />
      </div>
      <div className="form-row">
        <ChoiceField
          label={text.previous}
          hint={text.previousHint}
          value={previousId}
          onChange={setPrevious}
          options={[{ value: '', label: '' }, ...others.map((row) => ({ value: row.id, label: row.name }))]}
        />
        {enterprise === null ? null : (
          <ChoiceField
            label={text.stage}
            value={stage}
            onChange={setStage}
            options={[
              { value: '', label: text.keepStage },
              ...stages.map((row) => ({ value: row.code, label: row.shortName })),
            ]}
          />
        )}
      </div>
      <TextField label={text.note} value={note} onChange={setNote} />
    </FormDialog>
  )
}

function isMain(stage: StageRow): boolean {
  return stage.branch === 'main'
}
