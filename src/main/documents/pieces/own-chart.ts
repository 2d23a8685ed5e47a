import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import type { Block } from '#shared/domain/documents/tree.ts'
import { elapsedOf } from '#shared/domain/results/pace.ts'
import { dataText, type Inline, line } from '#shared/domain/wording/parts.ts'
import { percentOf } from '#shared/domain/wording/results.ts'
import { ofWhole } from '#shared/domain/wording/scope.ts'
import { isOver, measureBar, percentPicture } from './chart.ts'
import type { ResultLine } from './result-table.ts'
import { tellingOf } from './telling.ts'

/**
 * How far the issuing unit is in each of its own indicators, beside the time gone by. Nothing where no target has a
 * result: a picture of empty lines says nothing.
 */
export function ownChart(facts: DocumentFacts, lines: readonly ResultLine[]): Block[] {
  const targeted = lines.filter(({ measure }) => measure.target !== null && measure.target > 0)
  const told = targeted.filter(({ measure }) => measure.percent !== null)
  if (told.length === 0) return []
  const telling = tellingOf(facts)
  const pace = isOver(facts) ? 100 : elapsedOf(facts.plan, facts.asOf)
  const bars = targeted.map(({ indicator, measure }) => {
    // A level has no pace: it is late only when the plan is over.
    const grows = indicator.kind === 'flow' || indicator.kind === 'net'
    const isBehind = measure.percent !== null && measure.percent < (grows || isOver(facts) ? pace : 0)
    return measureBar(facts, indicator, indicator.shortName, measure, isBehind)
  })
  const clauses = told.map(({ indicator, measure }): Inline => {
    const percent = percentOf(measure, telling)
    return [dataText(indicator.shortName), ...(percent === null ? [] : line` đạt ${percent}`)]
  })
  return percentPicture(facts, {
    id: 'chi-tieu',
    title: line`Tỷ lệ đạt các chỉ tiêu ${ofWhole(facts.scope.whole)}`,
    bars,
    clauses,
  })
}
