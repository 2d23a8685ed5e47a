import type { Result } from '../../kit/result.ts'
import { type DatedUnit, placeOn } from './dated-unit.ts'
import { type Organisation, treeOn } from './organisation.ts'
import { reorganise } from './reorganise.ts'
import { compareTotals, type ResultSources, type TotalLine, totalsOn } from './totals.ts'
import type { TreeUnitType } from './tree.ts'
import type { ChangeRefusal, Transfer, UnitChange } from './unit-change.ts'

export interface ProvenChange {
  readonly after: Organisation
  /** Of the day of the change: what would be counted without it, and what is counted with it. */
  readonly totals: readonly TotalLine[]
}

/**
 * The organisation after a change with the totals of its day without and with it. A line with a difference means that
 * something would be lost or counted twice: whoever writes has to refuse then.
 */
export function proveChange(
  before: Organisation,
  change: UnitChange,
  types: readonly TreeUnitType[],
  results: ResultSources,
): Result<ProvenChange, ChangeRefusal> {
  const changed = reorganise(before, change)
  if (!changed.ok) return changed
  const going = { ...before, units: letGoOn(before.units, endingIn(change)) }
  const goingOn = change.kind === 'transfer' ? { ...going, holdings: bringBack(going, types, change) } : going
  const totals = compareTotals(
    totalsOn(goingOn, types, results, change.on),
    totalsOn(changed.value, types, results, change.on),
  )
  return { ok: true, value: { after: changed.value, totals } }
}

/** A unit whose last day was typed in before this change says where it went is counted as if it went on. */
function letGoOn(units: ReadonlyMap<string, DatedUnit>, ids: readonly string[]): ReadonlyMap<string, DatedUnit> {
  const going = new Map(units)
  for (const id of ids) {
    const unit = going.get(id)
    if (unit !== undefined) going.set(id, { ...unit, validTo: null })
  }
  return going
}

/** Enterprises left in a unit that ended hang nowhere; moving them to one that is there is no double counting. */
function bringBack(
  before: Organisation,
  types: readonly TreeUnitType[],
  { holdingIds, on }: Transfer,
): Organisation['holdings'] {
  const moving = new Set(holdingIds)
  const tree = treeOn(before.units.values(), types, on)
  return before.holdings.map((holding) => {
    const place = placeOn(holding, on)
    const isLost = place !== null && !tree.byId.has(place)
    return isLost && moving.has(holding.id) ? { ...holding, unitId: null, pasts: [] } : holding
  })
}

/** Units that are no more from the day of the change on because of it, not those that ended that day without it. */
export function endingIn(change: UnitChange): readonly string[] {
  switch (change.kind) {
    case 'merge':
      return change.fromIds
    case 'split':
      return change.ends ? [change.fromId] : []
    case 'end':
      return [change.unitId]
    case 'transfer':
    case 'rename':
      return []
  }
}
