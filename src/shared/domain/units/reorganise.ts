import { addDays } from '../../kit/dates.ts'
import { ok, type Result } from '../../kit/result.ts'
import { foldText } from '../text/fold.ts'
import { checkChange } from './check-change.ts'
import { changePlaceFrom, changeUnitFrom, type DatedUnit, isActive, placeOn, standingOn } from './dated-unit.ts'
import type { Holding, Organisation, Relation } from './organisation.ts'
import { movesOf } from './target-parts.ts'
import {
  type ChangeRefusal,
  type End,
  isFresh,
  type Merge,
  type Receiver,
  type Split,
  type UnitChange,
} from './unit-change.ts'

/**
 * The organisation as it is after the change, or why there can be no such change. Nothing before the day of the
 * change is touched: whoever asks as of an earlier day gets what he got before.
 */
export function reorganise(before: Organisation, change: UnitChange): Result<Organisation, ChangeRefusal> {
  const refusal = checkChange(before, change)
  if (refusal !== null) return { ok: false, error: refusal }
  const after = applyChange(before, change)
  const detached = findDetached(before, after, change.on)
  return detached === null ? ok(after) : { ok: false, error: detached }
}

function applyChange(before: Organisation, change: UnitChange): Organisation {
  switch (change.kind) {
    case 'merge':
      return merge(before, change, 'merge')
    case 'end':
      return change.toId === null
        ? end(before, change)
        : merge(before, { ...change, kind: 'merge', fromIds: [change.unitId], into: { id: change.toId } }, 'end')
    case 'split':
      return split(before, change)
    case 'transfer': {
      const moving = new Set(change.unitIds)
      const held = new Set(change.holdingIds)
      return {
        ...before,
        units: mapUnits(before, (unit) =>
          moving.has(unit.id) ? changeUnitFrom(unit, change.on, moveFrom(unit, change.on, change.toId)) : unit,
        ),
        holdings: before.holdings.map((holding) =>
          held.has(holding.id)
            ? changePlaceFrom(holding, change.on, moveHolding(holding, change.on, change.toId))
            : holding,
        ),
        relations: [
          ...before.relations,
          ...change.unitIds.map((fromId) => relation(fromId, change.toId, 'transfer', change.on)),
        ],
      }
    }
    case 'rename': {
      const unit = before.units.get(change.unitId)
      if (unit === undefined) return before
      const old = standingOn(unit, change.on)
      const renamed = changeUnitFrom(unit, change.on, (standing) =>
        // A name given later still is the later name.
        standing.name === old.name ? { ...standing, name: change.name, shortName: change.shortName } : standing,
      )
      return {
        ...before,
        units: new Map(before.units).set(unit.id, addNames(renamed, [old.name, old.shortName], change.on)),
        relations: [...before.relations, relation(unit.id, unit.id, 'rename', change.on)],
      }
    }
  }
}

/** All of several units goes into one; they end the day before. */
function merge(before: Organisation, change: Merge, kind: 'merge' | 'end'): Organisation {
  const { on, into } = change
  const gone = new Set(change.fromIds)
  gone.delete(into.id)
  const units = withReceivers(before, [into], on, endOf(before, [...gone]))
  for (const [id, unit] of units) {
    const moved = changeUnitFrom(unit, on, (standing) =>
      standing.parentId !== null && gone.has(standing.parentId) && id !== into.id
        ? { ...standing, parentId: into.id }
        : standing,
    )
    units.set(id, gone.has(id) ? { ...unit, validTo: addDays(on, -1) } : isOverBy(unit, on) ? unit : moved)
  }
  const receiver = units.get(into.id)
  if (receiver !== undefined) units.set(into.id, withOldNames(receiver, [...gone], before, on))
  const relations = [
    ...passOn(before, [...gone], receiver === undefined ? [] : [receiver], on),
    ...[...gone].map((id): Relation => ({ ...relation(id, into.id, kind, on), figures: change.figures })),
  ]
  return {
    ...before,
    units,
    relations,
    holdings: before.holdings.map((holding) =>
      changePlaceFrom(holding, on, (unitId) => (unitId !== null && gone.has(unitId) ? into.id : unitId)),
    ),
  }
}

/**
 * The names of what was merged lead to the successor, so that a list which still says "Huyện A" is understood. Only
 * of a whole that has one successor: a part of a district must not answer to the district's name.
 */
function withOldNames(receiver: DatedUnit, gone: readonly string[], before: Organisation, on: string): DatedUnit {
  const names = gone.flatMap((id) => {
    const unit = before.units.get(id)
    if (unit === undefined) return []
    const { name, shortName } = standingOn(unit, addDays(on, -1))
    return [name, shortName, ...unit.aliases.map((alias) => alias.name)]
  })
  return addNames(receiver, names, on)
}

/** Names it answers to from the day on: before it they were another's, or its own. */
function addNames(unit: DatedUnit, names: readonly string[], on: string): DatedUnit {
  const known = new Set([...unit.aliases.map((alias) => foldText(alias.name)), foldText(standingOn(unit, on).name)])
  const added = new Map(names.map((name) => [foldText(name), name]))
  return {
    ...unit,
    aliases: [
      ...unit.aliases,
      ...[...added].flatMap(([folded, name]) => (known.has(folded) ? [] : [{ name, from: on }])),
    ],
  }
}

function end(before: Organisation, change: End): Organisation {
  const { unitId, on } = change
  const unit = before.units.get(unitId)
  if (unit === undefined) return before
  return {
    ...before,
    units: new Map(before.units).set(unitId, { ...unit, validTo: addDays(on, -1) }),
    // Without a successor its figures have nowhere to go.
    relations: [...before.relations, { ...relation(unitId, null, 'end', on), figures: 'stay' }],
  }
}

function split(before: Organisation, change: Split): Organisation {
  const { fromId, on, receivers, division, ends } = change
  const units = withReceivers(before, receivers, on, ends ? endOf(before, [fromId]) : null)
  for (const [id, unit] of units) {
    if (isOverBy(unit, on)) continue
    const target = division.children.get(id) ?? division.restId
    if (target === null || target === id) continue
    units.set(
      id,
      changeUnitFrom(unit, on, (standing) =>
        standing.parentId === fromId ? { ...standing, parentId: target } : standing,
      ),
    )
  }
  const unit = units.get(fromId)
  if (ends && unit !== undefined) units.set(fromId, { ...unit, validTo: addDays(on, -1) })
  const taking = receivers.flatMap((receiver) => units.get(receiver.id) ?? [])
  const relations = [
    ...(ends ? passOn(before, [fromId], taking, on) : before.relations),
    ...receivers.map((receiver) => relation(fromId, receiver.id, 'split', on)),
    ...(ends ? [{ ...relation(fromId, null, 'end', on), figures: 'stay' as const }] : []),
  ]
  const holdings = before.holdings.map((holding) => {
    const target = division.holdings.get(holding.id) ?? division.restId
    if (target === null) return holding
    return changePlaceFrom(holding, on, (unitId) => (unitId === fromId ? target : unitId))
  })
  return { ...before, units, relations, holdings, targetMoves: [...before.targetMoves, ...movesOf(change)] }
}

/** The last day of what takes these over: known when the end of all of them was. */
function endOf(before: Organisation, ids: readonly string[]): string | null {
  const ends = ids.map((id) => before.units.get(id)?.validTo ?? null)
  return ends.reduce((last, end) => (last === null || end === null ? null : end > last ? end : last), ends[0] ?? null)
}

/**
 * The relations there were, where what was said of the ended units for a later day (the end of the districts in
 * 2025, recorded before a merger of 2024 was) is said of whoever takes them over. One that goes on beyond that day
 * has given a part away.
 */
function passOn(
  before: Organisation,
  gone: readonly string[],
  receivers: readonly DatedUnit[],
  on: string,
): readonly Relation[] {
  const kept: Relation[] = []
  const said = new Set<string>()
  for (const old of before.relations) {
    if (!gone.includes(old.fromId) || old.on <= on) {
      kept.push(old)
      continue
    }
    let { id } = old
    for (const receiver of receivers) {
      const isOver = receiver.validTo !== null && addDays(receiver.validTo, 1) === old.on
      const kind = isOver || old.toId === null ? old.kind : 'split'
      const words = `${receiver.id}|${kind}|${old.toId}|${old.on}`
      if (old.toId === receiver.id || (old.toId === null && !isOver) || said.has(words)) continue
      said.add(words)
      kept.push({ ...old, id, fromId: receiver.id, kind, ...(id === null && old.id !== null ? { like: old.id } : {}) })
      id = null
    }
  }
  return kept
}

function withReceivers(
  before: Organisation,
  receivers: readonly Receiver[],
  on: string,
  until: string | null,
): Map<string, DatedUnit> {
  const units = new Map(before.units)
  let last = Math.max(0, ...[...units.values()].map((unit) => unit.sortOrder))
  for (const receiver of receivers) {
    if (!isFresh(receiver)) continue
    last += 10
    units.set(receiver.id, {
      ...receiver,
      aliases: receiver.aliases.map((name) => ({ name, from: null })),
      sortOrder: last,
      validFrom: on,
      validTo: until,
      pasts: [],
    })
  }
  return units
}

/** The place the unit has on the day goes to the new parent for as long as it would have had it. */
function moveFrom(unit: DatedUnit, on: string, toId: string): Parameters<typeof changeUnitFrom>[2] {
  const { parentId } = standingOn(unit, on)
  return (standing) => (standing.parentId === parentId ? { ...standing, parentId: toId } : standing)
}

function moveHolding(holding: Holding, on: string, toId: string): (unitId: string | null) => string | null {
  const from = placeOn(holding, on)
  return (unitId) => (unitId === from ? toId : unitId)
}

function isOverBy(unit: DatedUnit, day: string): boolean {
  return unit.validTo !== null && unit.validTo < day
}

function relation(fromId: string, toId: string | null, kind: Relation['kind'], on: string): Relation {
  return { id: null, fromId, toId, kind, on, figures: null }
}

function mapUnits(before: Organisation, change: (unit: DatedUnit) => DatedUnit): Map<string, DatedUnit> {
  return new Map([...before.units].map(([id, unit]) => [id, change(unit)]))
}

/** Whoever had a way up to the root on a day still has one: on the day of the change and whenever anything changes later. */
function findDetached(before: Organisation, after: Organisation, on: string): ChangeRefusal | null {
  const days = new Set([on])
  for (const unit of after.units.values()) {
    for (const day of [unit.validFrom, unit.validTo === null ? null : addDays(unit.validTo, 1)])
      if (day !== null && day > on) days.add(day)
    for (const { until } of unit.pasts) if (until >= on) days.add(addDays(until, 1))
  }
  for (const day of [...days].toSorted()) {
    for (const unit of after.units.values()) {
      if (!isActive(unit, day) || reachesRoot(after, unit.id, day)) continue
      const known = before.units.get(unit.id)
      if (known !== undefined && isActive(known, day) && !reachesRoot(before, unit.id, day)) continue
      return { code: 'UNIT_CHANGE_DETACHED', places: { name: standingOn(unit, day).name, date: day } }
    }
  }
  return null
}

export function reachesRoot({ units }: Pick<Organisation, 'units'>, id: string, day: string): boolean {
  const seen = new Set<string>()
  for (let at: string | null = id; at !== null;) {
    const unit: DatedUnit | undefined = units.get(at)
    if (unit === undefined || seen.has(at) || !isActive(unit, day)) return false
    seen.add(at)
    at = standingOn(unit, day).parentId
  }
  return true
}
