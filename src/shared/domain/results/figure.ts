import type { IsoDate } from '../../kit/dates.ts'
import {
  decimalFraction,
  divideFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  roundHalfUp,
} from '../../kit/fraction.ts'
import { addAmounts, type Amount, exactAmount } from './amount.ts'
import type { FigureNote, ReportedFigure } from './as-of.ts'

/** The two sides of a ratio, which are what adds up. */
export interface Quotient {
  readonly numerator: Amount
  readonly denominator: Amount
}

/** What a unit, a group or a total shows of an indicator on a day. */
export interface Figure {
  /** As shown; a ratio in percent, rounded half up to one decimal. */
  readonly amount: Amount
  /** Null unless the indicator is a ratio whose two sides are known. */
  readonly quotient: Quotient | null
  /** The last day its reports speak of; null where it was counted and not reported. */
  readonly asOf: IsoDate | null
  readonly notes: readonly FigureNote[]
}

/** A unit's figure with what its own reports and what its children say, to show the difference between them. */
export interface UnitFigure {
  readonly figure: Figure | null
  readonly own: Figure | null
  readonly ofChildren: Figure | null
}

export function figureOfReport({ amount, asOf, notes }: ReportedFigure): Figure | null {
  return amount === null ? null : { amount, quotient: null, asOf, notes }
}

/** A ratio in percent; null when there is nothing to divide by. */
export function ratioFigure(quotient: Quotient, asOf: IsoDate | null, notes: readonly FigureNote[]): Figure | null {
  if (quotient.denominator.value === 0) return null
  const exact = percentOfQuotient(quotient)
  const { qualifier, word } = quotient.numerator
  // "hơn 50 of 80" is "hơn 62,5 %"; an approximate denominator leaves only "about".
  const qualified = quotient.denominator.qualifier === null ? { qualifier, word } : ABOUT
  return { amount: { value: roundHalfUp(exact, 1), ...qualified }, quotient, asOf, notes }
}

const ABOUT = { qualifier: '≈', word: 'khoảng' } as const

/** The number behind the shown one, unrounded, for percents and ranks. */
export function exactValue(figure: Figure): Fraction {
  return figure.quotient === null ? decimalFraction(figure.amount.value) : percentOfQuotient(figure.quotient)
}

function percentOfQuotient({ numerator, denominator }: Quotient): Fraction {
  const part = divideFractions(decimalFraction(numerator.value), decimalFraction(denominator.value))
  return multiplyFractions(part, fraction(100n))
}

/** Counts and levels: the sum, speaking of the latest day any of them speaks of. */
export function addFigures(figures: readonly Figure[]): Figure {
  return { amount: sumOfFigures(figures), quotient: null, asOf: latestDay(figures), notes: notesOf(figures) }
}

/** Nearly all figures are plain whole numbers, of which no amount is made for every step of the sum. */
function sumOfFigures(figures: readonly Figure[]): Amount {
  let value = 0
  for (const { amount } of figures) {
    value += amount.value
    const isPlain = amount.qualifier === null && Number.isSafeInteger(amount.value) && Number.isSafeInteger(value)
    if (!isPlain) return figures.map((figure) => figure.amount).reduce(addAmounts, exactAmount(0))
  }
  return exactAmount(value)
}

const NO_NOTES: readonly FigureNote[] = []

/** What has to be told of any of them. */
export function notesOf(figures: readonly Pick<Figure, 'notes'>[]): readonly FigureNote[] {
  return figures.some(({ notes }) => notes.length > 0) ? figures.flatMap(({ notes }) => notes) : NO_NOTES
}

/** Ratios: Σ numerator ÷ Σ denominator over those whose two sides are known, never a mean of percents. */
export function addRatios(figures: readonly Figure[]): Figure | null {
  const known = figures.filter((figure) => figure.quotient !== null)
  const numerator = known
    .map((figure) => figure.quotient?.numerator ?? exactAmount(0))
    .reduce(addAmounts, exactAmount(0))
  const denominator = known
    .map((figure) => figure.quotient?.denominator ?? exactAmount(0))
    .reduce(addAmounts, exactAmount(0))
  return ratioFigure({ numerator, denominator }, latestDay(known), notesOf(known))
}

export function latestDay(figures: readonly Pick<Figure, 'asOf'>[]): IsoDate | null {
  let latest: IsoDate | null = null
  for (const { asOf } of figures) if (asOf !== null && (latest === null || asOf > latest)) latest = asOf
  return latest
}
