import { personSortKey, sortKey } from '../text/sort-key.ts'
import { formatDatePadded, formatNumber } from '../text/format.ts'
import { orderKey, type OrderKey } from '../table/compare.ts'
import type { TableValue } from '../table/view.ts'
import { isIsoDate } from '../../kit/dates.ts'
import type { ChoiceList } from './choice-list.ts'
import type { RegistryColumn, RegistryColumnId } from './columns.ts'

/** Lists of the choice columns: fixed ones, catalogues of the data file, size bands. */
export type ChoiceLists = Readonly<Partial<Record<RegistryColumnId, ChoiceList>>>

export const FLAG_TEXTS = { yes: 'Có', no: 'Chưa' } as const
/** Between several choices in one cell: codes in data, names as shown. */
export const CODE_SEPARATOR = ','
export const NAME_SEPARATOR = '; '

/** A cell as it is shown, copied and printed. */
export function textOfCell(column: RegistryColumn, value: TableValue, lists: ChoiceLists): string {
  if (value === null) return ''
  switch (column.kind) {
    case 'count':
      return typeof value === 'number' ? formatNumber(value) : String(value)
    case 'date':
    case 'founding':
      return typeof value === 'string' && isIsoDate(value) ? formatDatePadded(value) : String(value)
    case 'flag':
      return value === true ? FLAG_TEXTS.yes : FLAG_TEXTS.no
    case 'choice':
      return typeof value === 'boolean' ? '' : labelOf(column, value, lists)
    case 'text':
      return String(value)
  }
}

function labelOf(column: RegistryColumn, value: string | number, lists: ChoiceLists): string {
  const list = lists[column.id]
  if (list === undefined) return String(value)
  if (column.id !== 'difficultyCodes') return list.labelOf(value)
  return splitCodes(value)
    .map((code) => list.labelOf(code) || code)
    .join(NAME_SEPARATOR)
}

export function splitCodes(value: TableValue): readonly string[] {
  return typeof value === 'string' ? value.split(CODE_SEPARATOR).filter(Boolean) : []
}

/** What the cell is ordered by: as the table functions have it, or the place of its choice in the list. */
export function keyOfCell(column: RegistryColumn, value: TableValue, lists: ChoiceLists): OrderKey {
  if (value === null || value === '') return null
  if (column.order === 'rank')
    return typeof value === 'boolean' ? Number(value) : (lists[column.id]?.rankOf(value) ?? 0)
  if (column.order === 'value') return orderKey('value', value, '')
  const text = textOfCell(column, value, lists)
  if (text === '') return null
  return column.order === 'person' ? personSortKey(text) : sortKey(text)
}
