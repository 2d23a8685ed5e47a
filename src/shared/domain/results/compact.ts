import { addDecimals } from '../../kit/fraction.ts'
import type { IsoDate } from '../../kit/dates.ts'
import { countedInYear } from './as-of.ts'
import type { Qualifier } from './qualifier.ts'
import type { ReportBasis, ReportedEntry } from './reported-entry.ts'

/** What a figure was told of: its report's days and basis. */
export interface Period {
  readonly from: IsoDate
  readonly asOf: IsoDate
  readonly basis: ReportBasis
}

/** A figure with more to it than its number: "hơn 7.000", or a percent stated beside it. */
export interface ToldFigure {
  readonly value: number
  readonly qualifier: Qualifier | null
  readonly word: string | null
  readonly statedPercent: number | null
}

/** A reporting year and the days inside it on which its figures are asked for. */
export interface AskedYear {
  readonly from: IsoDate
  readonly days: readonly IsoDate[]
}

/**
 * The few entries that counting on the year's days gives the same figure from as all of them: of cumulative figures
 * the latest by each day, of plain increments one sum for those that are counted alike. Years of monthly reports are
 * thereby no longer than one of them. `told[i]` is what the report `periods[i]` says (undefined: nothing); all lie in
 * the year. `opening` is the window's first day, across which an increment must not be added to others.
 * A figure with a word or a stated percent leaves the whole list as it was told.
 */
export function compactYear(
  periods: readonly Period[],
  told: readonly (number | ToldFigure | undefined)[],
  year: AskedYear,
  opening: IsoDate,
): readonly ReportedEntry[] {
  const bases: (number | null)[] = year.days.map(() => null)
  for (let at = 0; at < told.length; at += 1) {
    const figure = told[at]
    if (figure === undefined) continue
    const period = periods[at]
    if (period === undefined || typeof figure !== 'number') return allEntries(periods, told)
    if (period.basis !== 'cumulative') continue
    // One that starts elsewhere is counted by no plan, yet may tell that an opening is missing.
    if (period.from !== year.from) return allEntries(periods, told)
    for (let day = 0; day < bases.length; day += 1) {
      const base = bases[day] ?? null
      if (period.asOf > (year.days[day] ?? '')) continue
      if (base === null || period.asOf > (periods[base]?.asOf ?? '')) bases[day] = at
    }
  }
  const entries: ReportedEntry[] = []
  for (const base of new Set(bases)) if (base !== null) entries.push(entryOf(periods, told, base))
  addIncrements(entries, periods, told, { year, opening, bases })
  return entries
}

function addIncrements(
  entries: ReportedEntry[],
  periods: readonly Period[],
  told: readonly (number | ToldFigure | undefined)[],
  asked: { readonly year: AskedYear; readonly opening: IsoDate; readonly bases: readonly (number | null)[] },
): void {
  const { year, opening, bases } = asked
  const sums = new Map<number, { from: IsoDate; asOf: IsoDate; value: number }>()
  for (let at = 0; at < told.length; at += 1) {
    const value = told[at]
    const period = periods[at]
    if (period?.basis !== 'increment' || typeof value !== 'number') continue
    // Bits: begins before the window, ends in it, and by which of the days it is counted.
    let alike = (period.from < opening ? 1 : 0) + (period.asOf >= opening ? 2 : 0)
    let counted = false
    for (let day = 0; day < bases.length; day += 1) {
      const base = bases[day] ?? null
      const begins = base === null ? period.from >= year.from : period.from > (periods[base]?.asOf ?? '')
      if (!begins || period.asOf > (year.days[day] ?? '')) continue
      alike += 4 << day
      counted = true
    }
    // One that crosses the opening tells that the opening matters, also where a base covers it.
    if (!counted && (alike & 3) !== 3) continue
    const sum = sums.get(alike)
    if (sum === undefined) sums.set(alike, { from: period.from, asOf: period.asOf, value })
    else {
      sum.value = addDecimals(sum.value, value)
      if (period.from < sum.from) sum.from = period.from
      if (period.asOf > sum.asOf) sum.asOf = period.asOf
    }
  }
  for (const sum of sums.values())
    entries.push({ ...sum, basis: 'increment', qualifier: null, word: null, statedPercent: null })
}

/**
 * One increment that counts what the entries count in whole reporting years together; null where one of them has a
 * word, a stated percent or days that no plan counts, and all must stay as they were told.
 */
export function sumOverYears(
  entries: readonly ReportedEntry[],
  years: readonly AskedYear[],
): readonly ReportedEntry[] | null {
  if (entries.some(({ qualifier, statedPercent }) => qualifier !== null || statedPercent !== null)) return null
  let value = 0
  let asOf: IsoDate | null = null
  let from: IsoDate = ''
  for (const year of years) {
    const counted = countedInYear(entries, year.from, year.days[0] ?? '')
    if (counted.amount === null || counted.asOf === null) continue
    value = addDecimals(value, counted.amount.value)
    if (asOf !== null && counted.asOf <= asOf) continue
    asOf = counted.asOf
    from = year.from
  }
  return asOf === null
    ? []
    : [{ from, asOf, basis: 'increment', value, qualifier: null, word: null, statedPercent: null }]
}

/** Every figure as it was told. */
export function allEntries(
  periods: readonly Period[],
  told: readonly (number | ToldFigure | undefined)[],
): readonly ReportedEntry[] {
  return told.flatMap((figure, at) => (figure === undefined ? [] : [entryOf(periods, told, at)]))
}

function entryOf(
  periods: readonly Period[],
  told: readonly (number | ToldFigure | undefined)[],
  at: number,
): ReportedEntry {
  const { from, asOf, basis } = periods[at] ?? { from: '', asOf: '', basis: 'cumulative' }
  const figure = told[at] ?? 0
  return typeof figure === 'number'
    ? { from, asOf, basis, value: figure, qualifier: null, word: null, statedPercent: null }
    : { from, asOf, basis, ...figure }
}
