import type { DatedUnit } from '#shared/domain/units/dated-unit.ts'
import {
  asTreeUnit,
  closedUnits,
  planTreeOn,
  type PresentDays,
  presentTree,
  type Takeover,
  takeoversIn,
  treeOn,
} from '#shared/domain/units/organisation.ts'
import type { TreeUnit, TreeUnitType, UnitTree } from '#shared/domain/units/tree.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { unitTypes } from '../schema/index.ts'
import { rememberFacts } from '../remembered.ts'
import type { ReadStore } from '../store.ts'
import { readDatedUnits, readRelations } from './dated-units.ts'

export interface DatedTree {
  readonly tree: UnitTree
  readonly types: readonly TreeUnitType[]
  /** Every unit of the file as it stood on the day, whenever it was valid. */
  readonly all: readonly TreeUnit[]
}

/** A tree that figures of a plan are counted in. */
export interface PlanTree extends DatedTree {
  readonly takeovers: readonly Takeover[]
  readonly dated: ReadonlyMap<string, DatedUnit>
}

/** The units as they stood on a day, for rules. */
export function readUnitTree(store: Pick<ReadStore, 'db'>, on: IsoDate): DatedTree {
  const types = readTreeTypes(store)
  const dated = readDatedUnits(store)
  return {
    tree: treeOn(dated.values(), types, on),
    types,
    all: [...dated.values()].map((unit) => asTreeUnit(unit, on)),
  }
}

/**
 * The same for the figures of a plan: with the closed rows of units that ended since it began and kept theirs, and
 * with who counts what others reported before they were taken over.
 */
export function readPlanTree(store: Pick<ReadStore, 'db' | 'sqlite'>, on: IsoDate, planFrom: IsoDate): PlanTree {
  const types = readTreeTypes(store)
  const dated = rememberFacts(store.sqlite, 'dated units', () => readDatedUnits(store))
  const relations = rememberFacts(store.sqlite, 'relations', () => readRelations(store))
  const closed = new Map(closedUnits(dated, relations, on, planFrom).map((unit) => [unit.id, unit]))
  const named = new Map(
    [...dated].map(([id, unit]) => [id, closed.has(id) ? { ...unit, name: closedName(unit) } : unit] as const),
  )
  const tree = planTreeOn(closed.size === 0 ? dated : named, relations, types, on, planFrom)
  return {
    tree,
    types,
    all: [...dated.values()].map((unit) => asTreeUnit(unit, on)),
    takeovers: takeoversIn(dated, relations, tree),
    dated,
  }
}

/** The units as they are on a later day, ready to take the figures of an earlier one (see `presentTree`). */
export function readPresentTree(store: Pick<ReadStore, 'db' | 'sqlite'>, days: PresentDays): PlanTree {
  const types = readTreeTypes(store)
  const dated = rememberFacts(store.sqlite, 'dated units', () => readDatedUnits(store))
  const relations = rememberFacts(store.sqlite, 'relations', () => readRelations(store))
  const { closed } = presentTree(dated, relations, types, days)
  const ids = new Set(closed.map(({ id }) => id))
  const named = new Map(
    [...dated].map(([id, unit]) => [id, ids.has(id) ? { ...unit, name: closedName(unit) } : unit] as const),
  )
  const { tree } = presentTree(named, relations, types, days)
  return {
    tree,
    types,
    all: [...dated.values()].map((unit) => asTreeUnit(unit, days.shownOn)),
    takeovers: takeoversIn(dated, relations, tree),
    dated,
  }
}

/** A row of the past has to say so: "LĐLĐ huyện A (đến 30/6/2025)". */
function closedName({ name, validTo }: DatedUnit): string {
  return validTo === null ? name : `${name} (đến ${formatDate(validTo)})`
}

function readTreeTypes(store: Pick<ReadStore, 'db'>): TreeUnitType[] {
  return store.db
    .select({
      id: unitTypes.id,
      code: unitTypes.code,
      groupTitle: unitTypes.groupTitle,
      sortOrder: unitTypes.sortOrder,
    })
    .from(unitTypes)
    .all()
}
