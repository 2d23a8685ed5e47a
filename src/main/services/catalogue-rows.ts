import type { cataloguesContract, PersonRow } from '#shared/contract/catalogues.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { personSortKey } from '#shared/domain/text/sort-key.ts'
import { ok } from '#shared/kit/result.ts'
import { SqliteError } from '../db/load-sqlite.ts'
import { eq } from '../db/orm.ts'
import { readPeople, readReasons, readStages, validRows } from '../db/queries/catalogues.ts'
import { people, reasons, stages, units } from '../db/schema/index.ts'
import type { ReadStore, Store } from '../db/store.ts'
import type { Service } from './service.ts'

/** People, stages and reasons: rows an office keeps itself, dated, and never removed while something refers to them. */
export const catalogueRowsService: Service<keyof typeof cataloguesContract> = {
  'people.list': ({ store }, { asOf, unit, search }) => {
    const words = foldText(search).split(' ')
    const rows = validRows(readPeople(store), asOf)
      .filter((row) => unit === null || row.unit === unit)
      .filter((row) => words.every((word) => row.nameFolded.includes(word)))
    return ok(rows.map(withoutTwin))
  },
  'people.save': (context, { id, unit, ...row }) => {
    const { store } = context
    const dates = checkDates(row)
    if (dates !== null) return dates
    const known = readPeople(store)
    if (id !== null && !known.some((other) => other.id === id)) return fail('ROW_UNKNOWN')
    const unitId = unit === null ? null : findUnitId(store, unit)
    if (unitId === undefined) return fail('UNIT_UNKNOWN', { code: unit ?? '' })
    const columns = {
      ...row,
      position: emptyToNull(row.position),
      phone: emptyToNull(row.phone),
      note: emptyToNull(row.note),
      unitId,
      nameFolded: foldText(row.fullName),
      sortKey: personSortKey(row.fullName),
    }
    const rowId = id ?? context.newId()
    store.write({ kind: 'people.save', label: `${id === null ? 'Thêm' : 'Sửa'} cán bộ ${row.fullName}` }, (tx) => {
      if (id === null)
        tx.db
          .insert(people)
          .values({ ...columns, id: rowId })
          .run()
      else tx.db.update(people).set(columns).where(eq(people.id, rowId)).run()
      return null
    })
    return written(readPeople(store).map(withoutTwin), rowId)
  },
  'people.remove': ({ store }, { id }) => {
    const current = readPeople(store).find((row) => row.id === id)
    return removeRow(store, people, 'people.remove', 'cán bộ', current && { id, name: current.fullName })
  },

  'stages.list': ({ store }, { asOf }) => ok(readStages(store, asOf)),
  'stages.save': (context, { id, ...row }) => {
    const { store } = context
    const known = readStages(store)
    const checked = checkCoded(known, id, row)
    if (checked !== null) return checked
    const columns = {
      ...row,
      // A stage without a short name is called by its whole one.
      shortName: row.shortName === undefined || row.shortName === '' ? row.name : row.shortName,
      sortOrder: placeOf(known, id, row.sortOrder),
    }
    const rowId = id ?? context.newId()
    store.write({ kind: 'stages.save', label: `${id === null ? 'Thêm' : 'Sửa'} giai đoạn ${row.name}` }, (tx) => {
      if (id === null)
        tx.db
          .insert(stages)
          .values({ ...columns, id: rowId })
          .run()
      else tx.db.update(stages).set(columns).where(eq(stages.id, rowId)).run()
      return null
    })
    return written(readStages(store), rowId)
  },
  'stages.remove': ({ store }, { id }) =>
    removeRow(
      store,
      stages,
      'stages.remove',
      'giai đoạn',
      readStages(store).find((row) => row.id === id),
    ),

  'reasons.list': ({ store }, { asOf, kind }) =>
    ok(readReasons(store, asOf).filter((row) => kind === null || row.kind === kind)),
  'reasons.save': (context, { id, ...row }) => {
    const { store } = context
    const known = readReasons(store)
    const checked = checkCoded(known, id, row)
    if (checked !== null) return checked
    const columns = { ...row, sortOrder: placeOf(known, id, row.sortOrder) }
    const rowId = id ?? context.newId()
    store.write({ kind: 'reasons.save', label: `${id === null ? 'Thêm' : 'Sửa'} lý do ${row.name}` }, (tx) => {
      if (id === null)
        tx.db
          .insert(reasons)
          .values({ ...columns, id: rowId })
          .run()
      else tx.db.update(reasons).set(columns).where(eq(reasons.id, rowId)).run()
      return null
    })
    return written(readReasons(store), rowId)
  },
  'reasons.remove': ({ store }, { id }) =>
    removeRow(
      store,
      reasons,
      'reasons.remove',
      'lý do',
      readReasons(store).find((row) => row.id === id),
    ),
}

interface CodedRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly sortOrder: number
}

interface CodedInput {
  readonly code: string
  readonly validFrom: string | null
  readonly validTo: string | null
}

function checkCoded(known: readonly CodedRow[], id: string | null, row: CodedInput): ReturnType<typeof fail> | null {
  if (id !== null && !known.some((other) => other.id === id)) return fail('ROW_UNKNOWN')
  const twin = known.find((other) => other.code === row.code && other.id !== id)
  if (twin !== undefined) return fail('CATALOGUE_CODE_TAKEN', { code: row.code, name: twin.name })
  return checkDates(row)
}

function checkDates({ validFrom, validTo }: Omit<CodedInput, 'code'>): ReturnType<typeof fail> | null {
  if (validFrom === null || validTo === null || validFrom <= validTo) return null
  return fail('CATALOGUE_DATES_REVERSED', { from: formatDate(validFrom), to: formatDate(validTo) })
}

/** The place asked for, else the place it has, else after the last. */
function placeOf(known: readonly CodedRow[], id: string | null, asked: number | undefined): number {
  return (
    asked ??
    known.find((row) => row.id === id)?.sortOrder ??
    known.reduce((last, row) => Math.max(last, row.sortOrder), 0) + 10
  )
}

/** Deletes the row, and says that it is in use when any table of the file refers to it. */
function removeRow(
  store: Store,
  table: typeof people | typeof stages | typeof reasons,
  kind: string,
  what: string,
  row: { readonly id: string; readonly name: string } | undefined,
): AppResult<Record<string, never>> {
  if (row === undefined) return fail('ROW_UNKNOWN')
  try {
    store.write({ kind, label: `Xóa ${what} ${row.name}` }, (tx) => {
      tx.db.delete(table).where(eq(table.id, row.id)).run()
      return null
    })
  } catch (thrown) {
    if (thrown instanceof SqliteError && thrown.code === 'SQLITE_CONSTRAINT_FOREIGNKEY')
      return fail('CATALOGUE_IN_USE', { name: row.name })
    throw thrown
  }
  return ok({})
}

/** The id of a unit by its code; undefined when there is no such unit. */
function findUnitId(store: ReadStore, code: string): string | undefined {
  return store.db.select({ id: units.id }).from(units).where(eq(units.code, code)).get()?.id
}

function withoutTwin({ nameFolded: _, ...row }: ReturnType<typeof readPeople>[number]): PersonRow {
  return row
}

function emptyToNull(text: string | null): string | null {
  return text === '' ? null : text
}

function written<Row extends { readonly id: string }>(rows: readonly Row[], id: string): AppResult<Row> {
  const row = rows.find((other) => other.id === id)
  if (row === undefined) throw new Error(`row ${id} was written and is not there`)
  return ok(row)
}
