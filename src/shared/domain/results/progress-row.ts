import type { IsoDate } from '../../kit/dates.ts'
import type { TargetKind } from '../targets/target.ts'
import type { FigureNote } from './as-of.ts'
import type { ImpliedTarget } from './implied-target.ts'
import { percentOf, percentTextOf, remainingOf } from './percent.ts'
import type { Block } from './progress-block.ts'
import type { ProgressCell } from './progress-cell.ts'
import type { Qualifier } from './qualifier.ts'
import type { ReportBasis } from './reported-entry.ts'
import { impliedBy } from './stated-percent.ts'

/** One line of progress: a unit, a group of units of one type, or TỔNG CỘNG. */
export interface ProgressRow {
  readonly level: 'unit' | 'group' | 'total'
  /** Code of the unit; of the unit type for a group; null for the total. */
  readonly unit: string | null
  readonly name: string
  /** Place in the tree, 0 for the root; a group and the total stand at the level of the units they sum. */
  readonly depth: number
  readonly indicator: string
  /** Name and code of who set the target; null where a result has no target. */
  readonly assigner: string | null
  readonly assignerCode: string | null
  readonly kind: TargetKind | null
  readonly basis: ReportBasis
  readonly target: number | null
  readonly result: number | null
  readonly qualifier: Qualifier | null
  readonly qualifierWord: string | null
  /** 100 × result ÷ target, half up to one decimal; null without a target or with a zero target. */
  readonly percent: number | null
  /** "80%", "65,7%", "≥64,8%". */
  readonly percentText: string | null
  readonly remaining: number | null
  readonly rank: number | null
  /** False where the result is 0 only because nothing was reported. */
  readonly reported: boolean
  /** The last day the reports behind the result speak of. */
  readonly resultAsOf: IsoDate | null
  /** Own entry minus the sum of the children, where there are both. */
  readonly targetDifference: number | null
  readonly resultDifference: number | null
  /** Group and total: results of listed units without a target, which the result leaves out. */
  readonly resultWithoutTarget: number | null
  /** What the report itself claims, kept beside. */
  readonly statedPercent: number | null
  /** Targets under which the stated percent would be right ("suy ra"); only where no target is known. */
  readonly implied: ImpliedTarget | null
  readonly notes: readonly FigureNote[]
}

/** A stated percent that is further than 0,1 point from ours. */
export interface PercentFinding {
  readonly kind: 'percent'
  readonly unit: string
  readonly name: string
  readonly indicator: string
  readonly assigner: string
  readonly asOf: IsoDate
  readonly stated: number
  readonly computed: number
}

const NO_NOTES: ProgressRow['notes'] = []

/** Percent, remaining and all else a row shows of its target and result. */
export function makeRow(
  block: Block,
  level: ProgressRow['level'],
  cell: ProgressCell,
  rank: number | null,
): ProgressRow {
  const target = cell.target?.value ?? null
  const { owner, result, shownResult, statement } = cell
  const percent = cell.achieved === null ? null : percentOf(cell.achieved)
  const qualifier = result?.amount.qualifier ?? null
  return {
    level,
    unit: owner.code,
    name: owner.name,
    depth: cell.depth,
    indicator: block.indicator.code,
    assigner: block.assigner?.name ?? null,
    assignerCode: block.assigner?.code ?? null,
    kind: block.kind,
    basis: (level === 'unit' ? block.targets.get(owner.id)?.basis : undefined) ?? block.basis,
    target,
    result: shownResult,
    qualifier,
    qualifierWord: result?.amount.word ?? null,
    percent,
    percentText: percent === null ? null : percentTextOf(percent, qualifier),
    remaining: remainingOf(shownResult, target),
    rank,
    reported: result !== null,
    resultAsOf: result?.asOf ?? null,
    targetDifference: cell.targetDifference,
    resultDifference: cell.resultDifference,
    resultWithoutTarget: cell.resultWithoutTarget,
    statedPercent: statement?.percent ?? null,
    implied: statement !== null && target === null ? impliedBy(statement) : null,
    notes: result?.notes ?? NO_NOTES,
  }
}
