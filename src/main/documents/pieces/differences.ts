import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { type Coverage, coverageOf } from '#shared/domain/documents/sums.ts'
import { formatCountInProse } from '#shared/domain/text/format.ts'
import { targetTail } from '#shared/domain/wording/assigners.ts'
import { shortNoun } from '#shared/domain/wording/indicator-words.ts'
import { figure, type Inline, joinInline, line, text } from '#shared/domain/wording/parts.ts'
import { ofWhole } from '#shared/domain/wording/scope.ts'
import { tellingOf } from './telling.ts'

/**
 * What the units were given against what is asked of the whole, one phrase for each who asks:
 * "so với chỉ tiêu Tổng Liên đoàn giao: cao hơn 100 đoàn viên, 01 CĐCS". Empty where the sums meet.
 */
export function differencePhrases(facts: DocumentFacts): Inline[] {
  const telling = tellingOf(facts)
  const coverage = coverageOf(facts).filter((entry) => entry.difference !== 0)
  return facts.assigners.flatMap((assigner): Inline[] => {
    const own = coverage.filter((entry) => entry.assigner === assigner.code)
    const more = own.filter((entry) => entry.difference > 0).flatMap((entry) => differenceOf(facts, entry))
    const less = own.filter((entry) => entry.difference < 0).flatMap((entry) => differenceOf(facts, entry))
    const sides: Inline[] = []
    if (more.length > 0) sides.push([text('cao hơn '), ...joinInline(more, ', ', ', ')])
    if (less.length > 0) sides.push([text('thấp hơn '), ...joinInline(less, ', ', ', ')])
    const kind = facts.own.find((measure) => measure.assigner === assigner.code && measure.target !== null)?.kind
    if (sides.length === 0 || kind === undefined || kind === null) return []
    const asked = own.some((entry) => entry.givenBy === assigner.code)
      ? line`chỉ tiêu ${ofWhole(facts.scope.whole)}`
      : targetTail(kind, telling.assignerName(assigner.code))
    return [[text('so với '), ...asked, text(': '), ...joinInline(sides, ', ', ', ')]]
  })
}

function differenceOf(facts: DocumentFacts, entry: Coverage): Inline[] {
  const indicator = facts.indicators.find((candidate) => candidate.code === entry.indicator)
  if (indicator === undefined || indicator.kind === 'ratio') return []
  const by = Math.abs(entry.difference)
  const printed = figure(by, formatCountInProse(by), {
    kind: 'difference',
    plan: facts.plan.code,
    unit: facts.scope.unit.code,
    indicator: entry.indicator,
    assigner: entry.assigner,
    asOf: null,
  })
  return [[printed, text(` ${shortNoun(indicator)}`)]]
}
