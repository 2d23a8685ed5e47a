import { desc, eq, getTableColumns } from '../orm.ts'
import { type IsoDate, isValidOn } from '#shared/kit/dates.ts'
import { documents, legalBases, letterheads, plans, recipients, signers, units } from '../schema/index.ts'
import type { ReadStore } from '../store.ts'

export type LetterheadColumns = typeof letterheads.$inferSelect
export type SignerColumns = typeof signers.$inferSelect

/** The letterhead of a unit valid on a day; of several the one that began last. */
export function readLetterheadOn(store: Pick<ReadStore, 'db'>, unitId: string, on: IsoDate): LetterheadColumns | null {
  const valid = store.db
    .select()
    .from(letterheads)
    .all()
    .filter((row) => row.unitId === unitId && isValidOn(on, row.validFrom, row.validTo))
    .toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? 1 : -1))
  return valid[0] ?? null
}

/** Who signs for a unit on a day: the first in the office's own order, then who took office last. */
export function readSignerOn(store: Pick<ReadStore, 'db'>, unitId: string, on: IsoDate): SignerColumns | null {
  const valid = store.db
    .select()
    .from(signers)
    .all()
    .filter((row) => row.unitId === unitId && isValidOn(on, row.validFrom, row.validTo))
    .toSorted((a, b) => a.sortOrder - b.sortOrder || ((a.validFrom ?? '') < (b.validFrom ?? '') ? 1 : -1))
  return valid[0] ?? null
}

/** Everybody entered as signing for a unit, whenever, by the beginning of their term. */
export function readSignerTerms(
  store: Pick<ReadStore, 'db'>,
  unitId: string,
): { readonly fullName: string; readonly from: string | null; readonly to: string | null }[] {
  return store.db
    .select({ fullName: signers.fullName, from: signers.validFrom, to: signers.validTo })
    .from(signers)
    .where(eq(signers.unitId, unitId))
    .all()
    .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
}

/** Lines of Nơi nhận for a type on a day: the type's own, then those that stand for every type. */
export function readRecipientsOn(store: Pick<ReadStore, 'db'>, type: string, on: IsoDate): string[] {
  return linesOn(store.db.select().from(recipients).all(), type, on)
}

/** Căn cứ in the same way. */
export function readLegalBasesOn(store: Pick<ReadStore, 'db'>, type: string, on: IsoDate): string[] {
  return linesOn(store.db.select().from(legalBases).all(), type, on)
}

type LineColumns = typeof recipients.$inferSelect

function linesOn(rows: readonly LineColumns[], type: string, on: IsoDate): string[] {
  return rows
    .filter(
      (row) => (row.documentType === '' || row.documentType === type) && isValidOn(on, row.validFrom, row.validTo),
    )
    .toSorted((a, b) => a.sortOrder - b.sortOrder)
    .map((row) => row.text)
}

export interface StoredDocument {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly plan: string | null
  readonly unit: string | null
  readonly asOf: string | null
  readonly path: string
  readonly sha256: string
  readonly status: 'draft' | 'issued'
  readonly madeAt: string
  readonly ruleSet: string | null
  readonly number: string | null
  readonly series: string | null
  readonly issuedOn: string | null
  readonly correctsId: string | null
}

/** Made documents, newest first; ids rise in time and order those of one moment. What is large of them stays unread. */
export function readDocuments(store: Pick<ReadStore, 'db'>): StoredDocument[] {
  const planCode = new Map(
    store.db
      .select({ id: plans.id, code: plans.code })
      .from(plans)
      .all()
      .map((row) => [row.id, row.code]),
  )
  const unitCode = new Map(
    store.db
      .select({ id: units.id, code: units.code })
      .from(units)
      .all()
      .map((row) => [row.id, row.code]),
  )
  const { snapshot: _, content: __, ...columns } = getTableColumns(documents)
  return store.db
    .select(columns)
    .from(documents)
    .orderBy(desc(documents.madeAt), desc(documents.id))
    .all()
    .map(({ planId, unitId, ...row }) => ({
      ...row,
      plan: planId === null ? null : (planCode.get(planId) ?? null),
      unit: unitId === null ? null : (unitCode.get(unitId) ?? null),
    }))
}

/** What one document was made with, and its issued file in base64; null for an id nobody knows. */
export function readDocument(
  store: Pick<ReadStore, 'db'>,
  id: string,
): Pick<typeof documents.$inferSelect, 'id' | 'title' | 'snapshot' | 'content'> | null {
  const { title, snapshot, content } = documents
  return (
    store.db.select({ id: documents.id, title, snapshot, content }).from(documents).where(eq(documents.id, id)).get() ??
    null
  )
}

export interface MadeFileRow {
  readonly sha256: string
  readonly status: 'draft' | 'issued'
  /** Hash of what it was written from; null for one made before that was kept. */
  readonly composed: string | null
}

/** What was ever written to a file, newest first. */
export function readMadeFiles(store: Pick<ReadStore, 'sqlite'>, file: string): MadeFileRow[] {
  return store.sqlite
    .prepare<[string], MadeFileRow>(
      `SELECT sha256, status, json_extract(snapshot, '$.composed') AS composed FROM documents
       WHERE path = ? ORDER BY made_at DESC, id DESC`,
    )
    .all(file)
}

/** Short names of all units by id, as lists in documents print them. */
export function readShortNames(store: Pick<ReadStore, 'db'>): ReadonlyMap<string, string> {
  return new Map(
    store.db
      .select({ id: units.id, shortName: units.shortName })
      .from(units)
      .all()
      .map((row) => [row.id, row.shortName]),
  )
}
