/**
 * A Word file as it will be printed: paragraphs in order with the look Word resolves for each piece of text
 * (direct formatting, then styles, then the file's defaults). Sizes are points, lengths millimetres.
 */
export interface WordFile {
  readonly sections: readonly WordSection[]
  readonly paragraphs: readonly WordParagraph[]
  readonly tables: readonly WordTable[]
  readonly pictures: readonly WordPicture[]
  /** The file's own properties; ours name type, plan, unit and figures there. */
  readonly properties: Readonly<Record<string, string>>
}

export interface WordSection {
  readonly widthMm: number
  readonly heightMm: number
  readonly topMm: number
  readonly bottomMm: number
  readonly leftMm: number
  readonly rightMm: number
  /** From the paper's upper edge to the header. */
  readonly headerMm: number
  /** The first page has a header of its own. */
  readonly firstPageDiffers: boolean
  /** What the first page's number is; null goes on from the section before. */
  readonly startsAt: number | null
  readonly pageNumber: WordPageNumber | null
  /** The first page prints a number. */
  readonly numbersFirstPage: boolean
}

export interface WordPageNumber {
  readonly place: 'header' | 'footer'
  readonly align: WordAlign
  readonly size: number
  readonly italic: boolean
  /** "decimal", "upperRoman"… */
  readonly format: string
}

export type WordAlign = 'left' | 'center' | 'right' | 'both'

/** Where in a table a paragraph stands; all from 0. */
export interface WordPlace {
  readonly table: number
  readonly row: number
  readonly cell: number
}

export interface WordParagraph {
  readonly section: number
  readonly place: WordPlace | null
  readonly style: string
  /** As printed, without the mark of its list. */
  readonly text: string
  /** The list's mark or number as printed, null outside lists: "-", "1.", "a)". */
  readonly mark: string | null
  readonly align: WordAlign
  readonly leftMm: number
  readonly firstLineMm: number
  readonly beforePt: number
  readonly afterPt: number
  readonly line: WordLine
  /** Text first, each with the look it prints in; empty pieces are left out. */
  readonly runs: readonly WordRun[]
  /** A line is drawn over or under it: a border of the paragraph, or a drawn line anchored in it. */
  readonly ruled: boolean
  readonly pageBreakBefore: boolean
}

/** multiple: times a single line; exact, atLeast: points. */
export interface WordLine {
  readonly kind: 'multiple' | 'exact' | 'atLeast'
  readonly value: number
}

export interface WordRun {
  readonly text: string
  readonly font: string
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly underlined: boolean
  /** Printed in capitals whatever is typed. */
  readonly capitals: boolean
  /** "000000", "auto" or another colour. */
  readonly color: string
}

/** A picture in the text or beside it; drawn lines and shapes are none. */
export interface WordPicture {
  readonly section: number
  readonly place: WordPlace | null
  /** What it says to somebody who does not see it; '' where nobody wrote anything. */
  readonly alt: string
  readonly widthMm: number
  readonly heightMm: number
}

export interface WordTable {
  readonly section: number
  readonly rows: number
  /** Rows at its head that are repeated on every page. */
  readonly headerRows: number
  readonly columns: number
  /** Rows that may be cut by the end of a page. */
  readonly splittingRows: number
  readonly bordered: boolean
}
