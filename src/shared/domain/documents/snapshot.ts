import { type Figure, type Inline, inlineText } from '../wording/parts.ts'
import type { Block, OfficialDocument } from './tree.ts'

/** Every run of text of a document in reading order: titles, paragraphs, then cells row by row. */
export function inlinesOf(document: OfficialDocument): Inline[] {
  return document.sections.flatMap((section) => section.blocks.flatMap(inlinesOfBlock))
}

function inlinesOfBlock(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'letterhead':
      return [block.code, ...(block.letterSubject === undefined ? [] : [block.letterSubject]), block.dateLine]
    case 'title':
      return block.subject
    case 'addressees':
      return block.lines
    case 'table':
      return [
        ...block.header.flatMap((row) => row.map((cell) => cell.text)),
        ...block.rows.flatMap((row) => row.cells.map((cell) => cell.text)),
      ]
    case 'signature':
      return block.recipients
    case 'pact':
      return []
    case 'annex-title':
      return [...block.title, block.reference]
    case 'heading':
    case 'centred':
    case 'article':
    case 'paragraph':
    case 'item':
      return [block.text]
  }
}

/** The figures a document prints, each once, in reading order: what is kept with it when it is made. */
export function figuresOf(document: OfficialDocument): Figure[] {
  const seen = new Map<string, Figure>()
  for (const part of inlinesOf(document).flat()) {
    if ('figure' in part) seen.set(`${part.figure.id} ${part.figure.text}`, part.figure)
  }
  return [...seen.values()]
}

/** The document as plain lines, for search and for tests. */
export function plainText(document: OfficialDocument): string {
  return inlinesOf(document)
    .map(inlineText)
    .filter((line) => line !== '')
    .join('\n')
}
