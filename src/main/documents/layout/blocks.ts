import { AlignmentType, HeadingLevel, Paragraph } from 'docx'
import type { FileChild } from 'docx'
import type {
  AddresseesBlock,
  AnnexTitleBlock,
  Block,
  HeadingBlock,
  ParagraphBlock,
  PictureBlock,
  TitleBlock,
} from '#shared/domain/documents/tree.ts'
import { inlineText, reference, text } from '#shared/domain/wording/parts.ts'
import { assertNever } from '#shared/kit/assert-never.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { ruleParagraph } from './frame.ts'
import { layoutLetterhead } from './letterhead.ts'
import { plainRuns, runs } from './runs.ts'
import { layoutPact, layoutSignature } from './signature.ts'
import { addressingOf, staysWithNext } from './page-plan.ts'
import { STYLE } from './style-ids.ts'
import { points } from './styles.ts'
import { layoutTable } from './table.ts'
import { textWidth, wrapBalanced } from './text-width.ts'

/** Word's paragraphs and tables of one block; `contentWidth` is the page less its margins, in twips. */
export function layoutBlock(
  block: Exclude<Block, PictureBlock>,
  next: Block | undefined,
  rules: RuleSet,
  contentWidth: number,
): FileChild[] {
  switch (block.kind) {
    case 'letterhead':
      return [layoutLetterhead(block, rules, contentWidth)]
    case 'title':
      return layoutTitle(block, rules, contentWidth)
    case 'addressees':
      return layoutAddressees(block, rules, contentWidth)
    case 'heading':
      return [layoutHeading(block)]
    case 'paragraph':
      return [layoutParagraph(block, next)]
    case 'item':
      return [
        new Paragraph({ style: STYLE.item, keepNext: staysWithNext(block.text, next), children: runs(block.text) }),
      ]
    case 'table':
      return [layoutTable(block, next, rules, contentWidth), spacer(rules.body.gapPt)]
    case 'signature':
      return [spacer(6), layoutSignature(block, rules, contentWidth)]
    case 'pact':
      return [spacer(6), layoutPact(block, rules, contentWidth)]
    case 'centred':
      return [
        new Paragraph({
          style: block.role === 'authority' ? STYLE.authorityLine : STYLE.enacting,
          keepNext: true,
          children: runs(block.text, { bold: true, caps: true }),
        }),
      ]
    case 'article':
      return [
        new Paragraph({
          style: STYLE.article,
          keepNext: staysWithNext(block.text, next),
          children: [...plainRuns(`${block.label}. `, { bold: true }), ...runs(block.text)],
        }),
      ]
    case 'annex-title':
      return layoutAnnexTitle(block, rules, contentWidth)
    default:
      return assertNever(block, 'block')
  }
}

/** Tên loại và trích yếu, with the rule under it (NĐ 30/2020, Phụ lục I, mục II.5). */
function layoutTitle(block: TitleBlock, rules: RuleSet, contentWidth: number): Paragraph[] {
  const size = rules.subject.size
  const lines = block.subject.flatMap((line) => wrapBalanced(inlineText(line), contentWidth * 0.9, size, 'bold'))
  const last = lines.at(-1) ?? ''
  return [
    new Paragraph({
      style: STYLE.typeName,
      keepNext: true,
      children: plainRuns(block.name, { size: rules.typeName.size, bold: true }),
    }),
    ...lines.map(
      (line) =>
        new Paragraph({ style: STYLE.subject, keepNext: true, children: plainRuns(line, { size, bold: true }) }),
    ),
    rules.form.subjectRule === 'dashes'
      ? new Paragraph({ style: STYLE.dashes, keepNext: true, children: plainRuns('-----', { size }) })
      : ruleParagraph(contentWidth, textWidth(last, size, 'bold') * rules.rules.subject, points(10)),
  ]
}

/**
 * "Kính gửi:" ("Kính trình:" in a tờ trình of the Party) and one addressee on the same line, or several on lines of their own under the colon, each
 * with a dash and a semicolon, the last with a full stop (NĐ 30/2020, Phụ lục I, mục II.9).
 */
function layoutAddressees(block: AddresseesBlock, rules: RuleSet, contentWidth: number): Paragraph[] {
  const size = rules.body.size
  const label = addressingOf(block, rules)
  const [only] = block.lines
  if (block.lines.length === 1 && only) {
    return [
      new Paragraph({
        style: STYLE.addressees,
        alignment: AlignmentType.CENTER,
        spacing: { after: points(8) },
        children: runs([text(`${label} `), ...only], { size }),
      }),
    ]
  }
  const widest = Math.max(...block.lines.map((line) => textWidth(`- ${inlineText(line)};`, size)))
  const labelWidth = textWidth(`${label} `, size)
  const left = Math.max(0, Math.round((contentWidth - labelWidth - widest) / 2))
  return [
    new Paragraph({
      style: STYLE.addressees,
      indent: { left },
      spacing: { after: 0 },
      children: plainRuns(label, { size }),
    }),
    ...block.lines.map(
      (line, index) =>
        new Paragraph({
          style: STYLE.addressees,
          indent: { left: left + labelWidth },
          spacing: { before: 0, after: index === block.lines.length - 1 ? points(8) : 0 },
          children: runs([text('- '), ...line, text(index === block.lines.length - 1 ? '.' : ';')], { size }),
        }),
    ),
  ]
}

const HEADING = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

function layoutHeading(block: HeadingBlock): Paragraph {
  // The number is printed text: the rule fixes its form, and a quotation of "mục II.1" must survive copying.
  return new Paragraph({
    heading: HEADING[block.level],
    children: runs([reference(`${block.label} `, 'label'), ...block.text], {
      bold: block.level < 3,
      caps: block.level === 1,
    }),
  })
}

const PARAGRAPH_STYLE = {
  body: STYLE.body,
  basis: STYLE.basis,
  caption: STYLE.caption,
  'unit-note': STYLE.unitNote,
  note: STYLE.note,
  'picture-caption': STYLE.pictureCaption,
} as const

function layoutParagraph(block: ParagraphBlock, next: Block | undefined): Paragraph {
  const look = {
    body: {},
    basis: { italics: true },
    caption: { bold: true },
    'unit-note': { italics: true, size: 13 },
    note: { italics: true, size: 13 },
    'picture-caption': { italics: true, size: 13 },
  }[block.role]
  const keepNext = block.role === 'caption' || block.role === 'unit-note' || staysWithNext(block.text, next)
  return new Paragraph({ style: PARAGRAPH_STYLE[block.role], keepNext, children: runs(block.text, look) })
}

/** Phụ lục, its title and the line naming the document it belongs to (NĐ 30/2020, Phụ lục I, mục III.1). */
function layoutAnnexTitle(block: AnnexTitleBlock, rules: RuleSet, contentWidth: number): Paragraph[] {
  const size = rules.annex.size
  const titleLines = block.title.flatMap((line) => wrapBalanced(inlineText(line), contentWidth * 0.9, size, 'bold'))
  const reference = wrapBalanced(inlineText(block.reference), contentWidth * 0.9, size, 'italic')
  const last = reference.at(-1) ?? ''
  return [
    new Paragraph({ style: STYLE.annexLabel, keepNext: true, children: plainRuns(block.label, { size, bold: true }) }),
    ...titleLines.map(
      (line) =>
        new Paragraph({ style: STYLE.annexTitle, keepNext: true, children: plainRuns(line, { size, bold: true }) }),
    ),
    ...reference.map(
      (line) =>
        new Paragraph({
          style: STYLE.annexReference,
          keepNext: true,
          children: plainRuns(line, { size, italics: true }),
        }),
    ),
    ruleParagraph(contentWidth, textWidth(last, size, 'italic') * rules.rules.subject, points(8)),
  ]
}

/** An empty line of a given height: two tables without one between would be joined by Word. */
function spacer(height: number): Paragraph {
  return new Paragraph({
    style: STYLE.rule,
    keepNext: true,
    spacing: { before: 0, after: points(height), line: 20, lineRule: 'exact' },
  })
}
