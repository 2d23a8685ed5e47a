import { parseDecimal } from '#shared/domain/results/parse-value.ts'
import { foldText, normalizeText } from '#shared/domain/text/fold.ts'
import { formatDatePadded, formatNumber, formatPercent } from '#shared/domain/text/format.ts'
import { parseDateText } from '#shared/domain/text/parse-date.ts'
import { isIsoDate } from '#shared/kit/dates.ts'
import { gridText } from '#renderer/text/grid.ts'
import type { CellValue, GridColumn, ParsedCell } from './column.ts'

type Shape<Row> = Pick<GridColumn<Row>, 'kind' | 'choices'>

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
  if (typeof value === 'number' && column.kind !== 'percent') return String(value).replace('.', ',')
  return formatCell(column, value)
}

/** Reads what was typed or pasted. An empty text is an empty cell. */
export function parseCell<Row>({ kind, choices }: Shape<Row>, text: string): ParsedCell {
  const plain = normalizeText(text)
  if (plain === '' && kind !== 'choice') return { ok: true, value: null }
  switch (kind) {
    case 'text':
      return { ok: true, value: plain }
    case 'count':
    case 'number':
    case 'percent':
      return parseNumber(kind, plain)
    case 'date': {
      const parsed = parseDateText(plain)
      return parsed.kind === 'day' ? { ok: true, value: parsed.date } : { ok: false, reason: gridText.notDate(plain) }
    }
    case 'choice':
      return parseChoice(choices ?? [], plain)
  }
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
  return { ok: false, reason: gridText.notChoice(text, choices.map((choice) => choice.label).join(', ')) }
}

function labelOf(choices: Shape<unknown>['choices'], value: CellValue): string | null {
  return choices?.find((choice) => choice.id === value)?.label ?? null
}
