import type { Drawing } from '#shared/domain/charts/drawing.ts'
import type {
  PreviewBlock,
  PreviewCell,
  PreviewDocument,
  PreviewLine,
  PreviewPage,
  PreviewParagraph,
  PreviewPicture,
  PreviewRow,
  PreviewRule,
  PreviewSection,
  PreviewTable,
} from '#shared/domain/documents/preview.ts'
import type { WordLine, WordParagraph, WordSection } from '#shared/domain/documents/word-file.ts'
import { child, childrenOf, type Element, numberOf, valueOf } from './element.ts'
import type { ListMarks } from './numbering.ts'
import { type ParagraphReading, readParagraph } from './paragraph.ts'
import { picturesIn } from './pictures.ts'
import { flag, isOn, pick, pickAttribute, type Styles } from './styles.ts'

const MM_A_TWIP = 25.4 / 1440
/** Word's own room between a cell's border and its text. */
const USUAL_MARGIN = '108'

export interface PagesReading {
  readonly styles: Styles
  readonly marks: ListMarks
  readonly sections: readonly WordSection[]
  /** Charts of ours by the relation of their vectors. */
  readonly drawings: ReadonlyMap<string, Drawing>
  readonly title: string
  readonly issuer: string
}

/**
 * The pages of a Word file as the program draws them, for a file that is no longer what it was composed as: issued,
 * or changed by hand. Text, tables, looks, page numbers and our own charts are kept; other drawings are not.
 */
export function readPages(body: Element, reading: PagesReading): PreviewDocument {
  const pages = new PagesReader(reading)
  const sections = pages.read(body)
  return {
    title: reading.title,
    issuer: reading.issuer,
    keywords: [],
    rules: '',
    font: 'Times New Roman',
    sections,
  }
}

/** What a rule is measured by: the page less its margins, or a cell. */
type Room = Pick<WordSection, 'widthMm' | 'leftMm' | 'rightMm'>

class PagesReader {
  private readonly reading: PagesReading

  constructor(reading: PagesReading) {
    this.reading = reading
  }

  read(body: Element): PreviewSection[] {
    const { sections } = this.reading
    const read: PreviewSection[] = []
    let blocks: PreviewBlock[] = []
    const end = (): void => {
      const page = sections[read.length]
      if (page !== undefined) read.push(sectionOf(page, read.length, blocks))
      blocks = []
    }
    for (const element of flat(body)) {
      const ends = element.name === 'p' && child(child(element, 'pPr'), 'sectPr') !== undefined
      // The empty paragraph that only ends a section prints nothing.
      const pictures = element.name === 'p' ? this.pictures(element) : []
      if (pictures.length > 0) {
        blocks.push(...pictures)
        continue
      }
      const block = element.name === 'tbl' ? this.table(element) : this.paragraph(element, [], sections[read.length])
      if (!ends || (block.kind === 'paragraph' && block.runs.length > 0)) blocks.push(block)
      if (ends) end()
    }
    // Nor does the one every text that ends in a table has to be closed with.
    const last = blocks.at(-1)
    if (last?.kind === 'paragraph' && last.runs.length === 0 && blocks.at(-2)?.kind === 'table') blocks.pop()
    end()
    return read
  }

  private pictures(element: Element): PreviewPicture[] {
    return picturesIn(element).flatMap(({ svg, alt, widthMm, heightMm }): PreviewPicture[] => {
      const drawing = svg === null ? undefined : this.reading.drawings.get(svg)
      if (svg === null || drawing === undefined || widthMm <= 0 || heightMm <= 0) return []
      return [{ kind: 'picture', id: svg, widthMm, heightMm, drawing, alt, keepNext: true, origin: null }]
    })
  }

  private paragraph(
    element: Element,
    tableLayers: readonly Element[],
    section: Room | undefined,
  ): PreviewParagraph | PreviewRule {
    const { styles, marks } = this.reading
    const context: ParagraphReading = { styles, marks, tableLayers }
    const read = readParagraph(element, context)
    const direct = child(element, 'pPr')
    const style = valueOf(direct, 'pStyle')
    const layers = [direct, ...styles.paragraph(style).map((layer) => child(layer, 'pPr')), styles.paragraphDefaults]
    const right = twipsToMm(pickAttribute(layers, 'ind', 'right', 'end'))
    if (read.ruled && read.text.trim() === '' && section !== undefined) {
      const room = section.widthMm - section.leftMm - section.rightMm
      const lengthMm = Math.max(0, room - twipsToMm(pickAttribute(layers, 'ind', 'left', 'start')) - right)
      return { kind: 'rule', lengthMm, beforePt: read.beforePt, afterPt: read.afterPt }
    }
    const level = /^heading ([1-3])$/iu.exec(read.style)?.[1]
    return {
      kind: 'paragraph',
      style: style ?? '',
      align: read.align,
      leftMm: read.leftMm,
      firstLineMm: read.firstLineMm,
      beforePt: read.beforePt,
      afterPt: read.afterPt,
      line: lineOf(read.line, read),
      keepNext: flag(layers, 'keepNext'),
      mark: read.mark,
      headingLevel: level === '1' ? 1 : level === '2' ? 2 : level === '3' ? 3 : null,
      runs: read.runs.map((run) => ({
        text: run.capitals ? run.text.toLocaleUpperCase('vi') : run.text,
        size: run.size,
        bold: run.bold,
        italic: run.italic,
        underlined: run.underlined,
        figure: null,
        state: null,
      })),
      origin: null,
    }
  }

  private table(element: Element): PreviewTable {
    const { styles } = this.reading
    const properties = child(element, 'tblPr')
    const styled = styles.table(valueOf(properties, 'tblStyle'))
    const layers = [properties, ...styled.map((layer) => child(layer, 'tblPr'))]
    const columns = childrenOf(child(element, 'tblGrid'), 'gridCol').map((column) => twipsToMm(column.attributes['w']))
    const rows = childrenOf(element, 'tr')
    const isHead = (row: Element): boolean => {
      const head = child(child(row, 'trPr'), 'tblHeader')
      return head !== undefined && isOn(head.attributes['val'] ?? '1')
    }
    const firstOther = rows.findIndex((row) => !isHead(row))
    const margins = pick(layers, 'tblCellMar')
    const margin = (child(margins, 'left') ?? child(margins, 'start'))?.attributes['w'] ?? USUAL_MARGIN
    return {
      kind: 'table',
      id: '',
      look: isDrawn(pick(layers, 'tblBorders')) || hasCellBorders(rows) ? 'grid' : 'frame',
      columnsMm: columns,
      headerRows: firstOther < 0 ? rows.length : firstOther,
      cellMarginMm: twipsToMm(margin),
      rows: joinReaching(rows.map((row) => this.row(row, columns, styled))),
      origin: null,
    }
  }

  private row(row: Element, columnsMm: readonly number[], tableLayers: readonly Element[]): OpenRow {
    let at = numberOf(valueOf(child(row, 'trPr'), 'gridBefore')) ?? 0
    let keepNext = false
    const cells = childrenOf(row, 'tc').map((cell): OpenCell => {
      const properties = child(cell, 'tcPr')
      const column = at
      const columns = numberOf(valueOf(properties, 'gridSpan')) ?? 1
      at += columns
      const merge = child(properties, 'vMerge')
      const width = columnsMm.slice(column, column + columns).reduce((sum, wide) => sum + wide, 0)
      // Rules under the office's name are as long as the cell leaves them.
      const room = { widthMm: width, leftMm: 0, rightMm: 0 }
      const content = flat(cell).flatMap((element): readonly (PreviewParagraph | PreviewRule)[] =>
        element.name === 'tbl' ? flatTable(this.table(element)) : [this.paragraph(element, tableLayers, room)],
      )
      keepNext ||= content.some((piece) => piece.kind === 'paragraph' && piece.keepNext)
      return {
        column,
        columns,
        rows: 1,
        vertical: valueOf(properties, 'vAlign') === 'center' ? 'center' : 'top',
        content,
        merge: merge === undefined ? null : merge.attributes['val'] === 'restart' ? 'begins' : 'goes on',
      }
    })
    return { keepNext, cells }
  }
}

interface OpenCell extends PreviewCell {
  readonly merge: 'begins' | 'goes on' | null
}

interface OpenRow {
  readonly keepNext: boolean
  readonly cells: readonly OpenCell[]
}

/** Cells that go on from the row above become part of the cell that begins them. */
function joinReaching(rows: readonly OpenRow[]): PreviewRow[] {
  const reach = (from: number, column: number): number => {
    let end = from + 1
    while (rows[end]?.cells.some((cell) => cell.column === column && cell.merge === 'goes on') === true) end += 1
    return end - from
  }
  return rows.map(({ keepNext, cells }, at) => ({
    keepNext,
    cells: cells
      .filter(({ merge }) => merge !== 'goes on')
      .map(({ merge, ...cell }) => ({ ...cell, rows: merge === 'begins' ? reach(at, cell.column) : 1 })),
  }))
}

/** What a table inside a cell says, line by line. */
function flatTable(table: PreviewTable): (PreviewParagraph | PreviewRule)[] {
  return table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.content))
}

/** Paragraphs and tables, past the wrappers Word puts around them. */
function flat(container: Element): Element[] {
  return container.children.flatMap((element) => {
    if (element.name === 'p' || element.name === 'tbl') return [element]
    return ['sdt', 'sdtContent', 'ins', 'customXml', 'smartTag'].includes(element.name) ? flat(element) : []
  })
}

function sectionOf(section: WordSection, index: number, blocks: readonly PreviewBlock[]): PreviewSection {
  const { pageNumber } = section
  const page: PreviewPage = {
    widthMm: section.widthMm,
    heightMm: section.heightMm,
    topMm: section.topMm,
    bottomMm: section.bottomMm,
    leftMm: section.leftMm,
    rightMm: section.rightMm,
    numberFromTopMm: section.headerMm,
    // A file without page numbers gets none.
    numberSize: pageNumber?.size ?? 0,
    numberHiddenOnFirst: !section.numbersFirstPage,
  }
  const orientation = section.widthMm > section.heightMm ? 'landscape' : 'portrait'
  return { id: String(index), orientation, page, blocks }
}

function lineOf(line: WordLine, paragraph: Pick<WordParagraph, 'runs'>): PreviewLine {
  if (line.kind !== 'atLeast') return { kind: line.kind, value: line.value }
  // "At least" is a single line where that is higher.
  const size = Math.max(...paragraph.runs.map((run) => run.size), 1)
  return size * 1.149 > line.value ? { kind: 'multiple', value: 1 } : { kind: 'exact', value: line.value }
}

function isDrawn(borders: Element | undefined): boolean {
  return borders?.children.some((side) => !['none', 'nil'].includes(side.attributes['val'] ?? 'none')) ?? false
}

function hasCellBorders(rows: readonly Element[]): boolean {
  return rows.flatMap((row) => childrenOf(row, 'tc')).some((cell) => isDrawn(child(child(cell, 'tcPr'), 'tcBorders')))
}

function twipsToMm(twips: string | undefined): number {
  return (numberOf(twips) ?? 0) * MM_A_TWIP
}
