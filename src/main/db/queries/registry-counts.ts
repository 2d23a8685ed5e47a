import { and, desc, eq } from '../orm.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { allocations } from '../schema/index.ts'
import type { ReadStore } from '../store.ts'
import { MOVED_SINCE, PLACE_THEN } from './places.ts'

/** Enterprises placed in one unit itself, counted from what was known on a day. */
export interface PlacedCounts {
  readonly unitId: string | null
  readonly enterprises: number
  readonly workers: number
  readonly members: number
  readonly nonMembers: number
  readonly withUnion: number
  readonly atLeast: number
  readonly atLeastWithoutUnion: number
  /** Day of the newest observation behind these counts. */
  readonly surveyedOn: string
}

/**
 * What the survey knew on a day, by unit: of every enterprise the newest value of each column not later than
 * the day. An enterprise first seen later is not counted.
 */
export function readRegistryCounts(store: Pick<ReadStore, 'sqlite'>, threshold: number, day: IsoDate): PlacedCounts[] {
  return store.sqlite
    .prepare<{ threshold: number; day: string }, PlacedCounts>(
      `WITH ${MOVED_SINCE},
       current AS (
         SELECT ${PLACE_THEN} AS unit_id,
           (SELECT o.workers FROM observations o WHERE o.enterprise_id = e.id AND o.workers IS NOT NULL
             AND o.observed_on <= :day ORDER BY o.observed_on DESC, o.id DESC LIMIT 1) AS workers,
           (SELECT o.members FROM observations o WHERE o.enterprise_id = e.id AND o.members IS NOT NULL
             AND o.observed_on <= :day ORDER BY o.observed_on DESC, o.id DESC LIMIT 1) AS members,
           (SELECT o.has_union FROM observations o WHERE o.enterprise_id = e.id AND o.has_union IS NOT NULL
             AND o.observed_on <= :day ORDER BY o.observed_on DESC, o.id DESC LIMIT 1) AS has_union,
           (SELECT MAX(o.observed_on) FROM observations o WHERE o.enterprise_id = e.id AND o.observed_on <= :day) AS seen
         FROM enterprises e LEFT JOIN moved ON moved.enterprise_id = e.id)
       SELECT unit_id AS unitId, COUNT(*) AS enterprises,
         COALESCE(SUM(workers), 0) AS workers,
         COALESCE(SUM(members), 0) AS members,
         COALESCE(SUM(MAX(0, COALESCE(workers, 0) - COALESCE(members, 0))), 0) AS nonMembers,
         COALESCE(SUM(COALESCE(has_union, 0) = 1), 0) AS withUnion,
         COALESCE(SUM(COALESCE(workers, 0) >= :threshold), 0) AS atLeast,
         COALESCE(SUM(COALESCE(workers, 0) >= :threshold AND COALESCE(has_union, 0) = 0), 0) AS atLeastWithoutUnion,
         MAX(seen) AS surveyedOn
       FROM current WHERE seen IS NOT NULL GROUP BY unit_id`,
    )
    .all({ threshold, day })
}

/** Size of enterprises the plan's targets were spread by; null when they were spread by something else. */
export function readSpreadThreshold(store: Pick<ReadStore, 'db'>, planId: string): number | null {
  const row = store.db
    .select({ record: allocations.record })
    .from(allocations)
    .where(and(eq(allocations.planId, planId), eq(allocations.weights, 'enterprises')))
    .orderBy(desc(allocations.madeAt), desc(allocations.id))
    .get()
  const record = row?.record
  if (typeof record !== 'object' || record === null || !('threshold' in record)) return null
  return typeof record.threshold === 'number' ? record.threshold : null
}
