import type { IsoDate } from '../../kit/dates.ts'

/** A period was closed, or opened again; both days included. */
export interface PeriodClosing {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly action: 'close' | 'reopen'
}

/** Spans that are closed now, from what was done in order: the last word about a span counts. */
export function closedSpans<T extends PeriodClosing>(closings: readonly T[]): readonly T[] {
  const last = new Map<string, T>()
  for (const closing of closings) last.set(`${closing.from}|${closing.to}`, closing)
  return [...last.values()].filter(({ action }) => action === 'close')
}

/**
 * The closed period a report of a day belongs to; null when that day is open. A report belongs to the period its last
 * day lies in: closing "6 tháng" also closes the months in it, and reopening June alone does not open the half-year.
 */
export function closingOf<T extends PeriodClosing>(closed: readonly T[], asOf: IsoDate): T | null {
  return closed.find(({ from, to }) => from <= asOf && asOf <= to) ?? null
}
