import { type Inline, inlineText } from '../wording/parts.ts'
import type { DraftView } from './draft-compose.ts'
import { bindTemplate, type FieldBook, type Template } from './draft-fields.ts'
import { type CellLine, type DraftLine, readCellLine, readLines, readPictureLine } from './draft-lines.ts'
import { withEndMark } from './end-mark.ts'
import { availablePictures, withPictureNumbers } from './pictures.ts'
import { changedCells, withCells } from './table-cells.ts'
import type { Block, OfficialDocument, Section, TableBlock } from './tree.ts'
import { toRoman } from '../text/roman.ts'

export interface AssembledDraft {
  readonly document: OfficialDocument
  /** Fields and tables nothing stands for on this day, by the key of their section. */
  readonly unknown: ReadonlyMap<string, readonly string[]>
  /** Which section each block of the document is of: section and block from 0 → key. */
  readonly origins: readonly (readonly (string | null)[])[]
}

/** A block with the key of the draft's section it comes from; null for what no section owns. */
type Owned<B extends Block = Block> = { readonly key: string | null; readonly block: B }

/**
 * The document as the draft has it: the composed one's frame (letterhead, signature, tables) with the clerk's words
 * and order in it. Headings, articles and annexes number themselves anew; the end mark moves to the new last sentence.
 */
export function assembleDraft(
  composed: OfficialDocument,
  views: readonly DraftView[],
  book: FieldBook,
): AssembledDraft {
  const kept = views.filter((view) => view.state !== 'dropped')
  const unknown = new Map<string, string[]>()
  const tables = new Map(
    composed.sections.flatMap((section) =>
      section.blocks.flatMap((block): [string, TableBlock][] => (block.kind === 'table' ? [[block.id, block]] : [])),
    ),
  )
  const pictures = new Map(availablePictures(composed).map(({ picture }) => [picture.id, picture]))
  const miss = (key: string, what: readonly string[]): void => {
    if (what.length > 0) unknown.set(key, [...(unknown.get(key) ?? []), ...what])
  }
  const bind = (key: string, template: Template): Inline => {
    const bound = bindTemplate(template, book)
    miss(key, bound.unknown)
    return bound.inline
  }
  const blockOf = (view: DraftView, line: DraftLine, cells: readonly CellLine[]): Block[] => {
    if (line.kind === 'table') {
      const table = view.tables.find(({ id }) => id === line.text) ?? tables.get(line.text)
      if (table === undefined) miss(view.key, [line.text])
      if (table === undefined) return []
      const worded = withCells(table, cells, (template) => bind(view.key, template))
      miss(view.key, worded.missing)
      return [worded.table]
    }
    if (line.kind === 'cell') {
      // It stands in its table; one of a table that is gone, or that nobody can place, is told.
      const cell = readCellLine(line.text)
      const isPlaced = readLines(view.text).some(({ kind, text }) => kind === 'table' && text === cell?.table)
      if (!isPlaced) miss(view.key, [line.text])
      return []
    }
    if (line.kind === 'picture') {
      const { id, alt } = readPictureLine(line.text)
      const picture = pictures.get(id)
      if (picture === undefined) miss(view.key, [id])
      // Words nobody typed are no description: what the program says of the picture stays.
      return picture === undefined ? [] : [alt === '' ? picture : { ...picture, alt: bind(view.key, alt) }]
    }
    const text = bind(view.key, line.text)
    if (line.kind === 'item') return [{ kind: 'item', text }]
    if (line.kind === 'authority' || line.kind === 'enacting') return [{ kind: 'centred', role: line.kind, text }]
    return [{ kind: 'paragraph', role: line.kind, text }]
  }
  const blocksOf = (view: DraftView): Block[] => {
    const lines = readLines(view.text)
    const cells = changedCells(view.text)
    const isGone = (line: DraftLine | undefined): boolean =>
      line?.kind === 'picture' && !pictures.has(readPictureLine(line.text).id)
    // The caption of a picture that is not drawn on this day goes with it.
    return lines.flatMap((line, index) =>
      line.kind === 'picture-caption' && isGone(lines[index - 1]) ? [] : blockOf(view, line, cells),
    )
  }
  const parts: Parts = { kept, bind, blocksOf }
  const [first] = composed.sections
  const isText = first?.blocks[0]?.kind === 'letterhead'
  const annexViews = kept.filter((view) => view.part === 'annex')
  const annexes = annexViews.flatMap((view) => annexOf(view, composed, parts))
  const main = isText && first !== undefined ? [textOf(first, parts)] : []
  const sections = [...main, ...numberAnnexes(annexes)]
  return {
    document: {
      ...composed,
      title: isText && first !== undefined ? retitle(composed.title, first, parts) : composed.title,
      sections: sections.map(({ section, owned }) => ({ ...section, blocks: owned.map(({ block }) => block) })),
    },
    unknown,
    origins: sections.map(({ owned }) => owned.map(({ key }) => key)),
  }
}

interface Parts {
  readonly kept: readonly DraftView[]
  readonly bind: (key: string, template: Template) => Inline
  readonly blocksOf: (view: DraftView) => Block[]
}

interface OwnedSection {
  readonly section: Section
  readonly owned: readonly Owned[]
}

const RUNNING: readonly DraftView['part'][] = ['lead', 'heading', 'article', 'closing']

function textOf(section: Section, parts: Parts): OwnedSection {
  const { kept, blocksOf } = parts
  const fixed = section.blocks.map((block): Owned => {
    if (block.kind === 'letterhead' && block.letterSubject !== undefined) {
      return owned('subject', parts, (lines) => ({ ...block, letterSubject: lines?.[0] ?? block.letterSubject ?? [] }))
    }
    if (block.kind === 'title')
      return owned('subject', parts, (lines) => ({ ...block, subject: lines ?? block.subject }))
    if (block.kind === 'addressees')
      return owned('addressees', parts, (lines) => ({ ...block, lines: lines ?? block.lines }))
    if (block.kind === 'signature')
      return owned('recipients', parts, (lines) => ({ ...block, recipients: lines ?? block.recipients }))
    return { key: null, block }
  })
  const head = fixed.filter(({ block }) => ['letterhead', 'title', 'addressees'].includes(block.kind))
  const closing = fixed.filter(({ block }) => block.kind === 'signature' || block.kind === 'pact')
  const number = createNumbers()
  const content = kept.flatMap((view): Owned[] => {
    // Parts with a place of their own are put there; read here as well, what they lack would be told twice.
    if (!RUNNING.includes(view.part)) return []
    const blocks = blocksOf(view)
    const own = blocks.map((block): Owned => ({ key: view.key, block }))
    if (view.part === 'lead' || view.part === 'closing') return own
    if (view.part === 'article') {
      const [opening, ...rest] = own
      if (opening === undefined || !('text' in opening.block)) return own
      const { text } = opening.block
      return [{ key: view.key, block: { kind: 'article', label: number.article(), text } }, ...rest]
    }
    if (view.part !== 'heading') return []
    const level = view.level === 0 ? 1 : view.level
    const text = parts.bind(view.key, view.heading ?? '')
    return [{ key: view.key, block: { kind: 'heading', level, label: number.heading(level), text } }, ...own]
  })
  const marked = withPictureNumbers(withEndMark(content.map(({ block }) => block)))
  return {
    section,
    owned: [...head, ...content.map(({ key }, index) => ({ key, block: marked[index] as Block })), ...closing],
  }
}

function owned(part: DraftView['part'], parts: Parts, make: (lines: readonly Inline[] | null) => Block): Owned {
  const key = parts.kept.find((view) => view.part === part)?.key ?? null
  return { key, block: make(inlinesOf(part, parts)) }
}

/** The lines of a part that is no running text; null where nothing is left of it: then what was composed stands. */
function inlinesOf(part: DraftView['part'], { kept, bind }: Parts): readonly Inline[] | null {
  const view = kept.find((candidate) => candidate.part === part)
  if (view === undefined) return null
  const lines = readLines(view.text).map((line) => bind(view.key, line.text))
  return lines.length === 0 ? null : lines
}

function annexOf(view: DraftView, composed: OfficialDocument, { blocksOf, bind }: Parts): OwnedSection[] {
  const section = composed.sections.find(
    (candidate) => view.tables.some((table) => candidate.blocks.includes(table)) || view.key === annexKey(candidate.id),
  )
  if (section === undefined) return []
  const titles = section.blocks
    .filter((block) => !isLine(block))
    .map((block): Block => {
      const words = view.heading ?? ''
      // As composed it keeps its own lines.
      if (block.kind !== 'annex-title' || words === '' || words === view.composedHeading) return block
      return { ...block, title: [bind(view.key, words)] }
    })
  const lines = blocksOf(view)
  return [{ section, owned: [...titles, ...lines].map((block) => ({ key: view.key, block })) }]
}

function annexKey(id: string): string {
  return `phu-luc.${id}`
}

function isLine(block: Block): boolean {
  return (
    block.kind === 'paragraph' ||
    block.kind === 'item' ||
    block.kind === 'table' ||
    block.kind === 'picture' ||
    block.kind === 'centred'
  )
}

/** "Phụ lục" alone, "Phụ lục I", "II" where there are more (NĐ 30/2020, Phụ lục I, mục III.1). */
function numberAnnexes(annexes: readonly OwnedSection[]): OwnedSection[] {
  return annexes.map(({ section, owned: blocks }, index) => ({
    section,
    owned: blocks.map(({ key, block }): Owned => {
      if (block.kind !== 'annex-title' || !/^Phụ lục( [IVXLC]+)?$/u.test(block.label)) return { key, block }
      return { key, block: { ...block, label: annexes.length === 1 ? 'Phụ lục' : `Phụ lục ${toRoman(index + 1)}` } }
    }),
  }))
}

interface Numbers {
  readonly heading: (level: 1 | 2 | 3) => string
  readonly article: () => string
}

/** "I.", "1.", "a)", "Điều 1", each counting anew under what stands above it. */
function createNumbers(): Numbers {
  const counts = [0, 0, 0]
  let articles = 0
  return {
    heading(level) {
      counts[level - 1] = (counts[level - 1] ?? 0) + 1
      counts.fill(0, level)
      const order = counts[level - 1] ?? 1
      if (level === 1) return `${toRoman(order)}.`
      return level === 2 ? `${order}.` : `${String.fromCodePoint(96 + Math.min(order, 26))})`
    },
    article() {
      articles += 1
      return `Điều ${articles}`
    },
  }
}

/** The title the register keeps speaks of the subject; a reworded subject is told there too. */
function retitle(title: string, section: Section, parts: Parts): string {
  const block = section.blocks.find((candidate) => candidate.kind === 'title')
  const head = section.blocks.find((candidate) => candidate.kind === 'letterhead')
  const before = block?.subject ?? (head?.letterSubject === undefined ? [] : [head.letterSubject])
  const after = inlinesOf('subject', parts) ?? before
  const words = (lines: readonly Inline[]): string => lowerFirst(lines.map(inlineText).join(' '))
  const [old, now] = [words(before), words(after)]
  return old === now || old === '' ? title : title.includes(old) ? title.replace(old, now) : `${title} (${now})`
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLocaleLowerCase('vi') + words.slice(1)
}
