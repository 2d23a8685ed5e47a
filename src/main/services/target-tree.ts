import type { PlanRow } from '#shared/contract/plans.ts'
import type { DatedUnit } from '#shared/domain/units/dated-unit.ts'
import { treeOn } from '#shared/domain/units/organisation.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { readDatedUnits, readRelations } from '../db/queries/dated-units.ts'
import { type DatedTree, readUnitTree } from '../db/queries/unit-tree.ts'
import type { ReadStore } from '../db/store.ts'

/**
 * The units a plan's targets are looked at and typed in (docs/adr/0030): those of its first day, over which an allocation
 * spreads, and those that begin while it runs. A unit that takes over from others counts what was theirs; it stands here
 * only once it has a target of its own. The rest of the tree stays as it was on the first day, so that a number keeps
 * its row for the whole of the plan.
 */
export function readTargetTree(store: ReadStore, plan: Pick<PlanRow, 'id' | 'from' | 'to'>): DatedTree {
  const first = readUnitTree(store, plan.from)
  const dated = readDatedUnits(store)
  const begins = [...dated.values()].filter(
    ({ validFrom }) => validFrom !== null && validFrom > plan.from && validFrom <= plan.to,
  )
  if (begins.length === 0) return first
  const successors = new Set(readRelations(store).flatMap(({ toId }) => toId ?? []))
  const held = new Set(
    store.sqlite
      .prepare<[string], string>('SELECT DISTINCT unit_id FROM targets WHERE plan_id = ?')
      .pluck()
      .all(plan.id),
  )
  const late = new Set(begins.flatMap(({ id }) => (held.has(id) || !successors.has(id) ? id : [])))
  if (late.size === 0) return first
  const units = [...dated.values()].map((unit) => (late.has(unit.id) ? asIfThere(unit, plan.from) : unit))
  return { ...first, tree: treeOn(units, first.types, plan.from) }
}

/** As of the plan's first day, and saying that it is not: "Công đoàn phường A (từ 1/7/2024)". */
function asIfThere(unit: DatedUnit, from: string): DatedUnit {
  const { name, validFrom } = unit
  return {
    ...unit,
    name: validFrom === null ? name : `${name} (từ ${formatDate(validFrom)})`,
    validFrom: from,
    pasts: [],
  }
}
