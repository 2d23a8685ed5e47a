import { subtractDecimals } from '../../kit/fraction.ts'
import { groupBy } from '../../kit/group-by.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { ruleOf } from '../indicators/kinds/index.ts'
import { addTargets, combineRatioTargets, targetFigure, type TargetFigure } from '../targets/target-figure.ts'
import { type Target, TARGET_KINDS, type TargetKind } from '../targets/target.ts'
import { rollUp, type RolledFigure } from '../units/roll-up.ts'
import type { TreeUnit } from '../units/tree.ts'
import type { UnitFigure } from './figure.ts'
import type { UnitFigures } from './figures.ts'
import { makeCell, type ProgressCell } from './progress-cell.ts'
import type { Assigner, ProgressInput } from './progress.ts'
import type { ReportBasis, ReportedEntry } from './reported-entry.ts'
import { latestStatement, type Statement } from './stated-percent.ts'

/** One column of progress: the targets of one indicator by one assigner and of one kind. */
export interface Block {
  readonly indicator: Indicator
  /** Null: results that stand under no target. */
  readonly assigner: Assigner | null
  readonly kind: TargetKind | null
  readonly basis: ReportBasis
  /** By unit id. */
  readonly targets: ReadonlyMap<string, Target>
  /** What every unit shows of them, its own or its children's; null: a ratio's wait for its denominators. */
  readonly rolled: RolledTargets | null
}

/** What targets are put into columns by. */
export type GroupedBy = Pick<ProgressInput, 'tree' | 'indicators' | 'assigners' | 'targets' | 'basisMatters'>

/** Blocks by indicator code, in the order of assigners, then of kinds. */
export function groupTargets(input: GroupedBy): ReadonlyMap<string, readonly Block[]> {
  const assigners = new Map(input.assigners.map((assigner) => [assigner.code, assigner]))
  const indicators = new Map(input.indicators.map((indicator) => [indicator.code, indicator]))
  const blocks = new Map<string, Omit<Block, 'rolled'> & { readonly targets: Map<string, Target> }>()
  for (const target of input.targets) {
    const indicator = indicators.get(target.indicator)
    const assigner = assigners.get(target.assigner)
    if (indicator === undefined || assigner === undefined || !input.tree.byId.has(target.unitId)) continue
    const key = [target.indicator, target.assigner, target.kind, input.basisMatters ? target.basis : ''].join('|')
    let block = blocks.get(key)
    if (block === undefined) {
      block = { indicator, assigner, kind: target.kind, basis: target.basis, targets: new Map() }
      blocks.set(key, block)
    }
    block.targets.set(target.unitId, target)
  }
  const ordered = [...blocks.values()].sort(inColumnOrder).map((block): Block => ({
    ...block,
    rolled: block.indicator.kind === 'ratio' ? null : rollTargets(input.tree, block.targets),
  }))
  return groupBy(ordered, (block) => block.indicator.code)
}

type Ordered = Pick<Block, 'assigner' | 'kind' | 'basis'>

function inColumnOrder(a: Ordered, b: Ordered): number {
  const kindOf = (block: Ordered): number => (block.kind === null ? -1 : TARGET_KINDS.indexOf(block.kind))
  return (
    (a.assigner?.sortOrder ?? 0) - (b.assigner?.sortOrder ?? 0) ||
    ((a.assigner?.code ?? '') < (b.assigner?.code ?? '') ? -1 : a.assigner?.code === b.assigner?.code ? 0 : 1) ||
    kindOf(a) - kindOf(b) ||
    (a.basis === b.basis ? 0 : a.basis === 'cumulative' ? -1 : 1)
  )
}

/** What the units of a tree show of a column, by place in its `units`; undefined: not listed. */
export type Cells = readonly (ProgressCell | undefined)[]

/**
 * What each listed unit shows. A unit is listed when it has a target (its own or its children's), or a result while
 * others of its level have a target. Under no assigner: every result that is not in `shown` yet.
 */
export function cellsOf(input: ProgressInput, block: Block, shown: readonly Cells[] = []): Cells {
  const { tree } = input
  const figures = input.figures.of(block.indicator.code, block.basis)
  const targets = block.assigner === null ? NO_TARGETS : (block.rolled ?? rollRatioTargets(tree, block, figures))
  const levels = levelsOf(tree, targets)
  const entries = input.entriesOf(block.indicator.code)
  // A document of a unit below the province lists that unit's own tree, with figures counted in the whole one.
  const isOwnTree = input.figures.tree === tree
  const cells: (ProgressCell | undefined)[] = tree.units.map(() => undefined)
  for (let place = 0; place < tree.units.length; place += 1) {
    const unit = tree.units[place]
    if (unit === undefined) continue
    const rolled = targets[place]
    const target = rolled?.figure ?? null
    const figure = isOwnTree ? figures.byPlace[place] : figures.get(unit.id)
    const result = figure?.figure ?? null
    const depth = tree.depths[place] ?? 0
    const isListed =
      block.assigner === null
        ? result !== null && !shown.some((column) => column[place] !== undefined)
        : target !== null || (result !== null && levels.has(depth))
    if (!isListed) continue
    const own = { owner: unit, depth, target, result }
    cells[place] = makeCell(block.indicator, own, {
      targetDifference: differenceOfTargets(rolled),
      resultDifference: differenceOfResults(figure),
      resultWithoutTarget: null,
      statement: figures.stating.has(unit.id) ? statementOf(input, block, entries.get(unit.id)) : null,
    })
  }
  return cells
}

/** The depths of the tree on which anybody has a target. */
function levelsOf(tree: ProgressInput['tree'], targets: RolledTargets): ReadonlySet<number> {
  const levels = new Set<number>()
  for (const [place, rolled] of targets.entries())
    if ((rolled?.figure ?? null) !== null) levels.add(tree.depths[place] ?? 0)
  return levels
}

/** By place in the tree's `units`. */
type RolledTargets = readonly (RolledFigure<TargetFigure> | undefined)[]
const NO_TARGETS: RolledTargets = []

function ownTargets(targets: Block['targets']): (unit: TreeUnit) => TargetFigure | null {
  return (unit) => {
    const target = targets.get(unit.id)
    return target === undefined ? null : targetFigure(target.value)
  }
}

/** Targets of counts and levels, which travel up the tree by themselves. */
function rollTargets(tree: ProgressInput['tree'], targets: Block['targets']): RolledTargets {
  const rolled = rollUp(tree, ownTargets(targets), addTargets)
  return tree.units.map(({ id }) => rolled.get(id))
}

/** A ratio's targets are weighed by their denominators, so they travel up the tree together with them. */
function rollRatioTargets(tree: ProgressInput['tree'], { targets }: Block, figures: UnitFigures): RolledTargets {
  const own = ownTargets(targets)
  const rolled = rollUp<TreeUnit, { target: TargetFigure; denominator: number | null }>(
    tree,
    (unit) => {
      const target = own(unit)
      const denominator = figures.get(unit.id)?.figure?.quotient?.denominator.value ?? null
      return target === null ? null : { target, denominator }
    },
    (below) => {
      const isKnown = below.every(({ denominator }) => denominator !== null)
      const denominator = isKnown ? below.reduce((sum, target) => sum + (target.denominator ?? 0), 0) : null
      return { target: combineRatioTargets(below), denominator }
    },
  )
  return tree.units.map(({ id }) => {
    const one = rolled.get(id)
    return one === undefined
      ? undefined
      : {
          figure: one.figure?.target ?? null,
          own: one.own?.target ?? null,
          ofChildren: one.ofChildren?.target ?? null,
        }
  })
}

function differenceOfTargets(rolled: RolledFigure<TargetFigure> | undefined): number | null {
  const own = rolled?.own?.value ?? null
  const ofChildren = rolled?.ofChildren?.value ?? null
  return own === null || ofChildren === null ? null : subtractDecimals(own, ofChildren)
}

function differenceOfResults(figure: UnitFigure | undefined): number | null {
  const own = figure?.own?.amount.value ?? null
  const ofChildren = figure?.ofChildren?.amount.value ?? null
  return own === null || ofChildren === null ? null : subtractDecimals(own, ofChildren)
}

function statementOf(
  { window, day }: ProgressInput,
  block: Block,
  entries: readonly ReportedEntry[] | undefined,
): Statement | null {
  if (entries === undefined) return null
  const rule = ruleOf(block.indicator.kind)
  const ofPlan = { ...window, basis: block.basis }
  const statement = latestStatement(entries, day < window.to ? day : window.to, (on) => {
    const { amount } = rule.read(entries, ofPlan, on)
    return amount === null ? null : { value: amount.value, qualifier: amount.qualifier }
  })
  // A claim of an earlier year says nothing of this plan.
  return statement === null || statement.asOf < window.from ? null : statement
}
