import { addDecimals } from '../../kit/fraction.ts'
import { groupBy } from '../../kit/group-by.ts'
import { addTargets, type TargetFigure, targetFigure } from '../targets/target-figure.ts'
import { isActive, standingOn } from './dated-unit.ts'
import type { HeldPlan, HeldTarget, Organisation } from './organisation.ts'
import type { DividedTarget, Merge } from './unit-change.ts'

/**
 * The plans after a merger whose targets follow: in each, the successor gets the sum of what the merged units (and it
 * itself) had, and they have none from that day on. What a unit has is its own entry, else the sum of its
 * children; where nobody had an entry of their own, none is made. Plans that begin on the day or later never knew the
 * merged units: there the targets follow whatever was chosen.
 */
export function followTargets(before: Organisation, change: Merge): readonly HeldPlan[] {
  const gone = new Set(change.fromIds)
  const into = change.into.id
  return before.plans.map((plan) => {
    if (change.figures === 'stay' && plan.from < change.on) return plan
    const groups = groupBy(plan.targets, keyOf)
    const targets: HeldTarget[] = []
    for (const group of groups.values()) {
      const first = group[0]
      const concerned = group.filter((target) => gone.has(target.unitId) || target.unitId === into)
      if (first === undefined || !concerned.some((target) => gone.has(target.unitId))) {
        targets.push(...group)
        continue
      }
      targets.push(...group.filter((target) => !concerned.includes(target)))
      const value = combine(before, group, [...gone, into], change.on)
      if (value !== undefined)
        targets.push({ ...first, unitId: into, value, basis: concerned[0]?.basis ?? first.basis })
    }
    return { ...plan, targets }
  })
}

/**
 * What the successor has of one indicator: Σ over the merged units and itself, each counted once (one that lies below
 * another is already in it). Ratios do not add up: equal ones stay, of unequal ones the number is not known.
 */
function combine(
  before: Organisation,
  group: readonly HeldTarget[],
  ids: readonly string[],
  on: string,
): number | null | undefined {
  const own = new Map(group.map((target) => [target.unitId, target]))
  if (group[0]?.isRatio === true) {
    const values = new Set(ids.flatMap((id) => own.get(id)?.value ?? []))
    return values.size === 1 ? [...values][0] : null
  }
  const topmost = ids.filter((id) => !ids.some((other) => other !== id && isUnder(before, id, other, on)))
  const figures = topmost.flatMap((id) => rolled(before, own, id, on) ?? [])
  return figures.length === 0 ? undefined : addTargets(figures).value
}

function rolled(
  before: Organisation,
  own: ReadonlyMap<string, HeldTarget>,
  id: string,
  on: string,
): TargetFigure | null {
  const target = own.get(id)
  if (target !== undefined) return targetFigure(target.value)
  const parts = [...before.units.values()].flatMap((unit) =>
    (isActive(unit, on) || unit.validTo === null) && standingOn(unit, on).parentId === id && unit.id !== id
      ? (rolled(before, own, unit.id, on) ?? [])
      : [],
  )
  return parts.length === 0 ? null : addTargets(parts)
}

function isUnder(before: Organisation, id: string, above: string, on: string): boolean {
  const unit = before.units.get(id)
  const parentId = unit === undefined ? null : standingOn(unit, on).parentId
  return parentId !== null && (parentId === above || isUnder(before, parentId, above, on))
}

/** Parts of the split unit's targets go to the receivers; what is left of a target stays with the unit. */
export function moveParts(
  plans: readonly HeldPlan[],
  fromId: string,
  parts: readonly DividedTarget[],
): readonly HeldPlan[] {
  return plans.map((plan) => {
    const ofPlan = parts.filter((part) => part.planId === plan.id)
    if (ofPlan.length === 0) return plan
    let targets = [...plan.targets]
    for (const [key, group] of groupBy(ofPlan, keyOf)) {
      const source = targets.find((target) => target.unitId === fromId && keyOf(target) === key)
      if (source === undefined) continue
      const given = group.reduce((sum, part) => addDecimals(sum, part.value), 0)
      const left = addDecimals(source.value ?? 0, -given)
      targets = targets.flatMap((target) =>
        target !== source ? [target] : left === 0 ? [] : [{ ...source, value: left }],
      )
      for (const part of group) {
        const own = targets.find((target) => target.unitId === part.receiverId && keyOf(target) === key)
        const value = addDecimals(own?.value ?? 0, part.value)
        targets = [...targets.filter((target) => target !== own), { ...source, unitId: part.receiverId, value }]
      }
    }
    return { ...plan, targets }
  })
}

/** The first target whose parts do not fit: they must not exceed it, and must exhaust it when the unit ends. */
export function isPartsWrong(
  plans: readonly HeldPlan[],
  fromId: string,
  parts: readonly DividedTarget[],
  exhausted: boolean,
): { readonly total: number; readonly given: number; readonly indicator: string } | null {
  for (const [, group] of groupBy(parts, (part) => `${part.planId}|${keyOf(part)}`)) {
    const [first] = group
    if (first === undefined) continue
    const plan = plans.find(({ id }) => id === first.planId)
    const source = plan?.targets.find((target) => target.unitId === fromId && keyOf(target) === keyOf(first))
    const total = source?.value ?? 0
    const given = group.reduce((sum, part) => addDecimals(sum, part.value), 0)
    if (source === undefined || source.isRatio || given > total || (exhausted && given !== total))
      return { total, given, indicator: first.indicatorId }
  }
  return null
}

export function keyOf(target: Pick<HeldTarget, 'indicatorId' | 'assignerId' | 'kind'>): string {
  return `${target.indicatorId}|${target.assignerId}|${target.kind}`
}
