import type { IsoDate } from '#shared/kit/dates.ts'
import type { ReadStore } from '../store.ts'
import { MOVED_SINCE, PLACE_THEN } from './places.ts'

/** An enterprise as a document lists it: of each column the newest value not later than the day. */
export interface ListedEnterprise {
  readonly id: string
  readonly name: string
  readonly taxCode: string | null
  readonly address: string | null
  readonly industry: string | null
  readonly unitId: string | null
  readonly workers: number
  readonly members: number
  readonly hasUnion: 0 | 1
  readonly difficulty: string | null
  /** Its stage that day stands in the branch of the difficult ones. */
  readonly isDifficult: 0 | 1
  readonly officerId: string | null
  readonly surveyedOn: IsoDate
}

const newest = (column: string): string =>
  `(SELECT o.${column} FROM observations o WHERE o.enterprise_id = e.id AND o.${column} IS NOT NULL
     AND o.observed_on <= :day ORDER BY o.observed_on DESC, o.id DESC LIMIT 1)`

// Who was in charge on the day; where no charge was ever written down, whoever the registry names.
const OFFICER_THEN = `CASE WHEN EXISTS (SELECT 1 FROM assignments a WHERE a.enterprise_id = e.id AND a.role = 'lead')
  THEN (SELECT a.person_id FROM assignments a WHERE a.enterprise_id = e.id AND a.role = 'lead'
    AND (a.valid_from IS NULL OR a.valid_from <= :day) AND (a.valid_to IS NULL OR a.valid_to >= :day)
    ORDER BY a.valid_from DESC, a.id DESC LIMIT 1)
  ELSE e.officer_id END`

/** Every enterprise some survey knew by the day, in Vietnamese order of names. */
export function readListedEnterprises(store: Pick<ReadStore, 'sqlite'>, day: IsoDate): ListedEnterprise[] {
  return store.sqlite
    .prepare<{ day: string }, ListedEnterprise>(
      `WITH ${MOVED_SINCE}
       SELECT e.id, e.name, e.tax_code AS taxCode, e.address, e.industry, ${PLACE_THEN} AS unitId,
         ${OFFICER_THEN} AS officerId,
         COALESCE(${newest('workers')}, 0) AS workers,
         COALESCE(${newest('members')}, 0) AS members,
         COALESCE(${newest('has_union')}, 0) AS hasUnion,
         ${newest('difficulty')} AS difficulty,
         COALESCE((SELECT s.branch = 'difficult' FROM enterprise_stages es JOIN stages s ON s.id = es.stage_id
           WHERE es.enterprise_id = e.id AND es.on_date <= :day ORDER BY es.on_date DESC, es.id DESC LIMIT 1), 0) AS isDifficult,
         (SELECT MAX(o.observed_on) FROM observations o WHERE o.enterprise_id = e.id AND o.observed_on <= :day) AS surveyedOn
       FROM enterprises e LEFT JOIN moved ON moved.enterprise_id = e.id
       WHERE EXISTS (SELECT 1 FROM observations o WHERE o.enterprise_id = e.id AND o.observed_on <= :day)
       ORDER BY e.sort_key, e.id`,
    )
    .all({ day })
}

export interface ListedPerson {
  readonly id: string
  readonly fullName: string
  readonly position: string | null
  readonly unitId: string | null
}

/** People in office on the day, by given name. */
export function readPeopleOn(store: Pick<ReadStore, 'sqlite'>, day: IsoDate): ListedPerson[] {
  return store.sqlite
    .prepare<{ day: string }, ListedPerson>(
      `SELECT id, full_name AS fullName, position, unit_id AS unitId FROM people
       WHERE (valid_from IS NULL OR valid_from <= :day) AND (valid_to IS NULL OR valid_to >= :day)
       ORDER BY sort_key, id`,
    )
    .all({ day })
}

export interface FoundedUnion {
  readonly id: string
  readonly name: string
  readonly unitId: string | null
  readonly enterprise: string | null
  readonly foundedOn: IsoDate | null
  readonly decisionNumber: string | null
  readonly decisionOn: IsoDate | null
  readonly members: number | null
  readonly chair: string | null
  readonly endedOn: IsoDate | null
}

/** The named union, or the one founded last by the day; null where there is none. */
export function readFoundedUnion(
  store: Pick<ReadStore, 'sqlite'>,
  day: IsoDate,
  id: string | null,
): FoundedUnion | null {
  return (
    store.sqlite
      .prepare<{ day: string; id: string | null }, FoundedUnion>(
        `SELECT g.id, g.name, g.unit_id AS unitId, e.name AS enterprise, g.founded_on AS foundedOn,
           g.decision_number AS decisionNumber, g.decision_on AS decisionOn, g.members_at_founding AS members,
           g.chair, g.ended_on AS endedOn
         FROM grassroots_unions g LEFT JOIN enterprises e ON e.id = g.enterprise_id
         WHERE CASE WHEN :id IS NULL THEN COALESCE(g.founded_on, g.decision_on) <= :day ELSE g.id = :id END
         ORDER BY COALESCE(g.founded_on, g.decision_on) DESC, g.sort_key LIMIT 1`,
      )
      .get({ day, id }) ?? null
  )
}
