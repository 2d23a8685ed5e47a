import { appError, fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { UnionRow } from '#shared/contract/unions.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import { SqliteError } from '../../db/load-sqlite.ts'
import { eq } from '../../db/orm.ts'
import { grassrootsUnions, unionMembers, unitTypes } from '../../db/schema/index.ts'
import type { ReadStore, Store, Transaction } from '../../db/store.ts'
import type { CommandContext } from '../service.ts'
import { hasUnionOn, tellRegistry } from './enterprise-link.ts'
import { readUnionSurroundings } from './known-things.ts'
import { readUnionRows } from './list.ts'
import { readUnionCell, type UnionPatch } from './read-cell.ts'

type UnionColumns = typeof grassrootsUnions.$inferSelect
type CellValue = string | number | boolean | null

/** The form of one union: every field at once; the first field that is wrong refuses it. */
export function saveUnion(context: CommandContext, input: ParsedInput<'unions.save'>): AppResult<UnionRow> {
  const { store } = context
  const { id, enterpriseId, successorId, previousId, ...fields } = input
  if (id !== null && readColumns(store, id) === undefined) return fail('ROW_UNKNOWN')
  if (id !== null && (id === successorId || id === previousId)) return fail('UNION_OF_ITSELF')
  const known = readUnionSurroundings(store)
  const cells = { ...fields, enterprise: enterpriseId, successor: successorId, previous: previousId }
  let patch: UnionPatch = {}
  for (const [column, value] of Object.entries(cells)) {
    const read = readUnionCell(column, value, known)
    if (!read.ok) return read
    patch = { ...patch, ...read.value }
  }
  const rowId = id ?? context.newId()
  store.write({ kind: 'unions.save', label: `${id === null ? 'Thêm' : 'Sửa'} ${input.name}` }, (tx) => {
    if (id === null) insertUnion(tx, rowId, patch)
    else tx.db.update(grassrootsUnions).set(patch).where(eq(grassrootsUnions.id, id)).run()
    keepRegistryTold(tx, rowId)
    return null
  })
  return answerUnion(store, rowId, context.today())
}

interface Prepared {
  readonly id: string
  /** How refusals name it: its id, or `new:<index>`. */
  readonly named: string
  readonly isNew: boolean
  cells: number
  patch: UnionPatch
}

/** Cells of many unions and new unions, as one step. What cannot be taken comes back with the reason. */
export function updateUnions(
  context: CommandContext,
  input: ParsedInput<'unions.updateMany'>,
): AppResult<Output<'unions.updateMany'>> {
  const { store } = context
  const known = readUnionSurroundings(store)
  const refused: { id: string; column: string; reason: string }[] = []
  const take = (row: Prepared, column: string, value: CellValue): void => {
    const read = readUnionCell(column, value, known)
    const isItself = read.ok && (read.value.successorId === row.id || read.value.previousId === row.id)
    if (!read.ok) refused.push({ id: row.named, column, reason: read.error.message })
    else if (isItself) refused.push({ id: row.named, column, reason: appError('UNION_OF_ITSELF').message })
    else {
      row.patch = { ...row.patch, ...read.value }
      row.cells += 1
    }
  }

  const changed = new Map<string, Prepared>()
  for (const { id, column, value } of input.edits) {
    let row = changed.get(id)
    if (row === undefined) {
      if (readColumns(store, id) === undefined) {
        refused.push({ id, column, reason: appError('ROW_UNKNOWN').message })
        continue
      }
      row = { id, named: id, isNew: false, cells: 0, patch: {} }
      changed.set(id, row)
    }
    take(row, column, value)
  }
  const unit = input.unit === null ? null : known.units.find(input.unit)
  const added = input.added.map(({ cells }, index): Prepared | null => {
    const named = `new:${index}`
    const first: UnionPatch = unit !== null && typeof unit === 'object' ? { unitId: unit.id } : {}
    const row: Prepared = { id: context.newId(), named, isNew: true, cells: 0, patch: first }
    for (const { column, value } of cells) if (value !== null && value !== '') take(row, column, value)
    if (row.patch.name !== undefined) return row
    if (!refused.some((refusal) => refusal.id === named && refusal.column === 'name'))
      refused.push({ id: named, column: 'name', reason: appError('UNION_NAME_MISSING').message })
    return null
  })
  const rows = [...changed.values(), ...added.filter((row) => row !== null)].filter((row) => row.cells > 0)
  const written = rows.reduce((sum, row) => sum + row.cells, 0)
  const label = input.label ?? `Sửa ${formatNumber(written)} ô trong CĐCS`
  if (rows.length > 0 && !input.dryRun)
    store.write({ kind: 'unions.updateMany', label }, (tx) => {
      for (const { id, isNew, patch } of rows) {
        if (isNew) insertUnion(tx, id, patch)
        else tx.db.update(grassrootsUnions).set(patch).where(eq(grassrootsUnions.id, id)).run()
        if (patch.enterpriseId !== undefined) keepRegistryTold(tx, id)
      }
      return null
    })
  return ok({ written, refused, addedIds: added.map((row) => (input.dryRun ? null : (row?.id ?? null))) })
}

/** Takes whole unions out; one that another refers to stays. */
export function removeUnions(
  store: Store,
  { ids, label }: ParsedInput<'unions.remove'>,
): AppResult<Output<'unions.remove'>> {
  const rows = [...new Set(ids)].map((id) => readColumns(store, id))
  if (rows.some((row) => row === undefined)) return fail('ROW_UNKNOWN')
  const found = rows.filter((row) => row !== undefined)
  const kept: { id: string; name: string; reason: string }[] = []
  const [only] = found
  const named = found.length === 1 && only !== undefined ? only.name : `${formatNumber(found.length)} công đoàn cơ sở`
  store.write({ kind: 'unions.remove', label: label ?? `Xóa ${named}` }, (tx) => {
    // Links between rows that go together are cut first.
    const going = new Set(found.map((row) => row.id))
    for (const row of found) {
      if (row.successorId !== null && going.has(row.successorId))
        tx.db.update(grassrootsUnions).set({ successorId: null }).where(eq(grassrootsUnions.id, row.id)).run()
      if (row.previousId !== null && going.has(row.previousId))
        tx.db.update(grassrootsUnions).set({ previousId: null }).where(eq(grassrootsUnions.id, row.id)).run()
    }
    for (const { id, name } of found) {
      if (!removeOne(tx, id)) kept.push({ id, name, reason: appError('CATALOGUE_IN_USE', { name }).message })
    }
    return null
  })
  return ok({ removed: found.length - kept.length, kept })
}

/** False when another row refers to it; its member counts then stay too. */
function removeOne(tx: Transaction, id: string): boolean {
  try {
    tx.sqlite.transaction(() => {
      tx.db.delete(unionMembers).where(eq(unionMembers.unionId, id)).run()
      tx.db.delete(grassrootsUnions).where(eq(grassrootsUnions.id, id)).run()
    })()
    return true
  } catch (thrown) {
    if (thrown instanceof SqliteError && thrown.code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return false
    throw thrown
  }
}

export function insertUnion(tx: Transaction, id: string, patch: UnionPatch): void {
  const { name, nameFolded, sortKey } = patch
  if (name === undefined || nameFolded === undefined || sortKey === undefined)
    throw new Error('a union is inserted with its name')
  const typeId = patch.typeId ?? usualType(tx)
  tx.db
    .insert(grassrootsUnions)
    .values({ ...patch, id, name, nameFolded, sortKey, typeId })
    .run()
}

/** Công đoàn cơ sở, or whatever stands first among the types of that level. */
function usualType(tx: Transaction): string {
  const types = tx.db
    .select()
    .from(unitTypes)
    .where(eq(unitTypes.level, 'grassroots'))
    .orderBy(unitTypes.sortOrder)
    .all()
  const type = types.find((row) => row.code === 'CDCS') ?? types[0]
  if (type === undefined) throw new Error('the catalogue has no type of grassroots union')
  return type.id
}

/** An enterprise a living union was linked to is one that has a union, from the day of the decision on. */
export function keepRegistryTold(tx: Transaction, unionId: string): void {
  const row = readColumns(tx, unionId)
  const day = row?.decisionOn ?? row?.foundedOn ?? null
  if (row === undefined || row.enterpriseId === null || day === null || row.endedOn !== null) return
  if (hasUnionOn(tx, row.enterpriseId, '9999-12-31')) return
  tellRegistry(tx, row.enterpriseId, day, {
    hasUnion: true,
    members: row.membersAtFounding,
    decisionNumber: row.decisionNumber,
    decisionOn: row.decisionOn,
  })
}

export function readColumns(store: Pick<ReadStore, 'db'>, id: string): UnionColumns | undefined {
  return store.db.select().from(grassrootsUnions).where(eq(grassrootsUnions.id, id)).get()
}

export function answerUnion(store: ReadStore, id: string, asOf: string): AppResult<UnionRow> {
  const row = readUnionRows(store, asOf).find((union) => union.id === id)
  if (row === undefined) throw new Error(`union ${id} was written and is not there`)
  return ok(row)
}
