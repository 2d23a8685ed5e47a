import type { SignatureBlock } from '#shared/domain/documents/tree.ts'
import { type Inline, inlineText, text } from '#shared/domain/wording/parts.ts'

/** Room for seal and signature between capacity and name, in points. */
export const SIGNING_ROOM = 72

/** The archive line closes the list: the office's own ("Lưu: VT, ToC") if it has one, else the rule set's. */
export function recipientLines(block: SignatureBlock, archive: string): readonly Inline[] {
  const isArchive = (recipient: Inline): boolean => inlineText(recipient).startsWith('Lưu')
  const own = block.recipients.filter(isArchive)
  return [
    ...block.recipients.filter((recipient) => !isArchive(recipient)),
    ...(own.length > 0 ? own : [[text(archive)]]),
  ]
}
