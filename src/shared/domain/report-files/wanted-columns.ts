import { type IsoDate, yearOf } from '../../kit/dates.ts'
import { foldText } from '../text/fold.ts'
import { FIGURE_ROLES } from './column-role.ts'
import { readPeriodText } from './period-text.ts'
import type { WantedCell } from './read-row.ts'
import type { TableColumn } from './table-columns.ts'

/**
 * Roles of a form's columns: of several the first is taken, a percent only beside a figure since the year began. Where
 * every month has its column, the month of the report is the period's and their sum the figure since the year began.
 */
export function wantedColumns(
  columns: readonly TableColumn[],
  labels: number,
  asOf: IsoDate | null,
): readonly WantedCell[] {
  const year = asOf === null ? null : yearOf(asOf)
  const months = columns.filter(({ role }) => role === 'increment')
  return ofDay(columns, asOf).flatMap(({ column, role, years, label }): WantedCell[] => {
    if (column === labels) return []
    if (role === null && CLOSING.test(foldText(label))) return [{ column, role: 'value' }]
    // "Quý IV | Cả năm" of a report to the year's end: what the whole year brought.
    if (role === null && months.length === 1 && /^(?:ca|toan) nam$/.test(foldText(label)))
      return asOf !== null && /-(?:12-31|11-30)$/.test(asOf) ? [{ column, role: 'cumulative' }] : []
    if (role === null) return months.length > 1 && SUM.test(foldText(label)) ? [{ column, role: 'cumulative' }] : []
    if (!FIGURE_ROLES.includes(role)) return []
    // "Thực hiện 2023" beside the report of 2024 is there to be compared with.
    if (year !== null && years.length > 0 && !years.includes(year)) return []
    if (role === 'percent' && /trong (?:tháng|kỳ|quý|tuần)|tháng (?:này|\d)/iu.test(label)) return []
    if (role === 'increment' && months.length > 1 && !isOfPeriod(label, asOf)) return []
    return [{ column, role }]
  })
}

/**
 * "Lũy kế đến 31/5 | Lũy kế đến 30/6" of a report to 30/6: the column of another day is left out where one of the
 * report's own day, of the same kind and about the same thing, stands beside it.
 */
export function ofDay<Column extends Pick<TableColumn, 'label' | 'role' | 'rest'>>(
  columns: readonly Column[],
  asOf: IsoDate | null,
): readonly Column[] {
  if (asOf === null) return columns
  const days = columns.map(({ label }) => (/\d/.test(label) ? readPeriodText(label, yearOf(asOf))?.asOf : undefined))
  return columns.filter(
    ({ role, rest }, at) =>
      (role !== 'cumulative' && role !== 'value') ||
      days[at] === undefined ||
      days[at] === asOf ||
      !columns.some(
        (other, index) =>
          days[index] === asOf && (other.role === 'cumulative' || other.role === 'value') && other.rest === rest,
      ),
  )
}

/**
 * "T1 | … | T6 | Cộng" of each unit: the month of the report is the period's, their sum the figure since the year began,
 * the other months are left.
 */
export function ofMonth(columns: readonly TableColumn[], asOf: IsoDate | null): readonly TableColumn[] {
  const months = columns.filter(({ role }) => role === 'increment')
  const hasSeveral = (rest: string): boolean => months.filter((other) => other.rest === rest).length > 1
  return columns.flatMap((column): TableColumn[] => {
    const { role, rest, label } = column
    if (role === 'increment') return hasSeveral(rest) && !isOfPeriod(label, asOf) ? [] : [column]
    if (role === null && hasSeveral('') && SUM.test(foldText(label)))
      return [{ ...column, role: 'cumulative', rest: '' }]
    return [column]
  })
}

const SUM = /^(?:tong|cong|ca nam|toan nam)(?: cong| so)?$/

/** "Cuối kỳ": a level's own column; over a unit's rises and falls it is an indicator's (read-movements). */
const CLOSING = /^(?:so |co )?(?:den )?cuoi (?:ky|thang|quy|nam)$/

/** "Tháng 6", "T6" of a report to 30/6; "Trong tháng" is always of its own. */
function isOfPeriod(label: string, asOf: IsoDate | null): boolean {
  const folded = foldText(label)
  const quarter = /(?<![a-z0-9])(?:quy|q) ?(iv|i{1,3}|[1-4])(?![a-z0-9])/.exec(folded)?.[1]
  if (quarter !== undefined) {
    const number = { i: 1, ii: 2, iii: 3, iv: 4 }[quarter] ?? Number(quarter)
    return asOf !== null && number === Math.ceil(Number(asOf.slice(5, 7)) / 3)
  }
  const named = /(?<![a-z0-9])(?:thang|th|t) ?0?(\d{1,2})(?!\d)/.exec(folded)
  return named === null || (asOf !== null && Number(named[1]) === Number(asOf.slice(5, 7)))
}
