import type { IsoDate } from '../../kit/dates.ts'
import { subtractDecimals } from '../../kit/fraction.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { TreeUnit } from '../units/tree.ts'
import type { Qualifier } from './qualifier.ts'

/**
 * parts     the whole against the sum of its parts, both told by the unit
 * net       a told net against flow − loss (± transfers)
 * stock     a level against the level before + what came − what went since
 * ratio     a told ratio against its two sides
 * children  the unit's own figure against the sum of the units below it
 * nets      the net of what a unit shows came and went against the nets of the units below it, of which one that told
 *           no loss has none
 * above     a part ("trong đó") that is more than its whole, a numerator above its denominator
 * target    the unit's own target against the sum of the targets below it
 * unions    what units tell against what decisions on unions say
 */
export const RECONCILE_KINDS = [
  'parts',
  'net',
  'stock',
  'ratio',
  'children',
  'nets',
  'above',
  'target',
  'unions',
] as const
export type ReconcileKind = (typeof RECONCILE_KINDS)[number]

/** One of the two numbers, and what it is made of. */
export interface Side {
  readonly value: number | null
  readonly qualifier: Qualifier | null
  /** Codes of the indicators it comes from; empty where it was counted elsewhere. */
  readonly codes: readonly string[]
}

/** Two numbers that ought to be one. */
export interface Reconciliation {
  readonly kind: ReconcileKind
  readonly unitId: string
  readonly indicator: string
  readonly told: Side
  readonly computed: Side
  /** told − computed, exact; null where one of them is not known. */
  readonly difference: number | null
  /** False where the two cannot both be right; words like "hơn" leave room. */
  readonly agrees: boolean
  /** First and last day the numbers speak of; `from` null for levels. */
  readonly from: IsoDate | null
  readonly asOf: IsoDate | null
  /** Losses or other parts nobody told, which count as 0: where a difference may come from. */
  readonly untold: readonly string[]
  /** Of a stock: the level it starts from and its day. */
  readonly opening: { readonly value: number; readonly on: IsoDate } | null
}

/** Puts two numbers beside each other. */
export function compare(
  kind: ReconcileKind,
  unit: Pick<TreeUnit, 'id'>,
  indicator: Pick<Indicator, 'code'>,
  numbers: Pick<Reconciliation, 'told' | 'computed' | 'from' | 'asOf'> & Partial<Reconciliation>,
): Reconciliation {
  const { told, computed } = numbers
  const difference =
    told.value === null || computed.value === null ? null : subtractDecimals(told.value, computed.value)
  return {
    untold: [],
    opening: null,
    ...numbers,
    kind,
    unitId: unit.id,
    indicator: indicator.code,
    difference,
    agrees:
      difference === null ? told.value === computed.value : difference === 0 || leavesRoom(told, computed, difference),
  }
}

/** "hơn 7.000" and 7.120 may be the same number; so may "gần 2.600" and 2.585. */
function leavesRoom(told: Side, computed: Side, difference: number): boolean {
  if (told.qualifier === '≈' || computed.qualifier === '≈') return true
  const mayRise = told.qualifier === '≥' || computed.qualifier === '≤'
  const mayFall = told.qualifier === '≤' || computed.qualifier === '≥'
  return difference < 0 ? mayRise : mayFall
}
