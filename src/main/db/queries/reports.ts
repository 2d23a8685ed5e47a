import type { IndicatorKind } from '#shared/domain/indicators/indicator.ts'
import type { ReportedEntry } from '#shared/domain/results/reported-entry.ts'
import type { Qualifier } from '#shared/domain/results/qualifier.ts'
import { groupBy } from '#shared/kit/group-by.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import type { ReadStore } from '../store.ts'

/** A reported figure with the ids it hangs on. */
export interface StoredEntry extends ReportedEntry {
  readonly id: string
  readonly reportId: string
  readonly unitId: string
  readonly indicatorId: string
  readonly receivedOn: string | null
  readonly source: string | null
}

interface EntryColumns {
  readonly id: string
  readonly report_id: string
  readonly unit_id: string
  readonly indicator_id: string
  readonly from_date: string
  readonly as_of: string
  readonly basis: 'cumulative' | 'increment'
  readonly value: number
  readonly qualifier: Qualifier | null
  readonly qualifier_word: string | null
  readonly stated_percent: number | null
  readonly received_on: string | null
  readonly source: string | null
}

const COLUMNS = `v.id, v.report_id, r.unit_id, v.indicator_id, r.from_date, r.as_of, r.basis, v.value, v.qualifier,
  v.qualifier_word, v.stated_percent, r.received_on, r.source`
/** Drafts and reports sent back are not counted. */
const COUNTED = `r.status IN ('received', 'accepted')`

function toEntry(row: EntryColumns): StoredEntry {
  return {
    id: row.id,
    reportId: row.report_id,
    unitId: row.unit_id,
    indicatorId: row.indicator_id,
    from: row.from_date,
    asOf: row.as_of,
    basis: row.basis,
    value: row.value,
    qualifier: row.qualifier,
    word: row.qualifier_word,
    statedPercent: row.stated_percent,
    receivedOn: row.received_on,
    source: row.source,
  }
}

/** Everything one unit reported of one indicator, by day. */
export function readEntries(store: Pick<ReadStore, 'sqlite'>, unitId: string, indicatorId: string): StoredEntry[] {
  return store.sqlite
    .prepare<[string, string], EntryColumns>(
      `SELECT ${COLUMNS} FROM reports r JOIN report_values v ON v.report_id = r.id
       WHERE r.unit_id = ? AND v.indicator_id = ? AND ${COUNTED} ORDER BY r.as_of, r.from_date`,
    )
    .all(unitId, indicatorId)
    .map(toEntry)
}

export function readEntryById(store: Pick<ReadStore, 'sqlite'>, id: string): StoredEntry | null {
  const row = store.sqlite
    .prepare<[string], EntryColumns>(
      `SELECT ${COLUMNS} FROM report_values v JOIN reports r ON r.id = v.report_id WHERE v.id = ?`,
    )
    .get(id)
  return row === undefined ? null : toEntry(row)
}

/** Figures of all units that speak of days from `from` (null: any) to `to`. */
export function readEntriesWithin(store: Pick<ReadStore, 'sqlite'>, from: IsoDate | null, to: IsoDate): StoredEntry[] {
  return store.sqlite
    .prepare<{ from: string; to: string }, EntryColumns>(
      `SELECT ${COLUMNS} FROM reports r JOIN report_values v ON v.report_id = r.id
       WHERE r.from_date >= :from AND r.as_of <= :to AND ${COUNTED} ORDER BY r.as_of, r.from_date`,
    )
    .all({ from: from ?? '', to })
    .map(toEntry)
}

// The reader below looks up each unit and indicator by itself, newest report first, and stops at the first that has the
// figure. Indicators nobody reports are left out beforehand, for looking for them would read every report to its end.
function readReportedIndicators(store: Pick<ReadStore, 'sqlite'>, kinds: readonly IndicatorKind[]): string[] {
  return store.sqlite
    .prepare<[string], { id: string }>(
      `SELECT i.id FROM indicators i WHERE i.kind IN (SELECT value FROM json_each(?))
         AND EXISTS (SELECT 1 FROM report_values v WHERE v.indicator_id = i.id)`,
    )
    .all(JSON.stringify(kinds))
    .map((row) => row.id)
}

/** Of every unit and level (stock, ratio) the latest figure on or before a day, whatever period it was about. */
export function readLatestLevels(store: Pick<ReadStore, 'sqlite'>, day: IsoDate): StoredEntry[] {
  const latest = store.sqlite.prepare<{ day: string; indicator: string }, EntryColumns>(
    // Of two figures of one day the one over the longer period wins, as in the rule.
    `SELECT ${COLUMNS} FROM units u
     CROSS JOIN report_values v ON v.id = (
       SELECT y.id FROM reports x CROSS JOIN report_values y ON y.report_id = x.id AND y.indicator_id = :indicator
       WHERE x.unit_id = u.id AND x.as_of <= :day AND x.status IN ('received', 'accepted')
       ORDER BY x.as_of DESC, x.from_date ASC LIMIT 1)
     CROSS JOIN reports r ON r.id = v.report_id`,
  )
  return readReportedIndicators(store, ['stock', 'ratio']).flatMap((indicator) =>
    latest.all({ day, indicator }).map(toEntry),
  )
}

/** Indicator code → unit id → entries, as rules ask for them. */
export type EntryIndex = ReadonlyMap<string, ReadonlyMap<string, readonly StoredEntry[]>>

export function indexEntries(entries: readonly StoredEntry[], codeById: ReadonlyMap<string, string>): EntryIndex {
  const byIndicator = groupBy(entries, (entry) => codeById.get(entry.indicatorId) ?? '')
  return new Map([...byIndicator].map(([code, rows]) => [code, groupBy(rows, (entry) => entry.unitId)]))
}
