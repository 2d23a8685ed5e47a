import type { PercentBar } from '#shared/domain/charts/percent-bars.ts'
import type { DocumentFacts, IndicatorFact } from '#shared/domain/documents/facts.ts'
import type { Block } from '#shared/domain/documents/tree.ts'
import { indicatorWords } from '#shared/domain/wording/indicator-words.ts'
import { type Inline, line } from '#shared/domain/wording/parts.ts'
import { elapsedFigure } from '#shared/domain/wording/period.ts'
import { standingOf, unitCount, unitNamesWithPercent } from '#shared/domain/wording/unit-lists.ts'
import { EMPTY_BAR, isOver, measureBar, percentPicture } from './chart.ts'
import { urgedIndicators } from './late-units.ts'
import { tellingOf } from './telling.ts'

/** More bars would fill more than half a page. */
const MOST_BARS = 20
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
    ...told.map((member) => measureBar(facts, indicator, member.unit.shortName, member.measure, late.has(member))),
    ...silent.map((unit): PercentBar => ({ ...EMPTY_BAR, name: unit.shortName, remark: 'chưa có báo cáo' })),
  ]
  const first = told.slice(0, 1)
  const last = told.slice(-1)
  const pace = isOver(facts)
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
  const { toDo, noun } = indicatorWords(indicator)
  const title = line`Tỷ lệ đạt chỉ tiêu ${toDo} ${noun} của các đơn vị`
  return percentPicture(facts, { id: `don-vi-${indicator.code}`, title, bars: middleLeftOut(bars), clauses })
}

/** Of many units the first and the last: whom a meeting looks at. */
function middleLeftOut(bars: readonly PercentBar[]): readonly PercentBar[] {
  const left = bars.length - MOST_BARS
  if (left <= 0) return bars
  const half = MOST_BARS / 2
  return [...bars.slice(0, half), { ...EMPTY_BAR, name: `… ${left} đơn vị ở giữa`, remark: '' }, ...bars.slice(-half)]
}

/** The same of every indicator units are held to, for the clerk to choose from. */
export function unitCharts(facts: DocumentFacts): Block[] {
  return urgedIndicators(facts).flatMap(({ indicator, assigner }) => unitChartOf(facts, indicator, assigner))
}

/** What is said of the units, and the chart of it; where nothing is said there is nothing to draw. */
export function withChart(facts: DocumentFacts, standings: readonly Block[]): Block[] {
  return standings.length === 0 ? [] : [...standings, ...unitChart(facts)]
}
