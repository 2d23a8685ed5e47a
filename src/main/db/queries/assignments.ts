import type { AssignmentRole } from '#shared/domain/organisation/words.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import type { ReadStore } from '../store.ts'

type Store = Pick<ReadStore, 'sqlite'>

export interface StoredAssignment {
  readonly id: string
  readonly personId: string
  readonly person: string
  readonly position: string | null
  readonly personUnit: string | null
  readonly personFrom: IsoDate | null
  readonly personTo: IsoDate | null
  readonly unitId: string | null
  /** Of the unit itself, or the one the enterprise or union is placed in. */
  readonly unit: string | null
  readonly unitName: string | null
  readonly enterpriseId: string | null
  readonly enterprise: string | null
  readonly taxCode: string | null
  readonly unionId: string | null
  readonly union: string | null
  readonly unionEndedOn: IsoDate | null
  readonly committeeId: string | null
  readonly committee: string | null
  readonly role: AssignmentRole
  readonly duties: string | null
  readonly validFrom: IsoDate | null
  readonly validTo: IsoDate | null
  readonly dueOn: IsoDate | null
  readonly decisionNumber: string | null
  readonly decisionOn: IsoDate | null
  readonly note: string | null
}

export interface AssignmentScope {
  readonly person: string | null
  readonly enterprise: string | null
  readonly union: string | null
  readonly committee: string | null
}

/** Charges by the person's given name: units first, then enterprises, then unions. */
export function readAssignments({ sqlite }: Store, scope: AssignmentScope): StoredAssignment[] {
  return sqlite
    .prepare<AssignmentScope, StoredAssignment>(
      `SELECT a.id, a.person_id AS personId, p.full_name AS person, p.position, pu.short_name AS personUnit,
         p.valid_from AS personFrom, p.valid_to AS personTo,
         COALESCE(a.unit_id, e.unit_id, g.unit_id) AS unitId, u.code AS unit, u.short_name AS unitName,
         a.enterprise_id AS enterpriseId, e.name AS enterprise, e.tax_code AS taxCode,
         a.union_id AS unionId, g.name AS "union", g.ended_on AS unionEndedOn,
         a.committee_id AS committeeId, c.name AS committee, a.role, a.duties,
         a.valid_from AS validFrom, a.valid_to AS validTo, a.due_on AS dueOn,
         a.decision_number AS decisionNumber, a.decision_on AS decisionOn, a.note
       FROM assignments a JOIN people p ON p.id = a.person_id
         LEFT JOIN units pu ON pu.id = p.unit_id
         LEFT JOIN enterprises e ON e.id = a.enterprise_id
         LEFT JOIN grassroots_unions g ON g.id = a.union_id
         LEFT JOIN units u ON u.id = COALESCE(a.unit_id, e.unit_id, g.unit_id)
         LEFT JOIN committees c ON c.id = a.committee_id
       WHERE (:person IS NULL OR a.person_id = :person)
         AND (:enterprise IS NULL OR a.enterprise_id = :enterprise)
         AND (:union IS NULL OR a.union_id = :union)
         AND (:committee IS NULL OR a.committee_id = :committee)
       ORDER BY p.sort_key, p.id, a.unit_id IS NULL, a.enterprise_id IS NULL, u.sort_order,
         COALESCE(e.sort_key, g.sort_key), a.valid_from, a.id`,
    )
    .all(scope)
}

export interface StoredCollaborator {
  readonly id: string
  readonly fullName: string
  readonly kind: 'collaborator' | 'volunteer' | 'core'
  readonly unit: string | null
  readonly unitName: string | null
  readonly enterpriseId: string | null
  readonly enterprise: string | null
  readonly taxCode: string | null
  readonly position: string | null
  readonly phone: string | null
  readonly validFrom: IsoDate | null
  readonly validTo: IsoDate | null
  readonly note: string | null
}

export function readCollaborators({ sqlite }: Store): StoredCollaborator[] {
  return sqlite
    .prepare<[], StoredCollaborator>(
      `SELECT k.id, k.full_name AS fullName, k.kind, u.code AS unit, u.short_name AS unitName,
         k.enterprise_id AS enterpriseId, e.name AS enterprise, e.tax_code AS taxCode, k.position, k.phone,
         k.valid_from AS validFrom, k.valid_to AS validTo, k.note
       FROM collaborators k LEFT JOIN enterprises e ON e.id = k.enterprise_id
         LEFT JOIN units u ON u.id = COALESCE(k.unit_id, e.unit_id)
       ORDER BY k.sort_key, k.id`,
    )
    .all()
}
