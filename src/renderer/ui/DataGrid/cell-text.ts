import { parseDecimal } from '#shared/domain/results/parse-value.ts'
import { foldText, normalizeText } from '#shared/domain/text/fold.ts'
import { formatDatePadded, formatNumber, formatPercent } from '#shared/domain/text/format.ts'
import { writeDecimal } from '#shared/domain/text/write-decimal.ts'
import { calculate, isArithmetic } from '#shared/domain/table/arithmetic.ts'
import { parseTypedDate } from '#shared/domain/text/parse-date.ts'
import { isIsoDate } from '#shared/kit/dates.ts'
import { gridText } from '#renderer/text/grid.ts'
import { handsText } from '#renderer/text/grid-hands.ts'
import { isNumeric, type CellValue, type GridColumn, type ParsedCell } from './column.ts'

type Shape<Row> = Pick<GridColumn<Row>, 'kind' | 'choices' | 'multiline'>

/** A value as the cell shows it. */
export function formatCell<Row>({ kind, choices }: Shape<Row>, value: CellValue): string {
  if (value === null || value === '') return kind === 'choice' ? (labelOf(choices, value) ?? '') : ''
  switch (kind) {
    case 'count':
    case 'number':
      return typeof value === 'number' ? formatNumber(value) : String(value)
    case 'percent':
      return typeof value === 'number' ? formatPercent(value) : String(value)
    case 'date':
      return typeof value === 'string' && isIsoDate(value) ? formatDatePadded(value) : String(value)
    case 'choice':
      return labelOf(choices, value) ?? String(value)
    case 'text':
      return String(value)
  }
}

/**
 * A value as it goes into the clipboard. Numbers go without thousands dots: Excel set to English would read
 * 1.348 as one and a bit. The decimal comma stays, as Vietnamese Excel reads it.
 */
export function copyCell<Row>(column: Shape<Row>, value: CellValue): string {
  // Of a choice the words go, also where a number stands for it in the data.
  if (typeof value !== 'number' || !isNumeric(column.kind)) return formatCell(column, value)
  return column.kind === 'percent' ? `${writeDecimal(value)}%` : writeDecimal(value)
}

/** Reads what was typed or pasted. An empty text is an empty cell. */
export function parseCell<Row>({ kind, choices, multiline }: Shape<Row>, text: string): ParsedCell {
  const plain = multiline === true ? normalizeLines(text) : normalizeText(text)
  if (plain === '' && kind !== 'choice') return { ok: true, value: null }
  switch (kind) {
    case 'text':
      return { ok: true, value: plain }
    case 'count':
    case 'number':
    case 'percent':
      return parseNumber(kind, plain)
    case 'date': {
      const parsed = parseTypedDate(plain, Number(today().slice(0, 4)))
      return parsed.kind === 'day' ? { ok: true, value: parsed.date } : { ok: false, reason: gridText.notDate(plain) }
    }
    case 'choice':
      return parseChoice(choices ?? [], plain)
  }
}

/**
 * Reads what a column takes, worked out first where it is a calculation: "=12+30" in a number cell is 42. In
 * other cells it is refused, since it would stand there as text that looks like a number.
 */
export function readCalculated<Row>(
  column: Pick<GridColumn<Row>, 'kind'>,
  text: string,
  read: (text: string) => ParsedCell,
): ParsedCell {
  const plain = normalizeText(text)
  if (!plain.startsWith('=')) return read(text)
  if (!isNumeric(column.kind))
    return isArithmetic(plain) && column.kind !== 'choice' ? { ok: false, reason: handsText.noCalculation } : read(text)
  const answer = calculate(plain)
  if (!answer.ok) return { ok: false, reason: handsText.calculation[answer.why](plain) }
  // With a decimal comma and never three decimals, which would be read as thousands: 1,348 is written 1,3480.
  const digits = String(answer.value).replace('.', ',')
  return read(/,\d{3}$/.test(digits) ? `${digits}0` : digits)
}

/** The day it is at this machine. */
export function today(): string {
  const now = new Date()
  const pad = (value: number): string => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

/** Long text keeps its lines; each is tidied by itself, empty ones at the ends go. */
function normalizeLines(text: string): string {
  return text
    .split(/\r\n|[\r\n]/)
    .map(normalizeText)
    .join('\n')
    .trim()
}

function parseNumber(kind: 'count' | 'number' | 'percent', text: string): ParsedCell {
  const value = parseDecimal(kind === 'percent' ? text.replace(/ ?%$/, '') : text)
  if (value === null) return { ok: false, reason: gridText.notNumber(text) }
  if (kind === 'count' && !Number.isInteger(value)) return { ok: false, reason: gridText.notWhole(text) }
  if (value < 0) return { ok: false, reason: gridText.negative(text) }
  return { ok: true, value }
}

function parseChoice(choices: NonNullable<Shape<unknown>['choices']>, text: string): ParsedCell {
  const folded = foldText(text)
  const found = choices.find((choice) => choice.id === text || foldText(choice.label) === folded)
  if (found !== undefined) return { ok: true, value: found.id }
  if (text === '') return { ok: true, value: null }
  const named = choices.flatMap(({ label }) => (label === '' ? [] : [label]))
  const more = named.length > MOST_NAMED ? ', …' : ''
  return { ok: false, reason: gridText.notChoice(text, named.slice(0, MOST_NAMED).join(', ') + more) }
}

/** Of a long list (people, units) the first show what is meant; the cell's own list has all of them. */
const MOST_NAMED = 12

function labelOf(choices: Shape<unknown>['choices'], value: CellValue): string | null {
  return choices?.find((choice) => choice.id === value)?.label ?? null
}
