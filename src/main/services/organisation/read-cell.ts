import { appError, type AppError } from '#shared/contract/errors.ts'
import { LARGEST_FIGURE } from '#shared/contract/fields.ts'
import { parseFigure } from '#shared/domain/indicators/money.ts'
import {
  findRecordColumn,
  recordChoices,
  recordTitle,
  type RecordColumn,
  type RecordId,
} from '#shared/domain/organisation/records.ts'
import { parseDecimal } from '#shared/domain/results/parse-value.ts'
import { foldText, normalizeText } from '#shared/domain/text/fold.ts'
import { normalizeLines } from '#shared/domain/text/lines.ts'
import { parseDateText } from '#shared/domain/text/parse-date.ts'
import { isIsoDate } from '#shared/kit/dates.ts'
import { err, ok, type Result } from '#shared/kit/result.ts'
import { isReferred, THING_WORDS, UNKNOWN_THING, type Things } from './things.ts'

export type CellValue = string | number | boolean | null
export type StoredCell = string | number | null

const LONGEST_LINE = 1000
const LONGEST_TEXT = 20_000

/** A cell's value, or the text somebody typed into it, as it is stored; or why it is not taken. */
export function readRecordCell(
  id: RecordId,
  name: string,
  value: CellValue,
  { things, isNew }: { readonly things: Things; readonly isNew: boolean },
): Result<{ readonly column: RecordColumn; readonly stored: StoredCell }, AppError> {
  const column = findRecordColumn(id, name)
  if (column === null) return err(appError('COLUMN_UNKNOWN', { name }))
  if (column.fixed === true && !isNew) return err(appError('RECORD_FIXED', { name: recordTitle(id, column) }))
  const read = readValue(id, column, value, things)
  return read.ok ? ok({ column, stored: read.value }) : read
}

function readValue(id: RecordId, column: RecordColumn, value: CellValue, things: Things): Result<StoredCell, AppError> {
  const { kind } = column
  const text = value === null ? '' : (kind === 'long' ? normalizeLines : normalizeText)(String(value))
  if (text === '') {
    // A choice that is emptied goes back to what it usually is.
    if (column.usual !== undefined) return ok(column.usual)
    return column.required === true
      ? err(appError('CATALOGUE_CELL_MISSING', { name: recordTitle(id, column) }))
      : ok(kind === 'order' ? 0 : null)
  }
  if (isReferred(kind)) {
    const match = things.find(kind, text)
    if (match === 'several') return err(appError('NAME_AMBIGUOUS', { text }))
    return match === 'unknown'
      ? err(appError(UNKNOWN_THING[kind], { text, code: text, word: THING_WORDS[kind] ?? '' }))
      : ok(match.id)
  }
  switch (kind) {
    case 'text':
    case 'long': {
      const limit = kind === 'text' ? LONGEST_LINE : LONGEST_TEXT
      return text.length > limit ? err(appError('TEXT_TOO_LONG', { limit })) : ok(text)
    }
    case 'date': {
      const parsed = isIsoDate(text) ? { kind: 'day' as const, date: text } : parseDateText(text)
      return parsed.kind !== 'day' || parsed.date < '1900-01-01' || parsed.date >= '2200-01-01'
        ? err(appError('DATE_INVALID', { text }))
        : ok(parsed.date)
    }
    case 'choice': {
      const folded = foldText(text)
      const found = Object.entries(recordChoices(id, column.id)).find(
        ([code, word]) => code === text || foldText(word) === folded,
      )
      return found === undefined
        ? err(appError('CATALOGUE_CELL_WRONG', { name: recordTitle(id, column), text }))
        : ok(found[0])
    }
    case 'order':
    case 'count':
    case 'money': {
      const read =
        typeof value === 'number' ? value : kind === 'money' ? parseFigure(text, 'đồng')?.value : parseDecimal(text)
      return read === undefined || read === null || !Number.isInteger(read) || read < 0 || read > LARGEST_FIGURE
        ? err(appError('COUNT_INVALID', { text }))
        : ok(read)
    }
  }
}
