import { normalizeText } from '../text/fold.ts'
import { parseQualifier, type Qualifier, qualifierWords } from './qualifier.ts'

/**
 * A number as people type it: 1000, 1.000, 1,000, 1 000, 1.234,5 and 65,7 or 65.7. Groups of three after a dot
 * or comma are thousands ("1.348" is 1348, never 1,348); a lone group that is not three digits, or that follows
 * a zero, is a fraction. Null when it is not a number.
 */
export function parseDecimal(text: string): number | null {
  const plain = text.replace(/[\u00a0\u202f\s]+/g, ' ').trim()
  const match = /^([-−+]?) ?(\d[\d., ]*)$/.exec(plain)
  if (match === null) return null
  const magnitude = parseMagnitude(match[2] ?? '')
  if (magnitude === null) return null
  return match[1] === '-' || match[1] === '−' ? -magnitude || 0 : magnitude
}

const GROUPED = /^[1-9]\d{0,2}(?:([., ])\d{3}(?:\1\d{3})*)(?:([.,])(\d+))?$/
const PLAIN = /^(\d+)(?:[.,](\d+))?$/

function parseMagnitude(digits: string): number | null {
  const grouped = GROUPED.exec(digits)
  // "1.234.567" has one separator throughout; in "1.234,5" the second one is the decimal comma.
  if (grouped !== null && grouped[1] !== grouped[2]) {
    const decimals = grouped[3]
    const whole = (decimals === undefined ? digits : digits.slice(0, -decimals.length - 1)).replace(/\D/g, '')
    return Number(decimals === undefined ? whole : `${whole}.${decimals}`)
  }
  const plain = PLAIN.exec(digits)
  return plain === null ? null : Number(plain[2] === undefined ? plain[1] : `${plain[1]}.${plain[2]}`)
}

export interface TypedValue {
  readonly value: number
  readonly qualifier: Qualifier | null
  readonly word: string | null
}

/** The same with the word some reports put before and the sign they put behind: "hơn 7.000", "65,7%". */
export function parseTypedValue(text: string): TypedValue | null {
  const plain = normalizeText(text).replace(/ ?%$/, '')
  const exact = parseDecimal(plain)
  if (exact !== null) return { value: exact, qualifier: null, word: null }
  const sign = /^([≥≈≤~]|>=?|<=?) ?(.+)$/u.exec(plain)
  const opening = sign?.[1] ?? qualifierWords().find((word) => plain.toLowerCase().startsWith(`${word} `))
  if (opening === undefined) return null
  const qualified = parseQualifier(opening)
  const value = parseDecimal(plain.slice(opening.length))
  return qualified === null || value === null ? null : { value, ...qualified }
}
