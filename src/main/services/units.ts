import { eq } from '../db/orm.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { UnitRow, unitsContract } from '#shared/contract/units.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { sortKey } from '#shared/domain/text/sort-key.ts'
import { ok } from '#shared/kit/result.ts'
import { readUnits, readUnitTypes } from '../db/queries/units.ts'
import { unitAliases, units } from '../db/schema/index.ts'
import type { ReadStore, Store, Transaction } from '../db/store.ts'
import type { Service } from './service.ts'

export const unitsService: Service<keyof typeof unitsContract> = {
  'units.list': ({ store }, { asOf }) => ok(readUnits(store, asOf)),
  'unitTypes.list': ({ store }) => ok(readUnitTypes(store)),

  'units.add': ({ store }, input) => {
    const known = readUnits(store, null)
    const decided = decideColumns(store, known, null, input)
    if (!decided.ok) return decided
    const { aliases, ...columns } = decided.value
    const siblings = known.filter((row) => row.parent === input.parent)
    const sortOrder = Math.max(0, ...siblings.map((row) => row.sortOrder)) + 10
    const id = store.write({ kind: 'units.add', label: `Thêm đơn vị ${columns.name}` }, (tx) => {
      const newRowId = tx.newId()
      tx.db
        .insert(units)
        .values({ ...columns, id: newRowId, sortOrder })
        .run()
      writeAliases(tx, newRowId, aliases)
      return newRowId
    })
    return answer(store, id)
  },

  'units.update': ({ store }, { id, patch }) => {
    const known = readUnits(store, null)
    const current = known.find((row) => row.id === id)
    if (current === undefined) return fail('ROW_UNKNOWN')
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
    // A renamed unit's short name follows unless the clerk gave it one of its own.
    const shortName =
      patch.shortName ?? (current.shortName === current.name ? (patch.name ?? current.name) : current.shortName)
    const decided = decideColumns(store, known, current, { ...current, ...given, shortName })
    if (!decided.ok) return decided
    const { aliases, ...columns } = decided.value
    store.write({ kind: 'units.update', label: `Sửa đơn vị ${columns.name}` }, (tx) => {
      tx.db.update(units).set(columns).where(eq(units.id, id)).run()
      writeAliases(tx, id, aliases)
      return null
    })
    return answer(store, id)
  },

  'units.remove': ({ store }, { id }) => {
    const current = readUnits(store, null).find((row) => row.id === id)
    if (current === undefined) return fail('ROW_UNKNOWN')
    if (current.parent === null || isInUse(store, id)) return fail('UNIT_IN_USE', { name: current.name })
    store.write({ kind: 'units.remove', label: `Xóa đơn vị ${current.name}` }, (tx) => {
      tx.db.delete(unitAliases).where(eq(unitAliases.unitId, id)).run()
      tx.db.delete(units).where(eq(units.id, id)).run()
      return null
    })
    return ok({})
  },
}

type UnitInput = Omit<ParsedInput<'units.add'>, 'shortName'> & { readonly shortName?: string | undefined }

/** Checks a unit as it would be and turns it into columns; `current` is null for a new one. */
function decideColumns(
  store: ReadStore,
  known: readonly UnitRow[],
  current: UnitRow | null,
  input: UnitInput,
): AppResult<UnitColumns> {
  const types = readUnitTypes(store)
  const type = types.find((row) => row.code === input.type)
  if (type === undefined)
    return fail('UNIT_TYPE_UNKNOWN', { code: input.type, codes: types.map((row) => row.code).join(', ') })
  const twin = known.find((row) => row.code === input.code && row.id !== current?.id)
  if (twin !== undefined) return fail('UNIT_CODE_TAKEN', { code: input.code, name: twin.name })
  const { validFrom, validTo } = input
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    return fail('UNIT_DATES_REVERSED', { from: formatDate(validFrom), to: formatDate(validTo) })
  if (input.parent === null && current?.parent !== null) return fail('UNIT_PARENT_MISSING')
  const parent = known.find((row) => row.code === input.parent)
  if (input.parent !== null && parent === undefined) return fail('UNIT_UNKNOWN', { code: input.parent })
  if (current !== null && isWithin(known, parent, current.code)) return fail('UNIT_PARENT_LOOP', { name: current.name })
  return ok({
    code: input.code,
    name: input.name,
    shortName: input.shortName ?? input.name,
    nameFolded: foldText(input.name),
    sortKey: sortKey(input.name),
    typeId: type.id,
    parentId: parent?.id ?? null,
    validFrom,
    validTo,
    note: input.note,
    aliases: input.aliases,
  })
}

interface UnitColumns {
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly nameFolded: string
  readonly sortKey: string
  readonly typeId: string
  readonly parentId: string | null
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly note: string | null
  readonly aliases: readonly string[]
}

/** Whether `unit` is the unit with `code` or lies below it. */
function isWithin(known: readonly UnitRow[], unit: UnitRow | undefined, code: string): boolean {
  for (let at = unit; at !== undefined; at = known.find((row) => row.code === at?.parent))
    if (at.code === code) return true
  return false
}

function writeAliases(tx: Transaction, unitId: string, aliases: readonly string[]): void {
  const wanted = new Map(aliases.map((alias) => [foldText(alias), alias]))
  const stored = tx.db.select().from(unitAliases).where(eq(unitAliases.unitId, unitId)).all()
  for (const row of stored) {
    if (wanted.get(row.aliasFolded) === row.alias) wanted.delete(row.aliasFolded)
    else tx.db.delete(unitAliases).where(eq(unitAliases.id, row.id)).run()
  }
  for (const [aliasFolded, alias] of wanted)
    tx.db.insert(unitAliases).values({ id: tx.newId(), unitId, alias, aliasFolded }).run()
}

const REFERENCES: readonly (readonly [table: string, column: string])[] = [
  ['units', 'parent_id'],
  ['unit_relations', 'from_unit_id'],
  ['unit_relations', 'to_unit_id'],
  ['targets', 'unit_id'],
  ['allocations', 'unit_id'],
  ['enterprises', 'unit_id'],
  ['observations', 'unit_id'],
  ['reports', 'unit_id'],
  ['plans', 'owner_unit_id'],
  ['letterheads', 'unit_id'],
  ['signers', 'unit_id'],
  ['documents', 'unit_id'],
]

function isInUse(store: ReadStore, id: string): boolean {
  return REFERENCES.some(
    ([table, column]) =>
      store.sqlite.prepare(`SELECT 1 FROM "${table}" WHERE "${column}" = ? LIMIT 1`).get(id) !== undefined,
  )
}

function answer(store: Store, id: string): AppResult<UnitRow> {
  const row = readUnits(store, null).find((unit) => unit.id === id)
  if (row === undefined) throw new Error(`unit ${id} was written and is not there`)
  return ok(row)
}
