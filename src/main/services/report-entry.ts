import { and, eq } from '../db/orm.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { closedSpans, closingOf } from '#shared/domain/report-files/closing.ts'
import { checkEntry, type EntryRefusal, type EntryWarning } from '#shared/domain/results/check-entry.ts'
import { parseQualifier, qualifierWords } from '#shared/domain/results/qualifier.ts'
import { isSameStatement, type ReportedEntry } from '#shared/domain/results/reported-entry.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import type { TreeUnit } from '#shared/domain/units/tree.ts'
import { assertNever } from '#shared/kit/assert-never.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { readClosings } from '../db/queries/report-files.ts'
import { readEntries } from '../db/queries/reports.ts'
import { reportAdjustments, reports, reportValues } from '../db/schema/index.ts'
import type { ReadStore, Transaction } from '../db/store.ts'
import { readCalendars, startOfYearOf } from './figures.ts'
import { checkActive, checkValue, createLookup } from './lookup.ts'
import { readUserName } from './settings.ts'

export type EntryInput = ParsedInput<'reports.add'>

/** A figure that was found and checked and may be written. */
export interface StagedEntry extends ReportedEntry {
  readonly unit: TreeUnit
  readonly indicator: IndicatorRow
  readonly source: string | null
  /** The file and cell it was read from; absent for a figure that is typed. */
  readonly origin?: { readonly fileId: string; readonly sheet: string; readonly cell: string; readonly text: string }
  /** Why the figure of a closed period changes; null: its period is open. */
  readonly adjustment: { readonly reason: string } | null
  readonly corrects: ReportedEntry | null
  readonly warnings: readonly EntryWarning[]
  /** All the unit reported of the indicator, this figure included. */
  readonly all: readonly ReportedEntry[]
}

/** Checks all before any is written; figures of one call are also checked against each other. */
export function stageEntries(store: ReadStore, inputs: readonly EntryInput[]): AppResult<readonly StagedEntry[]> {
  const stage = createStager(store)
  const staged: StagedEntry[] = []
  for (const input of inputs) {
    const entry = stage(input)
    if (!entry.ok) return entry
    staged.push(entry.value)
  }
  return ok(staged)
}

/**
 * Checks figures one by one; each that was taken counts for those after it, one that was refused does not. `made`: units
 * that will be written together with their figures.
 */
export function createStager(
  store: ReadStore,
  made: readonly TreeUnit[] = [],
): (input: EntryInput) => AppResult<StagedEntry> {
  const lookup = createLookup(store)
  const madeBy = new Map(made.map((unit) => [unit.code, unit]))
  const calendars = readCalendars(store)
  const closed = closedSpans(readClosings(store))
  const known = new Map<string, readonly ReportedEntry[]>()
  return (input) => {
    const own = madeBy.get(input.unit)
    const unit = own === undefined ? lookup.unitOf(input.unit) : ok(own)
    if (!unit.ok) return unit
    const indicator = lookup.indicatorOf(input.indicator)
    if (!indicator.ok) return indicator
    const active = checkActive(unit.value, input.asOf, input.asOf)
    if (!active.ok) return active
    const value = checkValue(indicator.value, input.value)
    if (!value.ok) return value
    const entry = readInput(store, input)
    if (!entry.ok) return entry
    const key = `${unit.value.id}|${indicator.value.id}`
    const existing = known.get(key) ?? readEntries(store, unit.value.id, indicator.value.id)
    const checked = checkEntry(entry.value, existing, indicator.value.kind, calendars)
    if (!checked.ok) return refuseEntry(checked.error, entry.value, indicator.value)
    const closing = isSameFigure(checked.value.corrects, entry.value) ? null : closingOf(closed, entry.value.asOf)
    const reason = input.adjustReason ?? null
    if (closing !== null && reason === null) {
      const { from, to } = closing
      return fail('REPORT_PERIOD_CLOSED', { from: formatDate(from), to: formatDate(to), asOf: formatDate(input.asOf) })
    }
    const all = [...existing.filter((other) => !isSameStatement(other, entry.value)), entry.value]
    known.set(key, all)
    return ok({
      ...entry.value,
      ...checked.value,
      unit: unit.value,
      indicator: indicator.value,
      source: input.source,
      adjustment: closing === null || reason === null ? null : { reason },
      all,
    })
  }
}

/** Saying a closed figure once more changes nothing in its period. */
function isSameFigure(before: ReportedEntry | null, entry: ReportedEntry): boolean {
  return before !== null && before.value === entry.value && before.qualifier === entry.qualifier
}

function readInput(store: ReadStore, input: EntryInput): AppResult<ReportedEntry> {
  const { asOf, basis, value, statedPercent } = input
  const from = input.from ?? startOfYearOf(store, asOf)
  if (asOf < from) return fail('REPORT_DATES_REVERSED', { from: formatDate(from), to: formatDate(asOf) })
  const word = input.qualifier?.trim() ?? ''
  const qualified = word === '' ? null : parseQualifier(word)
  if (word !== '' && qualified === null) {
    return fail('QUALIFIER_UNKNOWN', { word, words: qualifierWords().toSorted().join(', ') })
  }
  return ok({
    from,
    asOf,
    basis,
    value,
    statedPercent,
    qualifier: qualified?.qualifier ?? null,
    word: qualified?.word ?? null,
  })
}

function refuseEntry(refusal: EntryRefusal, entry: ReportedEntry, indicator: IndicatorRow): AppResult<never> {
  const period = { from: formatDate(entry.from), to: formatDate(entry.asOf) }
  switch (refusal.code) {
    case 'OVERLAPS': {
      const { from, asOf } = refusal.other
      return fail('REPORT_OVERLAPS', { ...period, otherFrom: formatDate(from), otherTo: formatDate(asOf) })
    }
    case 'CROSSES_YEAR':
      return fail('REPORT_CROSSES_YEAR', { ...period, boundary: formatDate(refusal.boundary) })
    case 'CROSSES_CUMULATIVE':
      return fail('REPORT_CROSSES_CUMULATIVE', { ...period, asOf: formatDate(refusal.other.asOf) })
    case 'LEVEL_NOT_INCREMENT':
      return fail('REPORT_LEVEL_NOT_INCREMENT', { name: indicator.shortName })
    case 'NEGATIVE':
      return fail('VALUE_NEGATIVE', { name: indicator.shortName })
    default:
      return assertNever(refusal)
  }
}

/**
 * Writes one figure and answers the id of its row. The same statement again overwrites the value; what stood
 * there before is in the history, cell by cell.
 */
export function writeEntry(tx: Transaction, entry: StagedEntry, receivedOn: IsoDate): string {
  const { unit, indicator, source, origin } = entry
  const found = tx.db
    .select()
    .from(reports)
    .where(
      and(
        eq(reports.unitId, unit.id),
        eq(reports.fromDate, entry.from),
        eq(reports.asOf, entry.asOf),
        eq(reports.basis, entry.basis),
      ),
    )
    .get()
  const reportId = found?.id ?? tx.newId()
  if (found === undefined) {
    const { from: fromDate, asOf, basis } = entry
    tx.db
      .insert(reports)
      .values({ id: reportId, unitId: unit.id, fromDate, asOf, basis, receivedOn, status: 'received', source })
      .run()
  } else if (found.status === 'draft' || found.status === 'returned') {
    tx.db.update(reports).set({ status: 'received', receivedOn }).where(eq(reports.id, reportId)).run()
  }
  const value = {
    value: entry.value,
    qualifier: entry.qualifier,
    qualifierWord: entry.word,
    statedPercent: entry.statedPercent,
    // A figure typed over that of a file is the file's no longer.
    fileId: origin?.fileId ?? null,
    sheet: origin?.sheet ?? null,
    cell: origin?.cell ?? null,
    cellText: origin?.text ?? null,
  }
  if (entry.adjustment !== null) {
    tx.db
      .insert(reportAdjustments)
      .values({
        id: tx.newId(),
        reportId,
        indicatorId: indicator.id,
        valueBefore: entry.corrects?.value ?? null,
        wordBefore: entry.corrects?.word ?? null,
        valueAfter: entry.value,
        wordAfter: entry.word,
        reason: entry.adjustment.reason,
        madeOn: receivedOn,
        madeBy: readUserName(tx),
      })
      .run()
  }
  const before = tx.db
    .select()
    .from(reportValues)
    .where(and(eq(reportValues.reportId, reportId), eq(reportValues.indicatorId, indicator.id)))
    .get()
  if (before !== undefined) {
    tx.db.update(reportValues).set(value).where(eq(reportValues.id, before.id)).run()
    return before.id
  }
  const id = tx.newId()
  tx.db
    .insert(reportValues)
    .values({ id, reportId, indicatorId: indicator.id, ...value })
    .run()
  return id
}
