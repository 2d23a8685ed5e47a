import { asc, desc, eq } from '../orm.ts'
import type { PlanRow } from '#shared/contract/plans.ts'
import { plans } from '../schema/index.ts'
import type { ReadStore } from '../store.ts'

/** Newest first; plans below another follow it, in the order of their days. */
export function readPlans(store: Pick<ReadStore, 'db'>): PlanRow[] {
  const rows = store.db.select().from(plans).orderBy(desc(plans.fromDate), asc(plans.code)).all()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const listed: PlanRow[] = []
  const visit = (row: (typeof rows)[number]): void => {
    listed.push({
      id: row.id,
      code: row.code,
      kind: row.kind,
      name: row.name,
      from: row.fromDate,
      to: row.toDate,
      parent: row.parentId === null ? null : (byId.get(row.parentId)?.code ?? null),
      status: row.status,
      note: row.note,
    })
    // Years of a term are listed newest first like those without one, phases of a campaign by date.
    const below = rows.filter((other) => other.parentId === row.id)
    for (const child of row.kind === 'term' ? below : below.toReversed()) visit(child)
  }
  for (const row of rows) if (row.parentId === null) visit(row)
  return listed
}

/** The newest year plan of the file. */
export function readDefaultPlan(store: Pick<ReadStore, 'db'>): PlanRow | null {
  const row = store.db
    .select({ id: plans.id })
    .from(plans)
    .where(eq(plans.kind, 'year'))
    .orderBy(desc(plans.fromDate), desc(plans.code))
    .get()
  return row === undefined ? null : (readPlans(store).find((plan) => plan.id === row.id) ?? null)
}
