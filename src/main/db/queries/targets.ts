import { and, asc, desc, eq } from '../orm.ts'
import type { AssignerRow, TargetRow } from '#shared/contract/targets.ts'
import { FIRST_VERSION } from '#shared/domain/targets/plan-version.ts'
import type { TargetKind } from '#shared/domain/targets/target.ts'
import { allocations, assigners, indicators, plans, targets, units } from '../schema/index.ts'
import type { ReadStore } from '../store.ts'

export function readAssigners(store: Pick<ReadStore, 'db'>): AssignerRow[] {
  return store.db
    .select()
    .from(assigners)
    .orderBy(asc(assigners.sortOrder), asc(assigners.code))
    .all()
    .map(({ nameFolded: _, aliases, ...row }) => ({ ...row, aliases: [...aliases] }))
}

/** A stored target with the ids it hangs on. */
export interface StoredTarget extends TargetRow {
  readonly unitId: string
  readonly assignerId: string
  readonly indicatorId: string
}

/** Targets of one version of a plan (see `readNumberInForce` for the one that counts on a day). */
export function readTargets(store: Pick<ReadStore, 'db'>, planId: string, version: number): StoredTarget[] {
  return store.db
    .select({
      id: targets.id,
      plan: plans.code,
      unit: units.code,
      unitName: units.name,
      unitId: targets.unitId,
      indicator: indicators.code,
      indicatorId: targets.indicatorId,
      assigner: assigners.shortName,
      assignerCode: assigners.code,
      assignerId: targets.assignerId,
      kind: targets.kind,
      basis: targets.basis,
      value: targets.value,
      version: targets.version,
      locked: targets.locked,
      decision: targets.decision,
      note: targets.note,
    })
    .from(targets)
    .innerJoin(plans, eq(plans.id, targets.planId))
    .innerJoin(units, eq(units.id, targets.unitId))
    .innerJoin(indicators, eq(indicators.id, targets.indicatorId))
    .innerJoin(assigners, eq(assigners.id, targets.assignerId))
    .where(and(eq(targets.planId, planId), eq(targets.version, version)))
    .orderBy(
      asc(indicators.sortOrder),
      asc(assigners.sortOrder),
      asc(units.sortOrder),
      asc(units.code),
      asc(targets.kind),
    )
    .all()
}

export interface TargetKey {
  readonly planId: string
  readonly unitId: string
  readonly indicatorId: string
  readonly assignerId: string
  readonly kind: TargetKind
  readonly version: number
}

/** One target of one version, or undefined. */
export function findTarget(store: Pick<ReadStore, 'db'>, key: TargetKey): typeof targets.$inferSelect | undefined {
  return store.db
    .select()
    .from(targets)
    .where(
      and(
        eq(targets.planId, key.planId),
        eq(targets.unitId, key.unitId),
        eq(targets.indicatorId, key.indicatorId),
        eq(targets.assignerId, key.assignerId),
        eq(targets.kind, key.kind),
        eq(targets.version, key.version),
      ),
    )
    .get()
}

export type StoredAllocation = typeof allocations.$inferSelect

/** Allocations of an indicator by an assigner in one version, for one owner, newest first. */
export function readAllocations(
  store: Pick<ReadStore, 'db'>,
  key: {
    readonly planId: string
    readonly version: number
    readonly indicatorId: string
    readonly assignerId: string
    readonly unitId: string
  },
): StoredAllocation[] {
  return (
    store.db
      .select()
      .from(allocations)
      .where(
        and(
          eq(allocations.planId, key.planId),
          eq(allocations.indicatorId, key.indicatorId),
          eq(allocations.assignerId, key.assignerId),
          eq(allocations.unitId, key.unitId),
        ),
      )
      // Ids are UUIDv7 and rise in time, which orders two allocations of the same moment.
      .orderBy(desc(allocations.madeAt), desc(allocations.id))
      .all()
      .filter(({ version }) => (version ?? FIRST_VERSION) === key.version)
  )
}
