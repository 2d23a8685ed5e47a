import { formatCountInProse, formatNumber, formatPercent } from '../text/format.ts'
import { type Figure, type FigureKind, type FigureSource, figure, type Part } from '../wording/parts.ts'
import { percentOf, resultFigure, type Telling } from '../wording/results.ts'
import { allUnits, type DocumentFacts, type Measure } from './facts.ts'
import { asPhase, phaseWord, readPhaseWord } from './phase-results.ts'

/** What a figure's name says of it: `percent:DV_MOI:BCH:T01@2024-06-30`. */
export interface FigureName {
  readonly kind: string
  readonly indicator: string | null
  readonly assigner: string | null
  /** Code of a unit or of a group's unit type, or "TOTAL". */
  readonly unit: string
  /** A day, a plan's code, or a field's word for a day. */
  readonly when: string
  readonly what: string | null
}

/** Reads a figure's name; null for what is none. Codes hold neither colons nor "@". */
export function readFigureName(id: string): FigureName | null {
  const match = /^([a-z-]+):([^:@#]*):([^:@#]*):([^:@#]*)@([^#]*)(?:#(.*))?$/u.exec(id)
  if (match === null) return null
  const [, kind = '', indicator = '', assigner = '', unit = '', when = '', what] = match
  return {
    kind,
    indicator: indicator === '' ? null : indicator,
    assigner: assigner === '' ? null : assigner,
    unit,
    when,
    what: what ?? null,
  }
}

/** Everything measured of a unit, a group, or all direct children together. */
export function measuresOf(facts: DocumentFacts, unit: string): readonly Measure[] {
  if (unit === 'TOTAL') return facts.total
  if (unit === facts.scope.unit.code) return facts.own
  const child = allUnits(facts).find((candidate) => candidate.unit.code === unit)
  return child?.measures ?? facts.groups.find((group) => group.code === unit)?.measures ?? []
}

const MEASURED: ReadonlySet<string> = new Set<FigureKind>([
  'target',
  'result',
  'percent',
  'exceeded',
  'remaining',
  'rank',
])

/**
 * A figure a document does not print by itself, asked for by name in a text the clerk wrote: any target, result or
 * percent of any unit of the document, on its day. Null where the data has none.
 */
export function figureFromFacts(facts: DocumentFacts, telling: Telling, id: string): Figure | null {
  const name = readFigureName(id)
  if (name === null || name.indicator === null || !MEASURED.has(name.kind)) return null
  const named = readPhaseWord(name.what)
  if (named !== null) {
    const phase = facts.phaseResults?.find(({ plan }) => plan.code === named.phase)
    if (phase === undefined) return null
    const own = { ...telling, plan: phase.plan.code, asOf: phase.asOf, phase: phase.plan.code }
    return ofFacts(asPhase(facts, phase), own, name, named.isOfYear)
  }
  return ofFacts(facts, telling, name, null)
}

/** `isOfYear`: of a phase, the figure up to the year's total or that of its own days; null: not of a phase. */
function ofFacts(facts: DocumentFacts, telling: Telling, name: FigureName, isOfYear: boolean | null): Figure | null {
  if (![facts.asOf, facts.plan.code, 'ngay'].includes(name.when)) return null
  const ofIndicator = measuresOf(facts, name.unit).filter(
    (measure) =>
      measure.indicator === name.indicator && (isOfYear === null || (measure.isCumulative === true) === isOfYear),
  )
  const measure =
    name.assigner === null
      ? (ofIndicator.find((candidate) => candidate.result !== null) ?? ofIndicator[0])
      : ofIndicator.find((candidate) => candidate.assigner === name.assigner)
  if (measure === undefined) return null
  const part = printed(measure, name.kind as FigureKind, facts, telling)
  return part !== null && 'figure' in part ? part.figure : null
}

function printed(measure: Measure, kind: FigureKind, facts: DocumentFacts, telling: Telling): Part | null {
  if (kind === 'result') return resultFigure(measure, telling)
  if (kind === 'percent') return percentOf(measure, telling)
  const value = {
    target: measure.target,
    exceeded: measure.exceeded,
    remaining: measure.remaining,
    rank: measure.rank,
  }[kind as 'target' | 'exceeded' | 'remaining' | 'rank']
  if (value === null) return null
  const source: FigureSource = {
    kind,
    plan: facts.plan.code,
    unit: measure.unit,
    indicator: measure.indicator,
    assigner: measure.assigner,
    asOf: kind === 'target' ? null : facts.asOf,
    ...(telling.phase === undefined || kind === 'target'
      ? {}
      : { what: phaseWord(telling.phase, measure.isCumulative === true) }),
  }
  const isShare = facts.indicators.find(({ code }) => code === measure.indicator)?.kind === 'ratio'
  const words =
    kind === 'exceeded' || (isShare && kind !== 'rank')
      ? formatPercent(value)
      : kind === 'rank'
        ? formatNumber(value)
        : formatCountInProse(value)
  return figure(value, words, source)
}
