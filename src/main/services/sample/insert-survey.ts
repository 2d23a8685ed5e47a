import { nameKey } from '#shared/domain/survey/enterprise-name.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { sortKey } from '#shared/domain/text/sort-key.ts'
import { isIsoDate } from '#shared/kit/dates.ts'
import { enterprises, legalForms, observations, surveyRounds, units } from '../../db/schema/index.ts'
import { prepareDifficultyCodes } from '../../db/queries/difficulty-codes.ts'
import type { Transaction } from '../../db/store.ts'
import { filled, idsByCode, inPieces } from './known-codes.ts'
import type { CsvRow } from './read-csv.ts'
import type { SampleRound } from './sample-data.ts'

/** The enterprises of the first round; returns their ids by tax code for the rounds. */
export function insertEnterprises(tx: Transaction, rows: readonly CsvRow[]): Map<string, EnterprisePlace> {
  const unitId = idsByCode(tx, units)
  const legalFormId = idsByCode(tx, legalForms)
  const placeByTaxCode = new Map<string, EnterprisePlace>()
  const columns = rows.map((row): typeof enterprises.$inferInsert => {
    const { tax_code: taxCode = '', name = '', unit = '', founded = '' } = row
    const place = { id: tx.newId(), unitId: unitId(unit) }
    placeByTaxCode.set(taxCode, place)
    return {
      ...place,
      taxCode,
      name,
      nameFolded: foldText(name),
      sortKey: sortKey(name),
      matchKey: nameKey(name),
      legalFormId: legalFormId(row['legal_form'] ?? ''),
      address: filled(row['address']),
      industry: filled(row['industry']),
      foundedOn: isIsoDate(founded) ? founded : null,
      foundedText: isIsoDate(founded) ? null : filled(founded),
    }
  })
  inPieces(columns, (piece) => tx.db.insert(enterprises).values(piece).run())
  return placeByTaxCode
}

export interface EnterprisePlace {
  readonly id: string
  readonly unitId: string
}

/** One survey round and what it said of each enterprise; a blank cell says nothing. */
export function insertRound(
  tx: Transaction,
  round: SampleRound,
  placeByTaxCode: ReadonlyMap<string, EnterprisePlace>,
): void {
  const roundId = tx.newId()
  const { name, source, surveyedOn, frozen } = round
  tx.db.insert(surveyRounds).values({ id: roundId, name, source, surveyedOn, frozen }).run()
  const difficultyCodes = prepareDifficultyCodes(tx)
  const rows = round.rows.map((row): typeof observations.$inferInsert => {
    const place = placeByTaxCode.get(row['tax_code'] ?? '')
    if (place === undefined) throw new Error(`sample round ${name} names an unknown enterprise: ${row['tax_code']}`)
    return {
      id: tx.newId(),
      roundId,
      enterpriseId: place.id,
      unitId: place.unitId,
      observedOn: surveyedOn,
      workers: count(row['workers']),
      women: count(row['women']),
      insured: count(row['insured']),
      hasUnion: row['has_union'] === 'x',
      members: count(row['members']),
      difficulty: filled(row['difficulty']),
      difficultyCodes: difficultyCodes(filled(row['difficulty'])),
    }
  })
  inPieces(rows, (piece) => tx.db.insert(observations).values(piece).run())
}

function count(cell: string | undefined): number | null {
  const text = filled(cell)
  return text === null ? null : Number(text)
}
