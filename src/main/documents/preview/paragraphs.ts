import type { PreviewLine, PreviewOrigin, PreviewParagraph, PreviewRun } from '#shared/domain/documents/preview.ts'
import { type Inline, type Part, partText } from '#shared/domain/wording/parts.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { RunLook } from '../layout/runs.ts'

const TWIPS_A_MM = 1440 / 25.4

export function millimetres(twips: number): number {
  return Math.round((twips / TWIPS_A_MM) * 1000) / 1000
}

/** One line, as Word's "single". */
export const SINGLE: PreviewLine = { kind: 'multiple', value: 1 }

export function bodyLine(rules: RuleSet): PreviewLine {
  const { line, linePt } = rules.body
  return linePt === undefined ? { kind: 'multiple', value: line } : { kind: 'exact', value: linePt }
}

/** What a paragraph looks like where nothing else is said: left, single, no room around it. */
const PLAIN: Omit<PreviewParagraph, 'style' | 'runs'> = {
  kind: 'paragraph',
  align: 'left',
  leftMm: 0,
  firstLineMm: 0,
  beforePt: 0,
  afterPt: 0,
  line: SINGLE,
  keepNext: false,
  mark: null,
  headingLevel: null,
  origin: null,
}

export function paragraph(
  style: string,
  runs: readonly PreviewRun[],
  look: Partial<Omit<PreviewParagraph, 'kind' | 'style' | 'runs'>> = {},
): PreviewParagraph {
  return { ...PLAIN, ...look, style, runs }
}

export function withOrigin<T extends { readonly kind: string }>(block: T, origin: PreviewOrigin): T {
  return block.kind === 'rule' ? block : { ...block, origin }
}

/** Words whose size nobody names print in the size of the body. */
export function runsOf(inline: Inline, look: RunLook, usual: number): PreviewRun[] {
  return inline.flatMap((part) => runOf(part, look, usual))
}

export function plainRun(value: string, look: RunLook, usual: number): PreviewRun[] {
  return runOf({ text: value }, look, usual)
}

/** "[Dự thảo: …]": words a person has yet to confirm or replace. */
const DRAFT_MARK = /(\[Dự thảo:[^\]]*\])/iu

function runOf(part: Part, look: RunLook, usual: number): PreviewRun[] {
  const printed = partText(part)
  const written = look.caps === true ? printed.toLocaleUpperCase('vi') : printed
  const run = (text: string, state: PreviewRun['state']): PreviewRun => ({
    text,
    size: look.size ?? usual,
    bold: look.bold === true,
    italic: look.italics === true,
    underlined: look.underlined === true,
    figure: 'figure' in part ? part.figure.id : null,
    state,
  })
  if ('blank' in part) return written === '' ? [] : [run(written, 'blank')]
  return written
    .split(DRAFT_MARK)
    .filter((piece) => piece !== '')
    .map((piece) => run(piece, DRAFT_MARK.test(piece) ? 'draft' : null))
}
