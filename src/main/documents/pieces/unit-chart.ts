import { PACE_LEGEND } from '#shared/domain/charts/overview-charts.ts'
import { type PercentBar, percentBars } from '#shared/domain/charts/percent-bars.ts'
import type { DocumentFacts, IndicatorFact } from '#shared/domain/documents/facts.ts'
import type { Block } from '#shared/domain/documents/tree.ts'
import { elapsedOf } from '#shared/domain/results/pace.ts'
import { indicatorWords } from '#shared/domain/wording/indicator-words.ts'
import { dateRef, figureId, type Inline, inlineText, joinInline, line, text } from '#shared/domain/wording/parts.ts'
import { elapsedFigure } from '#shared/domain/wording/period.ts'
import { percentOf, sourceOf } from '#shared/domain/wording/results.ts'
import { standingOf, unitCount, type UnitMeasure, unitNamesWithPercent } from '#shared/domain/wording/unit-lists.ts'
import { urgedIndicators } from './late-units.ts'
import { valueCell } from './cells.ts'
import { tellingOf } from './telling.ts'

/** Pixels; as wide as the text a pixel is then larger than on the screen, and letters about 10 points. */
const WIDTH = 540
/** More bars would fill more than half a page. */
const MOST_BARS = 16
/** One unit beside nobody is no comparison. */
const FEWEST = 2

/**
 * How far each unit is in the first indicator units are held to: bars with the mark of the time gone by, a caption and
 * a description for who does not see it. Nothing where fewer than two units have a target or nobody has reported.
 */
export function unitChart(facts: DocumentFacts): Block[] {
  const [urged] = urgedIndicators(facts)
  return urged === undefined ? [] : unitChartOf(facts, urged.indicator, urged.assigner)
}

function unitChartOf(facts: DocumentFacts, indicator: IndicatorFact, assigner: string): Block[] {
  const { reached, onPace, behind, silent } = standingOf(facts, indicator, assigner)
  const told = [...reached, ...onPace, ...behind]
  if (told.length === 0 || told.length + silent.length < FEWEST) return []
  const telling = tellingOf(facts)
  const late = new Set(behind)
  const bars = [
    ...told.map((member) => barOf(member, indicator, facts, late.has(member))),
    ...silent.map((unit): PercentBar => ({ ...EMPTY, name: unit.shortName, remark: 'chưa có báo cáo' })),
  ]
  const isOver = facts.asOf >= facts.plan.to
  const title = chartTitle(indicator)
  const { width, height, shapes } = percentBars({
    title: '',
    description: '',
    width: WIDTH,
    lettering: 'print',
    bars: middleLeftOut(bars),
    elapsed: isOver ? null : elapsedOf(facts.plan, facts.asOf),
    words: {
      elapsed: (percent) => `đã qua ${percent} thời gian`,
      legend: isOver ? { onPace: 'đã hoàn thành chỉ tiêu', behind: 'chưa hoàn thành chỉ tiêu' } : PACE_LEGEND,
    },
  })
  const first = told.slice(0, 1)
  const last = told.slice(-1)
  const pace = isOver
    ? line`chưa hoàn thành`
    : line`chậm so với tiến độ thời gian (${elapsedFigure(facts.plan, facts.asOf)})`
  const clauses: Inline[] = [
    line`cao nhất là ${unitNamesWithPercent(first, telling)}`,
    ...(told.length < 2 ? [] : [line`thấp nhất là ${unitNamesWithPercent(last, telling)}`]),
    ...(behind.length === 0
      ? []
      : [line`${unitCount(behind.length, `behind ${indicator.code}`, telling)} đơn vị ${pace}`]),
    ...(silent.length === 0
      ? []
      : [line`${unitCount(silent.length, `silent ${indicator.code}`, telling)} đơn vị chưa có báo cáo`]),
  ]
  return [
    {
      kind: 'picture',
      id: `don-vi-${indicator.code}`,
      drawing: { width, height, shapes },
      alt: [
        ...line`Biểu đồ thanh ngang: ${lowerFirst(title)} đến ngày ${dateRef(facts.asOf)}; `,
        ...joinInline(clauses, '; ', '; '),
        text('.'),
      ],
    },
    { kind: 'paragraph', role: 'picture-caption', text: line`${title} đến ngày ${dateRef(facts.asOf)}` },
  ]
}

function chartTitle(indicator: IndicatorFact): Inline {
  const { toDo, noun } = indicatorWords(indicator)
  return line`Tỷ lệ đạt chỉ tiêu ${toDo} ${noun} của các đơn vị`
}

const EMPTY = { name: '', target: null, result: null, percent: null, isBehind: false, remark: null } as const

function barOf(
  { unit, measure }: UnitMeasure,
  indicator: IndicatorFact,
  facts: DocumentFacts,
  isBehind: boolean,
): PercentBar {
  const telling = tellingOf(facts)
  const print = (kind: 'result' | 'target'): string => inlineText(valueCell(measure, kind, indicator, telling))
  const percent = percentOf(measure, telling, 'table')
  return {
    name: unit.shortName,
    target: measure.target,
    result: measure.result?.value ?? null,
    percent: measure.percent,
    isBehind,
    remark: null,
    printed: `${print('result')}/${print('target')}; ${percent === null ? '' : inlineText([percent])}`,
    figure: figureId(sourceOf(measure, 'percent', telling)),
  }
}

/** Of many units the first and the last: whom a meeting looks at. */
function middleLeftOut(bars: readonly PercentBar[]): readonly PercentBar[] {
  const left = bars.length - MOST_BARS
  if (left <= 0) return bars
  const half = MOST_BARS / 2
  return [...bars.slice(0, half), { ...EMPTY, name: `… ${left} đơn vị ở giữa`, remark: '' }, ...bars.slice(-half)]
}

function lowerFirst(inline: Inline): Inline {
  const [first, ...rest] = inline
  if (first === undefined || !('text' in first)) return inline
  return [text(first.text.charAt(0).toLocaleLowerCase('vi') + first.text.slice(1)), ...rest]
}

/** What is said of the units, and the chart of it; where nothing is said there is nothing to draw. */
export function withChart(facts: DocumentFacts, standings: readonly Block[]): Block[] {
  return standings.length === 0 ? [] : [...standings, ...unitChart(facts)]
}
