import type { PreviewBlock, PreviewParagraph, PreviewRule, PreviewTable } from '#shared/domain/documents/preview.ts'
import type { LetterheadBlock, PactBlock, PactSide, SignatureBlock } from '#shared/domain/documents/tree.ts'
import { type Inline, text } from '#shared/domain/wording/parts.ts'
import { letterSubjectLines, letterSubjectSize, planLetterhead } from '../layout/letterhead-plan.ts'
import { recipientLines, SIGNING_ROOM } from '../layout/signing.ts'
import { STYLE } from '../layout/style-ids.ts'
import { wrapBalanced } from '../layout/text-width.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { ruleUnder } from './blocks.ts'
import { millimetres, paragraph, plainRun, runsOf } from './paragraphs.ts'

type Content = readonly (PreviewParagraph | PreviewRule)[]

/** Letterhead, signature and pact: invisible tables of two columns. */
export function previewFrame(
  block: LetterheadBlock | SignatureBlock | PactBlock,
  rules: RuleSet,
  width: number,
): PreviewBlock[] {
  const room = paragraph(STYLE.rule, [], { afterPt: 6, line: { kind: 'exact', value: 1 }, keepNext: true })
  switch (block.kind) {
    case 'letterhead':
      return [letterhead(block, rules, width)]
    case 'signature':
      return [room, signature(block, rules, width)]
    case 'pact':
      return [room, pact(block, rules, width)]
  }
}

function frame(
  id: string,
  widths: readonly [number, number],
  rows: readonly (readonly [Content, Content])[],
): PreviewTable {
  return {
    kind: 'table',
    id,
    look: 'frame',
    columnsMm: widths.map(millimetres),
    headerRows: 0,
    cellMarginMm: 0,
    rows: rows.map((cells) => ({
      keepNext: false,
      cells: cells.map((content, column) => ({ column, columns: 1, rows: 1, vertical: 'top' as const, content })),
    })),
    origin: null,
  }
}

function centred(style: string, words: string, size: number, look: { bold?: boolean } = {}, beforePt = 0) {
  return paragraph(style, plainRun(words, { size, ...look }, size), { align: 'center', beforePt })
}

function letterhead(block: LetterheadBlock, rules: RuleSet, width: number): PreviewTable {
  const { sizes, left, right, superior, issuer } = planLetterhead(block, rules, width)
  const { title, motto } = rules.national
  const lastLine = motto === '' ? { text: title, size: sizes.national } : { text: motto, size: sizes.motto }
  const office: Content = [
    ...superior.map((words) => centred(STYLE.superior, words, sizes.superior)),
    ...issuer.map((words) => centred(STYLE.issuer, words, sizes.issuer, { bold: true })),
    rules.form.issuerRule === 'star'
      ? centred(STYLE.star, '*', sizes.issuer)
      : ruleUnder(issuer.at(-1) ?? '', sizes.issuer, 'bold', rules.rules.issuer),
  ]
  const nation: Content = [
    centred(STYLE.national, title, sizes.national, { bold: true }),
    ...(motto === '' ? [] : [centred(STYLE.motto, motto, sizes.motto, { bold: true })]),
    ruleUnder(lastLine.text, lastLine.size, 'bold', rules.rules.motto),
  ]
  const subjectLook = { size: letterSubjectSize(rules), italics: rules.form.letterSubject.italic }
  const number: Content = [
    paragraph(STYLE.code, runsOf(block.code, { size: sizes.code }, sizes.code), { align: 'center', beforePt: 4 }),
    ...letterSubjectLines(block, rules, left).map((words, index) =>
      paragraph(STYLE.letterSubject, plainRun(words, subjectLook, subjectLook.size), {
        align: 'center',
        beforePt: index === 0 ? 6 : 0,
      }),
    ),
  ]
  const date: Content = [
    paragraph(STYLE.dateLine, runsOf(block.dateLine, { size: sizes.date, italics: true }, sizes.date), {
      align: 'center',
      beforePt: 4,
    }),
  ]
  return frame(
    'letterhead',
    [left, right],
    [
      [office, nation],
      [number, date],
    ],
  )
}

function signature(block: SignatureBlock, rules: RuleSet, width: number): PreviewTable {
  const left = Math.round(width * 0.46)
  const { size, titleSize, archive } = rules.recipients
  const title = rules.form.recipientsTitle
  const lines = recipientLines(block, archive)
  const recipients: Content = [
    paragraph(
      STYLE.recipientsTitle,
      plainRun(
        'Nơi nhận:',
        { size: titleSize, bold: title.bold, italics: title.italic, underlined: title.underlined },
        titleSize,
      ),
    ),
    ...lines.map((recipient, index) => {
      const words: Inline = [text('- '), ...recipient, text(index === lines.length - 1 ? '.' : ';')]
      return paragraph(STYLE.recipients, runsOf(words, { size }, size))
    }),
  ]
  return frame('signature', [left, width - left], [[recipients, signer(block, [block.authority], rules)]])
}

function pact(block: PactBlock, rules: RuleSet, width: number): PreviewTable {
  const left = Math.round(width / 2)
  const side = (party: PactSide, room: number): Content =>
    signer(party, wrapBalanced(party.authority, room - 200, rules.signature.size, 'bold'), rules)
  return frame('pact', [left, width - left], [[side(block.left, left), side(block.right, width - left)]])
}

function signer(party: Omit<PactSide, 'authority'>, authority: readonly string[], rules: RuleSet): Content {
  const { size } = rules.signature
  return [
    ...authority.map((words) => centred(STYLE.authority, words, size, { bold: true })),
    centred(STYLE.authority, party.position, size, { bold: rules.form.positionBold }),
    centred(STYLE.signerName, party.name, size, { bold: true }, SIGNING_ROOM),
  ]
}
