import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output } from '#shared/contract/index.ts'
import type { CalendarRow } from '#shared/contract/periods.ts'
import { addDays, isIsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import type { Backend } from '../../../backend.ts'
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
    if (isAsked) {
      const changed = await changeRows(backend, now.value, {
        kind: kind.value,
        yearStart,
        dueDays: due.value,
        from: dates.value.from,
        to: dates.value.to,
      })
      if (!changed.ok) return changed
    }
    const after = await backend.call('calendar.list', {})
    if (!after.ok) return after
    return ok({
      value: after.value,
      text: [writeCalendar(after.value.rows), CALENDAR_TEXT.usual(after.value.usual)].filter(Boolean).join('\n'),
    })
  },
}

interface Change {
  readonly kind: CalendarRow['kind'] | null
  readonly yearStart: string | null
  readonly dueDays: number | null
  readonly from: string | null
  readonly to: string | null
}

/** The usual calendar becomes the office's own first, or what is not named would be gone. */
async function changeRows(backend: Backend, now: Output<'calendar.list'>, change: Change): Promise<AppResult<null>> {
  const [first] = now.rows
  if (now.usual && first !== undefined) {
    const kept = await backend.call('calendar.save', { ...first, id: null, keepUsual: true })
    if (!kept.ok) return kept
  }
  const own = await backend.call('calendar.list', {})
  if (!own.ok) return own
  const meant = own.value.rows.filter((row) => isMeant(row, change))
  const kind = change.kind ?? 'month'
  const added: CalendarRow = { id: null, kind, yearStart: '01-01', dueDays: 5, validFrom: null, validTo: null }
  for (const row of meant.length > 0 ? meant : [added]) {
    const saved = await changeRow(backend, row, change)
    if (!saved.ok) return saved
  }
  return ok(null)
}

/** Rows of the kind that still run on the day the change begins. */
function isMeant(row: CalendarRow, { kind, from }: Change): boolean {
  return (kind === null || row.kind === kind) && (from === null || row.validTo === null || row.validTo >= from)
}

/** From a day on: what was due before it stays as it was, the row ends the day before and the changed one follows. */
async function changeRow(backend: Backend, row: CalendarRow, change: Change): Promise<AppResult<unknown>> {
  const { from } = change
  const changed: CalendarRow = {
    ...row,
    yearStart: change.yearStart ?? row.yearStart,
    dueDays: change.dueDays ?? row.dueDays,
    validFrom: from ?? row.validFrom,
    validTo: change.to ?? row.validTo,
  }
  if (row.id === null || from === null || (row.validFrom !== null && row.validFrom >= from))
    return backend.call('calendar.save', changed)
  const ended = await backend.call('calendar.save', { ...row, validTo: addDays(from, -1) })
  return ended.ok ? backend.call('calendar.save', { ...changed, id: null }) : ended
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
