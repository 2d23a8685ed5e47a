import type { TargetMove } from '#shared/domain/targets/inherit-targets.ts'
import type { DatedUnit } from '#shared/domain/units/dated-unit.ts'
import type { Relation } from '#shared/domain/units/organisation.ts'
import { groupBy } from '#shared/kit/group-by.ts'
import { asc } from '../orm.ts'
import { targetMoves, unitAliases, unitPasts, unitRelations, units } from '../schema/index.ts'
import type { ReadStore } from '../store.ts'

/** Every unit of the file with all it ever was, by id. */
export function readDatedUnits(store: Pick<ReadStore, 'db'>): ReadonlyMap<string, DatedUnit> {
  const pasts = groupBy(store.db.select().from(unitPasts).orderBy(asc(unitPasts.until)).all(), (row) => row.unitId)
  const aliases = groupBy(store.db.select().from(unitAliases).all(), (row) => row.unitId)
  return new Map(
    store.db
      .select()
      .from(units)
      .orderBy(asc(units.sortOrder), asc(units.sortKey))
      .all()
      .map(({ id, code, name, shortName, typeId, parentId, sortOrder, validFrom, validTo }) => [
        id,
        {
          id,
          code,
          name,
          shortName,
          typeId,
          parentId,
          sortOrder,
          validFrom,
          validTo,
          pasts: (pasts.get(id) ?? []).map((past) => ({
            until: past.until,
            name: past.name,
            shortName: past.shortName,
            typeId: past.typeId,
            parentId: past.parentId,
          })),
          aliases: (aliases.get(id) ?? []).map((row) => ({ name: row.alias, from: row.validFrom })),
        },
      ]),
  )
}

export type StoredRelation = typeof unitRelations.$inferSelect

/** In the order of their days, those of one day as they were written. */
export function readStoredRelations(store: Pick<ReadStore, 'db'>): StoredRelation[] {
  return store.db.select().from(unitRelations).orderBy(asc(unitRelations.onDate), asc(unitRelations.id)).all()
}

export function readRelations(store: Pick<ReadStore, 'db'>): Relation[] {
  return readStoredRelations(store).map(({ id, fromUnitId, toUnitId, kind, onDate, figures }) => ({
    id,
    fromId: fromUnitId,
    toId: toUnitId,
    kind,
    on: onDate,
    figures,
  }))
}

/** What splits gave of units' targets to others. */
export function readTargetMoves(store: Pick<ReadStore, 'db'>): TargetMove[] {
  return store.db
    .select()
    .from(targetMoves)
    .orderBy(asc(targetMoves.onDate), asc(targetMoves.id))
    .all()
    .map(({ planId, fromUnitId, toUnitId, indicatorId, assignerId, kind, value, onDate }) => ({
      on: onDate,
      planId,
      fromId: fromUnitId,
      toId: toUnitId,
      indicatorId,
      assignerId,
      kind,
      value,
    }))
}
