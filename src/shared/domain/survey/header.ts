import type { SheetText } from '../exchange/decode-text.ts'
import type { ForeignRow, ForeignSheet, MergedArea } from '../exchange/foreign-sheet.ts'
import { guessField, type FieldGuess, type SurveyField } from './fields.ts'
import { foldText } from '../text/fold.ts'

export interface SurveyColumn {
  readonly column: number
  /** The header's lines joined: "Số lao động - Trong đó nữ". */
  readonly label: string
  /** Null: kept under its label. */
  readonly field: SurveyField | null
  readonly option?: string
}

export interface SurveyHeader {
  /** First and last line of the header, as Excel numbers them. */
  readonly top: number
  readonly bottom: number
  readonly columns: readonly SurveyColumn[]
}

/** What of a sheet a header is found in: its first rows and its merged areas. */
type SheetHead = Pick<ForeignSheet, 'rows' | 'merges'>

/** A header stands within so many filled rows from the top: letterhead, title, notes come before it. */
const SEARCHED_ROWS = 60
const TALLEST = 4
const WIDEST = 200

/**
 * Finds the header: the block of one to four lines whose combined labels name the most things we know, the name
 * of the enterprise among them. Null when no block does, so the sheet is no survey.
 */
export function findHeader(sheet: SheetHead, text: SheetText): SurveyHeader | null {
  const rows = sheet.rows.slice(0, SEARCHED_ROWS)
  let best: { header: SurveyHeader; score: number } | null = null
  for (let first = 0; first < rows.length; first++) {
    for (let height = 1; height <= TALLEST && first + height <= rows.length; height++) {
      const block = rows.slice(first, first + height)
      const top = block[0]
      const bottom = block.at(-1)
      if (top === undefined || bottom === undefined || bottom.number - top.number >= TALLEST) break
      if (!block.every((row) => isLabelRow(row, text)) || (height > 1 && continuesAsData(block, text))) break
      const header = readHeader(sheet, block, text)
      const score = scoreOf(header)
      if (score > 0 && (best === null || score > best.score)) best = { header, score }
    }
  }
  return best?.header ?? null
}

/** Header lines hold words, at least two, and no figures; "(1)" lines are numbering, not header. */
function isLabelRow(row: ForeignRow, text: SheetText): boolean {
  let labels = 0
  for (let column = 0; column < Math.min(row.values.length, WIDEST); column++) {
    const value = row.values[column]
    if (value === null || value === undefined) continue
    if (typeof value === 'number' || typeof value === 'boolean') return false
    const label = text.read(row, column)
    if (/^[\d.,\s/-]+$/.test(label) || /^\(?\d{1,2}\)?$/.test(label)) return false
    if (label.length > 160) return false
    if (label !== '') labels++
  }
  return labels > 0
}

/** A line under "STT | Tên đơn vị" that fills these very columns is a group row of the table, not its header. */
function continuesAsData(block: readonly ForeignRow[], text: SheetText): boolean {
  const last = block.at(-1)
  if (last === undefined) return false
  return block.slice(0, -1).some((row) =>
    row.values.some((_, column) => {
      const guess = guessField([text.read(row, column)])
      const isClosed = guess !== null && (guess.field === 'index' || (guess.field === 'name' && guess.weight > 1))
      return isClosed && /^[^([]/.test(text.read(last, column)) && !isTopOfGroup(row, column, text)
    }),
  )
}

/** A label with an empty cell to its right may be the head of several columns. */
function isTopOfGroup(row: ForeignRow, column: number, text: SheetText): boolean {
  return text.read(row, column + 1) === '' && row.values.length > column + 1
}

function readHeader(sheet: SheetHead, block: readonly ForeignRow[], text: SheetText): SurveyHeader {
  const top = block[0]?.number ?? 0
  const bottom = block.at(-1)?.number ?? 0
  const merges = sheet.merges.filter((merge) => merge.top <= bottom && merge.bottom >= top && merge.left < WIDEST)
  const width = Math.min(
    WIDEST,
    Math.max(...block.map((row) => row.values.length), ...merges.map((merge) => Math.min(merge.right, WIDEST - 1) + 1)),
  )
  const lines = block.map((row) => labelsOf(row, merges, width, text))
  const guesses: { column: number; parts: string[]; guess: FieldGuess | null }[] = []
  for (let column = 0; column < width; column++) {
    const parts = partsOf(lines, column, merges.length > 0 && block.length > 1 && hasGroupMerge(merges, top, bottom))
    if (parts.length > 0) guesses.push({ column, parts, guess: guessField(parts) })
  }
  return { top, bottom, columns: settle(guesses) }
}

function hasGroupMerge(merges: readonly MergedArea[], top: number, bottom: number): boolean {
  return merges.some((merge) => merge.top >= top && merge.top <= bottom && merge.right > merge.left)
}

/** Labels of one line by column; a label merged over several columns stands over each of them. */
function labelsOf(row: ForeignRow, merges: readonly MergedArea[], width: number, text: SheetText): string[] {
  const labels = Array.from({ length: width }, (_, column) => text.read(row, column))
  for (const merge of merges) {
    if (merge.top !== row.number) continue
    const label = labels[merge.left] ?? ''
    for (let column = merge.left + 1; column <= Math.min(merge.right, width - 1); column++) labels[column] = label
  }
  return labels
}

/**
 * A column's labels from top to bottom. Files that lost their merges (csv) leave the head of a group over its
 * first column only: an empty cell over a filled one then takes the label to its left.
 */
function partsOf(lines: readonly (readonly string[])[], column: number, hasMerges: boolean): string[] {
  const parts: string[] = []
  lines.forEach((line, index) => {
    let label = line[column] ?? ''
    const isOverLabel = lines.slice(index + 1).some((below) => (below[column] ?? '') !== '')
    if (label === '' && isOverLabel && !hasMerges && parts.length === 0) {
      let left = column - 1
      while (
        left >= 0 &&
        (line[left] ?? '') === '' &&
        lines.slice(index + 1).some((below) => (below[left] ?? '') !== '')
      )
        left--
      const isHead = left >= 0 && lines.slice(index + 1).some((below) => (below[left] ?? '') !== '')
      label = isHead ? (line[left] ?? '') : ''
    }
    if (label !== '' && parts.at(-1) !== label) parts.push(label)
  })
  return parts
}

/** One column a field: the surest wording wins, then the first; the others are kept under their labels. */
function settle(
  guesses: readonly { column: number; parts: readonly string[]; guess: FieldGuess | null }[],
): SurveyColumn[] {
  const winner = new Map<SurveyField, number>()
  const weightOf = new Map<SurveyField, number>()
  for (const { column, guess } of guesses) {
    if (guess === null || guess.field === 'legalFormMark') continue
    if ((weightOf.get(guess.field) ?? 0) >= guess.weight) continue
    weightOf.set(guess.field, guess.weight)
    winner.set(guess.field, column)
  }
  const hasOtherName = guesses.some(({ column, guess }) => guess?.field === 'name' && winner.get('name') !== column)
  const used = new Set<string>()
  return guesses.map(({ column, parts, guess }) => {
    const label = unique(parts.join(' - '), used)
    if (guess === null) return { column, label, field: null }
    if (guess.field === 'legalFormMark') return { column, label, field: guess.field, option: guess.option ?? '' }
    if (winner.get(guess.field) === column) return { column, label, field: guess.field }
    // Beside "Tên doanh nghiệp" a column "Đơn vị" says which unit it belongs to.
    const isUnitColumn = hasOtherName && guess.field === 'name' && guess.weight === 1 && !winner.has('placeUnit')
    return { column, label, field: isUnitColumn ? 'placeUnit' : null }
  })
}

function unique(label: string, used: Set<string>): string {
  let name = label
  for (let copy = 2; used.has(name); copy++) name = `${label} (${copy})`
  used.add(name)
  return name
}

function scoreOf(header: SurveyHeader): number {
  const fields = new Set(header.columns.flatMap((column) => (column.field === null ? [] : [column.field])))
  if (!fields.has('name')) return 0
  fields.delete('index')
  if (fields.size < 3 && !(fields.size === 2 && (fields.has('workers') || fields.has('taxCode')))) return 0
  // Each further line must pay for itself, and a title taken for a label must not.
  return fields.size * 10 - (header.bottom - header.top)
}

/** Whether a row repeats the header, as printed tables do at the head of every page. */
export function isRepeatedHeader(header: SurveyHeader, row: ForeignRow, text: SheetText): boolean {
  let filled = 0
  let same = 0
  for (const { column, label } of header.columns) {
    const cell = text.read(row, column)
    if (cell === '') continue
    filled++
    // Folded, a label is as long as it is; most cells are told from it without folding them.
    if (label.length < cell.length || !label.toLowerCase().includes(cell.slice(-1).toLowerCase())) continue
    const folded = foldText(cell)
    const foldedLabel = foldText(label)
    if (foldedLabel === folded || foldedLabel.split(' - ').includes(folded)) same++
  }
  return same >= 2 && same >= filled * 0.6
}
