import { type IsoDate, isValidOn } from '../../kit/dates.ts'
import { groupBy } from '../../kit/group-by.ts'

/** A unit as far as its place in the tree is concerned. */
export interface TreeUnit {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly typeId: string
  readonly parentId: string | null
  readonly sortOrder: number
  readonly validFrom: IsoDate | null
  readonly validTo: IsoDate | null
}

export interface TreeUnitType {
  readonly id: string
  readonly code: string
  /** Title of the group row: "Liên đoàn Lao động huyện, thị xã, thành phố". */
  readonly groupTitle: string
  readonly sortOrder: number
}

/**
 * The units as they stood on one day. A unit is in the tree when it and all above it are valid that day:
 * a grassroots union left under a district that ended is in `detached`, so that nobody loses it silently.
 */
export interface UnitTree<U extends TreeUnit = TreeUnit> {
  readonly on: IsoDate
  /** Parents before children, siblings in official order. */
  readonly units: readonly U[]
  readonly roots: readonly U[]
  readonly detached: readonly U[]
  readonly byId: ReadonlyMap<string, U>
  readonly childrenOf: (id: string) => readonly U[]
  /** 0 for a root. */
  readonly depthOf: (id: string) => number
  /** Place of a unit in `units`; tables of many columns are kept by it, not by id. */
  readonly placeOf: (id: string) => number | undefined
  /** By place, the places of its children. */
  readonly childPlaces: readonly (readonly number[])[]
  /** By place. */
  readonly depths: readonly number[]
}

/** Children of one type beside each other, in the order of unit types. */
export interface UnitGroup<U extends TreeUnit = TreeUnit> {
  readonly type: TreeUnitType
  readonly units: readonly U[]
}

/**
 * The tree as of a day. Official lists have a fixed order that is not alphabetical: first the order of the
 * type, then of the unit, then the code, so that two machines list alike.
 */
export function buildUnitTree<U extends TreeUnit>(
  all: readonly U[],
  types: readonly TreeUnitType[],
  on: IsoDate,
): UnitTree<U> {
  const typeOrder = new Map(types.map((type) => [type.id, type.sortOrder]))
  const valid = all.filter((unit) => isValidOn(on, unit.validFrom, unit.validTo))
  const validIds = new Set(valid.map((unit) => unit.id))
  const roots = valid.filter((unit) => unit.parentId === null)
  const children = groupBy(
    valid.filter((unit) => unit.parentId !== null && validIds.has(unit.parentId)),
    (unit) => unit.parentId ?? '',
  )
  const inOfficialOrder = (a: U, b: U): number =>
    (typeOrder.get(a.typeId) ?? 0) - (typeOrder.get(b.typeId) ?? 0) ||
    a.sortOrder - b.sortOrder ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  roots.sort(inOfficialOrder)
  for (const siblings of children.values()) siblings.sort(inOfficialOrder)

  const units: U[] = []
  const depths: number[] = []
  const places = new Map<string, number>()
  const childPlaces: number[][] = []
  const byId = new Map<string, U>()
  const visit = (unit: U, depth: number): number => {
    const place = units.push(unit) - 1
    const below: number[] = []
    depths.push(depth)
    childPlaces.push(below)
    places.set(unit.id, place)
    byId.set(unit.id, unit)
    for (const child of children.get(unit.id) ?? []) below.push(visit(child, depth + 1))
    return place
  }
  for (const root of roots) visit(root, 0)

  return {
    on,
    units,
    roots,
    detached: valid.filter((unit) => !byId.has(unit.id)),
    byId,
    childrenOf: (id) => children.get(id) ?? [],
    depthOf: (id) => depths[places.get(id) ?? -1] ?? 0,
    placeOf: (id) => places.get(id),
    childPlaces,
    depths,
  }
}

/** The units given, which are in tree order, split by type in the order of unit types; empty types are left out. */
export function groupByType<U extends TreeUnit>(
  units: readonly U[],
  types: readonly TreeUnitType[],
): readonly UnitGroup<U>[] {
  const byType = groupBy(units, (unit) => unit.typeId)
  return types
    .toSorted((a, b) => a.sortOrder - b.sortOrder)
    .flatMap((type) => {
      const group = byType.get(type.id)
      return group === undefined ? [] : [{ type, units: group }]
    })
}

/** The unit and everything below it, in tree order. */
export function subtreeOf<U extends TreeUnit>(tree: UnitTree<U>, id: string): readonly U[] {
  const found: U[] = []
  const visit = (unitId: string): void => {
    const unit = tree.byId.get(unitId)
    if (unit === undefined) return
    found.push(unit)
    for (const child of tree.childrenOf(unitId)) visit(child.id)
  }
  visit(id)
  return found
}
