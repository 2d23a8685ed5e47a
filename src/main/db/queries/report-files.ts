import type { CalendarRule } from '#shared/domain/report-files/calendar.ts'
import type { PeriodClosing } from '#shared/domain/report-files/closing.ts'
import type { LearnedWording } from '#shared/domain/report-files/match-indicator.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { asc, eq } from '../orm.ts'
import { indicators, periodClosings, reportingCalendars, reportWordings, units } from '../schema/index.ts'
import type { ReadStore } from '../store.ts'

/** Where a figure stood in the file it came in. */
export interface FigureOrigin {
  readonly fileId: string
  readonly fileName: string
  readonly sheet: string | null
  readonly cell: string | null
  readonly text: string | null
  readonly consolidated: boolean
}

/** Of the given figures those that came in a file, by the figure's id; all when null. */
export function readOrigins(
  store: Pick<ReadStore, 'sqlite'>,
  ids: readonly string[] | null,
): ReadonlyMap<string, FigureOrigin> {
  const rows = store.sqlite
    .prepare<{ ids: string | null }, Omit<FigureOrigin, 'consolidated'> & { id: string; consolidated: number }>(
      `SELECT v.id, v.file_id AS fileId, f.name AS fileName, v.sheet, v.cell, v.cell_text AS text, f.consolidated
       FROM report_values v JOIN report_files f ON f.id = v.file_id
       ${ids === null ? 'WHERE :ids IS NULL' : 'WHERE v.id IN (SELECT value FROM json_each(:ids))'}`,
    )
    .all({ ids: ids === null ? null : JSON.stringify(ids) })
  return new Map(rows.map(({ id, consolidated, ...origin }) => [id, { ...origin, consolidated: consolidated === 1 }]))
}

/** Wordings the clerk explained, by kind. */
export function readWordings(store: Pick<ReadStore, 'db'>): {
  readonly indicators: readonly LearnedWording[]
  readonly units: ReadonlyMap<string, string>
} {
  const rows = store.db
    .select({ kind: reportWordings.kind, key: reportWordings.matchKey, indicator: indicators.code, unit: units.code })
    .from(reportWordings)
    .leftJoin(indicators, eq(indicators.id, reportWordings.indicatorId))
    .leftJoin(units, eq(units.id, reportWordings.unitId))
    .all()
  return {
    indicators: rows.flatMap(({ kind, key, indicator }) => (kind === 'indicator' ? [{ key, indicator }] : [])),
    units: new Map(rows.flatMap(({ kind, key, unit }) => (kind === 'unit' && unit !== null ? [[key, unit]] : []))),
  }
}

export interface StoredClosing extends PeriodClosing {
  readonly on: IsoDate
  readonly by: string
  readonly reason: string | null
}

/** Everything that was closed and reopened, in the order it was done. */
export function readClosings(store: Pick<ReadStore, 'db'>): readonly StoredClosing[] {
  return store.db
    .select({
      from: periodClosings.fromDate,
      to: periodClosings.toDate,
      action: periodClosings.action,
      on: periodClosings.doneOn,
      by: periodClosings.doneBy,
      reason: periodClosings.reason,
    })
    .from(periodClosings)
    .orderBy(asc(periodClosings.id))
    .all()
}

export interface StoredRule extends CalendarRule {
  readonly id: string
}

export function readCalendarRows(store: Pick<ReadStore, 'db'>): readonly StoredRule[] {
  return store.db
    .select()
    .from(reportingCalendars)
    .orderBy(asc(reportingCalendars.validFrom), asc(reportingCalendars.id))
    .all()
}

/** Units that have a target in a year plan of that day: somebody waits for their reports. */
export function readTargetedUnits(store: Pick<ReadStore, 'sqlite'>, day: IsoDate): ReadonlySet<string> {
  const rows = store.sqlite
    .prepare<{ day: string }, { id: string }>(
      `SELECT DISTINCT t.unit_id AS id FROM targets t JOIN plans p ON p.id = t.plan_id
       WHERE p.kind = 'year' AND p.from_date <= :day AND :day <= p.to_date`,
    )
    .all({ day })
  return new Set(rows.map(({ id }) => id))
}

/** Of every unit the last day a counted report speaks of, and when that came. */
export function readLastReports(
  store: Pick<ReadStore, 'sqlite'>,
  day: IsoDate,
): ReadonlyMap<string, { readonly asOf: IsoDate; readonly receivedOn: IsoDate | null }> {
  const rows = store.sqlite
    .prepare<[string], { unitId: string; asOf: string; receivedOn: string | null }>(
      `SELECT u.id AS unitId, r.as_of AS asOf, r.received_on AS receivedOn FROM units u
       CROSS JOIN reports r ON r.id = (
         SELECT x.id FROM reports x WHERE x.unit_id = u.id AND x.as_of <= ? AND x.status IN ('received', 'accepted')
         ORDER BY x.as_of DESC LIMIT 1)`,
    )
    .all(day)
  return new Map(rows.map(({ unitId, asOf, receivedOn }) => [unitId, { asOf, receivedOn }]))
}
