import { eq } from '../db/orm.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ReportAnswer, ReportedRow, resultsContract } from '#shared/contract/results.ts'
import { ok } from '#shared/kit/result.ts'
import { closedSpans, closingOf } from '#shared/domain/report-files/closing.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { readIndicators } from '../db/queries/indicators.ts'
import { type FigureOrigin, readClosings, readOrigins } from '../db/queries/report-files.ts'
import { readEntriesWithin, readEntryById, type StoredEntry } from '../db/queries/reports.ts'
import { readUnits } from '../db/queries/units.ts'
import { reportAdjustments, reports, reportValues } from '../db/schema/index.ts'
import type { ReadStore } from '../db/store.ts'
import { findPlan } from './lookup.ts'
import { readProgress } from './progress.ts'
import { readSources } from './progress/sources.ts'
import { describeWarnings } from './report-findings.ts'
import { createStager, type EntryInput, type StagedEntry, stageEntries, writeEntry } from './report-entry.ts'
import type { CommandContext, Service } from './service.ts'

export const resultsService: Service<keyof typeof resultsContract> = {
  'progress.get': readProgress,
  'progress.sources': readSources,

  'reports.add': (context, input) => {
    const added = addEntries(context, [input], null)
    if (!added.ok) return added
    const [answer] = added.value
    return answer === undefined ? fail('ROW_UNKNOWN') : ok(answer)
  },

  'reports.addMany': (context, input) => {
    if (input.dryRun) return ok({ entries: [], refused: refuseEntries(context.store, input.entries) })
    const added = addEntries(context, input.entries, input.label ?? null)
    return added.ok ? ok({ entries: added.value }) : added
  },

  'reports.list': ({ store }, input) => {
    const plan = input.plan === null ? null : findPlan(store, input.plan)
    if (plan !== null && !plan.ok) return plan
    const { from, to } = plan?.value ?? { from: '0001-01-01', to: '9999-12-31' }
    const rows = publishEntries(
      store,
      readEntriesWithin(store, null, '9999-12-31').filter((entry) => entry.from <= to && from <= entry.asOf),
    )
    return ok(
      rows.filter(
        (row) =>
          (input.unit === null || row.unit === input.unit) &&
          (input.indicator === null || row.indicator === input.indicator),
      ),
    )
  },

  'reports.remove': ({ store }, { id }) => {
    const entry = readEntryById(store, id)
    if (entry === null) return fail('ROW_UNKNOWN')
    const [row] = publishEntries(store, [entry])
    const closing = closingOf(closedSpans(readClosings(store)), entry.asOf)
    if (closing !== null) {
      const { from, to } = closing
      return fail('REPORT_PERIOD_CLOSED', { from: formatDate(from), to: formatDate(to), asOf: formatDate(entry.asOf) })
    }
    const label = `Xóa số liệu đến ${formatDate(entry.asOf)} của ${row?.unitName ?? ''}`
    store.write({ kind: 'reports.remove', label }, (tx) => {
      tx.db.delete(reportValues).where(eq(reportValues.id, id)).run()
      // A report without a figure left says nothing; it goes with its last one.
      const others = tx.db.select().from(reportValues).where(eq(reportValues.reportId, entry.reportId)).get()
      const adjusted = tx.db
        .select()
        .from(reportAdjustments)
        .where(eq(reportAdjustments.reportId, entry.reportId))
        .get()
      if (others === undefined && adjusted === undefined)
        tx.db.delete(reports).where(eq(reports.id, entry.reportId)).run()
      return null
    })
    return ok({})
  },
}

function refuseEntries(store: ReadStore, inputs: readonly EntryInput[]): { entry: number; reason: string }[] {
  const stage = createStager(store)
  return inputs.flatMap((input, at) => {
    const entry = stage(input)
    return entry.ok || entry.error.code === 'REPORT_PERIOD_CLOSED' ? [] : [{ entry: at, reason: entry.error.message }]
  })
}

function addEntries(
  { store, today }: CommandContext,
  inputs: readonly EntryInput[],
  label: string | null,
): AppResult<ReportAnswer[]> {
  const staged = stageEntries(store, inputs)
  if (!staged.ok) return staged
  const ids = store.write({ kind: 'reports.add', label: label ?? describe(staged.value) }, (tx) =>
    staged.value.map((entry) => writeEntry(tx, entry, today())),
  )
  const rows = new Map(
    publishEntries(
      store,
      ids.flatMap((id) => readEntryById(store, id) ?? []),
    ).map((row) => [row.id, row]),
  )
  return ok(
    staged.value.flatMap((entry, index): ReportAnswer[] => {
      const row = rows.get(ids[index] ?? '')
      if (row === undefined) return []
      return [{ ...row, corrected: entry.corrects?.value ?? null, findings: describeWarnings(store, entry) }]
    }),
  )
}

function describe(entries: readonly StagedEntry[]): string {
  const [first] = entries
  if (first === undefined) return 'Nhập kết quả'
  const rest = entries.length === 1 ? '' : ` và ${entries.length - 1} số liệu khác`
  return `Nhập kết quả ${first.indicator.shortName} của ${first.unit.name}${rest}`
}

function publishEntries(store: Pick<ReadStore, 'db' | 'sqlite'>, entries: readonly StoredEntry[]): ReportedRow[] {
  const units = new Map(readUnits(store, null).map((unit) => [unit.id, unit]))
  const indicators = new Map(readIndicators(store).map((indicator) => [indicator.id, indicator]))
  const origins = readOrigins(store, entries.length > ASKED_SINGLY ? null : entries.map(({ id }) => id))
  return entries.map((entry) => ({
    id: entry.id,
    unit: units.get(entry.unitId)?.code ?? '',
    unitName: units.get(entry.unitId)?.name ?? '',
    indicator: indicators.get(entry.indicatorId)?.code ?? '',
    from: entry.from,
    asOf: entry.asOf,
    basis: entry.basis,
    value: entry.value,
    qualifier: entry.qualifier,
    qualifierWord: entry.word,
    statedPercent: entry.statedPercent,
    receivedOn: entry.receivedOn,
    source: entry.source,
    file: fileOf(origins.get(entry.id)),
  }))
}

/** Beyond this many figures all origins are read at once. */
const ASKED_SINGLY = 500

function fileOf(origin: FigureOrigin | undefined): ReportedRow['file'] {
  if (origin === undefined) return null
  const { fileId: id, fileName: name, sheet, cell, text } = origin
  return { id, name, sheet, cell, text }
}
