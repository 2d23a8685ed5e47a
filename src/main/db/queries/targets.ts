import { and, asc, desc, eq } from '../orm.ts'
import type { AssignerRow, TargetRow } from '#shared/contract/targets.ts'
import { FIRST_VERSION } from '#shared/domain/targets/plan-version.ts'
import type { TargetKind } from '#shared/domain/targets/target.ts'
import { allocations, assigners, targets } from '../schema/index.ts'
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

type TargetColumns = Omit<StoredTarget, 'locked'> & { readonly locked: 0 | 1 }

/** Thousands of rows for every view of progress: drizzle takes three times as long to put them together. */
const TARGETS = `
  SELECT t.id, p.code AS plan, u.code AS unit, u.name AS unitName, t.unit_id AS unitId, i.code AS indicator,
    t.indicator_id AS indicatorId, a.short_name AS assigner, a.code AS assignerCode, t.assigner_id AS assignerId,
    t.kind, t.basis, t.value, t.version, t.locked, t.decision, t.note
  FROM targets t JOIN plans p ON p.id = t.plan_id JOIN units u ON u.id = t.unit_id
    JOIN indicators i ON i.id = t.indicator_id JOIN assigners a ON a.id = t.assigner_id
  WHERE t.plan_id = ? AND t.version = ?
  ORDER BY i.sort_order, a.sort_order, u.sort_order, u.code, t.kind`

/** Targets of one version of a plan (see `readNumberInForce` for the one that counts on a day). */
export function readTargets(store: Pick<ReadStore, 'sqlite'>, planId: string, version: number): StoredTarget[] {
  return store.sqlite
    .prepare<[string, number], TargetColumns>(TARGETS)
    .all(planId, version)
    .map((row) => ({ ...row, locked: row.locked === 1 }))
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
