/**
 * Tables as Excel and LibreOffice put them on the clipboard: tabs between cells, lines between rows, a cell
 * with a tab, a newline or a quote in quotes, quotes doubled inside.
 */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoteCell).join('\t')).join('\r\n')
}

function quoteCell(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The trailing newline Excel adds is no row; a quote in the middle of a cell is just a quote. */
export function parseTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const endRow = (): void => {
    rows.push(row)
    row = []
  }
  while (at < text.length) {
    const cell = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at)
    row.push(cell.text)
    at = cell.end
    if (text[at] === '\t') {
      at += 1
      if (at === text.length) row.push('')
      continue
    }
    if (text[at] === '\r') at += 1
    if (text[at] === '\n') at += 1
    endRow()
  }
  if (row.length > 0) endRow()
  return rows
}

interface ReadCell {
  readonly text: string
  readonly end: number
}

function readPlain(text: string, start: number): ReadCell {
  let end = start
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { text: text.slice(start, end), end }
}

function readQuoted(text: string, start: number): ReadCell {
  let content = ''
  let at = start + 1
  while (at < text.length) {
    if (text[at] !== '"') content += text[at]
    else if (text[at + 1] === '"') {
      content += '"'
      at += 1
    } else {
      const rest = readPlain(text, at + 1)
      return { text: content + rest.text, end: rest.end }
    }
    at += 1
  }
  // No closing quote: the text only began with one.
  return readPlain(text, start)
}
