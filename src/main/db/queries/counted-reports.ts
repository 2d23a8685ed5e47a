import type { IndicatorKind } from '#shared/domain/indicators/indicator.ts'
import { allEntries, type AskedYear, compactYear, type ToldFigure } from '#shared/domain/results/compact.ts'
import type { Qualifier } from '#shared/domain/results/qualifier.ts'
import type { ReportedEntry } from '#shared/domain/results/reported-entry.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { type HeldReport, ReportMemory } from '../report-memory.ts'
import type { ReadStore } from '../store.ts'

/** Indicator id → unit id → entries. */
export type EntriesByIndicator = ReadonlyMap<string, ReadonlyMap<string, readonly ReportedEntry[]>>

export interface AskedCounts {
  readonly years: readonly AskedYear[]
  /** First day of the window; an increment that crosses it is told apart. */
  readonly opening: IsoDate
  readonly indicators: readonly { readonly id: string; readonly kind: IndicatorKind }[]
  /** Units whose reports are wanted as they were told, since they are added to those of others day by day. */
  readonly whole: ReadonlySet<string>
}

/** What counting (flow, loss, net) on the years' days can ask for, see `compactYear`. */
export function readCountedEntries(store: Pick<ReadStore, 'sqlite'>, asked: AskedCounts): EntriesByIndicator {
  const memory = ReportMemory.of(store.sqlite)
  const ids = asked.indicators.flatMap(({ id, kind }) => (kind === 'stock' || kind === 'ratio' ? [] : [id]))
  const years = asked.years.map((year) => {
    // Only inside the year it opens in does the window's first day part anything.
    const opening = asked.opening > year.from ? asked.opening : year.from
    const key = [year.from, ...year.days, opening, ...ids, ...asked.whole].join('|')
    return { key, entries: memory.keep(key, () => compactReports(memory, year, { ids, opening, whole: asked.whole })) }
  })
  const last = years.at(-1)
  if (last === undefined) return new Map()
  if (years.length === 1) return last.entries
  // The years of a term that are over are the same on every day of the year that runs.
  const past = years.slice(0, -1)
  const over = memory.keep(`over ${past.map(({ key }) => key).join(' ')}`, () =>
    joinYears(past.map(({ entries }) => entries)),
  )
  return joinYears([over, last.entries])
}

function joinYears(years: readonly EntriesByIndicator[]): EntriesByIndicator {
  const found = new Map<string, Map<string, ReportedEntry[]>>()
  for (const year of years) {
    for (const [id, byUnit] of year) for (const [unitId, entries] of byUnit) addEntries(found, id, unitId, entries)
  }
  return found
}

function compactReports(
  memory: ReportMemory,
  year: AskedYear,
  { ids, opening, whole }: { ids: readonly string[]; opening: IsoDate; whole: ReadonlySet<string> },
): EntriesByIndicator {
  const found = new Map<string, Map<string, readonly ReportedEntry[]>>(ids.map((id) => [id, new Map()]))
  const last = year.days.reduce((latest, day) => (day > latest ? day : latest), '')
  const lists = reportsOfYear(memory, year.from, last)
  const asked = ids.flatMap((id) => (isTold(memory, year.from, last, id) ? [{ id, number: memory.numberOf(id) }] : []))
  for (const [unitId, reports] of lists) {
    for (const { id, number } of asked) {
      const told = toldOf(reports, id, number)
      if (told === null) continue
      const entries = whole.has(unitId) ? allEntries(reports, told) : compactYear(reports, told, year, opening)
      if (entries.length > 0) found.get(id)?.set(unitId, entries)
    }
  }
  return found
}

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
  const levels = asked.indicators.filter(({ kind }) => kind === 'stock' || kind === 'ratio')
  for (const [unitId, reports] of memory.ofYear(year)) {
    for (const { id } of levels) {
      const latest = latestWith(reports, memory.numberOf(id), day)
      if (latest !== null) addEntries(found, id, unitId, entriesOf(memory, latest, id))
    }
  }
  const reporting = memory.keep('reporting units', () => readReportingUnits(store))
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
      if (entry !== null) addEntries(found, id, unitId, [entry])
    }
  }
  for (let from = Number(statedSince.slice(0, 4)); from <= year; from += 1) {
    for (const report of memory.statedIn(from)) {
      if (report.from < statedSince || report.asOf > day) continue
      for (const { id } of levels) {
        const isStated = (report.told?.get(id)?.statedPercent ?? null) !== null
        if (isStated) addEntries(found, id, report.unitId, entriesOf(memory, report, id))
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

/** Of two figures of one day the one over the longer period is the fuller report. */
function latestWith(reports: readonly HeldReport[], indicator: number, day: IsoDate): HeldReport | null {
  let latest: HeldReport | null = null
  for (let at = reports.length - 1; at >= 0; at -= 1) {
    const report = reports[at]
    if (report === undefined || report.asOf > day || (report.places[indicator] ?? -1) < 0) continue
    if (latest !== null && latest.asOf !== report.asOf) break
    latest = report
  }
  return latest
}

function entriesOf(memory: ReportMemory, report: HeldReport, indicatorId: string): readonly ReportedEntry[] {
  return allEntries([report], toldOf([report], indicatorId, memory.numberOf(indicatorId)) ?? [])
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

/** By unit, those that begin in the reporting year and end by the day. */
function reportsOfYear(memory: ReportMemory, from: IsoDate, last: IsoDate): ReadonlyMap<string, readonly HeldReport[]> {
  const lists = new Map<string, HeldReport[]>()
  for (const year of calendarYears(from, last)) {
    for (const [unitId, reports] of memory.ofYear(year)) {
      const inside = reports.filter((report) => report.from >= from && report.asOf <= last)
      if (inside.length === 0) continue
      const before = lists.get(unitId)
      if (before === undefined) lists.set(unitId, inside)
      else before.push(...inside)
    }
  }
  return lists
}

function calendarYears(from: IsoDate, last: IsoDate): readonly number[] {
  const first = Number(from.slice(0, 4))
  return Array.from({ length: Number(last.slice(0, 4)) - first + 1 }, (_, at) => first + at)
}

function isTold(memory: ReportMemory, from: IsoDate, last: IsoDate, indicatorId: string): boolean {
  return calendarYears(from, last).some((year) => memory.toldIn(year).has(indicatorId))
}

type Told = number | ToldFigure | undefined

/** What each report tells of an indicator; null when none does. The list is only good until the next call. */
function toldOf(reports: readonly HeldReport[], indicatorId: string, number: number): readonly Told[] | null {
  let isFound = false
  scratch.length = reports.length
  for (let at = 0; at < reports.length; at += 1) {
    const report = reports[at]
    const place = report?.places[number] ?? -1
    if (report === undefined || place < 0) scratch[at] = undefined
    else {
      scratch[at] = report.told?.get(indicatorId) ?? report.values[place]
      isFound = true
    }
  }
  return isFound ? scratch : null
}

// Ten thousand lists would be made for one view, each to be looked at once.
const scratch: Told[] = []

function addEntries(
  found: Map<string, Map<string, ReportedEntry[]>>,
  indicatorId: string,
  unitId: string,
  entries: readonly ReportedEntry[],
): void {
  let byUnit = found.get(indicatorId)
  if (byUnit === undefined) {
    byUnit = new Map()
    found.set(indicatorId, byUnit)
  }
  const before = byUnit.get(unitId)
  if (before === undefined) byUnit.set(unitId, [...entries])
  else before.push(...entries)
}
