import { addDays, type IsoDate } from '../../kit/dates.ts'
import { type DatedUnit, isActive, placeOn, standingOn } from './dated-unit.ts'
import type { Organisation } from './organisation.ts'
import { findWrongParts } from './target-parts.ts'
import {
  type ChangeRefusal,
  isFresh,
  type Receiver,
  type Split,
  type Transfer,
  type UnitChange,
} from './unit-change.ts'

type Check = ChangeRefusal | null

/** Why a change can't be, judged before anything is done. Units are known to exist. */
export function checkChange(before: Organisation, change: UnitChange): Check {
  switch (change.kind) {
    case 'merge':
      return checkMerge(
        before,
        [...new Set(change.fromIds)].filter((id) => id !== change.into.id),
        change.into,
        change.on,
      )
    case 'end':
      return change.toId === null
        ? (checkRoot(unitOf(before, change.unitId), change.on) ??
            checkEmpty(before, change.unitId, change.on) ??
            checkEnding(before, change.unitId, change.on, false))
        : checkMerge(before, [change.unitId], { id: change.toId }, change.on)
    case 'split':
      return checkSplit(before, change)
    case 'transfer':
      return checkTransfer(before, change)
    case 'rename': {
      const unit = unitOf(before, change.unitId)
      const name = nameOn(unit, change.on)
      return (
        checkThere(unit, change.on) ??
        (name === change.name ? refuse('UNIT_CHANGE_NAME_SAME', { name }) : null) ??
        checkTwice(before, unit, change.on, ['rename'])
      )
    }
  }
}

function checkMerge(before: Organisation, fromIds: readonly string[], into: Receiver, on: IsoDate): Check {
  if (fromIds.length === 0) {
    const name = isFresh(into) ? into.name : nameOn(unitOf(before, into.id), on)
    return refuse('UNIT_CHANGE_INTO_ITSELF', { name })
  }
  for (const id of fromIds) {
    const ending = checkEnding(before, id, on)
    if (ending !== null) return ending
    const unit = unitOf(before, id)
    if (id === into.id) return refuse('UNIT_CHANGE_INTO_ITSELF', { name: nameOn(unit, on) })
    const target = isFresh(into) ? into.parentId : into.id
    if (isBelow(before, target, id, on))
      return refuse('UNIT_CHANGE_INTO_BELOW', {
        name: nameOn(unit, on),
        other: nameOn(unitOf(before, target), on),
      })
  }
  return checkReceiver(before, into, fromIds, on)
}

function checkSplit(before: Organisation, change: Split): Check {
  const { fromId, on, receivers, division, ends } = change
  const unit = unitOf(before, fromId)
  const name = nameOn(unit, on)
  const ending = ends
    ? checkEnding(before, fromId, on)
    : (checkRoot(unit, on) ?? checkThere(unit, on) ?? checkTwice(before, unit, on, ['split', 'merge', 'end']))
  if (ending !== null) return ending
  if (receivers.length === 0) return refuse('UNIT_CHANGE_NOTHING', { name })
  const receiverIds = new Set<string>()
  for (const receiver of receivers) {
    if (receiver.id === fromId || receiverIds.has(receiver.id)) return refuse('UNIT_CHANGE_INTO_ITSELF', { name })
    receiverIds.add(receiver.id)
    const target = isFresh(receiver) ? receiver.parentId : receiver.id
    // A child that is given its parent's part stands beside it only when it isn't one of what ends.
    if (ends && isBelow(before, target, fromId, on))
      return refuse('UNIT_CHANGE_INTO_BELOW', { name, other: nameOn(unitOf(before, target), on) })
    const refusal = checkReceiver(before, receiver, ends ? [fromId] : [], on)
    if (refusal !== null) return refusal
  }
  const children = childrenOf(before, fromId, on)
  for (const [id, receiver] of division.children) {
    const child = unitOf(before, id)
    if (!children.some((known) => known.id === id))
      return refuse('UNIT_CHANGE_NOT_ITS_OWN', { name: nameOn(child, on), other: name })
    if (isBelow(before, receiver, id, on))
      return refuse('UNIT_CHANGE_INTO_BELOW', { name: nameOn(child, on), other: nameOn(unitOf(before, receiver), on) })
  }
  const placed = before.holdings.filter((holding) => placeOn(holding, on) === fromId)
  const known = new Set(placed.map(({ id }) => id))
  if ([...division.holdings.keys()].some((id) => !known.has(id)))
    return refuse('UNIT_CHANGE_NOT_ITS_OWN', { name: 'Doanh nghiệp hoặc công đoàn cơ sở đã chọn', other: name })
  if (division.restId === null && ends) {
    const left = {
      children: children.filter((child) => !division.children.has(child.id) && !receiverIds.has(child.id)).length,
      enterprises: placed.filter((holding) => holding.kind === 'enterprise' && !division.holdings.has(holding.id))
        .length,
      unions: placed.filter((holding) => holding.kind === 'union' && !division.holdings.has(holding.id)).length,
    }
    if (left.children + left.enterprises + left.unions > 0) return refuse('UNIT_CHANGE_REST', { name, ...left })
  }
  const wrong = findWrongParts(before, change)
  return wrong === null ? null : refuse('UNIT_CHANGE_TARGET_PARTS', { name, ...wrong })
}

function checkTransfer(before: Organisation, change: Transfer): Check {
  const { toId, on, unitIds, holdingIds } = change
  const receiver = unitOf(before, toId)
  const refusal = checkReceiver(before, { id: toId }, [], on)
  if (refusal !== null) return refusal
  const other = nameOn(receiver, on)
  if (unitIds.length + holdingIds.length === 0) return refuse('UNIT_CHANGE_NOTHING', { name: other })
  for (const id of unitIds) {
    const unit = unitOf(before, id)
    const name = nameOn(unit, on)
    const wrong = checkRoot(unit, on) ?? checkThere(unit, on) ?? checkTwice(before, unit, on, ['transfer'])
    if (wrong !== null) return wrong
    if (id === toId) return refuse('UNIT_CHANGE_INTO_ITSELF', { name })
    if (isBelow(before, toId, id, on)) return refuse('UNIT_CHANGE_INTO_BELOW', { name, other })
    if (standingOn(unit, on).parentId === toId) return refuse('UNIT_CHANGE_ALREADY_THERE', { name, other })
  }
  const held = new Map(before.holdings.map((holding) => [holding.id, holding]))
  const there = holdingIds.every((id) => {
    const holding = held.get(id)
    return holding !== undefined && placeOn(holding, on) === toId
  })
  if (unitIds.length === 0 && there)
    return refuse('UNIT_CHANGE_ALREADY_THERE', { name: 'Doanh nghiệp, công đoàn cơ sở đã chọn', other })
  return null
}

/** A unit that is to end the day before: it has to be there until then, and nothing else may be said of it from then on. */
function checkEnding(before: Organisation, id: string, on: IsoDate, isTakenOver = true): Check {
  const unit = unitOf(before, id)
  const root = checkRoot(unit, on)
  if (root !== null) return root
  const name = nameOn(unit, on)
  if (unit.validFrom !== null && unit.validFrom >= on)
    return refuse('UNIT_CHANGE_TOO_EARLY', { name, date: on, from: unit.validFrom })
  // Ended exactly the day before without a word of where to: this change says it.
  if (unit.validTo !== null && unit.validTo < addDays(on, -1))
    return refuse('UNIT_CHANGE_ENDED', { name, date: on, until: unit.validTo })
  return checkTwice(before, unit, on, ['merge', 'split', 'end', 'transfer', 'rename'], isTakenOver)
}

/** Two things said of one unit for one day contradict; something said for a later day has to go first. */
function checkTwice(
  before: Organisation,
  unit: DatedUnit,
  on: IsoDate,
  kinds: readonly string[],
  isTakenOver = false,
): Check {
  const others = before.relations.filter((relation) => relation.fromId === unit.id && kinds.includes(relation.kind))
  const name = nameOn(unit, on)
  const same = others.find((relation) => relation.on === on)
  if (same !== undefined) return refuse('UNIT_CHANGE_SAME_DAY', { name, date: on, what: same.kind })
  const isEnding = kinds.includes('end')
  // What was said of its end is said of its successor then; a move or a new name of it is not.
  const isOfEnd = (day: IsoDate): boolean => unit.validTo !== null && day === addDays(unit.validTo, 1)
  const later = isEnding
    ? others.find((relation) => relation.on > on && !(isTakenOver && isOfEnd(relation.on)))
    : undefined
  if (later !== undefined) return refuse('UNIT_CHANGE_LATER', { name, date: on, later: later.on, what: later.kind })
  return null
}

/** Without a successor nothing may be left that somebody has to take over. */
function checkEmpty(before: Organisation, id: string, on: IsoDate): Check {
  const unit = unitOf(before, id)
  const placed = before.holdings.filter((holding) => placeOn(holding, on) === id)
  const left = {
    children: childrenOf(before, id, on).length,
    enterprises: placed.filter(({ kind }) => kind === 'enterprise').length,
    unions: placed.filter(({ kind }) => kind === 'union').length,
  }
  if (left.children + left.enterprises + left.unions === 0) return null
  return refuse('UNIT_CHANGE_LEFT', { name: nameOn(unit, on), ...left })
}

function checkReceiver(before: Organisation, into: Receiver, ending: readonly string[], on: IsoDate): Check {
  const id = isFresh(into) ? into.parentId : into.id
  const unit = unitOf(before, id)
  if (isFresh(into) && ending.includes(id))
    return refuse('UNIT_CHANGE_INTO_BELOW', { name: nameOn(unit, on), other: into.name })
  return isActive(unit, on) ? null : refuse('UNIT_CHANGE_RECEIVER', { name: nameOn(unit, on), date: on })
}

function checkThere(unit: DatedUnit, on: IsoDate): Check {
  const name = nameOn(unit, on)
  if (unit.validFrom !== null && unit.validFrom >= on)
    return refuse('UNIT_CHANGE_TOO_EARLY', { name, date: on, from: unit.validFrom })
  if (unit.validTo !== null && unit.validTo < on)
    return refuse('UNIT_CHANGE_ENDED', { name, date: on, until: unit.validTo })
  return null
}

function checkRoot(unit: DatedUnit, on: IsoDate): Check {
  const { parentId, name } = standingOn(unit, on)
  return parentId === null ? refuse('UNIT_CHANGE_ROOT', { name }) : null
}

/** Direct children there are on the day of the change or that begin later. */
export function childrenOf({ units }: Pick<Organisation, 'units'>, id: string, on: IsoDate): readonly DatedUnit[] {
  return [...units.values()].filter(
    (unit) =>
      (unit.validTo === null || unit.validTo >= on) &&
      standingOn(unit, unit.validFrom !== null && unit.validFrom > on ? unit.validFrom : on).parentId === id,
  )
}

/** Whether `id` is `above` or lies below it on the day before the change or on it. */
export function isBelow({ units }: Pick<Organisation, 'units'>, id: string, above: string, on: IsoDate): boolean {
  const seen = new Set<string>()
  for (let at: string | null = id; at !== null && !seen.has(at);) {
    if (at === above) return true
    seen.add(at)
    const unit: DatedUnit | undefined = units.get(at)
    at = unit === undefined ? null : standingOn(unit, on).parentId
  }
  return false
}

function unitOf(before: Organisation, id: string): DatedUnit {
  const unit = before.units.get(id)
  if (unit === undefined) throw new Error(`no unit ${id}`)
  return unit
}

function nameOn(unit: DatedUnit, on: IsoDate): string {
  return standingOn(unit, on).name
}

function refuse(code: ChangeRefusal['code'], places: ChangeRefusal['places']): ChangeRefusal {
  return { code, places }
}
