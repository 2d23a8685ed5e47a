import {
  NO_ORGANISATION,
  type ChargeFact,
  type CommitteeFact,
  type OrganisationFact,
} from '#shared/domain/documents/organisation-facts.ts'
import { isValidOn, type IsoDate } from '#shared/kit/dates.ts'
import { groupBy } from '#shared/kit/group-by.ts'
import { readCommendations, readUnionOfficers } from '../../db/queries/remedies.ts'
import type { ReadStore } from '../../db/store.ts'
import { readAssignmentRows } from '../organisation/assignments.ts'
import { readCommitteeRows } from '../organisation/committees.ts'

type Store = Pick<ReadStore, 'db' | 'sqlite'>

export interface OrganisationScope {
  readonly type: string
  readonly plan: string
  /** Code of the issuing unit, and those of everything below it. */
  readonly unit: string
  readonly below: ReadonlySet<string>
  readonly asOf: IsoDate
  /** Id of the union the document speaks of. */
  readonly union: string | null
}

/** Which part each type speaks of; the others read nothing. */
const PARTS: Readonly<Record<string, keyof OrganisationFact>> = {
  'quyet-dinh-ban-chi-dao': 'committee',
  'to-trinh-ban-chi-dao': 'committee',
  'thong-bao-phan-cong': 'charges',
  'to-trinh-khen-thuong': 'commendations',
  'quyet-dinh-khen-thuong': 'commendations',
  'quyet-dinh-cong-nhan-cdcs': 'unionOfficers',
}

export function gatherOrganisation(store: Store, scope: OrganisationScope): OrganisationFact {
  switch (PARTS[scope.type]) {
    case 'committee':
      return { ...NO_ORGANISATION, committee: committeeOf(store, scope) }
    case 'charges':
      return { ...NO_ORGANISATION, charges: chargesIn(store, scope) }
    case 'commendations':
      return { ...NO_ORGANISATION, commendations: commendationsOf(store, scope) }
    case 'unionOfficers':
      return { ...NO_ORGANISATION, unionOfficers: scope.union === null ? [] : officersOf(store, scope.union, scope) }
    default:
      return NO_ORGANISATION
  }
}

/** The unit's committee on the day; of several the one founded last. */
function committeeOf(store: Store, { unit, asOf }: OrganisationScope): CommitteeFact | null {
  const row = readCommitteeRows(store, asOf)
    .filter((one) => one.unit === unit && one.active)
    .toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1))
    .at(-1)
  if (row === undefined) return null
  const decided = row.decisions.filter(({ decidedOn }) => decidedOn <= asOf)
  return {
    name: row.name,
    period: row.period,
    issuerKind: row.issuerKind,
    issuer: row.issuer,
    duties: row.duties,
    regime: row.regime,
    lastDecision: decided.at(-1)?.kind ?? null,
    members: row.members.map((member) => ({
      fullName: member.person,
      position: member.position ?? '',
      role: member.roleName,
      duties: member.duties,
      areas: member.areas.map(({ name }) => name),
    })),
  }
}

/** Charges of units; whose enterprises are looked after stands with the enterprises themselves. */
function chargesIn(store: Store, { below, asOf }: OrganisationScope): ChargeFact[] {
  const rows = readAssignmentRows(store, asOf, { person: null, enterprise: null, union: null, committee: null }).filter(
    ({ state, unit }) => state === 'current' && unit !== null && below.has(unit),
  )
  return [...groupBy(rows, (row) => row.personId).values()].flatMap((own): ChargeFact[] => {
    const [first] = own
    if (first === undefined) return []
    const due = new Set(own.map(({ dueOn }) => dueOn))
    const duties = own.flatMap((row) => (row.duties === null ? [] : [row.duties]))
    return [
      {
        fullName: first.person,
        position: first.position ?? '',
        personUnit: first.personUnit,
        units: own.flatMap((row) =>
          row.subject === 'unit' && row.unit !== null && row.unitName !== null
            ? [{ code: row.unit, name: row.unitName }]
            : [],
        ),
        dueOn: due.size === 1 ? (first.dueOn ?? null) : null,
        duties: [...new Set(duties)].join('; ') || null,
      },
    ]
  })
}

function commendationsOf(store: Store, { plan }: OrganisationScope): OrganisationFact['commendations'] {
  return readCommendations(store, plan)
    .filter(({ state }) => state !== 'excluded' && state !== 'refused')
    .map(({ kind, unit, name, position, formName, reason }) => ({
      kind,
      unit,
      name,
      position,
      form: formName,
      reason: reason ?? '',
    }))
}

function officersOf(store: Store, union: string, { asOf }: OrganisationScope): OrganisationFact['unionOfficers'] {
  return readUnionOfficers(store, union)
    .filter(({ validFrom, validTo }) => isValidOn(asOf, validFrom, validTo) || validFrom === null)
    .map(({ body, fullName, born, position, role }) => ({ body, fullName, born, position, role }))
}
