import type { IsoDate } from '../../kit/dates.ts'

/**
 * A table that came from outside, as every reader (xlsx, xls, ods, csv) hands it on: what each cell holds and how
 * it looked, nothing of what it means. Rows are numbered as Excel numbers them (from 1), columns from 0.
 */
export interface ForeignWorkbook {
  readonly format: ForeignFormat
  /** Bytes of the file and their SHA-256 in hex: the same file is known again by it. */
  readonly size: number
  readonly sha256: string
  /** The sheets that were read; all of them unless one was asked for by name. */
  readonly sheets: readonly ForeignSheet[]
  /** Names of all sheets in the file, in its order, hidden ones too. */
  readonly sheetNames: readonly string[]
  /** What a careful reader would mention, as codes; see `FOREIGN_NOTES`. */
  readonly notes: readonly ForeignNote[]
}

/** docx and txt: a paper read as one sheet, for reports alone. */
export type ForeignFormat = 'xlsx' | 'xls' | 'ods' | 'csv' | 'docx' | 'txt'

/**
 * nameSaysXlsx, nameSaysXls, nameSaysOds, nameSaysCsv: the content is of another kind than the name says, but readable;
 * externalLinks: cached values of other workbooks stand in it; uncomputed: formulas that were never calculated;
 * windows1258, utf16, legacyBytes: how a text file was decoded when it was not plain UTF-8;
 * columnsCut: cells beyond the last column we read were left out.
 */
export type ForeignNote =
  | 'nameSaysXlsx'
  | 'nameSaysXls'
  | 'nameSaysOds'
  | 'nameSaysCsv'
  | 'externalLinks'
  | 'uncomputed'
  | 'windows1258'
  | 'utf16'
  | 'legacyBytes'
  | 'columnsCut'

export interface ForeignSheet {
  readonly name: string
  readonly hidden: boolean
  /** Rows that hold anything, in order; a row that is absent is empty. */
  readonly rows: readonly ForeignRow[]
  readonly merges: readonly MergedArea[]
  /** What `ForeignRow.styles` point into. */
  readonly styles: readonly CellStyle[]
}

export interface ForeignRow {
  readonly number: number
  readonly hidden: boolean
  /** By column; may be shorter than the table is wide. */
  readonly values: readonly CellValue[]
  /** By column, index into the sheet's styles; one number stands for the whole row. */
  readonly styles: readonly number[] | number
  /** Columns whose value is a formula's cached result. */
  readonly formulas?: readonly number[]
}

/** Blank is null; text is as stored, in whatever encoding its font draws. */
export type CellValue = string | number | boolean | null | DateCell | ErrorCell | RichCell

/** A number whose format draws a date. `serial` is the number, in the 1900 system; `date` null when no day has it. */
export interface DateCell {
  readonly date: IsoDate | null
  readonly serial: number
}
/** `#N/A`, `#REF!` … */
export interface ErrorCell {
  readonly error: string
}
/** Text of several fonts in one cell; a run without a font has the cell's. */
export interface RichCell {
  readonly runs: readonly { readonly text: string; readonly font: string | null }[]
}

export interface CellStyle {
  readonly font: string | null
  /** Number format code, "General" when none: `0000000000` shows a tax code's lost zero. */
  readonly format: string
}

/** Both ends inclusive; rows from 1, columns from 0. */
export interface MergedArea {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export function isDateCell(value: CellValue | undefined): value is DateCell {
  return typeof value === 'object' && value !== null && 'serial' in value
}
export function isErrorCell(value: CellValue | undefined): value is ErrorCell {
  return typeof value === 'object' && value !== null && 'error' in value
}
export function isRichCell(value: CellValue | undefined): value is RichCell {
  return typeof value === 'object' && value !== null && 'runs' in value
}

export function styleOf(sheet: Pick<ForeignSheet, 'styles'>, row: ForeignRow, column: number): CellStyle | undefined {
  const index = typeof row.styles === 'number' ? row.styles : row.styles[column]
  return index === undefined ? undefined : sheet.styles[index]
}

/** 0 → "A", 25 → "Z", 26 → "AA": the letter Excel shows over a column. */
export function columnLetter(column: number): string {
  let rest = column + 1
  let letters = ''
  while (rest > 0) {
    const digit = (rest - 1) % 26
    letters = String.fromCharCode(65 + digit) + letters
    rest = (rest - 1 - digit) / 26
  }
  return letters
}

/** "AB" → 27; -1 for text that is no column. */
export function columnIndex(letters: string): number {
  if (!/^[A-Z]{1,3}$/.test(letters)) return -1
  let index = 0
  for (const letter of letters) index = index * 26 + (letter.charCodeAt(0) - 64)
  return index - 1
}
