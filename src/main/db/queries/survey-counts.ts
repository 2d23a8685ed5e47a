import type { IsoDate } from '#shared/kit/dates.ts'
import type { ReadStore } from '../store.ts'
import { MOVED_SINCE, PLACE_THEN } from './places.ts'

/** Source of the rounds that hold single figures typed in the window; they survey nothing as a whole. */
export const HAND_SOURCE = 'Cập nhật tại cơ quan'

/** What allocation weighs by and ratios divide by, summed over the enterprises placed in one unit. */
export interface UnitWorkforce {
  readonly unitId: string | null
  readonly workers: number
  /** Σ max(0, workers − members): one enterprise with too many members does not hide another's workers. */
  readonly nonmembers: number
  /** Enterprises with at least the threshold's workers and no union. */
  readonly withoutUnion: number
}

/**
 * Current figures of every enterprise: column by column the newest observation that says something, for a blank
 * never wipes what an earlier survey knew.
 */
export const CURRENT_SIZES = `
    (SELECT o.workers FROM observations o WHERE o.enterprise_id = e.id AND o.workers IS NOT NULL
      ORDER BY o.observed_on DESC, o.id DESC LIMIT 1) AS workers,
    (SELECT o.members FROM observations o WHERE o.enterprise_id = e.id AND o.members IS NOT NULL
      ORDER BY o.observed_on DESC, o.id DESC LIMIT 1) AS members`

const CURRENT = `
  SELECT e.id, ${PLACE_THEN} AS unit_id, ${CURRENT_SIZES},
    (SELECT o.has_union FROM observations o WHERE o.enterprise_id = e.id AND o.has_union IS NOT NULL
      ORDER BY o.observed_on DESC, o.id DESC LIMIT 1) AS has_union
  FROM enterprises e LEFT JOIN moved ON moved.enterprise_id = e.id`

/** By the unit an enterprise was placed in on the day (itself, not what is below it). */
export function readWorkforce(store: Pick<ReadStore, 'sqlite'>, threshold: number, day: IsoDate): UnitWorkforce[] {
  return store.sqlite
    .prepare<{ threshold: number; day: string }, UnitWorkforce>(
      `WITH ${MOVED_SINCE}
       SELECT unit_id AS unitId,
         COALESCE(SUM(workers), 0) AS workers,
         COALESCE(SUM(MAX(0, COALESCE(workers, 0) - COALESCE(members, 0))), 0) AS nonmembers,
         COALESCE(SUM(COALESCE(workers, 0) >= :threshold AND COALESCE(has_union, 0) = 0), 0) AS withoutUnion
       FROM (${CURRENT}) GROUP BY unit_id`,
    )
    .all({ threshold, day })
}

export interface UnitCoverage {
  readonly unitId: string | null
  readonly enterprises: number
  readonly withUnion: number
}

/** The round ratios are counted in: the newest frozen one by the day, else the newest one that surveyed many. */
export function readRatioRound(
  store: Pick<ReadStore, 'sqlite'>,
  day: IsoDate,
): { readonly id: string; readonly surveyedOn: string; readonly frozen: boolean } | null {
  const row = store.sqlite
    .prepare<[string], { id: string; surveyedOn: string; frozen: number }>(
      `SELECT id, surveyed_on AS surveyedOn, frozen FROM survey_rounds
       WHERE surveyed_on <= ? AND (source IS NOT '${HAND_SOURCE}' OR file_hash IS NOT NULL)
       ORDER BY frozen DESC, surveyed_on DESC, id DESC LIMIT 1`,
    )
    .get(day)
  return row === undefined ? null : { ...row, frozen: row.frozen === 1 }
}

/**
 * Of the enterprises that had at least `minWorkers` workers in the round, how many have a union on the day.
 * Enterprises founded or surveyed later do not enter, with or without a union: the round is the denominator.
 */
export function readCoverage(
  store: Pick<ReadStore, 'sqlite'>,
  roundId: string,
  minWorkers: number,
  day: IsoDate,
): UnitCoverage[] {
  return store.sqlite
    .prepare<{ round: string; min: number; day: string }, UnitCoverage>(
      `WITH ${MOVED_SINCE}
       SELECT COALESCE(${PLACE_THEN}, base.unit_id) AS unitId, COUNT(*) AS enterprises,
         SUM(COALESCE((SELECT o.has_union FROM observations o
           WHERE o.enterprise_id = e.id AND o.has_union IS NOT NULL AND o.observed_on <= :day
           ORDER BY o.observed_on DESC, o.id DESC LIMIT 1), 0)) AS withUnion
       FROM observations base JOIN enterprises e ON e.id = base.enterprise_id
         LEFT JOIN moved ON moved.enterprise_id = e.id
       WHERE base.round_id = :round AND base.workers >= :min GROUP BY 1`,
    )
    .all({ round: roundId, min: minWorkers, day })
}

/** Days on which what surveys say of unions in enterprises, or where these are placed, may have changed, in order. */
export function readSurveyDays(store: Pick<ReadStore, 'sqlite'>): readonly IsoDate[] {
  return store.sqlite
    .prepare<[], { day: string }>(
      `SELECT surveyed_on AS day FROM survey_rounds UNION SELECT observed_on FROM observations
       UNION SELECT date(until, '+1 day') FROM former_places WHERE enterprise_id IS NOT NULL ORDER BY 1`,
    )
    .all()
    .map(({ day }) => day)
}

/** How many enterprises were placed in each unit itself on a day. */
export function countPlacedEnterprises(
  store: Pick<ReadStore, 'sqlite'>,
  day: IsoDate,
): { readonly unitId: string | null; readonly enterprises: number }[] {
  return store.sqlite
    .prepare<{ day: string }, { unitId: string | null; enterprises: number }>(
      `WITH ${MOVED_SINCE}
       SELECT ${PLACE_THEN} AS unitId, COUNT(*) AS enterprises
       FROM enterprises e LEFT JOIN moved ON moved.enterprise_id = e.id GROUP BY 1`,
    )
    .all({ day })
}
