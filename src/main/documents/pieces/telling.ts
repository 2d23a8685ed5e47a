import type { DocumentFacts, IndicatorFact, Measure } from '#shared/domain/documents/facts.ts'
import { assignersOfUnits } from '#shared/domain/documents/sums.ts'
import type { Block } from '#shared/domain/documents/tree.ts'
import { type IndicatorTopic, indicatorWords } from '#shared/domain/wording/indicator-words.ts'
import { type Inline, line, text } from '#shared/domain/wording/parts.ts'
import type { Telling, ToldIndicator } from '#shared/domain/wording/results.ts'

export function tellingOf(facts: DocumentFacts): Telling {
  const byCode = new Map(facts.assigners.map((assigner) => [assigner.code, assigner]))
  return {
    plan: facts.plan.code,
    asOf: facts.asOf,
    ...(facts.withinPhase === undefined ? {} : { phase: facts.withinPhase }),
    assignerName: (code) => byCode.get(code)?.name ?? code,
    assignerShortName: (code) => byCode.get(code)?.shortName ?? code,
  }
}

/** Indicators of a list of measures in catalogue order, each with its measures in the order of assigners. */
export function told(
  facts: DocumentFacts,
  measures: readonly Measure[],
  keep: (indicator: IndicatorFact) => boolean,
): ToldIndicator[] {
  const order = new Map(facts.assigners.map((assigner, index) => [assigner.code, index]))
  return facts.indicators.filter(keep).flatMap((indicator) => {
    const own = measures
      .filter((measure) => measure.indicator === indicator.code)
      .toSorted((a, b) => (order.get(a.assigner ?? '') ?? -1) - (order.get(b.assigner ?? '') ?? -1))
    return own.length === 0 ? [] : [{ indicator, measures: own }]
  })
}

export function isTopic(topic: IndicatorTopic): (indicator: IndicatorFact) => boolean {
  return (indicator) => indicatorWords(indicator).topic === topic
}

/** Indicators that stand by themselves; "trong đó" rows are told under their parent. */
export function isMain(indicator: IndicatorFact): boolean {
  return indicator.parent === null
}

export function partsOf(facts: DocumentFacts, code: string): IndicatorFact[] {
  return facts.indicators.filter((indicator) => indicator.parent === code)
}

/** Indicators and assigners that some direct child has a target of, in catalogue order. */
export function unitTargetColumns(facts: DocumentFacts): { indicator: IndicatorFact; assigners: string[] }[] {
  return facts.indicators.flatMap((indicator) => {
    const assigners = assignersOfUnits(facts, indicator.code)
    return assigners.length === 0 ? [] : [{ indicator, assigners }]
  })
}

export function heading(level: 1 | 2 | 3, label: string, title: string | Inline): Block {
  return { kind: 'heading', level, label, text: typeof title === 'string' ? line`${title}` : title }
}

export function body(content: Inline): Block {
  return { kind: 'paragraph', role: 'body', text: content }
}

export function item(content: Inline): Block {
  return { kind: 'item', text: content }
}

/** Full stop at the end, unless there is one. */
export function sentence(content: Inline): Inline {
  return [...content, text('.')]
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV']

export function roman(order: number): string {
  return ROMAN[order - 1] ?? String(order)
}

/** Headings number themselves, so that a section without data leaves no gap. */
export interface Numbering {
  /** "I." */
  first(title: string | Inline): Block
  /** "1." under the last first-level heading. */
  second(title: string | Inline): Block
}

export function createNumbering(): Numbering {
  let upper = 0
  let lower = 0
  return {
    first(title) {
      upper += 1
      lower = 0
      return heading(1, `${roman(upper)}.`, title)
    },
    second(title) {
      lower += 1
      return heading(2, `${lower}.`, title)
    },
  }
}
