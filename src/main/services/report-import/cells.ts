import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output } from '#shared/contract/index.ts'
import { ok } from '#shared/kit/result.ts'
import { asc, eq } from '../../db/orm.ts'
import { indicators, reportFiles, reports, reportValues, units } from '../../db/schema/index.ts'
import type { ReadStore } from '../../db/store.ts'

/** The figures that stand as a file gave them, by unit and by the cell they were read from. */
export function readFileCells(store: Pick<ReadStore, 'db'>, fileId: string): AppResult<Output<'reportFiles.cells'>> {
  const file = store.db.select().from(reportFiles).where(eq(reportFiles.id, fileId)).get()
  if (file === undefined) return fail('ROW_UNKNOWN')
  const cells = store.db
    .select({
      id: reportValues.id,
      unit: units.code,
      unitName: units.name,
      indicator: indicators.code,
      indicatorName: indicators.name,
      from: reports.fromDate,
      asOf: reports.asOf,
      basis: reports.basis,
      value: reportValues.value,
      word: reportValues.qualifierWord,
      sheet: reportValues.sheet,
      cell: reportValues.cell,
      text: reportValues.cellText,
    })
    .from(reportValues)
    .innerJoin(reports, eq(reports.id, reportValues.reportId))
    .innerJoin(units, eq(units.id, reports.unitId))
    .innerJoin(indicators, eq(indicators.id, reportValues.indicatorId))
    .where(eq(reportValues.fileId, fileId))
    .orderBy(asc(units.sortOrder), asc(units.code), asc(indicators.sortOrder))
    .all()
  return ok({ id: file.id, name: file.name, takenOn: file.takenOn, cells })
}
