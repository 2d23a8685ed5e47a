import { type Inline, type Part, reference } from '../wording/parts.ts'
import type { Block, OfficialDocument, PictureBlock } from './tree.ts'

/** Every picture of a document in reading order. */
export function picturesOf(document: OfficialDocument): PictureBlock[] {
  return document.sections.flatMap((section) => section.blocks.filter((block) => block.kind === 'picture'))
}

/** "Hình 1. ", "Hình 2. " before the captions of one text, in its order; a caption under nothing has no number. */
export function withPictureNumbers(blocks: readonly Block[]): Block[] {
  let order = 0
  return blocks.map((block, index) => {
    if (block.kind !== 'paragraph' || block.role !== 'picture-caption') return block
    if (blocks[index - 1]?.kind !== 'picture') return { ...block, text: withoutPictureNumber(block.text) }
    order += 1
    return { ...block, text: [reference(`Hình ${order}. `, 'label'), ...withoutPictureNumber(block.text)] }
  })
}

/** A caption as the clerk edits it: numbers follow the order of the pictures and are not his to type. */
export function withoutPictureNumber(caption: Inline): Inline {
  const [first, ...rest] = caption
  return first !== undefined && isNumber(first) ? rest : caption
}

function isNumber(part: Part): boolean {
  return 'reference' in part && part.of === 'label' && /^Hình \d+\. $/u.test(part.reference)
}
