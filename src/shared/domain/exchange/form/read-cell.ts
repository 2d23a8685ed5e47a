import { parseDateNumber, parseDateText } from '../../text/parse-date.ts'
import { parseCountNumber, parseCountText } from '../../text/parse-number.ts'
import { parseTypedValue } from '../../results/parse-value.ts'
import { foldText } from '../../text/fold.ts'
import { parseTaxCodeNumber, parseTaxCodeText } from '../../survey/tax-code.ts'
import { isDateCell, isErrorCell, type CellValue } from '../foreign-sheet.ts'
import type { FormColumn } from './form-book.ts'

/** What a cell of a filled form says. A blank one changes nothing; `clear` is the word [xóa]. */
export type FormCell =
  | { readonly kind: 'blank' }
  | { readonly kind: 'clear' }
  /** `word`: what stood before a figure, where its column has a place for it. */
  | { readonly kind: 'value'; readonly value: string | number; readonly word?: string }
  /** `text` is what stands there, `why` an error of the list in `FORM_NOTES`. */
  | { readonly kind: 'odd'; readonly text: string; readonly why: OddCell }

export type OddCell =
  'NOT_COUNT' | 'NOT_NUMBER' | 'NOT_DATE' | 'NOT_CHOICE' | 'NOT_TAX_CODE' | 'FORMULA_ERROR' | 'BELOW_LEAST'

/** The longest text the program keeps in a field of a form. */
const LONGEST_TEXT = 4000
const CLEAR = /^[[({]\s*xoa\s*[\])}]$/
const BLANK: FormCell = { kind: 'blank' }

/**
 * Reads a cell by what its column holds, whatever became of its format: numbers typed as text, days as serial numbers
 * or text. `text` is the cell in Unicode, `format` its number format.
 */
export function readFormCell(column: FormColumn, value: CellValue | undefined, text: string, format: string): FormCell {
  if (value === null || value === undefined) return BLANK
  if (isErrorCell(value)) return odd(value.error, 'FORMULA_ERROR')
  const plain = text.trim()
  if (typeof value !== 'number' && typeof value !== 'boolean' && !isDateCell(value)) {
    if (plain === '') return BLANK
    if (CLEAR.test(foldText(plain))) return { kind: 'clear' }
  }
  switch (column.kind) {
    case 'count':
    case 'number':
      return readNumber(column, value, plain)
    case 'date':
      return readDate(value, plain)
    case 'taxCode':
      return readTaxCode(value, plain, format)
    case 'choice':
      return readChoice(column, value, plain)
    case 'text':
      return readText(value, plain)
  }
}

function readNumber(column: FormColumn, value: CellValue, text: string): FormCell {
  const isWhole = column.kind === 'count'
  // A count that Excel took for a day ("1/2", or a format that was spoilt) has its number still.
  const stored = typeof value === 'number' ? value : isDateCell(value) ? value.serial : null
  const typed = stored === null && column.wordKey !== undefined ? parseTypedValue(text) : null
  if (typed !== null && typed.word !== null && !(isWhole && !Number.isInteger(typed.value)))
    return { kind: 'value', value: typed.value, word: typed.word }
  const number = stored === null ? numberOfText(text, isWhole) : settleNumber(stored, isWhole)
  if (number === null) return odd(text === '' ? String(stored ?? '') : text, isWhole ? 'NOT_COUNT' : 'NOT_NUMBER')
  const least = column.least === undefined ? 0 : column.least
  return least !== null && number < least ? odd(String(number), 'BELOW_LEAST') : { kind: 'value', value: number }
}

/** 12.9999999 of a formula is 13; 1.348 in a column of counts is a thousand that an English Excel took for a decimal. */
function settleNumber(value: number, isWhole: boolean): number | null {
  if (!Number.isFinite(value)) return null
  if (!isWhole) return Number(value.toPrecision(12))
  const count = parseCountNumber(Math.abs(value))
  return count === null ? null : value < 0 ? -count.value : count.value
}

/** "1.348", "-25", "25 người", and in a column of numbers "83,5". Signs other than the minus mean no number. */
function numberOfText(text: string, isWhole: boolean): number | null {
  const plain = text.normalize('NFKC').replace(/^'/, '').trim()
  const sign = /^[-–−](?=\s*\d)/.test(plain) ? -1 : 1
  const body = sign < 0 ? plain.replace(/^[-–−]\s*/, '') : plain.replace(/^\+\s*(?=\d)/, '')
  const count = parseCountText(body)
  if (count !== null) return sign * count.value
  if (isWhole) return null
  const decimal =
    /^(\d{1,3}(?:\.\d{3})*|\d+)(?:,(\d{1,6}))?\s*%?$/.exec(body) ?? /^(\d+)\.(\d{1,2}|\d{4,6})\s*%?$/.exec(body)
  if (decimal === null) return null
  const number = Number(`${(decimal[1] ?? '').replaceAll('.', '')}.${decimal[2] ?? '0'}`)
  return Number.isFinite(number) ? sign * number : null
}

function readDate(value: CellValue, text: string): FormCell {
  if (isDateCell(value)) return value.date === null ? odd(text, 'NOT_DATE') : { kind: 'value', value: value.date }
  const read = typeof value === 'number' ? parseDateNumber(value) : parseDateText(text)
  return read.kind === 'day' ? { kind: 'value', value: read.date } : odd(text, 'NOT_DATE')
}

function readTaxCode(value: CellValue, text: string, format: string): FormCell {
  const number = typeof value === 'number' ? value : isDateCell(value) ? value.serial : null
  const { code, state } = number === null ? parseTaxCodeText(text) : parseTaxCodeNumber(number, format)
  if (state === 'blank') return BLANK
  return code === null ? odd(text, 'NOT_TAX_CODE') : { kind: 'value', value: code }
}

/** By the label or by what the program keeps, without case and accents; a label typed in part is no choice. */
function readChoice(column: FormColumn, value: CellValue, text: string): FormCell {
  const choices = column.choices ?? []
  const wanted = foldText(typeof value === 'boolean' ? (value ? 'có' : 'không') : text)
  if (wanted === '') return BLANK
  const found =
    choices.find((choice) => foldText(choice.label) === wanted) ??
    choices.find((choice) => foldText(choice.value) === wanted)
  return found === undefined ? odd(text, 'NOT_CHOICE') : { kind: 'value', value: found.value }
}

function readText(value: CellValue, text: string): FormCell {
  const read = typeof value === 'boolean' ? (value ? 'có' : 'không') : text
  return read === '' ? BLANK : { kind: 'value', value: read.slice(0, LONGEST_TEXT) }
}

function odd(text: string, why: OddCell): FormCell {
  return { kind: 'odd', text: text.slice(0, 200), why }
}
