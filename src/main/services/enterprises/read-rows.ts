import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import { bandOf, describeBand } from '#shared/domain/enterprises/size-bands.ts'
import { checkTaxCode } from '#shared/domain/enterprises/tax-check.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { readMovedSince, type MovedEnterprise, type ObservationScope } from '../../db/queries/enterprise-columns.ts'
import { readOfficersOn } from '../../db/queries/enterprise-officers.ts'
import {
  noFigures,
  readContactsNow,
  readFigures,
  readRegistryRows,
  readStagesNow,
} from '../../db/queries/enterprise-rows.ts'
import type { ReadStore } from '../../db/store.ts'
import { daysInStage, nonmembersOf } from './dated-layer.ts'
import { readSizeBands } from './registry-catalogue.ts'

/** Enterprises by id, in the order of the ids; ids of none are left out. */
export function readEnterpriseRows(
  { sqlite }: Pick<ReadStore, 'sqlite'>,
  ids: readonly string[],
  scope: ObservationScope,
  today: IsoDate,
): EnterpriseRow[] {
  if (ids.length === 0) return []
  const registry = readRegistryRows(sqlite, ids)
  const figures = readFigures(sqlite, ids, scope)
  const stages = readStagesNow(sqlite, ids, scope.day)
  const contacts = readContactsNow(sqlite, ids, scope.day)
  const moved = new Map((scope.day === null ? [] : readMovedSince(sqlite, scope.day, ids)).map((row) => [row.id, row]))
  const officers = new Map(
    (scope.day === null ? [] : readOfficersOn(sqlite, scope.day, ids)).map(({ id, ...officer }) => [id, officer]),
  )
  const { bands } = readSizeBands({ sqlite })
  return ids.flatMap((id) => {
    const row = registry.get(id)
    if (row === undefined) return []
    const { difficultyCodes, ...said } = figures.get(id) ?? noFigures()
    const stage = stages.get(id)
    const met = contacts.get(id)
    const band = said.workers === null ? null : bandOf(bands, said.workers)
    return [
      {
        ...row,
        ...placeThen(moved.get(id)),
        ...officers.get(id),
        extra: { ...row.extra },
        ...said,
        difficultyCodes: [...difficultyCodes],
        taxCheck: checkTaxCode(row.taxCode),
        nonmembers: nonmembersOf(said.workers, said.members),
        sizeBand: band,
        sizeBandText: band === null ? null : describeBand(bands, band),
        stage: stage?.stage ?? null,
        stageName: stage?.stageName ?? null,
        stageOn: stage?.stageOn ?? null,
        daysInStage: daysInStage(stage?.stageOn ?? null, scope.day ?? today),
        contacts: met?.contacts ?? 0,
        lastContactOn: met?.lastContactOn ?? null,
        nextContactOn: met?.nextContactOn ?? null,
      },
    ]
  })
}

/** The unit of an earlier day, where it was another. */
function placeThen(moved: MovedEnterprise | undefined) {
  if (moved === undefined) return {}
  return { unitCode: moved.code, unitName: moved.name, unitShortName: moved.shortName }
}
