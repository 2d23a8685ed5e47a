import type { UnionFacts } from '#shared/domain/unions/union.ts'
import { countedFrom } from '#shared/domain/unions/union.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import type { ReadStore } from '../store.ts'

interface UnionColumns extends Omit<
  UnionFacts,
  'restructured' | 'members' | 'womenMembers' | 'membersOn' | 'membersSource'
> {
  readonly restructured: number
  readonly counted: string | null
  readonly observed: string | null
}

// Newest word of a survey on the enterprise, and the newest count of the union itself; both not after the day,
// and not after the union's end, when what happens at the enterprise is no longer its own.
const UNIONS = `
  SELECT u.id, u.name, t.code AS type, t.short_name AS typeName,
    n.code AS unit, n.name AS unitName, n.short_name AS unitShortName,
    u.enterprise_id AS enterpriseId, e.name AS enterpriseName, f.sector,
    u.ward, u.zone, u.founded_on AS foundedOn, u.decision_number AS decisionNumber, u.decision_on AS decisionOn,
    u.decision_issuer AS decisionIssuer, u.members_at_founding AS membersAtFounding, u.chair, u.phone,
    u.ended_on AS endedOn, r.code AS endReason, r.name AS endReasonName, COALESCE(r.restructuring, 0) AS restructured,
    u.end_decision_number AS endDecisionNumber, u.end_decision_on AS endDecisionOn,
    u.successor_id AS successorId, s.name AS successorName, u.previous_id AS previousId, p.name AS previousName, u.note,
    (SELECT o.workers FROM observations o WHERE o.enterprise_id = u.enterprise_id AND o.workers IS NOT NULL
       AND o.observed_on <= :day ORDER BY o.observed_on DESC, o.id DESC LIMIT 1) AS workers,
    (SELECT json_array(m.counted_on, m.members, m.women, m.source) FROM union_members m
      WHERE m.union_id = u.id AND m.counted_on <= :day ORDER BY m.counted_on DESC LIMIT 1) AS counted,
    (SELECT json_array(o.observed_on, o.members, o.women_members, d.name) FROM observations o
      JOIN survey_rounds d ON d.id = o.round_id
      WHERE o.enterprise_id = u.enterprise_id AND o.members IS NOT NULL AND o.observed_on <= :day
        AND (u.ended_on IS NULL OR o.observed_on < u.ended_on)
      ORDER BY o.observed_on DESC, o.id DESC LIMIT 1) AS observed
  FROM grassroots_unions u
  JOIN unit_types t ON t.id = u.type_id
  LEFT JOIN units n ON n.id = u.unit_id
  LEFT JOIN enterprises e ON e.id = u.enterprise_id
  LEFT JOIN legal_forms f ON f.id = e.legal_form_id
  LEFT JOIN reasons r ON r.id = u.end_reason_id
  LEFT JOIN grassroots_unions s ON s.id = u.successor_id
  LEFT JOIN grassroots_unions p ON p.id = u.previous_id`

/** Every union with its figures of a day, in Vietnamese order of names. */
export function readUnions(store: Pick<ReadStore, 'sqlite'>, day: IsoDate): UnionFacts[] {
  return store.sqlite
    .prepare<{ day: string }, UnionColumns>(`${UNIONS} ORDER BY u.sort_key, u.id`)
    .all({ day })
    .map((row) => toFacts(row, day))
}

export function readUnion(store: Pick<ReadStore, 'sqlite'>, id: string, day: IsoDate): UnionFacts | null {
  const row = store.sqlite
    .prepare<{ day: string; id: string }, UnionColumns>(`${UNIONS} WHERE u.id = :id`)
    .get({ day, id })
  return row === undefined ? null : toFacts(row, day)
}

/** A word on how many members there were: of which day, how many, of them women, who said so. */
type Count = readonly [on: string | null, members: number, women: number | null, source: string | null]

export const FOUNDING_SOURCE = 'Quyết định thành lập'

function toFacts({ counted, observed, restructured, ...row }: UnionColumns, day: IsoDate): UnionFacts {
  const from = countedFrom(row)
  const counts: Count[] = []
  // In this order the union's own count stands where two words are of one day.
  for (const json of [counted, observed]) if (json !== null) counts.push(JSON.parse(json) as Count)
  if (row.membersAtFounding !== null && (from === null || from <= day))
    counts.push([from, row.membersAtFounding, null, FOUNDING_SOURCE])
  const newest = counts.reduce<Count | null>(
    (best, count) => (best === null || (count[0] ?? '') > (best[0] ?? '') ? count : best),
    null,
  )
  return {
    ...row,
    restructured: restructured === 1,
    members: newest?.[1] ?? null,
    womenMembers: newest?.[2] ?? null,
    membersOn: newest?.[0] ?? null,
    membersSource: newest?.[3] ?? null,
  }
}

/** Counts of one union, newest first: its own, and what surveys of its enterprise said. */
export function readMemberCounts(
  store: Pick<ReadStore, 'sqlite'>,
  id: string,
): { id: string; countedOn: string; members: number; women: number | null; source: string | null; own: number }[] {
  return store.sqlite
    .prepare<{ id: string }, ReturnType<typeof readMemberCounts>[number]>(
      `SELECT m.id, m.counted_on AS countedOn, m.members, m.women, m.source, 1 AS own
         FROM union_members m WHERE m.union_id = :id
       UNION ALL
       SELECT o.id, o.observed_on, o.members, o.women_members, d.name, 0
         FROM grassroots_unions u JOIN observations o ON o.enterprise_id = u.enterprise_id
         JOIN survey_rounds d ON d.id = o.round_id
         WHERE u.id = :id AND o.members IS NOT NULL AND (u.ended_on IS NULL OR o.observed_on < u.ended_on)
           AND (COALESCE(u.decision_on, u.founded_on) IS NULL OR o.observed_on >= COALESCE(u.decision_on, u.founded_on))
       ORDER BY 2 DESC, 6 DESC`,
    )
    .all({ id })
}
