import { addDays, type IsoDate, yearOf } from '../../kit/dates.ts'

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

/** First day of the reporting year a day lies in. Text alone, as it is asked for every figure of a table. */
export function startOfReportingYear(day: IsoDate, calendar: CalendarStart = DEFAULT_CALENDAR): IsoDate {
  return startIn(day.slice(5) >= calendar ? yearOf(day) : yearOf(day) - 1, calendar)
}

/** The reporting year a day lies in: 2023-12-15 under "12-01" → 2023-12-01 … 2024-11-30. */
export function reportingYearOf(day: IsoDate, calendar: CalendarStart = DEFAULT_CALENDAR): ReportingYear {
  const from = startOfReportingYear(day, calendar)
  return { from, to: addDays(startIn(yearOf(from) + 1, calendar), -1) }
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

/** Calendars begin on days that every year has, so the text is a date. */
function startIn(year: number, calendar: CalendarStart): IsoDate {
  return `${String(year).padStart(4, '0')}-${calendar}`
}
