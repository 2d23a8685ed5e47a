import { foldText } from '#shared/domain/text/fold.ts'
import type { Past } from '#shared/domain/units/dated-unit.ts'
import { and, eq } from '../../db/orm.ts'
import { unitAliases, unitPasts, units } from '../../db/schema/index.ts'
import type { ReadStore, Transaction } from '../../db/store.ts'
import type { UnitColumns } from './decide-unit.ts'

export function insertUnit(tx: Transaction, { aliases, ...columns }: UnitColumns, sortOrder: number): string {
  const id = tx.newId()
  tx.db
    .insert(units)
    .values({ ...columns, id, sortOrder })
    .run()
  writeAliases(tx, id, aliases)
  return id
}

export function updateUnit(tx: Transaction, id: string, { aliases, ...columns }: UnitColumns): void {
  tx.db.update(units).set(columns).where(eq(units.id, id)).run()
  writeAliases(tx, id, aliases)
}

/** Corrects how a unit stood until a day; how it stands now is not touched. */
export function updatePast(tx: Transaction, unitId: string, { until, ...standing }: Past): void {
  tx.db
    .update(unitPasts)
    .set({ ...standing, nameFolded: foldText(standing.name) })
    .where(and(eq(unitPasts.unitId, unitId), eq(unitPasts.until, until)))
    .run()
}

export function removeUnit(tx: Transaction, id: string): void {
  tx.db.delete(unitAliases).where(eq(unitAliases.unitId, id)).run()
  tx.db.delete(unitPasts).where(eq(unitPasts.unitId, id)).run()
  tx.db.delete(units).where(eq(units.id, id)).run()
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
  ['unit_pasts', 'parent_id'],
  ['unit_relations', 'from_unit_id'],
  ['unit_relations', 'to_unit_id'],
  ['former_places', 'unit_id'],
  ['targets', 'unit_id'],
  ['target_moves', 'from_unit_id'],
  ['target_moves', 'to_unit_id'],
  ['allocations', 'unit_id'],
  ['enterprises', 'unit_id'],
  ['grassroots_unions', 'unit_id'],
  ['people', 'unit_id'],
  ['observations', 'unit_id'],
  ['reports', 'unit_id'],
  ['plans', 'owner_unit_id'],
  ['letterheads', 'unit_id'],
  ['signers', 'unit_id'],
  ['documents', 'unit_id'],
  ['document_drafts', 'unit_id'],
  ['campaign_exclusions', 'unit_id'],
]

/** Whether anything but the units in `except` hangs on a unit. */
export function isUnitInUse(store: Pick<ReadStore, 'sqlite'>, id: string, except: ReadonlySet<string>): boolean {
  return REFERENCES.some(([table, column]) => {
    if (table !== 'units')
      return store.sqlite.prepare(`SELECT 1 FROM "${table}" WHERE "${column}" = ? LIMIT 1`).get(id) !== undefined
    return store.sqlite
      .prepare<[string], { id: string }>('SELECT id FROM units WHERE parent_id = ?')
      .all(id)
      .some((child) => !except.has(child.id))
  })
}
