import type { IsoDate } from '../../../kit/dates.ts'
import type { CountWindow, ReportedFigure } from '../../results/as-of.ts'
import type { Figure, Quotient } from '../../results/figure.ts'
import type { ReportBasis, ReportedEntry } from '../../results/reported-entry.ts'
import type { Indicator, IndicatorKind } from '../indicator.ts'

/** Where a unit without a report of its own takes its figure from, in the order tried. */
export type FigureSource =
  /** The formula over what the unit itself reported. */
  | 'own-parts'
  /** The formula over what the unit shows, its children's reports included. */
  | 'rolled-parts'
  /** The sum of its children valid that day. */
  | 'children'

/** What a formula may ask. */
export interface FormulaContext {
  /** The figure of another indicator for the same unit; null when there is none. */
  readonly part: (code: string) => Figure | null
  /** Enterprises of the frozen round in the unit and below it: with a union, of all with ≥ N workers. */
  readonly enterprises: (minWorkers: number) => Quotient | null
}

/**
 * One way of calculating an indicator: a file in this folder and a line in index.ts. Everything else
 * (entry, roll-up, groups, percent, rank) is the same for all.
 */
export interface KindRule {
  readonly kind: IndicatorKind
  /** In what form units may report it. */
  readonly accepts: readonly ReportBasis[]
  /** A unit that reported nothing has 0, not "unknown": nothing founded is a count, no level is not a level. */
  readonly unreportedIsZero: boolean
  readonly sources: readonly FigureSource[]
  /** The figure from a unit's own reports. */
  read(entries: readonly ReportedEntry[], window: CountWindow, day: IsoDate): ReportedFigure
  derive(indicator: Indicator, context: FormulaContext): Figure | null
  /** Children into their parent, rows into a group or the total; the list is not empty. */
  add(figures: readonly Figure[]): Figure | null
}
