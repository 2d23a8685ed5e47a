import {
  assignments,
  enterpriseContacts,
  enterprises,
  enterpriseStages,
  people,
  stages,
} from '../../db/schema/index.ts'
import { eq } from '../../db/orm.ts'
import type { Transaction } from '../../db/store.ts'
import type { EnterprisePlace } from './insert-survey.ts'
import { filled, idsByCode, inPieces } from './known-codes.ts'
import type { CsvRow } from './read-csv.ts'

/** Who looks after which enterprise, its stages with their days, and the meetings with it. */
export function insertFollowUps(
  tx: Transaction,
  data: { readonly followUps: readonly CsvRow[]; readonly contacts: readonly CsvRow[] },
  placeByTaxCode: ReadonlyMap<string, EnterprisePlace>,
): void {
  const stageId = idsByCode(tx, stages)
  const officers = new Map(
    tx.db
      .select()
      .from(people)
      .all()
      .map((row) => [row.fullName, row.id]),
  )
  const officerId = (name: string | undefined): string => {
    const id = officers.get(name ?? '')
    if (id === undefined) throw new Error(`the sample has no officer ${name}`)
    return id
  }
  const enterpriseId = (row: CsvRow): string => {
    const place = placeByTaxCode.get(row['tax_code'] ?? '')
    if (place === undefined) throw new Error(`the sample follows up an unknown enterprise: ${row['tax_code']}`)
    return place.id
  }
  const entries: (typeof enterpriseStages.$inferInsert)[] = []
  const charges: (typeof assignments.$inferInsert)[] = []
  for (const row of data.followUps) {
    const id = enterpriseId(row)
    tx.db
      .update(enterprises)
      .set({ officerId: officerId(row['officer']) })
      .where(eq(enterprises.id, id))
      .run()
    // In charge since the enterprise came onto the way.
    charges.push({
      id: tx.newId(),
      personId: officerId(row['officer']),
      enterpriseId: id,
      role: 'lead',
      validFrom: row['stages']?.split(/[|:]/)[1] ?? null,
    })
    for (const entry of row['stages']?.split('|') ?? []) {
      const [code = '', onDate = ''] = entry.split(':')
      entries.push({ id: tx.newId(), enterpriseId: id, stageId: stageId(code), onDate, who: row['officer'] ?? '' })
    }
  }
  inPieces(charges, (piece) => tx.db.insert(assignments).values(piece).run())
  inPieces(entries, (piece) => tx.db.insert(enterpriseStages).values(piece).run())
  const meetings = data.contacts.map((row): typeof enterpriseContacts.$inferInsert => ({
    id: tx.newId(),
    enterpriseId: enterpriseId(row),
    onDate: row['on'] ?? '',
    officerId: officerId(row['officer']),
    kind: filled(row['kind']),
    content: filled(row['content']),
    result: filled(row['result']),
    nextOn: filled(row['next']),
  }))
  inPieces(meetings, (piece) => tx.db.insert(enterpriseContacts).values(piece).run())
}
