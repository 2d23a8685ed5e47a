import { formatNumber } from '#shared/domain/text/format.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { and, eq } from '../../db/orm.ts'
import { reportFiles } from '../../db/schema/index.ts'
import type { Store, Transaction } from '../../db/store.ts'
import { writeEntry } from '../report-entry.ts'
import type { DecidedReport, StagedValue } from './decide.ts'
import { insertMadeUnits, type MadeUnit } from './new-units.ts'
import type { ReadFile } from './read-files.ts'

/** Writes everything that was decided as one step of the history. */
export function writeReports(
  store: Store,
  today: IsoDate,
  files: readonly ReadFile[],
  decided: readonly DecidedReport[],
  made: readonly MadeUnit[],
): void {
  const names = [...new Set(decided.map(({ report }) => report.unitName))]
  const label =
    names.length === 1
      ? `Nhập báo cáo của ${names[0] ?? ''} từ tệp`
      : `Nhập báo cáo của ${formatNumber(names.length)} đơn vị từ tệp`
  const used = new Set(decided.flatMap(({ staged }) => staged.map(({ entry }) => entry.unit.id)))
  store.write({ kind: 'reportFiles.import', label }, (tx) => {
    insertMadeUnits(tx, made, used)
    for (const file of files) {
      const own = decided.filter(({ report }) => report.file === file.name)
      if (own.length === 0) continue
      const fileId = keepFile(
        tx,
        file,
        own.some(({ report }) => report.shape !== 'form'),
        today,
      )
      for (const { staged } of own) for (const value of staged) writeValue(tx, value, fileId, today)
    }
    return null
  })
}

function keepFile(tx: Transaction, file: ReadFile, consolidated: boolean, today: IsoDate): string {
  const known = tx.db
    .select()
    .from(reportFiles)
    .where(and(eq(reportFiles.sha256, file.sha256), eq(reportFiles.name, file.name)))
    .get()
  if (known !== undefined) return known.id
  const id = tx.newId()
  tx.db
    .insert(reportFiles)
    .values({ id, name: file.name, sha256: file.sha256, size: file.size, takenOn: today, consolidated })
    .run()
  return id
}

function writeValue(tx: Transaction, { entry, cell, sheet }: StagedValue, fileId: string, today: IsoDate): void {
  writeEntry(tx, { ...entry, origin: { fileId, sheet, cell: cell.address, text: cell.text } }, today)
}
