import type { Input } from '#shared/contract/index.ts'
import type { UnitRow } from '#shared/contract/units.ts'
import { addDays } from '#shared/kit/dates.ts'
import { unitChangesText } from '#renderer/text/unit-changes.ts'

export type Change = Input<'units.change'>['change']
export type ChangeKind = Change['kind']
export type Receiver = Extract<Change, { kind: 'merge' }>['into']

export const CHANGE_KINDS: readonly ChangeKind[] = ['merge', 'split', 'transfer', 'rename', 'end']

/** A unit that takes something over, as it stands in the form: one there is, or the fields of a new one. */
export interface ReceiverForm {
  readonly isNew: boolean
  readonly unit: string
  readonly name: string
  readonly code: string
  readonly type: string
  readonly parent: string
}

export const EMPTY_RECEIVER: ReceiverForm = { isNew: true, unit: '', name: '', code: '', type: '', parent: '' }

/** All steps of the dialog; each kind of change reads what it needs. */
export interface ChangeForm {
  readonly kind: ChangeKind
  /** Codes: what is merged, split, moved, renamed or ended. */
  readonly units: readonly string[]
  readonly receivers: readonly ReceiverForm[]
  readonly goesOn: boolean
  readonly name: string
  readonly shortName: string
  readonly on: string | null
  readonly number: string
  readonly decidedOn: string | null
  readonly decidedBy: string
  readonly figures: 'follow' | 'stay'
  /** Split: child code or id of an enterprise or union → place of the receiver, from 1. */
  readonly parts: ReadonlyMap<string, { readonly what: 'unit' | 'enterprise' | 'union'; readonly to: string }>
  /** Place of the receiver of everything else; '' : it stays. */
  readonly rest: string
  /** Split: `plan|indicator|assigner|kind|receiver` → how much. */
  readonly targets: ReadonlyMap<string, number>
  /** Transfer: whose enterprises and unions, and which of them. */
  readonly contentsOf: string
  readonly moving: ReadonlyMap<string, 'enterprise' | 'union'>
}

export function startForm(chosen: readonly UnitRow[], asOf: string): ChangeForm {
  return {
    kind: 'merge',
    units: chosen.filter((unit) => unit.parent !== null).map((unit) => unit.code),
    receivers: [EMPTY_RECEIVER],
    goesOn: false,
    name: '',
    shortName: '',
    on: asOf,
    number: '',
    decidedOn: null,
    decidedBy: '',
    figures: 'follow',
    parts: new Map(),
    rest: '1',
    targets: new Map(),
    contentsOf: '',
    moving: new Map(),
  }
}

export type StepName = keyof typeof unitChangesText.steps

/** The steps a kind of change needs, in their order. */
export function stepsOf(form: ChangeForm): readonly StepName[] {
  switch (form.kind) {
    case 'merge':
      return ['kind', 'units', 'decision', 'figures', 'proof']
    case 'end':
      return hasReceiver(form)
        ? ['kind', 'units', 'decision', 'figures', 'proof']
        : ['kind', 'units', 'decision', 'proof']
    case 'split':
      return ['kind', 'units', 'decision', 'parts', 'proof']
    case 'transfer':
      return form.contentsOf === ''
        ? ['kind', 'units', 'decision', 'proof']
        : ['kind', 'units', 'decision', 'parts', 'proof']
    case 'rename':
      return ['kind', 'units', 'decision', 'proof']
  }
}

/** What a step still lacks, as a sentence; null when the next may come. */
export function missingIn(form: ChangeForm, step: StepName): string | null {
  const text = unitChangesText.missing
  switch (step) {
    case 'units': {
      const [receiver] = form.receivers
      if (form.kind === 'transfer') {
        if (receiver === undefined || !isFilled(receiver)) return text.receiver
        return form.units.length === 0 && form.contentsOf === '' ? text.nothing : null
      }
      if (form.units.length === 0) return text.units
      if (form.kind === 'rename') return form.name.trim() === '' ? text.name : null
      if (form.kind === 'split') return form.receivers.every(isFilled) ? null : text.receivers
      if (form.kind === 'end') return null
      if (receiver === undefined || !isFilled(receiver)) return text.receiver
      return form.units.some((code) => receiver.isNew || code !== receiver.unit) ? null : text.twoUnits
    }
    case 'decision':
      return form.on === null ? text.day : null
    case 'parts':
      return form.kind === 'transfer' && form.units.length === 0 && form.moving.size === 0 ? text.nothing : null
    case 'kind':
    case 'figures':
    case 'proof':
      return null
  }
}

function hasReceiver(form: ChangeForm): boolean {
  const [receiver] = form.receivers
  return receiver !== undefined && !receiver.isNew && receiver.unit !== ''
}

function isFilled(receiver: ReceiverForm): boolean {
  return receiver.isNew ? receiver.name.trim() !== '' : receiver.unit !== ''
}

/** The change as the backend takes it; null while a step lacks something. */
export function toChange(form: ChangeForm): Change | null {
  if (form.on === null || stepsOf(form).some((step) => missingIn(form, step) !== null)) return null
  const decision = {
    on: form.on,
    decisionNumber: textOrNull(form.number),
    decidedOn: form.decidedOn,
    decidedBy: textOrNull(form.decidedBy),
  }
  const [unit = ''] = form.units
  const receivers = form.receivers.map(toReceiver)
  const [into = {}] = receivers
  switch (form.kind) {
    case 'merge':
      return { kind: 'merge', from: [...form.units], into, figures: form.figures, ...decision }
    case 'end':
      return {
        kind: 'end',
        unit,
        into: hasReceiver(form) ? (form.receivers[0]?.unit ?? null) : null,
        figures: form.figures,
        ...decision,
      }
    case 'rename':
      return {
        kind: 'rename',
        unit,
        name: form.name,
        ...(form.shortName.trim() === '' ? {} : { shortName: form.shortName }),
        ...decision,
      }
    case 'transfer': {
      const moving = [...form.moving]
      return {
        kind: 'transfer',
        into: form.receivers[0]?.unit ?? '',
        units: [...form.units],
        enterprises: moving.flatMap(([id, what]) => (what === 'enterprise' ? [id] : [])),
        unions: moving.flatMap(([id, what]) => (what === 'union' ? [id] : [])),
        ...decision,
      }
    }
    case 'split':
      return {
        kind: 'split',
        from: unit,
        into: receivers,
        ends: !form.goesOn,
        parts: [...form.parts].flatMap(([which, { what, to }]) => (to === '' ? [] : [{ what, which, to }])),
        rest: form.rest === '' ? null : form.rest,
        targets: [...form.targets].map(([key, value]) => {
          const [plan = '', indicator = '', assigner = '', kind = '', to = ''] = key.split('|')
          return { plan, indicator, assigner, kind: kind as 'assigned', to, value }
        }),
        ...decision,
      }
  }
}

/** The day units are chosen on: those that are to end were still there the day before. */
export function choosingDay(form: ChangeForm, asOf: string): string {
  return form.on === null ? asOf : addDays(form.on, -1)
}

function toReceiver({ isNew, unit, name, code, type, parent }: ReceiverForm): Receiver {
  if (!isNew) return { unit }
  return {
    newUnit: {
      name,
      ...(code.trim() === '' ? {} : { code }),
      ...(type === '' ? {} : { type }),
      ...(parent === '' ? {} : { parent }),
    },
  }
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text
}
