import { fail, type AppResult } from '#shared/contract/errors.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import type { Command } from '../command.ts'
import { readDate, readOptionalDate } from '../dates.ts'
import { readPeriodCode } from '../period-code.ts'
import { PERIOD_KIND_WORDS, writeMissing, writePeriods } from '../text/periods.ts'
import { readOptionalChoice, requireOptions } from '../values.ts'

type Backend = Parameters<Command['run']>[0]

export const periodsListCommand: Command = {
  name: ['periods', 'list'],
  usage: '--db TỆP [--plan MÃ] [--kind week|month|quarter|half|nine|year] [--as-of NGÀY]',
  summary: 'Các kỳ báo cáo: hạn gửi, bao nhiêu đơn vị đã báo cáo, đã khóa hay chưa',
  options: { values: ['plan', 'kind', 'as-of'] },
  db: 'required',
  async run(backend, args) {
    const kind = readOptionalChoice(args, 'kind', PERIOD_KIND_WORDS)
    if (!kind.ok) return kind
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const listed = await backend.call('periods.list', {
      plan: args.value('plan') ?? null,
      kind: kind.value,
      asOf: asOf.value,
    })
    return listed.ok ? ok({ value: listed.value, text: writePeriods(listed.value) }) : listed
  },
}

export const periodsCloseCommand: Command = {
  name: ['periods', 'close'],
  usage: 'KỲ --db TỆP [--reason LÝ DO]',
  summary: 'Khóa kỳ (2024-06, 2024-Q2, 2024-6T, 2024-9T, 2024 hoặc 2024-06-01..2024-06-30); sau đó chỉ còn điều chỉnh',
  options: { values: ['reason'], words: [1, 1] },
  db: 'required',
  async run(backend, args) {
    const span = await readSpan(backend, args.words[0] ?? '')
    if (!span.ok) return span
    const closed = await backend.call('periods.close', { ...span.value, reason: args.value('reason') ?? null })
    if (!closed.ok) return closed
    const { from, to } = closed.value
    return ok({ value: closed.value, text: `Đã khóa kỳ ${formatDate(from)} – ${formatDate(to)}.` })
  },
}

export const periodsReopenCommand: Command = {
  name: ['periods', 'reopen'],
  usage: 'KỲ --db TỆP --reason LÝ DO',
  summary: 'Mở lại kỳ đã khóa; phải ghi lý do',
  options: { values: ['reason'], words: [1, 1] },
  db: 'required',
  async run(backend, args) {
    const required = requireOptions(args, ['reason'])
    if (!required.ok) return required
    const span = await readSpan(backend, args.words[0] ?? '')
    if (!span.ok) return span
    const opened = await backend.call('periods.reopen', { ...span.value, reason: args.value('reason') ?? '' })
    if (!opened.ok) return opened
    const { from, to } = opened.value
    return ok({ value: opened.value, text: `Đã mở lại kỳ ${formatDate(from)} – ${formatDate(to)}.` })
  },
}

export const periodsLogCommand: Command = {
  name: ['periods', 'log'],
  usage: '--db TỆP',
  summary: 'Các lần khóa, mở lại kỳ và các số điều chỉnh sau khi khóa',
  options: {},
  db: 'required',
  async run(backend) {
    const closings = await backend.call('periods.log', {})
    if (!closings.ok) return closings
    const adjustments = await backend.call('periods.adjustments', {})
    if (!adjustments.ok) return adjustments
    const lines = [
      ...closings.value.map(
        ({ action, from, to, on, by, reason }) =>
          `${formatDate(on)} ${action === 'close' ? 'khóa' : 'mở lại'} kỳ ${formatDate(from)} – ${formatDate(to)}${by === '' ? '' : ` (${by})`}${reason === null ? '' : `: ${reason}`}`,
      ),
      ...adjustments.value.map(
        (row) =>
          `${formatDate(row.on)} điều chỉnh ${row.unitName}, ${row.indicator} đến ${formatDate(row.asOf)}: ${row.before ?? 'chưa có'} → ${row.after}: ${row.reason}`,
      ),
    ]
    return ok({
      value: { closings: closings.value, adjustments: adjustments.value },
      text: lines.length === 0 ? 'Chưa khóa kỳ nào.' : lines.join('\n'),
    })
  },
}

export const missingCommand: Command = {
  name: ['missing'],
  usage: '--db TỆP [--as-of NGÀY] [--plan MÃ] [--kind week|month|quarter|half|nine|year]',
  summary: 'Đơn vị chưa báo cáo kỳ gần nhất đến ngày đó, kèm ngày báo cáo lần trước',
  options: { values: ['as-of', 'plan', 'kind'] },
  db: 'required',
  async run(backend, args) {
    const kind = readOptionalChoice(args, 'kind', PERIOD_KIND_WORDS)
    if (!kind.ok) return kind
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const answer = await backend.call('periods.missing', {
      asOf: asOf.value,
      plan: args.value('plan') ?? null,
      kind: kind.value,
    })
    return answer.ok ? ok({ value: answer.value, text: writeMissing(answer.value) }) : answer
  },
}

/** A code ("2024-Q2", in the office's reporting year) or two days: "2024-06-01..2024-06-30". */
async function readSpan(backend: Backend, text: string): Promise<AppResult<{ from: IsoDate; to: IsoDate }>> {
  const days = /^(.+?)\s*\.\.\s*(.+)$/.exec(text)
  if (days !== null) {
    const from = readDate(days[1] ?? '')
    if (!from.ok) return from
    const to = readDate(days[2] ?? '')
    return to.ok ? ok({ from: from.value, to: to.value }) : to
  }
  const period = await readPeriodCode(backend, text)
  if (!period.ok) return period
  return period.value === null
    ? fail('PERIOD_UNKNOWN', { code: text })
    : ok({ from: period.value.from, to: period.value.to })
}
