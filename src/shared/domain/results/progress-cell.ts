import { decimalFraction, type Fraction } from '../../kit/fraction.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { ruleOf } from '../indicators/kinds/index.ts'
import { addTargets, combineRatioTargets, type TargetFigure, UNKNOWN_TARGET } from '../targets/target-figure.ts'
import { exactValue, type Figure } from './figure.ts'
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
  readonly exactResult: Fraction | null
  readonly targetDifference: number | null
  readonly resultDifference: number | null
  readonly resultWithoutTarget: number | null
  readonly statement: Statement | null
}

type CellParts = Pick<ProgressCell, 'owner' | 'depth' | 'target' | 'result'> & Partial<ProgressCell>

export function makeCell(indicator: Indicator, parts: CellParts): ProgressCell {
  const isZero = parts.result === null && parts.target !== null && ruleOf(indicator.kind).unreportedIsZero
  const exactResult = parts.result === null ? (isZero ? decimalFraction(0) : null) : exactValue(parts.result)
  return {
    targetDifference: null,
    resultDifference: null,
    resultWithoutTarget: null,
    statement: null,
    shownResult: parts.result === null ? (isZero ? 0 : null) : parts.result.amount.value,
    exactResult,
    ...parts,
  }
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
  return makeCell(indicator, {
    owner,
    depth: members[0]?.depth ?? 0,
    target: sumTargets(indicator, members, targeted),
    result: sumResults(indicator, counted),
    resultWithoutTarget: sumResults(indicator, apart)?.amount.value ?? null,
  })
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
  const results = cells.flatMap((cell) => (cell.result === null ? [] : [cell.result]))
  const [only] = results
  if (only === undefined || results.length === 1) return only ?? null
  return ruleOf(indicator.kind).add(results)
}
