import type { Block, OfficialDocument, Section, TableBlock } from '#shared/domain/documents/tree.ts'
import type {
  AnnexCell,
  AnnexLine,
  AnnexPage,
  AnnexRow,
  AnnexSheet,
  AnnexValue,
} from '#shared/domain/table/annex-sheet.ts'
import { formatNumber, formatPercent } from '#shared/domain/text/format.ts'
import { type Inline, inlineText } from '#shared/domain/wording/parts.ts'
import { applyForm } from '../layout/apply-form.ts'
import { measureTable } from '../layout/column-widths.ts'
import { contentWidth } from '../layout/page-plan.ts'
import { headerStarts } from '../layout/table-plan.ts'
import { wrapText } from '../layout/text-width.ts'
import type { RuleSet } from '../rules/rule-set.ts'

const TWIPS_A_MM = 1440 / 25.4
const SHRUNK = 0.94
/** Between a cell's border and its text, both sides, twips. */
const CELL_ROOM = 120

/** Every table of a composed document as a sheet of its own, in order. */
export function sheetsOf(given: OfficialDocument, rules: RuleSet): AnnexSheet[] {
  const tree = applyForm(given, rules)
  const sheets = tree.sections.flatMap((section) =>
    section.blocks.flatMap((block, index) =>
      block.kind === 'table' ? [sheetOf(block, section, index, tree.title, rules)] : [],
    ),
  )
  return sheets.map((sheet, index) => ({ ...sheet, name: nameOf(sheet.name, index, sheets) }))
}

/** Two annexes may have one label; sheets need names of their own. */
function nameOf(name: string, index: number, sheets: readonly AnnexSheet[]): string {
  const alike = sheets.filter((sheet) => sheet.name === name).length
  return alike === 1 ? name : `${name.slice(0, 26)} (${index + 1})`
}

function sheetOf(table: TableBlock, section: Section, index: number, title: string, rules: RuleSet): AnnexSheet {
  const width = contentWidth(rules, section.orientation)
  const { size, widths } = measureTable(table, width, rules.table.sizes)
  const above = linesAbove(section.blocks.slice(0, index), rules, width)
  // Excel's columns come out a little narrower than said, by the program and the screen.
  const linesIn = (text: string, column: number, columns: number): number =>
    wrapText(
      text,
      widths.slice(column, column + columns).reduce((sum, wide) => sum + wide, 0) * SHRUNK - CELL_ROOM,
      size,
      'bold',
    ).length
  return {
    name: above[0]?.text ?? title,
    // A table in running text stands under the title of its document.
    above: above.length === 0 ? [lineOf(title, { bold: true, size: 14 }, width)] : above,
    columnsMm: widths.map((width) => width / TWIPS_A_MM),
    header: withSpans(
      table.header.map((cells, row): SpannedRow => {
        const starts = headerStarts(table, row)
        return {
          cells: cells.map((cell, at) => {
            const column = starts[at] ?? 0
            const columns = cell.columns ?? 1
            const text = inlineText(cell.text)
            return {
              column,
              columns,
              rows: cell.rows ?? 1,
              align: 'center',
              bold: true,
              value: { kind: 'text', text },
              lines: linesIn(text, column, columns),
            }
          }),
        }
      }),
    ),
    rows: table.rows.map((row): AnnexRow => {
      let next = 0
      let lines = 1
      const cells = row.cells.map((cell): AnnexCell => {
        const column = next
        const columns = cell.columns ?? 1
        next += columns
        const isText = (table.columns[column]?.align ?? 'left') === 'left' || columns > 1
        if (isText) lines = Math.max(lines, linesIn(inlineText(cell.text), column, columns))
        return {
          column,
          columns,
          rows: 1,
          align: cell.align ?? table.columns[column]?.align ?? 'left',
          bold: cell.bold ?? row.kind !== 'row',
          value: valueOf(cell.text),
        }
      })
      return { cells, lines }
    }),
    below: linesBelow(section.blocks.slice(index + 1), width),
    size,
    page: pageOf(section, rules),
  }
}

interface SpannedRow {
  readonly cells: readonly (AnnexCell & { readonly lines: number })[]
}

/** Rows of the head: what reaches down stretches the last row it reaches. */
function withSpans(rows: readonly SpannedRow[]): AnnexRow[] {
  const lines = rows.map(({ cells }) =>
    Math.max(1, ...cells.filter((cell) => cell.rows === 1).map((cell) => cell.lines)),
  )
  rows.forEach(({ cells }, at) => {
    for (const cell of cells) {
      const end = Math.min(rows.length, at + cell.rows)
      const missing = cell.lines - lines.slice(at, end).reduce((sum, count) => sum + count, 0)
      if (missing > 0) lines[end - 1] = (lines[end - 1] ?? 1) + missing
    }
  })
  return rows.map(({ cells }, at) => ({ cells: cells.map(({ lines: _, ...cell }) => cell), lines: lines[at] ?? 1 }))
}

function lineOf(text: string, look: Partial<AnnexLine> & Pick<AnnexLine, 'size'>, width: number): AnnexLine {
  const face = look.bold === true ? 'bold' : look.italic === true ? 'italic' : 'regular'
  const lines = wrapText(text, width * SHRUNK, look.size, face).length
  return { text, bold: false, italic: false, align: 'center', lines, ...look }
}

/** Title of the annex, or title and day of a table in running text: what stands right above it. */
function linesAbove(before: readonly Block[], rules: RuleSet, width: number): AnnexLine[] {
  const lines: AnnexLine[] = []
  for (const block of before.toReversed()) {
    if (block.kind === 'annex-title') {
      const size = rules.annex.size
      const line = (inline: Inline, look: Partial<AnnexLine>): AnnexLine =>
        lineOf(inlineText(inline), { size, ...look }, width)
      return [
        lineOf(block.label, { bold: true, size }, width),
        ...block.title.map((inline) => line(inline, { bold: true })),
        line(block.reference, { italic: true }),
        ...lines,
      ]
    }
    if (block.kind !== 'paragraph' || (block.role !== 'caption' && block.role !== 'unit-note')) break
    const isCaption = block.role === 'caption'
    lines.unshift(lineOf(inlineText(block.text), { bold: isCaption, italic: !isCaption, size: 13 }, width))
  }
  return lines
}

function linesBelow(after: readonly Block[], width: number): AnnexLine[] {
  const lines: AnnexLine[] = []
  for (const block of after) {
    if (block.kind !== 'paragraph' || block.role !== 'note') break
    lines.push(lineOf(inlineText(block.text), { italic: true, align: 'left', size: 12 }, width))
  }
  return lines
}

/** A cell that prints one figure is a number; the word before it ("hơn") shows without being part of it. */
function valueOf(inline: Inline): AnnexValue {
  const [only] = inline
  const text = inlineText(inline)
  if (inline.length !== 1 || only === undefined) return { kind: 'text', text }
  if ('reference' in only && only.of === 'label' && /^\d{1,6}$/u.test(text))
    return { kind: 'number', value: Number(text), sign: '' }
  if (!('figure' in only)) return { kind: 'text', text }
  const { value } = only.figure
  for (const [kind, printed] of [
    ['number', formatNumber(value)],
    ['percent', formatPercent(value)],
  ] as const)
    if (text.endsWith(printed) && !/[\d.,]$/u.test(text.slice(0, text.length - printed.length)))
      return { kind, value, sign: text.slice(0, text.length - printed.length) }
  return { kind: 'text', text }
}

function pageOf({ orientation }: Section, { page }: RuleSet): AnnexPage {
  const { topMm, bottomMm, leftMm, rightMm, numberFromTopMm } = page
  return { orientation, topMm, bottomMm, leftMm, rightMm, headerMm: numberFromTopMm }
}
