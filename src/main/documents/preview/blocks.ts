import type { PreviewParagraph, PreviewRule } from '#shared/domain/documents/preview.ts'
import type {
  AddresseesBlock,
  AnnexTitleBlock,
  Block,
  HeadingBlock,
  LetterheadBlock,
  PactBlock,
  ParagraphBlock,
  PictureBlock,
  SignatureBlock,
  TableBlock,
  TitleBlock,
} from '#shared/domain/documents/tree.ts'
import { inlineText, reference, text } from '#shared/domain/wording/parts.ts'
import { assertNever } from '#shared/kit/assert-never.ts'
import { addressingOf, staysWithNext } from '../layout/page-plan.ts'
import { STYLE } from '../layout/style-ids.ts'
import { textWidth, wrapBalanced } from '../layout/text-width.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { bodyLine, millimetres, paragraph, plainRun, runsOf, SINGLE } from './paragraphs.ts'

type Content = PreviewParagraph | PreviewRule
type TextBlock = Exclude<Block, LetterheadBlock | SignatureBlock | PactBlock | TableBlock | PictureBlock>

/** Paragraphs of one block of text; styles and gaps are those the Word file's styles have. */
export function previewText(block: TextBlock, next: Block | undefined, rules: RuleSet, width: number): Content[] {
  const size = rules.body.size
  const running = { align: 'both', firstLineMm: rules.body.firstLineMm, afterPt: rules.body.gapPt } as const
  const line = bodyLine(rules)
  switch (block.kind) {
    case 'title':
      return previewTitle(block, rules, width)
    case 'addressees':
      return previewAddressees(block, rules, width)
    case 'annex-title':
      return previewAnnexTitle(block, rules, width)
    case 'heading':
      return [previewHeading(block, rules)]
    case 'paragraph':
      return [previewParagraph(block, next, rules)]
    case 'item': {
      const keepNext = staysWithNext(block.text, next)
      return [paragraph(STYLE.item, runsOf(block.text, {}, size), { ...running, line, keepNext, mark: '-' })]
    }
    case 'article': {
      const label = plainRun(`${block.label}. `, { bold: true }, size)
      const keepNext = staysWithNext(block.text, next)
      return [paragraph(STYLE.article, [...label, ...runsOf(block.text, {}, size)], { ...running, line, keepNext })]
    }
    case 'centred': {
      const authority = block.role === 'authority'
      return [
        paragraph(
          authority ? STYLE.authorityLine : STYLE.enacting,
          runsOf(block.text, { bold: true, caps: true }, size),
          { align: 'center', beforePt: rules.body.gapPt, afterPt: authority ? 10 : rules.body.gapPt, keepNext: true },
        ),
      ]
    }
    default:
      return assertNever(block, 'block')
  }
}

/** The regulated line, its length a share of the words over it. Twips, points. */
export function ruleUnder(
  words: string,
  size: number,
  face: 'bold' | 'italic',
  share: number,
  afterPt = 0,
): PreviewRule {
  return { kind: 'rule', lengthMm: millimetres(textWidth(words, size, face) * share), beforePt: 2.5, afterPt }
}

function previewTitle(block: TitleBlock, rules: RuleSet, width: number): Content[] {
  const size = rules.subject.size
  const lines = block.subject.flatMap((subject) => wrapBalanced(inlineText(subject), width * 0.9, size, 'bold'))
  const centred = { align: 'center', keepNext: true } as const
  return [
    paragraph(STYLE.typeName, plainRun(block.name, { size: rules.typeName.size, bold: true }, size), {
      ...centred,
      beforePt: 14,
    }),
    ...lines.map((words) => paragraph(STYLE.subject, plainRun(words, { size, bold: true }, size), centred)),
    rules.form.subjectRule === 'dashes'
      ? paragraph(STYLE.dashes, plainRun('-----', { size }, size), { ...centred, afterPt: 10 })
      : ruleUnder(lines.at(-1) ?? '', size, 'bold', rules.rules.subject, 10),
  ]
}

function previewAddressees(block: AddresseesBlock, rules: RuleSet, width: number): Content[] {
  const size = rules.body.size
  const gap = rules.body.gapPt
  const label = addressingOf(block, rules)
  const [only] = block.lines
  if (block.lines.length === 1 && only !== undefined) {
    const runs = runsOf([text(`${label} `), ...only], { size }, size)
    return [paragraph(STYLE.addressees, runs, { align: 'center', beforePt: gap, afterPt: 8 })]
  }
  const widest = Math.max(...block.lines.map((words) => textWidth(`- ${inlineText(words)};`, size)))
  const labelWidth = textWidth(`${label} `, size)
  const left = Math.max(0, Math.round((width - labelWidth - widest) / 2))
  return [
    paragraph(STYLE.addressees, plainRun(label, { size }, size), { leftMm: millimetres(left), beforePt: gap }),
    ...block.lines.map((words, index) => {
      const last = index === block.lines.length - 1
      return paragraph(STYLE.addressees, runsOf([text('- '), ...words, text(last ? '.' : ';')], { size }, size), {
        leftMm: millimetres(left + labelWidth),
        afterPt: last ? 8 : 0,
      })
    }),
  ]
}

function previewHeading(block: HeadingBlock, rules: RuleSet): PreviewParagraph {
  const look = { bold: block.level < 3, caps: block.level === 1 }
  const words = [reference(`${block.label} `, 'label'), ...block.text]
  return paragraph(`Heading${block.level}`, runsOf(words, look, rules.body.size), {
    align: 'both',
    firstLineMm: rules.body.firstLineMm,
    afterPt: rules.body.gapPt,
    line: bodyLine(rules),
    keepNext: true,
    headingLevel: block.level,
  })
}

/** Notes and the day of figures stand a little smaller than the text. */
const SMALL = 13

function previewParagraph(block: ParagraphBlock, next: Block | undefined, rules: RuleSet): PreviewParagraph {
  const size = rules.body.size
  const keepNext = block.role === 'caption' || block.role === 'unit-note' || staysWithNext(block.text, next)
  const indent = { align: 'both', firstLineMm: rules.body.firstLineMm, afterPt: rules.body.gapPt, keepNext } as const
  switch (block.role) {
    case 'body':
      return paragraph(STYLE.body, runsOf(block.text, {}, size), { ...indent, line: bodyLine(rules) })
    case 'basis':
      return paragraph(STYLE.basis, runsOf(block.text, { italics: true }, size), { ...indent, line: bodyLine(rules) })
    case 'caption':
      return paragraph(STYLE.caption, runsOf(block.text, { bold: true }, size), { align: 'center', keepNext })
    case 'unit-note':
      return paragraph(STYLE.unitNote, runsOf(block.text, { italics: true, size: SMALL }, size), {
        align: 'center',
        afterPt: rules.body.gapPt,
        keepNext,
      })
    case 'picture-caption':
      return paragraph(STYLE.pictureCaption, runsOf(block.text, { italics: true, size: SMALL }, size), {
        align: 'center',
        afterPt: rules.body.gapPt,
        keepNext,
      })
    case 'note':
      return paragraph(STYLE.note, runsOf(block.text, { italics: true, size: SMALL }, size), {
        ...indent,
        line: SINGLE,
      })
  }
}

function previewAnnexTitle(block: AnnexTitleBlock, rules: RuleSet, width: number): Content[] {
  const size = rules.annex.size
  const title = block.title.flatMap((words) => wrapBalanced(inlineText(words), width * 0.9, size, 'bold'))
  const reference = wrapBalanced(inlineText(block.reference), width * 0.9, size, 'italic')
  const centred = { align: 'center', keepNext: true } as const
  return [
    paragraph(STYLE.annexLabel, plainRun(block.label, { size, bold: true }, size), centred),
    ...title.map((words) => paragraph(STYLE.annexTitle, plainRun(words, { size, bold: true }, size), centred)),
    ...reference.map((words) =>
      paragraph(STYLE.annexReference, plainRun(words, { size, italics: true }, size), { ...centred, afterPt: 2 }),
    ),
    ruleUnder(reference.at(-1) ?? '', size, 'italic', rules.rules.subject, 8),
  ]
}
