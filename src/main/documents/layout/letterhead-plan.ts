import type { LetterheadBlock } from '#shared/domain/documents/tree.ts'
import { inlineText } from '#shared/domain/wording/parts.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { textWidth, wrapBalanced } from './text-width.ts'

type Sizes = RuleSet['letterheadSizes'][number]

/** Room so that a line measured here never wraps for a rounding difference in Word. Twips. */
const SLACK = 120
/** Blanks to be filled by hand print wider in some programs, and a pen needs room. Twips. */
const BLANK_SLACK = 360

export interface LetterheadPlan {
  readonly sizes: Sizes
  readonly left: number
  readonly right: number
  readonly superior: readonly string[]
  readonly issuer: readonly string[]
}

/** The sizes and the breaking of lines the letterhead prints in. */
export function planLetterhead(block: LetterheadBlock, rules: RuleSet, contentWidth: number): LetterheadPlan {
  const plans = rules.letterheadSizes.map((sizes) => planFor(block, rules, contentWidth, sizes))
  // Fewest lines wins; among equals the set named first in the rule set.
  return plans.reduce((best, plan) => (lineCount(plan) < lineCount(best) ? plan : best))
}

function lineCount(plan: LetterheadPlan): number {
  return plan.superior.length + plan.issuer.length
}

function planFor(block: LetterheadBlock, rules: RuleSet, contentWidth: number, sizes: Sizes): LetterheadPlan {
  const needed = Math.max(
    textWidth(rules.national.title, sizes.national, 'bold'),
    textWidth(rules.national.motto, sizes.motto, 'bold'),
    textWidth(inlineText(block.dateLine), sizes.date, 'italic') + BLANK_SLACK,
  )
  const right = Math.min(needed + SLACK, Math.round(contentWidth * 0.65))
  const left = contentWidth - right
  const usable = left - SLACK
  return {
    sizes,
    left,
    right,
    superior: block.superiorLines.flatMap((value) => wrapBalanced(value, usable, sizes.superior)),
    issuer: block.issuerLines.flatMap((value) => wrapBalanced(value, usable, sizes.issuer, 'bold')),
  }
}

/** "V/v đôn đốc …" in the lines it prints in under the number; none where there is a tên loại. */
export function letterSubjectLines(block: LetterheadBlock, rules: RuleSet, left: number): readonly string[] {
  if (block.letterSubject === undefined) return []
  const { prefix, italic } = rules.form.letterSubject
  const words = `${prefix} ${inlineText(block.letterSubject)}`
  return wrapBalanced(words, left - SLACK, letterSubjectSize(rules), italic ? 'italic' : 'regular')
}

export function letterSubjectSize(rules: RuleSet): number {
  return rules.limits.letterSubject[0]
}
