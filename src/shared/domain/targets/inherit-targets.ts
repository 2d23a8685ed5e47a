import type { IsoDate } from '../../kit/dates.ts'
import { addDecimals } from '../../kit/fraction.ts'
import { groupBy } from '../../kit/group-by.ts'
import type { Takeover } from '../units/organisation.ts'
import type { TargetKind } from './target.ts'

/** A target as far as reorganisations are concerned. Keys may be ids or codes, as long as all of a call agree. */
export interface InheritedTarget {
  readonly unitId: string
  readonly indicator: string
  readonly assigner: string
  readonly kind: TargetKind
  readonly value: number | null
}

/** From a day on a part of one unit's target is another's: what a split gave it. */
export interface TargetMove {
  readonly on: IsoDate
  readonly planId: string
  readonly fromId: string
  readonly toId: string
  readonly indicatorId: string
  readonly assignerId: string
  readonly kind: TargetKind
  readonly value: number
}

export interface TargetChanges {
  readonly takeovers: readonly Takeover[]
  /** Of the plan, by the day asked for, with keys as the targets have them. */
  readonly moves: readonly (Pick<TargetMove, 'on' | 'fromId' | 'toId' | 'kind' | 'value'> &
    Pick<InheritedTarget, 'indicator' | 'assigner'>)[]
  /** First day of the version of the plan; null: since the plan began. */
  readonly versionFrom: IsoDate | null
  /** First day of a unit. */
  readonly beganOn: (unitId: string) => IsoDate | null
  readonly isRatio: (indicator: string) => boolean
}

/**
 * The targets of a plan as they count in a tree after reorganisations: a successor has the sum of what it and those it
 * took over were given, the receiver of a split what it was given of the split unit's. The plan itself is not touched:
 * what was issued stays as issued, and an earlier day reads what stood then. Where the successor was given a target
 * of its own after the takeover, by a decision or because it began with it, that one speaks for the whole.
 */
export function inheritTargets<T extends InheritedTarget>(targets: readonly T[], changes: TargetChanges): readonly T[] {
  const { takeovers, versionFrom } = changes
  const moves = changes.moves.filter(({ on }) => versionFrom === null || versionFrom < on)
  if (takeovers.length === 0 && moves.length === 0) return targets
  const inherited: T[] = []
  for (const group of groupBy(targets, keyOf).values()) {
    const own = new Map(group.map((target) => [target.unitId, target]))
    const [first] = group
    if (first === undefined) continue
    for (const move of moves) if (keyOf(move) === keyOf(first)) moveValue(own, move)
    for (const takeover of takeovers) takeOver(own, takeover, changes, changes.isRatio(first.indicator))
    inherited.push(...own.values())
  }
  return inherited
}

function moveValue<T extends InheritedTarget>(
  own: Map<string, T>,
  { fromId, toId, value }: Pick<TargetMove, 'fromId' | 'toId' | 'value'>,
): void {
  const source = own.get(fromId)
  if (source === undefined || source.value === null) return
  own.set(fromId, { ...source, value: addDecimals(source.value, -value) })
  const receiver = own.get(toId) ?? { ...source, unitId: toId, value: 0 }
  own.set(toId, { ...receiver, value: addDecimals(receiver.value ?? 0, value) })
}

function takeOver<T extends InheritedTarget>(
  own: Map<string, T>,
  { heirId, on, sourceIds }: Takeover,
  { versionFrom, beganOn }: TargetChanges,
  isRatio: boolean,
): void {
  const heir = own.get(heirId)
  const began = beganOn(heirId)
  if (heir !== undefined && ((began !== null && began >= on) || (versionFrom !== null && versionFrom >= on))) return
  const sources = sourceIds.flatMap((id) => own.get(id) ?? [])
  const [first] = sources
  if (first === undefined) return
  const all = heir === undefined ? sources : [heir, ...sources]
  own.set(heirId, { ...first, ...heir, unitId: heirId, value: isRatio ? common(all) : sum(all) })
}

/** Percents of unlike units have no sum: what all agree on stays, else the number is not known. */
function common(targets: readonly InheritedTarget[]): number | null {
  const [first] = targets
  return first !== undefined && targets.every(({ value }) => value === first.value) ? first.value : null
}

function sum(targets: readonly InheritedTarget[]): number | null {
  const known = targets.flatMap(({ value }) => value ?? [])
  return known.length === 0 ? null : known.reduce(addDecimals, 0)
}

export function keyOf(target: Pick<InheritedTarget, 'indicator' | 'assigner' | 'kind'>): string {
  return `${target.indicator}|${target.assigner}|${target.kind}`
}
