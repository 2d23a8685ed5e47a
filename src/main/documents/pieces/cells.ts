import type { DocumentFacts, IndicatorFact, Measure } from '#shared/domain/documents/facts.ts'
import type { TableCell } from '#shared/domain/documents/tree.ts'
import { formatNumber, formatPercent } from '#shared/domain/text/format.ts'
import { figure, type Inline, type Part, reference, text } from '#shared/domain/wording/parts.ts'
import { percentOf, sourceOf, type Telling } from '#shared/domain/wording/results.ts'

/** What a table shows where there is no number to show. */
export const NOTHING: Inline = [text('–')]

export type CellKind = 'target' | 'result' | 'percent' | 'remaining' | 'rank'

/** One figure of a measure as a table prints it; a dash where it is not known. */
export function valueCell(
  measure: Measure | undefined,
  kind: CellKind,
  indicator: Pick<IndicatorFact, 'kind'>,
  telling: Telling,
): Inline {
  if (measure === undefined) return NOTHING
  if (kind === 'percent') {
    const percent = percentOf(measure, telling, 'table')
    return percent === null ? NOTHING : [percent]
  }
  const value = kind === 'result' ? (measure.result?.value ?? null) : measure[kind]
  if (value === null) return kind === 'target' ? impliedTarget(measure, telling) : NOTHING
  const isShare = indicator.kind === 'ratio' && kind !== 'rank'
  const printed = isShare ? formatPercent(value) : formatNumber(value)
  const word = kind === 'result' ? (measure.result?.word ?? null) : null
  return [figure(value, word === null ? printed : `${word} ${printed}`, sourceOf(measure, kind, telling))]
}

/** "suy ra 70–71": what a stated percent would mean where no target is known; never taken for a target. */
function impliedTarget(measure: Measure, telling: Telling): Inline {
  if (measure.implied === null || measure.assigner !== null) return NOTHING
  const { low, high } = measure.implied
  const source = sourceOf(measure, 'implied-target', telling)
  const bound = (value: number, what: 'low' | 'high'): Part => figure(value, formatNumber(value), { ...source, what })
  if (low === null) return high === null ? NOTHING : [text('suy ra đến '), bound(high, 'high')]
  if (high === null) return [text('suy ra từ '), bound(low, 'low')]
  if (low === high) return [text('suy ra '), bound(low, 'low')]
  return [text('suy ra '), bound(low, 'low'), text('–'), bound(high, 'high')]
}

/** The result of the period before, as of its last day. */
export function previousFigure(facts: DocumentFacts, indicator: IndicatorFact, measure: Measure | undefined): Inline {
  const result = measure?.result ?? null
  if (facts.previous === null || measure === undefined || result === null) return NOTHING
  const printed = indicator.kind === 'ratio' ? formatPercent(result.value) : formatNumber(result.value)
  return [
    figure(result.value, result.word === null ? printed : `${result.word} ${printed}`, {
      kind: 'result',
      plan: facts.previous.label,
      unit: measure.unit,
      indicator: measure.indicator,
      assigner: null,
      asOf: facts.previous.asOf,
    }),
  ]
}

/** Ordinal in the first column. */
export function numberCell(order: number): TableCell {
  return { text: [reference(String(order), 'label')] }
}
