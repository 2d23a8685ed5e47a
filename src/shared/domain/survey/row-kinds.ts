import type { SheetText } from '../exchange/decode-text.ts'
import { isDateCell, type ForeignRow, type MergedArea } from '../exchange/foreign-sheet.ts'
import { foldText } from '../text/fold.ts'
import { isRepeatedHeader, type SurveyHeader } from './header.ts'
import type { SurveyField } from './fields.ts'
import { parsePlace } from './places.ts'

/** What a row under the header is. Only `record` rows are enterprises. */
export type RowKind =
  | { readonly kind: 'record' }
  | { readonly kind: 'group'; readonly label: string; readonly marker: GroupMarker }
  | { readonly kind: 'total'; readonly label: string; readonly isGrand: boolean }
  | { readonly kind: 'skip' }

/** How a group row is numbered: groups of one numbering are sisters. */
export type GroupMarker = 'roman' | 'letter' | 'digit' | 'none'

export interface RowReader {
  readonly header: SurveyHeader
  readonly text: SheetText
  readonly columns: ReadonlyMap<SurveyField, number>
  /** What the header says over the column of names, line by line, folded. */
  readonly nameLabels: readonly string[]
  /** Merged areas by the row they begin in, only those of several columns. */
  readonly wideMerges: ReadonlyMap<number, readonly MergedArea[]>
}

export function createRowReader(
  header: SurveyHeader,
  text: SheetText,
  columns: ReadonlyMap<SurveyField, number>,
  merges: readonly MergedArea[],
): RowReader {
  const label = header.columns.find((known) => known.field === 'name')?.label ?? ''
  const wideMerges = new Map<number, MergedArea[]>()
  for (const merge of merges) {
    if (merge.right === merge.left) continue
    const list = wideMerges.get(merge.top)
    if (list === undefined) wideMerges.set(merge.top, [merge])
    else list.push(merge)
  }
  return { header, text, columns, nameLabels: [foldText(label), ...label.split(' - ').map(foldText)], wideMerges }
}

const ROMAN = /^\(?(?=[IVXLC])(?:X{0,3}|XL|L)(?:IX|IV|V?I{0,3})[.)/:]?$/i
const LETTER = /^\(?[A-ZĐ][.)/:]?$/
const LABEL_NUMBERING = /^\(?([IVXLC]+|[A-H]|\d{1,2}(?:\.\d{1,2})*)[.)/:-]\s*\S/
/** A name such as "(2)" or "B" is the line that numbers the columns. */
const NUMBERED_COLUMN = /^\(?(?:\d{1,2}|[A-Da-d])\)?$/
const COUNTED: readonly SurveyField[] = ['workers', 'men', 'women', 'insured', 'hasUnion', 'members']
const DESCRIBED: readonly SurveyField[] = [
  'taxCode',
  'address',
  'industry',
  'foundedOn',
  'phone',
  'placeDistrict',
  'placeCommune',
  'legalForm',
]

export function kindOfRow(reader: RowReader, row: ForeignRow): RowKind {
  const { text, columns } = reader
  const read = (field: SurveyField): string => {
    const column = columns.get(field)
    return column === undefined ? '' : text.read(row, column)
  }
  const name = read('name')
  const isDescribed = DESCRIBED.some((field) => read(field) !== '')
  // The common case first: a named row that is described is an enterprise, whatever else it looks like.
  if (
    name !== '' &&
    isDescribed &&
    !isTotalLabel(name) &&
    !NUMBERED_COLUMN.test(name) &&
    !(isHeaderName(reader, name) && isRepeatedHeader(reader.header, row, text))
  )
    return { kind: 'record' }
  const filled = filledColumns(row, text)
  if (filled.length === 0 || isNumberingRow(row, text) || isRepeatedHeader(reader.header, row, text))
    return { kind: 'skip' }
  const label = firstWords(row, text, filled, reader)
  // A title of a group or a sum stands wherever the table begins, were it the column of tax codes.
  const isLabelAlone = name === '' && label !== '' && DESCRIBED.every((field) => ['', label].includes(read(field)))
  if (label !== '' && isTotalLabel(label) && (read('taxCode') === '' || isLabelAlone))
    return { kind: 'total', label, isGrand: isGrandTotal(label) }
  if (isLabelAlone || !isDescribed) {
    const group = readGroup(reader, row, filled, label)
    if (group !== null) return group
  }
  if (!isDescribed) {
    const counted = COUNTED.some((field) => read(field) !== '')
    if (name === '') {
      // Pre-numbered empty lines, and sums nobody labelled.
      const isNumbered = read('index') !== ''
      if (!counted) return { kind: 'skip' }
      if (!isNumbered) return { kind: 'total', label: '', isGrand: false }
    }
  }
  return { kind: 'record' }
}

/** Folding keeps the length of composed text, so most names are told from the header's without folding them. */
function isHeaderName(reader: RowReader, name: string): boolean {
  return reader.nameLabels.some((label) => label.length === name.length && label === foldText(name))
}

function filledColumns(row: ForeignRow, text: SheetText): number[] {
  const filled: number[] = []
  row.values.forEach((value, column) => {
    if (typeof value === 'number' || typeof value === 'boolean' || isDateCell(value) || text.read(row, column) !== '')
      filled.push(column)
  })
  return filled
}

/** "(1) (2) (3)", "1 2 3 4", "A B 1 2": the line that numbers the columns. */
function isNumberingRow(row: ForeignRow, text: SheetText): boolean {
  let previous = 0
  let counted = 0
  for (let column = 0; column < row.values.length; column++) {
    const value = text.read(row, column)
    if (value === '') continue
    const match = /^\(?(\d{1,2})\)?(?:\s*=.*)?$/.exec(value)
    if (match === null) {
      if (/^\(?[a-d]\)?$/i.test(value) && counted === 0) continue
      return false
    }
    const number = Number(match[1])
    if (number !== previous + 1 && !(counted === 0 && number <= 2)) return false
    previous = number
    counted++
  }
  return counted >= 3
}

/** The first words of a row, up to the name's column or wherever a merged cell puts them. */
function firstWords(row: ForeignRow, text: SheetText, filled: readonly number[], reader: RowReader): string {
  const nameColumn = reader.columns.get('name') ?? 0
  const words = filled
    .filter((column) => typeof row.values[column] !== 'number')
    .map((column) => ({ column, words: text.read(row, column) }))
  const before = words.filter(({ column, words: label }) => column <= nameColumn && !isMarker(label))
  return (before[0] ?? words.find(({ words: label }) => !isMarker(label)))?.words ?? ''
}

function isMarker(label: string): boolean {
  return ROMAN.test(label) || LETTER.test(label) || /^\(?\d{1,4}(?:\.\d{1,3})*[.)]?$/.test(label)
}

const MAY_BE_TOTAL = /^[\s*(+-]*[ct]/i

/**
 * "Cộng", "Tổng cộng", "Tổng số", "Cộng huyện Cam Lộ" – but not "Công ty …" nor "Tổng công ty …". Accents tell
 * "cộng" from "công"; text without accents is judged by what follows.
 */
export function isTotalLabel(label: string): boolean {
  if (!MAY_BE_TOTAL.test(label)) return false
  const lower = label
    .toLowerCase()
    .normalize('NFC')
    .replace(/^[\s*(+-]+/, '')
  if (/^(?:tổng\s*cộng|cộng|tổng\s*số|tổng|toàn\s*(?:tỉnh|huyện|ngành))(?![\p{L}])/u.test(lower))
    return !/^tổng\s+(?:công\s*ty|cục|kho|đài|đội|đại lý)/u.test(lower)
  const isBare = lower === foldText(lower)
  return (
    isBare &&
    /^(?:tong cong|tong so|tong|cong|toan tinh)(?=[\s:.]|$)/.test(lower) &&
    !/^(?:tong )?cong (?:ty|ti|doan|nhan|nghiep|trinh)\b/.test(lower) &&
    !/^tong (?:cuc|kho|dai)\b/.test(lower)
  )
}

function isGrandTotal(label: string): boolean {
  return /^(?:tong cong|tong so|toan tinh|tong)(?: toan tinh)?[\s:.]*(?:\([^)]*\))?$/.test(foldText(label))
}

function readGroup(reader: RowReader, row: ForeignRow, filled: readonly number[], label: string): RowKind | null {
  if (label === '') return null
  const indexColumn = reader.columns.get('index')
  const index = indexColumn === undefined ? '' : reader.text.read(row, indexColumn)
  const marker = markerOf(index, label)
  // A lone letter or numeral in the numbering column makes a group; digits number the enterprises.
  if (index !== '' && (marker === 'roman' || marker === 'letter') && isMarker(index)) return group(label, marker)
  const words = filled.filter(
    (column) => typeof row.values[column] !== 'number' && reader.text.read(row, column) !== index,
  )
  if (words.length > 1) return null
  const numbers = filled.filter((column) => column !== indexColumn && !words.includes(column))
  const isOnlyLabel = numbers.length === 0
  const isMerged = (reader.wideMerges.get(row.number) ?? []).some(
    (merge) => words.includes(merge.left) && merge.right - merge.left >= 2,
  )
  if (isMerged) return group(label, marker)
  const place = parsePlace(label)
  const isDigitNumbered = /^\d/.test(index)
  if (place?.kind !== null && place !== null && (isOnlyLabel || !isDigitNumbered)) return group(label, marker)
  // "I. Khối doanh nghiệp" in one cell, nothing else in the row.
  return isOnlyLabel && index === '' && marker !== 'none' ? group(label, marker) : null
}

function group(label: string, marker: GroupMarker): RowKind {
  return { kind: 'group', label, marker }
}

function markerOf(index: string, label: string): GroupMarker {
  const mark = isMarker(index) ? index : (LABEL_NUMBERING.exec(label)?.[1] ?? '')
  if (mark === '') return 'none'
  if (/^\(?\d/.test(mark)) return 'digit'
  return ROMAN.test(mark) ? 'roman' : 'letter'
}

const FOOT_WORDS =
  /^(?:nguoi (?:lap|tong hop|khao sat|kiem tra|duyet|ky)|ke toan|thu truong|giam doc|pho giam doc|truong phong|pho truong phong|chu tich|pho chu tich|truong ban|tm|kt|tl|tuq|q|xac nhan|noi nhan|ky ten|\(?ky\b|ghi chu:|luu y|lap bieu|nguoi bao cao|can bo|tong giam doc|thay mat)\b|^\(?(?:ky|ky ten|ky ghi ro ho ten|ky va ghi ro ho ten|dong dau)|^(?:an dinh |tong cong )?(?:danh sach|bieu|bang)(?: tren| nay)* (?:nay |tren )?(?:co|gom) (?:tong so |tong cong )?\d/
const FOOT_DATE = /ngày\s*[\d.…_ ]*\s*tháng\s*[\d.…_ ]*\s*năm/iu

/** Whether a row belongs to what stands under a table: place and date, who signs, remarks. */
export function isFootRow(row: ForeignRow, text: SheetText): boolean {
  return row.values.some((value, column) => {
    if (value === null || typeof value === 'number') return false
    const label = text.read(row, column)
    return FOOT_DATE.test(label) || FOOT_WORDS.test(foldText(label).replace(/[.,]/g, ' ').trim())
  })
}

/**
 * A row that counts something, so that what stands above it belongs to the table. Figures, not words: under a table
 * the names of those who sign may stand in any column.
 */
export function isSolidRow({ columns, text }: RowReader, row: ForeignRow): boolean {
  const read = (field: SurveyField): string => {
    const column = columns.get(field)
    return column === undefined ? '' : text.read(row, column)
  }
  if (read('name') === '' && read('index') === '') return false
  if (/\d/.test(read('taxCode')) || typeof row.values[columns.get('workers') ?? -1] === 'number') return true
  const counts = /\d/.test(read('workers') + read('members')) || read('address') !== ''
  return counts && !isFootRow(row, text)
}
