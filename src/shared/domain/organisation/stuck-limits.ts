import { isValidOn, type IsoDate } from '../../kit/dates.ts'

/** After how many days in a stage an enterprise counts as stuck, of one stage or (null) of all without a limit of their own. */
export interface StuckLimit {
  readonly stage: string | null
  readonly days: number
  readonly validFrom: IsoDate | null
  readonly validTo: IsoDate | null
}

/** A month without a step forward is worth a word, where the office says nothing else. */
export const USUAL_STUCK_DAYS = 30

/** The limit of a stage on a day: its own that began last, else the general one, else a month. */
export function stuckLimitOn(limits: readonly StuckLimit[], stage: string | null, day: IsoDate): number {
  const newest = (of: string | null): number | null =>
    limits
      .filter((limit) => limit.stage === of && isValidOn(day, limit.validFrom, limit.validTo))
      .toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1))
      .at(-1)?.days ?? null
  return (stage === null ? null : newest(stage)) ?? newest(null) ?? USUAL_STUCK_DAYS
}
