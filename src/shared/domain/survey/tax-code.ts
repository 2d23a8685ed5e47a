/**
 * Mã số thuế (MST): 10 digits of which the last is a check digit, 13 for branches (10 + "-" + 001…999), and
 * since 01/7/2025 the 12-digit personal number for people and household businesses (TT 86/2024/TT-BTC), which
 * has no check digit. Rules: domain reference, sources and data quality.
 */
export interface ParsedTaxCode {
  /** Canonical form "0100109106", "0100109106-001", "012345678901"; null when blank or not of such a form. */
  readonly code: string | null
  readonly state: 'blank' | 'valid' | 'checkFailed' | 'malformed' | 'uncheckable'
  /** Zeros a numeric cell had lost were put back. */
  readonly padded: boolean
}

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3]
const BLANK: ParsedTaxCode = { code: null, state: 'blank', padded: false }

/** Whether the tenth digit is right. Σ mod 11 = 0 would need the check digit 10: such a number was never given out. */
export function hasValidCheckDigit(tenDigits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(tenDigits[index]), 0)
  return 10 - (sum % 11) === Number(tenDigits[9])
}

/** From a text cell: signs around it are dropped ("MST: 0100109106", "'0100 109 106"), zeros are never added. */
export function parseTaxCodeText(text: string): ParsedTaxCode {
  const signs = text
    .normalize('NFKC')
    .replace(/^\s*(?:mst|mã số thuế|ma so thue|mã số dn|msdn)\s*[:.]?/iu, '')
    .replace(/[\s.'"`’:;,\u00a0]/g, '')
    .replace(/[–—−_/]/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')
  // The letter O among digits is a zero somebody typed.
  const bare = /^[\dO-]*$/i.test(signs) && /\d{2}|\d.*\d.*\d/.test(signs) ? signs.replace(/O/gi, '0') : signs
  if (bare === '' || bare === '0' || isSaidToBeMissing(text)) return BLANK
  return judge(bare, false)
}

function isSaidToBeMissing(text: string): boolean {
  return /^\s*(?:không|chưa|khong|chua|ko)(?:\s|$)/iu.test(text.normalize('NFC')) && !/\d/.test(text)
}

/**
 * From a numeric cell, which cannot hold leading zeros: 9 digits are 10, 12 digits are a branch's 13, 11 digits
 * are a personal number's 12. `format` such as "0000000000" says the length itself.
 */
export function parseTaxCodeNumber(value: number, format = 'General'): ParsedTaxCode {
  if (value === 0) return BLANK
  if (!Number.isSafeInteger(value) || value < 0) return { code: null, state: 'malformed', padded: false }
  const digits = String(value)
  const shown = /^0{8,13}$/.test(format.replace(/[\\"'\-\s]/g, ''))
    ? digits.padStart(format.replace(/\D/g, '').length, '0')
    : digits
  if (shown.length === 9) return judge(`0${shown}`, true)
  if (shown.length === 11) return judge(`0${shown}`, true)
  // A numeric cell of 12 digits is a branch without its zero; a personal number would have been typed as text.
  if (shown === digits && shown.length === 12) return judge(`0${shown}`, true)
  return judge(shown, shown !== digits)
}

function judge(digits: string, padded: boolean): ParsedTaxCode {
  if (/^\d{12}$/.test(digits)) return { code: digits, state: 'uncheckable', padded }
  const match = /^(\d{10})(?:-?(\d{3}))?$/.exec(digits)
  if (match === null) return { code: null, state: 'malformed', padded }
  const [, root = '', branch] = match
  const isValid = hasValidCheckDigit(root) && branch !== '000'
  return { code: branch === undefined ? root : `${root}-${branch}`, state: isValid ? 'valid' : 'checkFailed', padded }
}

/** The first ten digits, shared by a company and its branches; null for a personal number. */
export function rootOfTaxCode(code: string): string | null {
  return code.length === 12 ? null : code.slice(0, 10)
}
