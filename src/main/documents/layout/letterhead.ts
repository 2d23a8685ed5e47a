import { Paragraph } from 'docx'
import type { Table } from 'docx'
import type { LetterheadBlock } from '#shared/domain/documents/tree.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { frameTable, ruleParagraph } from './frame.ts'
import { letterSubjectLines, letterSubjectSize, planLetterhead } from './letterhead-plan.ts'
import { plainRuns, runs } from './runs.ts'
import { STYLE } from './style-ids.ts'
import { textWidth } from './text-width.ts'

/**
 * Letterhead of NĐ 30/2020, Phụ lục I, mục II.1–4: on the right Quốc hiệu and Tiêu ngữ on one line each, so
 * the right column gets what they need; the office's names break evenly in what is left.
 */
export function layoutLetterhead(block: LetterheadBlock, rules: RuleSet, contentWidth: number): Table {
  const plan = planLetterhead(block, rules, contentWidth)
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
    ...letterSubject(block, rules, left),
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
function letterSubject(block: LetterheadBlock, rules: RuleSet, left: number): Paragraph[] {
  const look = { size: letterSubjectSize(rules), italics: rules.form.letterSubject.italic }
  return letterSubjectLines(block, rules, left).map(
    (line, index) =>
      new Paragraph({
        style: STYLE.letterSubject,
        // The room above belongs to the subject as a whole.
        ...(index === 0 ? {} : { spacing: { before: 0 } }),
        children: plainRuns(line, look),
      }),
  )
}
