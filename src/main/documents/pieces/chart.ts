import type { Drawing } from '#shared/domain/charts/drawing.ts'
import { PACE_LEGEND } from '#shared/domain/charts/overview-charts.ts'
import { type PercentBar, percentBars } from '#shared/domain/charts/percent-bars.ts'
import type { DocumentFacts, IndicatorFact, Measure } from '#shared/domain/documents/facts.ts'
import type { Block } from '#shared/domain/documents/tree.ts'
import { elapsedOf } from '#shared/domain/results/pace.ts'
import { dateRef, figureId, type Inline, inlineText, joinInline, line, text } from '#shared/domain/wording/parts.ts'
import { percentOf, sourceOf } from '#shared/domain/wording/results.ts'
import { valueCell } from './cells.ts'
import { tellingOf } from './telling.ts'

/** Pixels; as wide as the text a pixel is then larger than on the screen, and letters about 10 points. */
export const WIDTH = 540

export const EMPTY_BAR = {
  name: '',
  target: null,
  result: null,
  percent: null,
  isBehind: false,
  remark: null,
} as const satisfies PercentBar

export function isOver(facts: DocumentFacts): boolean {
  return facts.asOf >= facts.plan.to
}

/**
 * A picture of bars with its caption: "Hình 1. Tỷ lệ … đến ngày 30/6/2024". What it says to somebody who does not see
 * it is its title and the clauses, whose figures are the document's own.
 */
export function percentPicture(
  facts: DocumentFacts,
  chart: {
    readonly id: string
    readonly title: Inline
    readonly bars: readonly PercentBar[]
    readonly clauses: readonly Inline[]
  },
): Block[] {
  const drawing = percentBars({
    title: '',
    description: '',
    width: WIDTH,
    lettering: 'print',
    bars: chart.bars,
    elapsed: isOver(facts) ? null : elapsedOf(facts.plan, facts.asOf),
    words: {
      elapsed: (percent) => `đã qua ${percent} thời gian`,
      legend: isOver(facts) ? { onPace: 'đã hoàn thành chỉ tiêu', behind: 'chưa hoàn thành chỉ tiêu' } : PACE_LEGEND,
    },
  })
  return captioned(facts, { ...chart, form: 'Biểu đồ thanh ngang', drawing })
}

/** A drawing with its caption and what it says to somebody who does not see it: form, title and clauses. */
export function captioned(
  facts: DocumentFacts,
  chart: {
    readonly id: string
    readonly title: Inline
    readonly form: string
    readonly drawing: Drawing
    readonly clauses: readonly Inline[]
  },
): Block[] {
  const { width, height, shapes } = chart.drawing
  const titled = line`${chart.title} đến ngày ${dateRef(facts.asOf)}`
  return [
    {
      kind: 'picture',
      id: chart.id,
      drawing: { width, height, shapes },
      alt: [...line`${chart.form}: ${lowerFirst(titled)}; `, ...joinInline(chart.clauses, '; ', '; '), text('.')],
    },
    { kind: 'paragraph', role: 'picture-caption', text: titled },
  ]
}

/** The bar of a measure, its numbers as the document's tables print them: "hơn 2.410/4.000; ≥60,3%". */
export function measureBar(
  facts: DocumentFacts,
  indicator: IndicatorFact,
  name: string,
  measure: Measure,
  isBehind: boolean,
): PercentBar {
  const telling = tellingOf(facts)
  const print = (kind: 'result' | 'target'): string => inlineText(valueCell(measure, kind, indicator, telling))
  const percent = percentOf(measure, telling, 'table')
  return {
    name,
    target: measure.target,
    result: measure.result?.value ?? null,
    percent: measure.percent,
    isBehind,
    remark: percent === null ? 'chưa có báo cáo' : null,
    printed: `${print('result')}/${print('target')}; ${percent === null ? '' : inlineText([percent])}`,
    figure: figureId(sourceOf(measure, 'percent', telling)),
  }
}

function lowerFirst(inline: Inline): Inline {
  const [first, ...rest] = inline
  if (first === undefined || !('text' in first)) return inline
  return [text(first.text.charAt(0).toLocaleLowerCase('vi') + first.text.slice(1)), ...rest]
}
