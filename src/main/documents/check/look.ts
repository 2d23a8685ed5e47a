import type { WordParagraph } from '#shared/domain/documents/word-file.ts'
import { type Findings, isWithin, quote, type Range, shareOf } from './finding.ts'
import { isCapitals } from './capitals.ts'
import { type RuleId, say } from './wording.ts'

/** How a part must print; what is left out is not looked at. */
export interface Look {
  readonly size?: Range
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underlined?: boolean
  readonly capitals?: boolean
  readonly align?: WordParagraph['align']
}

/** Nine tenths of the letters decide: a stray regular space or sign is no fault. */
const NEARLY_ALL = 0.9

export function checkLook(
  findings: Findings,
  rule: RuleId,
  part: string,
  paragraph: WordParagraph,
  look: Look,
  severity: 'error' | 'warning' = 'error',
): void {
  const where = `${part}: ${quote(paragraph)}`
  const add = (found: string, expected: string): void => findings.add({ rule, severity, found, expected, where })
  const { size } = look
  if (size !== undefined) {
    const wrong = paragraph.runs.find((run) => run.text.trim() !== '' && !isWithin(run.size, size))
    if (wrong !== undefined) add(say.points(wrong.size), say.sizes(...size))
  }
  const flags = [
    ['bold', say.bold, say.regular],
    ['italic', say.italic, say.upright],
    ['underlined', say.underlined, `không ${say.underlined}`],
  ] as const
  for (const [flag, yes, no] of flags) {
    const wanted = look[flag]
    if (wanted === undefined) continue
    const share = shareOf(paragraph, (run) => run[flag] === wanted)
    if (share < NEARLY_ALL) add(wanted ? no : yes, wanted ? yes : no)
  }
  if (look.capitals === true) {
    const printed = paragraph.runs.map((run) => (run.capitals ? run.text.toLocaleUpperCase('vi') : run.text)).join('')
    if (!isCapitals(printed)) add(say.lower, say.capitals)
  }
  if (look.align !== undefined && paragraph.align !== look.align) add(say.align[paragraph.align], say.align[look.align])
}
