import { formatDate, formatNumber } from '../text/format.ts'
import { minimumOn, type UnionRules } from '../unions/rules.ts'
import { stateOn, type UnionFacts } from '../unions/union.ts'
import type { IsoDate } from '../../kit/dates.ts'
import type { RemedyKind } from './words.ts'

export interface WeakReason {
  readonly code: 'MEMBERLESS' | 'FEW_MEMBERS' | 'MARKED'
  readonly message: string
}

/**
 * Why an active union needs mending on a day: nobody is left, fewer than founding takes, or the office marked it as
 * weak (an open plan). Empty: it needs none. A count nobody gave says nothing.
 */
export function weakReasons(
  union: UnionFacts,
  rules: UnionRules,
  marked: RemedyKind | null,
  day: IsoDate,
): readonly WeakReason[] {
  if (stateOn(union, day) !== 'active') return []
  const reasons: WeakReason[] = []
  const minimum = minimumOn(rules, union.type, day)
  const counted = union.membersOn === null ? '' : ` (số liệu ${formatDate(union.membersOn)})`
  if (union.members === 0) reasons.push({ code: 'MEMBERLESS', message: `Không còn đoàn viên${counted}.` })
  else if (union.members !== null && minimum !== null && union.members < minimum)
    reasons.push({
      code: 'FEW_MEMBERS',
      message: `Còn ${formatNumber(union.members)} đoàn viên, ít hơn ${formatNumber(minimum)} theo Điều lệ${counted}.`,
    })
  if (marked !== null) reasons.push({ code: 'MARKED', message: 'Cơ quan xác định cần củng cố.' })
  return reasons
}

/** What kind of plan it needs. */
export function weaknessOf(reasons: readonly WeakReason[], marked: RemedyKind | null): RemedyKind {
  if (reasons.some(({ code }) => code === 'MEMBERLESS')) return 'memberless'
  return marked ?? 'weak'
}
