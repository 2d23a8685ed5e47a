import type { AddresseesBlock, Block } from '#shared/domain/documents/tree.ts'
import { type Inline, inlineText } from '#shared/domain/wording/parts.ts'
import { type RuleSet, twips } from '../rules/rule-set.ts'

/** A line that announces a list stays with it; a signature never stands on a page without text. */
export function staysWithNext(content: Inline, next: Block | undefined): boolean {
  return next !== undefined && (next.kind === 'signature' || next.kind === 'pact' || inlineText(content).endsWith(':'))
}

/** "Kính gửi:", in a tờ trình of a Party body "Kính trình:". */
export function addressingOf(block: AddresseesBlock, { form }: RuleSet): string {
  return `${block.petition === true ? form.addressing.petition : form.addressing.usual}:`
}

/** Of a page less its margins, twips. */
export function contentWidth(rules: RuleSet, orientation: 'portrait' | 'landscape'): number {
  const page = rules.page
  const width = orientation === 'portrait' ? page.widthMm : page.heightMm
  return twips(width) - twips(page.leftMm) - twips(page.rightMm)
}
