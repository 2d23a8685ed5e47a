import type { IsoDate } from '#shared/kit/dates.ts'
import type { ReadStore } from '../store.ts'

/** More units than a province has, so that a week's reports are counted whole. */
const MOST_REPORTS = 5000

export interface ReceivedReport {
  readonly unit: string
  readonly name: string
  readonly asOf: IsoDate
  readonly receivedOn: IsoDate | null
  readonly figures: number
}

/**
 * Reports that came in after `since` and by `to`, and those that speak of days in between, whenever they came: their
 * figures are what the week changed. The newest first.
 */
export function readReceivedReports(store: Pick<ReadStore, 'sqlite'>, since: IsoDate, to: IsoDate): ReceivedReport[] {
  return store.sqlite
    .prepare<{ since: string; to: string }, ReceivedReport>(
      `SELECT u.code AS unit, u.short_name AS name, r.as_of AS asOf, r.received_on AS receivedOn,
         (SELECT COUNT(*) FROM report_values v WHERE v.report_id = r.id) AS figures
       FROM reports r JOIN units u ON u.id = r.unit_id
       WHERE ((r.received_on > :since AND r.received_on <= :to) OR (r.as_of > :since AND r.as_of <= :to))
         AND r.status IN ('received', 'accepted')
       ORDER BY r.received_on DESC, u.sort_order, u.code LIMIT ${MOST_REPORTS}`,
    )
    .all({ since, to })
}

export interface UnionEvent {
  readonly id: string
  readonly name: string
  readonly on: IsoDate
  readonly unit: string | null
}

/** Unions whose decision is of the days after `since` up to `to`; `ended` asks for the endings. */
export function readUnionEvents(
  store: Pick<ReadStore, 'sqlite'>,
  event: 'founded' | 'ended',
  since: IsoDate,
  to: IsoDate,
): UnionEvent[] {
  const day = event === 'founded' ? 'COALESCE(g.decision_on, g.founded_on)' : 'g.ended_on'
  return store.sqlite
    .prepare<{ since: string; to: string }, UnionEvent>(
      `SELECT g.id, g.name, ${day} AS "on", u.code AS unit FROM grassroots_unions g
       LEFT JOIN units u ON u.id = g.unit_id
       WHERE ${day} > :since AND ${day} <= :to ORDER BY 3 DESC, g.sort_key LIMIT 200`,
    )
    .all({ since, to })
}

/** Versions that came into force in those days. */
export function readNewVersions(
  store: Pick<ReadStore, 'sqlite'>,
  since: IsoDate,
  to: IsoDate,
): { plan: string; name: string; number: number; on: IsoDate }[] {
  return store.sqlite
    .prepare<{ since: string; to: string }, { plan: string; name: string; number: number; on: string }>(
      `SELECT p.code AS plan, v.name, v.number, v.effective_on AS "on" FROM plan_versions v
       JOIN plans p ON p.id = v.plan_id
       WHERE v.effective_on > :since AND v.effective_on <= :to AND v.number > 1 ORDER BY 4 DESC, v.number DESC`,
    )
    .all({ since, to })
}

/** Newest day inside a period that any counted report speaks of. */
export function readNewestReportedDay(
  store: Pick<ReadStore, 'sqlite'>,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): IsoDate | null {
  const row = store.sqlite
    .prepare<{ from: string; to: string }, { day: string | null }>(
      `SELECT MAX(as_of) AS day FROM reports
       WHERE as_of <= :to AND as_of >= :from AND status IN ('received', 'accepted')`,
    )
    .get({ from, to })
  return row?.day ?? null
}

/** Last day any counted report of a unit speaks of, up to a day, by code of the unit. */
export function readLastReportedDays(
  store: Pick<ReadStore, 'sqlite'>,
  codes: readonly string[],
  to: IsoDate,
): ReadonlyMap<string, IsoDate> {
  const rows = store.sqlite
    .prepare<{ codes: string; to: string }, { code: string; last: string | null }>(
      `SELECT u.code, (SELECT MAX(r.as_of) FROM reports r WHERE r.unit_id = u.id AND r.as_of <= :to
         AND r.status IN ('received', 'accepted')) AS last
       FROM units u WHERE u.code IN (SELECT value FROM json_each(:codes))`,
    )
    .all({ codes: JSON.stringify(codes), to })
  return new Map(rows.flatMap(({ code, last }) => (last === null ? [] : [[code, last] as const])))
}
