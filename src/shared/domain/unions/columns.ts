import { formatDatePadded, formatNumber } from '../text/format.ts'
import type { ColumnOrder, TableColumn, TableColumns } from '../table/column.ts'
import type { TableValue } from '../table/view.ts'
import { stateOn, type UnionFacts, type UnionState } from './union.ts'

export type UnionColumnKind = 'text' | 'count' | 'date' | 'choice'

export interface UnionColumn {
  readonly id: string
  readonly title: string
  readonly kind: UnionColumnKind
  readonly order: ColumnOrder
  /** Takes typing, pasting, filling. */
  readonly editable: boolean
}

function column<Id extends string>(
  id: Id,
  title: string,
  kind: UnionColumnKind,
  { order, editable = true }: { readonly order?: ColumnOrder; readonly editable?: boolean } = {},
) {
  const usual: ColumnOrder = kind === 'text' || kind === 'choice' ? 'text' : 'value'
  return { id, title, kind, order: order ?? usual, editable }
}

const COMPUTED = { editable: false }

/** Every column of the list of unions, in the order a full list shows them. */
const LIST = [
  column('name', 'Tên công đoàn cơ sở', 'text'),
  column('type', 'Loại', 'choice'),
  column('unit', 'Đơn vị quản lý', 'choice'),
  column('state', 'Trạng thái', 'choice', COMPUTED),
  column('decisionNumber', 'Số quyết định', 'text'),
  column('decisionOn', 'Ngày quyết định', 'date'),
  column('members', 'Đoàn viên', 'count', COMPUTED),
  column('workers', 'Lao động', 'count', COMPUTED),
  column('enterprise', 'Doanh nghiệp', 'text'),
  column('foundedOn', 'Ngày thành lập', 'date'),
  column('decisionIssuer', 'Nơi ra quyết định', 'text'),
  column('membersAtFounding', 'ĐV khi thành lập', 'count'),
  column('chair', 'Chủ tịch', 'text', { order: 'person' }),
  column('phone', 'Điện thoại', 'text'),
  column('womenMembers', 'Đoàn viên nữ', 'count', COMPUTED),
  column('membersOn', 'Số ĐV của ngày', 'date', COMPUTED),
  column('ward', 'Xã, phường', 'text'),
  column('zone', 'Khu công nghiệp', 'text'),
  column('endedOn', 'Kết thúc ngày', 'date'),
  column('endReason', 'Lý do kết thúc', 'choice'),
  column('endDecisionNumber', 'Số QĐ kết thúc', 'text'),
  column('endDecisionOn', 'Ngày QĐ kết thúc', 'date'),
  column('successor', 'Đoàn viên chuyển về', 'text'),
  column('previous', 'Kế tục', 'text'),
  column('note', 'Ghi chú', 'text'),
] as const

export type UnionColumnId = (typeof LIST)[number]['id']

const BY_ID = new Map<string, UnionColumn & { readonly id: UnionColumnId }>(LIST.map((known) => [known.id, known]))

export function findUnionColumn(id: string): (UnionColumn & { readonly id: UnionColumnId }) | null {
  return BY_ID.get(id) ?? null
}

export const UNION_STATE_WORDS: Readonly<Record<UnionState, string>> = {
  active: 'Đang hoạt động',
  ended: 'Đã kết thúc',
  future: 'Chưa đến ngày',
}

/** What a cell holds: choices by their code, days as ISO text. */
export function unionValue(row: UnionFacts, id: UnionColumnId, asOf: string): TableValue {
  switch (id) {
    case 'state':
      return stateOn(row, asOf)
    case 'enterprise':
      return row.enterpriseName
    case 'successor':
      return row.successorName
    case 'previous':
      return row.previousName
    default:
      return row[id]
  }
}

/** A cell as it is shown. */
export function unionText(row: UnionFacts, id: UnionColumnId, asOf: string): string {
  if (id === 'type') return row.typeName
  if (id === 'unit') return row.unitShortName ?? ''
  if (id === 'state') return UNION_STATE_WORDS[stateOn(row, asOf)]
  if (id === 'endReason') return row.endReasonName ?? ''
  const value = unionValue(row, id, asOf)
  if (value === null) return ''
  if (typeof value === 'number') return formatNumber(value)
  return BY_ID.get(id)?.kind === 'date' ? formatDatePadded(String(value)) : String(value)
}

/** For the table functions: the same order and filters in the window, in the backend and on the command line. */
export function unionTableColumns(asOf: string): TableColumns<UnionFacts> {
  return new Map(
    LIST.map(({ id, order }): [string, TableColumn<UnionFacts>] => [
      id,
      { id, order, value: (row) => unionValue(row, id, asOf), text: (row) => unionText(row, id, asOf) },
    ]),
  )
}
