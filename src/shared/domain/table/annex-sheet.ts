/**
 * A table of a document on its way to Excel: the same titles, heads, rows and notes as on paper, numbers as numbers.
 * Lengths are millimetres.
 */
export interface AnnexSheet {
  /** Name of the sheet, before Excel's own rules are put to it. */
  readonly name: string
  /** Lines over the table, each across all columns. */
  readonly above: readonly AnnexLine[]
  readonly columnsMm: readonly number[]
  /** Rows of the head, printed again on every page. */
  readonly header: readonly AnnexRow[]
  readonly rows: readonly AnnexRow[]
  /** Notes under the table. */
  readonly below: readonly AnnexLine[]
  /** Points. */
  readonly size: number
  readonly page: AnnexPage
}

export interface AnnexPage {
  readonly orientation: 'portrait' | 'landscape'
  readonly topMm: number
  readonly bottomMm: number
  readonly leftMm: number
  readonly rightMm: number
  readonly headerMm: number
}

export interface AnnexLine {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  readonly align: 'left' | 'center'
  readonly size: number
  /** How many lines it takes, so that its row is as high. */
  readonly lines: number
}

export interface AnnexRow {
  /** Lines of its highest cell. */
  readonly lines: number
  readonly cells: readonly AnnexCell[]
}

export interface AnnexCell {
  /** First column it stands in, from 0. */
  readonly column: number
  readonly columns: number
  readonly rows: number
  readonly align: 'left' | 'center' | 'right'
  readonly bold: boolean
  readonly value: AnnexValue
}

/** A percent is 65.7 for 65,7 %; `sign` is a word or sign before the number: "hơn ". */
export type AnnexValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number' | 'percent'; readonly value: number; readonly sign: string }
