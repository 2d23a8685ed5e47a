import { allUnits, type DocumentFacts } from './facts.ts'

/**
 * What a document of the province says of one of its units: the same figures, letterhead and date, only the unit's own
 * rows. Null for a unit the document does not list.
 */
export function extractFacts(facts: DocumentFacts, code: string): DocumentFacts | null {
  const [listed] = allUnits(facts).filter(({ unit }) => unit.code === code)
  if (listed === undefined) return null
  return {
    ...facts,
    extractOf: listed.unit,
    groups: facts.groups.flatMap((group) =>
      group.units.includes(listed) ? [{ ...group, units: [listed], measures: listed.measures }] : [],
    ),
    total: listed.measures,
    lists: { ...facts.lists, enterprises: facts.lists.enterprises.filter(({ unit }) => unit === code) },
  }
}
