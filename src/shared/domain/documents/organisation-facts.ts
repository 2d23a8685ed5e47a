import type { IsoDate } from '../../kit/dates.ts'
import type { DecisionKind, IssuerKind } from '../organisation/words.ts'

/** What documents say of committees, charges and commendations; null parts: the type does not speak of them. */
export interface OrganisationFact {
  /** The committee of the issuing unit on the day; null where there is none. */
  readonly committee: CommitteeFact | null
  /** People in charge of units below the issuing one, in the order of names. */
  readonly charges: readonly ChargeFact[]
  /** Proposed and awarded for the document's plan, in their order; those left out are not here. */
  readonly commendations: readonly CommendationFact[]
  /** Executive and inspection committee of the union the document recognises. */
  readonly unionOfficers: readonly UnionOfficerFact[]
}

export const NO_ORGANISATION: OrganisationFact = {
  committee: null,
  charges: [],
  commendations: [],
  unionOfficers: [],
}

export interface CommitteeFact {
  readonly name: string
  /** "giai đoạn 2023 - 2028"; null: that of the plan. */
  readonly period: string | null
  readonly issuerKind: IssuerKind
  readonly issuer: string | null
  readonly duties: string | null
  readonly regime: string | null
  /** What the newest decision did; null where none is written down. */
  readonly lastDecision: DecisionKind | null
  readonly members: readonly CommitteeMemberFact[]
}

export interface CommitteeMemberFact {
  readonly fullName: string
  readonly position: string
  readonly role: string
  readonly duties: string | null
  readonly areas: readonly string[]
}

export interface ChargeFact {
  readonly fullName: string
  readonly position: string
  readonly personUnit: string | null
  /** Name and code of each unit in their charge. */
  readonly units: readonly { readonly code: string; readonly name: string }[]
  /** The day all of it is to be done by; null where none or several are given. */
  readonly dueOn: IsoDate | null
  readonly duties: string | null
}

export interface CommendationFact {
  readonly kind: 'group' | 'person'
  /** Code of the unit; null for a person, a union or somebody the file does not know. */
  readonly unit: string | null
  readonly name: string
  readonly position: string | null
  readonly form: string | null
  readonly reason: string
}

export interface UnionOfficerFact {
  readonly body: 'executive' | 'inspection'
  readonly fullName: string
  readonly born: string | null
  readonly position: string | null
  readonly role: string
}
