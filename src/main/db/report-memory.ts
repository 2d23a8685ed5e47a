import type { ToldFigure } from '#shared/domain/results/compact.ts'
import type { ReportedEntry } from '#shared/domain/results/reported-entry.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import type { SqliteDatabase } from './load-sqlite.ts'
import { readRevision } from './remembered.ts'
import {
  type Pack,
  type PackedWords,
  readChangedPacks,
  readPack,
  readPacksOfYear,
  readPackStamp,
} from './report-packs.ts'
import { placeIn, type Shape, Shapes } from './report-shape.ts'

/** The counted reports of one unit whose last day lies in one calendar year. */
export interface HeldReports {
  readonly unitId: string
  readonly shape: Shape
  /** Of many units; its own begin at `offset`. */
  readonly numbers: Float64Array
  readonly offset: number
  /** By place of the report: figures with a word, a stated percent or decimals, by indicator id. */
  readonly words: ReadonlyMap<number, ReadonlyMap<string, ToldFigure>> | null
}

/** What a report tells of an indicator, whose number is that of `ReportMemory.numberOf`; undefined: nothing. */
export function toldBy(
  { shape, numbers, offset, words }: HeldReports,
  report: number,
  indicator: { readonly id: string; readonly number: number },
): number | ToldFigure | undefined {
  const place = placeIn(shape, report, indicator.number)
  return place < 0 ? undefined : (words?.get(report)?.get(indicator.id) ?? numbers[offset + place])
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
  private readonly years = new Map<number, Map<string, HeldReports>>()
  private readonly shapes = new Shapes()
  private readonly kept = new Map<string, Kept>()
  private readonly older = new Map<string, Map<string, ReportedEntry | null>>()
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

  /** Reports by unit id whose last day lies in a calendar year, each unit's earliest first. */
  ofYear(year: number): ReadonlyMap<string, HeldReports> {
    const known = this.years.get(year)
    if (known !== undefined) return known
    const packs = readPacksOfYear(this.sqlite, year, (pack) => this.fits(pack))
    // One list for all: a province has thousands of units and years.
    const numbers = new Float64Array(packs.reduce((sum, pack) => sum + pack.numbers.length, 0))
    const byUnit = new Map<string, HeldReports>()
    let offset = 0
    for (const pack of packs) {
      numbers.set(pack.numbers, offset)
      byUnit.set(pack.unitId, this.hold(pack, numbers, offset))
      offset += pack.numbers.length
    }
    this.years.set(year, byUnit)
    return byUnit
  }

  /** The latest day any report of the day's calendar year speaks of up to it, else that year's first day. */
  lastDayBy(day: IsoDate): IsoDate {
    const year = yearOfDay(day)
    const days = this.keep(
      `days ${year}`,
      () => {
        const shapes = new Set([...this.ofYear(year).values()].map(({ shape }) => shape))
        const told = new Set([...shapes].flatMap(({ periods }) => periods.map(({ asOf }) => asOf)))
        return [...told].toSorted()
      },
      { days: [day, day] },
    )
    return days.findLast((told) => told <= day) ?? `${day.slice(0, 4)}-01-01`
  }

  /** Reports of a calendar year that state a percent of something, by place among their unit's. */
  statedIn(year: number): readonly { readonly of: HeldReports; readonly report: number }[] {
    return [...this.ofYear(year).values()].flatMap((of) =>
      of.words === null ? [] : [...of.words].flatMap(([report, told]) => (statesPercent(told) ? [{ of, report }] : [])),
    )
  }

  numberOf(indicatorId: string): number {
    return this.shapes.numberOf(indicatorId)
  }

  private fits({ shape, numbers, words }: Pack): boolean {
    const read = shape === '' ? null : this.shapes.of(shape)
    if (read === null) return shape === ''
    return read.size === numbers.length && words.every(([report]) => report >= 0 && report < read.periods.length)
  }

  private hold({ unitId, shape, words }: Pack, numbers: Float64Array, offset: number): HeldReports {
    const read = this.shapes.of(shape)
    if (read === null) throw new Error(`a pack of ${unitId} is of no shape`)
    return { unitId, shape: read, numbers, offset, words: words.length === 0 ? null : readWords(words) }
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
      const pack = readPack(this.sqlite, year, unitId, (one) => this.fits(one))
      if (pack.shape === '') byUnit.delete(unitId)
      else byUnit.set(unitId, this.hold(pack, Float64Array.from(pack.numbers), 0))
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

function readWords(words: PackedWords): HeldReports['words'] {
  return new Map(
    words.map(([report, told]) => [
      report,
      new Map(
        Object.entries(told).map(([id, [value, qualifier, word, statedPercent]]) => [
          id,
          { value, qualifier, word, statedPercent },
        ]),
      ),
    ]),
  )
}

function statesPercent(told: ReadonlyMap<string, ToldFigure>): boolean {
  return [...told.values()].some(({ statedPercent }) => statedPercent !== null)
}

function yearOfDay(day: IsoDate): number {
  return Number(day.slice(0, 4))
}
