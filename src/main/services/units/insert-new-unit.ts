import type { NewUnit } from '#shared/domain/survey/new-units.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { sortKey } from '#shared/domain/text/sort-key.ts'
import type { ReadStore, Transaction } from '../../db/store.ts'

/** The wished code, or the next that is free: "H-CAMLO", "H-CAMLO-2". */
export function freeUnitCode(
  store: Pick<ReadStore, 'sqlite'>,
  wished: string,
  also: ReadonlySet<string> = new Set(),
): string {
  const isTaken = store.sqlite.prepare('SELECT 1 FROM units WHERE code = ?')
  let code = wished
  for (let copy = 2; also.has(code) || isTaken.get(code) !== undefined; copy++) code = `${wished}-${copy}`
  return code
}

/** Puts a unit that a file named right under the province, behind all that are there; the place itself is its alias. */
export function insertNewUnit(
  tx: Transaction,
  made: { readonly id: string; readonly code: string; readonly unit: NewUnit },
  rootId: string,
  typeId: string | undefined,
): void {
  const last = tx.sqlite
    .prepare<[string], { last: number | null }>('SELECT MAX(sort_order) AS last FROM units WHERE parent_id = ?')
    .get(rootId)
  const { id, code, unit } = made
  tx.sqlite
    .prepare(
      `INSERT INTO units (id, code, name, short_name, name_folded, sort_key, type_id, parent_id, sort_order)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      id,
      code,
      unit.name,
      unit.shortName,
      foldText(unit.name),
      sortKey(unit.name),
      typeId,
      rootId,
      (last?.last ?? 0) + 10,
    )
  tx.sqlite
    .prepare('INSERT INTO unit_aliases (id, unit_id, alias, alias_folded) VALUES (?, ?, ?, ?)')
    .run(tx.newId(), id, unit.alias, foldText(unit.alias))
}
