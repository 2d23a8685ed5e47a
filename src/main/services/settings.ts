import { asc, eq, isNull, type SQLiteTable } from '../db/orm.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { DocumentLineRow, settingsContract, SettingsValues } from '#shared/contract/settings.ts'
import { ok } from '#shared/kit/result.ts'
import { legalBases, letterheads, recipients, settings, signers, units } from '../db/schema/index.ts'
import type { ReadStore, Store, Transaction } from '../db/store.ts'
import { ownUnit } from './exchange/site.ts'
import type { CommandContext, Service } from './service.ts'

const DEFAULTS: SettingsValues = {
  area: '',
  partyCommittee: 'Tỉnh ủy',
  yearStart: '01-01',
  registerSeries: 'type',
  partyTermFrom: '',
  userName: '',
}

/** Every key and value as stored; keys that are not there yet have their default. */
export function readSettings(store: Pick<ReadStore, 'db'>): SettingsValues {
  const stored = new Map(
    store.db
      .select()
      .from(settings)
      .all()
      .map((row) => [row.key, row.value]),
  )
  const read = (key: keyof SettingsValues): string => stored.get(key) ?? DEFAULTS[key]
  return {
    area: read('area'),
    partyCommittee: read('partyCommittee'),
    yearStart: read('yearStart'),
    registerSeries: read('registerSeries') === 'one' ? 'one' : 'type',
    partyTermFrom: read('partyTermFrom'),
    userName: read('userName'),
  }
}

export function readUserName(store: Pick<ReadStore, 'db'>): string {
  return store.db.select().from(settings).where(eq(settings.key, 'userName')).get()?.value ?? ''
}

export function writeSettings(tx: Transaction, values: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(values)) {
    const known = tx.db.select().from(settings).where(eq(settings.key, key)).get()
    if (known === undefined) tx.db.insert(settings).values({ id: tx.newId(), key, value }).run()
    else if (known.value !== value) tx.db.update(settings).set({ value }).where(eq(settings.id, known.id)).run()
  }
}

export const settingsService: Service<keyof typeof settingsContract> = {
  'settings.get': ({ store }) => {
    const root = store.db.select().from(units).where(isNull(units.parentId)).orderBy(asc(units.sortOrder)).get()
    if (root === undefined) throw new Error('a data file always has a root unit')
    return ok({
      root: { code: root.code, name: root.name },
      values: readSettings(store),
      letterheads: store.db
        .select()
        .from(letterheads)
        .orderBy(asc(letterheads.validFrom))
        .all()
        .map((row) => ({
          id: row.id,
          codeSuffix: row.codeSuffix,
          place: row.place,
          validFrom: row.validFrom,
          validTo: row.validTo,
          superiorLines: [...row.superiorLines],
          issuerLines: [...row.issuerLines],
        })),
      signers: store.db
        .select()
        .from(signers)
        .orderBy(asc(signers.sortOrder))
        .all()
        .map(({ id, fullName, authority, position, validFrom, validTo }) => ({
          id,
          fullName,
          authority,
          position,
          validFrom,
          validTo,
        })),
      recipients: store.db
        .select()
        .from(recipients)
        .orderBy(asc(recipients.documentType), asc(recipients.sortOrder))
        .all(),
      legalBases: store.db
        .select()
        .from(legalBases)
        .orderBy(asc(legalBases.documentType), asc(legalBases.sortOrder))
        .all(),
    })
  },

  'settings.set': ({ store }, input) => {
    // What holds by default is not written down: nothing was changed.
    const now: Readonly<Record<string, string>> = { ...readSettings(store) }
    const given = Object.fromEntries(
      Object.entries(input).filter(
        (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== now[entry[0]],
      ),
    )
    if (Object.keys(given).length === 0) return ok(readSettings(store))
    store.write({ kind: 'settings.set', label: 'Sửa cài đặt chung' }, (tx) => writeSettings(tx, given))
    return ok(readSettings(store))
  },

  'letterheads.save': (context, { id, ...row }) =>
    saveRow(
      context,
      letterheads,
      `phần đầu văn bản ${row.issuerLines.join(' ')}`,
      id,
      { ...row, unitId: ownUnit(context.store).id },
      (saved) => ({ ...row, id: saved }),
    ),
  'letterheads.remove': ({ store }, { id }) => removeRow(store, letterheads, 'phần đầu văn bản', id),

  'signers.save': (context, { id, ...row }) =>
    saveRow(
      context,
      signers,
      `người ký ${row.fullName}`,
      id,
      { ...row, unitId: ownUnit(context.store).id, sortOrder: 10 },
      (saved) => ({ ...row, id: saved }),
    ),
  'signers.remove': ({ store }, { id }) => removeRow(store, signers, 'người ký', id),

  'recipients.save': (context, row) => saveLine(context, recipients, 'nơi nhận', row),
  'recipients.remove': ({ store }, { id }) => removeRow(store, recipients, 'nơi nhận', id),
  'legalBases.save': (context, row) => saveLine(context, legalBases, 'căn cứ', row),
  'legalBases.remove': ({ store }, { id }) => removeRow(store, legalBases, 'căn cứ', id),
}

/** A recipient or a legal basis may run over several lines; its step is told by how it begins. */
const LONGEST_LABEL = 120

type SettingsTable = typeof letterheads | typeof signers | typeof recipients | typeof legalBases

function saveLine(
  context: CommandContext,
  table: typeof recipients | typeof legalBases,
  what: string,
  line: DocumentLineRow,
): AppResult<DocumentLineRow> {
  const { id, ...row } = line
  return saveRow(context, table, `${what} ${row.text}`, id, row, (saved) => ({ ...row, id: saved }))
}

function saveRow<Row>(
  { store, newId }: CommandContext,
  table: SettingsTable,
  what: string,
  id: string | null,
  values: Readonly<Record<string, unknown>>,
  answer: (id: string) => Row,
): AppResult<Row> {
  if (id !== null && !rowExists(store, table, id)) return fail('ROW_UNKNOWN')
  const rowId = id ?? newId()
  const label = `${id === null ? 'Thêm' : 'Sửa'} ${what}`.slice(0, LONGEST_LABEL)
  store.write({ kind: 'settings.save', label }, (tx) => {
    // The four tables share their shape of writing; which columns they have was checked by the contract.
    const target: SQLiteTable = table
    if (id === null)
      tx.db
        .insert(target)
        .values({ ...values, id: rowId })
        .run()
    else tx.db.update(target).set(values).where(eq(table.id, rowId)).run()
    return null
  })
  return ok(answer(rowId))
}

function removeRow(store: Store, table: SettingsTable, what: string, id: string): AppResult<Record<string, never>> {
  if (!rowExists(store, table, id)) return fail('ROW_UNKNOWN')
  store.write({ kind: 'settings.remove', label: `Xóa ${what}` }, (tx) => {
    tx.db.delete(table).where(eq(table.id, id)).run()
    return null
  })
  return ok({})
}

function rowExists(store: ReadStore, table: SettingsTable, id: string): boolean {
  return store.db.select({ id: table.id }).from(table).where(eq(table.id, id)).get() !== undefined
}
