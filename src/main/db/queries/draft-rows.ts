import { desc, eq } from '../orm.ts'
import { documentDrafts, draftSections, plans, units } from '../schema/index.ts'
import type { ReadStore } from '../store.ts'

export type StoredDraft = typeof documentDrafts.$inferSelect
export type StoredSection = typeof draftSections.$inferSelect

export interface NamedDraft extends StoredDraft {
  readonly plan: string
  readonly unit: string
  readonly changed: number
}

/** Drafts with the codes of their plan and unit, newest first. */
export function readDrafts(store: Pick<ReadStore, 'db' | 'sqlite'>): NamedDraft[] {
  const changed = new Map(
    store.sqlite
      .prepare<[], { id: string; changed: number }>(
        'SELECT draft_id AS id, COUNT(*) AS changed FROM draft_sections GROUP BY draft_id',
      )
      .all()
      .map((row) => [row.id, row.changed]),
  )
  return store.db
    .select({ draft: documentDrafts, plan: plans.code, unit: units.code })
    .from(documentDrafts)
    .innerJoin(plans, eq(plans.id, documentDrafts.planId))
    .innerJoin(units, eq(units.id, documentDrafts.unitId))
    .orderBy(desc(documentDrafts.openedAt), desc(documentDrafts.id))
    .all()
    .map(({ draft, plan, unit }) => ({ ...draft, plan, unit, changed: changed.get(draft.id) ?? 0 }))
}

export function readDraft(store: Pick<ReadStore, 'db' | 'sqlite'>, id: string): NamedDraft | undefined {
  return readDrafts(store).find((draft) => draft.id === id)
}

export function readDraftSections(store: Pick<ReadStore, 'db'>, draftId: string): StoredSection[] {
  return store.db.select().from(draftSections).where(eq(draftSections.draftId, draftId)).all()
}
