import { createSheetText, type TextConversion } from '../exchange/decode-text.ts'
import type { ForeignRow, ForeignSheet, MergedArea } from '../exchange/foreign-sheet.ts'
import { foldText } from '../text/fold.ts'
import { parseCountNumber, parseCountText } from '../text/parse-number.ts'
import { PLACE_FIELDS, type SurveyField } from './fields.ts'
import { createFindings, type Findings } from './findings.ts'
import { createGroupTrack } from './group-track.ts'
import { findHeader, type SurveyHeader } from './header.ts'
import { parsePlace, type PlaceLevel } from './places.ts'
import { readRecord, type PlaceCandidate, type RecordReader, type SurveyRecord } from './read-record.ts'
import { isFootRow, kindOfRow, type RowReader } from './row-kinds.ts'
import { FILE_HINTS } from './sentences.ts'
import { readTitle, type SheetTitle } from './title.ts'

/** A sheet read as a survey, before its places are matched and its rows compared with the registry. */
export interface UnderstoodSurvey {
  readonly header: SurveyHeader
  readonly title: SheetTitle
  readonly records: readonly SurveyRecord[]
  readonly conversions: readonly TextConversion[]
  /** Whether rows say where they are: by a column or by group rows. */
  readonly hasPlaces: boolean
  readonly findings: Findings
}

type StatedSums = Partial<Record<'workers' | 'women' | 'insured' | 'members', number>>

/** Reads a sheet; null when it has no header of a survey. Pure: the same sheet gives the same reading. */
export function understandSurvey(sheet: ForeignSheet): UnderstoodSurvey | null {
  const text = createSheetText(sheet)
  const header = findHeader(sheet, text)
  if (header === null) return null
  const findings = createFindings()
  const columns = new Map<SurveyField, number>()
  for (const known of header.columns)
    if (known.field !== null && !columns.has(known.field)) columns.set(known.field, known.column)
  const rowReader: RowReader = {
    header,
    text,
    columns,
    nameLabels: nameLabels(header),
    wideMerges: wideMergesByRow(sheet.merges),
  }
  const reader: RecordReader = { sheet, text, header, columns, isUnionList: isUnionList(header, columns), findings }
  const body = dropFoot(
    sheet.rows.filter((row) => row.number > header.bottom),
    rowReader,
  )
  const columnPlaces = createPlaceReader(rowReader)
  const track = createGroupTrack()
  const records: SurveyRecord[] = []
  const sums = createSumCheck(columns, findings)
  for (const row of body) {
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
  sums.close()
  sayAboutColumns(header, columns, reader.isUnionList, findings)
  const hasPlaces = records.some((record) => record.places.length > 0)
  return {
    header,
    title: readTitle(
      sheet.rows.filter((row) => row.number < header.top),
      text,
    ),
    records,
    conversions: text.conversions(),
    hasPlaces,
    findings,
  }
}

function nameLabels(header: SurveyHeader): string[] {
  const label = header.columns.find((known) => known.field === 'name')?.label ?? ''
  return [foldText(label), ...label.split(' - ').map(foldText)]
}

/** "Tên CĐCS" without a column that says yes or no: the list is of unions. */
function isUnionList(header: SurveyHeader, columns: ReadonlyMap<SurveyField, number>): boolean {
  if (columns.has('hasUnion') || columns.has('noUnion')) return false
  const name = header.columns.find((known) => known.field === 'name')
  return name !== undefined && /\b(?:cdcs|cong doan co so|nghiep doan)\b/.test(foldText(name.label))
}

function sayAboutColumns(
  header: SurveyHeader,
  columns: ReadonlyMap<SurveyField, number>,
  isList: boolean,
  findings: Findings,
): void {
  if (isList) findings.say(FILE_HINTS.unionList)
  else if (!columns.has('hasUnion') && !columns.has('noUnion') && columns.has('members'))
    findings.say(FILE_HINTS.noUnionColumn)
  if (!columns.has('workers') && !columns.has('men')) findings.say(FILE_HINTS.noWorkersColumn)
  if (!columns.has('taxCode')) findings.say(FILE_HINTS.noTaxCodeColumn)
  const unknown = header.columns.filter((known) => known.field === null).map((known) => `“${known.label}”`)
  if (unknown.length > 0) findings.say(FILE_HINTS.keptColumns(unknown.join(', ')))
}

function wideMergesByRow(merges: readonly MergedArea[]): Map<number, MergedArea[]> {
  const byRow = new Map<number, MergedArea[]>()
  for (const merge of merges) {
    if (merge.right === merge.left) continue
    const list = byRow.get(merge.top)
    if (list === undefined) byRow.set(merge.top, [merge])
    else list.push(merge)
  }
  return byRow
}

/** Cuts off what stands under the table: everything after the last row that counts something, from the first foot line on. */
function dropFoot(rows: readonly ForeignRow[], reader: RowReader): readonly ForeignRow[] {
  const { columns, text } = reader
  const read = (row: ForeignRow, field: SurveyField): string => {
    const column = columns.get(field)
    return column === undefined ? '' : text.read(row, column)
  }
  // Figures, not words: under a table the names of those who sign may stand in any column.
  const isSolid = (row: ForeignRow): boolean =>
    (read(row, 'name') !== '' || read(row, 'index') !== '') &&
    (/\d/.test(read(row, 'taxCode') + read(row, 'workers') + read(row, 'members')) || read(row, 'address') !== '')
  let last = rows.length - 1
  while (last >= 0) {
    const row = rows[last]
    if (row !== undefined && isSolid(row) && !isFootRow(row, text)) break
    last--
  }
  const foot = rows.findIndex((row, index) => index > last && isFootRow(row, text))
  return foot < 0 ? rows : rows.slice(0, foot)
}

/** Reads the places a row's own columns name. Places repeat by the thousand, so each text is parsed once. */
function createPlaceReader(reader: RowReader): (row: ForeignRow) => PlaceCandidate[] {
  const columns = (Object.entries(PLACE_FIELDS) as [SurveyField, PlaceLevel | undefined][]).flatMap(
    ([field, level]) => {
      const column = reader.columns.get(field)
      return column === undefined ? [] : [{ column, level, known: new Map<string, PlaceCandidate | null>() }]
    },
  )
  return (row) => {
    const found: PlaceCandidate[] = []
    for (const { column, level, known } of columns) {
      const text = reader.text.read(row, column)
      let candidate = known.get(text)
      if (candidate === undefined) {
        const place = parsePlace(text)
        candidate = place === null ? null : { place, level, from: 'column' }
        known.set(text, candidate)
      }
      if (candidate !== null) found.push(candidate)
    }
    return found
  }
}

function readStated(reader: RowReader, row: ForeignRow): StatedSums {
  const sums: StatedSums = {}
  for (const field of ['workers', 'women', 'insured', 'members'] as const) {
    const column = reader.columns.get(field)
    const value = column === undefined ? null : row.values[column]
    if (column === undefined || value === null || value === undefined) continue
    const parsed = typeof value === 'number' ? parseCountNumber(value) : parseCountText(reader.text.read(row, column))
    // A formula nobody calculated is stored as 0.
    if (parsed !== null && parsed.value > 0) sums[field] = parsed.value
  }
  return sums
}

const SUM_NAMES = {
  workers: 'số lao động',
  women: 'số lao động nữ',
  insured: 'số tham gia BHXH',
  members: 'số đoàn viên',
} as const

/** Compares the totals a file states with the sums of its rows; a difference is a hint, never used. */
function createSumCheck(
  columns: ReadonlyMap<SurveyField, number>,
  findings: Findings,
): {
  group(row: ForeignRow, stated: StatedSums): void
  total(row: number, stated: StatedSums, isGrand: boolean): void
  record(record: SurveyRecord): void
  close(): void
} {
  const fields = (['workers', 'women', 'insured', 'members'] as const).filter((field) => columns.has(field))
  const zero = (): Required<StatedSums> => ({ workers: 0, women: 0, insured: 0, members: 0 })
  const all = zero()
  let part = zero()
  let rowsInPart = 0
  let open: { row: number; stated: StatedSums } | null = null
  const compare = (row: number, stated: StatedSums, ours: Required<StatedSums>): void => {
    for (const field of fields) {
      const value = stated[field]
      if (value !== undefined && value !== ours[field])
        findings.say(FILE_HINTS.totalDiffers(row, SUM_NAMES[field], value, ours[field]))
    }
  }
  const closePart = (): void => {
    if (open !== null && rowsInPart > 0) compare(open.row, open.stated, part)
    open = null
  }
  return {
    group(row, stated) {
      closePart()
      part = zero()
      rowsInPart = 0
      open = { row: row.number, stated }
    },
    total(row, stated, isGrand) {
      closePart()
      if (isGrand) compare(row, stated, all)
      else if (rowsInPart > 0) {
        // A subtotal is of its group, or of everything so far where groups are not marked.
        const isOfAll = fields.every((field) => stated[field] === undefined || stated[field] === all[field])
        if (!isOfAll) compare(row, stated, part)
      }
      if (!isGrand) {
        part = zero()
        rowsInPart = 0
      }
    },
    record(record) {
      rowsInPart++
      for (const field of fields) {
        all[field] += record[field] ?? 0
        part[field] += record[field] ?? 0
      }
    },
    close: closePart,
  }
}
