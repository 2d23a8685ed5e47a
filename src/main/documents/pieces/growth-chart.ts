import { progressCurve } from '#shared/domain/charts/progress-curve.ts'
import type { CurveFact, DocumentFacts, IndicatorFact, Measure } from '#shared/domain/documents/facts.ts'
import type { Block } from '#shared/domain/documents/tree.ts'
import { indicatorWords } from '#shared/domain/wording/indicator-words.ts'
import { figureId, type Inline, inlineText, line } from '#shared/domain/wording/parts.ts'
import { percentOf, resultFigure, sourceOf, targetFigure } from '#shared/domain/wording/results.ts'
import { ofWhole } from '#shared/domain/wording/scope.ts'
import { captioned, WIDTH } from './chart.ts'
import { urgedIndicators } from './late-units.ts'
import { tellingOf } from './telling.ts'

/** One dot is no growth. */
const FEWEST_POINTS = 2

/**
 * How the issuing unit's own results grew from month to month, beside the year before and an even pace to the target:
 * a picture for each indicator with a curve, in the order of the catalogue.
 */
export function growthCharts(facts: DocumentFacts): Block[] {
  return facts.indicators.flatMap((indicator) => {
    const curve = facts.curves?.find((candidate) => candidate.indicator === indicator.code)
    return curve === undefined ? [] : growthChart(facts, indicator, curve)
  })
}

/** The first of them: what a report prints of itself. */
export function firstGrowthChart(facts: DocumentFacts): Block[] {
  return growthCharts(facts).slice(0, 2)
}

function growthChart(facts: DocumentFacts, indicator: IndicatorFact, curve: CurveFact): Block[] {
  const measure = measureFor(facts, indicator)
  const telling = tellingOf(facts)
  const result = measure === undefined ? null : resultFigure(measure, telling, 'table')
  const known = curve.now.filter(({ value }) => value !== null)
  if (measure === undefined || result === null || known.length < FEWEST_POINTS) return []
  const target = targetFigure(measure, telling, 'table')
  const percent = percentOf(measure, telling, 'table')
  const { toDo, noun } = indicatorWords(indicator)
  const clauses: Inline[] = [
    [...line`đã thực hiện `, result],
    ...(target === null ? [] : [[...line`chỉ tiêu `, target]]),
    ...(percent === null ? [] : [[...line`đạt `, percent]]),
  ]
  return captioned(facts, {
    id: `dien-bien-${indicator.code}`,
    title: line`Tiến độ ${toDo} ${noun} ${ofWhole(facts.scope.whole)}`,
    form: 'Biểu đồ đường',
    drawing: progressCurve(facts.plan, curve, {
      title: '',
      description: '',
      width: WIDTH,
      lettering: 'print',
      target: measure.target,
      printed: inlineText([result]),
      figure: figureId(sourceOf(measure, 'result', telling)),
    }),
    clauses,
  })
}

/** Against the target units are held to; where there is none, against the first that was set. */
function measureFor(facts: DocumentFacts, indicator: IndicatorFact): Measure | undefined {
  const urged = urgedIndicators(facts).find((candidate) => candidate.indicator.code === indicator.code)
  const own = facts.own.filter((measure) => measure.indicator === indicator.code)
  return (
    own.find((measure) => measure.target !== null && measure.assigner === urged?.assigner) ??
    own.find((measure) => measure.target !== null) ??
    own[0]
  )
}
