import type { SheetText } from '../exchange/decode-text.ts'
import {
  isDateCell,
  isErrorCell,
  styleOf,
  type CellValue,
  type ForeignRow,
  type ForeignSheet,
} from '../exchange/foreign-sheet.ts'
import { foldText } from '../text/fold.ts'
import { isBlankText, parseCountNumber, parseCountText, type ParsedCount } from '../text/parse-number.ts'
import { legalFormOfKey, legalFormOfText, nameKey } from './enterprise-name.ts'
import type { SurveyField } from './fields.ts'
import type { Findings } from './findings.ts'
import { readFounding } from './founding-date.ts'
import type { SurveyColumn, SurveyHeader } from './header.ts'
import { readMark } from './marks.ts'
import type { Place, PlaceLevel } from './places.ts'
import { PROBLEM_SENTENCES } from './sentences.ts'
import { parseTaxCodeNumber, parseTaxCodeText, type ParsedTaxCode } from './tax-code.ts'
import type { IsoDate } from '../../kit/dates.ts'

/** One row of a survey as understood; blanks are null. */
export interface SurveyRecord {
  readonly row: number
  readonly name: string
  readonly nameKey: string
  readonly taxCode: string | null
  readonly legalForm: string | null
  /** The form stands in a column of its own, not only in the name. */
  readonly statesLegalForm: boolean
  readonly address: string | null
  readonly industry: string | null
  readonly phone: string | null
  readonly foundedOn: IsoDate | null
  readonly foundedText: string | null
  readonly note: string | null
  readonly workers: number | null
  readonly women: number | null
  readonly insured: number | null
  readonly hasUnion: boolean | null
  readonly members: number | null
  readonly difficulty: string | null
  /** Columns we know no meaning of, by their header. */
  readonly extra: Readonly<Record<string, string>>
  /** Where it may be, the most telling first. */
  readonly places: readonly PlaceCandidate[]
  /** The row has an error and is not applied. */
  readonly hasError: boolean
}

export interface PlaceCandidate {
  readonly place: Place
  readonly level: PlaceLevel | undefined
  readonly from: 'column' | 'group' | 'address' | 'title'
}

export interface RecordReader {
  readonly sheet: Pick<ForeignSheet, 'styles'>
  readonly text: SheetText
  readonly header: SurveyHeader
  readonly columns: ReadonlyMap<SurveyField, number>
  /** The list is of unions: each row has one. */
  readonly isUnionList: boolean
  readonly findings: Findings
}

export function readRecord(reader: RecordReader, row: ForeignRow, places: readonly PlaceCandidate[]): SurveyRecord {
  const { columns, findings, text } = reader
  const read = (field: SurveyField): string => {
    const column = columns.get(field)
    return column === undefined ? '' : text.read(row, column)
  }
  const kept = (field: SurveyField): string | null => {
    const value = read(field)
    return value === '' || /^[-–—_.…]+$/.test(value) ? null : value
  }
  const extra: Record<string, string> = readExtra(reader, row)
  const name = read('name')
  const key = nameKey(name)
  if (name === '')
    findings.problem(row.number, columns.get('name') ?? 0, 'NAME_MISSING', PROBLEM_SENTENCES.NAME_MISSING())
  const taxCode = readTaxCode(reader, row, extra)
  const counts = readCounts(reader, row)
  const founding = readFounding(reader, row)
  const statedForm = readLegalForm(reader, row, extra)
  return {
    row: row.number,
    name,
    nameKey: key,
    taxCode,
    legalForm: statedForm ?? legalFormOfKey(key),
    statesLegalForm: statedForm !== null,
    address: kept('address'),
    industry: kept('industry'),
    phone: readPhone(reader, row) ?? kept('phone'),
    foundedOn: founding.on,
    foundedText: founding.text,
    note: kept('note'),
    ...counts.values,
    hasUnion: readUnion(reader, row, counts.values.members),
    difficulty: kept('difficulty'),
    extra,
    places,
    hasError: name === '' || counts.hasError,
  }
}

/** A telephone number in a numeric cell has lost its zero. */
function readPhone({ columns }: RecordReader, row: ForeignRow): string | null {
  const value = row.values[columns.get('phone') ?? -1]
  return typeof value === 'number' && /^\d{9,10}$/.test(String(value)) ? `0${value}` : null
}

function readTaxCode(reader: RecordReader, row: ForeignRow, extra: Record<string, string>): string | null {
  const column = reader.columns.get('taxCode')
  if (column === undefined) return null
  const value = row.values[column]
  const text = reader.text.read(row, column)
  let parsed: ParsedTaxCode
  if (typeof value === 'number') parsed = parseTaxCodeNumber(value, styleOf(reader.sheet, row, column)?.format)
  else if (isDateCell(value)) parsed = parseTaxCodeNumber(value.serial)
  else parsed = parseTaxCodeText(text)
  if (parsed.state === 'malformed') {
    reader.findings.problem(row.number, column, 'MST_CHECK', PROBLEM_SENTENCES.MST_CHECK_FORM(text))
    const label = reader.header.columns.find((known) => known.column === column)?.label ?? ''
    extra[label] = text
  }
  if (parsed.state === 'checkFailed')
    reader.findings.problem(row.number, column, 'MST_CHECK', PROBLEM_SENTENCES.MST_CHECK_DIGIT(parsed.code ?? text))
  if (parsed.state === 'uncheckable') reader.findings.hint('personalNumber', row.number, column, parsed.code ?? '')
  if (parsed.padded) reader.findings.hint('paddedTaxCode', row.number, column, parsed.code ?? '')
  return parsed.code
}

interface Counts {
  readonly values: Pick<SurveyRecord, 'workers' | 'women' | 'insured' | 'members'>
  readonly hasError: boolean
}

function readCounts(reader: RecordReader, row: ForeignRow): Counts {
  const { columns, findings } = reader
  const workersColumn = columns.get('workers')
  const stated = readCount(reader, row, 'workers')
  const women = readCount(reader, row, 'women').value
  const insured = readCount(reader, row, 'insured').value
  const members = readCount(reader, row, 'members').value
  let workers = stated.value
  if (stated.isWrong && workersColumn !== undefined)
    findings.problem(
      row.number,
      workersColumn,
      'WORKERS_NOT_NUMBER',
      PROBLEM_SENTENCES.WORKERS_NOT_NUMBER(rawText(reader, row, workersColumn)),
    )
  else if (workers === null) {
    const men = readCount(reader, row, 'men').value
    if (men !== null && women !== null) {
      workers = men + women
      findings.hint('workersFromSum', row.number, null)
    } else if (workersColumn !== undefined) findings.hint('workersMissing', row.number, workersColumn)
  }
  if (workers !== null && members !== null && members > workers)
    findings.problem(
      row.number,
      columns.get('members') ?? 0,
      'MEMBERS_OVER_WORKERS',
      PROBLEM_SENTENCES.MEMBERS_OVER_WORKERS(members, workers),
    )
  if (workers !== null && women !== null && women > workers)
    findings.hint('womenOverWorkers', row.number, columns.get('women') ?? null)
  if (workers !== null && insured !== null && insured > workers)
    findings.hint('insuredOverWorkers', row.number, columns.get('insured') ?? null)
  return { values: { workers, women, insured, members }, hasError: stated.isWrong }
}

/** `isWrong` only for workers: a figure elsewhere that is no number is left blank with a hint. */
function readCount(
  reader: RecordReader,
  row: ForeignRow,
  field: SurveyField,
): { readonly value: number | null; readonly isWrong: boolean } {
  const column = reader.columns.get(field)
  const value = column === undefined ? null : row.values[column]
  if (column === undefined || value === null || value === undefined) {
    if (column !== undefined && row.formulas?.includes(column))
      reader.findings.hint('notCountedYet', row.number, column)
    return { value: null, isWrong: false }
  }
  const isWorkers = field === 'workers'
  if (isErrorCell(value)) {
    if (!isWorkers) reader.findings.hint('errorValue', row.number, column, value.error)
    return { value: null, isWrong: isWorkers }
  }
  const text = reader.text.read(row, column)
  // Signs stand for an empty cell; words for workers ("chưa rõ") are an answer that is no number.
  const saysNothing = isBlankText(text) && !(isWorkers && /\p{L}/u.test(text))
  if (typeof value !== 'number' && !isDateCell(value) && saysNothing) return { value: null, isWrong: false }
  const parsed = parseCount(value, text, isWorkers)
  if (parsed === null) {
    if (!isWorkers) reader.findings.hint('notCount', row.number, column, rawText(reader, row, column))
    return { value: null, isWrong: isWorkers }
  }
  if (parsed.note !== undefined) reader.findings.hint(parsed.note, row.number, column, rawText(reader, row, column))
  return { value: parsed.value, isWrong: false }
}

function parseCount(value: CellValue, text: string, isWorkers: boolean): ParsedCount | null {
  if (typeof value === 'number') return parseCountNumber(value)
  // A count in a cell somebody formatted as a date: the number is still there.
  if (isDateCell(value)) return parseCountNumber(value.serial)
  if (!isWorkers && /^(?:khong|ko|chua)$/.test(foldText(text))) return { value: 0 }
  return parseCountText(text)
}

function readUnion(reader: RecordReader, row: ForeignRow, members: number | null): boolean | null {
  const { columns, findings } = reader
  const has = columns.get('hasUnion')
  const hasNot = columns.get('noUnion')
  if (has === undefined && hasNot === undefined) {
    if (reader.isUnionList) return true
    return members === null ? null : members > 0
  }
  const read = (column: number): ReturnType<typeof readMark> => {
    const mark = readMark(
      row.values[column],
      reader.text.read(row, column),
      styleOf(reader.sheet, row, column)?.font ?? null,
    )
    if (mark.isOdd) findings.hint('oddMark', row.number, column, rawText(reader, row, column))
    return mark
  }
  const yes = has === undefined ? null : read(has).value
  const no = hasNot === undefined ? null : read(hasNot).value
  // With both columns a mark in one is enough; with only "Chưa có", its mark says no and "không" says yes.
  const hasUnion = yes ?? (no === null ? null : !no)
  if (hasUnion !== true && members !== null && members > 0)
    findings.hint('membersWithoutUnion', row.number, columns.get('members') ?? null)
  return hasUnion
}

/** From a "Loại hình" cell, or from the marks in the sub-columns under it (a mark in one of several). */
function readLegalForm(reader: RecordReader, row: ForeignRow, extra: Record<string, string>): string | null {
  const column = reader.columns.get('legalForm')
  const stated = column === undefined ? '' : reader.text.read(row, column)
  if (stated !== '') {
    const form = legalFormOfText(stated)
    if (form === null) extra[labelOf(reader.header, column)] = stated
    if (form !== null) return form
  }
  const options = reader.header.columns
    .filter((known) => isMarked(reader, row, known))
    .map((known) => [known, known.option ?? ''] as const)
  for (const [known, option] of options)
    extra[known.label.slice(0, -option.length).replace(/[\s-]+$/, '') || known.label] = option
  const forms = options.map(([, option]) => legalFormOfText(option)).filter((form) => form !== null)
  // "Ngoài nước" with "TNHH" is an enterprise of foreign capital; "Trong nước" alone says no form.
  return forms.find((form) => form === 'FDI100' || form === 'FDILD' || form === 'DNNN') ?? forms[0] ?? null
}

function isMarked(reader: RecordReader, row: ForeignRow, known: SurveyColumn): boolean {
  if (known.field !== 'legalFormMark') return false
  const font = styleOf(reader.sheet, row, known.column)?.font ?? null
  return readMark(row.values[known.column], reader.text.read(row, known.column), font).value === true
}

function readExtra(reader: RecordReader, row: ForeignRow): Record<string, string> {
  const extra: Record<string, string> = {}
  for (const known of reader.header.columns) {
    if (known.field !== null && known.field !== 'men') continue
    const value = row.values[known.column]
    const text = typeof value === 'boolean' ? (value ? 'x' : '') : reader.text.read(row, known.column)
    if (text !== '') extra[known.label] = text
  }
  return extra
}

function labelOf(header: SurveyHeader, column: number | undefined): string {
  return header.columns.find((known) => known.column === column)?.label ?? ''
}

/** What stands in a cell, as it is quoted to the clerk. */
export function rawText(reader: Pick<RecordReader, 'text'>, row: ForeignRow, column: number): string {
  const value = row.values[column]
  if (isErrorCell(value)) return value.error
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'number') return String(value).replace('.', ',')
  return reader.text.read(row, column)
}
