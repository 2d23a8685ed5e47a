import type { Drawing } from '../charts/drawing.ts'
import type { Inline } from '../wording/parts.ts'

/**
 * A document as content, before any layout: what the Word file, the preview in the window and the
 * snapshot of figures are all made from. Composing is pure; fonts, margins and rules come later from the
 * format rule set.
 */
export interface OfficialDocument {
  readonly type: string
  /** For the file's properties and the register: "Kế hoạch phát triển đoàn viên, … năm 2024". */
  readonly title: string
  readonly issuer: string
  readonly keywords: readonly string[]
  readonly sections: readonly Section[]
  /** Pictures with their captions it can print and does not unless the clerk puts them in; left out: none. */
  readonly offered?: readonly Block[]
}

/** A run of pages of one orientation with its own page numbers (each annex is numbered by itself). */
export interface Section {
  readonly id: string
  readonly orientation: 'portrait' | 'landscape'
  readonly blocks: readonly Block[]
}

export type Block =
  | LetterheadBlock
  | TitleBlock
  | AddresseesBlock
  | HeadingBlock
  | ParagraphBlock
  | ItemBlock
  | TableBlock
  | PictureBlock
  | SignatureBlock
  | PactBlock
  | CentredBlock
  | ArticleBlock
  | AnnexTitleBlock

export interface LetterheadBlock {
  readonly kind: 'letterhead'
  readonly superiorLines: readonly string[]
  readonly issuerLines: readonly string[]
  /** "Số:       /KH-LĐLĐ" */
  readonly code: Inline
  /** "Đông Sơn, ngày      tháng      năm 2024" */
  readonly dateLine: Inline
  /** Trích yếu of a công văn, without "V/v": it stands under the number and there is no tên loại. */
  readonly letterSubject?: Inline
}

export interface TitleBlock {
  readonly kind: 'title'
  /** "KẾ HOẠCH" */
  readonly name: string
  /** Trích yếu, broken into lines where an office breaks it. */
  readonly subject: readonly Inline[]
}

export interface AddresseesBlock {
  readonly kind: 'addressees'
  /** A tờ trình, for which a rule set may have a word of its own ("Kính trình"). */
  readonly petition?: boolean
  readonly lines: readonly Inline[]
}

export interface HeadingBlock {
  readonly kind: 'heading'
  /** 1 = "I. TITLE", 2 = "1. Title", 3 = "a) title" */
  readonly level: 1 | 2 | 3
  readonly label: string
  readonly text: Inline
}

export interface ParagraphBlock {
  readonly kind: 'paragraph'
  /**
   * basis = căn cứ (italic); caption = title of a table; note = line under a table; opening/body = text;
   * picture-caption = "Hình 1. …" under a picture, numbered by itself
   */
  readonly role: 'body' | 'basis' | 'caption' | 'unit-note' | 'note' | 'picture-caption'
  readonly text: Inline
}

/** One dash item of a list. */
export interface ItemBlock {
  readonly kind: 'item'
  readonly text: Inline
}

export interface TableBlock {
  readonly kind: 'table'
  readonly id: string
  readonly columns: readonly TableColumn[]
  /** Rows of the header; together they cover every column (spans included). */
  readonly header: readonly (readonly HeaderCell[])[]
  readonly rows: readonly TableRow[]
}

/** A chart drawn from the document's own figures, as wide as the text; its caption is the paragraph after it. */
export interface PictureBlock {
  readonly kind: 'picture'
  /** Told apart within the document: "ket-qua-don-vi". */
  readonly id: string
  readonly drawing: Drawing
  /** What it says to somebody who does not see it; in Word the picture's alternative text. */
  readonly alt: Inline
}

export interface TableColumn {
  readonly id: string
  readonly align: 'left' | 'center' | 'right'
  /** Takes what the others leave (names, notes). */
  readonly grows?: boolean
}

export interface HeaderCell {
  readonly text: Inline
  readonly columns?: number
  readonly rows?: number
}

export interface TableRow {
  /** group = bold with roman number; total = bold, kept with the row before it */
  readonly kind: 'row' | 'group' | 'total'
  readonly cells: readonly TableCell[]
}

export interface TableCell {
  readonly text: Inline
  readonly columns?: number
  readonly align?: 'left' | 'center' | 'right'
  readonly bold?: boolean
}

export interface SignatureBlock {
  readonly kind: 'signature'
  /** Each without dash and closing mark: "Tổng Liên đoàn Lao động Việt Nam (để báo cáo)". */
  readonly recipients: readonly Inline[]
  /** "TM. BAN THƯỜNG VỤ" */
  readonly authority: string
  /** "CHỦ TỊCH" */
  readonly position: string
  readonly name: string
}

/** Two parties sign beside each other: who binds itself on the left, who receives the word on the right. */
export interface PactBlock {
  readonly kind: 'pact'
  readonly left: PactSide
  readonly right: PactSide
}

export interface PactSide {
  /** "TM. BAN THƯỜNG VỤ LĐLĐ TỈNH" */
  readonly authority: string
  readonly position: string
  readonly name: string
}

/**
 * A line of a decision in capitals, centred: authority = "BAN THƯỜNG VỤ …" who decides; enacting = "QUYẾT ĐỊNH:"
 * (NĐ 30/2020, Phụ lục III, mẫu 1.2).
 */
export interface CentredBlock {
  readonly kind: 'centred'
  readonly role: 'authority' | 'enacting'
  readonly text: Inline
}

/** "Điều 1. …" of a decision: the label bold, the text regular. */
export interface ArticleBlock {
  readonly kind: 'article'
  readonly label: string
  readonly text: Inline
}

export interface AnnexTitleBlock {
  readonly kind: 'annex-title'
  /** "Phụ lục" when there is one, "Phụ lục I" when there are more (NĐ 30/2020, Phụ lục I, mục III.1). */
  readonly label: string
  readonly title: readonly Inline[]
  /** "(Kèm theo Kế hoạch số … của …)" */
  readonly reference: Inline
}
