import { formatSheetCell, hasHeaderGroups, headerSpans, type SheetLayout, type SheetRow } from './sheet.ts'

export interface PrintChoice {
  readonly landscape: boolean
  /** Page numbers by the page's own rules, where nobody else puts them at the foot. */
  readonly numbersPages: boolean
}

/** Millimetres of an A4 page that the table may take, and the pixels of the window that are read well on them. */
const PAGE = { portrait: { mm: 180, pixels: 720 }, landscape: { mm: 267, pixels: 1070 } } as const
const LARGEST_POINTS = 11
const SMALLEST_POINTS = 6.5

/** A table wider than an upright page holds is printed across. */
export function fitsUpright(layout: SheetLayout): boolean {
  return widthOf(layout) <= PAGE.portrait.pixels
}

/** The page as HTML without scripts: every text of the table is escaped. Column titles come again on every page. */
export function composePrintPage(layout: SheetLayout, rows: readonly SheetRow[], choice: PrintChoice): string {
  const { office, title, notes } = layout
  const side = choice.landscape ? 'landscape' : 'portrait'
  const shares = shareWidths(layout, rows)
  const total = shares.reduce((sum, share) => sum + share, 0)
  // A wide table is set smaller so that its columns keep their proportions; below that they are broken into lines.
  const points = Math.max(
    SMALLEST_POINTS,
    Math.min(LARGEST_POINTS, (LARGEST_POINTS * PAGE[side].pixels) / widthOf(layout)),
  )
  const widths = shares.map((share) => `<col style="width:${((100 * share) / total).toFixed(2)}%">`).join('')
  const body = rows.map((row) => rowHtml(row, layout)).join('')
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>
@page { size: A4 ${side}; margin: 15mm 12mm 15mm 18mm; ${choice.numbersPages ? '@bottom-right { content: counter(page) "/" counter(pages); font: 9pt "Times New Roman", serif; }' : ''} }
body { margin: 0; font-family: "Times New Roman", "Liberation Serif", serif; font-size: ${points.toFixed(1)}pt; color: #000; }
.office { font-weight: bold; font-size: 11pt; margin: 0 0 6pt; }
h1 { font-size: 14pt; text-align: center; margin: 0 0 3pt; }
.note { font-style: italic; font-size: 11pt; text-align: center; margin: 0 0 3pt; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin-top: 8pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #555; padding: 2pt 3pt; vertical-align: middle; overflow-wrap: anywhere; }
th { background: #e7eef7; text-align: center; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
td { font-variant-numeric: tabular-nums; white-space: pre-line; }
.left { text-align: left; } .right { text-align: right; } .center { text-align: center; }
.group td, .total td { font-weight: bold; background: #f2f2f2; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
</style></head><body>${office === null ? '' : `<p class="office">${escapeHtml(office)}</p>`}<h1>${escapeHtml(title)}</h1>${notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`).join('')}<table><colgroup>${widths}</colgroup><thead>${headHtml(layout)}</thead><tbody>${body}</tbody></table></body></html>`
}

/** Rows looked at to see how long a column's texts are. */
const LOOKED_AT = 500
const PIXELS_A_LETTER = 6
const PADDING = 12

/**
 * What each column needs of the page. On screen a long text is cut off; on paper it is broken into lines, and a
 * narrow column would make rows as tall as the page. Columns that hold little leave their room to it.
 */
function shareWidths({ columns }: SheetLayout, rows: readonly SheetRow[]): readonly number[] {
  return columns.map((column, index) => {
    const lengths = rows.slice(0, LOOKED_AT).map(({ cells }) => formatSheetCell(column, cells[index] ?? null).length)
    const longest = Math.max(0, ...lengths)
    const title = Math.max(...column.title.split(' ').map((word) => word.length))
    const least = PADDING + PIXELS_A_LETTER * Math.max(title, Math.min(longest, 10))
    if (column.kind !== 'text') return Math.max(least, Math.min(column.width, PADDING + PIXELS_A_LETTER * longest))
    const filled = lengths.filter((length) => length > 0)
    const usual = filled.reduce((sum, length) => sum + length, 0) / Math.max(1, filled.length)
    // A text of three lines is read well.
    return Math.max(
      least,
      Math.min(column.width, PADDING + PIXELS_A_LETTER * longest),
      Math.min(320, PADDING + (PIXELS_A_LETTER * usual) / 2),
    )
  })
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
    return `<td class="${column.align}"${indent}>${escapeHtml(formatSheetCell(column, cells[index] ?? null))}</td>`
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
