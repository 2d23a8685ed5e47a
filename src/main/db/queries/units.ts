import { asc } from '../orm.ts'
import type { UnitRow, UnitTypeRow } from '#shared/contract/units.ts'
import { sortKey } from '#shared/domain/text/sort-key.ts'
import { type DatedUnit, isActive, standingOn } from '#shared/domain/units/dated-unit.ts'
import { describeFate, describeRename } from '#shared/domain/units/fate.ts'
import { addDays, type IsoDate } from '#shared/kit/dates.ts'
import { groupBy } from '#shared/kit/group-by.ts'
import { units, unitTypes } from '../schema/index.ts'
import type { ReadStore } from '../store.ts'
import { readDatedUnits, readStoredRelations, type StoredRelation } from './dated-units.ts'

export function readUnitTypes(store: Pick<ReadStore, 'db'>): UnitTypeRow[] {
  return store.db.select().from(unitTypes).orderBy(asc(unitTypes.sortOrder)).all()
}

/**
 * Units valid on a day (all when null), named and placed as on that day (as they are last when null): parents before
 * children, siblings by sort_order, then Vietnamese order.
 */
export function readUnits(store: Pick<ReadStore, 'db'>, asOf: IsoDate | null): UnitRow[] {
  const dated = readDatedUnits(store)
  const typeById = new Map(readUnitTypes(store).map((type) => [type.id, type]))
  const notes = new Map(
    store.db
      .select({ id: units.id, note: units.note })
      .from(units)
      .all()
      .map((row) => [row.id, row.note]),
  )
  const relations = groupBy(readStoredRelations(store), (row) => row.fromUnitId)
  const stood = [...dated.values()].map((unit) => ({ unit, as: asOf === null ? unit : standingOn(unit, asOf) }))
  const children = groupBy(stood.toSorted(byOrder), ({ as }) => as.parentId ?? '')

  const ordered: UnitRow[] = []
  const visit = (parentId: string): void => {
    for (const { unit, as } of children.get(parentId) ?? []) {
      const type = typeById.get(as.typeId)
      if (asOf === null || isActive(unit, asOf))
        ordered.push({
          id: unit.id,
          code: unit.code,
          name: as.name,
          shortName: as.shortName,
          type: type?.code ?? '',
          typeName: type?.name ?? '',
          parent: as.parentId === null ? null : (dated.get(as.parentId)?.code ?? null),
          sortOrder: unit.sortOrder,
          validFrom: unit.validFrom,
          validTo: unit.validTo,
          note: notes.get(unit.id) ?? null,
          aliases: unit.aliases.flatMap(({ name, from }) =>
            asOf === null || from === null || from <= asOf ? [name] : [],
          ),
          fate: (relations.get(unit.id) ?? []).map((relation) => tellFate(unit, relation, dated)),
        })
      visit(unit.id)
    }
  }
  visit('')
  return ordered
}

function byOrder(a: Stood, b: Stood): number {
  if (a.unit.sortOrder !== b.unit.sortOrder) return a.unit.sortOrder - b.unit.sortOrder
  const [left, right] = [sortKey(a.as.name), sortKey(b.as.name)]
  return left < right ? -1 : left > right ? 1 : 0
}

interface Stood {
  readonly unit: DatedUnit
  readonly as: Pick<DatedUnit, 'name'>
}

/** What became of a unit, with the names of the day it happened. */
export function tellFate(unit: DatedUnit, relation: StoredRelation, dated: ReadonlyMap<string, DatedUnit>): string {
  const { kind, onDate, decision, toUnitId } = relation
  const to = toUnitId === null ? undefined : dated.get(toUnitId)
  if (kind === 'rename' && toUnitId === unit.id) {
    const oldName = standingOn(unit, addDays(onDate, -1)).name
    return describeRename({ onDate, decision, oldName, newName: standingOn(unit, onDate).name })
  }
  return describeFate({ kind, onDate, decision, toName: to === undefined ? null : standingOn(to, onDate).name })
}
