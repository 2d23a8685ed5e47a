import { addDays, daysBetween, makeIsoDate, type IsoDate } from '../../kit/dates.ts'
import { straightLine, type Series } from './fill-numbers.ts'

/**
 * Days go on by days, months or years, as the given ones do:
 *
 *   30/6/2024                  → 1/7, 2/7 …
 *   15/1, 15/3                 → 15/5, 15/7 …
 *   31/1, 29/2 (ends of month) → 31/3, 30/4 …
 *   1/7/2023, 1/7/2024         → 1/7/2025 …
 *
 * Answers ISO text; outside the years 1–9999 the nearest day there is.
 */
export function dateSeries(days: readonly IsoDate[]): Series {
  const [first = ''] = days
  if (days.length === 1) return (place) => shiftDays(first, place)
  const months = days.map(monthNumber)
  const step = (months[1] ?? 0) - (months[0] ?? 0)
  const isMonthly = step !== 0 && months.every((month, at) => month === (months[0] ?? 0) + step * at)
  if (isMonthly && days.every(isMonthEnd)) return (place) => dayOfMonth((months[0] ?? 0) + step * place, 31)
  if (isMonthly) {
    // 30/1, 28/2, 30/3: the day is the largest of them; shorter months take their last.
    const day = Math.max(...days.map(dayNumber))
    if (days.every((given, at) => given === dayOfMonth(months[at] ?? 0, day)))
      return (place) => dayOfMonth((months[0] ?? 0) + step * place, day)
  }
  const offsets = days.map((day) => daysBetween(first, day))
  const { at, slope } = straightLine(offsets)
  return (place) => shiftDays(first, Math.round(at + slope * place))
}

function shiftDays(day: IsoDate, days: number): IsoDate {
  const room = Math.min(Math.max(days, daysBetween(day, '0001-01-01')), daysBetween(day, '9999-12-31'))
  return addDays(day, room)
}

/** Months since the year 0. */
function monthNumber(day: IsoDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

function dayNumber(day: IsoDate): number {
  return Number(day.slice(8, 10))
}

function isMonthEnd(day: IsoDate): boolean {
  return monthNumber(addDays(day, 1)) !== monthNumber(day)
}

/** The day of that month, or its last where it is shorter. */
function dayOfMonth(month: number, day: number): IsoDate {
  const inside = Math.min(Math.max(month, 12), 9999 * 12 + 11)
  const [year, number] = [Math.floor(inside / 12), (inside % 12) + 1]
  for (let last = day; last > 28; last -= 1) {
    const found = makeIsoDate(year, number, last)
    if (found !== null) return found
  }
  return makeIsoDate(year, number, Math.min(day, 28)) ?? '0001-01-01'
}
