import type { AppResult } from '#shared/contract/errors.ts'
import type { CellValue, ForeignNote, ForeignRow } from '#shared/domain/exchange/foreign-sheet.ts'
import type { PreviewDocument } from '#shared/domain/documents/preview.ts'
import type { WordFile } from '#shared/domain/documents/word-file.ts'
import type { SheetHead } from '../formats/format.ts'
import type { ForeignFileFacts } from '../read-foreign-file.ts'

// What crosses between the backend and the process that parses foreign files. Rows go as JSON text in batches:
// one string is far cheaper to hand over than half a million cells as objects.

/** To the parser: one file, then it is done with. */
export interface ParseRequest {
  readonly type: 'parse'
  readonly file: string
  readonly sheet: string | null
  /** Papers are read as tables, too. */
  readonly papers?: boolean
}

/** To the parser: one Word file, then it is done with. */
export interface ParseWordRequest {
  readonly type: 'parse-word'
  readonly file: string
}

/** The whole answer to it; a document is small beside a list. */
export interface WordMessage {
  readonly type: 'word'
  readonly result: AppResult<WordFile>
}

/** To the parser: one Word file whose pages are to be drawn. */
export interface ParseWordPagesRequest {
  readonly type: 'parse-word-pages'
  readonly file: string
}

export interface WordPagesMessage {
  readonly type: 'word-pages'
  readonly result: AppResult<PreviewDocument>
}

/** To the parser: one file of the exchange; the process may be asked for the next one. */
export interface ParsePackageRequest {
  readonly type: 'parse-package'
  readonly file: string
  readonly passphrase: string | null
}

/** The whole answer to it: a `PackageReading` as JSON, or why there is none. */
export interface PackageMessage {
  readonly type: 'package'
  readonly result: AppResult<string>
}

/** From the parser, in this order: names, then for each sheet its head and rows, then done. */
export type ParseMessage =
  | { readonly type: 'names'; readonly names: readonly string[] }
  | { readonly type: 'note'; readonly note: ForeignNote }
  | { readonly type: 'sheet'; readonly head: SheetHead }
  | { readonly type: 'rows'; readonly rows: string }
  | { readonly type: 'done'; readonly result: AppResult<ForeignFileFacts> }

/** A row as it travels: number, hidden, styles, values, formulas. */
type PackedRow = readonly [number, 0 | 1, number | readonly number[], readonly CellValue[], (readonly number[])?]

export function packRows(rows: readonly ForeignRow[]): string {
  return JSON.stringify(
    rows.map((row): PackedRow => {
      const hidden = row.hidden ? 1 : 0
      return row.formulas === undefined
        ? [row.number, hidden, row.styles, row.values]
        : [row.number, hidden, row.styles, row.values, row.formulas]
    }),
  )
}

export function unpackRows(text: string): ForeignRow[] {
  return (JSON.parse(text) as PackedRow[]).map(([number, hidden, styles, values, formulas]) =>
    formulas === undefined
      ? { number, hidden: hidden === 1, styles, values }
      : { number, hidden: hidden === 1, styles, values, formulas },
  )
}

export function isParseRequest(message: unknown): message is ParseRequest {
  return isRequest(message, 'parse')
}

export function isParseWordRequest(message: unknown): message is ParseWordRequest {
  return isRequest(message, 'parse-word')
}

export function isParseWordPagesRequest(message: unknown): message is ParseWordPagesRequest {
  return isRequest(message, 'parse-word-pages')
}

export function isParsePackageRequest(message: unknown): message is ParsePackageRequest {
  return isRequest(message, 'parse-package')
}

function isRequest(message: unknown, type: string): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === type &&
    'file' in message &&
    typeof message.file === 'string'
  )
}
