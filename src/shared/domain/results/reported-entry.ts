import type { IsoDate } from '../../kit/dates.ts'
import type { Amount } from './amount.ts'
import type { Qualifier } from './qualifier.ts'

/** cumulative = all since `from`; increment = only what happened in the period. Both days are included. */
export const REPORT_BASES = ['cumulative', 'increment'] as const
export type ReportBasis = (typeof REPORT_BASES)[number]

/** One figure one unit reported of one indicator. */
export interface ReportedEntry {
  readonly from: IsoDate
  readonly asOf: IsoDate
  readonly basis: ReportBasis
  readonly value: number
  readonly qualifier: Qualifier | null
  readonly word: string | null
  /** The percent the report itself claims, kept beside and never used. */
  readonly statedPercent: number | null
}

/** Whether the two are the same statement, so that the later one corrects the earlier. */
export function isSameStatement(
  a: Pick<ReportedEntry, 'from' | 'asOf' | 'basis'>,
  b: Pick<ReportedEntry, 'from' | 'asOf' | 'basis'>,
): boolean {
  return a.from === b.from && a.asOf === b.asOf && a.basis === b.basis
}

export function amountOf(entry: ReportedEntry): Amount {
  return { value: entry.value, qualifier: entry.qualifier, word: entry.word }
}
