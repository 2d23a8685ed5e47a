import {
  addDecimals,
  decimalFraction,
  divideFractions,
  fraction,
  type Fraction,
  multiplyFractions,
} from '../../kit/fraction.ts'
import { parseDecimal, parseTypedValue, type TypedValue } from '../results/parse-value.ts'
import { foldText, normalizeText } from '../text/fold.ts'
import { formatNumber } from '../text/format.ts'

/** How money is counted, from the smallest: each is a thousand of the one before. */
export const MONEY_SCALES = ['dong', 'thousand', 'million', 'billion'] as const
export type MoneyScale = (typeof MONEY_SCALES)[number]

/** As it is printed behind a number: "96,4 tỷ đồng". "tỷ", not "tỉ", is how offices write it. */
export const MONEY_WORDS: Readonly<Record<MoneyScale, string>> = {
  dong: 'đồng',
  thousand: 'nghìn đồng',
  million: 'triệu đồng',
  billion: 'tỷ đồng',
}

const PER_SCALE: Readonly<Record<MoneyScale, bigint>> = {
  dong: 1n,
  thousand: 1_000n,
  million: 1_000_000n,
  billion: 1_000_000_000n,
}

/** Folded, with and without "đồng" behind; short forms as they stand in headers of tables ("tr.đ", "trđ"). */
const SPELLED: readonly (readonly [MoneyScale, RegExp])[] = [
  ['billion', /^(?:ty|ti)(?: ?(?:dong|d|vnd))?$/],
  ['million', /^(?:trieu|tr)\.? ?(?:dong|d|vnd)?$/],
  ['thousand', /^(?:nghin|ngan) ?(?:dong|d|vnd)?$/],
  ['thousand', /^1[.,]?000 ?(?:dong|d|vnd)$/],
  ['million', /^1[.,]?000[.,]?000 ?(?:dong|d|vnd)$/],
  ['dong', /^(?:dong|d|vnd)$/],
]

/** The scale a unit of an indicator speaks of: "triệu đồng" → million; null: it is no money. */
export function moneyScaleOf(unitLabel: string): MoneyScale | null {
  const folded = foldText(unitLabel).replace(/[()]/g, '').trim()
  return SPELLED.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
}

/** The same money on another scale, exactly: 96,4 tỷ → 96400 triệu; 0,1 + 0,2 stays what a clerk gets on paper. */
export function convertMoney(value: number, from: MoneyScale, to: MoneyScale): number {
  return toNumber(
    divideFractions(multiplyFractions(decimalFraction(value), fraction(PER_SCALE[from])), fraction(PER_SCALE[to])),
  )
}

/** Exact within the digits a double can hold: a decimal with a power of ten below it is read back as written. */
function toNumber(value: Fraction): number {
  const { numerator, denominator } = value
  if (denominator === 1n) return Number(numerator)
  // The denominator divides a power of ten, so a few more zeros make the text of the decimal whole.
  let scaled = numerator
  let digits = 0
  while (scaled % denominator !== 0n) {
    scaled *= 10n
    digits++
  }
  const text = (scaled < 0n ? -scaled : scaled) / denominator
  const padded = text.toString().padStart(digits + 1, '0')
  return Number(`${scaled < 0n ? '-' : ''}${padded.slice(0, padded.length - digits)}.${padded.slice(-digits)}`)
}

/** "1 tỷ 200 triệu đồng": a number and its unit, once or several times. */
const PARTS = /(\d[\d., ]*)\s*([\p{L}.₫]+(?:\s+(?:đồng|đ|VNĐ|VND))?)\s*/giuy

/**
 * A figure as typed into a cell of this unit: "96,4 tỷ" in a column of "triệu đồng" is 96400, "hơn 900 triệu" keeps
 * its word, "1 tỷ 200 triệu" is 1200, a bare number is of the column's own unit. Null when it is no number, or its
 * unit is not money ("96,4 người"). A column that is not money takes its own unit behind the number, whole or its
 * first words ("3.000 lượt" of "lượt người"), and no unit of money.
 */
export function parseFigure(text: string, unitLabel: string): TypedValue | null {
  const bare = parseTypedValue(text)
  const own = moneyScaleOf(unitLabel)
  if (bare !== null) return bare
  if (own === null) return parseTypedValue(withoutOwnUnit(text, unitLabel))
  const plain = normalizeText(text)
  const start = plain.search(/\d/u)
  if (start < 0) return null
  const typed = parseTypedValue(`${plain.slice(0, start)}1`)
  const sum = sumParts(plain.slice(start), own)
  return typed === null || sum === null ? null : { ...typed, value: sum * (typed.value < 0 ? -1 : 1) }
}

/** "hơn 3.000 lượt" of "lượt người" → "hơn 3.000"; the text itself where something else stands behind the number. */
function withoutOwnUnit(text: string, unitLabel: string): string {
  const [, number = '', behind = ''] = /^(.*\d)\s*(\p{L}.*)$/u.exec(normalizeText(text)) ?? []
  return behind !== '' && `${foldText(unitLabel)} `.startsWith(`${foldText(behind)} `) ? number : text
}

/** Parts go from large to small, each scale once; anything else is not an amount. */
function sumParts(text: string, own: MoneyScale): number | null {
  let sum: number | null = null
  let last: bigint | null = null
  PARTS.lastIndex = 0
  while (PARTS.lastIndex < text.length) {
    const match = PARTS.exec(text)
    const scale = match === null ? null : moneyScaleOf(match[2] ?? '')
    const value = match === null ? null : parseDecimal(match[1] ?? '')
    if (scale === null || value === null || (last !== null && PER_SCALE[scale] >= last)) return null
    sum = addDecimals(sum ?? 0, convertMoney(value, scale, own))
    last = PER_SCALE[scale]
  }
  return sum
}

/**
 * Money as it reads best: the largest scale that leaves at most `decimals` digits behind the comma and a number of at
 * least 1. 96400 triệu → "96,4 tỷ đồng", 900 triệu stays "900 triệu đồng", 1.001 triệu stays: "1,001 tỷ" would be read as a thousand and one.
 */
export function formatMoney(value: number, scale: MoneyScale, decimals = 2): string {
  for (const larger of MONEY_SCALES.toReversed()) {
    if (larger === 'thousand' && scale !== 'thousand') continue
    const shown = convertMoney(value, scale, larger)
    const places = String(shown).split('.')[1]?.length ?? 0
    if (Math.abs(shown) >= 1 && places <= decimals) return formatMoneyAs(value, scale, larger)
  }
  return formatMoneyAs(value, scale, scale)
}

export function formatMoneyAs(value: number, scale: MoneyScale, shownIn: MoneyScale): string {
  return `${formatNumber(convertMoney(value, scale, shownIn))} ${MONEY_WORDS[shownIn]}`
}
