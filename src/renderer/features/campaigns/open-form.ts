import type { Input, Output } from '#shared/contract/index.ts'
import { daysInYear } from '#shared/domain/campaigns/preset.ts'
import { campaignsText } from '#renderer/text/campaigns.ts'

export type Preset = Output<'campaigns.presets'>[number]

export interface PhaseForm {
  readonly name: string
  readonly from: string | null
  readonly to: string | null
  readonly basis: 'increment' | 'cumulative'
  /** Targets of the whole province by indicator code. */
  readonly targets: Readonly<Record<string, number | null>>
}

export interface CampaignForm {
  readonly preset: string | null
  readonly year: number
  readonly name: string
  readonly code: string
  readonly parent: string
  readonly from: string | null
  readonly to: string | null
  readonly assigner: string
  /** Of the campaign itself, where it is not parted into phases. */
  readonly targets: Readonly<Record<string, number | null>>
  readonly phases: readonly PhaseForm[]
}

/** What a preset fills in for a year; what was typed of names and numbers beside it goes. */
export function formOfPreset(preset: Preset | null, year: number, assigner: string): CampaignForm {
  const days = preset === null ? null : daysInYear(preset, year)
  return {
    preset: preset?.code ?? null,
    year,
    name: preset === null ? '' : campaignsText.dialog.nameOf(preset.name, year),
    code: '',
    parent: '',
    from: days?.from ?? null,
    to: days?.to ?? null,
    assigner,
    targets: {},
    phases: (preset?.phases ?? []).map(({ name, basis, ...rest }) => {
      const ofYear = daysInYear(rest, year)
      return { name, basis, from: ofYear?.from ?? null, to: ofYear?.to ?? null, targets: {} }
    }),
  }
}

/** Null while a day is missing. */
export function inputOf(form: CampaignForm): Input<'campaigns.open'> | null {
  const { from, to } = form
  if (from === null || to === null) return null
  const phases: NonNullable<Input<'campaigns.open'>['phases']> = []
  for (const phase of form.phases) {
    if (phase.from === null || phase.to === null) return null
    const { name, basis } = phase
    phases.push({ name, from: phase.from, to: phase.to, basis, targets: targetsOf(phase.targets, form.assigner) })
  }
  return {
    preset: form.preset,
    year: form.year,
    code: form.code.trim() === '' ? null : form.code.trim(),
    name: form.name.trim() === '' ? null : form.name.trim(),
    parent: form.parent === '' ? null : form.parent,
    from,
    to,
    phases,
    targets: targetsOf(form.targets, form.assigner),
  }
}

function targetsOf(targets: PhaseForm['targets'], assigner: string) {
  return Object.entries(targets).flatMap(([indicator, value]) =>
    value === null ? [] : [{ indicator, assigner, value }],
  )
}
