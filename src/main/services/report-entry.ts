import { and, eq } from '../db/orm.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { checkEntry, type EntryRefusal, type EntryWarning } from '#shared/domain/results/check-entry.ts'
import { parseQualifier, qualifierWords } from '#shared/domain/results/qualifier.ts'
import { isSameStatement, type ReportedEntry } from '#shared/domain/results/reported-entry.ts'
import { reportingYearOf } from '#shared/domain/results/reporting-year.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import type { TreeUnit } from '#shared/domain/units/tree.ts'
import { assertNever } from '#shared/kit/assert-never.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { readPlans } from '../db/queries/plans.ts'
import { readEntries } from '../db/queries/reports.ts'
import { reports, reportValues } from '../db/schema/index.ts'
import type { ReadStore, Transaction } from '../db/store.ts'
import { officeCalendar, readCalendars } from './figures.ts'
import { checkActive, checkValue, createLookup } from './lookup.ts'

export type EntryInput = ParsedInput<'reports.add'>

/** A figure that was found and checked and may be written. */
export interface StagedEntry extends ReportedEntry {
  readonly unit: TreeUnit
  readonly indicator: IndicatorRow
  readonly source: string | null
  readonly corrects: ReportedEntry | null
  readonly warnings: readonly EntryWarning[]
  /** All the unit reported of the indicator, this figure included. */
  readonly all: readonly ReportedEntry[]
}

/** Checks all before any is written; figures of one call are also checked against each other. */
export function stageEntries(store: ReadStore, inputs: readonly EntryInput[]): AppResult<readonly StagedEntry[]> {
  const lookup = createLookup(store)
  const calendars = readCalendars(store)
  const known = new Map<string, readonly ReportedEntry[]>()
  const staged: StagedEntry[] = []
  for (const input of inputs) {
    const unit = lookup.unitOf(input.unit)
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
    const all = [...existing.filter((other) => !isSameStatement(other, entry.value)), entry.value]
    known.set(key, all)
    staged.push({
      ...entry.value,
      ...checked.value,
      unit: unit.value,
      indicator: indicator.value,
      source: input.source,
      all,
    })
  }
  return ok(staged)
}

function readInput(store: ReadStore, input: EntryInput): AppResult<ReportedEntry> {
  const { asOf, basis, value, statedPercent } = input
  const from = input.from ?? startOfYear(store, asOf)
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

/** The first day of the year plan the day lies in; without one, of the office's reporting year. */
function startOfYear(store: ReadStore, day: IsoDate): IsoDate {
  const plan = readPlans(store).find((row) => row.kind === 'year' && row.from <= day && day <= row.to)
  return plan?.from ?? reportingYearOf(day, officeCalendar(store)).from
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
  const { unit, indicator, source } = entry
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
