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
 * Which reports of a year counting on its days rests on, whatever their numbers are: units that reported of the same
 * periods share it, and only their numbers are filled in.
 */
export interface YearPlan {
  /** Of cumulative reports the latest by each day. */
  readonly bases: readonly number[]
  /** Plain increments that are counted alike, as one. */
  readonly sums: readonly { readonly from: IsoDate; readonly asOf: IsoDate; readonly of: readonly number[] }[]
}

/**
 * Chooses among `periods` those at the places `told`, which all lie in the year. `opening` is the window's first day,
 * across which an increment must not be added to others. Null: all of them have to stay as they were told.
 */
export function planYear(
  periods: readonly Period[],
  told: readonly number[],
  year: AskedYear,
  opening: IsoDate,
): YearPlan | null {
  const bases: (number | null)[] = year.days.map(() => null)
  for (const at of told) {
    const period = periods[at]
    if (period?.basis !== 'cumulative') continue
    // One that starts elsewhere is counted by no plan, yet may tell that an opening is missing.
    if (period.from !== year.from) return null
    for (let day = 0; day < bases.length; day += 1) {
      const base = bases[day] ?? null
      if (period.asOf > (year.days[day] ?? '')) continue
      if (base === null || period.asOf > (periods[base]?.asOf ?? '')) bases[day] = at
    }
  }
  const chosen = new Set(bases.flatMap((base) => base ?? []))
  return { bases: [...chosen], sums: planIncrements(periods, told, { year, opening, bases }) }
}

function planIncrements(
  periods: readonly Period[],
  told: readonly number[],
  asked: { readonly year: AskedYear; readonly opening: IsoDate; readonly bases: readonly (number | null)[] },
): YearPlan['sums'] {
  const { year, opening, bases } = asked
  const sums = new Map<number, { from: IsoDate; asOf: IsoDate; of: number[] }>()
  for (const at of told) {
    const period = periods[at]
    if (period?.basis !== 'increment') continue
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
    if (sum === undefined) sums.set(alike, { from: period.from, asOf: period.asOf, of: [at] })
    else {
      sum.of.push(at)
      if (period.from < sum.from) sum.from = period.from
      if (period.asOf > sum.asOf) sum.asOf = period.asOf
    }
  }
  return [...sums.values()]
}

/** The entries of a plan, with the number each of its reports tells. */
export function entriesOfPlan(
  plan: YearPlan,
  periods: readonly Period[],
  numberAt: (at: number) => number,
): ReportedEntry[] {
  const entries: ReportedEntry[] = []
  for (const at of plan.bases) {
    const period = periods[at]
    if (period !== undefined) entries.push(plainEntry(period, 'cumulative', numberAt(at)))
  }
  for (const sum of plan.sums) {
    let value: number | null = null
    for (const at of sum.of) value = value === null ? numberAt(at) : addDecimals(value, numberAt(at))
    entries.push(plainEntry(sum, 'increment', value ?? 0))
  }
  return entries
}

function plainEntry(
  { from, asOf }: { readonly from: IsoDate; readonly asOf: IsoDate },
  basis: ReportBasis,
  value: number,
): ReportedEntry {
  return { from, asOf, basis, value, qualifier: null, word: null, statedPercent: null }
}

/**
 * The few entries that counting on the year's days gives the same figure from as all of them: of cumulative figures
 * the latest by each day, of plain increments one sum for those that are counted alike. Years of monthly reports are
 * thereby no longer than one of them. `told[i]` is what the report `periods[i]` says (undefined: nothing); all lie in
 * the year. A figure with a word or a stated percent leaves the whole list as it was told.
 */
export function compactYear(
  periods: readonly Period[],
  told: readonly (number | ToldFigure | undefined)[],
  year: AskedYear,
  opening: IsoDate,
): readonly ReportedEntry[] {
  if (told.some((figure) => typeof figure === 'object')) return allEntries(periods, told)
  const telling = told.flatMap((figure, at) => (figure === undefined ? [] : [at]))
  const plan = planYear(periods, telling, year, opening)
  return plan === null
    ? allEntries(periods, told)
    : entriesOfPlan(plan, periods, (at) => {
        const number = told[at]
        return typeof number === 'number' ? number : 0
      })
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
