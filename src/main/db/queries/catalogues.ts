import type { PersonRow, ReasonRow, StageRow } from '#shared/contract/catalogues.ts'
import { isValidOn, type IsoDate } from '#shared/kit/dates.ts'
import { asc, eq } from '../orm.ts'
import { people, reasons, stages, units } from '../schema/index.ts'
import type { ReadStore } from '../store.ts'

/** Every person with the folded name it is searched by, in the order of given names. */
export function readPeople(store: Pick<ReadStore, 'db'>): (PersonRow & { readonly nameFolded: string })[] {
  return store.db
    .select({
      id: people.id,
      fullName: people.fullName,
      nameFolded: people.nameFolded,
      position: people.position,
      unit: units.code,
      unitName: units.name,
      phone: people.phone,
      note: people.note,
      validFrom: people.validFrom,
      validTo: people.validTo,
    })
    .from(people)
    .leftJoin(units, eq(units.id, people.unitId))
    .orderBy(asc(people.sortKey), asc(people.id))
    .all()
}

export function readStages(store: Pick<ReadStore, 'db'>, asOf: IsoDate | null = null): StageRow[] {
  return validRows(store.db.select().from(stages).orderBy(asc(stages.sortOrder), asc(stages.code)).all(), asOf)
}

export function readReasons(store: Pick<ReadStore, 'db'>, asOf: IsoDate | null = null): ReasonRow[] {
  return validRows(store.db.select().from(reasons).orderBy(asc(reasons.sortOrder), asc(reasons.code)).all(), asOf)
}

export function validRows<Row extends { readonly validFrom: string | null; readonly validTo: string | null }>(
  rows: Row[],
  asOf: IsoDate | null,
): Row[] {
  return asOf === null ? rows : rows.filter((row) => isValidOn(asOf, row.validFrom, row.validTo))
}
