import { isRichCell, type CellValue, type ForeignSheet } from '../foreign-sheet.ts'
import { HIDDEN_MARK } from './form-book.ts'

/**
 * The hidden part as it lies in the cells of its sheet. It is cut because Excel's cells take 32,767 letters; the
 * pieces carry their numbers, so that a sorted sheet is put together again.
 */
export interface HiddenPart {
  readonly version: number
  /** SHA-256 in hex of the whole text. */
  readonly sha256: string
  readonly text: string
}

/** Letters in one cell, below Excel's bound. */
const PIECE = 30_000
/** More than any form has: 100 MB of text. */
const MOST_PIECES = 4000

/** Rows of the hidden sheet. */
export function cutHidden({ version, sha256, text }: HiddenPart): readonly (readonly string[])[] {
  const pieces: string[] = []
  for (let at = 0; at < text.length; at += PIECE) pieces.push(text.slice(at, at + PIECE))
  return [
    [HIDDEN_MARK, String(version), String(pieces.length), sha256],
    ...pieces.map((piece, index) => [String(index + 1), piece]),
  ]
}

export type HiddenReading =
  | { readonly kind: 'whole'; readonly part: HiddenPart; readonly sheet: string }
  /** The sheet is there, but its text is not: pieces are missing or cut. */
  | { readonly kind: 'damaged'; readonly sheet: string }
  | { readonly kind: 'lost' }

/** Finds the hidden sheet by its first cell, whatever it is called now and wherever its rows were moved. */
export function findHidden(sheets: readonly ForeignSheet[]): HiddenReading {
  for (const sheet of sheets) {
    const head = sheet.rows.slice(0, MOST_PIECES).find((row) => textOf(row.values[0]) === HIDDEN_MARK)
    if (head === undefined) continue
    const count = Number(textOf(head.values[2]))
    const pieces = new Map<number, string>()
    for (const row of sheet.rows) {
      const number = Number(textOf(row.values[0]))
      if (row !== head && Number.isInteger(number) && number > 0) pieces.set(number, textOf(row.values[1]))
    }
    if (!Number.isInteger(count) || count < 1 || count > MOST_PIECES) return { kind: 'damaged', sheet: sheet.name }
    let text = ''
    for (let number = 1; number <= count; number++) {
      const piece = pieces.get(number)
      if (piece === undefined) return { kind: 'damaged', sheet: sheet.name }
      text += piece
    }
    const part = { version: Number(textOf(head.values[1])), sha256: textOf(head.values[3]).toLowerCase(), text }
    return { kind: 'whole', part, sheet: sheet.name }
  }
  return { kind: 'lost' }
}

function textOf(value: CellValue | undefined): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number') return String(value)
  return isRichCell(value)
    ? value.runs
        .map((run) => run.text)
        .join('')
        .trim()
    : ''
}
