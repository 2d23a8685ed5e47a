import type { IsoDate } from '../../kit/dates.ts'
import { addDecimals, subtractDecimals } from '../../kit/fraction.ts'
import { groupBy } from '../../kit/group-by.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { CountWindow } from '../results/as-of.ts'
import { createFigures } from '../results/figures.ts'
import { type EntriesByUnit, inheritEntries } from '../results/inherit.ts'
import { inheritTargets, keyOf } from '../targets/inherit-targets.ts'
import { addTargets, targetFigure, type TargetFigure } from '../targets/target-figure.ts'
import { placeOn } from './dated-unit.ts'
import { type HeldPlan, type Organisation, planTreeOn, takeoversIn, treeOn } from './organisation.ts'
import { rollUp } from './roll-up.ts'
import type { TreeUnit, TreeUnitType, UnitTree } from './tree.ts'

/** What is counted: a total that a change of units must not change. */
export interface TotalKey {
  readonly what: 'enterprises' | 'workers' | 'members' | 'unions' | 'union-members' | 'target' | 'result'
  /** Ids, for targets and results. */
  readonly planId: string | null
  readonly indicatorId: string | null
  readonly assignerId: string | null
  readonly targetKind: string | null
}

export interface Total extends TotalKey {
  readonly value: number
}

export interface TotalLine extends TotalKey {
  readonly before: number
  readonly after: number
  readonly difference: number
}

/** What results are counted from: the reports up to the day, in the reporting year the day lies in. */
export interface ResultSources {
  readonly indicators: readonly (Indicator & { readonly id: string })[]
  /** By indicator code, then unit id. */
  readonly entriesOf: (code: string) => EntriesByUnit
  readonly window: CountWindow
}

/**
 * The province's totals on a day: what hangs on units that are in the tree that day. What is placed in a unit that is
 * not there is counted nowhere, which is how a loss shows.
 */
export function totalsOn(
  organisation: Organisation,
  types: readonly TreeUnitType[],
  results: ResultSources,
  day: IsoDate,
): readonly Total[] {
  return [
    ...countHoldings(organisation, treeOn(organisation.units.values(), types, day), day),
    ...countTargets(organisation, types, day),
    ...countResults(organisation, types, results, day),
  ]
}

const NO_KEYS = { planId: null, indicatorId: null, assignerId: null, targetKind: null }

function countHoldings(organisation: Organisation, tree: UnitTree, day: IsoDate): readonly Total[] {
  let [enterprises, workers, members, unions, unionMembers] = [0, 0, 0, 0, 0]
  for (const holding of organisation.holdings) {
    const place = placeOn(holding, day)
    // Placed nowhere counts for the province itself.
    if (place !== null && !tree.byId.has(place)) continue
    if (holding.kind === 'enterprise') {
      enterprises += 1
      workers += holding.workers
      members += holding.members
    } else {
      unions += 1
      unionMembers += holding.members
    }
  }
  return [
    { what: 'enterprises', ...NO_KEYS, value: enterprises },
    { what: 'workers', ...NO_KEYS, value: workers },
    { what: 'members', ...NO_KEYS, value: members },
    { what: 'unions', ...NO_KEYS, value: unions },
    { what: 'union-members', ...NO_KEYS, value: unionMembers },
  ]
}

/** Per plan, indicator, assigner and kind what TỔNG CỘNG shows: the sum over the units right under the root. */
function countTargets(organisation: Organisation, types: readonly TreeUnitType[], day: IsoDate): readonly Total[] {
  return organisation.plans.flatMap((plan) => {
    const on = plan.from > day ? plan.from : day
    const tree = planTreeOn(organisation.units, organisation.relations, types, on, plan.from)
    return [...groupBy(targetsIn(organisation, plan, tree), keyOf).values()].flatMap((group): Total[] => {
      const own = new Map(group.map((target) => [target.unitId, targetFigure(target.value)]))
      const rolled = rollUp<TreeUnit, TargetFigure>(tree, (unit) => own.get(unit.id) ?? null, addTargets)
      const [first] = group
      if (first === undefined || first.isRatio) return []
      const value = sumUnderRoots(tree, (id) => rolled.get(id)?.figure?.value ?? null)
      const { indicatorId, assignerId, kind } = first
      return [{ what: 'target', planId: plan.id, indicatorId, assignerId, targetKind: kind, value }]
    })
  })
}

/** The targets of a plan as they count in a tree, with what successors took over and receivers were given. */
export function targetsIn(organisation: Organisation, plan: HeldPlan, tree: UnitTree) {
  const { units, relations, targetMoves } = organisation
  return inheritTargets(
    plan.targets.map((target) => ({ ...target, indicator: target.indicatorId, assigner: target.assignerId })),
    {
      takeovers: takeoversIn(units, relations, tree),
      moves: targetMoves.flatMap((move) =>
        move.planId === plan.id && move.on <= tree.on
          ? [{ ...move, indicator: move.indicatorId, assigner: move.assignerId }]
          : [],
      ),
      versionFrom: plan.versionFrom,
      beganOn: (id) => units.get(id)?.validFrom ?? null,
      isRatio: (indicator) => plan.targets.some((target) => target.indicatorId === indicator && target.isRatio),
    },
  )
}

function countResults(
  { units, relations }: Organisation,
  types: readonly TreeUnitType[],
  { indicators, entriesOf, window }: ResultSources,
  day: IsoDate,
): readonly Total[] {
  const tree = planTreeOn(units, relations, types, day, window.from)
  const takeovers = takeoversIn(units, relations, tree)
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]))
  const figures = createFigures({
    tree,
    indicators: byCode,
    entriesOf: (code) => {
      const kind = byCode.get(code)?.kind ?? 'flow'
      return inheritEntries(entriesOf(code), takeovers, kind, window.calendar)
    },
    enterprisesOf: () => null,
    window,
    day,
  })
  return indicators.flatMap((indicator): Total[] => {
    if (indicator.kind === 'ratio') return []
    const ofUnits = figures.of(indicator.code, 'cumulative')
    if (ofUnits.size === 0 && entriesOf(indicator.code).size === 0) return []
    const value = sumUnderRoots(tree, (id) => ofUnits.get(id)?.figure?.amount.value ?? null)
    return [{ what: 'result', ...NO_KEYS, indicatorId: indicator.id, value }]
  })
}

/** The children of the roots, or a root without any that says something. */
function sumUnderRoots(tree: UnitTree, valueOf: (id: string) => number | null): number {
  let total = 0
  for (const root of tree.roots) {
    const children = tree.childrenOf(root.id).flatMap((child) => valueOf(child.id) ?? [])
    for (const value of children.length > 0 ? children : [valueOf(root.id) ?? 0]) total = addDecimals(total, value)
  }
  return total
}

/** Before and after side by side; a total that is missing on one side is 0 there. */
export function compareTotals(before: readonly Total[], after: readonly Total[]): readonly TotalLine[] {
  const later = new Map(after.map((total) => [nameOf(total), total]))
  const lines = before.map((total): TotalLine => {
    const name = nameOf(total)
    const value = later.get(name)?.value ?? 0
    later.delete(name)
    return { ...takeKey(total), before: total.value, after: value, difference: subtractDecimals(value, total.value) }
  })
  const added = [...later.values()].map((total): TotalLine => ({
    ...takeKey(total),
    before: 0,
    after: total.value,
    difference: total.value,
  }))
  return [...lines, ...added]
}

function takeKey({ what, planId, indicatorId, assignerId, targetKind }: TotalKey): TotalKey {
  return { what, planId, indicatorId, assignerId, targetKind }
}

function nameOf(key: TotalKey): string {
  return [key.what, key.planId, key.indicatorId, key.assignerId, key.targetKind].join('|')
}
