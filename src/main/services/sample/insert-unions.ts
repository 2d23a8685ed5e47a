import { foldText } from '#shared/domain/text/fold.ts'
import { personSortKey, sortKey } from '#shared/domain/text/sort-key.ts'
import { grassrootsUnions, people, reasons, unionMembers, units, unitTypes } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/store.ts'
import { filled, idsByCode, inPieces } from './known-codes.ts'
import type { EnterprisePlace } from './insert-survey.ts'
import type { CsvRow } from './read-csv.ts'

/** The day the members of unions outside the survey were counted: the report of the year. */
const COUNTED_ON = '2023-12-31'
const COUNT_SOURCE = 'Báo cáo năm 2023'

/** Officers of the federation and its units. */
export function insertPeople(tx: Transaction, rows: readonly CsvRow[]): void {
  const unitId = idsByCode(tx, units)
  for (const row of rows) {
    const fullName = row['full_name'] ?? ''
    tx.db
      .insert(people)
      .values({
        id: tx.newId(),
        fullName,
        nameFolded: foldText(fullName),
        sortKey: personSortKey(fullName),
        position: filled(row['position']),
        unitId: unitId(row['unit'] ?? ''),
        validFrom: filled(row['from']),
        validTo: filled(row['to']),
      })
      .run()
  }
}

/** Unions with their decisions: those of the surveyed enterprises, and those of schools and offices. */
export function insertUnions(
  tx: Transaction,
  rows: readonly CsvRow[],
  placeByTaxCode: ReadonlyMap<string, EnterprisePlace>,
): void {
  const unitId = idsByCode(tx, units)
  const typeId = idsByCode(tx, unitTypes)
  const reasonId = idsByCode(tx, reasons)
  const counts: (typeof unionMembers.$inferInsert)[] = []
  const unions = rows.map((row): typeof grassrootsUnions.$inferInsert => {
    const id = tx.newId()
    const { name = '', decision_on: day = '' } = row
    const [taxCode, members, reason] = [filled(row['tax_code']), filled(row['members']), filled(row['end_reason'])]
    const enterprise = taxCode === null ? null : placeByTaxCode.get(taxCode)
    if (enterprise === undefined) throw new Error(`sample union ${name} names an unknown enterprise: ${taxCode}`)
    if (members !== null)
      counts.push({
        id: tx.newId(),
        unionId: id,
        countedOn: COUNTED_ON,
        members: Number(members),
        source: COUNT_SOURCE,
      })
    const founding = filled(row['members_at_founding'])
    const endedOn = filled(row['ended_on'])
    return {
      id,
      name,
      nameFolded: foldText(name),
      sortKey: sortKey(name),
      typeId: typeId(row['type'] ?? ''),
      unitId: unitId(row['unit'] ?? ''),
      enterpriseId: enterprise?.id ?? null,
      foundedOn: day,
      decisionNumber: filled(row['decision_number']),
      decisionOn: day,
      decisionIssuer: filled(row['issuer']),
      membersAtFounding: founding === null ? null : Number(founding),
      chair: filled(row['chair']),
      endedOn,
      endReasonId: reason === null ? null : reasonId(reason),
      endDecisionNumber: filled(row['end_decision']),
      endDecisionOn: endedOn,
    }
  })
  inPieces(unions, (piece) => tx.db.insert(grassrootsUnions).values(piece).run())
  inPieces(counts, (piece) => tx.db.insert(unionMembers).values(piece).run())
}
