import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx'
import type { ISectionOptions } from 'docx'
import type { FontFiles } from '../pdf/fonts.ts'
import type { Block, OfficialDocument, PictureBlock, Section, TableBlock } from '#shared/domain/documents/tree.ts'
import { twips } from '../rules/rule-set.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { picturesOf } from '#shared/domain/documents/pictures.ts'
import { pictureXml } from '../chart/picture-xml.ts'
import { applyForm } from './apply-form.ts'
import { layoutBlock } from './blocks.ts'
import { contentWidth } from './page-plan.ts'
import { coreProperties, customProperties } from './properties.ts'
import { STYLE } from './style-ids.ts'
import { buildNumbering, buildStyles } from './styles.ts'
import { layoutTableInParts } from './table.ts'
import { writeXml, type WritingContext } from './write-xml.ts'
import { joinParts, partsOf, textOfPart, zipPart, type ZippedPart } from './zip-parts.ts'

/** Facts kept in the file's own properties, so that a file that comes back can be recognised. */
export type FileProperties = Readonly<Record<string, string>>

type Orientation = Section['orientation']

/** Rows of a table that stand in memory as Word's objects at one time. */
const ROWS_AT_ONCE = 20

const DOCUMENT = 'word/document.xml'
const CORE = 'docProps/core.xml'
const CUSTOM = 'docProps/custom.xml'
const RELATIONS = 'word/_rels/document.xml.rels'

/**
 * The bytes of a Word file: the document's tree laid out by a format rule set. What every document of a rule set has
 * alike (styles, lists, headers) is made once; of each document only its own text and pictures are written. Letters of
 * a picture's dots are drawn with `fonts`.
 */
export async function renderDocx(
  given: OfficialDocument,
  rules: RuleSet,
  fonts: FontFiles,
  properties: FileProperties = {},
  made: Date = new Date(),
): Promise<Uint8Array> {
  const tree = applyForm(given, rules)
  const shell = await shellOf(
    rules,
    tree.sections.map(({ orientation }) => orientation),
  )
  const pictures = picturesOf(tree)
  let order = 0
  const writing: Writing = { ...shell, nextPicture: () => (order += 1) }
  let body = ''
  tree.sections.forEach((section, index) => {
    const text = sectionXml(section, rules, writing)
    // Word closes a text that ends in a table with a paragraph of its own making, as high as the body's.
    const closing = index === tree.sections.length - 1 && text.endsWith(TABLE_END) ? CLOSING_PARAGRAPH : ''
    body += text + closing + (shell.ends[index] ?? '')
  })
  return joinParts([
    ...(pictures.length === 0 ? shell.parts : await withPictures(shell.parts, pictures, fonts)),
    zipPart(DOCUMENT, shell.head + body + shell.tail),
    zipPart(CORE, coreProperties(tree, rules.name, made)),
    zipPart(CUSTOM, customProperties(properties)),
  ])
}

/** So low that a signature which just fits its page is not followed by an empty one. */
const NO_HEIGHT = `<w:pStyle w:val="${STYLE.rule}"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>`
const CLOSING_PARAGRAPH = `<w:p><w:pPr>${NO_HEIGHT}</w:pPr></w:p>`

interface Writing {
  readonly context: WritingContext
  /** Which picture of the file comes now, from 1. */
  readonly nextPicture: () => number
}

function sectionXml(section: Section, rules: RuleSet, { context, nextPicture }: Writing): string {
  const width = contentWidth(rules, section.orientation)
  let text = ''
  section.blocks.forEach((block, index) => {
    const next = section.blocks[index + 1]
    if (block.kind === 'picture') {
      text += pictureXml(block, nextPicture(), width)
      return
    }
    // A long table is written some rows at a time; what comes after it is what every table is followed by.
    const isLong = block.kind === 'table' && block.rows.length > ROWS_AT_ONCE
    if (isLong) text += longTableXml(block, next, rules, width, context)
    const laidOut = layoutBlock(isLong ? { ...block, rows: [] } : block, next, rules, width)
    for (const child of isLong ? laidOut.slice(1) : laidOut) text += writeXml(child, context)
  })
  return text
}

const TABLE_END = '</w:tbl>'

function longTableXml(
  block: TableBlock,
  next: Block | undefined,
  rules: RuleSet,
  width: number,
  context: WritingContext,
): string {
  const { table, rest } = layoutTableInParts(block, next, rules, width, ROWS_AT_ONCE)
  const begun = writeXml(table, context)
  if (!begun.endsWith(TABLE_END)) throw new Error('docx ends a table with its own tag')
  const pieces = [begun.slice(0, -TABLE_END.length)]
  for (const rows of rest) pieces.push(rows.map((row) => writeXml(row, context)).join(''))
  return pieces.join('') + TABLE_END
}

/** The parts with each picture in both its forms and its relations. Painting is loaded where there is a picture. */
async function withPictures(
  parts: readonly ZippedPart[],
  pictures: readonly PictureBlock[],
  fonts: FontFiles,
): Promise<ZippedPart[]> {
  const { pictureParts, withRelations } = await import('../chart/picture-parts.ts')
  return [
    ...parts.map((part) => (part.name === RELATIONS ? withRelations(part, pictures.length) : part)),
    ...pictures.flatMap((picture, index) => pictureParts(picture, index + 1, fonts)),
  ]
}

interface Shell {
  /** Everything but the document itself and its properties, squeezed already. */
  readonly parts: readonly ZippedPart[]
  readonly head: string
  /** What ends each section: its page, margins and headers. */
  readonly ends: readonly string[]
  readonly tail: string
  readonly context: WritingContext
}

/** Sections of one document: its text and its annexes. More stand only in files merged of many documents. */
const MOST_KEPT = 12

const shells = new WeakMap<RuleSet, Map<string, Promise<Shell>>>()
const shellsById = new Map<string, RuleSet>()

/** The empty document of a rule set and a row of sections; kept, since a batch asks for it hundreds of times. */
function shellOf(rules: RuleSet, orientations: readonly Orientation[]): Promise<Shell> {
  const keeper = keeperOf(rules)
  const known = shells.get(keeper) ?? new Map<string, Promise<Shell>>()
  shells.set(keeper, known)
  const key = orientations.join(' ')
  const kept = known.get(key)
  if (kept !== undefined) return kept
  const shell = makeShell(keeper, orientations)
  // A merged file has hundreds of sections and is made once.
  if (orientations.length <= MOST_KEPT) known.set(key, shell)
  return shell
}

/** Rule sets are read from their files anew for every document; the same content is the same rule set. */
function keeperOf(rules: RuleSet): RuleSet {
  const content = JSON.stringify(rules)
  const known = shellsById.get(content)
  if (known !== undefined) return known
  shellsById.set(content, rules)
  return rules
}

async function makeShell(rules: RuleSet, orientations: readonly Orientation[]): Promise<Shell> {
  const document = new Document({
    compatibility: { version: 15 },
    customProperties: [],
    styles: buildStyles(rules),
    numbering: buildNumbering(rules),
    sections: orientations.map((orientation, index) =>
      emptySection(orientation, rules, index === 0 || orientations.length <= MOST_KEPT),
    ),
  })
  const parts = partsOf(await Packer.toBuffer(document))
  const own = parts.find(({ name }) => name === DOCUMENT)
  if (own === undefined) throw new Error('docx makes a document part')
  const xml = textOfPart(own)
  const start = xml.indexOf('<w:body>') + '<w:body>'.length
  const finish = xml.lastIndexOf('</w:body>')
  // Between them nothing but the ends of sections: each in a paragraph of its own, the last one bare.
  const ends =
    xml.slice(start, finish).match(/<w:p><w:pPr><w:sectPr.*?<\/w:pPr><\/w:p>|<w:sectPr.*?<\/w:sectPr>/gs) ?? []
  if (ends.length !== orientations.length) throw new Error('one end for each section')
  return {
    parts: parts.filter(({ name }) => name !== DOCUMENT && name !== CORE && name !== CUSTOM),
    head: xml.slice(0, start),
    ends: ends.map((end) => end.replace('<w:pPr><w:sectPr', `<w:pPr>${NO_HEIGHT}<w:sectPr`)),
    tail: xml.slice(finish),
    context: { file: document, viewWrapper: document.Document, stack: [] },
  }
}

/** A section without headers of its own has those of the section before it (ECMA-376, part 1, 17.10.5). */
function emptySection(orientation: Orientation, rules: RuleSet, hasHeaders: boolean): ISectionOptions {
  const { page } = rules
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: rules.pageNumber.hiddenOnFirstPage,
      page: {
        // docx swaps the sides of a landscape page itself.
        size: {
          width: twips(page.widthMm),
          height: twips(page.heightMm),
          orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(page.topMm),
          bottom: twips(page.bottomMm),
          left: twips(page.leftMm),
          right: twips(page.rightMm),
          header: twips(page.numberFromTopMm),
          footer: twips(page.numberFromTopMm),
        },
        pageNumbers: { start: 1 },
      },
    },
    ...(hasHeaders
      ? { headers: { first: new Header({ children: [new Paragraph({})] }), default: pageNumberHeader(rules) } }
      : {}),
    children: [],
  }
}

/** Arabic number, upright, centred in the top margin (NĐ 30/2020, Phụ lục I, mục I.7). */
function pageNumberHeader(rules: RuleSet): Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: rules.pageNumber.size * 2 })],
      }),
    ],
  })
}
