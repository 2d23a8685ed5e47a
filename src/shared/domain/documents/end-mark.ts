import { type Inline, inlineText, text } from '../wording/parts.ts'
import type { ArticleBlock, Block, ItemBlock, ParagraphBlock } from './tree.ts'

/** The document's end mark stands after its last full stop: "…theo quy định./." */
export function withEndMark(blocks: readonly Block[]): Block[] {
  const last = blocks.findLastIndex(isSentence)
  return blocks.map((block, index) => {
    if (index !== last || !isSentence(block)) return block
    const ended = inlineText(block.text).endsWith('.')
    return { ...block, text: [...block.text, text(ended ? '/.' : './.')] }
  })
}

/** The sentence as it was before the mark was put behind it. */
export function withoutEndMark(inline: Inline): Inline {
  const last = inline.at(-1)
  return last !== undefined && 'text' in last && (last.text === '/.' || last.text === './.')
    ? inline.slice(0, -1)
    : inline
}

function isSentence(block: Block): block is ParagraphBlock | ItemBlock | ArticleBlock {
  if (block.kind === 'paragraph') return block.role !== 'picture-caption'
  return block.kind === 'item' || block.kind === 'article'
}
