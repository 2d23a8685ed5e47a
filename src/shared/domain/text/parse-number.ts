import { foldText } from './fold.ts'

/**
 * Counts as offices write them. Both the dot and the comma group thousands here, but only when every group
 * after the first has three digits (domain: "1.348" is 1348, "1.34" is no count).
 */

export interface ParsedCount {
  readonly value: number
  /** Set when the reading needed judgement, so that it can be shown: what was left off or put right. */
  readonly note?: 'unitWord' | 'letterO' | 'thousandths'
}

/** Words that may follow a count: "25 người", "25 LĐ". Folded. */
const UNIT_WORDS =
  /^(?:nguoi|ng|ld|lao dong|nld|nguoi lao dong|cn|cong nhan|cnvc|cnld|cnvcld|dv|doan vien|can bo|nv|nhan vien)\.?$/

/** Blank as offices write it: "-", "—", "/", "…", "không có". */
export function isBlankText(text: string): boolean {
  return /^[\s\u00a0\-–—_./…*]*$/.test(text) || BLANK_WORDS.test(foldText(text))
}
const BLANK_WORDS = /^(?:khong co|khong ro|chua ro|chua co|chua xac dinh|dang cap nhat|cap nhat sau|n\/a|na|null)$/

/**
 * Reads a count (an integer ≥ 0) from a cell's text; null when it is not one ("khoảng 20", "20-25", "25,5", "-3").
 * Accepts 1000, 1.000, 1,000, 1 000, "25 người" (with a note), "1O0" (letter O, with a note), "25,0".
 */
export function parseCountText(text: string): ParsedCount | null {
  const squeezed = text
    .normalize('NFKC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .replace(/^'/, '')
  const match = /^([\dOo][\dOo.,' ]*)(.*)$/.exec(squeezed)
  if (match === null) return null
  const digits = (match[1] ?? '').trim().replace(/[.,]$/, '')
  const rest = foldText(match[2] ?? '')
  if (rest !== '' && !UNIT_WORDS.test(rest)) return null
  if (/^[Oo]+$/.test(digits)) return null
  const hasLetterO = /[Oo]/.test(digits)
  const value = parseGrouped(digits.replace(/[Oo]/g, '0'))
  if (value === null) return null
  if (rest !== '') return { value, note: 'unitWord' }
  return hasLetterO ? { value, note: 'letterO' } : { value }
}

/** "1.348" → 1348, "1,348.00" → 1348, "12 500" → 12500, "1.34" → null. */
function parseGrouped(text: string): number | null {
  // A decimal part of zeros only says that somebody's format had decimals.
  const whole = text.replace(/([.,])0{1,2}$/, (zeros, sign: string) =>
    text.indexOf(sign) === text.length - zeros.length ? '' : zeros,
  )
  if (/^\d+$/.test(whole)) return toSafe(whole)
  if (
    /^\d{1,3}(?:\.\d{3})+$/.test(whole) ||
    /^\d{1,3}(?:,\d{3})+$/.test(whole) ||
    /^\d{1,3}(?:[ ']\d{3})+$/.test(whole)
  )
    return toSafe(whole.replace(/[.,' ]/g, ''))
  return null
}

function toSafe(digits: string): number | null {
  const value = Number(digits)
  return Number.isSafeInteger(value) ? value : null
}

/**
 * Reads a count from a numeric cell. A fraction of exactly three decimals below 1000 is a thousand that an
 * English-set Excel took for a decimal ("1.348" typed → 1,348 people); any other fraction is no count.
 */
export function parseCountNumber(value: number): ParsedCount | null {
  if (!Number.isFinite(value) || value < 0) return null
  // 12.999999999 from a formula is 13.
  const rounded = Math.round(value)
  if (Math.abs(value - rounded) < 1e-6) return Number.isSafeInteger(rounded) ? { value: rounded } : null
  const thousandths = value * 1000
  const isThreeDecimals =
    Math.abs(thousandths - Math.round(thousandths)) < 1e-6 && Math.abs(value * 100 - Math.round(value * 100)) > 1e-6
  return isThreeDecimals && value < 1000 && value >= 1 ? { value: Math.round(thousandths), note: 'thousandths' } : null
}
