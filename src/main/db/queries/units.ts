import { asc } from '../orm.ts'
import type { UnitRow, UnitTypeRow } from '#shared/contract/units.ts'
import { describeFate } from '#shared/domain/units/fate.ts'
import { isValidOn, type IsoDate } from '#shared/kit/dates.ts'
import { unitAliases, unitRelations, units, unitTypes } from '../schema/index.ts'
import type { ReadStore } from '../store.ts'

export function readUnitTypes(store: Pick<ReadStore, 'db'>): UnitTypeRow[] {
  return store.db.select().from(unitTypes).orderBy(asc(unitTypes.sortOrder)).all()
}

/** Units valid on a day (all when null): parents before children, siblings by sort_order, then Vietnamese order. */
export function readUnits(store: Pick<ReadStore, 'db'>, asOf: IsoDate | null): UnitRow[] {
  const rows = store.db.select().from(units).orderBy(asc(units.sortOrder), asc(units.sortKey)).all()
  const typeById = new Map(readUnitTypes(store).map((type) => [type.id, type]))
  const rowById = new Map(rows.map((row) => [row.id, row]))
  const aliases = groupBy(store.db.select().from(unitAliases).all(), (row) => row.unitId)
  const relations = groupBy(store.db.select().from(unitRelations).all(), (row) => row.fromUnitId)
  const children = groupBy(rows, (row) => row.parentId ?? '')

  const ordered: UnitRow[] = []
  const visit = (parentId: string): void => {
    for (const row of children.get(parentId) ?? []) {
      const type = typeById.get(row.typeId)
      if (asOf === null || isValidOn(asOf, row.validFrom, row.validTo))
        ordered.push({
          id: row.id,
          code: row.code,
          name: row.name,
          shortName: row.shortName,
          type: type?.code ?? '',
          typeName: type?.name ?? '',
          parent: row.parentId === null ? null : (rowById.get(row.parentId)?.code ?? null),
          sortOrder: row.sortOrder,
          validFrom: row.validFrom,
          validTo: row.validTo,
          note: row.note,
          aliases: (aliases.get(row.id) ?? []).map((entry) => entry.alias),
          fate: (relations.get(row.id) ?? []).map((relation) =>
            describeFate({
              ...relation,
              toName: relation.toUnitId === null ? null : (rowById.get(relation.toUnitId)?.name ?? null),
            }),
          ),
        })
      visit(row.id)
    }
  }
  visit('')
  return ordered
}

export function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}
