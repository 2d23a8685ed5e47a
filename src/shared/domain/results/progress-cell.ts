import type { Indicator } from '../indicators/indicator.ts'
import { ruleOf } from '../indicators/kinds/index.ts'
import { addTargets, combineRatioTargets, type TargetFigure, UNKNOWN_TARGET } from '../targets/target-figure.ts'
import { exactValue, type Figure } from './figure.ts'
import { achievedFraction, type Share, wholeShare } from './percent.ts'
import type { Statement } from './stated-percent.ts'

/** What a row speaks of: a unit, a unit type, or the whole. */
export interface CellOwner {
  readonly id: string
  readonly code: string | null
  readonly name: string
}

/** Target and result of one row in one column, before percent and rank. */
export interface ProgressCell {
  readonly owner: CellOwner
  readonly depth: number
  readonly target: TargetFigure | null
  readonly result: Figure | null
  /** The result as shown: 0 where nothing was reported of something counted. */
  readonly shownResult: number | null
  /** Result ÷ target, exact; null without a target or with a zero target. */
  readonly achieved: Share | null
  readonly targetDifference: number | null
  readonly resultDifference: number | null
  readonly resultWithoutTarget: number | null
  readonly statement: Statement | null
}

/** What a cell shows beside target and result. */
export interface CellNotes {
  readonly targetDifference: number | null
  readonly resultDifference: number | null
  readonly resultWithoutTarget: number | null
  readonly statement: Statement | null
}

export function makeCell(
  indicator: Indicator,
  { owner, depth, target, result }: Pick<ProgressCell, 'owner' | 'depth' | 'target' | 'result'>,
  notes: CellNotes,
): ProgressCell {
  const isZero = result === null && target !== null && ruleOf(indicator.kind).unreportedIsZero
  // Written out: a copied object that grows afterwards costs several times as much, and a view has ten thousand.
  return {
    owner,
    depth,
    target,
    result,
    shownResult: result === null ? (isZero ? 0 : null) : result.amount.value,
    achieved: target === null ? null : achievedOf(result, isZero, target),
    targetDifference: notes.targetDifference,
    resultDifference: notes.resultDifference,
    resultWithoutTarget: notes.resultWithoutTarget,
    statement: notes.statement,
  }
}

function achievedOf(result: Figure | null, isZero: boolean, { value, exact }: TargetFigure): Share | null {
  if (value === null || exact === null || (result === null && !isZero)) return null
  // A ratio and a target of several ratios are shown rounded; what counts is what they are.
  const isShownExactly = (result === null || result.quotient === null) && exact.denominator === 1n
  const whole = isShownExactly ? wholeShare(result?.amount.value ?? 0, value) : null
  return whole ?? achievedFraction(result === null ? 0 : exactValue(result), exact)
}

/** A target whose number is known: those are what percents of sums are of. */
export function isTargeted(cell: ProgressCell): boolean {
  return cell.target !== null && cell.target.value !== null
}

/**
 * A group or TỔNG CỘNG: the sum of the rows listed that have a target. Results of rows without one are kept
 * apart, for they would raise the percent of a target they are not part of. In a column in which no row has a
 * target (`anyTargeted` false) the results alone are summed.
 */
export function sumCells(
  indicator: Indicator,
  members: readonly ProgressCell[],
  owner: CellOwner,
  anyTargeted: boolean,
): ProgressCell {
  const targeted = members.filter(isTargeted)
  const counted = anyTargeted ? targeted : members
  const apart = anyTargeted ? members.filter((cell) => !isTargeted(cell)) : []
  return makeCell(
    indicator,
    {
      owner,
      depth: members[0]?.depth ?? 0,
      target: sumTargets(indicator, members, targeted),
      result: sumResults(indicator, counted),
    },
    {
      targetDifference: null,
      resultDifference: null,
      resultWithoutTarget: sumResults(indicator, apart)?.amount.value ?? null,
      statement: null,
    },
  )
}

function sumTargets(
  indicator: Indicator,
  members: readonly ProgressCell[],
  targeted: readonly ProgressCell[],
): TargetFigure | null {
  if (targeted.length === 0) return members.some((cell) => cell.target !== null) ? UNKNOWN_TARGET : null
  if (indicator.kind !== 'ratio') return addTargets(targeted.map((cell) => cell.target ?? UNKNOWN_TARGET))
  return combineRatioTargets(
    targeted.map((cell) => ({
      target: cell.target ?? UNKNOWN_TARGET,
      denominator: cell.result?.quotient?.denominator.value ?? null,
    })),
  )
}

function sumResults(indicator: Indicator, cells: readonly ProgressCell[]): Figure | null {
  const results: Figure[] = []
  for (const { result } of cells) if (result !== null) results.push(result)
  const [only] = results
  if (only === undefined || results.length === 1) return only ?? null
  return ruleOf(indicator.kind).add(results)
}
