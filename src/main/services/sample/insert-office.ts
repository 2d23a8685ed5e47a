import { foldText } from '#shared/domain/text/fold.ts'
import { sortKey } from '#shared/domain/text/sort-key.ts'
import {
  letterheads,
  legalBases,
  signers,
  unitAliases,
  unitRelations,
  units,
  unitTypes,
} from '../../db/schema/index.ts'
import type { Transaction } from '../../db/store.ts'
import { filled, idsByCode } from './known-codes.ts'
import type { SampleData } from './sample-data.ts'

type RelationKind = typeof unitRelations.$inferInsert.kind

/** Units in the order of the file, which is their official order; parents stand before their children. */
export function insertUnits(tx: Transaction, data: SampleData): void {
  const typeId = idsByCode(tx, unitTypes)
  const idByCode = new Map<string, string>()
  data.units.forEach((row, index) => {
    const id = tx.newId()
    const { code = '', name = '', parent = '' } = row
    const parentId = idByCode.get(parent) ?? null
    if (parent !== '' && parentId === null) throw new Error(`sample unit ${code} stands before its parent ${parent}`)
    idByCode.set(code, id)
    tx.db
      .insert(units)
      .values({
        id,
        code,
        name,
        shortName: filled(row['shortName']) ?? name,
        nameFolded: foldText(name),
        sortKey: sortKey(name),
        typeId: typeId(row['type'] ?? ''),
        parentId,
        sortOrder: index * 10,
        validFrom: filled(row['from']),
        validTo: filled(row['to']),
        note: filled(row['note']),
      })
      .run()
    for (const alias of filled(row['aliases'])?.split('|') ?? [])
      tx.db
        .insert(unitAliases)
        .values({ id: tx.newId(), unitId: id, alias, aliasFolded: foldText(alias) })
        .run()
  })
  insertRelations(tx, data)
}

/** What became of the units: merged, split, ended, with date and (invented) decision. */
function insertRelations(tx: Transaction, data: SampleData): void {
  const unitId = idsByCode(tx, units)
  for (const row of data.unitRelations) {
    const to = filled(row['to'])
    tx.db
      .insert(unitRelations)
      .values({
        id: tx.newId(),
        fromUnitId: unitId(row['from'] ?? ''),
        toUnitId: to === null ? null : unitId(to),
        kind: (row['kind'] ?? '') as RelationKind, // the table's CHECK refuses any other word
        onDate: row['on'] ?? '',
        decision: filled(row['decision']),
        note: filled(row['note']),
      })
      .run()
  }
}

/** Letterheads before and after the reform, signers with their terms, and the province's own legal bases. */
export function insertOffice(tx: Transaction, data: SampleData, rootUnitId: string): void {
  const { office } = data
  for (const row of office.letterheads)
    tx.db
      .insert(letterheads)
      .values({ ...row, id: tx.newId(), unitId: rootUnitId })
      .run()
  office.signers.forEach((row, index) =>
    tx.db
      .insert(signers)
      .values({ ...row, id: tx.newId(), unitId: rootUnitId, sortOrder: (index + 1) * 10 })
      .run(),
  )
  // After the national ones of the catalogue, as a list of legal bases is ordered.
  office.legalBases.forEach((row, index) =>
    tx.db
      .insert(legalBases)
      .values({ ...row, id: tx.newId(), sortOrder: 1000 + (index + 1) * 10 })
      .run(),
  )
}
