import { addDays, type IsoDate } from '../../kit/dates.ts'
import type { TargetMove } from '../targets/inherit-targets.ts'
import type { TargetKind } from '../targets/target.ts'
import type { ReportBasis } from '../results/reported-entry.ts'
import { type DatedUnit, isActive, type Placed, standingOn } from './dated-unit.ts'
import type { RelationKind } from './fate.ts'
import { buildUnitTree, type TreeUnit, type TreeUnitType, type UnitTree } from './tree.ts'

/** Whether what an ended unit was given and did counts for its successor, or stays in the unit's own (closed) row. */
export type FigureFate = 'follow' | 'stay'

export interface Relation {
  /** Null: not written yet. */
  readonly id: string | null
  /** The written relation this one repeats for another unit, with its decision. */
  readonly like?: string
  readonly fromId: string
  /** Null: nobody takes over. */
  readonly toId: string | null
  readonly kind: RelationKind
  readonly on: IsoDate
  /** Null: recorded before the choice was there; a merger follows, anything else is left as it was. */
  readonly figures: FigureFate | null
}

/** Something counted that is placed in a unit: an enterprise with its workers, a union with its members. */
export interface Holding extends Placed {
  readonly kind: 'enterprise' | 'union'
  readonly id: string
  readonly workers: number
  readonly members: number
}

/** One target of a plan in force on the day of the change. */
export interface HeldTarget {
  readonly unitId: string
  readonly indicatorId: string
  readonly assignerId: string
  readonly kind: TargetKind
  readonly basis: ReportBasis
  readonly value: number | null
  /** Ratios do not add up. */
  readonly isRatio: boolean
}

export interface HeldPlan {
  readonly id: string
  readonly from: IsoDate
  readonly to: IsoDate
  /** First day of the version in force; null: since the plan began. */
  readonly versionFrom: IsoDate | null
  readonly targets: readonly HeldTarget[]
}

/** Everything a reorganisation touches, gathered before: no rule here reads a database. */
export interface Organisation {
  readonly units: ReadonlyMap<string, DatedUnit>
  readonly relations: readonly Relation[]
  readonly holdings: readonly Holding[]
  /** Plans whose targets may change: those that are neither closed nor over on the day of the change. */
  readonly plans: readonly HeldPlan[]
  readonly targetMoves: readonly TargetMove[]
}

/** A dated unit as it stood on a day, for everything that knows trees. */
export function asTreeUnit(unit: DatedUnit, day: IsoDate): TreeUnit {
  const { name, typeId, parentId } = standingOn(unit, day)
  const { id, code, sortOrder, validFrom, validTo } = unit
  return { id, code, sortOrder, validFrom, validTo, name, typeId, parentId }
}

export function treeOn(units: Iterable<DatedUnit>, types: readonly TreeUnitType[], day: IsoDate): UnitTree {
  return buildUnitTree(
    [...units].map((unit) => asTreeUnit(unit, day)),
    types,
    day,
  )
}

/**
 * The tree a plan is read in on a day: the units of that day, and those that ended since the plan began and keep
 * their figures in a closed row of their own, beside their former siblings.
 */
export function planTreeOn(
  units: ReadonlyMap<string, DatedUnit>,
  relations: readonly Relation[],
  types: readonly TreeUnitType[],
  day: IsoDate,
  planFrom: IsoDate,
): UnitTree {
  return treeWithClosed(units, relations, types, day, closedUnits(units, relations, day, planFrom))
}

/** The tree of a day with closed rows of units that are over by then, each beside its former siblings. */
function treeWithClosed(
  units: ReadonlyMap<string, DatedUnit>,
  relations: readonly Relation[],
  types: readonly TreeUnitType[],
  day: IsoDate,
  closed: readonly DatedUnit[],
): UnitTree {
  if (closed.length === 0) return treeOn(units.values(), types, day)
  const listed = new Set([...units.values()].filter((unit) => isActive(unit, day)).map((unit) => unit.id))
  for (const unit of closed) listed.add(unit.id)
  const rows = [...units.values()].map((unit): TreeUnit => {
    const ended = closed.find(({ id }) => id === unit.id)
    if (ended === undefined) return asTreeUnit(unit, day)
    const last = ended.validTo ?? day
    // Listed as long as the plan is read, wherever its last day was.
    const row = { ...asTreeUnit(unit, last), validFrom: null, validTo: null }
    return { ...row, parentId: heirAmong(row.parentId, relations, units, listed) }
  })
  return buildUnitTree(rows, types, day)
}

/** The day figures are of, the later day whose units they are shown in, and the first day of the plan. */
export interface PresentDays {
  readonly day: IsoDate
  readonly shownOn: IsoDate
  readonly planFrom: IsoDate
}

/**
 * The tree figures of an earlier day are read in "quy đổi về đơn vị hiện hành": the units of a later day, and closed
 * rows for those of the earlier day's tree that went over to nobody, or to several: an old unit's figures are never
 * divided. Figures of units that went over whole are their successors', see `takeoversIn`.
 *
 * The earlier day's tree has closed rows of its own (a unit split in June, read in September): without them the sum
 * of the later view would be short of what the earlier one has.
 */
export function presentTree(
  units: ReadonlyMap<string, DatedUnit>,
  relations: readonly Relation[],
  types: readonly TreeUnitType[],
  { day, shownOn, planFrom }: PresentDays,
): { readonly tree: UnitTree; readonly closed: readonly DatedUnit[] } {
  const takeovers = takeoversIn(units, relations, treeOn(units.values(), types, shownOn))
  const followed = new Set(takeovers.flatMap(({ sourceIds }) => sourceIds))
  const holds = new Set([...units.values()].filter((unit) => isActive(unit, day)).map(({ id }) => id))
  for (const { id } of closedUnits(units, relations, day, planFrom)) holds.add(id)
  // Who took over later may be gone by now as well: merged in March, split in July. The takeovers are in time.
  for (const { heirId, sourceIds } of takeovers) if (sourceIds.some((id) => holds.has(id))) holds.add(heirId)
  const closed = [...units.values()].filter(
    (unit) => holds.has(unit.id) && !isActive(unit, shownOn) && !followed.has(unit.id),
  )
  return { tree: treeWithClosed(units, relations, types, shownOn, closed), closed }
}

/** Units with a closed row on a day in a plan that began on `planFrom`. */
export function closedUnits(
  units: ReadonlyMap<string, DatedUnit>,
  relations: readonly Relation[],
  day: IsoDate,
  planFrom: IsoDate,
): readonly DatedUnit[] {
  const closed = new Map<string, DatedUnit>()
  for (const { fromId, figures, on } of relations) {
    const unit = units.get(fromId)
    if (figures !== 'stay' || unit === undefined || unit.validTo === null) continue
    if (on <= day && planFrom < on && unit.validTo === addDays(on, -1)) closed.set(unit.id, unit)
  }
  return [...closed.values()]
}

/** On a day a unit took others over whole: what they reported until then is a part of what it has. */
export interface Takeover {
  readonly heirId: string
  readonly on: IsoDate
  readonly sourceIds: readonly string[]
}

/**
 * Who counts what others reported, in the tree given: successors of units that ended whole and have no row of their
 * own in it. Of a unit that was a part of its successor already nothing is added: the successor's own figure had it.
 */
export function takeoversIn(
  units: ReadonlyMap<string, DatedUnit>,
  relations: readonly Relation[],
  tree: Pick<UnitTree, 'on' | 'byId'>,
): readonly Takeover[] {
  const takeovers = new Map<string, { heirId: string; on: IsoDate; sourceIds: string[] }>()
  const inTime = relations.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  for (const { fromId, toId, kind, on } of inTime) {
    if ((kind !== 'merge' && kind !== 'end') || toId === null || toId === fromId || on > tree.on) continue
    const source = units.get(fromId)
    if (source === undefined || source.validTo === null || source.validTo >= on || tree.byId.has(fromId)) continue
    if (isPartOf(units, fromId, toId, addDays(on, -1))) continue
    const key = `${on}|${toId}`
    const takeover = takeovers.get(key) ?? { heirId: toId, on, sourceIds: [] }
    takeover.sourceIds.push(fromId)
    takeovers.set(key, takeover)
  }
  return [...takeovers.values()]
}

function isPartOf(units: ReadonlyMap<string, DatedUnit>, id: string, above: string, day: IsoDate): boolean {
  const seen = new Set<string>()
  for (let at: string | null = id; at !== null && !seen.has(at);) {
    seen.add(at)
    const unit: DatedUnit | undefined = units.get(at)
    at = unit === undefined ? null : standingOn(unit, day).parentId
    if (at === above) return true
  }
  return false
}

/** The nearest that is listed: the unit, who took it over, or the unit above it. */
function heirAmong(
  id: string | null,
  relations: readonly Relation[],
  units: ReadonlyMap<string, DatedUnit>,
  listed: ReadonlySet<string>,
): string | null {
  const seen = new Set<string>()
  for (let at = id; at !== null && !seen.has(at);) {
    if (listed.has(at)) return at
    seen.add(at)
    const here: string = at
    const unit = units.get(here)
    const heir = relations.find(
      (relation) => relation.fromId === here && relation.toId !== null && relation.toId !== here,
    )
    at = heir?.toId ?? (unit === undefined || unit.validTo === null ? null : standingOn(unit, unit.validTo).parentId)
  }
  return [...listed].find((unitId) => units.get(unitId)?.parentId === null) ?? null
}
