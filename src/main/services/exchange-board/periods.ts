import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { BoardPeriod } from '#shared/domain/exchange/board/board.ts'
import {
  duePeriods,
  parsePeriodCode,
  periodOf,
  type CalendarRule,
  type PeriodKind,
  type ReportingPeriod,
} from '#shared/domain/report-files/calendar.ts'
import { parseDateText } from '#shared/domain/text/parse-date.ts'
import { addDays, type IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import type { ReadStore } from '../../db/store.ts'
import { officeCalendar } from '../figures.ts'
import { countsFrom, readCalendar } from '../report-import/reporting.ts'

/** Days after a period of a kind the office's calendar says nothing of. */
const DAYS_WITHOUT_RULE = 5

/** "2024-06", "2024-Q2", "2024-6T", "2024", "6/2024"; a day means the month it lies in. */
export function findPeriod(store: Pick<ReadStore, 'db'>, text: string): AppResult<BoardPeriod> {
  const calendar = officeCalendar(store)
  const month = /^(?:tháng\s*)?(\d{1,2})\s?[/-]\s?(\d{4})$/i.exec(text.trim())
  const code = month === null ? text : `${month[2]}-${(month[1] ?? '').padStart(2, '0')}`
  const day = parseDateText(text)
  const period = parsePeriodCode(code, calendar) ?? (day.kind === 'day' ? periodOf('month', day.date, calendar) : null)
  return period === null ? fail('BOARD_PERIOD_UNKNOWN', { text }) : ok(withDueDay(store, period))
}

/** The last periods of a kind that had begun by a day, oldest first; the one under way is among them. */
export function lastPeriods(
  store: Pick<ReadStore, 'db'>,
  kind: PeriodKind,
  count: number,
  day: IsoDate,
): readonly BoardPeriod[] {
  const calendar = officeCalendar(store)
  const periods: ReportingPeriod[] = []
  for (let at = day, step = 0; periods.length < count && step < 400; step++) {
    const period = periodOf(kind, at, calendar)
    // Behind the sixth month there is no half-year: the search goes on from the month before.
    if (period !== null) periods.unshift(period)
    at = addDays(period?.from ?? periodOf('month', at, calendar)?.from ?? at, -1)
  }
  return periods.map((period) => withDueDay(store, period))
}

/** With the day the office's calendar asks for it. */
export function withDueDay(store: Pick<ReadStore, 'db'>, period: ReportingPeriod): BoardPeriod {
  const rules = readCalendar(store).rules.filter((rule) => rule.kind === period.kind)
  const due = duePeriods(rules satisfies readonly CalendarRule[], period.to, period.to).find(
    ({ from }) => from === period.from,
  )
  return {
    ...period,
    dueOn: due?.dueOn ?? addDays(period.to, DAYS_WITHOUT_RULE),
    countsFrom: countsFrom(period),
  }
}
