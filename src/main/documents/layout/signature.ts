import { Paragraph } from 'docx'
import type { Table } from 'docx'
import type { PactBlock, PactSide, SignatureBlock } from '#shared/domain/documents/tree.ts'
import { inlineText, text } from '#shared/domain/wording/parts.ts'
import type { Inline } from '#shared/domain/wording/parts.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { frameTable } from './frame.ts'
import { plainRuns, runs } from './runs.ts'
import { STYLE, points } from './styles.ts'
import { wrapBalanced } from './text-width.ts'

/** Room for seal and signature between capacity and name, in points. */
const SIGNING_ROOM = 72

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

/** The archive line closes the list: the office's own ("Lưu: VT, ToC") if it has one, else the rule set's. */
function recipientLines(block: SignatureBlock, archive: string): readonly Inline[] {
  const isArchive = (recipient: Inline): boolean => inlineText(recipient).startsWith('Lưu')
  const own = block.recipients.filter(isArchive)
  return [
    ...block.recipients.filter((recipient) => !isArchive(recipient)),
    ...(own.length > 0 ? own : [[text(archive)]]),
  ]
}
