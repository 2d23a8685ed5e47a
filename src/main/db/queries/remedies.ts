import type { CommendationState, Outcome, RemedyKind } from '#shared/domain/organisation/words.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import type { ReadStore } from '../store.ts'

type Store = Pick<ReadStore, 'sqlite'>

export interface StoredRemedy {
  readonly id: string
  readonly kind: RemedyKind
  readonly enterpriseId: string | null
  readonly enterprise: string | null
  readonly taxCode: string | null
  readonly unionId: string | null
  readonly union: string | null
  readonly subjectName: string
  readonly unit: string | null
  readonly unitName: string | null
  readonly openedOn: IsoDate
  readonly causes: string | null
  readonly plan: string | null
  readonly officerId: string | null
  readonly officer: string | null
  readonly dueOn: IsoDate | null
  readonly reportedOn: IsoDate | null
  readonly closedOn: IsoDate | null
  readonly outcome: Outcome | null
  readonly result: string | null
  readonly note: string | null
}

/** Open ones first, by the day they are due. */
export function readRemedies({ sqlite }: Store): StoredRemedy[] {
  return sqlite
    .prepare<[], StoredRemedy>(
      `SELECT r.id, r.kind, r.enterprise_id AS enterpriseId, e.name AS enterprise, e.tax_code AS taxCode,
         r.union_id AS unionId, g.name AS "union", COALESCE(e.name, g.name) AS subjectName,
         u.code AS unit, u.short_name AS unitName, r.opened_on AS openedOn, r.causes, r.plan,
         r.officer_id AS officerId, p.full_name AS officer, r.due_on AS dueOn, r.reported_on AS reportedOn,
         r.closed_on AS closedOn, r.outcome, r.result, r.note
       FROM remedies r LEFT JOIN enterprises e ON e.id = r.enterprise_id
         LEFT JOIN grassroots_unions g ON g.id = r.union_id
         LEFT JOIN units u ON u.id = COALESCE(e.unit_id, g.unit_id) LEFT JOIN people p ON p.id = r.officer_id
       ORDER BY r.closed_on IS NOT NULL, r.due_on IS NULL, r.due_on, COALESCE(e.sort_key, g.sort_key), r.id`,
    )
    .all()
}

export interface StoredStep {
  readonly id: string
  readonly remedyId: string
  readonly content: string
  readonly dueOn: IsoDate | null
  readonly doneOn: IsoDate | null
  readonly result: string | null
  readonly sortOrder: number
}

export function readRemedySteps({ sqlite }: Store): StoredStep[] {
  return sqlite
    .prepare<[], StoredStep>(
      `SELECT id, remedy_id AS remedyId, content, due_on AS dueOn, done_on AS doneOn, result, sort_order AS sortOrder
       FROM remedy_steps ORDER BY remedy_id, sort_order, id`,
    )
    .all()
}

export interface StoredCommendation {
  readonly id: string
  readonly plan: string
  readonly asOf: IsoDate | null
  readonly kind: 'group' | 'person'
  readonly unit: string | null
  readonly unitName: string | null
  readonly unionId: string | null
  readonly union: string | null
  readonly personId: string | null
  readonly name: string
  readonly position: string | null
  readonly form: string | null
  readonly formName: string | null
  readonly reason: string | null
  readonly rank: number | null
  readonly state: CommendationState
  readonly exclusion: string | null
  readonly source: 'ranking' | 'hand'
  readonly decisionNumber: string | null
  readonly decisionOn: IsoDate | null
  readonly amount: number | null
  readonly note: string | null
}

/** Of one plan or of all: groups before people, who is proposed before who is left out, by rank. */
export function readCommendations({ sqlite }: Store, plan: string | null): StoredCommendation[] {
  return sqlite
    .prepare<{ plan: string | null }, StoredCommendation>(
      `SELECT c.id, pl.code AS plan, c.as_of AS asOf, c.kind, u.code AS unit, u.short_name AS unitName,
         c.union_id AS unionId, g.name AS "union", c.person_id AS personId, c.name, c.position,
         f.code AS form, f.name AS formName, c.reason, c.rank, c.state, c.exclusion, c.source,
         c.decision_number AS decisionNumber, c.decision_on AS decisionOn, c.amount, c.note
       FROM commendations c JOIN plans pl ON pl.id = c.plan_id LEFT JOIN units u ON u.id = c.unit_id
         LEFT JOIN grassroots_unions g ON g.id = c.union_id LEFT JOIN commendation_forms f ON f.id = c.form_id
       WHERE :plan IS NULL OR pl.code = :plan
       ORDER BY pl.from_date DESC, pl.code, c.kind, c.state = 'excluded', c.state = 'refused', c.rank IS NULL, c.rank,
         u.sort_order, c.name_folded, c.id`,
    )
    .all({ plan })
}

export interface StoredUnionOfficer {
  readonly id: string
  readonly unionId: string
  readonly body: 'executive' | 'inspection'
  readonly fullName: string
  readonly born: string | null
  readonly position: string | null
  readonly role: string
  readonly sortOrder: number
  readonly validFrom: IsoDate | null
  readonly validTo: IsoDate | null
  readonly note: string | null
}

export function readUnionOfficers({ sqlite }: Store, unionId: string): StoredUnionOfficer[] {
  return sqlite
    .prepare<[string], StoredUnionOfficer>(
      `SELECT id, union_id AS unionId, body, full_name AS fullName, born, position, role, sort_order AS sortOrder,
         valid_from AS validFrom, valid_to AS validTo, note
       FROM union_officers WHERE union_id = ? ORDER BY body, sort_order, id`,
    )
    .all(unionId)
}
