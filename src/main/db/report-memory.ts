import type { Period, ToldFigure } from '#shared/domain/results/compact.ts'
import type { Qualifier } from '#shared/domain/results/qualifier.ts'
import type { ReportedEntry } from '#shared/domain/results/reported-entry.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import type { SqliteDatabase } from './load-sqlite.ts'
import { readRevision } from './remembered.ts'

/** One counted report of one unit, with every figure in it. */
export interface HeldReport extends Period {
  readonly id: string
  readonly unitId: string
  /** Place in `values` by number of the indicator, -1 where it is not told. Reports of one form share the list. */
  readonly places: Int16Array
  readonly values: readonly number[]
  /** Figures with a word, a stated percent or decimals, by indicator id. */
  readonly told: ReadonlyMap<string, ToldFigure> | null
}

/** One that is being read: its special figures come last. */
type ReadReport = { -readonly [Key in keyof HeldReport]: HeldReport[Key] }

interface ReportColumns {
  readonly id: string
  readonly unitId: string
  readonly from: string
  readonly asOf: string
  readonly basis: 'cumulative' | 'increment'
  readonly indicators: string
  readonly numbers: string
  readonly special: number
}

/** Drafts and reports sent back are not counted. The two lists of one report stand in the same order. */
const REPORTS = `
  SELECT r.id, r.unit_id AS unitId, r.from_date AS "from", r.as_of AS asOf, r.basis,
    group_concat(v.indicator_id) AS indicators, group_concat(CAST(v.value AS INTEGER)) AS numbers,
    SUM(v.qualifier IS NOT NULL OR v.stated_percent IS NOT NULL OR v.value <> CAST(v.value AS INTEGER)) AS special
  FROM reports r CROSS JOIN report_values v ON v.report_id = r.id
  WHERE r.status IN ('received', 'accepted')`

const CHANGED = `
  SELECT DISTINCT CASE
    WHEN table_name = 'reports' THEN row_id
    WHEN column_name = '' THEN json_extract(COALESCE(after, before), '$.report_id')
    ELSE (SELECT report_id FROM report_values WHERE id = row_id) END AS id
  FROM changes WHERE sequence > ? AND table_name IN ('reports', 'report_values')`

/** So many changed reports are read again one by one; more, and the years are read anew when they are asked for. */
const MOST_CHANGED = 3000
const MOST_KEPT = 12

/**
 * The counted reports of the file, held by calendar year of their last day: read year by year when first asked for,
 * then brought up to date from the recorded changes. A year of 500 units × 20 figures × 12 months is read in some
 * 50 ms and asked in one or two. Inside an open transaction nothing is held: what it wrote may be taken back.
 */
export class ReportMemory {
  private readonly years = new Map<number, Map<string, HeldReport[]>>()
  /** Every report held, to find it again when it changes. */
  private readonly byId = new Map<string, HeldReport>()
  /** Which indicators the reports of a year tell, and the forms that were looked at for it. */
  private readonly tellers = new Map<number, { readonly forms: Set<Int16Array>; readonly indicators: Set<string> }>()
  private readonly forms = new Map<string, Int16Array>()
  private readonly numbers = new Map<string, number>()
  private readonly kept = new Map<string, unknown>()
  private readonly older = new Map<string, Map<string, ReportedEntry | null>>()
  private readonly texts = new Map<string, string>()
  private sequence = 0
  private seen = ''
  private readonly sqlite: SqliteDatabase

  private constructor(sqlite: SqliteDatabase) {
    this.sqlite = sqlite
  }

  private static readonly held = new WeakMap<SqliteDatabase, ReportMemory>()

  /** What this connection sees now. */
  static of(sqlite: SqliteDatabase): ReportMemory {
    if (sqlite.inTransaction) return new ReportMemory(sqlite)
    let memory = ReportMemory.held.get(sqlite)
    if (memory === undefined) {
      memory = new ReportMemory(sqlite)
      ReportMemory.held.set(sqlite, memory)
    }
    memory.catchUp()
    return memory
  }

  /** Reports by unit id whose last day lies in a calendar year, the earliest first. */
  ofYear(year: number): ReadonlyMap<string, readonly HeldReport[]> {
    const known = this.years.get(year)
    if (known !== undefined) return known
    const rows = this.sqlite
      .prepare<[string, string], ReportColumns>(
        `${REPORTS} AND r.as_of >= ? AND r.as_of <= ? GROUP BY r.id ORDER BY r.as_of, r.from_date, r.id`,
      )
      // One by one: the texts of a whole year beside each other would be moved about by the garbage collector.
      .iterate(`${year}-01-01`, `${year}-12-31`)
    const byUnit = new Map<string, HeldReport[]>()
    // Special figures are read when the reading of reports is over.
    const special: ReadReport[] = []
    for (const row of rows) {
      const report = this.hold(byUnit, row)
      if (row.special > 0) special.push(report)
    }
    for (const report of special) report.told = this.readTold(report.id)
    this.years.set(year, byUnit)
    return byUnit
  }

  /** The latest day any report of the day's calendar year speaks of up to it, else that year's first day. */
  lastDayBy(day: IsoDate): IsoDate {
    const year = yearOfDay(day)
    const days = this.keep(`days ${year}`, () => {
      const told = new Set<IsoDate>()
      for (const reports of this.ofYear(year).values()) for (const { asOf } of reports) told.add(asOf)
      return [...told].toSorted()
    })
    return days.findLast((told) => told <= day) ?? `${day.slice(0, 4)}-01-01`
  }

  /** Reports of a calendar year that state a percent of something. */
  statedIn(year: number): readonly HeldReport[] {
    return [...this.ofYear(year).values()].flatMap((reports) => reports.filter(statesPercent))
  }

  /** Ids of the indicators any report of a calendar year tells. */
  toldIn(year: number): ReadonlySet<string> {
    this.ofYear(year)
    return this.tellers.get(year)?.indicators ?? new Set()
  }

  private hold(byUnit: Map<string, HeldReport[]>, row: ReportColumns): ReadReport {
    const places = this.formOf(row.indicators)
    const report: ReadReport = {
      id: row.id,
      unitId: this.oneText(row.unitId),
      from: this.oneText(row.from),
      asOf: this.oneText(row.asOf),
      basis: row.basis,
      places,
      values: readWholeNumbers(row.numbers),
      told: null,
    }
    this.noteTold(yearOfDay(row.asOf), places, row.indicators)
    this.byId.set(report.id, report)
    const list = byUnit.get(report.unitId)
    if (list === undefined) byUnit.set(report.unitId, [report])
    else list.push(report)
    return report
  }

  private noteTold(year: number, form: Int16Array, indicators: string): void {
    let told = this.tellers.get(year)
    if (told === undefined) {
      told = { forms: new Set(), indicators: new Set() }
      this.tellers.set(year, told)
    }
    if (told.forms.has(form)) return
    told.forms.add(form)
    for (const id of indicators.split(',')) told.indicators.add(id)
  }

  /** Years × units hold the same few dates and ids thousands of times. */
  private oneText(text: string): string {
    const known = this.texts.get(text)
    if (known !== undefined) return known
    this.texts.set(text, text)
    return text
  }

  /** A small number for an indicator; a list of places is asked by it hundreds of thousands of times. */
  numberOf(indicatorId: string): number {
    const known = this.numbers.get(indicatorId)
    if (known !== undefined) return known
    const number = this.numbers.size
    this.numbers.set(indicatorId, number)
    return number
  }

  private formOf(indicators: string): Int16Array {
    let form = this.forms.get(indicators)
    if (form === undefined) {
      const numbers = indicators.split(',').map((id) => this.numberOf(id))
      form = new Int16Array(Math.max(...numbers) + 1).fill(-1)
      for (const [place, number] of numbers.entries()) form[number] = place
      this.forms.set(indicators, form)
    }
    return form
  }

  /** What was made of the reports alone, until one of them changes. */
  keep<T>(key: string, make: () => T): T {
    if (this.kept.has(key)) return this.kept.get(key) as T
    const made = make()
    const [oldest] = this.kept.keys()
    if (this.kept.size >= MOST_KEPT && oldest !== undefined) this.kept.delete(oldest)
    this.kept.set(key, made)
    return made
  }

  /**
   * For whoever reads levels told before a calendar year to note them in, by unit id (null: none was told). Noted until
   * the unit's reports change; most units told none of most indicators, and would be asked again for every day.
   */
  olderLevels(indicatorId: string, year: number): Map<string, ReportedEntry | null> {
    const key = `${indicatorId} ${year}`
    let noted = this.older.get(key)
    if (noted === undefined) {
      noted = new Map()
      this.older.set(key, noted)
    }
    return noted
  }

  private readTold(reportId: string): ReadonlyMap<string, ToldFigure> {
    const rows = this.sqlite
      .prepare<
        [string],
        { indicator: string; value: number; qualifier: Qualifier | null; word: string | null; stated: number | null }
      >(
        `SELECT indicator_id AS indicator, value, qualifier, qualifier_word AS word, stated_percent AS stated
         FROM report_values WHERE report_id = ?
           AND (qualifier IS NOT NULL OR stated_percent IS NOT NULL OR value <> CAST(value AS INTEGER))`,
      )
      .all(reportId)
    return new Map(
      rows.map(({ indicator, value, qualifier, word, stated }) => [
        this.oneText(indicator),
        { value, qualifier, word, statedPercent: stated },
      ]),
    )
  }

  private catchUp(): void {
    const version = readRevision(this.sqlite)
    if (version === this.seen) return
    this.seen = version
    const last = this.lastSequence()
    if (this.years.size > 0 && last !== this.sequence) this.takeChanges(last)
    this.sequence = last
  }

  private takeChanges(last: number): void {
    const ids =
      last < this.sequence
        ? null
        : this.sqlite
            .prepare<[number], { id: string | null }>(`${CHANGED} LIMIT ${MOST_CHANGED + 1}`)
            .all(this.sequence)
    if (ids?.length === 0) return
    this.kept.clear()
    if (ids === null || ids.length > MOST_CHANGED) {
      this.years.clear()
      this.byId.clear()
      this.older.clear()
      return
    }
    const read = this.sqlite.prepare<[string], ReportColumns>(`${REPORTS} AND r.id = ? GROUP BY r.id`)
    const touched = new Set<HeldReport[]>()
    for (const { id } of ids) {
      if (id === null) continue
      const before = this.byId.get(id)
      if (before !== undefined) {
        const list = this.years.get(yearOfDay(before.asOf))?.get(before.unitId)
        if (list !== undefined) list.splice(list.indexOf(before), 1)
        this.byId.delete(id)
        this.forgetOlder(before.unitId)
      }
      const row = read.get(id)
      const year = row === undefined ? undefined : this.years.get(yearOfDay(row.asOf))
      // Of a report in a year that is not held nobody knows whose it was.
      if (before === undefined && year === undefined) this.older.clear()
      if (row !== undefined) this.forgetOlder(row.unitId)
      if (row === undefined || year === undefined) continue
      const report = this.hold(year, row)
      if (row.special > 0) report.told = this.readTold(report.id)
      const list = year.get(report.unitId)
      if (list !== undefined) touched.add(list)
    }
    for (const list of touched) list.sort(byDay)
  }

  private forgetOlder(unitId: string): void {
    for (const noted of this.older.values()) noted.delete(unitId)
  }

  private lastSequence(): number {
    return (
      this.sqlite.prepare<[], { last: number | null }>('SELECT MAX(sequence) AS last FROM changes').get()?.last ?? 0
    )
  }
}

function statesPercent({ told }: HeldReport): boolean {
  return told !== null && [...told.values()].some(({ statedPercent }) => statedPercent !== null)
}

function yearOfDay(day: IsoDate): number {
  return Number(day.slice(0, 4))
}

function byDay(a: HeldReport, b: HeldReport): number {
  if (a.asOf !== b.asOf) return a.asOf < b.asOf ? -1 : 1
  if (a.from !== b.from) return a.from < b.from ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** "12,-5,7" → [12, -5, 7], without making a text of each: a year holds a hundred thousand of them. */
function readWholeNumbers(text: string): readonly number[] {
  const numbers: number[] = []
  let value = 0
  let sign = 1
  for (let at = 0; at <= text.length; at += 1) {
    const code = at === text.length ? 44 : text.charCodeAt(at)
    if (code === 44) {
      numbers.push(sign * value || 0)
      value = 0
      sign = 1
    } else if (code === 45) sign = -1
    else value = value * 10 + (code - 48)
  }
  return numbers
}
