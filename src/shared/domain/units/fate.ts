import { assertNever } from '../../kit/assert-never.ts'
import type { IsoDate } from '../../kit/dates.ts'
import { formatDate } from '../text/format.ts'

export const RELATION_KINDS = ['merge', 'split', 'transfer', 'rename', 'end'] as const
export type RelationKind = (typeof RELATION_KINDS)[number]

export interface UnitRelation {
  readonly kind: RelationKind
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
      return relation.toName === null
        ? `Kết thúc hoạt động ${from}${decision}`
        : `Kết thúc hoạt động, ${to} tiếp nhận ${from}${decision}`
    default:
      return assertNever(relation.kind)
  }
}

export interface Rename {
  readonly onDate: IsoDate
  readonly oldName: string
  readonly newName: string
  readonly decision: string | null
}

/** "Đổi tên từ “Công đoàn xã A” thành “Công đoàn phường A” từ 1/8/2025 (Quyết định …)". */
export function describeRename({ onDate, oldName, newName, decision }: Rename): string {
  const behind = decision === null ? '' : ` (${decision})`
  return `Đổi tên từ “${oldName}” thành “${newName}” từ ${formatDate(onDate)}${behind}`
}

/** The same seen from the unit that took over: "Nhận sáp nhập Liên đoàn Lao động huyện … từ 1/7/2025". */
export function describeOrigin(relation: Omit<UnitRelation, 'toName'> & { readonly fromName: string }): string {
  const from = `từ ${formatDate(relation.onDate)}`
  const decision = relation.decision === null ? '' : ` (${relation.decision})`
  switch (relation.kind) {
    case 'merge':
      return `Nhận sáp nhập ${relation.fromName} ${from}${decision}`
    case 'split':
      return `Nhận một phần của ${relation.fromName} ${from}${decision}`
    case 'transfer':
      return `Nhận ${relation.fromName} chuyển về ${from}${decision}`
    case 'rename':
      return `Đổi từ ${relation.fromName} ${from}${decision}`
    case 'end':
      return `Tiếp nhận ${relation.fromName} kết thúc hoạt động ${from}${decision}`
    default:
      return assertNever(relation.kind)
  }
}

export interface Decision {
  readonly number: string | null
  readonly on: IsoDate | null
  readonly by: string | null
}

/** "Quyết định số 12/QĐ-LĐLĐ ngày 27/6/2025 của Ban Thường vụ LĐLĐ tỉnh"; null when nothing is known of it. */
export function describeDecision({ number, on, by }: Decision): string | null {
  if (number === null && on === null && by === null) return null
  // An office that writes the whole into the number has said it all.
  const name = number === null ? 'Quyết định' : /^\d|^\p{Lu}?\d/u.test(number) ? `Quyết định số ${number}` : number
  return `${name}${on === null ? '' : ` ngày ${formatDate(on)}`}${by === null ? '' : ` của ${by}`}`
}
