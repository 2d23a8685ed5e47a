import { daysBetween, type IsoDate } from '../../kit/dates.ts'

/** What happened between two reports: the day it ends and how much came per day. */
export interface Pace {
  readonly asOf: IsoDate
  readonly days: number
  readonly amount: number
}

interface Counted {
  readonly from: IsoDate
  readonly asOf: IsoDate
  readonly basis: 'cumulative' | 'increment'
  readonly value: number
}

/** Earlier steps needed before anything can be called unusual. */
export const LEAST_HISTORY = 5
/** How many times the usual spread a step has to be away. */
const AWAY = 6
/** And how many times larger than the largest before, or the clerk is asked about every good month. */
const LARGER = 3

/** Steps of a flow: cumulative figures are taken apart at the reports in between, year by year. In order of days. */
export function stepsOf(entries: readonly Counted[]): readonly Pace[] {
  const steps: Pace[] = []
  const last = new Map<IsoDate, Counted>()
  for (const entry of entries.toSorted((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0))) {
    const before = entry.basis === 'cumulative' ? last.get(entry.from) : undefined
    const days = before === undefined ? daysBetween(entry.from, entry.asOf) + 1 : daysBetween(before.asOf, entry.asOf)
    if (entry.basis === 'cumulative') last.set(entry.from, entry)
    if (days > 0) steps.push({ asOf: entry.asOf, days, amount: entry.value - (before?.value ?? 0) })
  }
  return steps
}

export interface Unusual {
  readonly asOf: IsoDate
  readonly amount: number
  /** What the same number of days usually brought. */
  readonly usual: number
}

/**
 * Whether the newest step is unlike those before it: farther from their median than six times their usual distance
 * from it, and more than three times the largest of them. One slip of a digit (45 for 450, 3.100 for 310) is found,
 * a good month is not. Null when it is not, or when too little is known.
 */
export function findUnusual(steps: readonly Pace[]): Unusual | null {
  const newest = steps.at(-1)
  const earlier = steps.slice(0, -1)
  if (newest === undefined || earlier.length < LEAST_HISTORY) return null
  const rates = earlier.map(({ amount, days }) => amount / days)
  const rate = newest.amount / newest.days
  const usual = medianOf(rates)
  const spread = Math.max(medianOf(rates.map((one) => Math.abs(one - usual))), Math.abs(usual) * 0.1)
  if (spread === 0 || Math.abs(rate - usual) <= AWAY * spread) return null
  const largest = Math.max(...rates)
  // A month without anything is common; only too much of a flow is a slip that nobody would notice.
  if (rate <= LARGER * largest) return null
  // A handful more than usual in a small unit is no slip.
  if (newest.amount - usual * newest.days < 10) return null
  return { asOf: newest.asOf, amount: newest.amount, usual: Math.round(usual * newest.days) }
}

/** Of a level: the newest beside the one before it, when it is less than a third or more than three times as much. */
export function findJump(levels: readonly Counted[]): Unusual | null {
  const ordered = levels.toSorted((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0))
  const newest = ordered.at(-1)
  const before = ordered.at(-2)
  if (newest === undefined || before === undefined || before.value <= 0) return null
  if (Math.abs(newest.value - before.value) < 50) return null
  const ratio = newest.value / before.value
  return ratio > LARGER || ratio < 1 / LARGER ? { asOf: newest.asOf, amount: newest.value, usual: before.value } : null
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  if (sorted.length % 2 === 1) return sorted[Math.floor(middle)] ?? 0
  return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
