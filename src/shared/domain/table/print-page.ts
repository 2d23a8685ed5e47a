import {
  formatSheetCell,
  hasHeaderGroups,
  headerSpans,
  type SheetColumn,
  type SheetLayout,
  type SheetRow,
} from './sheet.ts'

export interface PrintChoice {
  readonly landscape: boolean
  /** Page numbers by the page's own rules, where nobody else puts them at the foot. */
  readonly numbersPages: boolean
}

/** Points of an A4 page that the table may take, and the pixels of the window that are read well on them. */
const PAGE = { portrait: { points: 510, pixels: 720 }, landscape: { points: 757, pixels: 1070 } } as const
const LARGEST = 11
const SMALLEST = 5.5

/** A table wider than an upright page holds is printed across. */
export function fitsUpright(layout: SheetLayout): boolean {
  return widthOf(layout) <= PAGE.portrait.pixels
}

/** The page as HTML without scripts: every text of the table is escaped. Column titles come again on every page. */
export function composePrintPage(layout: SheetLayout, rows: readonly SheetRow[], choice: PrintChoice): string {
  const { office, title, notes } = layout
  const side = choice.landscape ? 'landscape' : 'portrait'
  const { size, widths } = fitColumns(layout, rows, PAGE[side])
  const total = widths.reduce((sum, width) => sum + width, 0)
  const columns = widths.map((width) => `<col style="width:${((100 * width) / total).toFixed(2)}%">`).join('')
  const body = rows.map((row) => rowHtml(row, layout)).join('')
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>
@page { size: A4 ${side}; margin: 15mm 12mm 15mm 18mm; ${choice.numbersPages ? '@bottom-right { content: counter(page) "/" counter(pages); font: 9pt "Times New Roman", serif; }' : ''} }
body { margin: 0; font-family: "Times New Roman", "Liberation Serif", serif; font-size: ${size}pt; color: #000; }
.office { font-weight: bold; font-size: 11pt; margin: 0 0 6pt; }
h1 { font-size: 14pt; text-align: center; margin: 0 0 3pt; }
.note { font-style: italic; font-size: 11pt; text-align: center; margin: 0 0 3pt; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin-top: 8pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #555; padding: 2pt 3pt; vertical-align: middle; overflow-wrap: anywhere; }
th { background: #e7eef7; text-align: center; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
td { font-variant-numeric: tabular-nums; white-space: pre-line; }
.left { text-align: left; } .right { text-align: right; }
.figure { white-space: nowrap; overflow-wrap: normal; } .center { text-align: center; }
.group td, .total td { font-weight: bold; background: #f2f2f2; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
</style></head><body>${office === null ? '' : `<p class="office">${escapeHtml(office)}</p>`}<h1>${escapeHtml(title)}</h1>${notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`).join('')}<table><colgroup>${columns}</colgroup><thead>${headHtml(layout)}</thead><tbody>${body}</tbody></table></body></html>`
}

/** Rows looked at to see how long a column's texts are. */
const LOOKED_AT = 1000
/** Width of a letter in parts of its size, on the wide side: bold figures must not break. */
const LETTER = 0.56
const PADDING_POINTS = 8
/** Longer words may be broken. */
const LONGEST_WORD = 12
const LEAST_OF_NAMES = 22
/** A text of so many lines is read well. */
const LINES = 2

interface Fit {
  /** Points of the letters. */
  readonly size: number
  readonly widths: readonly number[]
}

/**
 * How large the letters are and how wide each column. On screen a long text is cut off; on paper it is broken into
 * lines, and numbers never are: letters are set smaller until every column holds its figures, then texts share
 * what is left by their length.
 */
function fitColumns(layout: SheetLayout, rows: readonly SheetRow[], page: { points: number; pixels: number }): Fit {
  const needs = layout.columns.map((column, index) => needOf(column, rows.slice(0, LOOKED_AT), index))
  const begin = Math.min(LARGEST, (LARGEST * page.pixels) / widthOf(layout))
  let size = Math.max(SMALLEST, Math.round(begin * 2) / 2)
  const leastAt = (points: number): number[] => needs.map(({ least }) => PADDING_POINTS + least * LETTER * points)
  while (size > SMALLEST && sumOf(leastAt(size)) > page.points) size -= 0.5
  const least = leastAt(size)
  const rest = page.points - sumOf(least)
  if (rest <= 0) return { size, widths: least }
  const wishes = needs.map(({ usual }, index) =>
    Math.max(0, PADDING_POINTS + usual * LETTER * size - (least[index] ?? 0)),
  )
  const share = Math.min(1, rest / Math.max(1, sumOf(wishes)))
  return { size, widths: least.map((width, index) => width + share * (wishes[index] ?? 0)) }
}

/** Letters a column needs beside each other: at least, and to be read well. Figures are never broken, words may be. */
function needOf(column: SheetColumn, rows: readonly SheetRow[], index: number) {
  const texts = rows.flatMap(({ cells }) => formatSheetCell(column, cells[index] ?? null) || [])
  const words = (text: string): readonly number[] => text.split(/\s+/).map((word) => word.length)
  const title = maxOf(words(column.title))
  const longest = maxOf(texts.map((text) => text.length))
  if (column.kind !== 'text') {
    const least = texts.map((text) => (isFigure(text) ? text.length : maxOf(words(text))))
    return { least: Math.max(title, maxOf(least)), usual: longest }
  }
  const mean = texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length)
  const word = Math.min(LONGEST_WORD, maxOf(texts.flatMap(words)))
  // Names are what a row is found by: half of one stands on a line.
  const least = Math.max(title, word, Math.min(LEAST_OF_NAMES, mean / LINES))
  return { least, usual: Math.min(longest, Math.max(mean / LINES, Math.min(longest, 30))) }
}

/** Digits and their signs, with a word before at most: "1.348", "hơn 5.670", "▲ ≥108,7%"; not "chưa báo cáo". */
function isFigure(text: string): boolean {
  return /\d/.test(text)
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

function maxOf(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0)
}

function headHtml({ columns }: SheetLayout): string {
  if (!hasHeaderGroups(columns))
    return `<tr>${columns.map(({ title }) => `<th>${escapeHtml(title)}</th>`).join('')}</tr>`
  let upper = ''
  let lower = ''
  for (const { group, start, count } of headerSpans(columns)) {
    if (group === null) {
      upper += `<th rowspan="2">${escapeHtml(columns[start]?.title ?? '')}</th>`
      continue
    }
    upper += `<th colspan="${count}">${escapeHtml(group)}</th>`
    for (const { title } of columns.slice(start, start + count)) lower += `<th>${escapeHtml(title)}</th>`
  }
  return `<tr>${upper}</tr><tr>${lower}</tr>`
}

function rowHtml({ kind, depth, cells }: SheetRow, { columns }: SheetLayout): string {
  const indented = depth === 0 ? -1 : columns.findIndex(({ align }) => align === 'left')
  const html = columns.map((column, index) => {
    const indent = index === indented ? ` style="padding-left:${3 + depth * 9}pt"` : ''
    const text = formatSheetCell(column, cells[index] ?? null)
    const kind = column.kind !== 'text' && isFigure(text) ? `${column.align} figure` : column.align
    return `<td class="${kind}"${indent}>${escapeHtml(text)}</td>`
  })
  return `<tr${kind === 'row' ? '' : ` class="${kind}"`}>${html.join('')}</tr>`
}

function widthOf({ columns }: SheetLayout): number {
  return Math.max(
    1,
    columns.reduce((sum, { width }) => sum + width, 0),
  )
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
