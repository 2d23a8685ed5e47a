import { foldText } from '#shared/domain/text/fold.ts'
import { sortKey } from '#shared/domain/text/sort-key.ts'
import { type DatedUnit, isSameStanding, type Past, standingOn } from '#shared/domain/units/dated-unit.ts'
import { type Decision, describeDecision } from '#shared/domain/units/fate.ts'
import type { Holding, Organisation } from '#shared/domain/units/organisation.ts'
import { addDays } from '#shared/kit/dates.ts'
import { and, eq } from '../../db/orm.ts'
import { readStoredRelations } from '../../db/queries/dated-units.ts'
import { targetMoves, unitAliases, unitPasts, unitRelations, units } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/store.ts'

/** Writes what is different in the organisation after a change; rows that are the same are not touched. */
export function writeOrganisation(
  tx: Transaction,
  before: Organisation,
  after: Organisation,
  decision: Decision,
): void {
  // New ones first: what moves refers to them.
  for (const unit of after.units.values()) if (!before.units.has(unit.id)) insertUnit(tx, unit)
  for (const unit of after.units.values()) {
    const known = before.units.get(unit.id)
    if (known !== undefined && known !== unit) updateUnit(tx, known, unit)
  }
  writePlaces(tx, before, after)
  writeRelations(tx, before, after, decision)
  for (const { fromId, toId, on, ...move } of after.targetMoves.slice(before.targetMoves.length))
    tx.db
      .insert(targetMoves)
      .values({ id: tx.newId(), ...move, fromUnitId: fromId, toUnitId: toId, onDate: on })
      .run()
}

function writeRelations(tx: Transaction, before: Organisation, after: Organisation, decision: Decision): void {
  const told = {
    decision: describeDecision(decision),
    decisionNumber: decision.number,
    decidedOn: decision.on,
    decidedBy: decision.by,
  }
  const stored = new Map(readStoredRelations(tx).map((row) => [row.id, row]))
  const gone = new Set(before.relations.flatMap(({ id }) => id ?? []))
  for (const { id, like, fromId, toId, kind, on, figures } of after.relations) {
    const columns = { fromUnitId: fromId, toUnitId: toId, kind, onDate: on, figures }
    const known = id === null ? undefined : stored.get(id)
    if (known !== undefined) {
      gone.delete(known.id)
      if (known.fromUnitId !== fromId || known.kind !== kind)
        tx.db.update(unitRelations).set(columns).where(eq(unitRelations.id, known.id)).run()
      continue
    }
    const note = kind === 'rename' ? noteOfRename(after, fromId, on) : null
    const copied = like === undefined ? undefined : stored.get(like)
    tx.db
      .insert(unitRelations)
      .values({ ...told, note, ...copied, ...columns, id: tx.newId() })
      .run()
  }
  for (const id of gone) tx.db.delete(unitRelations).where(eq(unitRelations.id, id)).run()
}

/** "Công đoàn xã A → Công đoàn phường A", for whoever reads the table without the pasts of the unit. */
function noteOfRename({ units: known }: Organisation, id: string, on: string): string | null {
  const unit = known.get(id)
  return unit === undefined ? null : `${standingOn(unit, addDays(on, -1)).name} → ${standingOn(unit, on).name}`
}

function insertUnit(tx: Transaction, unit: DatedUnit): void {
  const { id, code, sortOrder, validFrom, validTo } = unit
  tx.db
    .insert(units)
    .values({ id, code, sortOrder, validFrom, validTo, ...columnsOf(unit) })
    .run()
  addAliases(tx, unit, [])
}

function columnsOf({
  name,
  shortName,
  typeId,
  parentId,
}: Pick<DatedUnit, 'name' | 'shortName' | 'typeId' | 'parentId'>) {
  return { name, shortName, nameFolded: foldText(name), sortKey: sortKey(name), typeId, parentId }
}

function updateUnit(tx: Transaction, known: DatedUnit, unit: DatedUnit): void {
  if (!isSameStanding(known, unit) || known.validTo !== unit.validTo)
    tx.db
      .update(units)
      .set({ ...columnsOf(unit), validTo: unit.validTo })
      .where(eq(units.id, unit.id))
      .run()
  writePasts(tx, known, unit)
  addAliases(tx, unit, known.aliases)
}

export function writePasts(tx: Transaction, known: DatedUnit, unit: DatedUnit): void {
  const stored = new Map(known.pasts.map((past) => [past.until, past]))
  for (const past of unit.pasts) {
    const old = stored.get(past.until)
    stored.delete(past.until)
    if (old === undefined)
      tx.db
        .insert(unitPasts)
        .values({ id: tx.newId(), unitId: unit.id, until: past.until, ...pastColumns(past) })
        .run()
    else if (!isSameStanding(old, past))
      tx.db.update(unitPasts).set(pastColumns(past)).where(pastOf(unit.id, past.until)).run()
  }
  for (const until of stored.keys()) tx.db.delete(unitPasts).where(pastOf(unit.id, until)).run()
}

function pastOf(unitId: string, until: string) {
  return and(eq(unitPasts.unitId, unitId), eq(unitPasts.until, until))
}

function pastColumns({ name, shortName, typeId, parentId }: Past) {
  return { name, shortName, nameFolded: foldText(name), typeId, parentId }
}

function addAliases(tx: Transaction, unit: DatedUnit, known: DatedUnit['aliases']): void {
  for (const { name, from } of unit.aliases.slice(known.length))
    tx.db
      .insert(unitAliases)
      .values({ id: tx.newId(), unitId: unit.id, alias: name, aliasFolded: foldText(name), validFrom: from })
      .run()
}

/** Thousands of enterprises may move at once, so their former places are recorded together. */
function writePlaces(tx: Transaction, before: Organisation, after: Organisation): void {
  const known = new Map(before.holdings.map((holding) => [holding.id, holding]))
  const moved = after.holdings.filter((holding) => {
    const old = known.get(holding.id)
    return old !== undefined && old !== holding && !isSamePlace(old, holding)
  })
  if (moved.length === 0) return
  const place = {
    enterprise: tx.sqlite.prepare('UPDATE enterprises SET unit_id = ? WHERE id = ? AND unit_id IS NOT ?'),
    union: tx.sqlite.prepare('UPDATE grassroots_unions SET unit_id = ? WHERE id = ? AND unit_id IS NOT ?'),
  }
  const forget = {
    enterprise: tx.sqlite.prepare('DELETE FROM former_places WHERE enterprise_id = ? AND until = ?'),
    union: tx.sqlite.prepare('DELETE FROM former_places WHERE union_id = ? AND until = ?'),
  }
  const remember = tx.sqlite.prepare(
    'INSERT INTO former_places (id, enterprise_id, union_id, unit_id, until) VALUES (?, ?, ?, ?, ?)',
  )
  tx.insertMany(['former_places'], () => {
    for (const holding of moved) {
      const { id, kind, unitId } = holding
      const old = new Map((known.get(id)?.pasts ?? []).map((past) => [past.until, past.unitId]))
      for (const past of holding.pasts) {
        if (old.has(past.until) && old.get(past.until) === past.unitId) old.delete(past.until)
        else {
          if (old.delete(past.until)) forget[kind].run(id, past.until)
          const [enterpriseId, unionId] = kind === 'enterprise' ? [id, null] : [null, id]
          remember.run(tx.newId(), enterpriseId, unionId, past.unitId, past.until)
        }
      }
      for (const until of old.keys()) forget[kind].run(id, until)
      place[kind].run(unitId, id, unitId)
    }
  })
}

function isSamePlace(a: Holding, b: Holding): boolean {
  return (
    a.unitId === b.unitId &&
    a.pasts.length === b.pasts.length &&
    a.pasts.every((past, at) => past.until === b.pasts[at]?.until && past.unitId === b.pasts[at]?.unitId)
  )
}
