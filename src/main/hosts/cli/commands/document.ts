import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Input } from '#shared/contract/index.ts'
import { REPORT_PERIODS, type ReportPeriod } from '#shared/domain/documents/facts.ts'
import { formatDate, formatNumber } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import { listDocumentTypes } from '../../../services/documents.ts'
import type { Backend } from '../../../backend.ts'
import type { Command, CommandOutput } from '../command.ts'
import { readOptionalDate } from '../dates.ts'
import { documentsText } from '../text/documents.ts'
import { writeTable } from '../text/table.ts'

export const documentCommand: Command = {
  name: ['document'],
  usage:
    '--db TỆP (--list | LOẠI [--plan MÃ] [--unit MÃ] [--as-of NGÀY] [--period KỲ] [--rules BỘ-QUY-TẮC] (--check | --out TỆP))',
  summary:
    'Tạo văn bản từ số liệu: Word, PDF, hoặc bảng Excel theo đuôi tệp; --check chỉ nêu chỗ cần xem lại; --list kể các loại văn bản',
  options: { values: ['plan', 'unit', 'as-of', 'period', 'rules', 'out'], flags: ['list', 'check'], words: [0, 1] },
  // The list of types needs no data file; making one asks for it below.
  db: 'none',
  async run(_, args, environment) {
    if (args.flag('list')) {
      const value = listDocumentTypes(environment.resources).map(({ type, title, ruleSets }) => ({
        type,
        title,
        ruleSets,
      }))
      const rows = value.map((row) => [row.type, row.title, row.ruleSets.join(', ')])
      return ok({ value, text: writeTable(['Loại', 'Tên', 'Thể thức'], rows) })
    }
    const [type] = args.words
    const out = args.value('out')
    if (type === undefined) return fail('ARGUMENT_MISSING')
    if (out === undefined && !args.flag('check')) return fail('OPTION_MISSING', { name: 'out' })
    const asOf = readOptionalDate(args.value('as-of'))
    if (!asOf.ok) return asOf
    const period = readPeriod(args.value('period'))
    if (!period.ok) return period
    if (environment.dbFile === null) return fail('OPTION_MISSING', { name: 'db' })
    const backend = environment.openBackend(environment.dbFile)
    if (!backend.ok) return backend
    const choice = {
      type,
      plan: args.value('plan') ?? null,
      unit: args.value('unit') ?? null,
      asOf: asOf.value,
      rules: args.value('rules') ?? null,
      period: period.value,
    }
    if (out === undefined || args.flag('check')) return checkOnly(backend.value, choice)
    const made = await backend.value.call('documents.make', { ...choice, out })
    if (!made.ok) return made
    const { file, title, figures, problems, document } = made.value
    const notes = problems.map(({ message }) => documentsText.note(message))
    const text = [
      `${title} (số liệu đến ${formatDate(made.value.asOf)}, ${formatNumber(figures)} con số): ${file}`,
      ...(document === null ? [] : [documentsText.made(document)]),
      ...notes,
    ].join('\n')
    return ok({ value: made.value, text })
  },
}

/** "month", "half" …; null where none is given. */
export function readPeriod(text: string | undefined): AppResult<ReportPeriod | null> {
  if (text === undefined) return ok(null)
  const period = REPORT_PERIODS.find((known) => known === text)
  return period === undefined
    ? fail('OPTION_CHOICE', { name: 'period', text, values: REPORT_PERIODS.join(', ') })
    : ok(period)
}

/** What stands in the way, told before anything is made: 1 where it keeps the document from being made. */
async function checkOnly(backend: Backend, choice: Input<'documents.problems'>): Promise<AppResult<CommandOutput>> {
  const found = await backend.call('documents.problems', choice)
  if (!found.ok) return found
  const { problems, blocking } = found.value
  const lines = problems.map(({ severity, message }) =>
    severity === 'error' ? documentsText.blocking(message) : documentsText.note(message),
  )
  return ok({
    value: found.value,
    text: lines.length === 0 ? documentsText.nothingMissing : lines.join('\n'),
    exitCode: blocking > 0 ? 1 : 0,
  })
}

export const documentFiguresCommand: Command = {
  name: ['document', 'figures'],
  usage: '--db TỆP MÃ-VĂN-BẢN [--figure SỐ-LIỆU]',
  summary: 'Số liệu một văn bản đã in; nêu một số liệu thì kể các dòng dữ liệu của nó',
  options: { values: ['figure'], words: [1, 1] },
  db: 'required',
  async run(backend, args) {
    const [id = ''] = args.words
    const figure = args.value('figure')
    if (figure === undefined) {
      const listed = await backend.call('documents.figures', { id })
      if (!listed.ok) return listed
      const rows = listed.value.map((row) => [row.text, row.label, row.id])
      return ok({ value: listed.value, text: writeTable([...documentsText.figureColumns], rows) })
    }
    const origin = await backend.call('documents.figureRows', { id, figure })
    if (!origin.ok) return origin
    const { label, text, how, rows, more } = origin.value
    const table = rows.map((row) => [row.name, row.detail, row.text, row.source ?? ''])
    const tail = more === 0 ? [] : [documentsText.moreRows(more)]
    return ok({
      value: origin.value,
      text: [`${label}: ${text}`, how, writeTable([...documentsText.rowColumns], table), ...tail].join('\n'),
    })
  },
}
