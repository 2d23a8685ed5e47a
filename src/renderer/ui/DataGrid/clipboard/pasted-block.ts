import { normalizeText } from '#shared/domain/text/fold.ts'
import type { ClipboardCell } from '#shared/domain/table/clipboard-cell.ts'
import { readHtmlTable } from '#shared/domain/table/clipboard-html-read.ts'
import { readCopyToken } from '#shared/domain/table/clipboard-html-write.ts'
import { parseTsv } from '#shared/domain/table/clipboard-tsv.ts'

/** What a paste brings. Rows may differ in length. */
export interface PastedBlock {
  readonly cells: readonly (readonly ClipboardCell[])[]
  readonly width: number
  /** The source marked its first row as a header. */
  readonly headed: boolean
  /** Words around the table were left out. */
  readonly wordsAround: boolean
  /** The copy or cut of this program it comes from. */
  readonly token: string | null
}

/** Fewer cells than this beside words around them are a remark on a page, not a table. */
const SMALLEST_TABLE = 4

/**
 * Reads the clipboard: the table of the page where there is one, for it knows merged cells, newlines, hidden
 * rows and machine values that plain text does not; else lines and tabs. Null when there is nothing to paste.
 */
export function readPasted(text: string, html: string): PastedBlock | null {
  const token = html === '' ? null : readCopyToken(html)
  const table = html === '' ? null : readHtmlTable(html)
  if (table !== null) {
    const count = table.rows.reduce((sum, row) => sum + row.length, 0)
    if (!table.wordsAround || count >= SMALLEST_TABLE || text === '')
      return {
        cells: table.rows,
        width: widthOf(table.rows),
        headed: table.headed,
        wordsAround: table.wordsAround,
        token,
      }
  }
  const cells = parseTsv(text).map((row) =>
    row.map((cell) => ({ text: cell.normalize('NFC').replaceAll('\u00a0', ' ') })),
  )
  if (cells.length === 0) return null
  return { cells, width: widthOf(cells), headed: false, wordsAround: false, token }
}

function widthOf(rows: readonly (readonly ClipboardCell[])[]): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0)
}

/** Rows without a word at the end: copying whole columns brings them, and nobody means new empty rows. */
export function withoutEmptyTail(rows: readonly (readonly ClipboardCell[])[]): readonly (readonly ClipboardCell[])[] {
  let end = rows.length
  while (end > 0 && rows[end - 1]?.every(({ text }) => normalizeText(text) === '') === true) end -= 1
  return rows.slice(0, end)
}
