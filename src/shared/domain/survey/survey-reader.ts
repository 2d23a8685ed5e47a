import { createSheetText, type SheetText, type TextConversion } from '../exchange/decode-text.ts'
import type { ForeignRow, ForeignSheet } from '../exchange/foreign-sheet.ts'
import { foldText } from '../text/fold.ts'
import type { SurveyField } from './fields.ts'
import { createFindings, type Findings } from './findings.ts'
import { createGroupTrack } from './group-track.ts'
import { findHeader, type SurveyHeader } from './header.ts'
import { createPlaceReader, fillDownPlaces } from './place-columns.ts'
import { readRecord, type RecordReader, type SurveyRecord } from './read-record.ts'
import { createRowReader, isFootRow, isSolidRow, kindOfRow, type RowReader } from './row-kinds.ts'
import { FILE_HINTS } from './sentences.ts'
import { createSumCheck, readStated } from './sum-check.ts'
import { readTitle, type SheetTitle } from './title.ts'

/** A sheet read as a survey, before its places are matched and its rows compared with the registry. */
export interface UnderstoodSurvey {
  readonly header: SurveyHeader
  readonly title: SheetTitle
  readonly records: readonly SurveyRecord[]
  readonly conversions: readonly TextConversion[]
  readonly findings: Findings
}

/** Takes the rows of a sheet as they come; a long list is understood while the rest of it is still being parsed. */
export interface SurveyReader {
  take(rows: readonly ForeignRow[]): void
  /** Null when the sheet has no header of a survey. */
  finish(): UnderstoodSurvey | null
}

/** So many rows are looked at before a header is sought and the encoding of doubtful texts decided. */
const LOOKED_AT = 1000

/** `remap`: how the columns of this sender's lists are read, where somebody said so. */
export function createSurveyReader(
  sheet: Pick<ForeignSheet, 'styles' | 'merges'>,
  remap: (header: SurveyHeader) => SurveyHeader = (header) => header,
): SurveyReader {
  let head: ForeignRow[] = []
  let body: ReturnType<typeof createBodyReader> | null = null
  let isNoSurvey = false

  function begin(): void {
    const text = createSheetText({ styles: sheet.styles, rows: head })
    const found = findHeader({ rows: head, merges: sheet.merges }, text)
    if (found === null) isNoSurvey = true
    else {
      const header = remap(found)
      body = createBodyReader(sheet, header, text, head)
      for (const row of head) if (row.number > header.bottom) body.take(row)
    }
    head = []
  }

  return {
    take(rows) {
      if (isNoSurvey) return
      for (const row of rows) {
        if (body === null) head.push(row)
        else body.take(row)
      }
      if (body === null && head.length >= LOOKED_AT) begin()
    },
    finish() {
      if (body === null && !isNoSurvey) begin()
      return body === null ? null : body.finish()
    },
  }
}

function createBodyReader(
  sheet: Pick<ForeignSheet, 'styles' | 'merges'>,
  header: SurveyHeader,
  text: SheetText,
  head: readonly ForeignRow[],
): { take(row: ForeignRow): void; finish(): UnderstoodSurvey } {
  const findings = createFindings()
  const columns = new Map<SurveyField, number>()
  for (const known of header.columns)
    if (known.field !== null && !columns.has(known.field)) columns.set(known.field, known.column)
  const rowReader = createRowReader(header, text, columns, sheet.merges)
  const reader: RecordReader = { sheet, text, header, columns, isUnionList: isUnionList(header, columns), findings }
  const title = readTitle(
    head.filter((row) => row.number < header.top),
    text,
  )
  const columnPlaces = createPlaceReader(rowReader, sheet.merges)
  const track = createGroupTrack()
  const sums = createSumCheck(columns, findings)
  const records: SurveyRecord[] = []
  // Rows that may turn out to stand under the table, until one comes that counts something.
  let waiting: ForeignRow[] = []

  function read(row: ForeignRow): void {
    const kind = kindOfRow(rowReader, row)
    if (kind.kind === 'group') {
      track.enter(kind.label, kind.marker)
      sums.group(row, readStated(rowReader, row))
    } else if (kind.kind === 'total') sums.total(row.number, readStated(rowReader, row), kind.isGrand)
    else if (kind.kind === 'record') {
      if (row.hidden) findings.hint('hidden', row.number, null)
      const record = readRecord(reader, row, [...columnPlaces(row), ...track.places()])
      records.push(record)
      sums.record(record)
    }
  }

  return {
    take(row) {
      if (!isSolidRow(rowReader, row)) {
        waiting.push(row)
        return
      }
      for (const earlier of waiting) read(earlier)
      waiting = []
      read(row)
    },
    finish() {
      const foot = waiting.findIndex((row) => isFootRow(row, text))
      for (const row of foot < 0 ? waiting : waiting.slice(0, foot)) read(row)
      sums.close()
      sayAboutColumns(header, rowReader, reader.isUnionList, findings)
      return { header, title, records: fillDownPlaces(records, findings), conversions: text.conversions(), findings }
    },
  }
}

/** "Tên CĐCS" without a column that says yes or no: the list is of unions. */
function isUnionList(header: SurveyHeader, columns: ReadonlyMap<SurveyField, number>): boolean {
  if (columns.has('hasUnion') || columns.has('noUnion')) return false
  const name = header.columns.find((known) => known.field === 'name')
  return name !== undefined && /\b(?:cdcs|cong doan co so|nghiep doan)\b/.test(foldText(name.label))
}

function sayAboutColumns(header: SurveyHeader, { columns }: RowReader, isList: boolean, findings: Findings): void {
  if (isList) findings.say(FILE_HINTS.unionList)
  else if (!columns.has('hasUnion') && !columns.has('noUnion') && columns.has('members'))
    findings.say(FILE_HINTS.noUnionColumn)
  if (!columns.has('workers') && !columns.has('men')) findings.say(FILE_HINTS.noWorkersColumn)
  if (!columns.has('taxCode')) findings.say(FILE_HINTS.noTaxCodeColumn)
  const unknown = header.columns.filter((known) => known.field === null).map((known) => `“${known.label}”`)
  if (unknown.length > 0) findings.say(FILE_HINTS.keptColumns(unknown.join(', ')))
}
