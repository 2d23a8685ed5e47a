import { parseDecimal } from '#shared/domain/results/parse-value.ts'
import { parseTypedDate } from '#shared/domain/text/parse-date.ts'
import { makeIsoDate, addDays } from '#shared/kit/dates.ts'
import { tablesText } from '#renderer/text/tables.ts'
import { today } from '../cell-text.ts'
import type { ValueNature } from './describe-filter.ts'

const text = tablesText.filters

export type ReadBetween =
  | { readonly ok: true; readonly from: number | string | null; readonly to: number | string | null }
  | { readonly ok: false; readonly reason: string }

/** Two ends as people type them: 1.000, 5/2/2024, 5/2 of this year; "2024" and "6/2024" as days mean the whole year or month. */
export function readBetween(from: string, to: string, nature: ValueNature): ReadBetween {
  if (from.trim() === '' && to.trim() === '') return { ok: false, reason: text.nothingTyped }
  const start = readEdge(from, nature, 'from')
  if (!start.ok) return start
  const end = readEdge(to, nature, 'to')
  if (!end.ok) return end
  if (start.edge !== null && end.edge !== null && start.edge > end.edge) return { ok: false, reason: text.reversed }
  return { ok: true, from: start.edge, to: end.edge }
}

type ReadEdge =
  { readonly ok: true; readonly edge: number | string | null } | { readonly ok: false; readonly reason: string }

function readEdge(typed: string, nature: ValueNature, side: 'from' | 'to'): ReadEdge {
  const plain = typed.trim()
  if (plain === '') return { ok: true, edge: null }
  if (nature === 'date') {
    const day = readDay(plain, side)
    return day === null ? { ok: false, reason: text.notDate(plain) } : { ok: true, edge: day }
  }
  const value = parseDecimal(plain.replace(/ ?%$/, ''))
  return value === null ? { ok: false, reason: text.notNumber(plain) } : { ok: true, edge: value }
}

function readDay(typed: string, side: 'from' | 'to'): string | null {
  const parsed = parseTypedDate(typed, Number(today().slice(0, 4)))
  if (parsed.kind === 'day') return parsed.date
  if (parsed.kind !== 'period') return null
  const month = /^\D*(\d{1,2})\D+\d{4}$/.exec(parsed.text)?.[1]
  if (month === undefined) return makeIsoDate(parsed.year, side === 'from' ? 1 : 12, side === 'from' ? 1 : 31)
  if (side === 'from') return makeIsoDate(parsed.year, Number(month), 1)
  const next =
    Number(month) === 12 ? makeIsoDate(parsed.year + 1, 1, 1) : makeIsoDate(parsed.year, Number(month) + 1, 1)
  return next === null ? null : addDays(next, -1)
}
