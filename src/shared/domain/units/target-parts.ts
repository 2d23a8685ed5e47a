import { addDecimals } from '../../kit/fraction.ts'
import { groupBy } from '../../kit/group-by.ts'
import type { TargetMove } from '../targets/inherit-targets.ts'
import type { Organisation } from './organisation.ts'
import type { Split } from './unit-change.ts'

export interface WrongParts {
  readonly indicatorId: string
  readonly total: number
  readonly given: number
}

/**
 * The first target of the split unit whose parts do not fit: together they must not exceed it, and must exhaust it
 * when the unit ends. A ratio has no parts.
 */
export function findWrongParts(before: Organisation, { fromId, division, ends }: Split): WrongParts | null {
  const groups = groupBy(division.targets, (part) =>
    [part.planId, part.indicatorId, part.assignerId, part.kind].join('|'),
  )
  for (const group of groups.values()) {
    const [first] = group
    if (first === undefined) continue
    const { planId, indicatorId, assignerId, kind } = first
    const source = before.plans
      .find(({ id }) => id === planId)
      ?.targets.find(
        (target) =>
          target.unitId === fromId &&
          target.indicatorId === indicatorId &&
          target.assignerId === assignerId &&
          target.kind === kind,
      )
    const total = source?.value ?? 0
    const given = group.reduce((sum, part) => addDecimals(sum, part.value), 0)
    const isNegative = group.some((part) => part.value < 0)
    if (source === undefined || source.isRatio || isNegative || given > total || (ends && given !== total))
      return { indicatorId, total, given }
  }
  return null
}

export function movesOf({ on, fromId, division }: Split): readonly TargetMove[] {
  return division.targets.flatMap(({ planId, indicatorId, assignerId, kind, receiverId, value }): TargetMove[] =>
    value === 0 ? [] : [{ on, planId, fromId, toId: receiverId, indicatorId, assignerId, kind, value }],
  )
}
