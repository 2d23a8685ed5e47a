import type { Output } from '#shared/contract/index.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { countPlacedEnterprises } from '../../db/queries/survey-counts.ts'
import { readUnions } from '../../db/queries/unions.ts'
import { readUnitTree } from '../../db/queries/unit-tree.ts'
import type { ReadStore } from '../../db/store.ts'

type Counts = Output<'units.counts'>[number]

/** Enterprises and unions placed in each unit of a day and in everything below it. */
export function countHoldings(store: ReadStore, asOf: IsoDate): Counts[] {
  const { tree } = readUnitTree(store, asOf)
  const placed = new Map(countPlacedEnterprises(store, asOf).map((row) => [row.unitId, row.enterprises]))
  const unions = new Map<string, { unions: number; members: number }>()
  for (const union of readUnions(store, asOf)) {
    const isThere =
      (union.foundedOn === null || union.foundedOn <= asOf) && (union.endedOn === null || union.endedOn > asOf)
    if (union.unit === null || !isThere) continue
    const before = unions.get(union.unit) ?? { unions: 0, members: 0 }
    unions.set(union.unit, { unions: before.unions + 1, members: before.members + (union.members ?? 0) })
  }
  const counts = new Map<string, Counts>()
  // Parents stand before their children, so backwards every child is ready before its parent.
  for (const unit of tree.units.toReversed()) {
    const own = unions.get(unit.code) ?? { unions: 0, members: 0 }
    const sum: Counts = { unit: unit.code, enterprises: placed.get(unit.id) ?? 0, ...own }
    for (const child of tree.childrenOf(unit.id)) {
      const below = counts.get(child.id)
      sum.enterprises += below?.enterprises ?? 0
      sum.unions += below?.unions ?? 0
      sum.members += below?.members ?? 0
    }
    counts.set(unit.id, sum)
  }
  return tree.units.flatMap((unit) => counts.get(unit.id) ?? [])
}
