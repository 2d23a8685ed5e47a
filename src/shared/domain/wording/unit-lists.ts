import { hasReached } from '../documents/reached.ts'
import { formatCountInProse } from '../text/format.ts'
import type { DocumentFacts, GroupFact, Measure, UnitFact, UnitMeasures } from '../documents/facts.ts'
import { allUnits } from '../documents/facts.ts'
import { dataText, figure, joinInline, line, text } from './parts.ts'
import type { Inline, Part } from './parts.ts'
import { elapsedPercent } from '../results/pace.ts'
import { percentOf } from './results.ts'
import type { Telling } from './results.ts'

/** A number of units, traceable to what was counted. */
export function unitCount(value: number, what: string, telling: Pick<Telling, 'plan' | 'asOf'>): Part {
  return figure(value, formatCountInProse(value), {
    kind: 'count',
    plan: telling.plan,
    unit: 'TOTAL',
    indicator: null,
    assigner: null,
    asOf: telling.asOf,
    what,
  })
}

/** "LĐLĐ huyện A, Công đoàn ngành B và …" */
export function unitNames(units: readonly UnitFact[]): Inline {
  return joinInline(units.map((unit) => [dataText(unit.shortName)]))
}

/** "LĐLĐ huyện A (105%), LĐLĐ huyện B (100%)" */
export function unitNamesWithPercent(members: readonly UnitMeasure[], telling: Telling): Inline {
  return joinInline(
    members.map(({ unit, measure }): Inline => {
      const percent = percentOf(measure, telling, 'prose')
      return percent === null ? [dataText(unit.shortName)] : [dataText(unit.shortName), text(' ('), percent, text(')')]
    }),
  )
}

/** "10 Liên đoàn Lao động huyện, thị xã, thành phố; 03 Công đoàn ngành": what kinds of units there are that day. */
export function unitKinds(groups: readonly GroupFact[], telling: Pick<Telling, 'plan' | 'asOf'>): Inline {
  const members = groups.map((group): Inline => [
    unitCount(group.units.length, `units of ${group.code}`, telling),
    text(' '),
    dataText(group.title),
  ])
  return joinInline(members, '; ', '; ')
}

export interface UnitMeasure {
  readonly unit: UnitFact
  readonly measure: Measure
}

/** How the units stand on one indicator against one assigner's targets. Order: best first. */
export interface Standing {
  readonly reached: readonly UnitMeasure[]
  /** Not reached, but at or past the share of time gone by. */
  readonly onPace: readonly UnitMeasure[]
  /** Below the share of time gone by. */
  readonly behind: readonly UnitMeasure[]
  /** With a target and no result reported. */
  readonly silent: readonly UnitFact[]
}

/**
 * Sorts the units by their percent. Pace is the share of the plan's time gone by on the day; an indicator
 * that is a level (stock, ratio) has no pace, so whoever has not reached it is `onPace`.
 */
export function standingOf(
  facts: DocumentFacts,
  indicator: { readonly code: string; readonly kind: string },
  assigner: string,
): Standing {
  const grows = indicator.kind === 'flow' || indicator.kind === 'net'
  const pace = grows ? elapsedPercent(facts.plan, facts.asOf) : 0
  const reached: UnitMeasure[] = []
  const onPace: UnitMeasure[] = []
  const behind: UnitMeasure[] = []
  const silent: UnitFact[] = []
  for (const { unit, measures } of allUnits(facts)) {
    const measure = measures.find((entry) => entry.indicator === indicator.code && entry.assigner === assigner)
    if (measure === undefined || measure.target === null || measure.target === 0) continue
    if (measure.percent === null) silent.push(unit)
    else if (hasReached(measure)) reached.push({ unit, measure })
    else if (measure.percent >= pace) onPace.push({ unit, measure })
    else behind.push({ unit, measure })
  }
  const best = (a: UnitMeasure, b: UnitMeasure): number =>
    (a.measure.rank ?? Number.MAX_SAFE_INTEGER) - (b.measure.rank ?? Number.MAX_SAFE_INTEGER)
  return { reached: reached.toSorted(best), onPace: onPace.toSorted(best), behind: behind.toSorted(best), silent }
}

/** Units with a target of the plan that have reported nothing for it. */
export function silentUnits(facts: DocumentFacts): readonly UnitMeasures[] {
  return allUnits(facts).filter(
    (entry) => !entry.hasReport && entry.measures.some((measure) => measure.target !== null),
  )
}

/** "01 đơn vị chưa có báo cáo: LĐLĐ huyện A." or "Tất cả 18 đơn vị đã có báo cáo." */
export function reportingSentence(facts: DocumentFacts, telling: Telling): Inline {
  const expected = allUnits(facts).filter(
    (entry) => entry.hasReport || entry.measures.some((measure) => measure.target !== null),
  )
  if (expected.length === 0) return []
  const silent = silentUnits(facts)
  if (silent.length === 0) {
    return line`${unitCount(expected.length, 'units reported', telling)}/${unitCount(expected.length, 'units expected to report', telling)} đơn vị đã có báo cáo kết quả thực hiện.`
  }
  const sent = unitCount(expected.length - silent.length, 'units reported', telling)
  const all = unitCount(expected.length, 'units expected to report', telling)
  const missing = unitCount(silent.length, 'units without report', telling)
  return line`${sent}/${all} đơn vị đã có báo cáo kết quả thực hiện; ${missing} đơn vị chưa có báo cáo: ${unitNames(silent.map((entry) => entry.unit))}.`
}
