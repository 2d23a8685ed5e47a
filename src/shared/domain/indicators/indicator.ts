import type { IsoDate } from '../../kit/dates.ts'

/**
 * flow   counted over a period, grows from 0 every year: CĐCS founded, members admitted
 * loss   the same for what went away: unions ended, members lost
 * net    flow − loss (± transfers): the "tăng thực tế" that must reconcile with the stock
 * stock  a level on a day: all members, all unions
 * ratio  one number of another, in percent; never added up, always Σ ÷ Σ
 */
export const INDICATOR_KINDS = ['flow', 'loss', 'net', 'stock', 'ratio'] as const
export type IndicatorKind = (typeof INDICATOR_KINDS)[number]

/** flow, loss: it is the sum of these parts where a unit reports the parts instead of the whole. */
export interface PartsFormula {
  readonly parts: readonly string[]
}

/** net: Σ plus − Σ minus; what is `optional` (transfers) counts as 0 where nobody reported it. */
export interface NetFormula {
  readonly plus: readonly string[]
  readonly minus: readonly string[]
  readonly optional?: readonly string[]
}

/** stock: level today = level before + Σ plus − Σ minus since; used to reconcile, not to compute. */
export interface BalanceFormula {
  readonly balance: NetFormula
}

/** ratio of two stocks: Σ numerator ÷ Σ denominator. */
export interface QuotientFormula {
  readonly numerator: string
  readonly denominator: string
}

/**
 * ratio counted in the survey: of the enterprises with at least `minWorkers` workers in the frozen round,
 * how many have a union. The numerator counts only inside that round.
 */
export interface SurveyFormula {
  readonly enterprises: { readonly minWorkers: number; readonly having: 'union' }
}

export type IndicatorFormula = PartsFormula | NetFormula | BalanceFormula | QuotientFormula | SurveyFormula

/** Which part of the parent a "trong đó" row counts. */
export interface IndicatorCut {
  readonly sector?: 'non_state'
  readonly minWorkers?: number
}

/** An indicator as rules see it; formulas speak codes. */
export interface Indicator {
  readonly code: string
  readonly name: string
  readonly shortName: string
  /** What one of it is: "người", "CĐCS", "%". */
  readonly unitLabel: string
  readonly kind: IndicatorKind
  readonly formula: IndicatorFormula | null
  /** The indicator this one is a part of ("trong đó"). */
  readonly parent: string | null
  readonly cut: IndicatorCut | null
  readonly sortOrder: number
  readonly validFrom: IsoDate | null
  readonly validTo: IsoDate | null
  /** "Chỉ tiêu bổ trợ" (tư vấn, hội nghị, thăm hỏi, tiền): shown and summed apart from what units are held to. */
  readonly side?: boolean
}

/** Money is counted in fractions of a million or a billion; people and unions are not. */
export function allowsDecimals(indicator: Pick<Indicator, 'kind' | 'unitLabel'>): boolean {
  return indicator.kind === 'ratio' || indicator.unitLabel.includes('đồng')
}

/** Codes a formula reads. An unknown one is a mistake of the catalogue, found when the indicator is saved. */
export function codesOfFormula(formula: IndicatorFormula | null): readonly string[] {
  if (formula === null) return []
  if ('parts' in formula) return formula.parts
  if ('balance' in formula) return codesOfFormula(formula.balance)
  if ('numerator' in formula) return [formula.numerator, formula.denominator]
  if ('enterprises' in formula) return []
  return [...formula.plus, ...formula.minus, ...(formula.optional ?? [])]
}

/** Whether the formula has the shape its kind asks for; a kind without a formula is read from reports alone. */
export function formulaFits(kind: IndicatorKind, formula: IndicatorFormula | null): boolean {
  if (formula === null) return true
  switch (kind) {
    case 'flow':
    case 'loss':
      return 'parts' in formula
    case 'net':
      return 'plus' in formula
    case 'stock':
      return 'balance' in formula
    case 'ratio':
      return 'numerator' in formula || 'enterprises' in formula
  }
}
