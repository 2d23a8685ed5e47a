import type { Drawing } from '#shared/domain/charts/drawing.ts'
import type { PreviewDocument } from '#shared/domain/documents/preview.ts'
import type {
  WordFile,
  WordPageNumber,
  WordParagraph,
  WordPicture,
  WordPlace,
  WordSection,
  WordTable,
} from '#shared/domain/documents/word-file.ts'
import { ForeignFailure } from '../foreign-failure.ts'
import { openSafeZip, type SafeZip } from '../zip-gate.ts'
import { child, childrenOf, descendants, type Element, numberOf, readElements, valueOf } from './docx/element.ts'
import { readListMarks } from './docx/numbering.ts'
import { readPages } from './docx/pages.ts'
import { picturesIn, readDrawing } from './docx/pictures.ts'
import { type ParagraphReading, readParagraph } from './docx/paragraph.ts'
import { isOn, millimetres, pick, readStyles, type Styles } from './docx/styles.ts'

const DOCUMENT = 'word/document.xml'
/** An office's document has some hundreds; past this it is no document. */
const MOST_PARAGRAPHS = 200_000

/** Reads a Word file. Throws `ForeignFailure` for what is none, damaged or hostile. */
export async function readWord(bytes: Buffer): Promise<WordFile> {
  return openWord(bytes, async ({ zip, body, styles, numbering, sectionsOf }) => {
    const reader = new BodyReader(styles, numbering)
    reader.read(body)
    return {
      sections: await sectionsOf(reader.sectionProperties(body)),
      paragraphs: reader.paragraphs,
      tables: reader.tables,
      pictures: reader.pictures,
      properties: await readProperties(zip),
    }
  })
}

/** The same file as pages to be drawn. Throws as `readWord` does. */
export async function readWordPages(bytes: Buffer): Promise<PreviewDocument> {
  return openWord(bytes, async ({ zip, body, styles, numbering, relations, sectionsOf }) => {
    const sections = await sectionsOf(new BodyReader(styles, numbering).sectionProperties(body))
    const core = await readPart(zip, 'docProps/core.xml')
    const textOf = (name: string): string => child(core ?? undefined, name)?.text ?? ''
    return readPages(body, {
      styles,
      marks: readListMarks(numbering),
      sections,
      drawings: await drawingsOf(zip, body, relations),
      title: textOf('title'),
      issuer: textOf('creator'),
    })
  })
}

/** The charts of a document by the relation of their vectors; foreign vectors are left out. */
async function drawingsOf(zip: SafeZip, body: Element, relations: Element | null): Promise<Map<string, Drawing>> {
  const drawings = new Map<string, Drawing>()
  for (const { svg } of picturesIn(body)) {
    const target = svg === null ? null : targetOf(relations, svg)
    const part = target === null || !target.endsWith('.svg') ? null : await readPart(zip, target)
    const drawing = part === null ? null : readDrawing(part)
    if (svg !== null && drawing !== null) drawings.set(svg, drawing)
  }
  return drawings
}

interface OpenedWord {
  readonly zip: SafeZip
  readonly body: Element
  readonly styles: Styles
  readonly numbering: Element | null
  readonly relations: Element | null
  readonly sectionsOf: (properties: readonly (Element | undefined)[]) => Promise<WordSection[]>
}

async function openWord<T>(bytes: Buffer, read: (word: OpenedWord) => Promise<T>): Promise<T> {
  const zip = await openSafeZip(bytes)
  try {
    if (!zip.names.has(DOCUMENT)) throw new ForeignFailure('FILE_NOT_WORD', { what: 'tệp nén hoặc bảng tính' })
    const part = (name: string): Promise<Element | null> => readPart(zip, name)
    const relations = await part('word/_rels/document.xml.rels')
    const styles = readStyles(await part('word/styles.xml'), await part('word/theme/theme1.xml'))
    const document = await part(DOCUMENT)
    const body = child(document ?? undefined, 'body')
    if (body === undefined) throw new ForeignFailure('FILE_DAMAGED')
    const sectionsOf = async (all: readonly (Element | undefined)[]): Promise<WordSection[]> => {
      const sections: WordSection[] = []
      const inherited: Record<'default' | 'first', Element | null> = { default: null, first: null }
      const inheritedFooter: Record<'default' | 'first', Element | null> = { default: null, first: null }
      for (const properties of all) {
        for (const [kind, kept] of [
          ['headerReference', inherited],
          ['footerReference', inheritedFooter],
        ] as const)
          for (const reference of childrenOf(properties, kind)) {
            const type = reference.attributes['type'] === 'first' ? 'first' : 'default'
            if (reference.attributes['type'] === 'even') continue
            const target = targetOf(relations, reference.attributes['id'])
            kept[type] = target === null ? null : await part(target)
          }
        sections.push(readSection(properties, inherited, inheritedFooter, styles))
      }
      return sections
    }
    return await read({ zip, body, styles, numbering: await part('word/numbering.xml'), relations, sectionsOf })
  } finally {
    zip.close()
  }
}

async function readPart(zip: SafeZip, name: string): Promise<Element | null> {
  const has = [...zip.names].some((candidate) => candidate.toLowerCase() === name.toLowerCase())
  return has ? readElements(await zip.bytes(name)) : null
}

function targetOf(relations: Element | null, id: string | undefined): string | null {
  const relation = childrenOf(relations ?? undefined, 'Relationship').find(
    (candidate) => candidate.attributes['Id'] === id,
  )
  const target = relation?.attributes['Target']
  if (target === undefined || relation?.attributes['TargetMode'] === 'External') return null
  return target.startsWith('/') ? target.slice(1) : `word/${target}`
}

async function readProperties(zip: SafeZip): Promise<Record<string, string>> {
  const custom = await readPart(zip, 'docProps/custom.xml')
  const properties: Record<string, string> = {}
  for (const property of childrenOf(custom ?? undefined, 'property')) {
    const name = property.attributes['name']
    const [value] = property.children
    if (name !== undefined && value !== undefined) properties[name] = value.text
  }
  return properties
}

function readSection(
  properties: Element | undefined,
  headers: Readonly<Record<'default' | 'first', Element | null>>,
  footers: Readonly<Record<'default' | 'first', Element | null>>,
  styles: Styles,
): WordSection {
  const size = child(properties, 'pgSz')?.attributes ?? {}
  const margin = child(properties, 'pgMar')?.attributes ?? {}
  const numbering = child(properties, 'pgNumType')?.attributes ?? {}
  const title = child(properties, 'titlePg')
  const firstPageDiffers = title !== undefined && isOn(title.attributes['val'] ?? '1')
  const format = numbering['fmt'] ?? 'decimal'
  const find = (type: 'default' | 'first'): WordPageNumber | null =>
    findPageNumber(headers[type], 'header', styles, format) ?? findPageNumber(footers[type], 'footer', styles, format)
  const pageNumber = find('default')
  return {
    // Word's own letter paper, where the file says nothing.
    widthMm: millimetres(size['w'] ?? '12240'),
    heightMm: millimetres(size['h'] ?? '15840'),
    topMm: Math.abs(millimetres(margin['top'])),
    bottomMm: Math.abs(millimetres(margin['bottom'])),
    leftMm: millimetres(margin['left']),
    rightMm: millimetres(margin['right']),
    headerMm: millimetres(margin['header']),
    firstPageDiffers,
    startsAt: numberOf(numbering['start']),
    pageNumber,
    numbersFirstPage: firstPageDiffers ? find('first') !== null : pageNumber !== null,
  }
}

/** The paragraph with the field PAGE in a header or footer. */
function findPageNumber(
  part: Element | null,
  place: 'header' | 'footer',
  styles: Styles,
  format: string,
): WordPageNumber | null {
  if (part === null) return null
  const isPage = (text: string | undefined): boolean => text !== undefined && /\bPAGE\b/.test(text)
  const element = descendants(part, 'p').find(
    (paragraph) =>
      descendants(paragraph, 'instrText').some((field) => isPage(field.text)) ||
      descendants(paragraph, 'fldSimple').some((field) => isPage(field.attributes['instr'])),
  )
  if (element === undefined) return null
  const reading: ParagraphReading = { styles, marks: readListMarks(null), tableLayers: [] }
  const paragraph = readParagraph(element, reading)
  // The number itself may not have been laid out yet; the look of the field's own pieces tells.
  const looks = descendants(element, 'r').map(
    (run) => readParagraph({ ...element, children: [withText(run)] }, reading).runs[0],
  )
  const look = looks.find((found) => found !== undefined)
  const frame = pick([child(element, 'pPr')], 'framePr')?.attributes['xAlign']
  return {
    place,
    align: frame === 'center' ? 'center' : frame === 'right' ? 'right' : paragraph.align,
    size: look?.size ?? 0,
    italic: look?.italic ?? false,
    format,
  }
}

function withText(run: Element): Element {
  return {
    ...run,
    children: [
      ...run.children.filter(({ name }) => name === 'rPr'),
      { name: 't', attributes: {}, children: [], text: '1' },
    ],
  }
}

/** Walks the body in print order; keeps which table, row and cell a paragraph stands in. */
class BodyReader {
  readonly paragraphs: WordParagraph[] = []
  readonly tables: WordTable[] = []
  readonly pictures: WordPicture[] = []
  private section = 0
  private readonly styles: Styles
  private readonly marks: ReturnType<typeof readListMarks>

  constructor(styles: Styles, numbering: Element | null) {
    this.styles = styles
    this.marks = readListMarks(numbering)
  }

  read(body: Element): void {
    this.readBlocks(body, null, [])
  }

  sectionProperties(body: Element): (Element | undefined)[] {
    const inside = childrenOf(body, 'p').flatMap((paragraph) => childrenOf(child(paragraph, 'pPr'), 'sectPr'))
    return [...inside, child(body, 'sectPr')]
  }

  private readBlocks(container: Element, place: WordPlace | null, tableLayers: readonly Element[]): void {
    for (const element of container.children) {
      if (element.name === 'p') {
        if (this.paragraphs.length >= MOST_PARAGRAPHS)
          throw new ForeignFailure('FILE_TOO_LARGE', { limit: `${MOST_PARAGRAPHS} đoạn` })
        const reading = { styles: this.styles, marks: this.marks, tableLayers }
        this.paragraphs.push({ ...readParagraph(element, reading), section: this.section, place })
        for (const { svg: _, ...picture } of picturesIn(element))
          this.pictures.push({ ...picture, section: this.section, place })
        if (place === null && child(child(element, 'pPr'), 'sectPr') !== undefined) this.section += 1
      } else if (element.name === 'tbl') this.readTable(element)
      else if (['sdt', 'sdtContent', 'ins', 'customXml', 'smartTag'].includes(element.name))
        this.readBlocks(element, place, tableLayers)
    }
  }

  private readTable(element: Element): void {
    const properties = child(element, 'tblPr')
    const layers = this.styles.table(valueOf(properties, 'tblStyle'))
    const index = this.tables.length
    const rows = childrenOf(element, 'tr')
    const isHead = (row: Element): boolean => {
      const head = child(child(row, 'trPr'), 'tblHeader')
      return head !== undefined && isOn(head.attributes['val'] ?? '1')
    }
    const firstOther = rows.findIndex((row) => !isHead(row))
    this.tables.push({
      section: this.section,
      rows: rows.length,
      headerRows: firstOther < 0 ? rows.length : firstOther,
      columns: childrenOf(child(element, 'tblGrid'), 'gridCol').length,
      splittingRows: rows.filter((row) => {
        const kept = child(child(row, 'trPr'), 'cantSplit')
        return kept === undefined || !isOn(kept.attributes['val'] ?? '1')
      }).length,
      bordered: hasBorders(element, [properties, ...layers.map((layer) => child(layer, 'tblPr'))]),
    })
    rows.forEach((row, at) =>
      childrenOf(row, 'tc').forEach((cell, column) =>
        this.readBlocks(cell, { table: index, row: at, cell: column }, layers),
      ),
    )
  }
}

function hasBorders(table: Element, layers: readonly (Element | undefined)[]): boolean {
  const isDrawn = (borders: Element | undefined): boolean =>
    borders?.children.some((side) => !['none', 'nil'].includes(side.attributes['val'] ?? 'none')) ?? false
  const cells = childrenOf(table, 'tr')
    .flatMap((row) => childrenOf(row, 'tc'))
    .map((cell) => child(child(cell, 'tcPr'), 'tcBorders'))
  return isDrawn(pick(layers, 'tblBorders'))
    ? !cells.every((cell) => cell !== undefined && !isDrawn(cell))
    : cells.some(isDrawn)
}
