import type { IndicatorKind } from '#shared/domain/indicators/indicator.ts'
import {
  allEntries,
  type AskedYear,
  compactYear,
  sumOverYears,
  type ToldFigure,
} from '#shared/domain/results/compact.ts'
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
    const compacting = { ids, opening, whole: asked.whole }
    const entries = memory.keep(key, () => compactReports(memory, year, compacting), {
      days: [year.from, lastDayOf(year)],
      patch: (made, unitId) => compactUnit(memory, year, compacting, unitId, made),
    })
    return { key, year, opening, entries }
  })
  const last = years.at(-1)
  if (last === undefined) return new Map()
  if (years.length === 1) return last.entries
  // The years of a term that are over are the same on every day of the year that runs.
  const past = years.slice(0, -1)
  const [first = last] = past
  const over = memory.keep(
    `over ${past.map(({ key }) => key).join(' ')}`,
    () => {
      // Where the window opens inside its first year, what was told before is taken off there.
      const [opened, whole] = first.opening > first.year.from ? [[first], past.slice(1)] : [[], past]
      const summed = sumYears(
        whole.map(({ entries }) => entries),
        whole.map(({ year }) => year),
        asked.whole,
      )
      return joinYears([...opened.map(({ entries }) => entries), summed])
    },
    { days: [first.year.from, lastDayOf((past.at(-1) ?? last).year)] },
  )
  return joinYears([over, last.entries])
}

/**
 * Years that are counted from their first day to their last, as one increment a unit: the sum of what each of them
 * counts, in the year that was told last. Figures with more to them than their number stay as they were told.
 */
function sumYears(
  years: readonly EntriesByIndicator[],
  days: readonly AskedYear[],
  whole: ReadonlySet<string>,
): EntriesByIndicator {
  const joined = joinYears(years)
  for (const byUnit of joined.values()) {
    for (const [unitId, entries] of byUnit) {
      if (whole.has(unitId)) continue
      const sum = sumOverYears(entries, days)
      if (sum !== null) byUnit.set(unitId, sum)
    }
  }
  return joined
}

function joinYears(years: readonly EntriesByIndicator[]): Map<string, Map<string, readonly ReportedEntry[]>> {
  const found = new Map<string, Map<string, readonly ReportedEntry[]>>()
  for (const year of years) {
    for (const [id, byUnit] of year) {
      const joined = found.get(id)
      if (joined === undefined) {
        found.set(id, new Map(byUnit))
        continue
      }
      // A list is made only where there are two: the maps hold ten thousand that are never changed.
      for (const [unitId, entries] of byUnit) {
        const before = joined.get(unitId)
        joined.set(unitId, before === undefined ? entries : [...before, ...entries])
      }
    }
  }
  return found
}

interface Compacting {
  readonly ids: readonly string[]
  readonly opening: IsoDate
  readonly whole: ReadonlySet<string>
}

function compactReports(
  memory: ReportMemory,
  year: AskedYear,
  { ids, opening, whole }: Compacting,
): Map<string, Map<string, readonly ReportedEntry[]>> {
  const found = new Map<string, Map<string, readonly ReportedEntry[]>>(ids.map((id) => [id, new Map()]))
  const last = lastDayOf(year)
  const asked = ids.flatMap((id) => (isTold(memory, year.from, last, id) ? [{ id, number: memory.numberOf(id) }] : []))
  for (const [unitId, reports] of reportsOfYear(memory, year.from, last)) {
    for (const { id, number } of asked) {
      const told = toldOf(reports, id, number)
      if (told === null) continue
      const entries = whole.has(unitId) ? allEntries(reports, told) : compactYear(reports, told, year, opening)
      if (entries.length > 0) found.get(id)?.set(unitId, entries)
    }
  }
  return found
}

/** Puts in the place of what was made of one unit's reports what they say now. */
function compactUnit(
  memory: ReportMemory,
  year: AskedYear,
  { ids, opening, whole }: Compacting,
  unitId: string,
  made: Map<string, Map<string, readonly ReportedEntry[]>>,
): void {
  const last = lastDayOf(year)
  const reports = calendarYears(year.from, last).flatMap((one) =>
    inside(memory.ofYear(one).get(unitId), year.from, last),
  )
  for (const id of ids) {
    const told = toldOf(reports, id, memory.numberOf(id))
    const entries =
      told === null ? [] : whole.has(unitId) ? allEntries(reports, told) : compactYear(reports, told, year, opening)
    if (entries.length > 0) made.get(id)?.set(unitId, entries)
    else made.get(id)?.delete(unitId)
  }
}

function lastDayOf({ days }: AskedYear): IsoDate {
  return days.reduce((latest, day) => (day > latest ? day : latest), '')
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
      const told = inside(reports, from, last)
      if (told.length === 0) continue
      const before = lists.get(unitId)
      if (before === undefined) lists.set(unitId, told)
      else before.push(...told)
    }
  }
  return lists
}

function inside(reports: readonly HeldReport[] | undefined, from: IsoDate, last: IsoDate): HeldReport[] {
  return reports?.filter((report) => report.from >= from && report.asOf <= last) ?? []
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
