import { normalizeText } from '../text/fold.ts'
import {
  decodeLegacy,
  isComposedUnicode,
  judgeEncoding,
  legacyEncodingOfFont,
  type LegacyEncoding,
} from '../text/legacy-fonts.ts'
import { mendMisreadUtf8 } from '../text/misread-utf8.ts'
import {
  isDateCell,
  isErrorCell,
  isRichCell,
  styleOf,
  type CellValue,
  type ForeignRow,
  type ForeignSheet,
} from './foreign-sheet.ts'

export type TextEncoding = LegacyEncoding | 'misreadUtf8' | 'decomposed'

/** What was converted in a column, with one example, for the clerk to see before anything is applied. */
export interface TextConversion {
  readonly column: number
  readonly font: string | null
  readonly encoding: TextEncoding
  readonly cells: number
  readonly before: string
  readonly after: string
}

export interface SheetText {
  /** The text of a cell in Unicode NFC with single spaces; numbers as digits, days as ISO, '' for blank, error and boolean cells. */
  read(row: ForeignRow, column: number): string
  conversions(): readonly TextConversion[]
}

interface CellPlace {
  readonly row: number
  readonly column: number
  readonly font: string | null
}

const NOT_ASCII = /[^\u0000-\u007f]/
const COMBINING = /[\u0300-\u036f]/
/** Distinct texts of a font that are looked at before the font is judged. */
const SAMPLE = 2000
const REMEMBERED = 200_000

/**
 * Reads the texts of a sheet in whatever encoding they are. A cell's font says it first; where the font is no
 * legacy one the codes say it; where one text could be either ("Phó"), the rest of the sheet decides. Valid
 * Unicode is never converted, not even in a legacy font. The rows given are what is voted by: the first thousand or so
 * of a long list are enough.
 */
export function createSheetText(sheet: Pick<ForeignSheet, 'styles' | 'rows'>): SheetText {
  const votes = countVotes(sheet)
  const found = new Map<string, Omit<TextConversion, 'cells'> & { readonly rows: Set<number> }>()
  const unchangedOf = new Map<string | null, Map<string, string>>()
  const namedBy = new Map<string | null, LegacyEncoding | null>()

  /** A cell may be read several times; it counts once. */
  function note(at: CellPlace, encoding: TextEncoding, before: string, after: string): void {
    const { column, font, row } = at
    const key = `${column}|${font ?? ''}|${encoding}`
    const entry = found.get(key)
    if (entry === undefined) found.set(key, { column, font, encoding, rows: new Set([row]), before, after })
    else entry.rows.add(row)
  }

  function encodingOf(text: string, font: string | null): TextEncoding | null {
    let named = namedBy.get(font)
    if (named === undefined) {
      named = legacyEncodingOfFont(font)
      namedBy.set(font, named)
    }
    if (!NOT_ASCII.test(text)) return named === 'tcvn3Capitals' && !votes.isUnicodeFont(font) ? 'tcvn3Capitals' : null
    const judged = judgeEncoding(text)
    if (judged === 'unicode') return COMBINING.test(text) ? 'decomposed' : null
    if (named !== null) return votes.isUnicodeFont(font) ? null : named
    if (judged === 'tcvn3' || judged === 'vni') return judged
    if (mendMisreadUtf8(text) !== null) return 'misreadUtf8'
    return votes.ofSheet
  }

  /** In Unicode, spaces as they are: a run of a rich text may begin or end with one. */
  function decode(text: string, at: CellPlace): string {
    const encoding = encodingOf(text, at.font)
    const after = convert(text, encoding)
    if (encoding !== null && after !== text) note(at, encoding, text.trim(), normalizeText(after))
    return after
  }

  function readText(text: string, at: CellPlace): string {
    if (isComposedUnicode(text)) return normalizeText(text)
    let unchanged = unchangedOf.get(at.font)
    if (unchanged === undefined) {
      unchanged = new Map()
      unchangedOf.set(at.font, unchanged)
    }
    const known = unchanged.get(text)
    if (known !== undefined) return known
    const decoded = decode(text, at)
    const after = normalizeText(decoded)
    // Only texts that needed no conversion are remembered, so that every converted cell is counted.
    if (decoded === text && unchanged.size < REMEMBERED) unchanged.set(text, after)
    return after
  }

  function readCell(row: ForeignRow, column: number): string {
    const value = row.values[column]
    if (value === null || value === undefined || typeof value === 'boolean') return ''
    if (typeof value === 'number') return String(value)
    if (isDateCell(value)) return value.date ?? ''
    if (isErrorCell(value)) return ''
    const at = { row: row.number, column, font: styleOf(sheet, row, column)?.font ?? null }
    if (typeof value === 'string') return readText(value, at)
    return normalizeText(
      value.runs.map((run) => decode(run.text, run.font === null ? at : { ...at, font: run.font })).join(''),
    )
  }

  // A row is looked at many times over before the next one is.
  let lastRow: ForeignRow | null = null
  let texts: (string | undefined)[] = []
  return {
    read(row, column) {
      if (row !== lastRow) {
        lastRow = row
        texts = []
      }
      const known = texts[column]
      if (known !== undefined) return known
      const read = readCell(row, column)
      texts[column] = read
      return read
    },
    conversions: () =>
      [...found.values()]
        .map(({ rows, ...conversion }) => ({ ...conversion, cells: rows.size }))
        .toSorted((a, b) => a.column - b.column),
  }
}

function convert(text: string, encoding: TextEncoding | null): string {
  if (encoding === null || encoding === 'decomposed') return text.normalize('NFC')
  if (encoding === 'misreadUtf8') return mendMisreadUtf8(text) ?? text
  return decodeLegacy(text, encoding)
}

interface Votes {
  /** Encoding of texts that could be several, in cells whose font says nothing; null for Unicode. */
  readonly ofSheet: LegacyEncoding | null
  /** A font with a legacy name in which Unicode is typed all the same. */
  isUnicodeFont(font: string | null): boolean
}

function countVotes(sheet: Pick<ForeignSheet, 'styles' | 'rows'>): Votes {
  const byFont = new Map<string | null, { unicode: number; tcvn3: number; vni: number; seen: Set<string> }>()
  for (const row of sheet.rows) {
    row.values.forEach((value, column) => {
      for (const [text, font] of textsOf(value, styleOf(sheet, row, column)?.font ?? null)) {
        if (!NOT_ASCII.test(text)) continue
        const vote = byFont.get(font) ?? { unicode: 0, tcvn3: 0, vni: 0, seen: new Set<string>() }
        byFont.set(font, vote)
        if (vote.seen.size >= SAMPLE || vote.seen.has(text)) continue
        vote.seen.add(text)
        const judged = judgeEncoding(text)
        if (judged === 'unicode' || judged === 'tcvn3' || judged === 'vni') vote[judged]++
      }
    })
  }
  const open = { unicode: 0, tcvn3: 0, vni: 0 }
  for (const [font, vote] of byFont) {
    if (legacyEncodingOfFont(font) !== null) continue
    open.unicode += vote.unicode
    open.tcvn3 += vote.tcvn3
    open.vni += vote.vni
  }
  const leading = open.tcvn3 >= open.vni ? 'tcvn3' : 'vni'
  const isLegacySheet = open[leading] >= 3 && open[leading] > 9 * open.unicode
  return {
    ofSheet: isLegacySheet ? leading : null,
    isUnicodeFont(font) {
      const vote = byFont.get(font)
      return vote !== undefined && vote.unicode > vote.tcvn3 + vote.vni
    },
  }
}

function textsOf(value: CellValue, font: string | null): readonly (readonly [string, string | null])[] {
  if (typeof value === 'string') return [[value, font]]
  return isRichCell(value) ? value.runs.map((run): [string, string | null] => [run.text, run.font ?? font]) : []
}
