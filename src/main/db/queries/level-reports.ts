import type { ToldFigure } from '#shared/domain/results/compact.ts'
import type { Qualifier } from '#shared/domain/results/qualifier.ts'
import type { ReportedEntry } from '#shared/domain/results/reported-entry.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { type HeldReports, ReportMemory, toldBy } from '../report-memory.ts'
import { placeIn, type Shape } from '../report-shape.ts'
import type { ReadStore } from '../store.ts'
import type { AskedCounts, EntriesByIndicator } from './counted-reports.ts'

export interface AskedLevels {
  readonly day: IsoDate
  readonly indicators: AskedCounts['indicators']
  /** Percents stated from this day on are wanted as well, also with figures that are not the latest. */
  readonly statedSince: IsoDate
}

/** Levels (stock, ratio): of each unit the latest figure by the day, whatever period it was about. */
export function readLevelEntries(store: Pick<ReadStore, 'sqlite'>, asked: AskedLevels): EntriesByIndicator {
  const memory = ReportMemory.of(store.sqlite)
  const { day, statedSince } = asked
  const year = Number(day.slice(0, 4))
  const found = new Map<string, Map<string, ReportedEntry[]>>()
  const levels = asked.indicators.flatMap(({ id, kind }) =>
    kind === 'stock' || kind === 'ratio' ? [{ id, number: memory.numberOf(id) }] : [],
  )
  // Units that reported alike have their latest in the same place.
  const places = new Map<Shape, readonly number[]>()
  for (const reports of memory.ofYear(year).values()) {
    const { shape } = reports
    const latest = places.get(shape) ?? levels.map(({ number }) => latestWith(shape, number, day))
    places.set(shape, latest)
    for (const [at, level] of levels.entries()) {
      const entry = entryOf(reports, latest[at] ?? -1, level)
      if (entry !== null) addEntry(found, level.id, reports.unitId, entry)
    }
  }
  const reporting = memory.keep('reporting units', () => readReportingUnits(store), null)
  for (const { id } of levels) {
    const older = memory.olderLevels(id, year)
    const lacking = reporting.filter((unitId) => found.get(id)?.has(unitId) !== true)
    const unread = lacking.filter((unitId) => !older.has(unitId))
    if (unread.length > 0) {
      for (const unitId of unread) older.set(unitId, null)
      for (const { unitId, entry } of readOlderLevels(store, id, `${year}-01-01`, unread)) older.set(unitId, entry)
    }
    for (const unitId of lacking) {
      const entry = older.get(unitId) ?? null
      if (entry !== null) addEntry(found, id, unitId, entry)
    }
  }
  for (let from = Number(statedSince.slice(0, 4)); from <= year; from += 1) {
    for (const { of, report } of memory.statedIn(from)) {
      const period = of.shape.periods[report]
      if (period === undefined || period.from < statedSince || period.asOf > day) continue
      for (const level of levels) {
        const entry = entryOf(of, report, level)
        if (entry !== null && entry.statedPercent !== null) addEntry(found, level.id, of.unitId, entry)
      }
    }
  }
  return found
}

function readReportingUnits(store: Pick<ReadStore, 'sqlite'>): readonly string[] {
  return store.sqlite
    .prepare<[], { id: string }>('SELECT id FROM units u WHERE EXISTS (SELECT 1 FROM reports r WHERE r.unit_id = u.id)')
    .all()
    .map(({ id }) => id)
}

/** Of two figures of one day the one over the longer period is the fuller report; -1: none. */
function latestWith(shape: Shape, indicator: number, day: IsoDate): number {
  const { periods } = shape
  let latest = -1
  for (let at = periods.length - 1; at >= 0; at -= 1) {
    const asOf = periods[at]?.asOf ?? ''
    if (asOf > day || placeIn(shape, at, indicator) < 0) continue
    if (latest >= 0 && periods[latest]?.asOf !== asOf) break
    latest = at
  }
  return latest
}

function entryOf(
  of: HeldReports,
  report: number,
  level: { readonly id: string; readonly number: number },
): ReportedEntry | null {
  const period = of.shape.periods[report]
  const told = period === undefined ? undefined : toldBy(of, report, level)
  if (period === undefined || told === undefined) return null
  const figure: ToldFigure =
    typeof told === 'number' ? { value: told, qualifier: null, word: null, statedPercent: null } : told
  return { ...period, ...figure }
}

interface OlderColumns {
  readonly unitId: string
  readonly from: string
  readonly asOf: string
  readonly basis: 'cumulative' | 'increment'
  readonly value: number
  readonly qualifier: Qualifier | null
  readonly word: string | null
  readonly statedPercent: number | null
}

const OLDER = `r.unit_id AS unitId, r.from_date AS "from", r.as_of AS asOf, r.basis, v.value, v.qualifier,
  v.qualifier_word AS word, v.stated_percent AS statedPercent`

/**
 * Levels of units that told none in the year yet, from the years before. Either by the indicator's own figures, when
 * few were ever told, or unit by unit from its newest report backwards.
 */
function readOlderLevels(
  { sqlite }: Pick<ReadStore, 'sqlite'>,
  indicatorId: string,
  before: IsoDate,
  lacking: readonly string[],
): readonly { readonly unitId: string; readonly entry: ReportedEntry }[] {
  const told = sqlite
    .prepare<[string], { n: number }>('SELECT COUNT(*) AS n FROM report_values WHERE indicator_id = ?')
    .get(indicatorId)
  if ((told?.n ?? 0) === 0) return []
  const asked = { indicator: indicatorId, before, units: JSON.stringify(lacking) }
  const rows =
    (told?.n ?? 0) < lacking.length * USUAL_REPORTS
      ? sqlite.prepare<typeof asked, OlderColumns>(
          `SELECT ${OLDER} FROM report_values v CROSS JOIN reports r ON r.id = v.report_id
           WHERE v.indicator_id = :indicator AND r.as_of < :before AND r.status IN ('received', 'accepted')
             AND r.unit_id IN (SELECT value FROM json_each(:units))
           ORDER BY r.as_of DESC, r.from_date`,
        )
      : sqlite.prepare<typeof asked, OlderColumns>(
          `SELECT ${OLDER} FROM json_each(:units) u
           CROSS JOIN report_values v ON v.id = (
             SELECT y.id FROM reports x
             CROSS JOIN report_values y ON y.report_id = x.id AND y.indicator_id = :indicator
             WHERE x.unit_id = u.value AND x.as_of < :before AND x.status IN ('received', 'accepted')
             ORDER BY x.as_of DESC, x.from_date LIMIT 1)
           CROSS JOIN reports r ON r.id = v.report_id`,
        )
  const latest = new Map<string, ReportedEntry>()
  for (const { unitId, ...entry } of rows.all(asked)) if (!latest.has(unitId)) latest.set(unitId, entry)
  return [...latest].map(([unitId, entry]) => ({ unitId, entry }))
}

/** What a unit sends in a few years; below so many figures a unit, reading the figures themselves is quicker. */
const USUAL_REPORTS = 30

function addEntry(
  found: Map<string, Map<string, ReportedEntry[]>>,
  indicatorId: string,
  unitId: string,
  entry: ReportedEntry,
): void {
  let byUnit = found.get(indicatorId)
  if (byUnit === undefined) {
    byUnit = new Map()
    found.set(indicatorId, byUnit)
  }
  const before = byUnit.get(unitId)
  if (before === undefined) byUnit.set(unitId, [entry])
  else before.push(entry)
}
