import { subtractDecimals } from '../../kit/fraction.ts'
import { groupBy } from '../../kit/group-by.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { ruleOf } from '../indicators/kinds/index.ts'
import { addTargets, combineRatioTargets, targetFigure, type TargetFigure } from '../targets/target-figure.ts'
import { type Target, TARGET_KINDS, type TargetKind } from '../targets/target.ts'
import { rollUp, type RolledFigure } from '../units/roll-up.ts'
import type { TreeUnit, UnitTree } from '../units/tree.ts'
import type { UnitFigure } from './figure.ts'
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
}

/** Blocks by indicator code, in the order of assigners, then of kinds. */
export function groupTargets(input: ProgressInput): ReadonlyMap<string, readonly Block[]> {
  const assigners = new Map(input.assigners.map((assigner) => [assigner.code, assigner]))
  const indicators = new Map(input.indicators.map((indicator) => [indicator.code, indicator]))
  const blocks = new Map<string, Block & { readonly targets: Map<string, Target> }>()
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
  return groupBy([...blocks.values()].sort(inColumnOrder), (block) => block.indicator.code)
}

function inColumnOrder(a: Block, b: Block): number {
  const kindOf = (block: Block): number => (block.kind === null ? -1 : TARGET_KINDS.indexOf(block.kind))
  return (
    (a.assigner?.sortOrder ?? 0) - (b.assigner?.sortOrder ?? 0) ||
    ((a.assigner?.code ?? '') < (b.assigner?.code ?? '') ? -1 : a.assigner?.code === b.assigner?.code ? 0 : 1) ||
    kindOf(a) - kindOf(b) ||
    (a.basis === b.basis ? 0 : a.basis === 'cumulative' ? -1 : 1)
  )
}

/**
 * What each listed unit shows, by unit id. A unit is listed when it has a target (its own or its children's),
 * or a result while others of its level have a target. Under no assigner: every result that is not `shown` yet.
 */
export function cellsOf(
  input: ProgressInput,
  block: Block,
  shown: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, ProgressCell> {
  const { tree } = input
  const figures = input.figures.of(block.indicator.code, block.basis)
  const targets = rollTargets(tree, block, figures)
  const levels = new Set<number>()
  for (const unit of tree.units) {
    if ((targets.get(unit.id)?.figure ?? null) !== null) levels.add(tree.depthOf(unit.id))
  }
  const entries = input.entriesOf(block.indicator.code)
  const cells = new Map<string, ProgressCell>()
  for (const unit of tree.units) {
    const depth = tree.depthOf(unit.id)
    const target = targets.get(unit.id)?.figure ?? null
    const figure = figures.get(unit.id)
    const result = figure?.figure ?? null
    const isListed =
      block.assigner === null
        ? result !== null && !shown.has(unit.id)
        : target !== null || (result !== null && levels.has(depth))
    if (!isListed) continue
    const cell = makeCell(block.indicator, {
      owner: unit,
      depth,
      target,
      result,
      targetDifference: differenceOfTargets(targets.get(unit.id)),
      resultDifference: differenceOfResults(figure),
      statement: statementOf(input, block, entries.get(unit.id)),
    })
    cells.set(unit.id, cell)
  }
  return cells
}

function rollTargets(
  tree: UnitTree,
  block: Block,
  figures: ReadonlyMap<string, UnitFigure>,
): ReadonlyMap<string, RolledFigure<TargetFigure>> {
  const own = (unit: TreeUnit): TargetFigure | null => {
    const target = block.targets.get(unit.id)
    return target === undefined ? null : targetFigure(target.value)
  }
  if (block.indicator.kind !== 'ratio') return rollUp(tree, own, addTargets)
  // A ratio's targets are weighed by their denominators, so they travel up the tree together with them.
  const rolled = rollUp<TreeUnit, { target: TargetFigure; denominator: number | null }>(
    tree,
    (unit) => {
      const target = own(unit)
      const denominator = figures.get(unit.id)?.figure?.quotient?.denominator.value ?? null
      return target === null ? null : { target, denominator }
    },
    (targets) => {
      const isKnown = targets.every(({ denominator }) => denominator !== null)
      const denominator = isKnown ? targets.reduce((sum, target) => sum + (target.denominator ?? 0), 0) : null
      return { target: combineRatioTargets(targets), denominator }
    },
  )
  return new Map(
    [...rolled].map(([id, { figure, own: ownTarget, ofChildren }]) => [
      id,
      { figure: figure?.target ?? null, own: ownTarget?.target ?? null, ofChildren: ofChildren?.target ?? null },
    ]),
  )
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
