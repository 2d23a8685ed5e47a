import type { IsoDate } from '#shared/kit/dates.ts'
import type { ReadStore } from '../store.ts'
import { MOVED_SINCE, PLACE_THEN } from './places.ts'

type Store = Pick<ReadStore, 'sqlite'>

/** Enterprises of a round with at least so many workers in it, and whether they had a union then and have one now. */
export interface RoundEnterprise {
  readonly id: string
  readonly taxCode: string | null
  readonly name: string
  readonly unitId: string | null
  readonly workers: number
  readonly members: number | null
  readonly hadUnion: 0 | 1
  readonly hasUnionNow: 0 | 1
  readonly officer: string | null
}

/**
 * The round says how many workers there were; a union counts as there when any survey up to the round's own word, or
 * up to the day, said so. Largest first.
 */
export function readRoundEnterprises(
  { sqlite }: Store,
  roundId: string,
  minWorkers: number,
  day: IsoDate,
): RoundEnterprise[] {
  const union = (until: string): string =>
    `COALESCE((SELECT o.has_union FROM observations o WHERE o.enterprise_id = e.id AND o.has_union IS NOT NULL
       AND o.observed_on <= ${until} ORDER BY o.observed_on DESC, o.id DESC LIMIT 1), 0)`
  return sqlite
    .prepare<{ round: string; min: number; day: string }, RoundEnterprise>(
      `WITH ${MOVED_SINCE}
       SELECT e.id, e.tax_code AS taxCode, e.name, COALESCE(${PLACE_THEN}, base.unit_id) AS unitId,
         base.workers, base.members, ${union('base.observed_on')} AS hadUnion, ${union(':day')} AS hasUnionNow,
         p.full_name AS officer
       FROM observations base JOIN enterprises e ON e.id = base.enterprise_id
         LEFT JOIN moved ON moved.enterprise_id = e.id LEFT JOIN people p ON p.id = e.officer_id
       WHERE base.round_id = :round AND base.workers >= :min
       ORDER BY base.workers DESC, e.sort_key, e.id`,
    )
    .all({ round: roundId, min: minWorkers, day })
}

export function readRound(
  { sqlite }: Store,
  id: string,
): { readonly id: string; readonly name: string; readonly surveyedOn: IsoDate; readonly frozen: number } | null {
  return (
    sqlite
      .prepare<[string], { id: string; name: string; surveyedOn: string; frozen: number }>(
        'SELECT id, name, surveyed_on AS surveyedOn, frozen FROM survey_rounds WHERE id = ?',
      )
      .get(id) ?? null
  )
}
