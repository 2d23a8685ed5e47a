import { parseTaxCodeText } from '../survey/tax-code.ts'

/**
 * How an MST reads, as a code of TAX_CHECKS. Personal numbers of 12 digits have no check digit: "cannot check", not
 * "wrong" (TT 86/2024/TT-BTC).
 */
export function checkTaxCode(code: string | null): 'valid' | 'check_failed' | 'uncheckable' | 'missing' {
  if (code === null) return 'missing'
  const { state } = parseTaxCodeText(code)
  if (state === 'valid' || state === 'uncheckable') return state
  return state === 'blank' ? 'missing' : 'check_failed'
}
