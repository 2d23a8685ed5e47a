import { assertNever } from '../../kit/assert-never.ts'
import type { IsoDate } from '../../kit/dates.ts'
import { formatDate } from '../text/format.ts'

export interface UnitRelation {
  readonly kind: 'merge' | 'split' | 'transfer' | 'rename' | 'end'
  readonly onDate: IsoDate
  readonly toName: string | null
  readonly decision: string | null
}

/** What became of a unit, in one sentence: "Sáp nhập vào Công đoàn xã … từ 1/7/2025 (Quyết định …)". */
export function describeFate(relation: UnitRelation): string {
  const to = relation.toName ?? 'đơn vị khác'
  const from = `từ ${formatDate(relation.onDate)}`
  const decision = relation.decision === null ? '' : ` (${relation.decision})`
  switch (relation.kind) {
    case 'merge':
      return `Sáp nhập vào ${to} ${from}${decision}`
    case 'split':
      return `Chuyển một phần sang ${to} ${from}${decision}`
    case 'transfer':
      return `Chuyển về ${to} ${from}${decision}`
    case 'rename':
      return `Đổi thành ${to} ${from}${decision}`
    case 'end':
      return `Kết thúc hoạt động ${from}${decision}`
    default:
      return assertNever(relation.kind)
  }
}
