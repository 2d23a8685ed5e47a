import type { Template } from './draft-fields.ts'

/** What a paragraph is in the document; it decides its look and nothing else. */
export const LINE_KINDS = [
  'body',
  'item',
  'basis',
  'caption',
  'unit-note',
  'note',
  'authority',
  'enacting',
  'picture-caption',
  'table',
  'picture',
  'cell',
] as const
export type LineKind = (typeof LINE_KINDS)[number]

/**
 * A paragraph of a section; of a table the text is its name, of a picture its name and its description, of a cell of a
 * table where it stands and its words.
 */
export interface DraftLine {
  readonly kind: LineKind
  readonly text: Template
}

/** How the kind of a paragraph is written where a section is one text; a plain paragraph has no mark. */
const MARKS: Readonly<Record<Exclude<LineKind, 'body'>, string>> = {
  item: '- ',
  basis: '[căn cứ] ',
  caption: '[tên biểu] ',
  'unit-note': '[số liệu] ',
  note: '[ghi chú] ',
  authority: '[thẩm quyền] ',
  enacting: '[quyết định] ',
  'picture-caption': '[tên hình] ',
  table: '[bảng] ',
  picture: '[hình] ',
  cell: '[ô] ',
}
const MARKED = Object.entries(MARKS) as [Exclude<LineKind, 'body'>, string][]

/** The text of a picture's line: "ket-qua-don-vi | Biểu đồ thanh ngang: …". */
export function pictureLine(id: string, alt: Template): Template {
  return `${id} | ${alt}`
}

export function readPictureLine(text: Template): { readonly id: string; readonly alt: Template } {
  const at = text.indexOf('|')
  return at < 0 ? { id: text.trim(), alt: '' } : { id: text.slice(0, at).trim(), alt: text.slice(at + 1).trim() }
}

/** Words a clerk put into a cell of a table: the table's name, its row and column, and the words. */
export interface CellLine {
  readonly table: string
  readonly row: string
  readonly column: string
  readonly text: Template
}

/** The text of a cell's line: "khen-thuong | ldld-huyen-an-lac | merits | Kết nạp …". */
export function cellLine({ table, row, column, text }: CellLine): Template {
  return `${table} | ${row} | ${column} | ${text}`
}

export function readCellLine(line: Template): CellLine | null {
  const [table, row, column, ...rest] = line.split('|')
  if (table === undefined || row === undefined || column === undefined || rest.length === 0) return null
  return { table: table.trim(), row: row.trim(), column: column.trim(), text: rest.join('|').trim() }
}

/** A section as one text, a line for each paragraph: "- " begins an item, "[căn cứ] " a legal base. */
export function printLines(lines: readonly DraftLine[]): string {
  return lines
    .map(({ kind, text }) => {
      const flat = text.replace(/\s*\n\s*/gu, ' ')
      if (kind !== 'body') return MARKS[kind] + flat
      // A plain paragraph that happens to begin like a mark keeps its words behind a backslash.
      return MARKED.some(([, mark]) => begins(flat, mark)) || flat.startsWith('\\') ? `\\${flat}` : flat
    })
    .join('\n')
}

/** The paragraphs of a text as somebody typed it; empty lines are no paragraphs. */
export function readLines(text: string): DraftLine[] {
  return text
    .normalize('NFC')
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
    .map((typed): DraftLine => {
      const line = typed.trimStart()
      const found = MARKED.find(([, mark]) => begins(line, mark))
      if (found !== undefined) return { kind: found[0], text: line.slice(found[1].length).trim() }
      return { kind: 'body', text: (line.startsWith('\\') ? line.slice(1) : line).trim() }
    })
}

function begins(line: string, mark: string): boolean {
  return line.startsWith(mark) || line === mark.trimEnd()
}
