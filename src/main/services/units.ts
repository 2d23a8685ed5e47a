import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { UnitRow, unitsContract } from '#shared/contract/units.ts'
import { formatNumber } from '#shared/domain/text/format.ts'
import type { Past } from '#shared/domain/units/dated-unit.ts'
import { ok } from '#shared/kit/result.ts'
import { readDatedUnits } from '../db/queries/dated-units.ts'
import { readUnits, readUnitTypes } from '../db/queries/units.ts'
import type { ReadStore, Store } from '../db/store.ts'
import type { CommandContext, Service } from './service.ts'
import { countHoldings } from './units/count-holdings.ts'
import {
  completeUnit,
  decideColumns,
  type KnownUnits,
  patchUnit,
  type UnitColumns,
  type UnitPatch,
} from './units/decide-unit.ts'
import { insertUnit, isUnitInUse, removeUnit, updatePast, updateUnit } from './units/write-unit.ts'

export const unitsService: Service<keyof typeof unitsContract> = {
  'units.list': ({ store }, { asOf }) => ok(readUnits(store, asOf)),
  'units.counts': ({ store }, { asOf }) => ok(countHoldings(store, asOf)),
  'unitTypes.list': ({ store }) => ok(readUnitTypes(store)),

  'units.add': ({ store }, input) => {
    const known = readKnown(store)
    const decided = decideColumns(known, null, input)
    if (!decided.ok) return decided
    const columns = decided.value
    const sortOrder = lastSortOrder(known, input.parent) + 10
    const id = store.write({ kind: 'units.add', label: `Thêm đơn vị ${columns.name}` }, (tx) =>
      insertUnit(tx, columns, sortOrder),
    )
    return answer(store, id)
  },

  'units.update': ({ store }, { id, patch, asOf }) => {
    const staged = stageEdit(readKnown(store), readPast(store, id, asOf), id, patch)
    if (!staged.ok) return staged
    const { columns, past } = staged.value
    store.write({ kind: 'units.update', label: `Sửa đơn vị ${past?.name ?? columns.name}` }, (tx) => {
      updateUnit(tx, id, columns)
      if (past !== null) updatePast(tx, id, past)
      return null
    })
    return answer(store, id)
  },

  'units.updateMany': updateMany,

  'units.remove': ({ store }, { id }) => {
    const current = readUnits(store, null).find((row) => row.id === id)
    if (current === undefined) return fail('ROW_UNKNOWN')
    if (current.parent === null || isUnitInUse(store, id, new Set())) return fail('UNIT_IN_USE', { name: current.name })
    store.write({ kind: 'units.remove', label: `Xóa đơn vị ${current.name}` }, (tx) => {
      removeUnit(tx, id)
      return null
    })
    return ok({})
  },

  'units.removeMany': ({ store }, { ids, label }) => {
    const rows = new Map(readUnits(store, null).map((row) => [row.id, row]))
    const going = new Set(ids.filter((id) => rows.has(id)))
    // One that has to stay keeps those above it; so it is asked until nothing changes.
    for (let before = -1; before !== going.size;) {
      before = going.size
      for (const id of going) if (rows.get(id)?.parent === null || isUnitInUse(store, id, going)) going.delete(id)
    }
    const kept = ids.flatMap((id) => {
      const row = rows.get(id)
      if (row === undefined || going.has(id)) return []
      return [{ id, name: row.name, reason: fail('UNIT_IN_USE', { name: row.name }).error.message }]
    })
    if (going.size > 0)
      store.write({ kind: 'units.remove', label: label ?? `Xóa ${formatNumber(going.size)} đơn vị` }, (tx) => {
        // Those below go first.
        for (const row of [...rows.values()].toReversed()) if (going.has(row.id)) removeUnit(tx, row.id)
        return null
      })
    return ok({ removed: going.size, kept })
  },
}

interface StagedEdit {
  readonly id: string
  readonly columns: UnitColumns
  /** How it stood on the day shown, when that is not how it stands now. */
  readonly past: Past | null
}

/** Checks an edit; what of it belongs to the past shown goes there. */
function stageEdit(known: KnownUnits, past: Past | null, id: string, patch: UnitPatch): AppResult<StagedEdit> {
  const current = known.rows.find((row) => row.id === id)
  if (current === undefined) return fail('ROW_UNKNOWN')
  if (past === null) {
    const decided = decideColumns(known, current, patchUnit(current, patch))
    return decided.ok ? ok({ id, columns: decided.value, past: null }) : decided
  }
  const { name, shortName, type, parent, ...ofUnit } = patch
  const decided = decideColumns(known, current, patchUnit(current, ofUnit))
  if (!decided.ok) return decided
  const stood: UnitRow = {
    ...current,
    name: past.name,
    shortName: past.shortName,
    type: known.types.find((row) => row.id === past.typeId)?.code ?? current.type,
    parent: known.rows.find((row) => row.id === past.parentId)?.code ?? null,
  }
  const then = decideColumns(known, stood, patchUnit(stood, { name, shortName, type, parent }))
  if (!then.ok) return then
  const { typeId, parentId } = then.value
  return ok({
    id,
    columns: decided.value,
    past: { until: past.until, name: then.value.name, shortName: then.value.shortName, typeId, parentId },
  })
}

function updateMany(
  { store, today }: CommandContext,
  {
    edits,
    added,
    asOf,
    label,
    dryRun,
  }: {
    readonly edits: readonly { readonly id: string; readonly patch: UnitPatch }[]
    readonly added: readonly UnitPatch[]
    readonly asOf: string | null
    readonly label?: string | undefined
    readonly dryRun: boolean
  },
) {
  let known = readKnown(store)
  const dated = readDatedUnits(store)
  const refused: { row: number; isNew: boolean; reason: string }[] = []
  const staged: StagedEdit[] = []
  const born: { readonly row: number; readonly columns: UnitColumns; readonly sortOrder: number; id: string }[] = []
  edits.forEach(({ id, patch }, row) => {
    const past = asOf === null ? undefined : dated.get(id)?.pasts.find(({ until }) => asOf <= until)
    const edit = stageEdit(known, past ?? null, id, patch)
    if (!edit.ok) {
      refused.push({ row, isNew: false, reason: edit.error.message })
      return
    }
    staged.push(edit.value)
    known = withRow(known, id, edit.value.columns)
  })
  added.forEach((patch, row) => {
    const completed = completeUnit(known, patch, asOf ?? today())
    const decided = completed.ok ? decideColumns(known, null, completed.value) : completed
    if (!decided.ok) {
      refused.push({ row, isNew: true, reason: decided.error.message })
      return
    }
    const parent = known.rows.find((other) => other.id === decided.value.parentId)
    const id = `new:${row}`
    born.push({ row, columns: decided.value, sortOrder: lastSortOrder(known, parent?.code ?? null) + 10, id })
    known = withRow(known, id, decided.value, lastSortOrder(known, parent?.code ?? null) + 10)
  })
  const ids = new Map<string, string>()
  const count = staged.length + born.length
  if (count > 0 && !dryRun)
    store.write({ kind: 'units.update', label: label ?? `Sửa ${formatNumber(count)} đơn vị` }, (tx) => {
      for (const { id, columns, past } of staged) {
        updateUnit(tx, id, columns)
        if (past !== null) updatePast(tx, id, past)
      }
      for (const { id, columns, sortOrder } of born) {
        // Under one that was born with it.
        const parentId = columns.parentId === null ? null : (ids.get(columns.parentId) ?? columns.parentId)
        ids.set(id, insertUnit(tx, { ...columns, parentId }, sortOrder))
      }
      return null
    })
  return ok({
    written: staged.length,
    addedIds: added.map((_, row) => ids.get(`new:${row}`) ?? null),
    refused,
  })
}

function readKnown(store: ReadStore): KnownUnits {
  return { types: readUnitTypes(store), rows: readUnits(store, null) }
}

function readPast(store: ReadStore, id: string, asOf: string | null): Past | null {
  if (asOf === null) return null
  return (
    readDatedUnits(store)
      .get(id)
      ?.pasts.find(({ until }) => asOf <= until) ?? null
  )
}

function lastSortOrder({ rows }: KnownUnits, parent: string | null): number {
  return Math.max(0, ...rows.filter((row) => row.parent === parent).map((row) => row.sortOrder))
}

/** The units with one as it will be, for the checks of the rows behind it. */
function withRow({ types, rows }: KnownUnits, id: string, columns: UnitColumns, sortOrder = 0): KnownUnits {
  const parent = rows.find((row) => row.id === columns.parentId)?.code ?? null
  const type = types.find((row) => row.id === columns.typeId)
  const known = rows.find((row) => row.id === id)
  const { code, name, shortName, validFrom, validTo, note } = columns
  const row: UnitRow = {
    id,
    code,
    name,
    shortName,
    type: type?.code ?? '',
    typeName: type?.name ?? '',
    parent,
    sortOrder: known?.sortOrder ?? sortOrder,
    validFrom,
    validTo,
    note,
    aliases: [...columns.aliases],
    fate: known?.fate ?? [],
  }
  if (known === undefined) return { types, rows: [...rows, row] }
  // Those below know it by its code.
  const moved =
    known.code === code ? rows : rows.map((other) => (other.parent === known.code ? { ...other, parent: code } : other))
  return { types, rows: moved.map((other) => (other.id === id ? row : other)) }
}

function answer(store: Store, id: string): AppResult<UnitRow> {
  const row = readUnits(store, null).find((unit) => unit.id === id)
  return row === undefined ? fail('ROW_UNKNOWN') : ok(row)
}
