import { type CellValue, isDateCell, isErrorCell } from '../exchange/foreign-sheet.ts'
import { convertMoney, MONEY_WORDS, type MoneyScale, moneyScaleOf } from '../indicators/money.ts'
import { parseDecimal } from '../results/parse-value.ts'
import { parseQualifier, type Qualifier, qualifierWords, usualWord } from '../results/qualifier.ts'
import { foldText } from '../text/fold.ts'

/** How a cell was read where that took judgement; each is shown beside the figure. */
export type FigureNote =
  'asDong' | 'unitWord' | 'letterO' | 'thousandths' | 'wordZero' | 'inBrackets' | 'scaled' | 'sentence'

export type CellFigure =
  | {
      readonly kind: 'figure'
      readonly value: number
      readonly qualifier: Qualifier | null
      /** The word as the report has it: "hơn". */
      readonly word: string | null
      readonly notes: readonly FigureNote[]
      /** "385/446": a target stated in the same cell. */
      readonly outOf: number | null
      /** "385 (đạt 86,3%)": a percent stated in the same cell. */
      readonly percent: number | null
    }
  | { readonly kind: 'blank' }
  /** "-", "x", "chưa có": somebody wrote that there is no figure. */
  | { readonly kind: 'none'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly text: string }

const NONE =
  /^(?:[-–—_./…*]+|x|n\/?a|chua(?! phat sinh)(?: [a-z]+){1,4}|dang (?:cap nhat|tong hop|ra soat)|cap nhat sau|khong ro|khong giao|khong bao cao|khong co so lieu)$/
const ZERO =
  /^(?:khong|ko|k)(?: co| phat sinh)*(?: (?:dong chi|nguoi|doan vien|dv|cdcs|don vi|truong hop))?(?: nao)?$|^(?:chua|0) phat sinh$/
const LEADING = /^(?:=\s*|(?:dat(?: duoc)?|bang|la|co|da|tong|tong so|ket nap|thanh lap|:)\s+)+/
const UNIT_WORDS =
  /^(?:nguoi|ng|dong chi|d\/c|dc|doan vien(?: cong doan)?|dvcd|dv|cdcs|cong doan co so|to chuc|cd|don vi|ld|lao dong|cnvcld|luot(?: nguoi)?|dn|doanh nghiep|nha|hoi nghi|buoi|cuoc|can|suat|truong hop|quan chung)(?: .{0,24})?$/

const MULTIPLES: readonly (readonly [RegExp, number])[] = [
  [/^(?:ty|ti)(?: dong)?$/, 1_000_000_000],
  [/^(?:trieu|tr)(?: dong)?$/, 1_000_000],
  [/^(?:nghin|ngan)(?: dong| nguoi)?$/, 1_000],
  [/^(?:dong|d|vnd)$/, 1],
]

/**
 * Reads a count or an amount: 267, "hơn 267", "02", "1.234 người", "đạt 267", "không" (0, noted), "385/446".
 * `text` is the cell's text, decoded and tidied; `value` the raw cell. `unitLabel` of the indicator: money is
 * brought to it ("1,2 tỷ" for "triệu đồng" is 1200).
 */
export function readFigure(value: CellValue | undefined, text: string, unitLabel: string): CellFigure {
  if (value === null || value === undefined || typeof value === 'boolean') return { kind: 'blank' }
  if (isErrorCell(value)) return { kind: 'unreadable', text: value.error }
  // A day where a number should stand is what Excel made of "1/2".
  if (isDateCell(value)) return { kind: 'unreadable', text }
  if (typeof value === 'number') return readNumber(value, unitLabel)
  const plain = text.replace(/^['"\s]+|['"\s;]+$/g, '').trim()
  if (plain === '') return { kind: 'blank' }
  const folded = foldText(plain)
  if (NONE.test(folded)) return { kind: 'none', text: plain }
  if (ZERO.test(folded)) return figure(0, { notes: ['wordZero'] })
  return readWords(plain, unitLabel) ?? { kind: 'unreadable', text: plain }
}

/** More than this many million is what a unit reports in đồng, whatever the indicator is kept in: 1.000 tỷ. */
const MOST_MILLIONS = 1_000_000

/**
 * The same where the file says beside it in which money it counts ("ĐVT: tỷ đồng"): 1,5 is 1500 of an indicator in
 * triệu. Where nothing says it, an amount nobody could have spent is in đồng.
 */
export function readMoney(
  value: CellValue | undefined,
  text: string,
  unitLabel: string,
  stated: MoneyScale | null,
): CellFigure {
  const own = moneyScaleOf(unitLabel)
  if (own === null) return readFigure(value, text, unitLabel)
  const read = readFigure(value, text, stated === null ? unitLabel : MONEY_WORDS[stated])
  if (read.kind !== 'figure') return read
  if (stated !== null) return { ...read, value: convertMoney(read.value, stated, own) }
  const isDong = own !== 'dong' && convertMoney(read.value, own, 'million') > MOST_MILLIONS
  return isDong ? { ...read, value: convertMoney(read.value, 'dong', own), notes: [...read.notes, 'asDong'] } : read
}

/** The money a header or a column of units names: "Kinh phí (triệu đồng)", "ĐVT: đồng"; null for none. */
export function statedMoney(text: string): MoneyScale | null {
  const inside = [...text.matchAll(/[([]\s*(?:đvt|đơn vị(?: tính)?)?\s*:?\s*([^)\]]+)[)\]]/giu)].map(
    ([, words]) => words,
  )
  const behind = /(?:đvt|đơn vị tính)\s*:\s*([^)\],;]+)/iu.exec(text)?.[1]
  for (const words of [text, ...inside, behind]) {
    const scale = words === undefined ? null : moneyScaleOf(words)
    if (scale !== null) return scale
  }
  return null
}

function readNumber(value: number, unitLabel: string): CellFigure {
  if (!Number.isFinite(value)) return { kind: 'unreadable', text: String(value) }
  const rounded = Math.round(value)
  // 12.999999999 from a formula is 13.
  if (Math.abs(value - rounded) < 1e-6) return figure(rounded)
  if (unitLabel.includes('đồng') || unitLabel === '%') return figure(Number(value.toPrecision(12)))
  // An Excel set to English took "1.348" for a fraction: three decimals and no people in pieces.
  const thousandths = Math.round(value * 1000)
  const isThree = Math.abs(value * 1000 - thousandths) < 1e-6 && Math.abs(value * 100 - Math.round(value * 100)) > 1e-6
  if (isThree && value >= 1 && value < 1000) return figure(thousandths, { notes: ['thousandths'] })
  return { kind: 'unreadable', text: String(value) }
}

function readWords(plain: string, unitLabel: string): CellFigure | null {
  // "267*", "45 (1)", "12¹": the mark of a footnote.
  let rest = plain.replace(/(?<=[\d\p{L}])\s*(?:\*{1,3}|\(\s*(?:\*{1,3}|[1-9])\s*\)|[¹²³⁴⁵⁶⁷⁸⁹]+)$/u, '').trim()
  const notes: FigureNote[] = []
  let percent: number | null = null
  const bracket = /^(.*\d.*?)\s*[([]([^)\]]*)[)\]]\s*$/.exec(rest)
  if (bracket !== null) {
    rest = bracket[1] ?? ''
    percent = /%/.test(bracket[2] ?? '') ? readPercentText(bracket[2] ?? '') : null
    notes.push('inBrackets')
  }
  const behind = /^(.*?\d[^,;]*?)\s*[,;]?\s*(?:dat|đạt|bang|bằng)\s+([\d.,]+\s*%).*$/iu.exec(rest)
  if (behind !== null) {
    rest = behind[1] ?? ''
    percent = readPercentText(behind[2] ?? '')
  }
  // "cỡ 250" before "có 250": folded they are the same.
  const first = takeQualifier(rest)
  const qualified = first.found.qualifier === null ? takeQualifier(dropFolded(rest, LEADING)) : first
  rest = dropFolded(qualified.rest, LEADING)
  const outOf = /^([\d.,\s]+)\s*\/\s*([\d.,\s]+?)(?:\s*\p{L}.*)?$/u.exec(rest)
  if (outOf !== null) {
    const [part, whole] = [parseDecimal(outOf[1] ?? ''), parseDecimal(outOf[2] ?? '')]
    if (part === null || whole === null || /^\d{1,2}\s*\/\s*\d{1,2}\s*\/\s*\d{2,4}$/.test(rest)) return null
    return figure(part, { ...qualified.found, outOf: whole, percent, notes })
  }
  const match = /^([-−+]?[\dOo][\dOo.,' ]*)(.*)$/.exec(rest)
  if (match === null) return null
  const digits = (match[1] ?? '')
    .trim()
    .replace(/^\+/, '')
    .replace(/[.,]+$/, '')
  if (/[Oo]/.test(digits)) {
    if (!/\d/.test(digits)) return null
    notes.push('letterO')
  }
  const value = parseDecimal(digits.replace(/[Oo]/g, '0').replace(/'/g, ''))
  if (value === null) return null
  let tail = foldText(match[2] ?? '')
    .replace(/[.;:]+$/, '')
    .trim()
  let { found } = qualified
  // "2500+", "267 người trở lên"
  const above = /^\+|\b(?:tro len|hoac hon)$/.exec(tail)
  if (above !== null && (found.qualifier === null || found.qualifier === '≥')) {
    if (found.qualifier === null) found = { qualifier: '≥', word: usualWord('≥') }
    tail = tail.replace(above[0], '').trim()
  }
  const scaled = scaleMoney(value, tail, unitLabel)
  if (scaled !== null) return figure(scaled, { ...found, percent, notes })
  if (tail !== '' && !UNIT_WORDS.test(tail)) return null
  if (tail !== '') notes.push('unitWord')
  return figure(value, { ...found, percent, notes })
}

function takeQualifier(text: string): {
  readonly rest: string
  readonly found: { readonly qualifier: Qualifier | null; readonly word: string | null }
} {
  const sign = /^([≥≈≤~]|>=?|<=?)\s*(.+)$/u.exec(text)
  const lower = text.toLowerCase().normalize('NFC')
  const folded = foldText(text)
  const opening =
    sign?.[1] ??
    qualifierWords().find((word) => lower.startsWith(`${word} `)) ??
    qualifierWords().find((word) => folded.startsWith(`${foldText(word)} `) && folded === lower)
  const found = opening === undefined ? null : parseQualifier(opening)
  if (opening === undefined || found === null) return { rest: text, found: { qualifier: null, word: null } }
  return { rest: text.slice(opening.length).trim(), found: { qualifier: found.qualifier, word: found.word } }
}

/** Folded text is as long as its tidied original, so that a folded opening cuts the original. */
function dropFolded(text: string, opening: RegExp): string {
  const match = opening.exec(foldText(text))
  return match === null ? text : text.slice(match[0].length).trim()
}

function scaleMoney(value: number, tail: string, unitLabel: string): number | null {
  const of = MULTIPLES.find(([pattern]) => pattern.test(tail))
  if (of === undefined) return null
  if (!unitLabel.includes('đồng')) return of[1] === 1 || of[1] > 1_000_000 ? null : roundOff(value * of[1])
  const own = foldText(unitLabel)
  const unit = own.startsWith('ty')
    ? 1_000_000_000
    : own.startsWith('trieu')
      ? 1_000_000
      : own.startsWith('nghin')
        ? 1000
        : 1
  return roundOff((value * of[1]) / unit)
}

function roundOff(value: number): number {
  return Number(value.toPrecision(12))
}

function figure(
  value: number,
  more: Partial<Omit<Extract<CellFigure, { kind: 'figure' }>, 'kind' | 'value'>> = {},
): CellFigure {
  return { kind: 'figure', value, qualifier: null, word: null, notes: [], outOf: null, percent: null, ...more }
}

/** "54,5", "đạt 85,5 %", "vượt 12%" (112), 0.855 shown as 85,5 %; null for what is no percent. */
export function readPercent(value: CellValue | undefined, text: string, format: string): number | null {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return null
    return format.includes('%') ? roundOff(value * 100) : value
  }
  return typeof text === 'string' ? readPercentText(text) : null
}

/** "đạt 65,7%" → 65.7; "vượt 4%" → 104. */
export function readPercentText(text: string): number | null {
  const folded = foldText(text)
  const match = /(\d[\d.,]*)\s*%?/.exec(folded)
  if (match === null) return null
  const value = parseDecimal((match[1] ?? '').replace(/[.,]$/, ''))
  if (value === null) return null
  return folded.startsWith('vuot') ? roundOff(100 + value) : value
}
