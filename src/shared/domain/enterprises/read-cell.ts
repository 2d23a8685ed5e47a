import { parseTaxCodeText } from '../survey/tax-code.ts'
import { legalFormOfText } from '../survey/enterprise-name.ts'
import { readMark } from '../survey/marks.ts'
import { foldText, normalizeText } from '../text/fold.ts'
import { parseDateText, parseTypedDate } from '../text/parse-date.ts'
import { parseCountText } from '../text/parse-number.ts'
import type { TableValue } from '../table/view.ts'
import { isIsoDate } from '../../kit/dates.ts'
import { CELL_REASONS } from './cell-sentences.ts'
import { CODE_SEPARATOR, FLAG_TEXTS, type ChoiceLists } from './cell-text.ts'
import type { RegistryColumn } from './columns.ts'

export type ReadCell =
  { readonly ok: true; readonly value: TableValue } | { readonly ok: false; readonly reason: string }

/** Longer is a page pasted into a cell. */
const LONGEST_TEXT = 4000
const LARGEST_COUNT = 999_999_999

/**
 * What a cell becomes by what was typed, pasted or found in a file; null clears it. Takes the column's own value as
 * well as any text people write for it: "1.000", "5/2/24", "x", "TNHH MTV", a unit's code or name; a day and month
 * alone ("5/2") are of `year`.
 */
export function readRegistryCell(
  column: RegistryColumn,
  given: TableValue,
  lists: ChoiceLists,
  year: number,
): ReadCell {
  if (!column.editable) return refuse(CELL_REASONS.readOnly())
  if (typeof given === 'string') {
    const text = normalizeText(given)
    if (text.length > LONGEST_TEXT) return refuse(CELL_REASONS.tooLong(LONGEST_TEXT))
    if (text === '') return clear(column)
    return readText(column, text, lists, year)
  }
  if (given === null) return clear(column)
  if (column.kind === 'flag' && typeof given === 'boolean') return take(given)
  if (typeof given === 'boolean') return readText(column, given ? FLAG_TEXTS.yes : FLAG_TEXTS.no, lists, year)
  if (column.kind === 'count')
    return Number.isInteger(given) && given >= 0 && given <= LARGEST_COUNT
      ? take(given)
      : refuse(CELL_REASONS.notCount())
  return readText(column, String(given), lists, year)
}

function readText(column: RegistryColumn, text: string, lists: ChoiceLists, year: number): ReadCell {
  if (column.id === 'taxCode') return readTaxCode(text)
  switch (column.kind) {
    case 'text':
      return take(text)
    case 'count': {
      const parsed = parseCountText(text)
      return parsed === null || parsed.value > LARGEST_COUNT ? refuse(CELL_REASONS.notCount()) : take(parsed.value)
    }
    case 'date': {
      const parsed = parseTypedDate(text, year)
      return parsed.kind === 'day' ? take(parsed.date) : refuse(CELL_REASONS.notDate())
    }
    case 'founding': {
      // A year alone is an answer here, a day without one hardly meant.
      const parsed = parseDateText(text)
      if (parsed.kind === 'day') return take(parsed.date)
      return parsed.kind === 'period' ? take(parsed.text) : refuse(CELL_REASONS.notFounding())
    }
    case 'flag':
      return readFlag(text)
    case 'choice':
      return column.id === 'difficultyCodes' ? readCodes(column, text, lists) : readChoice(column, text, lists)
  }
}

function readTaxCode(text: string): ReadCell {
  const parsed = parseTaxCodeText(text)
  return parsed.state === 'malformed' ? refuse(CELL_REASONS.taxCodeForm()) : take(parsed.code)
}

/** A mark, or a word of yes or no; other words are no answer here, where nobody knows what was meant. */
function readFlag(text: string): ReadCell {
  const mark = readMark(text, text, null)
  if (mark.value !== null && !mark.isOdd) return take(mark.value)
  return mark.value === null ? take(null) : refuse(CELL_REASONS.notFlag())
}

function readChoice(column: RegistryColumn, text: string, lists: ChoiceLists): ReadCell {
  const found = lists[column.id]?.read(text) ?? 'unknown'
  if (found === 'ambiguous') return refuse(CELL_REASONS.ambiguousChoice(text))
  if (found !== 'unknown') return take(found.value)
  // Lists write forms in many ways: "Cty TNHH 1 thành viên" is a form all the same.
  const form = column.id === 'legalForm' ? legalFormOfText(text) : null
  const known = form === null ? 'unknown' : (lists.legalForm?.read(form) ?? 'unknown')
  return typeof known === 'string' ? refuse(CELL_REASONS.unknownChoice(text)) : take(known.value)
}

/** Several difficulties in one cell, each by its code or name; kept in the order of the catalogue. */
function readCodes(column: RegistryColumn, text: string, lists: ChoiceLists): ReadCell {
  const list = lists[column.id]
  const whole = list?.read(text)
  if (whole !== undefined && typeof whole !== 'string') return take(whole.value)
  const codes = new Set<string>()
  // Names have commas of their own, so the semicolon parts names and the comma only codes.
  const parts = text.split(text.includes(';') ? /[;\n]/ : /[\n,]/)
  for (const part of parts) {
    if (foldText(part) === '') continue
    const found = list?.read(part) ?? 'unknown'
    if (typeof found === 'string') return refuse(CELL_REASONS.unknownChoice(part.trim()))
    codes.add(String(found.value))
  }
  const ordered = [...codes].toSorted((a, b) => (list?.rankOf(a) ?? 0) - (list?.rankOf(b) ?? 0))
  return take(ordered.length === 0 ? null : ordered.join(CODE_SEPARATOR))
}

function clear(column: RegistryColumn): ReadCell {
  if (column.id === 'name') return refuse(CELL_REASONS.nameMissing())
  return column.id === 'stage' ? refuse(CELL_REASONS.stageKept()) : take(null)
}

function take(value: TableValue): ReadCell {
  return { ok: true, value }
}

function refuse(reason: string): ReadCell {
  return { ok: false, reason }
}

/** Whether what is in a founding cell is a day; anything else is kept as text. */
export function isFoundingDay(value: TableValue): value is string {
  return typeof value === 'string' && isIsoDate(value)
}
