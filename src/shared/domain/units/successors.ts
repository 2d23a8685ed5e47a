import { addDays, type IsoDate } from '../../kit/dates.ts'
import { type DatedUnit, isActive } from './dated-unit.ts'
import type { Relation } from './organisation.ts'

export interface Successor {
  readonly unitId: string
  /** False where only a part went over, so that figures may not be carried over as they are. */
  readonly whole: boolean
}

/**
 * "Quy đổi về đơn vị hiện hành": what a unit of one day is on a later day. A unit that goes on is its own successor;
 * a merged one is what it was merged into; of a split one every part is named, none of them the whole (an old
 * district's result is never split by itself); one that ended without a successor has none.
 */
export function successorsOf(
  unitId: string,
  units: ReadonlyMap<string, Pick<DatedUnit, 'validFrom' | 'validTo'>>,
  relations: readonly Relation[],
  from: IsoDate,
  to: IsoDate,
): readonly Successor[] {
  const found = new Map<string, boolean>()
  const visit = (id: string, since: IsoDate, whole: boolean, path: readonly string[]): void => {
    const unit = units.get(id)
    if (unit === undefined || path.includes(id)) return
    const next = relations
      .filter((relation) => relation.fromId === id && relation.on >= since && from < relation.on && relation.on <= to)
      .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
      .filter((relation) => isSuccession(relation, unit))
    const first = next[0]
    if (first === undefined) {
      if (isActive(unit, to)) found.set(id, (found.get(id) ?? true) && whole)
      return
    }
    const same = next.filter((relation) => relation.on === first.on)
    const receivers = new Set(same.flatMap(({ toId }) => (toId === null || toId === id ? [] : [toId])))
    const goesOn = isActive(unit, first.on)
    const isWhole = whole && receivers.size === 1 && !goesOn
    for (const receiver of receivers) visit(receiver, first.on, isWhole, [...path, id])
    // What is left of a unit that gave a part away is it still, though not the whole of it.
    if (goesOn) visit(id, addDays(first.on, 1), false, path)
  }
  visit(unitId, from, true, [])
  return [...found].map(([id, whole]) => ({ unitId: id, whole }))
}

/** A child moved under another parent and a renamed unit are still themselves. */
function isSuccession(relation: Relation, unit: Pick<DatedUnit, 'validTo'>): boolean {
  const ended = unit.validTo !== null && unit.validTo < relation.on
  switch (relation.kind) {
    case 'split':
      return true
    case 'merge':
    case 'end':
    case 'transfer':
      return ended
    case 'rename':
      return ended && relation.toId !== relation.fromId
    default:
      return false
  }
}
