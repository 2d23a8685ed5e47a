import { type EnterpriseFact, type ListFacts, NO_LISTS, type PersonFact } from '#shared/domain/documents/facts.ts'
import { subtreeOf, type UnitTree } from '#shared/domain/units/tree.ts'
import { fullOrganisationName } from '#shared/domain/wording/scope.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import type { DocumentType } from '../../documents/catalogue.ts'
import {
  type ListedPerson,
  readFoundedUnion,
  readListedEnterprises,
  readPeopleOn,
} from '../../db/queries/document-lists.ts'
import type { ReadStore } from '../../db/store.ts'
import type { SharedReads } from './shared-reads.ts'

export interface ListScope {
  readonly whole: UnitTree
  readonly scopeId: string
  readonly asOf: IsoDate
  readonly union: string | null
  readonly shortName: (unit: UnitTree['units'][number]) => string
  readonly share: SharedReads
}

/** The rows a type lists: enterprises, people or a union; nothing for a type that lists none. */
export function gatherLists(store: ReadStore, type: DocumentType, scope: ListScope): ListFacts {
  if (type.lists === undefined) return NO_LISTS
  const { whole, scopeId, asOf, share } = scope
  const below = new Set(subtreeOf(whole, scopeId).map((unit) => unit.id))
  const isRoot = whole.roots.some((root) => root.id === scopeId)
  // What is placed nowhere, or in a unit that is not there that day, belongs to the province.
  const belongs = (unitId: string | null): boolean =>
    unitId !== null && whole.byId.has(unitId) ? below.has(unitId) : isRoot
  const people = share(`people ${asOf}`, () => readPeopleOn(store, asOf))
  const personOf = (person: ListedPerson): PersonFact => {
    const unit = person.unitId === null ? undefined : whole.byId.get(person.unitId)
    return {
      fullName: person.fullName,
      position: person.position ?? '',
      unit: unit === undefined ? null : scope.shortName(unit),
      isOwn: person.unitId === scopeId,
    }
  }
  const byId = new Map(people.map((person) => [person.id, personOf(person)]))
  const childOf = childFinder(whole, scopeId)
  return {
    enterprises:
      type.lists === 'union'
        ? []
        : share(`enterprises ${asOf}`, () => readListedEnterprises(store, asOf))
            .filter((enterprise) => belongs(enterprise.unitId))
            .map((enterprise): EnterpriseFact => ({
              ...enterprise,
              unit: childOf(enterprise.unitId),
              hasUnion: enterprise.hasUnion === 1,
              isDifficult: enterprise.isDifficult === 1,
              officer: enterprise.officerId === null ? null : (byId.get(enterprise.officerId) ?? null),
            })),
    people: people.filter((person) => belongs(person.unitId)).map(personOf),
    union: type.lists === 'union' ? unionFact(store, scope) : null,
  }
}

/** Code of the direct child of the scope an enterprise's unit stands under. */
function childFinder(whole: UnitTree, scopeId: string): (unitId: string | null) => string | null {
  const codes = new Map<string, string>()
  for (const child of whole.childrenOf(scopeId))
    for (const unit of subtreeOf(whole, child.id)) codes.set(unit.id, child.code)
  return (unitId) => (unitId === null ? null : (codes.get(unitId) ?? null))
}

function unionFact(store: ReadStore, { whole, asOf, union }: ListScope): ListFacts['union'] {
  const row = readFoundedUnion(store, asOf, union)
  if (row === null) return null
  const unit = row.unitId === null ? undefined : whole.byId.get(row.unitId)
  return { ...row, unit: unit === undefined ? null : fullOrganisationName(unit.name) }
}
