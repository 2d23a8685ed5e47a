/**
 * Tables as Excel and LibreOffice put them on the clipboard: tabs between cells, lines between rows, a cell
 * with a tab, a newline or a quote in quotes, quotes doubled inside.
 */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map(quoteCell).join('\t'))
  // A last row of one empty cell needs its newline, else it would be no row at all.
  if (rows.length > 0 && lines.at(-1) === '') lines.push('')
  return lines.join('\r\n')
}

function quoteCell(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * Rows of cells; rows may differ in length. CRLF, LF and CR end a row. The trailing newline Excel adds is no
 * row; a quote in the middle of a cell is just a quote.
 */
export function parseTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const cell = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at)
    row.push(cell.text)
    at = cell.end
    if (text[at] === '\t') {
      at += 1
      if (at < text.length) continue
      row.push('')
    }
    if (text[at] === '\r') at += 1
    if (text[at] === '\n') at += 1
    rows.push(row)
    row = []
  }
  return rows
}

interface ReadCell {
  readonly text: string
  readonly end: number
}

function isCellEnd(sign: string | undefined): boolean {
  return sign === undefined || sign === '\t' || sign === '\n' || sign === '\r'
}

function readPlain(text: string, start: number): ReadCell {
  let end = start
  while (!isCellEnd(text[end])) end += 1
  return { text: text.slice(start, end), end }
}

/**
 * `"nói ""có"""` is quoted; `"Sao Mai" và bạn` and `"Sao Mai` with no end are plain text that begins with a
 * quote.
 */
function readQuoted(text: string, start: number): ReadCell {
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return readPlain(text, start)
    if (text[quote + 1] === '"') {
      at = quote + 2
      continue
    }
    if (!isCellEnd(text[quote + 1])) return readPlain(text, start)
    return { text: text.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 }
  }
}
