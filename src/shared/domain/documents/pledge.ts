import { type DocumentFacts, findMeasure, type IndicatorFact, type Measure } from './facts.ts'
import { foldText } from '../text/fold.ts'

/** What the office has bound itself to, and how sure the data is about it. */
export interface Pledge {
  /**
   * pledged   targets of kind "cam kết", with or without their numbers
   * party     targets the Party committee set
   * assigned  no pledge in the data: the office binds itself to the targets it was assigned
   * none      no target at all
   */
  readonly from: 'pledged' | 'party' | 'assigned' | 'none'
  readonly measures: readonly Measure[]
}

/** The targets a commitment to the Party committee speaks of, in catalogue order, one an indicator. */
export function pledgeOf(facts: DocumentFacts): Pledge {
  const pledged = facts.own.filter((measure) => measure.kind === 'pledged')
  if (pledged.length > 0) return { from: 'pledged', measures: inOrder(facts, pledged) }
  const names = new Map(facts.assigners.map((assigner) => [assigner.code, foldText(assigner.name)]))
  const party = facts.own.filter(
    (measure) =>
      measure.target !== null && /(tinh|thanh|quan|huyen|thi|dang) uy/.test(names.get(measure.assigner ?? '') ?? ''),
  )
  if (party.length > 0) return { from: 'party', measures: inOrder(facts, party) }
  const assigned = facts.own.filter((measure) => measure.target !== null)
  if (assigned.length > 0) return { from: 'assigned', measures: inOrder(facts, highestFirst(facts, assigned)) }
  return { from: 'none', measures: [] }
}

/** Indicators whose pledged number is known to exist but was not given. */
export function unnumbered(pledge: Pledge): readonly Measure[] {
  return pledge.measures.filter((measure) => measure.target === null)
}

export function previousOf(facts: DocumentFacts, indicator: IndicatorFact): Measure | undefined {
  return facts.previous === null ? undefined : findMeasure(facts.previous.own, indicator.code)
}

function inOrder(facts: DocumentFacts, measures: readonly Measure[]): Measure[] {
  return facts.indicators.flatMap((indicator) => {
    const [first] = measures.filter((measure) => measure.indicator === indicator.code)
    return first === undefined ? [] : [first]
  })
}

/** Where several set a target of one indicator, the larger binds: reaching it reaches the other. */
function highestFirst(facts: DocumentFacts, measures: readonly Measure[]): Measure[] {
  const losses = new Set(
    facts.indicators.filter((indicator) => indicator.kind === 'loss').map((indicator) => indicator.code),
  )
  return measures.toSorted((a, b) => {
    const more = (b.target ?? 0) - (a.target ?? 0)
    return losses.has(a.indicator) ? -more : more
  })
}
