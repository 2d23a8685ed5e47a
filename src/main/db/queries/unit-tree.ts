import { buildUnitTree, type TreeUnit, type TreeUnitType, type UnitTree } from '#shared/domain/units/tree.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { units, unitTypes } from '../schema/index.ts'
import type { ReadStore } from '../store.ts'

export interface DatedTree {
  readonly tree: UnitTree
  readonly types: readonly TreeUnitType[]
  /** Every unit of the file, whenever it was valid. */
  readonly all: readonly TreeUnit[]
}

/** The units as they stood on a day, for rules. */
export function readUnitTree(store: Pick<ReadStore, 'db'>, on: IsoDate): DatedTree {
  const types = store.db
    .select({
      id: unitTypes.id,
      code: unitTypes.code,
      groupTitle: unitTypes.groupTitle,
      sortOrder: unitTypes.sortOrder,
    })
    .from(unitTypes)
    .all()
  const all = store.db
    .select({
      id: units.id,
      code: units.code,
      name: units.name,
      typeId: units.typeId,
      parentId: units.parentId,
      sortOrder: units.sortOrder,
      validFrom: units.validFrom,
      validTo: units.validTo,
    })
    .from(units)
    .all()
  return { tree: buildUnitTree(all, types, on), types, all }
}
