/**
 * What travels between sites, whatever carries it: a `.chitieu` package or the .xlsx form of an office without the
 * program. Carriers turn it into bytes and back and decide nothing; comparing, asking and writing see only this.
 */
export const PACKAGE_KINDS = [
  'catalogue',
  'targets-draft',
  'opinions',
  'targets-issued',
  'survey',
  'report-form',
  'report',
  'commitment',
  'commitment-signed',
  'transfer',
  'handover',
  'return',
] as const
export type PackageKind = (typeof PACKAGE_KINDS)[number]

export function isPackageKind(text: string): text is PackageKind {
  return (PACKAGE_KINDS as readonly string[]).includes(text)
}

/** null is an empty cell, said on purpose; a cell nothing is said of is left out of its row. */
export type ContentValue = string | number | null
export type ContentCells = Readonly<Record<string, ContentValue>>

/** Who sends, who is meant. A site is one data file; two PCs of one office are two sites of one unit. */
export interface Party {
  /** Code of the unit. */
  readonly unit: string
  readonly name: string
  /** Null where any site of the unit is meant, and for a form, which an office without the program sends. */
  readonly site: string | null
}

/** First and last day the package is about. */
export interface ContentPeriod {
  readonly from: string
  readonly to: string
}

/**
 * A row of a table of `exchange/tables.ts`. Cells are named as there; cells that refer to a coded row (unit,
 * indicator, …) hold its code, others its id. "[xóa]" in a form is null here, a blank is left out.
 */
export interface ContentRow {
  readonly id: string
  /** Other ids the same thing goes by, where it was born at two sites and joined. */
  readonly aliases?: readonly string[] | undefined
  /** As a list calls it: "Công ty TNHH An Phát (0312345678)". For people only. */
  readonly title?: string | undefined
  readonly cells: ContentCells
  /** Cells as sender and receiver last had them in common; of a form all cells as they were sent out. */
  readonly base?: ContentCells | undefined
  /** A Xóa mark, or a row that is gone at the sender. */
  readonly deleted?: true | undefined
  /**
   * Which edits the row holds (`merge/stamp.ts`), as text. A carrier keeps it as it is: a form that comes back
   * carries the stamp it was sent out with, which says what it is an edit of. Left out by a row born in a form.
   */
  readonly stamp?: string | undefined
  /** Who changed it last at the sender, and when (ISO time). */
  readonly by?: string | undefined
  readonly at?: string | undefined
}

export interface PackageHead {
  /** UUIDv7. A form that comes back has an id of its own: the answer to `answers`, whose id it carries. */
  readonly id: string
  readonly kind: PackageKind
  readonly from: Party
  readonly to: Party
  readonly period: ContentPeriod | null
  /** Code of the plan, for the kinds that are about one. */
  readonly plan: string | null
  /** Counts what the sending site makes; 0 for a form that comes back. */
  readonly sequence: number
  /** The package this one goes on from: without it the receiver lacks what lies between. Null: complete in itself. */
  readonly base: string | null
  /** The package it replies to. */
  readonly answers: string | null
  /** ISO time, and the person. */
  readonly madeAt: string
  readonly madeBy: string
  /** Figures a form shows but nobody changes, and the like: "asOf", "basis". */
  readonly notes: Readonly<Record<string, string>>
}

/** A row of the package a form goes back to that the form no longer has: nothing happens to it, it is listed. */
export interface MissingRow {
  readonly table: string
  readonly id: string
  readonly title: string
}

/** Where a carrier could not read a cell; the rest of the file counts. `message` is a Vietnamese sentence. */
export interface ContentProblem {
  readonly table: string
  readonly id: string
  readonly column: string
  /** Row and column letter in the form, as Excel shows them. */
  readonly place?: string | undefined
  readonly message: string
}

export interface PackageContent {
  readonly head: PackageHead
  /** Rows by table. Order of tables and rows means nothing. */
  readonly tables: Readonly<Record<string, readonly ContentRow[]>>
  readonly missing: readonly MissingRow[]
  readonly problems: readonly ContentProblem[]
}

/** How a carrier answers what it read: the content, and what brought it. */
export interface ReadContent {
  readonly content: PackageContent
  readonly carrier: 'package' | 'form'
  readonly sha256: string
  /** Null: not signed, as every form. */
  readonly signature: ContentSignature | null
}

export interface ContentSignature {
  /** Raw Ed25519 key of the sender, base64. */
  readonly publicKey: string
  readonly fingerprint: string
}
