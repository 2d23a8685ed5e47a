import type { RegistryCounts, RegistryFact } from '#shared/domain/documents/facts.ts'
import { subtreeOf, type UnitTree } from '#shared/domain/units/tree.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { type PlacedCounts, readRegistryCounts } from '../../db/queries/registry-counts.ts'
import type { ReadStore } from '../../db/store.ts'
import type { SharedReads } from './shared-reads.ts'

export interface GatheredRegistry {
  readonly fact: RegistryFact | null
  readonly ofUnit: (unitId: string) => RegistryCounts | null
}

/**
 * Enterprises by unit: those placed in it and in everything below it. What is placed nowhere, or in a unit
 * that is not there that day, counts for the province alone.
 */
export function gatherRegistry(
  store: ReadStore,
  tree: UnitTree,
  scopeId: string,
  threshold: number,
  day: IsoDate,
  share: SharedReads,
): GatheredRegistry {
  const placed = share(`registry ${threshold} ${day}`, () => readRegistryCounts(store, threshold, day))
  const byUnit = new Map(placed.map((counts) => [counts.unitId, counts]))
  const under = (unitId: string): PlacedCounts[] => subtreeOf(tree, unitId).flatMap((unit) => byUnit.get(unit.id) ?? [])
  const isRoot = tree.roots.some((root) => root.id === scopeId)
  const homeless = isRoot ? placed.filter((counts) => counts.unitId === null || !tree.byId.has(counts.unitId)) : []
  const own = [...under(scopeId), ...homeless]
  const counts = sum(own, threshold)
  const surveyedOn = own.reduce((latest, entry) => (entry.surveyedOn > latest ? entry.surveyedOn : latest), '')
  return {
    fact: counts === null ? null : { surveyedOn, counts },
    ofUnit: (unitId) => sum(under(unitId), threshold),
  }
}

function sum(placed: readonly PlacedCounts[], threshold: number): RegistryCounts | null {
  if (placed.length === 0) return null
  const total = (field: Exclude<keyof PlacedCounts, 'unitId' | 'surveyedOn'>): number =>
    placed.reduce((all, counts) => all + counts[field], 0)
  return {
    enterprises: total('enterprises'),
    workers: total('workers'),
    members: total('members'),
    nonMembers: total('nonMembers'),
    withUnion: total('withUnion'),
    threshold,
    atLeast: total('atLeast'),
    atLeastWithoutUnion: total('atLeastWithoutUnion'),
  }
}
