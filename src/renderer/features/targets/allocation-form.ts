import type { Input } from '#shared/contract/index.ts'
import type { AllocationAnswer } from '#shared/contract/targets.ts'

export type AllocationRequest = Input<'targets.previewAllocation'>
export type AllocationBy = AllocationRequest['by']
export const ALLOCATION_BY: readonly AllocationBy[] = [
  'nonmembers',
  'enterprises',
  'workers',
  'previous',
  'equal',
  'hand',
]

/** What the clerk asks of one unit beside the common rule; null = nothing. */
export interface UnitWish {
  readonly lock: number | null
  readonly floor: number | null
  readonly cap: number | null
  readonly weight: number | null
}

export const NO_WISH: UnitWish = { lock: null, floor: null, cap: null, weight: null }

export interface AllocationForm {
  readonly indicator: string
  readonly total: number | null
  readonly by: AllocationBy
  readonly threshold: number
  readonly floor: number | null
  readonly cap: number | null
  readonly wishes: Readonly<Record<string, UnitWish>>
}

export interface AllocationScope {
  readonly plan: string
  readonly version: number
  /** Whose units share; null: the province's. */
  readonly owner: string | null
  /** Only these of them; null: all. */
  readonly units: readonly string[] | null
  readonly assigner: string
  readonly kind: NonNullable<AllocationRequest['kind']>
}

/** Null while the total is missing. */
export function requestOf(scope: AllocationScope, form: AllocationForm): AllocationRequest | null {
  if (form.total === null) return null
  const pick = (field: keyof UnitWish): Record<string, number> =>
    Object.fromEntries(
      Object.entries(form.wishes).flatMap(([unit, wish]) => {
        const value = wish[field]
        return value === null ? [] : [[unit, value]]
      }),
    )
  return {
    ...scope,
    units: scope.units === null ? null : [...scope.units],
    indicator: form.indicator,
    total: form.total,
    by: form.by,
    threshold: form.threshold,
    locks: pick('lock'),
    floors: pick('floor'),
    caps: pick('cap'),
    weights: form.by === 'hand' ? pick('weight') : {},
    floor: form.floor ?? 0,
    cap: form.cap,
  }
}

/** A row of the preview: a unit, or the sum at the foot. */
export interface AllocationGridRow {
  readonly unit: string
  readonly name: string
  readonly weight: number | null
  readonly before: number | null
  readonly lock: number | null
  readonly floor: number | null
  readonly cap: number | null
  readonly value: number | null
  readonly why: string
  readonly isTotal: boolean
}

export function rowsOf(answer: AllocationAnswer | null, form: AllocationForm): readonly AllocationGridRow[] {
  return (answer?.units ?? []).map((unit) => {
    const wish = form.wishes[unit.unit] ?? NO_WISH
    return {
      unit: unit.unit,
      name: unit.name,
      weight: form.by === 'hand' ? (wish.weight ?? unit.weight) : unit.weight,
      before: unit.before,
      // A cell locked in the grid keeps its number without being asked again.
      lock: wish.lock ?? (unit.locked ? unit.value : null),
      floor: wish.floor,
      cap: wish.cap,
      value: unit.value,
      why: unit.why,
      isTotal: false,
    }
  })
}

export function totalOf(rows: readonly AllocationGridRow[], name: string): AllocationGridRow {
  const sum = (pick: (row: AllocationGridRow) => number | null): number =>
    rows.reduce((total, row) => total + (pick(row) ?? 0), 0)
  return {
    unit: 'total',
    name,
    weight: sum((row) => row.weight),
    before: sum((row) => row.before),
    lock: null,
    floor: null,
    cap: null,
    value: sum((row) => row.value),
    why: '',
    isTotal: true,
  }
}
