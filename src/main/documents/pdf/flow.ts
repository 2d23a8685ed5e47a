import type {
  PreviewBlock,
  PreviewCell,
  PreviewParagraph,
  PreviewPicture,
  PreviewRow,
  PreviewRule,
  PreviewTable,
} from '#shared/domain/documents/preview.ts'
import type { Drawing } from '#shared/domain/charts/drawing.ts'
import { breakLines, type Line, type Measure, type Piece } from './break-lines.ts'

// A section as a row of atoms: what is never cut by the end of a page. Lengths are points.

const POINTS_A_MM = 72 / 25.4

export interface Atom {
  readonly height: number
  /** Room above, left out at the head of a page. */
  readonly before: number
  /** Room below, swallowed by the end of a page. */
  readonly after: number
  /** Stands on one page with the next atom. */
  readonly keepNext: boolean
  readonly marks: readonly Mark[]
  /** Of a row of a table: what is printed again above it when it begins a page. */
  readonly repeat: Atom | null
  readonly bookmark: string | null
}

/** Something drawn, from the atom's upper left corner. */
export type Mark =
  | { readonly kind: 'text'; readonly piece: Piece; readonly x: number; readonly y: number }
  | { readonly kind: 'rule'; readonly x: number; readonly y: number; readonly width: number; readonly thick: number }
  /** `scale`: points to a pixel of the drawing. */
  | {
      readonly kind: 'drawing'
      readonly drawing: Drawing
      readonly x: number
      readonly y: number
      readonly scale: number
    }
  | { readonly kind: 'box'; readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const BASE: Omit<Atom, 'height' | 'marks'> = { before: 0, after: 0, keepNext: false, repeat: null, bookmark: null }

/** Thickness of a table's lines and of the regulated rules: half a point and three quarters. */
const CELL_LINE = 0.5
const RULE_LINE = 0.75
/** Height Word gives the empty paragraph a rule is the upper border of. */
const RULE_HEIGHT = 3

/** The atoms of blocks `width` points wide; `page` is the room of an empty page. */
export function flowBlocks(blocks: readonly PreviewBlock[], width: number, page: number, measure: Measure): Atom[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
        return flowParagraph(block, width, measure)
      case 'rule':
        return [flowRule(block, width)]
      case 'table':
        return flowTable(block, width, page, measure)
      case 'picture':
        return [flowPicture(block, width)]
    }
  })
}

/** One atom a line; neither the first nor the last line of a paragraph stands alone on a page. */
function flowParagraph(paragraph: PreviewParagraph, width: number, measure: Measure): Atom[] {
  const lines = breakLines(paragraph, width, measure)
  const last = lines.length - 1
  const title = paragraph.headingLevel === null ? null : paragraph.runs.map(({ text }) => text).join('')
  return lines.map((line, index) => ({
    ...BASE,
    height: line.height,
    before: index === 0 ? paragraph.beforePt : 0,
    after: index === last ? paragraph.afterPt : 0,
    keepNext: index === last ? paragraph.keepNext : index === 0 || index === last - 1,
    marks: textMarks(line, 0, 0),
    bookmark: index === 0 ? title : null,
  }))
}

function textMarks(line: Line, x: number, y: number): Mark[] {
  return line.pieces.map((piece) => ({ kind: 'text', piece, x: x + piece.x, y: y + line.baseline }))
}

function flowRule(rule: PreviewRule, width: number): Atom {
  return {
    ...BASE,
    height: RULE_HEIGHT,
    before: rule.beforePt,
    after: rule.afterPt,
    keepNext: true,
    marks: [ruleMark(rule, width, 0, 0)],
  }
}

function ruleMark({ lengthMm }: PreviewRule, width: number, x: number, y: number): Mark {
  const length = Math.min(width, lengthMm * POINTS_A_MM)
  return { kind: 'rule', x: x + (width - length) / 2, y, width: length, thick: RULE_LINE }
}

/** Word stands a picture on the line of its paragraph: under it is the room letters hang into. */
const UNDER_PICTURE = 3

function flowPicture({ drawing, widthMm, heightMm, keepNext }: PreviewPicture, width: number): Atom {
  const wide = widthMm * POINTS_A_MM
  const mark: Mark = { kind: 'drawing', drawing, x: Math.max(0, (width - wide) / 2), y: 0, scale: wide / drawing.width }
  return { ...BASE, height: heightMm * POINTS_A_MM + UNDER_PICTURE, keepNext, marks: [mark] }
}

function flowTable(table: PreviewTable, width: number, page: number, measure: Measure): Atom[] {
  const columns = table.columnsMm.map((column) => column * POINTS_A_MM)
  const wide = columns.reduce((sum, column) => sum + column, 0)
  const look: TableLook = {
    columns,
    // Centred where it is narrower than the text, as Word puts it.
    left: table.look === 'grid' ? Math.max(0, (width - wide) / 2) : 0,
    margin: table.cellMarginMm * POINTS_A_MM,
    bordered: table.look === 'grid',
  }
  const head = table.rows.slice(0, table.headerRows)
  const header = head.length === 0 ? null : gridAtom(head, look, measure, true)
  const body = rowGroups(table.rows.slice(table.headerRows)).flatMap((rows): Atom[] => {
    const atom = gridAtom(rows, look, measure, rows.at(-1)?.keepNext === true)
    const room = page - (header?.height ?? 0)
    const [only] = rows
    return atom.height <= room || only === undefined || rows.length > 1 ? [atom] : cutRow(only, look, measure, room)
  })
  return [...(header === null ? [] : [header]), ...body.map((atom) => ({ ...atom, repeat: header }))]
}

interface TableLook {
  readonly columns: readonly number[]
  readonly left: number
  readonly margin: number
  readonly bordered: boolean
}

/** Rows that a cell reaching down ties together. */
function rowGroups(rows: readonly PreviewRow[]): PreviewRow[][] {
  const groups: PreviewRow[][] = []
  let open = 0
  for (const row of rows) {
    const reach = Math.max(1, ...row.cells.map((cell) => cell.rows))
    const group = groups.at(-1)
    if (open > 0 && group !== undefined) group.push(row)
    else groups.push([row])
    open = Math.max(open - 1, reach - 1)
  }
  return groups
}

/** A strip of a cell's content: a line with the room around it, or a rule. */
interface Strip {
  readonly height: number
  readonly marks: (x: number, y: number) => Mark[]
}

function stripsOf(cell: PreviewCell, look: TableLook, measure: Measure): Strip[] {
  const width = widthOf(cell, look) - 2 * look.margin
  return cell.content.flatMap((content): Strip[] => {
    if (content.kind === 'rule') {
      const { beforePt, afterPt } = content
      return [
        {
          height: beforePt + RULE_HEIGHT + afterPt,
          marks: (x, y) => [ruleMark(content, width, x, y + beforePt)],
        },
      ]
    }
    const lines = breakLines(content, width, measure)
    return lines.map((line, index) => {
      const before = index === 0 ? content.beforePt : 0
      const after = index === lines.length - 1 ? content.afterPt : 0
      return { height: before + line.height + after, marks: (x, y) => textMarks(line, x, y + before) }
    })
  })
}

function widthOf(cell: PreviewCell, { columns }: TableLook): number {
  return columns.slice(cell.column, cell.column + cell.columns).reduce((sum, column) => sum + column, 0)
}

function leftOf(cell: PreviewCell, { columns, left }: TableLook): number {
  return columns.slice(0, cell.column).reduce((sum, column) => sum + column, left)
}

/** Some rows with every line and letter at its place; a row is as high as its highest cell. */
function gridAtom(rows: readonly PreviewRow[], look: TableLook, measure: Measure, keepNext: boolean): Atom {
  const cells = rows.flatMap((row, at) =>
    row.cells.map((cell) => ({ cell, at, strips: stripsOf(cell, look, measure) })),
  )
  const heights = rows.map(() => 0)
  const span = (at: number, count: number): number => heights.slice(at, at + count).reduce((sum, high) => sum + high, 0)
  // Cells of one row first; what reaches down then stretches the last row it reaches.
  for (const { cell, at, strips } of cells.toSorted((a, b) => a.cell.rows - b.cell.rows)) {
    const reach = Math.min(cell.rows, rows.length - at)
    const missing = heightOf(strips) - span(at, reach)
    if (missing > 0) heights[at + reach - 1] = (heights[at + reach - 1] ?? 0) + missing
  }
  const marks = cells.flatMap(({ cell, at, strips }) => {
    const high = span(at, Math.min(cell.rows, rows.length - at))
    return cellMarks(cell, strips, look, span(0, at), high)
  })
  return { ...BASE, height: span(0, rows.length), keepNext, marks }
}

function heightOf(strips: readonly Strip[]): number {
  return strips.reduce((sum, strip) => sum + strip.height, 0)
}

function cellMarks(cell: PreviewCell, strips: readonly Strip[], look: TableLook, top: number, high: number): Mark[] {
  const x = leftOf(cell, look)
  const free = high - heightOf(strips)
  let y = top + (cell.vertical === 'center' ? free / 2 : 0)
  const marks: Mark[] = look.bordered ? [{ kind: 'box', x, y: top, width: widthOf(cell, look), height: high }] : []
  for (const strip of strips) {
    marks.push(...strip.marks(x + look.margin, y))
    y += strip.height
  }
  return marks
}

/** A row higher than a page is cut between lines: nothing it says may be lost. */
function cutRow(row: PreviewRow, look: TableLook, measure: Measure, room: number): Atom[] {
  const rest = row.cells.map((cell) => ({ cell, strips: stripsOf(cell, look, measure) }))
  const atoms: Atom[] = []
  while (rest.some(({ strips }) => strips.length > 0)) {
    const taken = rest.map(({ cell, strips }) => {
      let high = 0
      let count = 0
      while (count < strips.length && (count === 0 || high + (strips[count]?.height ?? 0) <= room)) {
        high += strips[count]?.height ?? 0
        count += 1
      }
      return { cell, strips: strips.splice(0, count) }
    })
    const height = Math.max(...taken.map(({ strips }) => heightOf(strips)))
    atoms.push({
      ...BASE,
      height,
      marks: taken.flatMap(({ cell, strips }) => cellMarks({ ...cell, vertical: 'top' }, strips, look, 0, height)),
    })
  }
  return atoms
}

export const LINES = { cell: CELL_LINE }
