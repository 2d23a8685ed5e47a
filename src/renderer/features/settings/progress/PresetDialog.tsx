import { Button } from '@fluentui/react-components'
import { AddRegular, DeleteRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { daysInYear, readMonthDay, showMonthDay } from '#shared/domain/campaigns/preset.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { presetsText } from '#renderer/text/bands.ts'
import { ChoiceField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { refuse } from '#renderer/ui/forms/refuse.ts'
import type { PresetRow } from './PresetsSection.tsx'

interface PresetDialogProps {
  readonly preset: PresetRow
  readonly taken: readonly string[]
  readonly onClose: () => void
}

type PhaseForm = PresetRow['phases'][number]

/** Name, days and phases of a campaign that is held every year. Days are typed as 1/5 and read when it is saved. */
export function PresetDialog({ preset, taken, onClose }: PresetDialogProps) {
  const isNew = preset.code === ''
  const [form, setForm] = useState(() => typedOf(preset))
  const change = (part: Partial<PresetRow>): void => setForm({ ...form, ...part })
  const changePhase = (at: number, part: Partial<PhaseForm>): void =>
    change({ phases: form.phases.map((phase, index) => (index === at ? { ...phase, ...part } : phase)) })
  const read = readForm(form)
  const wrong = isNew && taken.includes(form.code.trim()) ? presetsText.taken(form.code.trim()) : null
  return (
    <FormDialog
      title={isNew ? presetsText.add : presetsText.edit}
      width={720}
      missing={wrong ?? ('reason' in read ? read.reason : null)}
      onClose={onClose}
      onSubmit={async () =>
        'reason' in read ? refuse(read.reason) : await runCommand('campaigns.savePreset', read.preset)
      }
    >
      <div className="form-row">
        <TextField label={presetsText.code} readOnly={!isNew} value={form.code} onChange={(code) => change({ code })} />
        <TextField
          label={presetsText.from}
          hint={presetsText.dayHint}
          value={form.from}
          onChange={(from) => change({ from })}
        />
        <TextField label={presetsText.to} value={form.to} onChange={(to) => change({ to })} />
      </div>
      <TextField label={presetsText.name} value={form.name} onChange={(name) => change({ name })} />
      {form.phases.map((phase, at) => (
        // Phases have no name of their own to be told by while they are typed.
        <div key={`phase ${at + 1}`} className="form-row">
          <TextField
            label={presetsText.phaseName(at + 1)}
            value={phase.name}
            onChange={(name) => changePhase(at, { name })}
          />
          <TextField label={presetsText.from} value={phase.from} onChange={(from) => changePhase(at, { from })} />
          <TextField label={presetsText.to} value={phase.to} onChange={(to) => changePhase(at, { to })} />
          <ChoiceField
            label={presetsText.basis}
            value={phase.basis}
            onChange={(basis) => changePhase(at, { basis: basis === 'cumulative' ? 'cumulative' : 'increment' })}
            options={[
              { value: 'increment', label: presetsText.bases.increment },
              { value: 'cumulative', label: presetsText.bases.cumulative },
            ]}
          />
          <Button
            size="small"
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-label={presetsText.removePhase(phase.name === '' ? presetsText.phaseName(at + 1) : phase.name)}
            onClick={() => change({ phases: form.phases.filter((_, index) => index !== at) })}
          />
        </div>
      ))}
      <div>
        <Button
          size="small"
          icon={<AddRegular />}
          onClick={() =>
            change({
              phases: [
                ...form.phases,
                { name: presetsText.phaseName(form.phases.length + 1), from: '', to: form.to, basis: 'increment' },
              ],
            })
          }
        >
          {presetsText.addPhase}
        </Button>
      </div>
    </FormDialog>
  )
}

function typedOf(preset: PresetRow): PresetRow {
  const show = (day: string): string => (day === '' ? '' : showMonthDay(day))
  return {
    ...preset,
    from: show(preset.from),
    to: show(preset.to),
    phases: preset.phases.map((phase) => ({ ...phase, from: show(phase.from), to: show(phase.to) })),
  }
}

/** What was typed as a preset, or what is still missing. */
function readForm(form: PresetRow): { readonly preset: PresetRow } | { readonly reason: string } {
  const code = form.code.trim()
  const name = form.name.trim()
  if (code === '' || name === '') return { reason: presetsText.missing }
  const days = readDays(form)
  if (days === null) return { reason: presetsText.dayWrong }
  const whole = daysInYear(days, 2024)
  const phases: PhaseForm[] = []
  for (const phase of form.phases) {
    if (phase.name.trim() === '') return { reason: presetsText.phaseMissing }
    const own = readDays(phase)
    if (own === null) return { reason: presetsText.dayWrong }
    const inside = daysInYear(own, 2024)
    // A campaign over the turn of the year is only checked when it is opened, with its year.
    if (whole !== null && inside !== null && days.from <= days.to && (inside.from < whole.from || inside.to > whole.to))
      return { reason: presetsText.phaseOutside(phase.name.trim()) }
    phases.push({ ...own, name: phase.name.trim(), basis: phase.basis })
  }
  return { preset: { code, name, ...days, phases } }
}

function readDays({ from, to }: { readonly from: string; readonly to: string }) {
  const [first, last] = [readMonthDay(from), readMonthDay(to)]
  return first === null || last === null ? null : { from: first, to: last }
}
