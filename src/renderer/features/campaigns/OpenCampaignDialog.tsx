import { Button } from '@fluentui/react-components'
import { AddRegular, DeleteRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { yearOf } from '#shared/kit/dates.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { refreshData, useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { campaignsText } from '#renderer/text/campaigns.ts'
import { commonText } from '#renderer/text/common.ts'
import { ChoiceField, CountField, DateField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { refuse } from '#renderer/ui/forms/refuse.ts'
import { notify } from '#renderer/ui/state/notices.ts'
import { type CampaignForm, formOfPreset, inputOf, type PhaseForm, type Preset } from './open-form.ts'

const text = campaignsText.dialog

/** What a campaign is usually about; those the year's own plan asks for come first. */
const USUAL = ['DV_MOI', 'CDCS_MOI', 'DVUT_GT']
const MOST_FIELDS = 4

interface OpenCampaignDialogProps {
  readonly onClose: () => void
  readonly onOpened: (code: string) => void
}

/** A campaign from a preset: days, phases and the province's targets are filled in or typed, and opened as one step. */
export function OpenCampaignDialog({ onClose, onOpened }: OpenCampaignDialogProps) {
  const presets = useData('campaigns.presets', {}).data
  return presets === undefined ? null : <OpenForm presets={presets} onClose={onClose} onOpened={onOpened} />
}

function OpenForm({ presets, onClose, onOpened }: OpenCampaignDialogProps & { readonly presets: readonly Preset[] }) {
  const asOf = useWorkingContext((context) => context.asOf)
  const plans = useData('plans.list', {}).data ?? []
  const assigners = useData('assigners.list', {}).data ?? []
  const catalogue = useData('indicators.list', {}).data ?? []
  const [form, setForm] = useState(() => formOfPreset(presets[0] ?? null, yearOf(asOf), 'BCH'))
  const change = (part: Partial<CampaignForm>): void => setForm({ ...form, ...part })
  const restart = (code: string, year: number): void =>
    setForm({
      ...formOfPreset(presets.find((preset) => preset.code === code) ?? null, year, form.assigner),
      parent: form.parent,
    })
  const changePhase = (at: number, part: Partial<PhaseForm>): void =>
    change({ phases: form.phases.map((phase, index) => (index === at ? { ...phase, ...part } : phase)) })
  const input = inputOf(form)
  const isYear = form.year >= 1900 && form.year < 2200
  const asked = usualIndicators(catalogue)

  return (
    <FormDialog
      title={text.title}
      submitLabel={text.submit}
      width={720}
      missing={isYear ? (input === null ? text.datesMissing : null) : text.yearWrong}
      onClose={onClose}
      onSubmit={async () => {
        if (input === null) return refuse(text.datesMissing)
        const answer = await runCommand('campaigns.open', input)
        if (answer.ok) {
          await refreshData('campaigns.list', 'plans.list')
          notify('success', text.opened(answer.value.name))
          onOpened(answer.value.code)
        }
        return answer
      }}
    >
      <div className="form-row">
        <ChoiceField
          label={text.preset}
          value={form.preset ?? ''}
          onChange={(code) => restart(code, form.year)}
          options={[
            ...presets.map(({ code, name }) => ({ value: code, label: name })),
            { value: '', label: text.noPreset },
          ]}
        />
        <TextField
          label={text.year}
          value={form.year === 0 ? '' : String(form.year)}
          onChange={(typed) => restart(form.preset ?? '', Number(typed.replace(/\D/g, '').slice(0, 4)))}
        />
      </div>
      <TextField label={text.name} value={form.name} onChange={(name) => change({ name })} />
      <div className="form-row">
        <DateField label={commonText.from} required value={form.from} onChange={(from) => change({ from })} />
        <DateField label={commonText.to} required value={form.to} onChange={(to) => change({ to })} />
      </div>
      <div className="form-row">
        <ChoiceField
          label={text.parent}
          value={form.parent}
          onChange={(parent) => change({ parent })}
          options={[
            { value: '', label: text.noParent },
            ...plans.filter(({ kind }) => kind === 'year').map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
        <ChoiceField
          label={text.assigner}
          value={form.assigner}
          onChange={(assigner) => change({ assigner })}
          options={assigners.map(({ code, shortName }) => ({ value: code, label: shortName }))}
        />
        <TextField label={text.code} hint={text.codeHint} value={form.code} onChange={(code) => change({ code })} />
      </div>
      {form.phases.length > 0 ? null : (
        <TargetFields
          name={form.name}
          indicators={asked}
          targets={form.targets}
          onChange={(targets) => change({ targets })}
        />
      )}
      {form.phases.map((phase, at) => (
        // Phases have no name of their own to be told by while they are typed.
        <div key={`phase ${at + 1}`} className="campaign-form-phase">
          <div className="form-row">
            <TextField
              label={text.phaseName(at + 1)}
              value={phase.name}
              onChange={(name) => changePhase(at, { name })}
            />
            <DateField
              label={commonText.from}
              required
              value={phase.from}
              onChange={(from) => changePhase(at, { from })}
            />
            <DateField label={commonText.to} required value={phase.to} onChange={(to) => changePhase(at, { to })} />
            <ChoiceField
              label={text.basis}
              value={phase.basis}
              onChange={(basis) => changePhase(at, { basis: basis === 'cumulative' ? 'cumulative' : 'increment' })}
              options={[
                { value: 'increment', label: campaignsText.basis.increment },
                { value: 'cumulative', label: campaignsText.basis.cumulative },
              ]}
            />
            <Button
              size="small"
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={text.removePhase(phase.name)}
              onClick={() => change({ phases: form.phases.filter((_, index) => index !== at) })}
            />
          </div>
          <TargetFields
            name={phase.name}
            indicators={asked}
            targets={phase.targets}
            onChange={(targets) => changePhase(at, { targets })}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={<AddRegular />}
        onClick={() => {
          const name = text.phaseName(form.phases.length + 1)
          const phase: PhaseForm = { name, from: form.from, to: form.to, basis: 'increment', targets: {} }
          change({ phases: [...form.phases, phase] })
        }}
      >
        {text.addPhase}
      </Button>
    </FormDialog>
  )
}

interface TargetFieldsProps {
  readonly name: string
  readonly indicators: readonly IndicatorRow[]
  readonly targets: PhaseForm['targets']
  readonly onChange: (targets: PhaseForm['targets']) => void
}

function TargetFields({ name, indicators, targets, onChange }: TargetFieldsProps) {
  return (
    <fieldset className="form-row campaign-targets" aria-label={text.targetsOf(name)}>
      {indicators.map(({ code, shortName, unitLabel }) => (
        <CountField
          key={code}
          label={`${shortName} (${unitLabel})`}
          value={targets[code] ?? null}
          onChange={(value) => onChange({ ...targets, [code]: value })}
        />
      ))}
    </fieldset>
  )
}

function usualIndicators(catalogue: readonly IndicatorRow[]): readonly IndicatorRow[] {
  const usual = USUAL.flatMap((code) => catalogue.find((row) => row.code === code) ?? [])
  const others = catalogue.filter(
    ({ kind, parent, code }) => kind === 'flow' && parent === null && !USUAL.includes(code),
  )
  return [...usual, ...(usual.length === 0 ? others : [])].slice(0, MOST_FIELDS)
}
