import { Paragraph } from 'docx'
import type { Table } from 'docx'
import type { PactBlock, PactSide, SignatureBlock } from '#shared/domain/documents/tree.ts'
import { text } from '#shared/domain/wording/parts.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { frameTable } from './frame.ts'
import { plainRuns, runs } from './runs.ts'
import { recipientLines, SIGNING_ROOM } from './signing.ts'
import { STYLE } from './style-ids.ts'
import { points } from './styles.ts'
import { wrapBalanced } from './text-width.ts'

/**
 * Nơi nhận on the left, capacity, title and name on the right (NĐ 30/2020, Phụ lục I, mục II.7 and II.9).
 * One row that does not split, so that the signature never stands alone on a page without its title.
 */
export function layoutSignature(block: SignatureBlock, rules: RuleSet, contentWidth: number): Table {
  const left = Math.round(contentWidth * 0.46)
  const { size, titleSize, archive } = rules.recipients
  const title = rules.form.recipientsTitle
  const recipients = [
    new Paragraph({
      style: STYLE.recipientsTitle,
      children: plainRuns('Nơi nhận:', {
        size: titleSize,
        bold: title.bold,
        italics: title.italic,
        underlined: title.underlined,
      }),
    }),
    ...recipientLines(block, archive).map(
      (recipient, index, all) =>
        new Paragraph({
          style: STYLE.recipients,
          children: runs([text('- '), ...recipient, text(index === all.length - 1 ? '.' : ';')], { size }),
        }),
    ),
  ]
  const look = { size: rules.signature.size, bold: true }
  const signer = [
    new Paragraph({ style: STYLE.authority, children: plainRuns(block.authority, look) }),
    new Paragraph({
      style: STYLE.authority,
      children: plainRuns(block.position, { ...look, bold: rules.form.positionBold }),
    }),
    new Paragraph({
      style: STYLE.signerName,
      spacing: { before: points(SIGNING_ROOM) },
      children: plainRuns(block.name, look),
    }),
  ]
  return frameTable([left, contentWidth - left], [[recipients, signer]])
}

/** Both parties of a pact sign on one line, each under its own capacity. */
export function layoutPact(block: PactBlock, rules: RuleSet, contentWidth: number): Table {
  const left = Math.round(contentWidth / 2)
  const side = ({ authority, position, name }: PactSide, width: number): Paragraph[] => {
    const look = { size: rules.signature.size, bold: true }
    return [
      ...wrapBalanced(authority, width - 200, look.size, 'bold').map(
        (line) => new Paragraph({ style: STYLE.authority, keepNext: true, children: plainRuns(line, look) }),
      ),
      new Paragraph({
        style: STYLE.authority,
        children: plainRuns(position, { ...look, bold: rules.form.positionBold }),
      }),
      new Paragraph({
        style: STYLE.signerName,
        spacing: { before: points(SIGNING_ROOM) },
        children: plainRuns(name, look),
      }),
    ]
  }
  return frameTable([left, contentWidth - left], [[side(block.left, left), side(block.right, contentWidth - left)]])
}
