import type { IsoDate } from '#shared/kit/dates.ts'
import type { ReadStore } from '../store.ts'

export interface OverdueLine {
  readonly kind: 'followUp' | 'remedy' | 'step' | 'assignment'
  readonly id: string
  /** What is to do; null for a charge nobody wrote duties for. */
  readonly what: string | null
  /** The unit, enterprise or union it is about. */
  readonly about: string
  readonly who: string | null
  readonly dueOn: IsoDate
}

/** What was to be done before a day and was not done by it, longest overdue first. */
export function readOverdue({ sqlite }: Pick<ReadStore, 'sqlite'>, day: IsoDate): OverdueLine[] {
  return sqlite
    .prepare<{ day: IsoDate }, OverdueLine>(
      `SELECT 'followUp' AS kind, f.id AS id, f.content AS what, COALESCE(e.name, u.short_name) AS about,
         p.full_name AS who, f.due_on AS dueOn
       FROM visit_followups f JOIN visits v ON v.id = f.visit_id LEFT JOIN units u ON u.id = v.unit_id
         LEFT JOIN enterprises e ON e.id = v.enterprise_id LEFT JOIN people p ON p.id = f.person_id
       WHERE f.due_on < $day AND v.on_date <= $day
         AND (f.state = 'open' OR (f.state = 'done' AND f.done_on > $day))
       UNION ALL
       SELECT 'remedy', r.id, r.plan, COALESCE(e.name, g.name), p.full_name, r.due_on
       FROM remedies r LEFT JOIN enterprises e ON e.id = r.enterprise_id
         LEFT JOIN grassroots_unions g ON g.id = r.union_id LEFT JOIN people p ON p.id = r.officer_id
       WHERE r.due_on < $day AND r.opened_on <= $day AND (r.closed_on IS NULL OR r.closed_on > $day)
       UNION ALL
       SELECT 'step', s.id, s.content, COALESCE(e.name, g.name), p.full_name, s.due_on
       FROM remedy_steps s JOIN remedies r ON r.id = s.remedy_id LEFT JOIN enterprises e ON e.id = r.enterprise_id
         LEFT JOIN grassroots_unions g ON g.id = r.union_id LEFT JOIN people p ON p.id = r.officer_id
       WHERE s.due_on < $day AND r.opened_on <= $day AND (r.closed_on IS NULL OR r.closed_on > $day)
         AND (s.done_on IS NULL OR s.done_on > $day)
       UNION ALL
       SELECT 'assignment', a.id, a.duties, COALESCE(e.name, g.name, u.short_name), p.full_name, a.due_on
       FROM assignments a JOIN people p ON p.id = a.person_id LEFT JOIN units u ON u.id = a.unit_id
         LEFT JOIN enterprises e ON e.id = a.enterprise_id LEFT JOIN grassroots_unions g ON g.id = a.union_id
       WHERE a.due_on < $day AND (a.valid_from IS NULL OR a.valid_from <= $day)
         AND (a.valid_to IS NULL OR a.valid_to >= $day)
       ORDER BY dueOn, kind, id`,
    )
    .all({ day })
}
