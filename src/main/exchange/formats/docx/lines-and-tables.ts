import type { CellValue, MergedArea } from '#shared/domain/exchange/foreign-sheet.ts'
import { child, childrenOf, descendants, type Element, numberOf, valueOf } from './element.ts'

/** A document from top to bottom as a sheet: a paragraph is a row of one cell, a row of a table a row of its cells. */
export interface WordSheet {
  /** By row from the first, which is line 1; blank rows stand between blocks. */
  readonly rows: readonly (readonly CellValue[])[]
  /** Rows counted from 1, columns from 0. */
  readonly merges: readonly MergedArea[]
  /** The font most of the text is set in, where runs name one: legacy fonts are told by it. */
  readonly font: string | null
}

/** Text of a run that is not on the page, or is there twice. */
const UNSEEN = new Set(['instrText', 'delText', 'Fallback', 'txbxContent', 'del', 'moveFrom', 'pPr', 'rPr'])

/** No table on paper is wider; a damaged file may say it is. */
const WIDEST = 100

export function readWordSheet(body: Element): WordSheet {
  const rows: CellValue[][] = []
  const merges: MergedArea[] = []
  const blank = (): void => {
    if (rows.length > 0 && rows.at(-1)?.length !== 0) rows.push([])
  }
  const read = (container: Element): void => {
    for (const element of container.children) {
      if (element.name === 'p') for (const line of linesOf(element)) rows.push(line === '' ? [] : [line])
      else if (element.name === 'tbl') {
        blank()
        readTable(element, rows, merges)
        rows.push([])
      } else if (['sdt', 'sdtContent', 'ins', 'customXml', 'smartTag'].includes(element.name)) read(element)
    }
  }
  read(body)
  return { rows, merges, font: commonFont(body) }
}

function readTable(table: Element, rows: CellValue[][], merges: MergedArea[]): void {
  const lines = childrenOf(table, 'tr').map((row) => ({
    skipped: Math.min(WIDEST, Math.max(0, numberOf(valueOf(child(row, 'trPr'), 'gridBefore')) ?? 0)),
    cells: childrenOf(row, 'tc').map((cell) => {
      const properties = child(cell, 'tcPr')
      const joined = child(properties, 'vMerge')
      return {
        width: Math.min(WIDEST, Math.max(1, numberOf(valueOf(properties, 'gridSpan')) ?? 1)),
        goesOn: joined !== undefined && (joined.attributes['val'] ?? 'continue') === 'continue',
        lines: paragraphsOf(cell).flatMap(linesOf),
      }
    }),
  }))
  // A letterhead or the signatures: two columns without lines, each of several paragraphs.
  const isLayout = lines.length <= 2 && lines.some(({ cells }) => cells.some((cell) => cell.lines.length > 1))
  if (isLayout) {
    for (const { cells } of lines)
      for (let line = 0; line < Math.max(0, ...cells.map((cell) => cell.lines.length)); line++)
        rows.push(cells.map((cell) => cell.lines[line] || null))
    return
  }
  /** By column: the area a cell that goes on from the row above belongs to. */
  const open = new Map<number, { readonly left: number; readonly right: number; top: number; bottom: number }>()
  for (const { skipped, cells } of lines) {
    const values: CellValue[] = Array.from({ length: skipped }, () => null)
    const number = rows.length + 1
    for (const cell of cells) {
      const left = values.length
      const above = open.get(left)
      if (cell.goesOn && above !== undefined) above.bottom = number
      else open.set(left, { left, right: left + cell.width - 1, top: number, bottom: number })
      const text = cell.goesOn ? '' : cell.lines.filter((line) => line !== '').join(' ')
      values.push(text === '' ? null : text, ...Array.from({ length: cell.width - 1 }, () => null))
      const area = open.get(left)
      if (area !== undefined && !merges.includes(area) && (area.right > area.left || cell.goesOn)) merges.push(area)
    }
    rows.push(values)
  }
}

/** Paragraphs of a cell, those of a table inside it with them. */
function paragraphsOf(cell: Element): readonly Element[] {
  return descendants(cell, 'p')
}

function linesOf(paragraph: Element): readonly string[] {
  return textOf(paragraph)
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
}

function textOf(element: Element): string {
  if (UNSEEN.has(element.name)) return ''
  if (element.name === 't') return element.text
  if (element.name === 'tab') return ' '
  if (element.name === 'br' || element.name === 'cr') return '\n'
  if (element.name === 'noBreakHyphen') return '-'
  return element.children.map(textOf).join('')
}

function commonFont(body: Element): string | null {
  const counts = new Map<string, number>()
  for (const run of descendants(body, 'r')) {
    const font = child(child(run, 'rPr'), 'rFonts')?.attributes['ascii']
    if (font !== undefined) counts.set(font, (counts.get(font) ?? 0) + textOf(run).length)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
