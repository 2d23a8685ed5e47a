import { isDateCell, isErrorCell, type ForeignRow } from '../exchange/foreign-sheet.ts'
import { isBlankText } from '../text/parse-number.ts'
import {
  dateOfSerial,
  parseDateNumber,
  parseDateText,
  yearHiddenInSerial,
  type ParsedDate,
} from '../text/parse-date.ts'
import type { RecordReader } from './read-record.ts'
import { PROBLEM_SENTENCES } from './sentences.ts'
import type { IsoDate } from '../../kit/dates.ts'

/** A founding day, or the text of what is no whole day ("2015", "31/02/2020"). */
export interface Founding {
  readonly on: IsoDate | null
  readonly text: string | null
}

const NONE: Founding = { on: null, text: null }

/** Mixed cells: real dates, text, years, serial numbers that lost their format. A day that does not exist warns. */
export function readFounding(reader: RecordReader, row: ForeignRow): Founding {
  const column = reader.columns.get('foundedOn')
  const value = column === undefined ? null : row.values[column]
  if (column === undefined || value === null || value === undefined || typeof value === 'boolean') return NONE
  if (isErrorCell(value)) {
    reader.findings.hint('errorValue', row.number, column, value.error)
    return NONE
  }
  if (isDateCell(value)) {
    const year = yearHiddenInSerial(value.serial)
    if (year !== null) {
      reader.findings.hint('yearAsDate', row.number, column, String(year))
      return { on: null, text: String(year) }
    }
    const date = value.date ?? dateOfSerial(value.serial)
    return date === null ? warn(reader, row, column, String(value.serial)) : { on: date, text: null }
  }
  const text = reader.text.read(row, column)
  if (typeof value === 'number') return settle(parseDateNumber(value), reader, row, column, text)
  if (isBlankText(text)) return NONE
  return settle(parseDateText(text), reader, row, column, text)
}

function settle(parsed: ParsedDate, reader: RecordReader, row: ForeignRow, column: number, text: string): Founding {
  if (parsed.kind === 'invalid') return warn(reader, row, column, text)
  if (parsed.kind === 'period') return { on: null, text: parsed.text }
  if (parsed.note === 'shortYear') reader.findings.hint('shortYear', row.number, column, text)
  return { on: parsed.date, text: null }
}

function warn(reader: RecordReader, row: ForeignRow, column: number, text: string): Founding {
  reader.findings.problem(row.number, column, 'DATE_INVALID', PROBLEM_SENTENCES.DATE_INVALID(text))
  return { on: null, text }
}
