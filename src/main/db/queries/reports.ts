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

/** Of every unit and level (stock, ratio) the latest figure on or before a day, whatever period it was about. */
export function readLatestLevels(store: Pick<ReadStore, 'sqlite'>, day: IsoDate): StoredEntry[] {
  return store.sqlite
    .prepare<[string], EntryColumns & { readonly place: number }>(
      `SELECT * FROM (
         SELECT ${COLUMNS}, ROW_NUMBER() OVER (
           PARTITION BY r.unit_id, v.indicator_id ORDER BY r.as_of DESC, r.from_date ASC) AS place
         FROM indicators i JOIN report_values v ON v.indicator_id = i.id JOIN reports r ON r.id = v.report_id
         WHERE i.kind IN ('stock', 'ratio') AND r.as_of <= ? AND ${COUNTED})
       WHERE place = 1`,
    )
    .all(day)
    .map(toEntry)
}

/** Indicator code → unit id → entries, as rules ask for them. */
export type EntryIndex = ReadonlyMap<string, ReadonlyMap<string, readonly StoredEntry[]>>

export function indexEntries(entries: readonly StoredEntry[], codeById: ReadonlyMap<string, string>): EntryIndex {
  const byIndicator = groupBy(entries, (entry) => codeById.get(entry.indicatorId) ?? '')
  return new Map([...byIndicator].map(([code, rows]) => [code, groupBy(rows, (entry) => entry.unitId)]))
}
