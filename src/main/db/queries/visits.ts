import type { FollowUpState, VisitState } from '#shared/domain/organisation/words.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import type { ReadStore } from '../store.ts'

type Store = Pick<ReadStore, 'sqlite'>

export interface StoredVisit {
  readonly id: string
  readonly onDate: IsoDate
  readonly unit: string | null
  readonly unitName: string | null
  readonly enterpriseId: string | null
  readonly enterprise: string | null
  readonly taxCode: string | null
  readonly subjectName: string
  readonly committeeId: string | null
  readonly committee: string | null
  readonly leaderId: string | null
  readonly leader: string | null
  readonly title: string | null
  readonly hosts: string | null
  readonly state: VisitState
  readonly situation: string | null
  readonly strengths: string | null
  readonly difficulties: string | null
  readonly causes: string | null
  readonly solutions: string | null
  readonly conclusion: string | null
  readonly note: string | null
}

/** Newest first. */
export function readVisits({ sqlite }: Store): StoredVisit[] {
  return sqlite
    .prepare<[], StoredVisit>(
      `SELECT v.id, v.on_date AS onDate, u.code AS unit, u.short_name AS unitName,
         v.enterprise_id AS enterpriseId, e.name AS enterprise, e.tax_code AS taxCode,
         COALESCE(e.name, u.name) AS subjectName,
         v.committee_id AS committeeId, c.name AS committee, v.leader_id AS leaderId, p.full_name AS leader,
         v.title, v.hosts, v.state, v.situation, v.strengths, v.difficulties, v.causes, v.solutions, v.conclusion, v.note
       FROM visits v LEFT JOIN enterprises e ON e.id = v.enterprise_id
         LEFT JOIN units u ON u.id = COALESCE(v.unit_id, e.unit_id)
         LEFT JOIN committees c ON c.id = v.committee_id LEFT JOIN people p ON p.id = v.leader_id
       ORDER BY v.on_date DESC, v.id DESC`,
    )
    .all()
}

export function readVisitPeople({ sqlite }: Store): { visitId: string; id: string; name: string }[] {
  return sqlite
    .prepare<[], { visitId: string; id: string; name: string }>(
      `SELECT w.visit_id AS visitId, p.id, p.full_name AS name FROM visit_people w JOIN people p ON p.id = w.person_id
       ORDER BY w.visit_id, w.id`,
    )
    .all()
}

export interface StoredFollowUp {
  readonly id: string
  readonly visitId: string
  readonly visitOn: IsoDate
  readonly visitName: string
  /** Unit of the visit, or the one its enterprise is placed in. */
  readonly visitUnit: string | null
  readonly content: string
  readonly personId: string | null
  readonly person: string | null
  readonly unit: string | null
  readonly unitName: string | null
  readonly dueOn: IsoDate | null
  readonly state: FollowUpState
  readonly doneOn: IsoDate | null
  readonly result: string | null
}

/** By the visit they come from, as they were written down. */
export function readFollowUps({ sqlite }: Store): StoredFollowUp[] {
  return sqlite
    .prepare<[], StoredFollowUp>(
      `SELECT f.id, f.visit_id AS visitId, v.on_date AS visitOn, COALESCE(e.name, vu.short_name) AS visitName,
         vu.code AS visitUnit, f.content, f.person_id AS personId, p.full_name AS person,
         u.code AS unit, u.short_name AS unitName, f.due_on AS dueOn, f.state, f.done_on AS doneOn, f.result
       FROM visit_followups f JOIN visits v ON v.id = f.visit_id
         LEFT JOIN enterprises e ON e.id = v.enterprise_id LEFT JOIN units vu ON vu.id = COALESCE(v.unit_id, e.unit_id)
         LEFT JOIN people p ON p.id = f.person_id LEFT JOIN units u ON u.id = f.unit_id
       ORDER BY v.on_date DESC, f.visit_id, f.id`,
    )
    .all()
}
