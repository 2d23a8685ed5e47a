import { PERIOD_KINDS } from '#shared/domain/report-files/calendar.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'
import type { Arguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { readOptionalDate } from '../dates.ts'
import { boardText } from '../text/board.ts'

export const boardCommand: Command = {
  name: ['board'],
  usage: '--db TỆP [--period KỲ]… [--kind week|month|quarter|half|nine|year] [--last N] [--unit MÃ] [--as-of NGÀY]',
  summary: 'Đơn vị nào đã gửi báo cáo kỳ nào: chưa gửi, quá hạn, đã nhận, đã chấp nhận, trả lại',
  options: { values: ['kind', 'last', 'unit', 'as-of'], lists: ['period'] },
  db: 'required',
  async run(backend, args) {
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const kind = readKind(args)
    if (!kind.ok) return kind
    const last = args.value('last')
    if (last !== undefined && !/^\d{1,2}$/.test(last))
      return fail('OPTION_CHOICE', { name: 'last', text: last, values: '1…24' })
    const answered = await backend.call('board.get', {
      periods: [...args.list('period')],
      ...(kind.value === null ? {} : { kind: kind.value }),
      ...(last === undefined ? {} : { last: Number(last) }),
      unit: args.value('unit') ?? null,
      asOf: asOf.value,
    })
    if (!answered.ok) return answered
    const { periods, rows } = answered.value
    const text = boardText.board(periods, rows)
    const [only, another] = periods
    if (only === undefined || another !== undefined) return ok({ value: answered.value, text })
    // Of one period its cells are the rows themselves.
    const flat = rows.flatMap(({ cells, ...unit }) => cells.map(({ period: _, ...cell }) => ({ ...unit, ...cell })))
    const { counts, ...period } = only
    return ok({ value: { asOf: answered.value.asOf, period, counts, rows: flat }, text })
  },
}

function readKind(args: Arguments): AppResult<(typeof PERIOD_KINDS)[number] | null> {
  const text = args.value('kind')
  if (text === undefined) return ok(null)
  const kind = PERIOD_KINDS.find((known) => known === text)
  return kind === undefined ? fail('OPTION_CHOICE', { name: 'kind', text, values: PERIOD_KINDS.join(', ') }) : ok(kind)
}

export const boardAcceptCommand: Command = {
  name: ['board', 'accept'],
  usage: '--db TỆP --period KỲ --unit MÃ… [--back]',
  summary: 'Chấp nhận báo cáo của các đơn vị trong một kỳ; --back: bỏ chấp nhận',
  options: { values: ['period'], lists: ['unit'], flags: ['back'] },
  db: 'required',
  async run(backend, args) {
    const period = args.value('period')
    if (period === undefined) return fail('OPTION_MISSING', { name: 'period' })
    if (args.list('unit').length === 0) return fail('OPTION_MISSING', { name: 'unit' })
    const accepted = !args.flag('back')
    const done = await backend.call('board.accept', { units: [...args.list('unit')], period, accepted })
    return done.ok ? ok({ value: done.value, text: boardText.accepted(done.value.changed, accepted) }) : done
  },
}

export const boardAskCommand: Command = {
  name: ['board', 'ask'],
  usage: '--db TỆP --period KỲ --unit MÃ --ask "CHỈ-TIÊU=LÝ DO"…',
  summary: 'Hỏi lại số liệu một đơn vị đã báo cáo; câu hỏi đi theo tệp trả lại (package make --kind return)',
  options: { values: ['period', 'unit'], lists: ['ask'] },
  db: 'required',
  async run(backend, args) {
    const period = args.value('period')
    const unit = args.value('unit')
    if (period === undefined) return fail('OPTION_MISSING', { name: 'period' })
    if (unit === undefined) return fail('OPTION_MISSING', { name: 'unit' })
    const questions: { indicator: string; reason: string }[] = []
    for (const text of args.list('ask')) {
      const at = text.indexOf('=')
      if (at < 1) return fail('OPTION_CHOICE', { name: 'ask', text, values: 'CHỈ-TIÊU=LÝ DO' })
      questions.push({ indicator: text.slice(0, at).trim(), reason: text.slice(at + 1).trim() })
    }
    if (questions.length === 0) return fail('OPTION_MISSING', { name: 'ask' })
    const asked = await backend.call('board.ask', { unit, period, questions })
    return asked.ok ? ok({ value: asked.value, text: boardText.questions(asked.value) }) : asked
  },
}

export const boardQuestionsCommand: Command = {
  name: ['board', 'questions'],
  usage: '--db TỆP [--period KỲ] [--unit MÃ] [--open]',
  summary: 'Các số liệu đã hỏi lại và câu trả lời; --open: chỉ những câu chưa trả lời',
  options: { values: ['period', 'unit'], flags: ['open'] },
  db: 'required',
  async run(backend, args) {
    const listed = await backend.call('board.questions', {
      unit: args.value('unit') ?? null,
      period: args.value('period') ?? null,
      open: args.flag('open'),
    })
    return listed.ok ? ok({ value: listed.value, text: boardText.questions(listed.value) }) : listed
  },
}

export const boardAnswerCommand: Command = {
  name: ['board', 'answer'],
  usage: 'MÃ-CÂU-HỎI --db TỆP [--value SỐ] [--text "TRẢ LỜI"]',
  summary: 'Trả lời một số liệu bị hỏi lại: giải trình, hoặc số đúng',
  options: { values: ['value', 'text'], words: [1, 1] },
  db: 'required',
  async run(backend, args) {
    const [id] = args.words
    if (id === undefined) return fail('ARGUMENT_MISSING')
    const text = args.value('value')
    const corrected = text === undefined ? null : Number(text.replace(',', '.'))
    if (corrected !== null && !Number.isFinite(corrected))
      return fail('OPTION_CHOICE', { name: 'value', text: text ?? '', values: 'một số' })
    const answered = await backend.call('board.answer', { id, answer: args.value('text') ?? null, corrected })
    return answered.ok ? ok({ value: answered.value, text: boardText.questions([answered.value]) }) : answered
  },
}

export const boardCloseCommand: Command = {
  name: ['board', 'close'],
  usage: 'MÃ-CÂU-HỎI… --db TỆP',
  summary: 'Đóng câu hỏi không cần trả lời nữa',
  options: { words: [1, 2000] },
  db: 'required',
  async run(backend, args) {
    const closed = await backend.call('board.close', { ids: [...args.words] })
    return closed.ok ? ok({ value: closed.value, text: boardText.closed(closed.value.closed) }) : closed
  },
}
