import { fail } from '#shared/contract/errors.ts'
import type { CalendarRow } from '#shared/contract/periods.ts'
import { isIsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { readDates } from '../dates.ts'
import { CALENDAR_TEXT, PERIOD_KIND_WORDS, writeCalendar } from '../text/periods.ts'
import { readOptionalChoice, readOptionalNumber } from '../values.ts'

/**
 * Shows which reports are due when. `--year-start` and `--due` change the rows of one kind, or of all; the usual calendar
 * becomes the office's own with the first change.
 */
export const periodsCalendarCommand: Command = {
  name: ['periods', 'calendar'],
  usage:
    '--db TỆP [--year-start NGÀY/THÁNG] [--due SỐ NGÀY] [--kind week|month|quarter|half|nine|year] [--from NGÀY] [--to NGÀY]',
  summary:
    'Lịch báo cáo: năm báo cáo 1/1–31/12 hay 1/12–30/11 (--year-start 1/12), kỳ nào phải gửi, hạn gửi sau mấy ngày',
  options: { values: ['year-start', 'due', 'kind', 'from', 'to'] },
  db: 'required',
  async run(backend, args) {
    const kind = readOptionalChoice(args, 'kind', PERIOD_KIND_WORDS)
    if (!kind.ok) return kind
    const due = readOptionalNumber(args.value('due'))
    if (!due.ok) return due
    const dates = readDates(args, ['from', 'to'])
    if (!dates.ok) return dates
    const typed = args.value('year-start')
    const yearStart = typed === undefined ? null : readYearStart(typed)
    if (typed !== undefined && yearStart === null) return fail('DATE_INVALID', { text: typed })
    const now = await backend.call('calendar.list', {})
    if (!now.ok) return now
    const isAsked = yearStart !== null || due.value !== null || dates.value.from !== null || dates.value.to !== null
    if (kind.value !== null && !isAsked) return fail('OPTION_MISSING', { name: 'year-start' })
    const meant = (row: CalendarRow): boolean => kind.value === null || row.kind === kind.value
    const known = now.value.rows.some(meant)
    const rows: CalendarRow[] = known
      ? now.value.rows
      : [
          ...now.value.rows,
          { id: null, kind: kind.value ?? 'month', yearStart: '01-01', dueDays: 5, validFrom: null, validTo: null },
        ]
    for (const row of isAsked ? rows : []) {
      // With the first change the other usual rows become the office's own too, or they would be gone.
      if (!meant(row) && !now.value.usual) continue
      const changed = meant(row)
        ? {
            yearStart: yearStart ?? row.yearStart,
            dueDays: due.value ?? row.dueDays,
            validFrom: dates.value.from ?? row.validFrom,
            validTo: dates.value.to ?? row.validTo,
          }
        : {}
      const saved = await backend.call('calendar.save', { ...row, id: now.value.usual ? null : row.id, ...changed })
      if (!saved.ok) return saved
    }
    const after = await backend.call('calendar.list', {})
    if (!after.ok) return after
    return ok({
      value: after.value,
      text: [writeCalendar(after.value.rows), CALENDAR_TEXT.usual(after.value.usual)].filter(Boolean).join('\n'),
    })
  },
}

/** "1/12" is read day first; "12-01" month first, as `--json` shows it. */
function readYearStart(text: string): string | null {
  const parts = /^\s*(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*$/.exec(text)
  if (parts === null) return null
  const [, first = '', sign = '', second = ''] = parts
  const [month, day] = sign === '-' ? [first, second] : [second, first]
  const made = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDate(`2023-${made}`) ? made : null
}
