import { isNull } from '../../db/orm.ts'
import type { AppResult } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'
import { units } from '../../db/schema/index.ts'
import type { Store, Transaction } from '../../db/store.ts'
import { seedCatalogues } from '../catalogues.ts'
import { writeSettings } from '../settings.ts'
import { insertFollowUps } from './insert-follow-ups.ts'
import { insertOffice, insertUnits } from './insert-office.ts'
import { insertReports } from './insert-reports.ts'
import { insertSteering } from './insert-steering.ts'
import { insertEnterprises, insertRound } from './insert-survey.ts'
import { insertPeople, insertUnions } from './insert-unions.ts'
import { insertAllocations, insertPlans } from './insert-targets.ts'
import { readSampleData } from './sample-data.ts'

/** Setting that marks a file as holding the sample province. */
export const SAMPLE_SETTING = 'isSample'

/**
 * Fills a new data file with the invented sample province of resources/sample, in one recorded operation.
 * A mistake in those files is a mistake of the program and throws.
 */
export function fillSample(store: Store, environment: { readonly resources: string }): AppResult<null> {
  const data = readSampleData(environment.resources)
  store.write({ kind: 'file.createSample', label: 'Lập dữ liệu mẫu' }, (tx) => {
    seedCatalogues(tx, environment.resources, { isCity: false })
    insertUnits(tx, data)
    const rootId = findRoot(tx)
    writeSettings(tx, { ...data.office.settings, [SAMPLE_SETTING]: 'true' })
    insertOffice(tx, data, rootId)
    const [first, ...later] = data.rounds
    if (first === undefined) throw new Error('the sample has no survey round')
    const places = insertEnterprises(tx, first.rows)
    insertRound(tx, first, places)
    insertPlans(tx, data, rootId)
    // "previous" spreads by last year's results, so the reports stand before.
    insertReports(tx, data.reports)
    insertAllocations(tx, store, data)
    for (const round of later) insertRound(tx, round, places)
    insertPeople(tx, data.people)
    insertUnions(tx, data.unions, places)
    insertFollowUps(tx, data, places)
    insertSteering(tx, data.steering, places)
    return null
  })
  return ok(null)
}

function findRoot(tx: Transaction): string {
  const root = tx.db.select({ id: units.id }).from(units).where(isNull(units.parentId)).get()
  if (root === undefined) throw new Error('the sample has no root unit')
  return root.id
}
