import { Paragraph } from 'docx'
import type { Table } from 'docx'
import type { LetterheadBlock } from '#shared/domain/documents/tree.ts'
import { inlineText } from '#shared/domain/wording/parts.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { frameTable, ruleParagraph } from './frame.ts'
import { plainRuns, runs } from './runs.ts'
import { STYLE } from './styles.ts'
import { textWidth, wrapBalanced } from './text-width.ts'

type Sizes = RuleSet['letterheadSizes'][number]

/** Room so that a line measured here never wraps for a rounding difference in Word. Twips. */
const SLACK = 120
/** Blanks to be filled by hand print wider in some programs, and a pen needs room. Twips. */
const BLANK_SLACK = 360

interface Plan {
  readonly sizes: Sizes
  readonly left: number
  readonly right: number
  readonly superior: readonly string[]
  readonly issuer: readonly string[]
}

/**
 * Letterhead of NĐ 30/2020, Phụ lục I, mục II.1–4: on the right Quốc hiệu and Tiêu ngữ on one line each, so
 * the right column gets what they need; the office's names break evenly in what is left.
 */
export function layoutLetterhead(block: LetterheadBlock, rules: RuleSet, contentWidth: number): Table {
  const plan = choosePlan(block, rules, contentWidth)
  const { sizes, left, right } = plan
  const lastIssuer = plan.issuer.at(-1) ?? ''
  const leftTop = [
    ...plan.superior.map(
      (value) => new Paragraph({ style: STYLE.superior, children: plainRuns(value, { size: sizes.superior }) }),
    ),
    ...plan.issuer.map(
      (value) => new Paragraph({ style: STYLE.issuer, children: plainRuns(value, { size: sizes.issuer, bold: true }) }),
    ),
    rules.form.issuerRule === 'star'
      ? new Paragraph({ style: STYLE.star, children: plainRuns('*', { size: sizes.issuer }) })
      : ruleParagraph(left, textWidth(lastIssuer, sizes.issuer, 'bold') * rules.rules.issuer),
  ]
  const { title, motto } = rules.national
  // A Party body prints its own title alone; the rule under it is as wide as the last line.
  const lastLine = motto === '' ? { text: title, size: sizes.national } : { text: motto, size: sizes.motto }
  const rightTop = [
    new Paragraph({
      style: STYLE.national,
      children: plainRuns(title, { size: sizes.national, bold: true }),
    }),
    ...(motto === ''
      ? []
      : [new Paragraph({ style: STYLE.motto, children: plainRuns(motto, { size: sizes.motto, bold: true }) })]),
    ruleParagraph(right, textWidth(lastLine.text, lastLine.size, 'bold') * rules.rules.motto),
  ]
  const leftBottom = [
    new Paragraph({ style: STYLE.code, children: runs(block.code, { size: sizes.code }) }),
    ...letterSubject(block, rules, left - SLACK),
  ]
  const rightBottom = [
    new Paragraph({ style: STYLE.dateLine, children: runs(block.dateLine, { size: sizes.date, italics: true }) }),
  ]
  return frameTable(
    [left, right],
    [
      [leftTop, rightTop],
      [leftBottom, rightBottom],
    ],
  )
}

/** "V/v đôn đốc …" under the number (NĐ 30/2020, Phụ lục I, mục II.5.b). */
function letterSubject(block: LetterheadBlock, rules: RuleSet, width: number): Paragraph[] {
  if (block.letterSubject === undefined) return []
  const { prefix, italic } = rules.form.letterSubject
  const [size] = rules.limits.letterSubject
  const lines = wrapBalanced(`${prefix} ${inlineText(block.letterSubject)}`, width, size, italic ? 'italic' : 'regular')
  return lines.map(
    (line, index) =>
      new Paragraph({
        style: STYLE.letterSubject,
        // The room above belongs to the subject as a whole.
        ...(index === 0 ? {} : { spacing: { before: 0 } }),
        children: plainRuns(line, { size, italics: italic }),
      }),
  )
}

function choosePlan(block: LetterheadBlock, rules: RuleSet, contentWidth: number): Plan {
  const plans = rules.letterheadSizes.map((sizes) => planFor(block, rules, contentWidth, sizes))
  // Fewest lines wins; among equals the set named first in the rule set.
  return plans.reduce((best, plan) => (lineCount(plan) < lineCount(best) ? plan : best))
}

function lineCount(plan: Plan): number {
  return plan.superior.length + plan.issuer.length
}

function planFor(block: LetterheadBlock, rules: RuleSet, contentWidth: number, sizes: Sizes): Plan {
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
