import { type Figure, type Inline, inlineText, partText } from '../wording/parts.ts'
import type { PrintedText } from './compare-figures.ts'
import { picturesOf } from './pictures.ts'
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
    // What a picture says is printed by nobody; see `picturesOf`.
    case 'picture':
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

/**
 * Every sentence and every row of a table that prints figures, with where they stand in it: what a file edited
 * later is held against. A row is one text, its cells parted by " | ", so that its first cell tells which row it is.
 */
export function printedTexts(document: OfficialDocument): PrintedText[] {
  // What pictures say comes last: it stands in none of the file's paragraphs.
  const spoken = picturesOf(document).map(({ alt }) => alt)
  return [...document.sections.flatMap((section) => section.blocks.flatMap(textsOfBlock)), ...spoken].flatMap(
    (parts) => {
      const figures: PrintedText['figures'][number][] = []
      let written = ''
      for (const part of parts) {
        if ('figure' in part) figures.push({ id: part.figure.id, text: part.figure.text, at: written.length })
        written += partText(part)
      }
      return figures.length === 0 ? [] : [{ text: written, figures }]
    },
  )
}

function textsOfBlock(block: Block): readonly Inline[] {
  // Printed before its words, so that the paragraph of the file reads the same.
  if (block.kind === 'article') return [[{ text: `${block.label}. ` }, ...block.text]]
  if (block.kind === 'heading') return [[{ text: `${block.label} ` }, ...block.text]]
  if (block.kind !== 'table') return inlinesOfBlock(block)
  return block.rows.map((row) =>
    row.cells.flatMap((cell, index): Inline => (index === 0 ? cell.text : [{ text: ROW_MARK }, ...cell.text])),
  )
}

/** Between the cells of a row where a row is read as one text. */
export const ROW_MARK = ' | '

/** The document as plain lines, for search and for tests. */
export function plainText(document: OfficialDocument): string {
  return inlinesOf(document)
    .map(inlineText)
    .filter((line) => line !== '')
    .join('\n')
}
