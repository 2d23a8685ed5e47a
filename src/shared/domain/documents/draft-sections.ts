import { foldText } from '../text/fold.ts'
import { type Inline, inlineText } from '../wording/parts.ts'
import { type FieldBook, type Template, toTemplate } from './draft-fields.ts'
import { type DraftLine, type LineKind, pictureLine, printLines } from './draft-lines.ts'
import { withoutEndMark } from './end-mark.ts'
import { availablePictures, type CaptionedPicture, withoutPictureNumber } from './pictures.ts'
import { inlinesOf } from './snapshot.ts'
import type { Block, OfficialDocument, Section, TableBlock } from './tree.ts'

/**
 * subject, addressees, recipients  stand where the rule puts them; only their words are the clerk's
 * lead                             what opens the text: legal bases and the opening sentence
 * heading, article, closing        the text itself; may be moved, added and dropped
 * annex                            an annex with its table; may be moved among annexes and dropped
 */
export type SectionPart = 'subject' | 'addressees' | 'lead' | 'heading' | 'article' | 'closing' | 'recipients' | 'annex'

/** A piece of a document that is reworded, moved or dropped as one. */
export interface DraftSection {
  /** The same on every day the document is composed for. */
  readonly key: string
  readonly part: SectionPart
  /** 1–3 under a heading of that level; 0 without. */
  readonly level: 0 | 1 | 2 | 3
  /** Without its number; null for a part that has none. */
  readonly heading: Template | null
  /** How a list of sections names it. */
  readonly name: string
  /** Its paragraphs as one text, see `printLines`. */
  readonly text: string
  readonly tables: readonly TableBlock[]
}

/** What a section is called that has no heading of its own. */
const NAMES = {
  subject: 'Trích yếu',
  addressees: 'Kính gửi',
  lead: 'Phần mở đầu',
  closing: 'Câu kết',
  recipients: 'Nơi nhận',
} as const

/** Cuts a composed document into the sections a clerk works with. */
export function splitDocument(document: OfficialDocument, book: FieldBook): DraftSection[] {
  const keys = createKeys()
  return document.sections.flatMap((section, index) =>
    index === 0 && section.blocks[0]?.kind === 'letterhead'
      ? splitText(section, book, keys)
      : [annexSection(section, book, keys)],
  )
}

/** Every run of text a field may come from, sentences before tables: "09" of a sentence is the usual way to print nine. */
export function inlinesForFields(document: OfficialDocument): Inline[] {
  const blocks = document.sections.flatMap((section) => section.blocks)
  const isTable = (block: Block): boolean => block.kind === 'table'
  const printed = inlinesOf({
    ...document,
    sections: [
      { id: '', orientation: 'portrait', blocks: blocks.filter((block) => !isTable(block)) },
      { id: '', orientation: 'portrait', blocks: blocks.filter(isTable) },
    ],
  })
  return [...printed, ...availablePictures(document).flatMap(({ picture, caption }) => [picture.alt, caption])]
}

/** Keys that are told apart when two parts bear the same name. */
function createKeys(): (wanted: string) => string {
  const used = new Set<string>()
  return (wanted) => {
    let key = wanted
    for (let order = 2; used.has(key); order += 1) key = `${wanted}-${order}`
    used.add(key)
    return key
  }
}

export function slug(words: string): string {
  return foldText(words.replace(/\{\{[^{}]*\}\}/gu, ' '))
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 60)
}

function splitText(section: Section, book: FieldBook, keys: (wanted: string) => string): DraftSection[] {
  const sections: DraftSection[] = []
  const add = (
    part: SectionPart,
    blocks: readonly Block[],
    heading: Block | null,
    level: DraftSection['level'] = 0,
  ) => {
    const words = heading?.kind === 'heading' ? toTemplate(heading.text, book) : null
    const named = part === 'heading' || part === 'article' || part === 'annex' ? null : NAMES[part]
    const parent = level > 1 ? (sections.findLast((known) => known.level === 1)?.key ?? '') : ''
    const name = words ?? named ?? (heading?.kind === 'article' ? heading.label : '')
    sections.push({
      key: keys(`${parent === '' ? '' : `${parent}.`}${slug(name)}`),
      part,
      level,
      heading: words,
      name: heading?.kind === 'heading' ? inlineText(heading.text) : name,
      text: printLines(linesOf(blocks, book)),
      tables: blocks.filter((block) => block.kind === 'table'),
    })
  }
  let content = [...section.blocks]
  const take = <K extends Block['kind']>(kind: K): Extract<Block, { kind: K }> | undefined => {
    const at = content.findIndex((block) => block.kind === kind)
    if (at < 0) return undefined
    return content.splice(at, 1)[0] as Extract<Block, { kind: K }>
  }
  const head = take('letterhead')
  const title = take('title')
  const subject: readonly Inline[] = title?.subject ?? (head?.letterSubject === undefined ? [] : [head.letterSubject])
  if (subject.length > 0) add('subject', asParagraphs(subject), null)
  const addressees = take('addressees')
  if (addressees !== undefined) add('addressees', asParagraphs(addressees.lines), null)
  const signature = take('signature')
  take('pact')
  content = endsWithoutMark(content)

  const starts = content.flatMap((block, index) =>
    block.kind === 'heading' || block.kind === 'article' ? [index] : [],
  )
  const first = starts[0] ?? content.length
  // The sentence that ends the text belongs to no heading, though it stands behind the last.
  const last = content.at(-1)
  const hasClosing =
    starts.length > 0 && last?.kind === 'paragraph' && last.role === 'body' && content.length - 1 > (starts.at(-1) ?? 0)
  const end = hasClosing ? content.length - 1 : content.length
  if (first > 0) add('lead', content.slice(0, first), null)
  starts.forEach((start, order) => {
    const block = content[start]
    const until = starts[order + 1] ?? end
    if (block?.kind === 'heading') add('heading', content.slice(start + 1, until), block, block.level)
    else if (block?.kind === 'article')
      add('article', [{ kind: 'paragraph', role: 'body', text: block.text }, ...content.slice(start + 1, until)], block)
  })
  if (hasClosing) add('closing', content.slice(end), null)
  if (signature !== undefined) add('recipients', asParagraphs(signature.recipients), null)
  return sections
}

function annexSection(section: Section, book: FieldBook, keys: (wanted: string) => string): DraftSection {
  const title = section.blocks.find((block) => block.kind === 'annex-title')
  return {
    key: keys(`phu-luc.${slug(section.id)}`),
    part: 'annex',
    level: 0,
    heading: title === undefined ? null : title.title.map((words) => toTemplate(words, book)).join(' '),
    name: title?.title.map(inlineText).join(' ') ?? section.id,
    text: printLines(linesOf(section.blocks, book)),
    tables: section.blocks.filter((block) => block.kind === 'table'),
  }
}

function asParagraphs(lines: readonly Inline[]): Block[] {
  return lines.map((text) => ({ kind: 'paragraph', role: 'body', text }))
}

function endsWithoutMark(blocks: readonly Block[]): Block[] {
  return blocks.map((block) =>
    block.kind === 'paragraph' || block.kind === 'item' || block.kind === 'article'
      ? { ...block, text: withoutEndMark(block.text) }
      : block,
  )
}

/** A picture and its caption as the lines of a section: what the clerk puts where he wants it. */
export function linesOfPicture({ picture, caption }: CaptionedPicture, book: FieldBook): string {
  const blocks: Block[] = [picture, { kind: 'paragraph', role: 'picture-caption', text: caption }]
  return printLines(linesOf(caption.length === 0 ? [picture] : blocks, book))
}

/** Blocks that are no paragraph of words (a title of an annex) stand where they stand and are left out. */
function linesOf(blocks: readonly Block[], book: FieldBook): DraftLine[] {
  const line = (kind: LineKind, words: Inline): DraftLine => ({ kind, text: toTemplate(words, book) })
  return blocks.flatMap((block): DraftLine[] => {
    switch (block.kind) {
      case 'paragraph':
        return [line(block.role, block.role === 'picture-caption' ? withoutPictureNumber(block.text) : block.text)]
      case 'item':
        return [line('item', block.text)]
      case 'centred':
        return [line(block.role, block.text)]
      case 'table':
        return [{ kind: 'table', text: block.id }]
      case 'picture':
        return [{ kind: 'picture', text: pictureLine(block.id, toTemplate(block.alt, book)) }]
      default:
        return []
    }
  })
}
