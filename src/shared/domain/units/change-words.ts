import { formatDate, formatNumber } from '../text/format.ts'
import type { RelationKind } from './fate.ts'
import type { TotalKey } from './totals.ts'

/** What was done to a unit, in the middle of a sentence: "đã ghi sáp nhập từ 1/7/2025". */
export const RELATION_WORDS: Readonly<Record<RelationKind, string>> = {
  merge: 'sáp nhập',
  split: 'chia tách',
  transfer: 'chuyển đơn vị cấp trên',
  rename: 'đổi tên',
  end: 'kết thúc hoạt động',
}

const HOLDING_LABELS = {
  enterprises: 'Doanh nghiệp',
  workers: 'Lao động trong doanh nghiệp',
  members: 'Đoàn viên trong doanh nghiệp',
  unions: 'Công đoàn cơ sở',
  'union-members': 'Đoàn viên của công đoàn cơ sở',
} as const

export function describeTotal(
  what: TotalKey['what'],
  names: { readonly indicator: string; readonly plan: string; readonly assigner: string; readonly kind: string },
): string {
  if (what === 'target')
    return `Chỉ tiêu ${names.indicator} (${[names.plan, names.assigner, names.kind].filter((name) => name !== '').join(', ')})`
  if (what === 'result') return `Kết quả ${names.indicator}`
  return HOLDING_LABELS[what]
}

/** "Hai đơn vị" are named, more are counted: "Sáp nhập LĐLĐ huyện A và LĐLĐ huyện B vào …". */
export function describeMerge(from: readonly string[], into: string, on: string): string {
  return `Sáp nhập ${listNames(from)} vào ${into} từ ${formatDate(on)}`
}

export function describeSplit(from: string, into: readonly string[], ends: boolean, on: string): string {
  const what = ends ? `Chia ${from} thành` : `Tách từ ${from} ra`
  return `${what} ${listNames(into)} từ ${formatDate(on)}`
}

export function describeTransfer(units: readonly string[], others: number, into: string, on: string): string {
  const parts = [
    ...(units.length === 0 ? [] : [listNames(units)]),
    ...(others === 0 ? [] : [`${formatNumber(others)} doanh nghiệp, công đoàn cơ sở`]),
  ]
  return `Chuyển ${parts.join(' và ')} về ${into} từ ${formatDate(on)}`
}

export function describeRenaming(oldName: string, newName: string, on: string): string {
  return `Đổi tên ${oldName} thành ${newName} từ ${formatDate(on)}`
}

export function describeEnding(name: string, into: string | null, on: string): string {
  const to = into === null ? '' : `, ${into} tiếp nhận`
  return `Kết thúc hoạt động ${name}${to} từ ${formatDate(on)}`
}

function listNames(names: readonly string[]): string {
  if (names.length > 3) return `${formatNumber(names.length)} đơn vị`
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} và ${names.at(-1) ?? ''}`
}

/** "2 đơn vị cấp dưới, 15 doanh nghiệp": what is left somewhere; kinds of which nothing is left are not named. */
export function describeLeft(children: number, enterprises: number, unions: number): string {
  return [
    ...(children === 0 ? [] : [`${formatNumber(children)} đơn vị cấp dưới`]),
    ...(enterprises === 0 ? [] : [`${formatNumber(enterprises)} doanh nghiệp`]),
    ...(unions === 0 ? [] : [`${formatNumber(unions)} công đoàn cơ sở`]),
  ].join(', ')
}
