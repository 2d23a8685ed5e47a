import { enterprises, observations, surveyRounds, units } from '#main/db/schema/index.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { sortKey } from '#shared/domain/text/sort-key.ts'
import { openTestStore } from '#tests/support/store.ts'

export interface SurveyedEnterprise {
  readonly name: string
  /** Code of the unit it is placed in; null: its place is not known. */
  readonly unit: string | null
  readonly workers?: number | null
  readonly members?: number | null
  readonly hasUnion?: boolean | null
}

/**
 * Writes one survey round straight into the data file, beside a backend that has it open. The same name in a
 * later round is the same enterprise, observed again.
 */
export function surveyInto(
  file: string,
  round: { readonly on: string; readonly frozen?: boolean },
  found: readonly SurveyedEnterprise[],
): void {
  const store = openTestStore(file)
  if (!store.ok) throw new Error(store.error.message)
  store.value.write({ kind: 'test.survey', label: `Khảo sát ${round.on}` }, (tx) => {
    const unitIds = new Map(
      tx.db
        .select()
        .from(units)
        .all()
        .map((unit) => [unit.code, unit.id]),
    )
    const known = new Map(
      tx.db
        .select()
        .from(enterprises)
        .all()
        .map((row) => [row.name, row.id]),
    )
    const roundId = tx.newId()
    const name = `Khảo sát ${round.on}`
    tx.db
      .insert(surveyRounds)
      .values({ id: roundId, name, surveyedOn: round.on, frozen: round.frozen ?? false })
      .run()
    for (const { name: enterpriseName, unit, workers = null, members = null, hasUnion = null } of found) {
      const unitId = unit === null ? null : (unitIds.get(unit) ?? null)
      let id = known.get(enterpriseName)
      if (id === undefined) {
        id = tx.newId()
        known.set(enterpriseName, id)
        const nameFolded = foldText(enterpriseName)
        const row = {
          id,
          name: enterpriseName,
          nameFolded,
          matchKey: nameFolded,
          sortKey: sortKey(enterpriseName),
          unitId,
        }
        tx.db.insert(enterprises).values(row).run()
      }
      tx.db
        .insert(observations)
        .values({ id: tx.newId(), roundId, enterpriseId: id, unitId, observedOn: round.on, workers, members, hasUnion })
        .run()
    }
    return null
  })
  store.value.close()
}
