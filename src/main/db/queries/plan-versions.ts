import {
  FIRST_VERSION,
  FIRST_VERSION_NAME,
  type PlanStatus,
  versionInForce,
} from '#shared/domain/targets/plan-version.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { asc, eq } from '../orm.ts'
import { planVersions } from '../schema/index.ts'
import type { ReadStore, Transaction } from '../store.ts'

export type StoredVersion = typeof planVersions.$inferSelect

/** In the order of their numbers. */
export function readVersions(store: Pick<ReadStore, 'db'>, planId: string): StoredVersion[] {
  return store.db
    .select()
    .from(planVersions)
    .where(eq(planVersions.planId, planId))
    .orderBy(asc(planVersions.number))
    .all()
}

/** Number of the version that counts on a day. */
export function readNumberInForce(store: Pick<ReadStore, 'db'>, planId: string, day: IsoDate): number {
  return versionInForce(readVersions(store, planId), day)?.number ?? FIRST_VERSION
}

/**
 * A number no version of the plan ever had, of those that went as well: when their removal is undone they come back
 * under it.
 */
export function readNextNumber(store: Pick<ReadStore, 'sqlite'>, planId: string): number {
  const row = store.sqlite
    .prepare<[string, string], { last: number }>(
      `SELECT MAX(
         COALESCE((SELECT MAX(number) FROM plan_versions WHERE plan_id = ?), 0),
         COALESCE((SELECT MAX(json_extract(COALESCE(after, before), '$.number')) FROM changes
                   WHERE table_name = 'plan_versions' AND column_name = ''
                     AND json_extract(COALESCE(after, before), '$.plan_id') = ?), 0)) AS last`,
    )
    .get(planId, planId)
  return (row?.last ?? 0) + 1
}

/** How many targets each version of a plan holds, by number. */
export function countTargets(store: Pick<ReadStore, 'sqlite'>, planId: string): ReadonlyMap<number, number> {
  const rows = store.sqlite
    .prepare<[string], { version: number; count: number }>(
      'SELECT version, COUNT(*) AS count FROM targets WHERE plan_id = ? GROUP BY version',
    )
    .all(planId)
  return new Map(rows.map(({ version, count }) => [version, count]))
}

/** The version every plan begins with; plans that come in issued have theirs issued too. */
export function insertFirstVersion(tx: Transaction, planId: string, status: PlanStatus): void {
  const state = status === 'issued' || status === 'closed' ? 'issued' : 'chosen'
  tx.db
    .insert(planVersions)
    .values({ id: tx.newId(), planId, number: FIRST_VERSION, name: FIRST_VERSION_NAME, state, madeAt: tx.at })
    .run()
}

/**
 * Copies targets and the records of their allocations from one version of a plan to another. Ids are made one by
 * one, since each copy is a row of its own in history.
 */
export function copyTargets(tx: Transaction, planId: string, from: number, to: number): void {
  const copied = tx.sqlite
    .prepare<[string, number], { id: string }>('SELECT id FROM targets WHERE plan_id = ? AND version = ? ORDER BY id')
    .all(planId, from)
  const copy = tx.sqlite.prepare<[string, number, string]>(
    `INSERT INTO targets (id, plan_id, unit_id, indicator_id, assigner_id, kind, basis, value, version, locked, decision, note)
     SELECT ?, plan_id, unit_id, indicator_id, assigner_id, kind, basis, value, ?, locked, decision, note
     FROM targets WHERE id = ?`,
  )
  const records = tx.sqlite
    .prepare<[string, number], { id: string }>(
      'SELECT id FROM allocations WHERE plan_id = ? AND COALESCE(version, 1) = ? ORDER BY made_at, id',
    )
    .all(planId, from)
  const copyRecord = tx.sqlite.prepare<[string, number, string]>(
    `INSERT INTO allocations (id, plan_id, indicator_id, assigner_id, unit_id, total, weights, record, made_at, version)
     SELECT ?, plan_id, indicator_id, assigner_id, unit_id, total, weights, record, made_at, ?
     FROM allocations WHERE id = ?`,
  )
  tx.insertMany(['targets', 'allocations'], () => {
    for (const { id } of copied) copy.run(tx.newId(), to, id)
    for (const { id } of records) copyRecord.run(tx.newId(), to, id)
  })
}

export function removeTargetsOf(tx: Transaction, planId: string, version: number): void {
  tx.sqlite.prepare('DELETE FROM targets WHERE plan_id = ? AND version = ?').run(planId, version)
  tx.sqlite.prepare('DELETE FROM allocations WHERE plan_id = ? AND COALESCE(version, 1) = ?').run(planId, version)
}
