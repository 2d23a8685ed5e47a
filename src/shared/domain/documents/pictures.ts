import { type Inline, type Part, reference } from '../wording/parts.ts'
import type { Block, OfficialDocument, PictureBlock } from './tree.ts'

/** Every picture of a document in reading order. */
export function picturesOf(document: OfficialDocument): PictureBlock[] {
  return document.sections.flatMap((section) => section.blocks.filter((block) => block.kind === 'picture'))
}

/** A picture a document can print, with the words under it. */
export interface CaptionedPicture {
  readonly picture: PictureBlock
  readonly caption: Inline
}

/** Every picture a document prints or offers, each once. */
export function availablePictures(document: OfficialDocument): CaptionedPicture[] {
  const blocks = [...document.sections.flatMap((section) => section.blocks), ...(document.offered ?? [])]
  const found = new Map<string, CaptionedPicture>()
  blocks.forEach((block, index) => {
    if (block.kind !== 'picture' || found.has(block.id)) return
    const next = blocks[index + 1]
    const hasCaption = next?.kind === 'paragraph' && next.role === 'picture-caption'
    found.set(block.id, { picture: block, caption: hasCaption ? withoutPictureNumber(next.text) : [] })
  })
  return [...found.values()]
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
