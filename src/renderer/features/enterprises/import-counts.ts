import type { ImportReport } from '#shared/contract/survey.ts'

/** Rows of the file that are not applied because something in them is an error. */
export function errorRowsOf(report: ImportReport): number {
  return new Set(report.problems.filter(({ severity }) => severity === 'error').map(({ row }) => row)).size
}

/** Rows that say again what another row of the file said first. */
export function duplicateRowsOf(report: ImportReport): number {
  return report.duplicates.reduce((sum, { rows }) => sum + Math.max(0, rows.length - 1), 0)
}

/** The same file a second time: nothing new, nothing changed, nothing to make. */
export function isWithoutChange(report: ImportReport): boolean {
  return report.created === 0 && report.updated === 0 && report.newUnits.length === 0 && report.unchanged > 0
}
