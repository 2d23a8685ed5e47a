import type { WordParagraph } from '#shared/domain/documents/word-file.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import type { RuleId } from './wording.ts'

/** error = the document must not leave the office so; warning = worth a look before it is signed. */
export interface FormatFinding {
  readonly rule: RuleId
  readonly severity: 'error' | 'warning'
  readonly found: string
  readonly expected: string
  /** The part of the document, with the first words that stand there. */
  readonly where: string
}

/** Collects findings; says each only once where many paragraphs break the same rule in the same way. */
export class Findings {
  private readonly seen = new Map<string, FormatFinding & { readonly times: number }>()

  add(finding: FormatFinding): void {
    const key = `${finding.rule}|${finding.found}|${finding.expected}|${finding.where.replace(/“.*/u, '')}`
    const before = this.seen.get(key)
    this.seen.set(key, before === undefined ? { ...finding, times: 1 } : { ...before, times: before.times + 1 })
  }

  list(): FormatFinding[] {
    return [...this.seen.values()].map(({ times, ...finding }) =>
      times === 1 ? finding : { ...finding, where: `${finding.where} và ${formatNumber(times - 1)} chỗ khác` },
    )
  }
}

export type Range = readonly [number, number]

export function isWithin(value: number, [from, to]: Range, slack = 0): boolean {
  return value >= from - slack && value <= to + slack
}

/** "20–25 mm", "14 pt". */
export function describeRange([from, to]: Range, unit: string): string {
  return from === to ? `${formatNumber(from)} ${unit}` : `${formatNumber(from)}–${formatNumber(to)} ${unit}`
}

const QUOTED = 60

/** The paragraph's first words, none of them cut in two. */
export function quote({ text, mark }: Pick<WordParagraph, 'text' | 'mark'>): string {
  const words = `${mark ?? ''} ${text}`.replace(/\s+/gu, ' ').trim()
  if (words.length <= QUOTED) return `“${words}”`
  const first = words.slice(0, QUOTED)
  const end = first.lastIndexOf(' ')
  return `“${(end > 0 ? first.slice(0, end) : first.slice(0, -1)).replace(/[\s,;:(–-]+$/u, '')}…”`
}

/** The last three words with the mark behind them. */
export function quoteEnd(text: string): string {
  const words = text.trim().split(/\s+/u)
  return `“${words.length > 3 ? '…' : ''}${words.slice(-3).join(' ')}”`
}

/** What share of a paragraph's letters prints so. */
export function shareOf(paragraph: WordParagraph, test: (run: WordParagraph['runs'][number]) => boolean): number {
  const length = (text: string): number => text.replace(/\s/gu, '').length
  const all = paragraph.runs.reduce((sum, run) => sum + length(run.text), 0)
  if (all === 0) return 1
  return paragraph.runs.filter(test).reduce((sum, run) => sum + length(run.text), 0) / all
}
