import type { Indicator } from '../indicators/indicator.ts'
import { ruleOf } from '../indicators/kinds/index.ts'
import type { FormulaContext, KindRule } from '../indicators/kinds/kind-rule.ts'
import type { UnitTree } from '../units/tree.ts'
import type { IsoDate } from '../../kit/dates.ts'
import { addAmounts, exactAmount } from './amount.ts'
import type { CountWindow } from './as-of.ts'
import { figureOfReport, type Figure, type Quotient, type UnitFigure } from './figure.ts'
import type { EntriesByUnit } from './inherit.ts'
import type { ReportBasis, ReportedEntry } from './reported-entry.ts'

/** Enterprises counted in one unit itself (not below it), of the frozen round. */
export interface EnterpriseCount {
  readonly enterprises: number
  readonly withUnion: number
}

/** Everything figures are computed from, gathered before: no rule here reads a database. */
export interface FigureSources {
  readonly tree: UnitTree
  /** All indicators by code, for formulas. */
  readonly indicators: ReadonlyMap<string, Indicator>
  /** Reports of an indicator by unit id. */
  readonly entriesOf: (indicatorCode: string) => EntriesByUnit
  /** By unit id, of enterprises with at least so many workers; null when no survey round is there. */
  readonly enterprisesOf: (minWorkers: number) => ReadonlyMap<string, EnterpriseCount> | null
  /** The plan's window; its basis is given per question, as targets of one plan may differ in it. */
  readonly window: Omit<CountWindow, 'basis'>
  readonly day: IsoDate
}

/** What the units of a tree show of an indicator; a unit that has nothing to show is not there. */
export interface UnitFigures {
  readonly size: number
  get(unitId: string): UnitFigure | undefined
  /** By place in the tree's `units`. */
  readonly byPlace: readonly (UnitFigure | undefined)[]
  /** Ids of the units whose reports state a percent, which few do. */
  readonly stating: ReadonlySet<string>
}

/** Answers what every unit shows of an indicator; each question is computed once. */
export interface Figures {
  /** The tree they were counted in; places in `byPlace` are of it and of no other. */
  readonly tree: UnitTree
  of(indicatorCode: string, basis: ReportBasis): UnitFigures
}

const NO_FIGURES: UnitFigures = { size: 0, get: () => undefined, byPlace: [], stating: new Set() }

export function createFigures(sources: FigureSources): Figures {
  const known = { cumulative: new Map<string, UnitFigures>(), increment: new Map<string, UnitFigures>() }
  const enterprises = new Map<number, ReadonlyMap<string, Quotient> | null>()

  const enterprisesOf = (minWorkers: number): ReadonlyMap<string, Quotient> | null => {
    const before = enterprises.get(minWorkers)
    if (before !== undefined) return before
    const counts = sources.enterprisesOf(minWorkers)
    const summed = counts === null ? null : sumEnterprises(sources.tree, counts)
    enterprises.set(minWorkers, summed)
    return summed
  }

  const of = (code: string, basis: ReportBasis): UnitFigures => {
    const before = known[basis].get(code)
    if (before !== undefined) return before
    // A formula that leads back to itself finds nothing there instead of going round for ever.
    known[basis].set(code, NO_FIGURES)
    const indicator = sources.indicators.get(code)
    const answer = indicator === undefined ? NO_FIGURES : figuresOf(indicator, basis, sources, of, enterprisesOf)
    known[basis].set(code, answer)
    return answer
  }
  return { tree: sources.tree, of }
}

function figuresOf(
  indicator: Indicator,
  basis: ReportBasis,
  sources: FigureSources,
  of: Figures['of'],
  enterprisesOf: (minWorkers: number) => ReadonlyMap<string, Quotient> | null,
): UnitFigures {
  const rule = ruleOf(indicator.kind)
  const { tree, day } = sources
  const window: CountWindow = { ...sources.window, basis }
  const entries = sources.entriesOf(indicator.code)
  // One context for all units, moved from place to place: a formula asks and is done.
  let place = 0
  const contextOf = (side: 'own' | 'figure'): FormulaContext => ({
    part: (code) => of(code, basis).byPlace[place]?.[side] ?? null,
    enterprises: (minWorkers) => enterprisesOf(minWorkers)?.get(tree.units[place]?.id ?? '') ?? null,
  })
  const contexts = { 'own-parts': contextOf('own'), 'rolled-parts': contextOf('figure') }

  const byPlace: (UnitFigure | undefined)[] = tree.units.map(() => undefined)
  const stating = new Set<string>()
  let size = 0
  // Parents stand before their children in `units`; backwards, every child is ready before its parent.
  for (place = tree.units.length - 1; place >= 0; place -= 1) {
    const id = tree.units[place]?.id ?? ''
    const reports = entries.get(id)
    if (reports !== undefined && statesPercent(reports)) stating.add(id)
    const own = reports === undefined ? null : figureOfReport(rule.read(reports, window, day))
    const ofChildren = addChildren(rule, byPlace, tree.childPlaces[place])
    let figure = own
    let ownOrParts = own
    for (const source of rule.sources) {
      if (figure !== null) break
      if (source === 'children') figure = ofChildren
      else {
        figure = rule.derive(indicator, contexts[source])
        if (source === 'own-parts') ownOrParts = figure
      }
    }
    if (figure === null) continue
    byPlace[place] = { figure, own: ownOrParts, ofChildren }
    size += 1
  }
  const get = (unitId: string): UnitFigure | undefined => byPlace[tree.placeOf(unitId) ?? -1]
  return { size, get, byPlace, stating }
}

function statesPercent(entries: readonly ReportedEntry[]): boolean {
  for (const { statedPercent } of entries) if (statedPercent !== null) return true
  return false
}

function addChildren(
  rule: KindRule,
  byPlace: readonly (UnitFigure | undefined)[],
  places: readonly number[] = [],
): Figure | null {
  if (places.length === 0) return null
  const figures: Figure[] = []
  for (const place of places) {
    const figure = byPlace[place]?.figure ?? null
    if (figure !== null) figures.push(figure)
  }
  return figures.length === 0 ? null : rule.add(figures)
}

/** Enterprises of a unit are those placed in it and in everything below it: places add, they do not override. */
function sumEnterprises(tree: UnitTree, counts: ReadonlyMap<string, EnterpriseCount>): ReadonlyMap<string, Quotient> {
  const add = (a: Quotient, b: Quotient): Quotient => ({
    numerator: addAmounts(a.numerator, b.numerator),
    denominator: addAmounts(a.denominator, b.denominator),
  })
  const none: Quotient = { numerator: exactAmount(0), denominator: exactAmount(0) }
  const summed = new Map<string, Quotient>()
  for (let at = tree.units.length - 1; at >= 0; at -= 1) {
    const unit = tree.units[at]
    if (unit === undefined) continue
    const count = counts.get(unit.id)
    const direct: Quotient =
      count === undefined
        ? none
        : { numerator: exactAmount(count.withUnion), denominator: exactAmount(count.enterprises) }
    summed.set(
      unit.id,
      tree.childrenOf(unit.id).reduce((sum, child) => add(sum, summed.get(child.id) ?? none), direct),
    )
  }
  return summed
}
