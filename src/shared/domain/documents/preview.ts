import type { Drawing } from '../charts/drawing.ts'

/**
 * A document as its pages will look, before any writer: the same paragraphs, tables and order as the Word file, each
 * with the look the rule set gives it, and every figure still known by its id. The window draws it, PDF is written
 * from it. Sizes and gaps are points, lengths millimetres. Where a page ends is left to whoever draws it.
 */
export interface PreviewDocument {
  readonly title: string
  readonly issuer: string
  readonly keywords: readonly string[]
  /** Format rule set it is laid out by. */
  readonly rules: string
  readonly font: string
  readonly sections: readonly PreviewSection[]
}

/** A run of pages of one orientation, numbered by itself from 1. */
export interface PreviewSection {
  readonly id: string
  readonly orientation: 'portrait' | 'landscape'
  /** Of the paper as it lies: a landscape page is wider than high. */
  readonly page: PreviewPage
  readonly blocks: readonly PreviewBlock[]
}

export interface PreviewPage {
  readonly widthMm: number
  readonly heightMm: number
  readonly topMm: number
  readonly bottomMm: number
  readonly leftMm: number
  readonly rightMm: number
  /** From the paper's upper edge to the page number. */
  readonly numberFromTopMm: number
  readonly numberSize: number
  /** The first page of the section prints no number. */
  readonly numberHiddenOnFirst: boolean
}

export type PreviewBlock = PreviewParagraph | PreviewRule | PreviewTable | PreviewPicture

/** Where in the composed document a block comes from: its section and the block's place in it, both from 0. */
export interface PreviewOrigin {
  readonly section: number
  readonly block: number
}

export interface PreviewParagraph {
  readonly kind: 'paragraph'
  /** Id of the Word style: "NoiDung", "Heading1". */
  readonly style: string
  readonly align: 'left' | 'center' | 'right' | 'both'
  readonly leftMm: number
  readonly firstLineMm: number
  readonly beforePt: number
  readonly afterPt: number
  readonly line: PreviewLine
  /** Stays on one page with what follows. */
  readonly keepNext: boolean
  /** The dash of a list, printed before the text and one space; the text itself does not hold it. */
  readonly mark: string | null
  /** 1–3 for a heading, for bookmarks. */
  readonly headingLevel: 1 | 2 | 3 | null
  /** Empty for a line that is only room. */
  readonly runs: readonly PreviewRun[]
  readonly origin: PreviewOrigin | null
}

/** multiple: times a single line; exact: points. */
export interface PreviewLine {
  readonly kind: 'multiple' | 'exact'
  readonly value: number
}

export interface PreviewRun {
  readonly text: string
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly underlined: boolean
  /** Id of the figure this run prints; null for words. */
  readonly figure: string | null
  /** blank = left for the office to fill by hand; draft = words somebody has yet to confirm. */
  readonly state: 'blank' | 'draft' | null
}

/** The regulated line under a name or a title, centred. */
export interface PreviewRule {
  readonly kind: 'rule'
  readonly lengthMm: number
  readonly beforePt: number
  readonly afterPt: number
}

/** A chart in the text, centred; never cut by the end of a page and always on one with its caption. */
export interface PreviewPicture {
  readonly kind: 'picture'
  readonly id: string
  readonly widthMm: number
  readonly heightMm: number
  readonly drawing: Drawing
  readonly alt: string
  readonly keepNext: boolean
  readonly origin: PreviewOrigin | null
}

export interface PreviewTable {
  readonly kind: 'table'
  /** Id of the composed table; letterhead, signature and pact are frames. */
  readonly id: string
  /** frame = invisible, two columns: letterhead and signatures. */
  readonly look: 'frame' | 'grid'
  readonly columnsMm: readonly number[]
  /** Rows at its head that are repeated on every page. */
  readonly headerRows: number
  /** Between a cell's border and its text, left and right. */
  readonly cellMarginMm: number
  readonly rows: readonly PreviewRow[]
  readonly origin: PreviewOrigin | null
}

export interface PreviewRow {
  /** Stays on one page with the row after it; no row is ever cut by the end of a page. */
  readonly keepNext: boolean
  readonly cells: readonly PreviewCell[]
}

export interface PreviewCell {
  /** First column it stands in, from 0. */
  readonly column: number
  readonly columns: number
  readonly rows: number
  readonly vertical: 'top' | 'center'
  readonly content: readonly (PreviewParagraph | PreviewRule)[]
}

/** The words of a paragraph as printed, without the mark of its list. */
export function previewText(paragraph: PreviewParagraph): string {
  return paragraph.runs.map((run) => run.text).join('')
}

/** Every paragraph in reading order, those of cells row by row; rules and empty room are left out. */
export function paragraphsOf(document: PreviewDocument): PreviewParagraph[] {
  const printed = (block: PreviewParagraph | PreviewRule): PreviewParagraph[] =>
    block.kind === 'paragraph' && block.runs.length > 0 ? [block] : []
  return document.sections.flatMap((section) =>
    section.blocks.flatMap((block) => {
      if (block.kind === 'picture') return []
      if (block.kind !== 'table') return printed(block)
      return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.content.flatMap(printed)))
    }),
  )
}
