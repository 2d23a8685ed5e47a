import { addDays, type IsoDate, makeIsoDate, yearOf } from '../../kit/dates.ts'

/**
 * A reporting year. Two calendars live side by side: 01/01–31/12 and 01/12–30/11; figures of one are never
 * mixed into a sum of the other. Both days are included.
 */
export interface ReportingYear {
  readonly from: IsoDate
  readonly to: IsoDate
}

/** First day of every reporting year of a calendar, as MM-DD. */
export type CalendarStart = string
export const DEFAULT_CALENDAR: CalendarStart = '01-01'

/** The calendar a plan that begins on this day follows: "2023-12-01" → "12-01". */
export function calendarOf(from: IsoDate): CalendarStart {
  // 29/2 does not come every year; a year that began there begins the day before.
  return from.slice(5) === '02-29' ? '02-28' : from.slice(5)
}

/** The reporting year a day lies in: 2023-12-15 under "12-01" → 2023-12-01 … 2024-11-30. */
export function reportingYearOf(day: IsoDate, calendar: CalendarStart = DEFAULT_CALENDAR): ReportingYear {
  const year = day.slice(5) >= calendar ? yearOf(day) : yearOf(day) - 1
  return { from: startIn(year, calendar), to: addDays(startIn(year + 1, calendar), -1) }
}

/** The reporting years that a period touches, in order. */
export function reportingYearsIn(
  from: IsoDate,
  to: IsoDate,
  calendar: CalendarStart = DEFAULT_CALENDAR,
): readonly ReportingYear[] {
  const years: ReportingYear[] = []
  for (let day = from; day <= to;) {
    const year = reportingYearOf(day, calendar)
    years.push(year)
    day = addDays(year.to, 1)
  }
  return years
}

function startIn(year: number, calendar: CalendarStart): IsoDate {
  const start = makeIsoDate(year, Number(calendar.slice(0, 2)), Number(calendar.slice(3)))
  if (start === null) throw new Error(`not a day of every year: ${calendar}`)
  return start
}
