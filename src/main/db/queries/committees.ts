import type { DecisionKind, IssuerKind } from '#shared/domain/organisation/words.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import type { ReadStore } from '../store.ts'

type Store = Pick<ReadStore, 'sqlite'>

export interface StoredCommittee {
  readonly id: string
  readonly name: string
  readonly unitId: string
  readonly unit: string
  readonly unitName: string
  readonly level: string
  readonly issuerKind: IssuerKind
  readonly issuer: string | null
  readonly period: string | null
  readonly duties: string | null
  readonly regime: string | null
  readonly validFrom: IsoDate | null
  readonly validTo: IsoDate | null
  readonly note: string | null
}

/** Every committee, by name; lists put them in the order of their units. */
export function readCommittees({ sqlite }: Store): StoredCommittee[] {
  return sqlite
    .prepare<[], StoredCommittee>(
      `SELECT c.id, c.name, c.unit_id AS unitId, u.code AS unit, u.short_name AS unitName, t.level,
         c.issuer_kind AS issuerKind, c.issuer, c.period, c.duties, c.regime,
         c.valid_from AS validFrom, c.valid_to AS validTo, c.note
       FROM committees c JOIN units u ON u.id = c.unit_id JOIN unit_types t ON t.id = u.type_id
       ORDER BY c.sort_key, c.valid_from, c.id`,
    )
    .all()
}

export interface StoredMember {
  readonly id: string
  readonly committeeId: string
  readonly personId: string
  readonly person: string
  readonly position: string | null
  readonly personUnit: string | null
  readonly roleId: string
  readonly role: string
  readonly roleName: string
  readonly duties: string | null
  readonly sortOrder: number
  readonly validFrom: IsoDate | null
  readonly validTo: IsoDate | null
}

/** In the order a decision prints them: by role, then as they were placed. */
export function readCommitteeMembers({ sqlite }: Store, committeeId: string | null): StoredMember[] {
  return sqlite
    .prepare<{ id: string | null }, StoredMember>(
      `SELECT m.id, m.committee_id AS committeeId, m.person_id AS personId, p.full_name AS person,
         COALESCE(m.position, p.position) AS position, u.short_name AS personUnit,
         m.role_id AS roleId, r.code AS role, r.name AS roleName, m.duties, m.sort_order AS sortOrder,
         m.valid_from AS validFrom, m.valid_to AS validTo
       FROM committee_members m JOIN people p ON p.id = m.person_id JOIN committee_roles r ON r.id = m.role_id
         LEFT JOIN units u ON u.id = p.unit_id
       WHERE :id IS NULL OR m.committee_id = :id
       ORDER BY r.sort_order, m.sort_order, m.valid_from, p.sort_key, m.id`,
    )
    .all({ id: committeeId })
}

export interface StoredDecision {
  readonly id: string
  readonly committeeId: string
  readonly kind: DecisionKind
  readonly number: string | null
  readonly decidedOn: IsoDate
  readonly issuer: string | null
  readonly note: string | null
}

export function readCommitteeDecisions({ sqlite }: Store): StoredDecision[] {
  return sqlite
    .prepare<[], StoredDecision>(
      `SELECT id, committee_id AS committeeId, kind, number, decided_on AS decidedOn, issuer, note
       FROM committee_decisions ORDER BY decided_on, id`,
    )
    .all()
}
