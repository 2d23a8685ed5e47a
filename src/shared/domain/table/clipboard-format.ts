import { makeIsoDate, type IsoDate } from '../../kit/dates.ts'
import { dateOfSerial } from '../text/parse-date.ts'
import type { ClipboardCell } from './clipboard-cell.ts'

/** What a spreadsheet's number format says of a cell. */
export interface CellFormat {
  readonly kind: 'text' | 'date' | 'number' | 'unknown'
  /** For dates: which part stands first; null when the format follows the machine ("Short Date"). */
  readonly order: 'dmy' | 'mdy' | 'ymd' | null
  readonly decimals: number
  readonly percent: boolean
}

const UNKNOWN: CellFormat = { kind: 'unknown', order: null, decimals: 0, percent: false }
const NAMED: Readonly<Record<string, CellFormat>> = {
  'short date': { ...UNKNOWN, kind: 'date' },
  'medium date': { ...UNKNOWN, kind: 'date' },
  'long date': { ...UNKNOWN, kind: 'date' },
  'general date': { ...UNKNOWN, kind: 'date' },
  fixed: { ...UNKNOWN, kind: 'number', decimals: 2 },
  standard: { ...UNKNOWN, kind: 'number', decimals: 2 },
  percent: { ...UNKNOWN, kind: 'number', decimals: 2, percent: true },
}

/**
 * Reads a format as Excel and LibreOffice write it, always in its English form: "@", "#,##0", "0.00%",
 * "dd/mm/yyyy", "[$-42A]d mmmm yyyy;@".
 */
export function readCellFormat(format: string): CellFormat {
  const named = NAMED[format.trim().toLowerCase()]
  if (named !== undefined) return named
  const [first = ''] = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').split(';')
  const plain = first.toLowerCase()
  if (plain.trim() === '@') return { ...UNKNOWN, kind: 'text' }
  const [day, month, year] = [plain.indexOf('d'), plain.indexOf('m'), plain.indexOf('y')]
  if (year >= 0 || (day >= 0 && month >= 0)) {
    if (year >= 0 && (month < 0 || year < month)) return { ...UNKNOWN, kind: 'date', order: 'ymd' }
    return { ...UNKNOWN, kind: 'date', order: day >= 0 && month >= 0 && month < day ? 'mdy' : 'dmy' }
  }
  if (/[hs]/.test(plain) || !/[0#]/.test(plain)) return UNKNOWN
  const decimals = /\.([0#?]+)/.exec(plain)?.[1]?.length ?? 0
  return { kind: 'number', order: null, decimals, percent: plain.includes('%') }
}

/** A cell whose program told its number and its format. */
export function cellOfNumber(text: string, value: number, format: CellFormat): ClipboardCell {
  if (!Number.isFinite(value) || format.kind === 'text') return { text }
  if (format.kind === 'date' || (format.kind === 'unknown' && looksLikeDate(text))) {
    const date = dateOfSerial(value)
    return date === null ? { text } : { text, date }
  }
  // "TRUE", "08:30": a number only inside; what is shown counts.
  if (!/\d/.test(text) || /\d:\d/.test(text)) return { text }
  if (format.percent || text.trimEnd().endsWith('%'))
    return { text, number: Number((value * 100).toPrecision(12)), percent: true }
  return { text, number: value }
}

/** A cell whose program told only its format and what it shows. */
export function cellOfFormat(text: string, format: CellFormat): ClipboardCell {
  if (format.kind === 'date' && format.order === 'mdy') {
    const date = readMonthFirst(text)
    return date === null ? { text } : { text, date }
  }
  if (format.kind === 'number' && format.decimals > 0) {
    const number = readWithDecimals(text, format.decimals)
    return number === null ? { text } : { text, number, ...(format.percent ? { percent: true } : {}) }
  }
  return { text }
}

const PARTS = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[ T].*)?$/

function looksLikeDate(text: string): boolean {
  return PARTS.test(text.trim()) || /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/.test(text.trim())
}

/** "6/30/2024" of an English Excel → 2024-06-30; two-digit years below 50 are of this century. */
export function readMonthFirst(text: string): IsoDate | null {
  const match = PARTS.exec(text.trim())
  if (match === null) return null
  const year = Number(match[3])
  const full = match[3]?.length === 2 ? year + (year < 50 ? 2000 : 1900) : year
  return makeIsoDate(full, Number(match[1]), Number(match[2]))
}

/**
 * Whether dates of one column stand with the month first: some have a second part that can be no month, none
 * has a first part that can be none. "5/6/2024" alone tells nothing and is the fifth of June, as offices here
 * write.
 */
export function isMonthFirst(texts: readonly string[]): boolean {
  let seen = false
  for (const text of texts) {
    const match = PARTS.exec(text.trim())
    if (match === null) continue
    if (Number(match[1]) > 12) return false
    if (Number(match[2]) > 12) seen = true
  }
  return seen
}

/** "1,234.50" and "1.234,50" with two decimals → 1234.5: which sign is the decimal one follows from their number. */
function readWithDecimals(text: string, decimals: number): number | null {
  const plain = text.replace(/[\s\u00a0\u202f%]/g, '')
  const match = new RegExp(`^([-−(]?)(\\d[\\d.,]*)[.,](\\d{${decimals}})\\)?$`).exec(plain)
  if (match === null) return null
  const value = Number(`${(match[2] ?? '').replace(/[.,]/g, '')}.${match[3]}`)
  return match[1] === '' ? value : -value
}
