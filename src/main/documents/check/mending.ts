import { type FigureChange, placeInText } from '#shared/domain/documents/compare-figures.ts'
import type { ParagraphEdit, SectionEdit, TextEdit, WordEdits } from '#shared/domain/documents/word-edits.ts'
import type { WordFile, WordParagraph, WordSection } from '#shared/domain/documents/word-file.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { findComponents } from './components.ts'
import { isWithin, type Range } from './finding.ts'
import type { RuleId } from './wording.ts'

/** What the program puts right by itself: how things look. What is said stays the clerk's, except figures. */
export const MENDED: ReadonlySet<RuleId> = new Set<RuleId>([
  'page.size',
  'page.margin.top',
  'page.margin.bottom',
  'page.margin.left',
  'page.margin.right',
  'page.number.first',
  'page.number.annex',
  'font.name',
  'font.color',
  'text.composed',
  'national.look',
  'motto.look',
  'superior.look',
  'issuer.look',
  'code.look',
  'date.look',
  'type.look',
  'subject.look',
  'addressees.look',
  'bases.look',
  'body.size',
  'body.align',
  'body.indent',
  'body.gap',
  'body.line',
  'heading.look',
  'recipients.title',
  'recipients.look',
  'signature.look',
])

/** Which edits bring a file back to its rule set, for the rules it was found to break. */
export function planMending(
  file: WordFile,
  rules: RuleSet,
  broken: ReadonlySet<string>,
  texts: readonly TextEdit[],
): WordEdits {
  return {
    texts,
    paragraphs: paragraphEdits(file, rules, broken),
    sections: sectionEdits(file, rules, broken),
    everywhere: {
      ...(broken.has('font.name') ? { font: rules.font } : {}),
      ...(broken.has('font.color') ? { black: true as const } : {}),
      ...(broken.has('text.composed') ? { composed: true as const } : {}),
    },
  }
}

function sectionEdits(file: WordFile, rules: RuleSet, broken: ReadonlySet<string>): Map<number, SectionEdit> {
  const edits = new Map<number, SectionEdit>()
  const annexes = new Set(
    file.paragraphs
      .filter(({ text, place }) => place === null && /^phụ lục(?: [IVXLC\d]+)?$/iu.test(text.trim()))
      .map((paragraph) => paragraph.section),
  )
  file.sections.forEach((section, index) => {
    const margins = wrongMargins(section, rules)
    const edit: SectionEdit = {
      ...(broken.has('page.size') ? { page: paper(section, rules) } : {}),
      ...(Object.keys(margins).length > 0 ? { margins } : {}),
      ...(broken.has('page.number.first') && section.numbersFirstPage ? { firstPageDiffers: true as const } : {}),
      ...(broken.has('page.number.annex') && index > 0 && annexes.has(index) ? { startsAt: 1 } : {}),
    }
    if (Object.keys(edit).length > 0) edits.set(index, edit)
  })
  return edits
}

function paper(section: WordSection, { page }: RuleSet): { widthMm: number; heightMm: number } {
  const lies = section.widthMm > section.heightMm
  return lies ? { widthMm: page.heightMm, heightMm: page.widthMm } : { widthMm: page.widthMm, heightMm: page.heightMm }
}

function wrongMargins(section: WordSection, { limits, page }: RuleSet): NonNullable<SectionEdit['margins']> {
  const wrong = (value: number, range: Range): boolean => !isWithin(value, range, 0.3)
  return {
    ...(wrong(section.topMm, limits.margins.top) ? { top: page.topMm } : {}),
    ...(wrong(section.bottomMm, limits.margins.bottom) ? { bottom: page.bottomMm } : {}),
    ...(wrong(section.leftMm, limits.margins.left) ? { left: page.leftMm } : {}),
    ...(wrong(section.rightMm, limits.margins.right) ? { right: page.rightMm } : {}),
  }
}

function paragraphEdits(file: WordFile, rules: RuleSet, broken: ReadonlySet<string>): Map<number, ParagraphEdit> {
  const parts = findComponents(file)
  const at = new Map(file.paragraphs.map((paragraph, index) => [paragraph, index]))
  const edits = new Map<number, ParagraphEdit>()
  const put = (rule: RuleId, paragraphs: readonly (WordParagraph | null)[], edit: ParagraphEdit): void => {
    if (!broken.has(rule)) return
    for (const paragraph of paragraphs) {
      const index = paragraph === null ? undefined : at.get(paragraph)
      if (index !== undefined) edits.set(index, { ...edits.get(index), ...edit })
    }
  }
  const { limits } = rules
  const look = (range: Range, flags: ParagraphEdit): ParagraphEdit => ({ size: { range, value: range[1] }, ...flags })
  const plain = { bold: false, italic: false }
  put('national.look', [parts.national, parts.partyTitle], look(limits.national, { bold: true, italic: false }))
  put('motto.look', [parts.motto], look(limits.motto, { bold: true, italic: false }))
  put('superior.look', parts.superior, look(limits.superior, plain))
  put('issuer.look', parts.issuer, look(limits.issuer, { bold: true, italic: false }))
  put('code.look', [parts.code], look(limits.code, plain))
  put('date.look', [parts.dateLine], look(limits.date, { bold: false, italic: true }))
  put('type.look', [parts.typeName], look(limits.typeName, { bold: true, italic: false, align: 'center' }))
  put('subject.look', parts.subject, look(limits.subject, { bold: true, italic: false, align: 'center' }))
  put('addressees.look', parts.addressees, look(limits.addressees, plain))
  put('bases.look', parts.bases, look(limits.bases, { bold: false, italic: true }))
  put('recipients.title', [parts.recipientsTitle], look(limits.recipientsTitle, flagsOf(rules.form.recipientsTitle)))
  put('recipients.look', parts.recipients, look(limits.recipients, plain))
  put('signature.look', [...parts.capacity, parts.signerName], look(limits.signature, { bold: true, italic: false }))
  put(
    'heading.look',
    parts.headings.filter(({ level }) => level === 'part' || level === 'section').map(({ paragraph }) => paragraph),
    { bold: true, italic: false },
  )
  const { body } = rules
  put('body.size', parts.body, { size: { range: limits.body, value: body.size } })
  put('body.align', parts.body, { align: 'both' })
  put(
    'body.indent',
    parts.body.filter(
      ({ text, firstLineMm, leftMm }) =>
        !text.startsWith('\t') && !isWithin(firstLineMm + Math.max(0, leftMm), limits.firstLineMm, 0.3),
    ),
    { leftMm: 0, firstLineMm: body.firstLineMm },
  )
  put(
    'body.gap',
    parts.body.filter(({ beforePt, afterPt }) => beforePt + afterPt < limits.gapPt),
    { afterPt: body.gapPt },
  )
  put('body.line', parts.body, {
    line: body.linePt === undefined ? { kind: 'multiple', value: body.line } : { kind: 'exact', value: body.linePt },
  })
  return edits
}

function flagsOf({ bold, italic, underlined }: RuleSet['form']['recipientsTitle']): ParagraphEdit {
  return { bold, italic, underlined }
}

/** Figures that print otherwise than when the document was made, put back where they stand. */
export function figureEdits(changes: readonly FigureChange[], texts: readonly ComparedText[]): TextEdit[] {
  return changes.flatMap((change): TextEdit[] => {
    const text = change.place === undefined ? undefined : texts[change.place.text]
    if (change.kind !== 'changed' || change.place === undefined || text === undefined) return []
    const from = placeInText(text.text, change.place.from)
    // The end is behind the last letter; spaces that follow it stay.
    const to = placeInText(text.text, change.place.to - 1) + 1
    // A row of a table was read as one text; the figure stands in one of its cells.
    const part = text.parts.find((one) => from >= one.at && to <= one.at + one.length)
    if (part === undefined) return []
    return [{ paragraph: part.paragraph, from: from - part.at, to: to - part.at, text: change.expected }]
  })
}

/** A text figures were looked for in, with the paragraphs of the file it was put together from. */
export interface ComparedText {
  readonly text: string
  readonly parts: readonly { readonly paragraph: number; readonly at: number; readonly length: number }[]
}
