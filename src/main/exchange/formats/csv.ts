import type { TableFormat } from './format.ts'
import { ForeignFailure, refuseNoTable } from '../foreign-failure.ts'
import { LIMITS } from '../limits.ts'
import { decodeBytes } from './csv/decode-bytes.ts'

/**
 * Text tables: CSV with commas or semicolons, tab-separated ("Unicode Text" of Excel), bars. All cells are text,
 * so a tax code keeps its zeros and is never padded.
 */
export const csvFormat: TableFormat = {
  id: 'csv',
  extensions: ['csv', 'tsv', 'txt'],
  async read(bytes, _request, sink) {
    const { text: written, note } = decodeBytes(bytes)
    const text = unwrapLines(written)
    const { body, delimiter } = chooseDelimiter(text)
    sink.names(['csv'])
    if (note !== null) sink.note(note)
    sink.sheet({ name: 'csv', hidden: false, styles: [{ font: null, format: '@' }], merges: [] })
    let cells = 0
    let widest = 0
    const rows = splitRows(body.text, delimiter, body.firstLine)
    for (const { number, fields, width } of rows) {
      widest = Math.max(widest, width)
      const values = fields.map(readField)
      if (width > fields.length) sink.note('columnsCut')
      while (values.length > 0 && values.at(-1) === null) values.pop()
      if (values.length === 0) continue
      cells += values.length
      if (number > LIMITS.rows || cells > LIMITS.cells)
        throw new ForeignFailure('FILE_TOO_LARGE', { limit: `${LIMITS.rows / 1000} nghìn dòng` })
      sink.row({ number, hidden: false, values, styles: 0 })
    }
    if (widest < 2) refuseNoTable('văn bản thường, không chia cột')
  },
}

const WRAPPED = /^"((?:[^"]|"")*)"$/

/** `"TT;Chỉ tiêu;Lũy kế"`: a table that was pasted into one column has each of its lines in quotes. */
function unwrapLines(text: string): string {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)
  const filled = lines.filter((line) => line.trim() !== '')
  const isWrapped = filled.length > 1 && filled.every((line) => WRAPPED.test(line.trim()) || !/[;,\t|"]/.test(line))
  const signs = filled.filter((line) => /[;\t|,]/.test(line)).length
  if (!isWrapped || signs < filled.length / 2) return text
  return lines.map((line) => WRAPPED.exec(line.trim())?.[1]?.replaceAll('""', '"') ?? line).join('\n')
}

/** `="0100109106"` is how some programs keep a code's zeros through Excel. */
function readField(field: string): string | null {
  const kept = /^="([^"]*)"$/.exec(field)?.[1] ?? field
  return kept === '' ? null : kept.slice(0, LIMITS.cellText)
}

const DELIMITERS = [';', ',', '\t', '|']
const JUDGED_LINES = 60

/** "sep=;" at the head says it (Excel does not count that line); else the sign that cuts most lines into the same number of fields, more than one. */
function chooseDelimiter(text: string): {
  readonly body: { readonly text: string; readonly firstLine: number }
  readonly delimiter: string
} {
  const stated = /^\ufeff?sep=(.)\r?\n/i.exec(text)
  if (stated) return { body: { text: text.slice(stated[0].length), firstLine: 1 }, delimiter: stated[1] ?? ',' }
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const widths = new Map<number, number>()
    let lines = 0
    for (const { width } of splitRows(text, delimiter, 1)) {
      widths.set(width, (widths.get(width) ?? 0) + 1)
      if (++lines >= JUDGED_LINES) break
    }
    for (const [width, count] of widths) {
      const score = width > 1 ? (count / lines) * 100 + Math.min(width, 30) : 0
      if (score > best.score) best = { delimiter, score }
    }
  }
  return { body: { text: text.replace(/^\ufeff/, ''), firstLine: 1 }, delimiter: best.delimiter }
}

interface SplitRow {
  readonly number: number
  /** The first of them; a line of a million fields is not kept whole. */
  readonly fields: readonly string[]
  readonly width: number
}

/**
 * Fields row by row. A quote opens a quoted field only at its start; one that is never closed is taken as the sign
 * itself, so that `Cty "An Phát` does not swallow the rest of the file. `number` is the row as Excel shows it.
 */
function* splitRows(text: string, delimiter: string, firstLine: number): Generator<SplitRow> {
  let at = 0
  let number = firstLine
  let signsInVain = 0
  while (at < text.length) {
    const fields: string[] = []
    let width = 0
    for (;;) {
      const mayBeQuoted = text[at] === '"' && signsInVain < MOST_SIGNS_IN_VAIN
      const quoted = mayBeQuoted ? readQuoted(text, at, delimiter) : null
      if (mayBeQuoted && quoted === null) signsInVain += Math.min(LONGEST_QUOTED, text.length - at)
      const end = quoted?.end ?? findFieldEnd(text, at, delimiter)
      if (width++ < LIMITS.columns) fields.push((quoted?.value ?? text.slice(at, end)).trim())
      at = end
      if (text[at] !== delimiter) break
      at++
    }
    yield { number, fields, width }
    number++
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
  }
}

const LONGEST_QUOTED = LIMITS.cellText
/** Looked through for the end of quotes that never close; a file of millions of them is read without quotes. */
const MOST_SIGNS_IN_VAIN = 20_000_000

function readQuoted(
  text: string,
  start: number,
  delimiter: string,
): { readonly value: string; readonly end: number } | null {
  let value = ''
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0 || quote - start > LONGEST_QUOTED) return null
    value += text.slice(at, quote)
    const next = text[quote + 1]
    if (next === '"') {
      value += '"'
      at = quote + 2
    } else if (next === undefined || next === delimiter || next === '\r' || next === '\n')
      return { value, end: quote + 1 }
    else {
      // A quote inside a quoted field that nobody doubled.
      value += '"'
      at = quote + 1
    }
  }
}

function findFieldEnd(text: string, start: number, delimiter: string): number {
  let at = start
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}
