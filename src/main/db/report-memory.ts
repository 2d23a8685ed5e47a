import type { Period, ToldFigure } from '#shared/domain/results/compact.ts'
import type { ReportedEntry } from '#shared/domain/results/reported-entry.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import type { SqliteDatabase } from './load-sqlite.ts'
import { readRevision } from './remembered.ts'
import {
  type Pack,
  type PackedTold,
  readChangedPacks,
  readPack,
  readPacksOfYear,
  readPackStamp,
} from './report-packs.ts'

/** One counted report of one unit, with every figure in it. */
export interface HeldReport extends Period {
  readonly unitId: string
  /** Place in `values` by number of the indicator, -1 where it is not told. Reports of one form share the list. */
  readonly places: Int16Array
  readonly values: readonly number[]
  /** Figures with a word, a stated percent or decimals, by indicator id. */
  readonly told: ReadonlyMap<string, ToldFigure> | null
}

/** So many changed packs are read again one by one; more, and the years are read anew when they are asked for. */
const MOST_CHANGED = 3000
const MOST_KEPT = 12
/** Of more units than this everything is made anew. */
const MOST_PATCHED = 50

/**
 * The counted reports of the file, held by calendar year of their last day: read year by year when first asked for (see
 * report-packs.ts), then brought up to date pack by pack. Inside an open transaction nothing is held: what it wrote may
 * be taken back.
 */
export class ReportMemory {
  private readonly years = new Map<number, Map<string, readonly HeldReport[]>>()
  /** Which indicators the reports of a year tell, and the forms that were looked at for it. */
  private readonly tellers = new Map<number, { readonly forms: Set<Int16Array>; readonly indicators: Set<string> }>()
  private readonly forms = new Map<string, Form>()
  private readonly numbers = new Map<string, number>()
  private readonly kept = new Map<string, Kept>()
  private readonly older = new Map<string, Map<string, ReportedEntry | null>>()
  private readonly formLists = new Map<string, readonly Form[]>()
  private stamp = 0
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
    const byUnit = new Map<string, readonly HeldReport[]>()
    for (const pack of readPacksOfYear(this.sqlite, year)) byUnit.set(pack.unitId, this.hold(year, pack))
    this.years.set(year, byUnit)
    return byUnit
  }

  /** The latest day any report of the day's calendar year speaks of up to it, else that year's first day. */
  lastDayBy(day: IsoDate): IsoDate {
    const year = yearOfDay(day)
    const days = this.keep(
      `days ${year}`,
      () => {
        const told = new Set<IsoDate>()
        for (const reports of this.ofYear(year).values()) for (const { asOf } of reports) told.add(asOf)
        return [...told].toSorted()
      },
      { days: [day, day] },
    )
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

  private hold(year: number, { unitId, forms, reports }: Pack): readonly HeldReport[] {
    const list = this.formsOf(forms)
    return reports.map(([from, asOf, isCumulative, at, values, told]): HeldReport => {
      const form = list[at]
      if (form === undefined) throw new Error(`a pack of ${unitId} is of no form`)
      this.noteTold(year, form)
      return {
        unitId,
        from,
        asOf,
        basis: isCumulative === 1 ? 'cumulative' : 'increment',
        places: form.places,
        values,
        told: told === undefined ? null : readTold(told),
      }
    })
  }

  private noteTold(year: number, { places, indicators }: Form): void {
    let told = this.tellers.get(year)
    if (told === undefined) {
      told = { forms: new Set(), indicators: new Set() }
      this.tellers.set(year, told)
    }
    if (told.forms.has(places)) return
    told.forms.add(places)
    for (const id of indicators) told.indicators.add(id)
  }

  /** A small number for an indicator; a list of places is asked by it hundreds of thousands of times. */
  numberOf(indicatorId: string): number {
    const known = this.numbers.get(indicatorId)
    if (known !== undefined) return known
    const number = this.numbers.size
    this.numbers.set(indicatorId, number)
    return number
  }

  /** Hundreds of units report on the same few forms. */
  private formsOf(forms: string): readonly Form[] {
    const known = this.formLists.get(forms)
    if (known !== undefined) return known
    const list = forms === '' ? [] : forms.split('|').map((form) => this.formOf(form))
    this.formLists.set(forms, list)
    return list
  }

  private formOf(text: string): Form {
    const known = this.forms.get(text)
    if (known !== undefined) return known
    const indicators = text.split(',')
    const numbers = indicators.map((id) => this.numberOf(id))
    const places = new Int16Array(Math.max(...numbers) + 1).fill(-1)
    for (const [place, number] of numbers.entries()) places[number] = place
    const form = { places, indicators }
    this.forms.set(text, form)
    return form
  }

  /**
   * What was made of the reports alone, until one of them changes whose last day lies in the calendar years of `days`
   * (null: of any). With `patch` only what was made of the unit whose report it is.
   */
  keep<T>(key: string, make: () => T, on: KeptOn<T> | null): T {
    const known = this.kept.get(key)
    if (known !== undefined) {
      // Asked for last stands last, so that the years of a term outlive the days that are looked at.
      this.kept.delete(key)
      this.kept.set(key, known)
      return known.made as T
    }
    const made = make()
    const [oldest] = this.kept.keys()
    if (this.kept.size >= MOST_KEPT && oldest !== undefined) this.kept.delete(oldest)
    const patch = on?.patch
    this.kept.set(key, {
      made,
      years: on === null ? null : [yearOfDay(on.days[0]), yearOfDay(on.days[1])],
      patch: patch === undefined ? null : (unitId) => patch(made, unitId),
    })
    return made
  }

  private renewKept(changed: readonly { readonly year: number; readonly unitId: string }[]): void {
    for (const [key, { years, patch }] of this.kept) {
      const inside = changed.filter(({ year }) => years === null || (year >= years[0] && year <= years[1]))
      if (inside.length === 0) continue
      if (patch === null || inside.length > MOST_PATCHED) this.kept.delete(key)
      else for (const { unitId } of inside) patch(unitId)
    }
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

  private catchUp(): void {
    const version = readRevision(this.sqlite)
    if (version === this.seen) return
    this.seen = version
    // Asked before the packs: one that is made between the two questions is then read once more, and not missed.
    const stamp = readPackStamp(this.sqlite)
    const changed = this.years.size === 0 ? [] : readChangedPacks(this.sqlite, this.stamp)
    this.stamp = stamp
    if (changed.length === 0) return
    if (changed.length > MOST_CHANGED) {
      this.kept.clear()
      this.years.clear()
      this.older.clear()
      return
    }
    for (const { year, unitId } of changed) {
      for (const noted of this.older.values()) noted.delete(unitId)
      const byUnit = this.years.get(year)
      if (byUnit === undefined) continue
      const reports = this.hold(year, readPack(this.sqlite, year, unitId))
      if (reports.length > 0) byUnit.set(unitId, reports)
      else byUnit.delete(unitId)
    }
    this.renewKept(changed)
  }
}

export interface KeptOn<T> {
  /** First and last day of what it was made of. */
  readonly days: readonly [IsoDate, IsoDate]
  /** Makes what is of one unit anew, in place. */
  readonly patch?: (made: T, unitId: string) => void
}

interface Kept {
  readonly made: unknown
  readonly years: readonly [number, number] | null
  readonly patch: ((unitId: string) => void) | null
}

/** The indicators a report tells, in the order of its numbers. */
interface Form {
  readonly places: Int16Array
  readonly indicators: readonly string[]
}

function readTold(told: Readonly<Record<string, PackedTold>>): ReadonlyMap<string, ToldFigure> {
  return new Map(
    Object.entries(told).map(([id, [value, qualifier, word, statedPercent]]) => [
      id,
      { value, qualifier, word, statedPercent },
    ]),
  )
}

function statesPercent({ told }: HeldReport): boolean {
  return told !== null && [...told.values()].some(({ statedPercent }) => statedPercent !== null)
}

function yearOfDay(day: IsoDate): number {
  return Number(day.slice(0, 4))
}
